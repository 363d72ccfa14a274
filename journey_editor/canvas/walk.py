"""Where the arrow keys lead: through cards, empty cells, phases and lane heads, by where they stand on the map.

A place is named by an id: of a card, phase or lane, of the map (its title), "LANE/STEP" for a cell without cards, or
"LANE/STEP/CHANNEL" in a matrix.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from journey_editor.layout.result import Layout, PathLine, Row

Way = Literal["left", "right", "up", "down"]

_WITH_CELLS = frozenset(("touchpoints", "notes", "text", "metrics", "images"))
_WITH_PLACES = _WITH_CELLS | {"emotion"}


def holds_cells(row: Row) -> bool:
    return row.block.kind in _WITH_CELLS and not row.block.folded


def _is_walked(row: Row) -> bool:
    """Whether the keyboard goes through its cells: those of cards, of a curve, which hold points, and of a matrix."""
    return row.block.kind in _WITH_PLACES or bool(row.block.channels)


def first(layout: Layout) -> str:
    """Where the keyboard begins: at the first card, else at the first phase, lane, or the map itself."""
    card = next(layout.cards(), None)
    if card is not None:
        return card.id
    if layout.phases:
        return layout.phases[0].id
    return next((row.lane for row in layout.rows if row.lane), layout.map_id)


def in_order(layout: Layout) -> Iterator[str]:
    """Everything that Tab goes through: the map, then row by row its head and what lies in it; after each card the
    paths and traces that leave it."""
    yield layout.map_id
    leaving: dict[str, list[str]] = {}
    for line in layout.lines:
        leaving.setdefault(line.source, []).append(line.id)
    for row in layout.rows:
        if not row.lane:
            for phase in layout.phases:
                yield phase.id
                yield from _steps_of(layout, phase.id)
            continue
        yield row.lane
        for cell in row.block.cells:
            for card in cell.block.cards:
                yield card.block.id
                yield from leaving.get(card.block.id, ())
        if row.block.kind == "emotion" or row.block.channels:
            yield from (_stack(layout, row, column.step)[0] for column in layout.columns)


def next_of(layout: Layout, here: str, by: int) -> str | None:
    """The next thing (by = 1) or the one before (by = -1); None beyond the ends."""
    order = list(in_order(layout))
    lane, _, rest = here.partition("/")
    cell = f"{lane}/{rest.partition('/')[0]}/"  # of a matrix, whose columns Tab goes through by their first place
    at = next((at for at, key in enumerate(order) if key == here or (rest and key.startswith(cell))), -1)
    if at < 0:
        at = order.index(lane) if lane in order else -1
    if at < 0:
        return order[0] if by > 0 else order[-1]
    return order[at + by] if 0 <= at + by < len(order) else None


def _steps_of(layout: Layout, phase: str) -> tuple[str, ...]:
    """The heads of a phase's steps; an unsplit phase has none of its own."""
    steps = tuple(column.step for column in layout.columns if column.phase == phase)
    return steps if len(steps) > 1 else ()


def step(layout: Layout, here: str, way: Way) -> str | None:
    """The place next to one, or None where there is none; `first` if the place is not known (any more)."""
    line = next((line for line in layout.lines if line.id == here), None)
    if line is not None:
        return _along(layout, line, way)
    spot = _spot(layout, here)
    if spot is None:
        return first(layout)
    row, column, index = spot
    if way in ("up", "down"):
        return _vertical(layout, row, column, index, 1 if way == "down" else -1)
    return _horizontal(layout, row, column, index, 1 if way == "right" else -1)


def _along(layout: Layout, line: PathLine, way: Way) -> str | None:
    """From a path to the card where it begins or ends, or to the next one that leaves the same card."""
    if way in ("left", "right"):
        return line.source if way == "left" else line.target
    beside = [other.id for other in layout.lines if other.source == line.source]
    at = beside.index(line.id) + (1 if way == "down" else -1)
    return beside[at] if 0 <= at < len(beside) else None


def _spot(layout: Layout, here: str) -> tuple[int, int, int] | None:
    """The row (-1: the title), the column (-1: the lane head) and the index in the cell's stack."""
    if here == layout.map_id:
        return -1, 0 if layout.columns else -1, 0
    columns = {column.step: i for i, column in enumerate(layout.columns)}
    lane, _, rest = here.partition("/")
    at_step = rest.partition("/")[0]
    for r, row in enumerate(layout.rows):
        if not row.lane:
            for column in layout.columns:
                if here in (column.phase, column.step):
                    return r, columns[column.step], int(here == column.step)
        elif row.lane == lane:
            places = [box.id for box in layout.marks_in(lane, at_step)]
            return r, columns.get(at_step, -1), places.index(here) if here in places else 0
        for cell in row.block.cells:
            for index, card in enumerate(cell.block.cards):
                if card.block.id == here:
                    return r, columns.get(cell.block.step, -1), index
    return None


def _at(layout: Layout, r: int, column: int, index: int) -> str | None:
    """What stands in a row and column; `index` is the card wanted, counted from the end if negative."""
    if r < 0:
        return layout.map_id
    row = layout.rows[r]
    if not row.lane:
        if column < 0:
            return None
        here = layout.columns[column]
        split = here.step in _steps_of(layout, here.phase)
        return here.step if split and index != 0 else here.phase
    if column < 0:
        return row.lane
    if not _is_walked(row):
        return None
    places = _stack(layout, row, layout.columns[column].step)
    return places[max(-len(places), min(index, len(places) - 1))]


def _stack(layout: Layout, row: Row, step: str) -> list[str]:
    """What lies in a cell, from top to bottom: its cards, or the places of a matrix; else the cell itself."""
    found = layout.marks_in(row.lane, step) if row.block.channels else layout.cards_in(row.lane, step)
    return [box.id for box in found] or [f"{row.lane}/{step}"]


def _vertical(layout: Layout, r: int, column: int, index: int, by: int) -> str | None:
    if r >= 0 and column >= 0 and layout.rows[r].lane:
        places = _stack(layout, layout.rows[r], layout.columns[column].step)
        if 0 <= index + by < len(places):
            return places[index + by]
    elif r >= 0 and column >= 0:  # in the band the steps lie under their phase
        here = layout.columns[column]
        if by > 0 and index == 0 and (steps := _steps_of(layout, here.phase)):
            return steps[0]
        if by < 0 and index:
            return here.phase
    r += by
    while -1 <= r < len(layout.rows):
        found = _at(layout, r, column, 0 if by > 0 else -1)
        if found is not None:
            return found
        r += by
    return None


def _horizontal(layout: Layout, r: int, column: int, index: int, by: int) -> str | None:
    if r < 0:
        return None
    in_band = column >= 0 and not layout.rows[r].lane
    own_phase = layout.columns[column].phase if in_band and not index else None
    column += by
    while -1 <= column < len(layout.columns):
        found = _at(layout, r, column, index)
        if found is not None and found != own_phase:
            return found
        column += by
    return None


def end_of_row(layout: Layout, here: str, by: int) -> str | None:
    """The first (by = -1) or last thing of the row."""
    place: str | None = here
    while place is not None:
        beyond = step(layout, place, "right" if by > 0 else "left")
        if beyond is None or beyond == place:
            return place
        place = beyond
    return None
