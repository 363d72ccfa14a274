"""Copying cards and pasting them elsewhere."""

from __future__ import annotations

import pytest

from journey_editor.edit.cards import set_emotion
from journey_editor.edit.change import EditError
from journey_editor.edit.channels import add_channel, set_channel
from journey_editor.edit.clipboard import copy, cut
from journey_editor.edit.duplicate import duplicate
from journey_editor.edit.pasting import Place, paste
from journey_editor.edit.paths import set_path
from journey_editor.edit.personas import add_persona, delete_persona
from journey_editor.edit.phases import add_phase, delete_phase
from journey_editor.model.cards import Touchpoint
from journey_editor.model.clipping import Clipping
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards, cards_at, find_card, find_lane
from journey_editor.storage.clippings import decode, encode
from tests.builders import PIXEL, PIXEL_SHA, everything, two_by_two


def _titles(project: Project, lane: str, step: str) -> list[str]:
    return [card.title for card in cards_at(find_lane(project.maps[0], lane), step)]  # type: ignore[union-attr]


def taken(project: Project, ids: list[str]) -> Clipping:
    found = copy(project, ids)
    assert found is not None
    return found


def test_a_card_is_pasted_at_the_end_of_a_cell_with_an_id_of_its_own() -> None:
    before = two_by_two()
    project, ids = paste(before, taken(before, ["a3"]), Place("map", "a", "s1"), new=counting_ids())
    assert _titles(project, "a", "s1") == ["a1", "a2", "a3"]
    assert len(ids) == 1
    assert problems(project) == ()


def test_cards_keep_their_places_towards_each_other() -> None:
    before = two_by_two()
    project, _ = paste(before, taken(before, ["a1", "b1"]), Place("map", "a", "s2"))
    assert _titles(project, "a", "s2") == ["a1"]
    assert _titles(project, "b", "s3") == ["b1"]


def test_cards_beyond_the_last_step_stay_in_it() -> None:
    before = two_by_two()
    project, _ = paste(before, taken(before, ["a1", "a3"]), Place("map", "b", "s2"))
    assert _titles(project, "b", "s2") == ["b1", "a1"]
    assert _titles(project, "b", "s3") == ["a3"]
    project, _ = paste(before, taken(before, ["a1", "a3"]), Place("map", "a", "s3"))
    assert _titles(project, "a", "s3") == ["a3", "a1", "a3"]


def test_cards_go_below_the_chosen_one_and_again_the_same_way() -> None:
    before = two_by_two()
    project, _ = paste(before, taken(before, ["b1"]), Place("map", "a", "s1", before="a2"))
    project, _ = paste(project, taken(before, ["a3"]), Place("map", "a", "s1", before="a2"))
    assert _titles(project, "a", "s1") == ["a1", "b1", "a3", "a2"]


def test_without_a_cell_cards_are_not_pasted_anywhere() -> None:
    before = two_by_two()
    for place in (Place("map"), Place("map", "a"), Place("map", "", "s1")):
        with pytest.raises(EditError, match="choose a cell"):
            paste(before, taken(before, ["a1"]), place)


def test_nothing_is_copied_where_there_is_nothing_of_the_kind() -> None:
    assert copy(everything(), ["pe-eva", "mp-one", "no-such-thing"]) is None


def test_a_phase_is_pasted_behind_another_with_its_cards() -> None:
    before = two_by_two()
    clipping = taken(before, ["p1"])
    assert [card.id for _, _, card in all_cards(clipping.journey)] == ["a1", "a2", "b1", "n1"]
    project, (made,) = paste(before, clipping, Place("map", step="s3"))
    assert [phase.id for phase in project.maps[0].phases] == ["p1", "p2", made]
    first, second = (step.id for step in project.maps[0].phases[2].steps)
    assert _titles(project, "a", first) == ["a1", "a2"]
    assert _titles(project, "b", second) == ["b1"]
    assert len(project.maps[0].lanes) == 3
    assert problems(project) == ()


def test_a_phase_brings_the_lanes_that_another_map_lacks() -> None:
    before = everything()
    project, (made,) = paste(before, taken(before, ["ph-after"]), Place("mp-two"))
    target = project.maps[1]
    assert [phase.id for phase in target.phases] == ["ph-x", made]
    kinds = ["touchpoints", "text", "metrics", "emotion"]  # of the first, "ln-x" has the same (no) title, but no mode
    assert [lane.kind for lane in target.lanes] == ["touchpoints", *kinds]
    assert problems(project) == ()
    again, _ = paste(project, taken(before, ["ph-after"]), Place("mp-two"))
    assert len(again.maps[1].lanes) == len(target.lanes), "lanes of the same kind and name take it the next time"


def test_a_step_is_pasted_into_the_phase_of_the_place() -> None:
    before = two_by_two()
    project, (made,) = paste(before, taken(before, ["s2"]), Place("map", step="s1"))
    assert [step.id for step in project.maps[0].phases[0].steps] == ["s1", made, "s2"]
    assert _titles(project, "b", made) == ["b1"]


def test_a_lane_is_pasted_below_another_with_all_it_holds() -> None:
    before = everything()
    for key in ("ln-online", "ln-emotion", "ln-channels", "ln-line"):
        project, (made,) = paste(before, taken(before, [key]), Place("mp-one", lane="ln-notes"))
        ids = [lane.id for lane in project.maps[0].lanes]
        assert ids[ids.index("ln-notes") + 1] == made
        copied, original = find_lane(project.maps[0], made), find_lane(before.maps[0], key)
        assert len(getattr(copied, "cells", ())) == len(getattr(original, "cells", ()))
        assert len(getattr(copied, "points", ())) == len(getattr(original, "points", ()))
        assert getattr(copied, "marks", ()) == getattr(original, "marks", ())
        assert problems(project) == ()


def test_a_lane_finds_the_phases_of_another_map_by_name_and_brings_those_it_lacks() -> None:
    before = two_by_two()
    target, other = add_phase(two_by_two(), "map", title="P2 ")
    for key in ("p1", "p2"):
        target = delete_phase(target, key)
    project, (made,) = paste(target, taken(before, ["a"]), Place("map"))
    assert [phase.title for phase in project.maps[0].phases] == ["P2 ", "p1"]
    assert _titles(project, made, project.maps[0].phases[0].steps[0].id) == ["a3"]
    assert project.maps[0].phases[0].id == other
    assert problems(project) == ()


def test_things_of_several_kinds_are_not_copied_together() -> None:
    with pytest.raises(EditError, match="only phases"):
        copy(two_by_two(), ["p1", "b"])
    clipping = copy(two_by_two(), ["p1", "a1"])
    assert clipping is not None
    assert clipping.what == "phases", "a card in a phase goes with it"


def test_what_is_cut_comes_back_with_its_ids_paths_and_words() -> None:
    before = everything()
    after, clipping = cut(before, ["tp-web"])
    assert clipping is not None
    assert find_card(after.maps[0], "tp-web") is None
    assert after.maps[0].paths == ()
    project, ids = paste(after, clipping, Place("mp-one", "ln-online", "st-see"))
    assert ids == ("tp-web",)
    assert project.maps[0].paths == before.maps[0].paths
    assert project.translations["en"] == before.translations["en"]
    again, others = paste(project, clipping, Place("mp-one", "ln-online", "st-see"))
    assert others != ids, "a second time it is a copy"
    assert again.maps[0].paths == project.maps[0].paths
    assert problems(again) == ()


def test_a_phase_that_is_cut_moves_with_its_paths() -> None:
    before = everything()
    after, clipping = cut(before, ["ph-before"])
    assert clipping is not None
    project, _ = paste(after, clipping, Place("mp-one", step="st-use"))
    assert [phase.id for phase in project.maps[0].phases] == ["ph-after", "ph-before"]
    assert project.maps[0].paths == before.maps[0].paths
    assert project.maps[0].counterparts == before.maps[0].counterparts
    assert {lane.id: lane for lane in project.maps[0].lanes}["ln-channels"] == find_lane(before.maps[0], "ln-channels")
    assert problems(project) == ()


def test_a_path_from_what_was_cut_stays_away_from_other_maps() -> None:
    after, clipping = cut(everything(), ["tp-web"])
    assert clipping is not None
    project, _ = paste(after, clipping, Place("mp-two", "ln-x", "st-x"))
    assert project.maps[1].paths == ()
    assert problems(project) == ()


def test_duplicates_have_the_paths_among_them() -> None:
    project, copies = duplicate(everything(), ["tp-web", "tp-shop"])
    way = project.maps[0].paths[-1]
    assert (way.source, way.target, way.condition) == (*copies, "wenn unsicher")
    assert project.translations["en"][f"{way.id}.condition"] == "if unsure"
    assert problems(project) == ()


@pytest.mark.parametrize(("key", "row"), [("p1", "phases"), ("a", "lanes")])
def test_phases_and_lanes_are_duplicated_beside_themselves(key: str, row: str) -> None:
    project, (made,) = duplicate(two_by_two(), [key])
    ids = [thing.id for thing in getattr(project.maps[0], row)]
    assert ids[ids.index(key) + 1] == made
    assert problems(project) == ()


def test_only_what_lies_on_a_map_can_be_duplicated() -> None:
    with pytest.raises(EditError, match="Select cards"):
        duplicate(everything(), ["pe-eva"])


def test_into_a_project_in_another_language_come_the_words_of_that_language() -> None:
    before = everything()
    english = two_by_two().evolve(language="en", translations={"de": {}})
    project, (key,) = paste(english, taken(before, ["tp-web"]), Place("map", "a", "s1"))
    card = find_card(project.maps[0], key)
    assert isinstance(card, Touchpoint)
    assert card.title == "Web site"
    assert project.translations["de"][f"{key}.title"] == "Website"
    assert problems(project) == ()


def test_a_path_is_copied_with_both_its_ends_and_never_with_one() -> None:
    before = everything()
    project, ids = paste(before, taken(before, ["tp-web", "tp-shop"]), Place("mp-one", "ln-online", "st-ask"))
    assert {project.maps[0].paths[-1].source, project.maps[0].paths[-1].target} == set(ids)
    project, _ = paste(before, taken(before, ["tp-web"]), Place("mp-one", "ln-online", "st-ask"))
    assert project.maps[0].paths == before.maps[0].paths


def test_translations_come_along() -> None:
    before = everything()
    project, ids = paste(before, taken(before, ["tp-web"]), Place("mp-one", "ln-offline", "st-use"))
    assert project.translations["en"][f"{ids[0]}.tags.1"] == "important"
    assert problems(project) == ()


def test_a_clipping_can_be_written_and_read() -> None:
    for ids in (["tp-web", "nt-quote", "pc-one"], ["ph-before"], ["st-ask"], ["ln-emotion", "ln-online"]):
        for clipping in (copy(everything(), ids), cut(everything(), ids)[1]):
            assert clipping is not None
            assert problems(clipping.project) == ()
            images = {PIXEL_SHA: PIXEL} if clipping.project.images else {}
            assert decode(encode(clipping, {PIXEL_SHA: PIXEL})) == (clipping, images)


def test_into_another_project_come_the_channels_personas_and_images_that_are_missing() -> None:
    target, web = add_channel(two_by_two(), name="Website", new=counting_ids())
    target, eva = add_persona(target, name="Eva")
    fragment = taken(set_emotion(everything(), "tp-shop", "pe-tom", value=1.0), ["tp-web", "tp-shop"])
    project, ids = paste(target, fragment, Place("map", "a", "s1"))
    first, second = (find_card(project.maps[0], key) for key in ids)
    assert isinstance(first, Touchpoint)
    assert isinstance(second, Touchpoint)
    assert first.channel == web, "one of the same name was there"
    assert [channel.name for channel in project.channels] == ["Website", "Laden"]
    assert [emotion.persona for emotion in first.emotions] == [eva, "pe-tom"]
    assert [persona.id for persona in project.personas] == [eva, "pe-tom"]
    assert [path.persona for path in project.maps[0].paths] == [eva]
    assert [image.sha256 for image in project.images] == [PIXEL_SHA]
    assert problems(project) == ()


def test_a_path_that_comes_back_has_lost_a_persona_who_was_deleted_meanwhile() -> None:
    left, clipping = cut(set_path(everything(), "pa-one", persona="pe-tom"), ["tp-shop"])  # which does not name him
    assert clipping is not None
    for project, whose in ((left, "pe-tom"), (delete_persona(left, "pe-tom"), "")):
        after, _ = paste(project, clipping, Place("mp-one", "ln-offline", "st-ask"))
        assert [path.persona for path in after.maps[0].paths] == [whose]
        assert problems(after) == ()


def test_a_channel_that_was_renamed_since_is_still_the_same() -> None:
    before = everything()
    project, ids = paste(
        set_channel(before, "ch-web", name="Internet"),
        taken(before, ["tp-web"]),
        Place("mp-one", "ln-offline", "st-see"),
    )
    card = find_card(project.maps[0], ids[0])
    assert isinstance(card, Touchpoint)
    assert card.channel == "ch-web"
    assert len(project.channels) == 2


def test_cards_are_refused_by_a_lane_of_another_kind() -> None:
    project = everything()
    with pytest.raises(EditError, match="A note needs"):
        paste(project, taken(project, ["nt-quote"]), Place("mp-one", "ln-online", "st-see"))
