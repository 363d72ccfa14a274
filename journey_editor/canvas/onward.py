"""Where writing goes on after a text: Enter leads to a new card below, Tab to the next place and Shift+Tab to the one
before.

From the name of a measure it leads to its figures. The next place of a card is the next cell of its lane, then the
first of the next lane; that of a phase is the next phase, and so with steps and lanes. A cell that holds cards is
gone on with at its first one, an empty one with a new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journey_editor.layout.result import Layout
from journey_editor.model.queries import cards_at, find_lane, place_of
from journey_editor.session.measuring import FIGURES
from journey_editor.session.writing import Cell, Writing

from .measuring import measure_of
from .walk import holds_cells

if TYPE_CHECKING:
    from .text_editor import Onward
    from .view import MapView


def going_on(view: MapView, writing: Writing, said: bool, onward: Onward) -> None:
    """Open the next field. `said` tells that there were words: an empty new card ends the writing with Enter."""
    if not onward:
        _rest(view, writing)
        return
    if _to_the_other_field(view, writing, onward):
        return
    cell = _cell_of(writing)
    if cell is None:
        there = None if onward == "below" else _neighbour(view.map_layout, writing.thing, 1 if onward == "next" else -1)
        if there is None or not view.in_place.begin(there):
            _rest(view, writing)
        else:
            view.reveal(there)
        return
    if onward == "below":
        if writing.cell is not None and not said:
            _rest(view, writing)
        else:
            view.in_place.begin_card(_below(writing, cell))
        return
    there = next_cell(view.map_layout, cell.lane, cell.step, 1 if onward == "next" else -1)
    if there is None:
        _rest(view, writing)
        return
    cards = view.map_layout.cards_in(*there.split("/"))
    if not cards:
        view.in_place.begin_card(Cell(*there.split("/")))
    elif view.in_place.begin(cards[0].id):
        view.reveal(cards[0].id)


def _to_the_other_field(view: MapView, writing: Writing, onward: Onward) -> bool:
    """A measure has two fields: Tab leads from its name to its figures, Shift+Tab back. False for all else."""
    if measure_of(view.session, writing.thing) is None:
        return False
    if onward == "next" and writing.field != FIGURES:
        return view.in_place.begin(writing.thing, FIGURES)
    return onward == "back" and writing.field == FIGURES and view.in_place.begin(writing.thing)


def next_cell(layout: Layout, lane: str, step: str, by: int) -> str | None:
    """The cell beside one in its lane, else at the beginning (or end) of the next (or last) lane that holds cards."""
    cells = [
        f"{row.lane}/{column.step}"
        for row in layout.rows
        if row.lane and holds_cells(row)
        for column in layout.columns
        if not column.folds
    ]
    here = f"{lane}/{step}"
    at = cells.index(here) + by if here in cells else -1
    return cells[at] if 0 <= at < len(cells) else None


def _rest(view: MapView, writing: Writing) -> None:
    """The keyboard stays on what was written; where nothing was, on the card that is still selected, or the cell."""
    cell = writing.cell
    if view.map_layout.box(writing.thing) is not None:
        view.here = writing.thing
    elif cell is not None:
        there = [box.id for box in view.map_layout.cards_in(cell.lane, cell.step)]
        chosen = [key for key in view.session.selection if key in there]
        if not chosen:
            view.session.select(())
        view.here = chosen[-1] if chosen else f"{cell.lane}/{cell.step}"
    view.refresh()


def _cell_of(writing: Writing) -> Cell | None:
    if writing.cell is not None:
        return writing.cell
    place = place_of(writing.session.journey, writing.thing)
    return None if place is None else Cell(place.lane, place.step)


def _below(writing: Writing, cell: Cell) -> Cell:
    """The place right under the card that was written."""
    stack = [card.id for card in cards_at(find_lane(writing.session.journey, cell.lane), cell.step)]
    if writing.thing not in stack:
        return cell
    after = stack[stack.index(writing.thing) + 1 :]
    return Cell(cell.lane, cell.step, after[0] if after else None)


def _neighbour(layout: Layout, thing: str, by: int) -> str | None:
    """The phase, step or lane beside one; from the title it goes to the phases."""
    rows = (
        [phase.id for phase in layout.phases],
        [column.step for column in layout.columns if not column.folds],
        [row.lane for row in layout.rows if row.lane],
    )
    if thing == layout.map_id:
        return rows[0][0] if by > 0 and rows[0] else None
    for ids in rows:
        if thing in ids:
            at = ids.index(thing) + by
            return ids[at] if 0 <= at < len(ids) else None
    return None
