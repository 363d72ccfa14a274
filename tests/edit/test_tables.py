"""A table as phases, lanes and cards."""

from __future__ import annotations

import pytest

from journey_editor.edit.change import EditError
from journey_editor.edit.lines import MOST_LETTERS, MOST_LINES, add_lines
from journey_editor.edit.pasting import Place
from journey_editor.edit.tables import MOST_CARDS, Plan, Reading, Rows, guessed, planned, put
from journey_editor.model.cards import Note, Touchpoint
from journey_editor.model.invariants import problems
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards, cards_at, find_lane, steps
from tests.builders import everything, journey, project, two_by_two

TABLE: Rows = (
    ("", "Bewusstsein", "Kauf", ""),
    ("Online", "Website\nSuche", "Warenkorb", "Kasse"),
    ("", "Newsletter", "", ""),
    ("Filiale", "", "Beratung", ""),
)


def plan(before: Project, table: Rows, reading: Reading) -> Plan:
    return planned(before, before.maps[0].id, table, reading)


def pasted(before: Project, table: Rows, reading: Reading) -> Project:
    after, ids = put(before, before.maps[0].id, plan(before, table, reading))
    assert problems(after) == ()
    assert len(set(ids)) == len(ids)
    return after


def words(now: Project, lane: str, step: str) -> list[str]:
    return [getattr(card, "title", None) or card.text for card in cards_at(find_lane(now.maps[0], lane), step)]  # type: ignore[union-attr]


def test_a_table_becomes_a_map_with_names_from_its_edges() -> None:
    after = pasted(project(journey()), TABLE, guessed(TABLE, in_grid=False))
    target = after.maps[0]
    assert [(phase.title, len(phase.steps)) for phase in target.phases] == [("Bewusstsein", 1), ("Kauf", 2)]
    assert [lane.title for lane in target.lanes] == ["Online", "Filiale"]
    first, second, third = (step.id for step in steps(target))
    online, shop = (lane.id for lane in target.lanes)
    assert words(after, online, first) == ["Website", "Suche", "Newsletter"]
    assert words(after, online, third) == ["Kasse"]
    assert words(after, shop, second) == ["Beratung"]


def test_a_cell_can_stay_one_card_whose_further_lines_describe_it() -> None:
    after = pasted(project(journey()), TABLE, Reading(split=False))
    card = next(card for _, _, card in all_cards(after.maps[0]))
    assert isinstance(card, Touchpoint)
    assert (card.title, card.description) == ("Website", "Suche")


def test_without_names_phases_and_lanes_are_numbered() -> None:
    after = pasted(two_by_two(), (("a", "b"), ("c", "d")), Reading(heads=False, sides=False, kind="notes"))
    assert [phase.title for phase in after.maps[0].phases[2:]] == ["Phase 3", "Phase 4"]
    assert [lane.title for lane in after.maps[0].lanes[3:]] == ["Spur 4", "Spur 5"]
    assert isinstance(list(all_cards(after.maps[0]))[-1][2], Note)


def test_into_the_grid_a_table_goes_from_the_cell_on_and_adds_only_what_is_missing() -> None:
    table = (("x", "y", "z"), ("u", "", ""))
    reading = Reading(heads=False, sides=False, lane="b", step="s2")
    assert plan(two_by_two(), table, reading).new_phases == 1
    after = pasted(two_by_two(), table, reading)
    assert words(after, "b", "s2") == ["b1", "x"]
    assert words(after, "b", "s3") == ["y"]
    assert words(after, "n", "s2") == ["u"]
    assert len(after.maps[0].phases) == 3
    assert len(after.maps[0].lanes) == 3


def test_lanes_that_hold_no_cards_are_passed_over() -> None:
    reading = Reading(heads=False, sides=False, lane="ln-images", step="st-ask")
    after = pasted(everything(), (("a",), ("b",)), reading)
    assert len(after.maps[0].lanes) == len(everything().maps[0].lanes) + 1


@pytest.mark.parametrize(
    ("table", "in_grid", "heads", "sides"),
    [
        (TABLE, False, True, True),
        (TABLE, True, True, True),
        ((("a", "b"), ("c", "d")), True, False, False),
        ((("a", "b"),), False, False, False),
    ],
)
def test_names_are_expected_where_they_probably_are(table: Rows, in_grid: bool, heads: bool, sides: bool) -> None:
    found = guessed(table, in_grid)
    assert (found.heads, found.sides) == (heads, sides)


def test_too_large_a_table_is_refused_with_numbers() -> None:
    many = "\n".join(["x"] * MOST_CARDS)
    for table in ((("a",) * 61,), (("a",),) * 101, ((many, "y"),), (("x" * (MOST_LETTERS + 1), "y"),)):
        with pytest.raises(EditError, match=r"\d"):
            plan(two_by_two(), table, Reading(heads=False, sides=False))


def test_a_table_of_names_alone_is_refused_unless_they_are_cards() -> None:
    with pytest.raises(EditError, match="check mark"):
        plan(two_by_two(), (("a", "b"),), Reading())


def test_lines_become_cards_of_the_lanes_kind_below_each_other() -> None:
    for lane, kind in (("a", Touchpoint), ("n", Note)):
        after, ids = add_lines(two_by_two(), ["x", "y"], Place("map", lane, "s1"))
        assert words(after, lane, "s1")[-2:] == ["x", "y"]
        assert all(isinstance(card, kind) for _, _, card in all_cards(after.maps[0]) if card.id in ids)
    after, _ = add_lines(two_by_two(), ["x"], Place("map", "a", "s1", "a2"))
    assert words(after, "a", "s1") == ["a1", "x", "a2"]


def test_lines_are_refused_without_a_cell_and_beyond_all_bounds() -> None:
    for lines, place, why in (
        (["x"], Place("map"), "choose a cell"),
        (["x"], Place("map", "a", "gone"), "not in the project"),
        (["x"] * (MOST_LINES + 1), Place("map", "a", "s1"), str(MOST_LINES)),
        (["x" * 100_000], Place("map", "a", "s1"), "100000"),
    ):
        with pytest.raises(EditError, match=why):
            add_lines(two_by_two(), lines, place)
    with pytest.raises(EditError, match="holds no cards"):
        add_lines(everything(), ["x"], Place("mp-one", "ln-line", "st-see"))
