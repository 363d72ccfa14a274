"""What makes undo cheap: an edit copies a few small tuples and shares all the rest."""

from __future__ import annotations

import gc
import tracemalloc

from journey_editor.edit.cards import add_card, delete_cards, move_cards, set_card
from journey_editor.edit.history import History
from journey_editor.edit.phases import set_phase
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards, find_card
from tests.builders import large


def _new_cells(before: Project, after: Project) -> int:
    old = {id(cell) for lane in before.maps[0].lanes for cell in lane.cells}  # type: ignore[union-attr]
    return sum(id(cell) not in old for lane in after.maps[0].lanes for cell in lane.cells)  # type: ignore[union-attr]


def _new_cards(before: Project, after: Project) -> int:
    old = {id(card) for _, _, card in all_cards(before.maps[0])}
    return sum(id(card) not in old for _, _, card in all_cards(after.maps[0]))


def test_edits_of_cards_touch_their_own_cells_only() -> None:
    before = large(4, 10, 5)
    renamed = set_card(before, "c1-2-3", title="x")
    assert (_new_cells(before, renamed), _new_cards(before, renamed)) == (1, 1)
    added, _ = add_card(before, "l1", "s2")
    assert (_new_cells(before, added), _new_cards(before, added)) == (1, 1)
    moved = move_cards(before, ["c1-2-3"], "l3", "s9")
    assert (_new_cells(before, moved), _new_cards(before, moved)) == (2, 0)
    deleted = delete_cards(before, ["c1-2-3"])
    assert (_new_cells(before, deleted), _new_cards(before, deleted)) == (1, 0)


def test_an_edit_of_a_phase_touches_no_lane() -> None:
    before = large(4, 10, 5)
    after = set_phase(before, "p0", title="x")
    assert after.maps[0].lanes is before.maps[0].lanes
    assert after.maps[0].phases[1] is before.maps[0].phases[1]


def test_a_hundred_edits_among_ten_thousand_cards_cost_less_than_a_megabyte_and_a_half() -> None:
    history = History(large())
    find_card(history.present.maps[0], "none")  # the lanes are indexed once, however many edits follow
    gc.collect()
    tracemalloc.start()
    try:
        for i in range(100):
            key = f"c{i % 20}-{i * 7 % 50}-{i % 10}"
            history = history.push(set_card(history.present, key, title=f"New {i}"), "Rename", (key,), (key,))
        cost, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(history.past) == 100
    assert cost < 1_500_000, "1,000 edits are to cost 15 MB at most"
