"""Merging what points at each other: what somebody points at anew is asked about before it goes, and once it has gone,
nothing points at it any more."""

from __future__ import annotations

from typing import Any

import pytest

from journey_editor.edit.merging.conflicts import Key, Side
from journey_editor.edit.merging.merge import Merged, merge
from journey_editor.edit.remove import delete
from journey_editor.model.assets import AssetRef
from journey_editor.model.base import Node
from journey_editor.model.cards import Emotion, ImageUse
from journey_editor.model.columns import Step
from journey_editor.model.invariants import problems
from journey_editor.model.lanes import ChannelMark, EmotionPoint
from journey_editor.model.paths import Counterpart, Path
from journey_editor.model.project import Project
from journey_editor.model.things import find_thing
from tests.builders import PIXEL_SHA, everything, lane, note, tp, two_by_two

OTHER_IMAGE = AssetRef(sha256="a" * 64, media_type="image/png", width=2, height=2)
THIRD_IMAGE = AssetRef(sha256="b" * 64, media_type="image/png", width=3, height=3)


def node(found: Project, key: str) -> Any:
    thing = find_thing(found, key)
    assert thing is not None
    return thing.node


def put(value: Any, key: str, **fields: object) -> Any:
    """The project, or any part of it, in which the thing of this id has these values, whatever they are."""
    if isinstance(value, tuple):
        return tuple(put(item, key, **fields) for item in value)
    if not isinstance(value, Node):
        return value
    if getattr(value, "id", "") == key:
        return value.evolve(**fields)
    return value.evolve(**{name: put(inner, key, **fields) for name, inner in value.__dict__.items()})


def emptied() -> Project:
    """`everything()` without any reference but those of the curve, the matrix and the pictures."""
    base = delete(everything(), ["pa-one", "cp-one"]).evolve(translations={})
    base = put(base, "mp-one", personas=(), band_below="")
    for card in ("tp-web", "tp-shop", "tp-mail"):
        base = put(base, card, channel="", emotions=())
    base = put(base, "ln-emotion", personas=(), points=())
    base = put(base, "ln-channels", channels=(), marks=())
    return put(base, "nt-quote", persona="")


#: What one has pointed at anew: the thing that points, its field, the value, what the field is when that has gone, and
#: what the other one has deleted.
POINTED_AT = [
    ("tp-web", "channel", "ch-web", "", "ch-web"),
    ("tp-web", "emotions", (Emotion(persona="pe-eva", value=1.0),), (), "pe-eva"),
    ("nt-quote", "persona", "pe-eva", "", "pe-eva"),
    ("mp-one", "personas", ("pe-tom", "pe-eva"), ("pe-tom",), "pe-eva"),
    ("mp-one", "band_below", "ln-text", "", "ln-text"),
    ("ln-emotion", "personas", ("pe-tom", "pe-eva"), ("pe-tom",), "pe-eva"),
    ("ln-emotion", "points", (EmotionPoint(id="pt-new", step="st-use", persona="pe-eva", value=1.0),), (), "pe-eva"),
    ("ln-channels", "channels", ("ch-shop", "ch-web"), ("ch-shop",), "ch-web"),
    ("ln-channels", "marks", (ChannelMark(channel="ch-web", step="st-use"),), (), "ch-web"),
]


@pytest.mark.parametrize("deleting", ["ours", "theirs"])
@pytest.mark.parametrize(("thing", "field", "value", "cleared", "gone"), POINTED_AT)
def test_what_one_points_at_anew_and_the_other_deletes_stays_until_somebody_decides(
    deleting: Side, thing: str, field: str, value: object, cleared: object, gone: str
) -> None:
    base = emptied()
    pointing, without = put(base, thing, **{field: value}), delete(base, [gone])

    def merged(choices: dict[Key, Side]) -> Merged:
        return merge(base, *((without, pointing) if deleting == "ours" else (pointing, without)), choices)

    kept = merged({})
    assert [(conflict.key, conflict.taken == deleting) for conflict in kept.conflicts] == [(Key("gone", gone), False)]
    conflict = kept.conflicts[0]
    assert (conflict.ours is None, conflict.theirs is None) == (deleting == "ours", deleting == "theirs")
    assert getattr(node(kept.project, thing), field) == value
    chosen = merged({Key("gone", gone): deleting}).project
    assert find_thing(chosen, gone) is None
    assert getattr(node(chosen, thing), field) == cleared
    assert problems(kept.project) == problems(chosen) == ()


def test_a_step_that_goes_takes_its_marks_points_and_cells_along() -> None:
    base = emptied()
    point = EmotionPoint(id="pt-new", step="st-ask", persona="pe-eva", value=1.0)
    ours = put(base, "ln-channels", channels=("ch-web",), marks=(ChannelMark(channel="ch-web", step="st-ask"),))
    ours = put(put(ours, "ln-emotion", points=(point,)), "tp-shop", title="Mine")
    theirs = delete(base, ["st-ask"])
    kept = merge(base, ours, theirs)
    assert [conflict.key for conflict in kept.conflicts] == [Key("gone", "st-ask")]
    assert find_thing(kept.project, "tp-shop") is not None
    gone = merge(base, ours, theirs, {Key("gone", "st-ask"): "theirs"}).project
    assert node(gone, "ln-channels").marks == ()
    assert node(gone, "ln-channels").channels == ("ch-web",)
    assert node(gone, "ln-emotion").points == ()
    assert find_thing(gone, "tp-shop") is None
    assert problems(gone) == ()


@pytest.mark.parametrize(
    "way",
    [Path(id="new", source="tp-web", target="tp-shop"), Counterpart(id="new", source="tp-web", target="tp-shop")],
)
@pytest.mark.parametrize("end", ["tp-web", "tp-shop"])
def test_a_connection_of_a_touchpoint_that_goes_goes_too(way: Path | Counterpart, end: str) -> None:
    base = emptied()
    ours = put(base, "mp-one", **{"paths" if isinstance(way, Path) else "counterparts": (way,)})
    theirs = delete(base, [end])
    assert node(merge(base, ours, theirs).project, "new") == way
    gone = merge(base, ours, theirs, {Key("gone", end): "theirs"}).project
    assert find_thing(gone, end) is None
    assert find_thing(gone, "new") is None


def test_a_path_of_a_persona_that_goes_is_everybodys() -> None:
    base = emptied()
    way = Path(id="new", source="tp-web", target="tp-shop", persona="pe-eva")
    ours, theirs = put(base, "mp-one", paths=(way,)), delete(base, ["pe-eva"])
    assert node(merge(base, ours, theirs).project, "new").persona == "pe-eva"
    gone = merge(base, ours, theirs, {Key("gone", "pe-eva"): "theirs"}).project
    assert node(gone, "new") == way.evolve(persona="")


@pytest.mark.parametrize("kind", [Path, Counterpart])
def test_what_would_lead_from_a_touchpoint_to_itself_goes(kind: type[Path | Counterpart]) -> None:
    base = put(
        emptied(),
        "mp-one",
        **{"paths" if kind is Path else "counterparts": (kind(id="w", source="tp-web", target="tp-shop"),)},
    )
    ours, theirs = put(base, "w", source="tp-mail"), put(base, "w", target="tp-mail")
    assert find_thing(merge(base, ours, theirs).project, "w") is None


def test_what_both_have_connected_is_one_counterpart_but_two_paths() -> None:
    base = emptied()
    ours = put(base, "mp-one", counterparts=(Counterpart(id="mine", source="tp-web", target="tp-shop"),))
    ours = put(ours, "mp-one", paths=(Path(id="my-path", source="tp-web", target="tp-shop"),))
    theirs = put(base, "mp-one", counterparts=(Counterpart(id="other", source="tp-web", target="tp-shop"),))
    theirs = put(theirs, "mp-one", paths=(Path(id="other-path", source="tp-web", target="tp-shop"),))
    found = merge(base, ours, theirs)
    assert found.conflicts == ()
    assert len(found.project.maps[0].counterparts) == 1
    assert {one.id for one in found.project.maps[0].paths} == {"my-path", "other-path"}


def test_images_are_those_that_something_shows() -> None:
    base = emptied().evolve(images=(*emptied().images, THIRD_IMAGE))
    base = put(base, "tp-shop", images=(ImageUse(sha256=THIRD_IMAGE.sha256),))
    theirs = base.evolve(images=(*base.images, OTHER_IMAGE))
    theirs = put(theirs, "tp-mail", images=(ImageUse(sha256=OTHER_IMAGE.sha256),))
    ours = put(base, "tp-shop", images=()).evolve(images=base.images[:1], title="Mine")
    joined = merge(base, ours, theirs)
    assert joined.conflicts == ()
    assert [image.sha256 for image in joined.project.images] == [PIXEL_SHA, OTHER_IMAGE.sha256]
    assert joined.project.images[1] == OTHER_IMAGE
    assert node(joined.project, "tp-mail").images == (ImageUse(sha256=OTHER_IMAGE.sha256),)
    # an image that both list stays, whoever shows it
    both = base.evolve(images=(*base.images, OTHER_IMAGE), title="Mine")
    assert OTHER_IMAGE in merge(base, both, theirs).project.images


def test_an_image_that_both_took_in_is_called_as_here() -> None:
    base = emptied()
    ours, theirs = (
        put(base, "pe-tom", portrait=OTHER_IMAGE.sha256).evolve(images=(*base.images, OTHER_IMAGE.evolve(name=name)))
        for name in ("mine.png", "other.png")
    )
    joined = merge(base, ours, theirs.evolve(title="Theirs"))
    assert (joined.project.title, joined.conflicts) == ("Theirs", ())
    assert [image.name for image in joined.project.images] == ["pixel.png", "mine.png"]


@pytest.mark.parametrize("field", ["logo", "portrait", "image"])
def test_an_image_that_only_the_other_one_has_comes_along(field: str) -> None:
    base = emptied()
    theirs = base.evolve(images=(*base.images, OTHER_IMAGE))
    thing = {"logo": "pr-all", "portrait": "pe-tom", "image": "pc-one"}[field]
    value = ImageUse(sha256=OTHER_IMAGE.sha256) if field == "image" else OTHER_IMAGE.sha256
    theirs = put(theirs, thing, **{field: value})
    found = merge(base, put(base, "tp-web", title="Mine"), theirs)
    assert getattr(node(found.project, thing), field) == value
    assert found.project.images == (*base.images, OTHER_IMAGE)
    assert problems(found.project) == ()


def test_a_phase_all_of_whose_steps_went_keeps_one_without_a_name() -> None:
    base = emptied()
    both = put(base, "ph-before", steps=(Step(id="st-see"), Step(id="st-ask"), Step(id="ph-before-s")))
    ours, theirs = delete(both, ["st-see"]), delete(both, ["st-ask", "ph-before-s"])
    found = merge(both, ours, theirs).project
    assert node(found, "ph-before").steps == (Step(id="ph-before-s"),)
    # its usual id is taken by something else
    other = put(both, "ph-after", steps=(*node(both, "ph-after").steps,))
    other = delete(other, ["ph-before-s"])
    other = put(other, "ln-offline", title="x", cells=())
    cell = node(both, "ln-offline").cells[0].evolve(cards=(tp("ph-before-s"),))
    other = put(other, "ln-offline", cells=(cell.evolve(step="st-use"),))
    ours, theirs = delete(other, ["st-see"]), delete(other, ["st-ask"])
    assert [step.id for step in node(merge(other, ours, theirs).project, "ph-before").steps] == ["ph-before-s1"]


def test_ids_of_a_long_phase_stay_ids() -> None:
    long = "p" * 64
    base = emptied()
    new = base.maps[1].phases[0].evolve(id=long, steps=(Step(id="one"), Step(id="two")))
    base = put(base, "mp-two", phases=(*base.maps[1].phases, new))
    found = merge(base, delete(base, ["one"]), delete(base, ["two"])).project
    assert [step.id for step in node(found, long).steps] == ["p" * 56 + "-s"]


def test_a_lane_without_cards_is_joined_like_any_other() -> None:
    base = emptied()
    ours, theirs = put(base, "ln-line", title="Mine"), put(base, "ln-line", line="interaction")
    found = node(merge(base, ours, theirs).project, "ln-line")
    assert (found.title, found.line) == ("Mine", "interaction")


def test_a_card_that_one_moved_into_a_lane_of_another_kind_stays_where_it_may_lie() -> None:
    base = emptied()
    quote = node(base, "nt-quote")
    ours = put(delete(base, ["nt-quote"]), "tp-web", title="Mine")
    ours = put(ours, "ln-text", cells=(node(ours, "ln-text").cells[0].evolve(cards=(quote, node(ours, "nt-text"))),))
    theirs = put(base, "nt-quote", text="Theirs")
    found = merge(base, ours, theirs).project
    assert [card.id for card in node(found, "ln-text").cells[0].cards] == ["nt-quote", "nt-text"]
    assert node(found, "nt-quote").text == "Theirs"
    assert node(found, "ln-notes").cells == ()


def test_two_orders_are_asked_about_and_the_chosen_one_counts() -> None:
    base = two_by_two()
    lanes = base.maps[0].lanes
    ours, theirs = put(base, "map", lanes=lanes[1:] + lanes[:1]), put(base, "map", lanes=lanes[::-1])
    found = merge(base, ours, theirs)
    key = Key("order", "map", "lanes")
    assert [tuple(conflict) for conflict in found.conflicts] == [(key, ("b", "n", "a"), ("n", "b", "a"), "ours")]
    assert [row.id for row in found.project.maps[0].lanes] == ["b", "n", "a"]
    chosen = merge(base, ours, theirs, {key: "theirs"})
    assert [row.id for row in chosen.project.maps[0].lanes] == ["n", "b", "a"]
    assert [conflict.taken for conflict in chosen.conflicts] == ["theirs"]


def test_two_orders_of_what_only_some_have_keep_all() -> None:
    base = two_by_two()
    lanes = base.maps[0].lanes
    ours = put(base, "map", lanes=lanes[1:] + lanes[:1])
    theirs = put(base, "map", lanes=(lanes[2], lanes[1], lane("text", "new"), lanes[0]))
    chosen = merge(base, ours, theirs, {Key("order", "map", "lanes"): "theirs"}).project
    assert [row.id for row in chosen.maps[0].lanes] == ["n", "b", "new", "a"]


def test_a_card_that_is_another_kind_of_thing_on_both_sides_is_chosen_whole() -> None:
    base = two_by_two()
    ours = put(delete(base, ["n1"]), "n", title="Mine")
    cell = base.maps[0].lanes[2].cells[0]  # type: ignore[union-attr]
    ours = put(ours, "n", cells=(cell.evolve(cards=(note("same"),)),))
    theirs = put(base, "a1", title="Theirs")
    theirs = put(theirs, "b", cells=(base.maps[0].lanes[1].cells[0].evolve(cards=(tp("same"), tp("b1"))),))  # type: ignore[union-attr]
    found = merge(base, ours, theirs)
    assert Key("field", "same") in [conflict.key for conflict in found.conflicts]
    assert type(node(found.project, "same")).__name__ == "Note"
    assert node(found.project, "n").cells[0].cards == (note("same"),)
    assert problems(found.project) == ()


def test_what_lies_in_something_deleted_comes_back_with_it_and_goes_with_it() -> None:
    base = two_by_two()
    ours, theirs = delete(base, ["p1"]), put(base, "a1", title="Theirs")
    kept = merge(base, ours, theirs)
    assert [conflict.key for conflict in kept.conflicts] == [Key("gone", "p1")]
    assert [step.id for step in node(kept.project, "p1").steps] == ["s1", "s2"]
    assert [card.id for card in node(kept.project, "a").cells[0].cards] == ["a1", "a2"]
    assert node(kept.project, "b1").title == "b1"
    # what they added stays only if the phase does
    theirs = put(theirs, "p1", steps=(*node(base, "p1").steps, Step(id="s-new")))
    gone = merge(base, ours, theirs, {Key("gone", "p1"): "ours"}).project
    for key in ("p1", "s1", "s-new", "a1", "b1"):
        assert find_thing(gone, key) is None
    assert find_thing(merge(base, ours, theirs).project, "s-new") is not None
    # nobody touched it: it goes without a question
    assert merge(base, ours, put(base, "a3", title="Theirs")).conflicts == ()


def test_what_was_only_moved_or_translated_was_touched_too() -> None:
    base = everything()
    for theirs in (
        base.evolve(translations={"en": {**base.translations["en"], "nt-text.text": "Words"}}),
        put(
            put(base, "ln-text", cells=()),
            "ln-notes",
            cells=(
                put(node(base, "ln-notes").cells[0], "nt-quote", text="So schön"),
                node(base, "ln-text").cells[0].evolve(cards=node(base, "ln-text").cells[0].cards),
            ),
        ),
    ):
        ours = delete(base, ["nt-text"])
        assert Key("gone", "nt-text") in [conflict.key for conflict in merge(base, ours, theirs).conflicts]


def test_a_merge_of_what_nobody_or_only_one_changed_is_that() -> None:
    base, other = two_by_two(), two_by_two()
    mine, same = put(base, "a1", title="x"), put(other, "a1", title="x")
    assert merge(base, base, base).project is base
    assert merge(base, mine, same).project is mine
    assert merge(base, mine, other).project is mine
    assert merge(base, other, mine).project is mine
    assert merge(base, mine, other).conflicts == ()


def test_the_only_two_touchpoints_of_a_map_may_be_connected() -> None:
    base = delete(two_by_two(), ["a2", "a3"])
    base = put(base, "map", paths=(Path(id="way", source="a1", target="b1"),))
    found = merge(base, put(base, "a1", title="Mine"), put(base, "b1", title="Theirs")).project
    assert [way.id for way in found.maps[0].paths] == ["way"]


def test_points_that_both_set_are_both_there() -> None:
    base = emptied()
    mine, other = (
        EmotionPoint(id=f"pt-{step}", step=step, persona="pe-eva", value=1.0) for step in ("st-see", "st-use")
    )
    found = merge(base, put(base, "ln-emotion", points=(mine,)), put(base, "ln-emotion", points=(other,)))
    assert found.conflicts == ()
    assert set(map(str, node(found.project, "ln-emotion").points)) == {str(mine), str(other)}


def test_a_lane_goes_without_a_question_though_the_other_one_has_deleted_something_in_it() -> None:
    base = two_by_two()
    found = merge(base, delete(base, ["a"]), delete(base, ["a1"]))
    assert found.conflicts == ()
    assert [row.id for row in found.project.maps[0].lanes] == ["b", "n"]


def test_a_card_moved_into_a_lane_that_only_the_other_one_has_lies_there() -> None:
    base = two_by_two()
    cell = base.maps[0].lanes[0].cells[0]  # type: ignore[union-attr]
    new = lane("touchpoints", "new", {"s1": [node(base, "a1")]})
    theirs = put(delete(base, ["a1"]), "map", lanes=(*delete(base, ["a1"]).maps[0].lanes, new))
    found = merge(base, put(base, "a1", title="Mine"), theirs)
    assert found.conflicts == ()
    assert node(found.project, "new").cells == (cell.evolve(cards=(tp("a1", "Mine"),)),)
    assert node(found.project, "a").cells[0].cards == (tp("a2"),)


def test_translations_of_two_items_are_two_questions() -> None:
    base = everything()

    def said(first: str, second: str) -> Project:
        words = {**base.translations["en"], "tp-web.tags.0": first, "tp-web.tags.1": second}
        return base.evolve(translations={"en": words})

    ours, theirs = said("Mine 0", "Mine 1"), said("Theirs 0", "Theirs 1")
    keys = [conflict.key for conflict in merge(base, ours, theirs).conflicts]
    assert len(set(keys)) == 2
    assert {(key.sort, key.thing, key.field, key.language) for key in keys} == {("text", "tp-web", "tags", "en")}
    words = merge(base, ours, theirs, {keys[1]: "theirs"}).project.translations["en"]
    assert sorted((words["tp-web.tags.0"], words["tp-web.tags.1"])) in (["Mine 0", "Theirs 1"], ["Mine 1", "Theirs 0"])


def test_steps_that_both_add_to_a_phase_are_both_there() -> None:
    base = two_by_two()
    mine, other = (put(base, "p2", steps=(Step(id="s3"), Step(id=name))) for name in ("mine", "other"))
    found = merge(base, mine, other)
    assert found.conflicts == ()
    assert {step.id for step in node(found.project, "p2").steps} == {"s3", "mine", "other"}


def test_feelings_of_two_personas_are_two_questions() -> None:
    base = emptied()

    def felt(value: float) -> Project:
        feelings = tuple(Emotion(persona=persona, value=value) for persona in ("pe-eva", "pe-tom"))
        found: Project = put(base, "tp-web", emotions=feelings)
        return found

    found = merge(felt(0.0), felt(1.0), felt(2.0))
    keys = [Key("field", "tp-web", "emotions", persona) for persona in ("pe-eva", "pe-tom")]
    assert [conflict.key for conflict in found.conflicts] == keys
    chosen = node(merge(felt(0.0), felt(1.0), felt(2.0), {keys[1]: "theirs"}).project, "tp-web").emotions
    assert [emotion.value for emotion in chosen] == [1.0, 2.0]
