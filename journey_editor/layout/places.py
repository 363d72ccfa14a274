"""Finding the cards and points of a layout by their ids, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .result import PlacedCard, PlacedCell, PointBlock, Row


class _Found(NamedTuple):
    """Where a row's cards lie: the index of the cell, and the index in it. `cells` is what was looked through."""

    cells: tuple[PlacedCell, ...]
    places: dict[str, tuple[int, int]]


class Places:
    """Finds cards by their ids. Layouts that follow each other share one: an edit changes one row of a map, and the
    others need not be looked through again."""

    __slots__ = ("_points", "_rows")

    def __init__(self) -> None:
        self._rows: dict[str, _Found] = {}
        self._points: dict[str, tuple[tuple[PointBlock, ...], dict[str, list[PointBlock]]]] = {}

    def card(self, rows: tuple[Row, ...], card: str) -> tuple[Row, PlacedCell, PlacedCard] | None:
        for row in rows:
            cells = row.block.cells
            if not cells:
                continue
            found = self._rows.get(row.block.lane)
            if found is None or found.cells is not cells:
                places = {c.block.id: (i, n) for i, cell in enumerate(cells) for n, c in enumerate(cell.block.cards)}
                found = self._rows[row.block.lane] = _Found(cells, places)
            place = found.places.get(card)
            if place is not None:
                cell = cells[place[0]]
                return row, cell, cell.block.cards[place[1]]
        return None

    def points(self, row: Row, card: str) -> list[PointBlock]:
        points = row.block.points
        if not points:
            return []
        known = self._points.get(row.block.lane)
        if known is None or known[0] is not points:
            known = self._points[row.block.lane] = (points, {})
            for point in points:
                known[1].setdefault(point.id, []).append(point)
        return known[1].get(card, [])
