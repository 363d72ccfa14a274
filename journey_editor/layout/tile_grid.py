"""How a poster is cut into sheets of office paper: how many, which part is on which, and their names.

A sheet is cut at its left and upper edge and glued over the strip that its neighbours there have printed as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from journey_editor.model.style import PAPER_MM, TilePaper

from .paper import POINTS_PER_MM
from .windows import Window

#: What no office printer prints on, at each edge of a sheet (points).
SAFE = 7 * POINTS_PER_MM
#: Around the part of the poster: marks, codes and the names of neighbours.
STRIP = 6 * POINTS_PER_MM
#: Lengths that differ by less are the same; a row for the thousandth of a point would be an empty row.
_SAME = 0.01


class TileGrid(NamedTuple):
    """Sheets of `width` x `height` in so many columns and rows. `room` is what a sheet shows at most of the poster,
    `overlap` what two neighbours both show; all in points."""

    width: float
    height: float
    poster: tuple[float, float]
    overlap: float
    columns: int
    rows: int

    @property
    def room(self) -> tuple[float, float]:
        return self.width - 2 * (SAFE + STRIP), self.height - 2 * (SAFE + STRIP)

    @property
    def step(self) -> tuple[float, float]:
        """From the left edge of a sheet's part to that of the next, and from upper edge to upper edge."""
        w, h = self.room
        return w - self.overlap, h - self.overlap

    def window(self, column: int, row: int) -> Window:
        """The part of the poster on a sheet."""
        (w, h), (dx, dy) = self.room, self.step
        x, y = column * dx, row * dy
        return Window(x, y, min(w, self.poster[0] - x), min(h, self.poster[1] - y))

    def places(self) -> Iterator[tuple[int, int]]:
        """Column and row of all sheets, row by row."""
        return ((column, row) for row in range(self.rows) for column in range(self.columns))


def code(column: int, row: int) -> str:
    """What a sheet is called: its row as a letter (after Z comes AA), its column as a number."""
    letters = ""
    row += 1
    while row:
        row, letter = divmod(row - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{column + 1}"


def fits(paper: TilePaper, width: float, height: float) -> bool:
    """Whether a page can be printed on one sheet of that paper as it is."""
    short, long = (side * POINTS_PER_MM + _SAME for side in PAPER_MM[paper])
    return min(width, height) <= short and max(width, height) <= long


def tile_grid(paper: TilePaper, overlap: float, width: float, height: float) -> TileGrid:
    """The grid with the fewest sheets for a poster; `overlap` in millimetres. Of two that need as many, the one whose
    sheets lie as the poster does."""
    short, long = (side * POINTS_PER_MM for side in PAPER_MM[paper])
    ways = ((long, short), (short, long)) if width >= height else ((short, long), (long, short))
    return min((_grid(*way, overlap * POINTS_PER_MM, width, height) for way in ways), key=lambda g: g.columns * g.rows)


def _grid(width: float, height: float, overlap: float, poster_width: float, poster_height: float) -> TileGrid:
    grid = TileGrid(width, height, (poster_width, poster_height), overlap, 1, 1)
    across, down = (
        max(1, ceil((poster - overlap - _SAME) / step)) for poster, step in zip(grid.poster, grid.step, strict=True)
    )
    return grid._replace(columns=across, rows=down)
