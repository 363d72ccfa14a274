"""Two maps compared: what differs, and only that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journey_editor.edit.anything import set_any
from journey_editor.edit.cards import add_card, duplicate_cards, move_cards, set_emotion
from journey_editor.edit.curves import add_point, set_point
from journey_editor.edit.joining import join_phases
from journey_editor.edit.lanes import add_lane, move_lane
from journey_editor.edit.map_copies import duplicate_map
from journey_editor.edit.maps import add_map, delete_map, set_map
from journey_editor.edit.matrix import set_mark
from journey_editor.edit.paths import add_counterpart, add_path
from journey_editor.edit.phases import add_phase, move_phase
from journey_editor.edit.remove import delete
from journey_editor.edit.steps import add_step, move_step
from journey_editor.edit.translations import set_text
from journey_editor.model.cards import Metric
from journey_editor.model.comparing import compare
from journey_editor.model.differences import Difference
from journey_editor.model.ids import counting_ids
from journey_editor.model.project import Project
from journey_editor.model.things import find_thing, things_of
from tests.builders import everything, journey, lane, large, note, phase, project, tp, two_by_two
from tests.duplicates import Duplicate


class Copy(Duplicate):
    def found(self) -> list[tuple[str, str, str]]:
        """(sort, kind, id in the source, or title of what is new)"""
        return [(d.sort, d.kind, d.before or self.title(d)) for d in self.compared().differences]

    def title(self, difference: Difference) -> str:
        thing = find_thing(self.project, difference.after)
        assert thing is not None
        return str(getattr(thing.node, "title", "") or thing.kind)


@pytest.mark.parametrize("start", [everything(), two_by_two(), large(2, 4, 3)])
def test_a_fresh_duplicate_is_no_different(start: Project) -> None:
    copy = Copy(start)
    assert copy.compared().differences == ()
    assert compare(copy.project, copy.map, copy.source).differences == ()
    assert compare(start, copy.source, copy.source).differences == ()


EDITS: dict[str, tuple[Callable[[Copy], None], list[tuple[str, str, str]]]] = {
    "a card is added": (
        lambda c: c.edit(add_card, c("ln-online"), c("st-use"), title="Neu", new=c.new),
        [("added", "touchpoint", "Neu")],
    ),
    "a card is removed with its paths and traces": (
        lambda c: c.edit(delete, [c("tp-shop")]),
        [("removed", "touchpoint", "tp-shop"), ("removed", "path", "pa-one"), ("removed", "counterpart", "cp-one")],
    ),
    "a card is retitled": (
        lambda c: c.edit(set_any, c("tp-web"), title="Netz"),
        [("changed", "touchpoint", "tp-web")],
    ),
    "a note gets another tone": (
        lambda c: c.edit(set_any, c("nt-quote"), tone="pain"),
        [("changed", "note", "nt-quote")],
    ),
    "a figure gets another value": (
        lambda c: c.edit(set_any, c("ms-nps"), metric=Metric(name="NPS", value=50.0)),
        [("changed", "measure", "ms-nps")],
    ),
    "a picture gets words": (
        lambda c: c.edit(set_any, c("pc-one"), text="Bild"),
        [("changed", "picture", "pc-one")],
    ),
    "a card is moved to another phase": (
        lambda c: c.edit(move_cards, [c("tp-web")], c("ln-online"), c("st-use"), None),
        [("moved", "touchpoint", "tp-web")],
    ),
    "a card is moved to another lane": (
        lambda c: c.edit(move_cards, [c("tp-web")], c("ln-offline"), c("st-see"), None),
        [("moved", "touchpoint", "tp-web")],
    ),
    "a card is duplicated": (
        lambda c: c.edit(duplicate_cards, [c("tp-web")], new=c.new),
        [("added", "touchpoint", "Website")],
    ),
    "a phase is added": (
        lambda c: c.edit(add_phase, c.map, title="Danach", new=c.new),
        [("added", "phase", "Danach")],
    ),
    "a phase is removed with all that lies in it": (
        lambda c: c.edit(delete, [c("ph-after")]),
        [
            ("removed", "phase", "ph-after"),
            ("removed", "touchpoint", "tp-mail"),
            ("removed", "note", "nt-text"),
            ("removed", "measure", "ms-nps"),
            ("removed", "point", "pt-one"),
            ("removed", "counterpart", "cp-one"),
        ],
    ),
    "a phase gets a goal": (
        lambda c: c.edit(set_any, c("ph-after"), goal="Treue"),
        [("changed", "phase", "ph-after")],
    ),
    "a step is added": (
        lambda c: c.edit(add_step, c("ph-after"), title="Später", new=c.new),
        [("added", "step", "Später")],
    ),
    "a step is named": (
        lambda c: c.edit(set_any, c("st-use"), title="Nutzen"),
        [("changed", "step", "st-use")],
    ),
    "a step is moved to another phase": (
        lambda c: c.edit(move_step, c("st-ask"), c("ph-after"), None),
        [("moved", "step", "st-ask")],
    ),
    "a lane is added": (
        lambda c: c.edit(add_lane, c.map, "notes", title="Ideen", new=c.new),
        [("added", "lane", "Ideen")],
    ),
    "a lane is removed": (lambda c: c.edit(delete, [c("ln-line")]), [("removed", "lane", "ln-line")]),
    "a lane is moved": (
        lambda c: c.edit(move_lane, c("ln-line"), c("ln-notes")),
        [("moved", "lane", "ln-line")],
    ),
    "a lane changes its side": (
        lambda c: c.edit(set_any, c("ln-notes"), mode="offline"),
        [("changed", "lane", "ln-notes")],
    ),
    "the curve shows others": (
        lambda c: c.edit(set_any, c("ln-emotion"), personas=()),
        [("changed", "lane", "ln-emotion")],
    ),
    "a channel is marked": (
        lambda c: c.edit(set_mark, c("ln-channels"), "ch-web", c("st-use"), 2),
        [("changed", "lane", "ln-channels")],
    ),
    "a feeling changes": (
        lambda c: c.edit(set_emotion, c("tp-web"), "pe-tom", value=2.0),
        [("changed", "touchpoint", "tp-web")],
    ),
    "a point is drawn": (
        lambda c: c.edit(add_point, c("ln-emotion"), c("st-see"), "pe-eva", value=1.0, new=c.new),
        [("added", "point", "point")],
    ),
    "a point is raised": (
        lambda c: c.edit(set_point, c("pt-one"), value=1.0),
        [("changed", "point", "pt-one")],
    ),
    "a path is drawn": (
        lambda c: c.edit(add_path, c.map, c("tp-shop"), c("tp-mail"), new=c.new),
        [("added", "path", "path")],
    ),
    "a path gets another condition": (
        lambda c: c.edit(set_any, c("pa-one"), condition="immer"),
        [("changed", "path", "pa-one")],
    ),
    "a counterpart is linked": (
        lambda c: c.edit(add_counterpart, c.map, c("tp-shop"), c("tp-web"), new=c.new),
        [("added", "counterpart", "counterpart")],
    ),
    "a translation changes": (
        lambda c: c.edit(set_text, "en", c("tp-shop"), "title", "Store"),
        [("changed", "touchpoint", "tp-shop")],
    ),
    "the goal of the map changes": (
        lambda c: c.edit(set_map, c.map, goal="Mehr"),
        [("changed", "map", "mp-one")],
    ),
    "the band is moved": (lambda c: c.edit(set_map, c.map, band_below=""), [("changed", "map", "mp-one")]),
    "only how the map is shown": (
        lambda c: (
            c.edit(set_any, c("ph-after"), collapsed=True),
            c.edit(set_any, c("ln-notes"), height=200.0),
            c.edit(set_map, c.map, title="Anders", kind="as-is"),
        )[0],
        [],
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_each_edit_is_found_as_what_it_is(name: str) -> None:
    edit, expected = EDITS[name]
    copy = Copy(everything())
    edit(copy)
    assert copy.found() == expected


def test_the_fields_that_changed_are_named_with_what_they_were_and_are() -> None:
    copy = Copy(everything())
    copy.edit(set_any, copy("tp-web"), title="Netz", tags=("neu",))
    copy.edit(set_emotion, copy("tp-web"), "pe-tom", value=2.0)
    (difference,) = copy.compared().differences
    assert [(c.field, c.item) for c in difference.changes] == [("title", ""), ("emotions", "pe-tom"), ("tags", "")]
    title, emotion, tags = difference.changes
    assert (title.before, title.after) == ("Website", "Netz")
    assert (emotion.before.value, emotion.after.value) == (-0.5, 2.0)  # type: ignore[attr-defined]
    assert (tags.before, tags.after) == (("neu", "wichtig"), ("neu",))


def test_a_translation_is_named_with_its_language() -> None:
    copy = Copy(everything())
    copy.edit(set_text, "en", copy("tp-shop"), "title", "Store")
    (change,) = copy.compared().differences[0].changes
    assert (change.field, change.language, change.before, change.after) == ("title", "en", "Shop", "Store")


def test_moving_and_changing_a_card_are_two_differences() -> None:
    copy = Copy(everything())
    copy.edit(move_cards, [copy("tp-web")], copy("ln-offline"), copy("st-use"), None)
    copy.edit(set_any, copy("tp-web"), owner="Ida")
    moved, changed = copy.compared().differences
    assert [(c.field, c.before) for c in moved.changes] == [("phase", "ph-before"), ("lane", "ln-online")]
    assert [c.field for c in changed.changes] == ["owner"]


def test_only_what_left_its_order_has_moved() -> None:
    copy = Copy(large(1, 1, 5))
    copy.edit(move_cards, [copy("c0-0-4")], copy("l0"), copy("s0"), copy("c0-0-0"))
    (difference,) = copy.compared().differences
    assert (difference.sort, difference.before) == ("moved", "c0-0-4")
    assert [tuple(c[:3]) for c in difference.changes] == [("order", 5, 1)]


def test_a_phase_that_moved_takes_its_cards_along_without_their_having_moved() -> None:
    copy = Copy(two_by_two())
    copy.edit(move_phase, copy("p2"), copy("p1"))
    (difference,) = copy.compared().differences
    assert (difference.sort, difference.kind) == ("moved", "phase")


def test_joined_phases_are_one_removed_and_its_steps_moved() -> None:
    copy = Copy(two_by_two())
    copy.edit(join_phases, [copy("p1"), copy("p2")])
    assert copy.found()[:1] == [("removed", "phase", "p2")]
    assert ("moved", "step", "s3") in copy.found()
    assert not [found for found in copy.found() if found[1] == "touchpoint"]


def test_two_copies_are_compared_although_the_first_map_is_gone() -> None:
    copy = Copy(everything())
    second, key = duplicate_map(copy.project, copy.map, new=copy.new)
    second = delete_map(delete_map(second, "mp-one"), "mp-two")
    assert compare(second, copy.map, key).differences == ()
    second = set_any(second, copy("tp-web"), title="Netz")
    (difference,) = compare(second, copy.map, key).differences
    assert (difference.sort, difference.before) == ("changed", copy("tp-web"))


def test_maps_without_a_trace_are_paired_by_names() -> None:
    first = journey(
        [phase("p1"), phase("p2")],
        [
            lane(
                "touchpoints", "l1", {"p1s": [tp("a", "Suche"), tp("b", "Anruf")], "p2s": [tp("c", "Kauf")]}, title="Wo"
            )
        ],
    )
    second = journey(
        [phase("q1").evolve(title="P1 "), phase("q2").evolve(title="p2")],
        [
            lane(
                "touchpoints", "m1", {"q1s": [tp("x", "suche")], "q2s": [tp("y", "Kauf"), tp("z", "Anruf")]}, title="wo"
            ),
            lane("notes", "m2", {"q1s": [note("n", "Suche")]}, title="Wo"),
        ],
        key="second",
    )
    found = {(d.sort, d.kind, d.before, d.after) for d in compare(project(first, second), "map", "second").differences}
    assert found == {
        ("changed", "phase", "p1", "q1"),
        ("added", "lane", "", "m2"),
        ("added", "note", "", "n"),
        ("changed", "touchpoint", "a", "x"),
        ("moved", "touchpoint", "b", "z"),
        ("changed", "lane", "l1", "m1"),
    }


def test_names_that_could_mean_several_pair_nothing_across_the_map() -> None:
    first = journey(
        [phase("p1"), phase("p2")], [lane("touchpoints", "l", {"p1s": [tp("a", "Anruf"), tp("b", "Anruf")]})]
    )
    second = journey([phase("q1").evolve(title="p1"), phase("q2").evolve(title="p2")], key="second")
    second = second.evolve(lanes=(lane("touchpoints", "m", {"q2s": [tp("x", "Anruf")]}),))
    found = [(d.sort, d.before or d.after) for d in compare(project(first, second), "map", "second").differences]
    assert found == [("removed", "a"), ("removed", "b"), ("added", "x")]


def test_a_map_of_another_file_is_compared_by_ids_and_personas_by_name() -> None:
    here = everything()
    there = set_any(here, "tp-shop", owner="Ida")
    assert [d.before for d in compare(here, "mp-one", "mp-one", there).differences] == ["tp-shop"]
    personas = tuple(p.evolve(id="pe-other", name="Eva") if p.id == "pe-eva" else p for p in here.personas)
    web = here.maps[0].lanes[0].cells[0].cards[0]  # type: ignore[union-attr]
    felt = tuple(e.evolve(persona="pe-other") if e.persona == "pe-eva" else e for e in web.emotions)  # type: ignore[union-attr]
    renamed = set_any(here.evolve(personas=personas), "tp-web", emotions=felt)
    found = compare(here, "mp-one", "mp-one", renamed).differences
    assert not [d for d in found if d.before == "tp-web"]


def test_an_empty_map_lacks_everything() -> None:
    start, key = add_map(everything(), "Leer", new=counting_ids(700))
    result = compare(start, "mp-one", key)
    nameless = 1  # the only step of a phase goes with it
    assert result.counts["removed"] == len(list(things_of(start.maps[0]))) - nameless
    assert result.counts["added"] == 0
    assert compare(start, key, "mp-one").counts["added"] == result.counts["removed"]


def test_phases_of_both_maps_stand_in_one_row() -> None:
    copy = Copy(two_by_two())
    copy.edit(delete, [copy("p1")])
    copy.edit(add_phase, copy.map, title="neu", before=copy("p2"), new=copy.new)
    result = copy.compared()
    assert [before for before, _ in result.columns] == ["p1", "", "p2"]
    removed = next(d for d in result.differences if d.before == "a1")
    assert removed.column == 0
