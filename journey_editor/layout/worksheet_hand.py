"""What a hand needs on paper: how far apart lines are, how wide a column, how large the type. All in points of a page.

A hand is as large on A3 as on A4: there is more room then, not a larger grid. Only on posters, which hang on a wall and
are filled in with markers, everything grows.
"""

from __future__ import annotations

from typing import NamedTuple

from . import look
from .paper import POINTS_PER_MM, Sheet
from .print_words import Setting
from .wrap import TextBlock

_PITCH = 8.0  # millimetres from line to line
_COLUMN = 45.0  # millimetres that a column needs
#: No type of a worksheet is smaller (points).
LEAST_TYPE = 9.0
_HEAD = (84.0, 112.0)  # the column of the rows' names: at least, at most
_HEAD_SHARE = 0.2
_A3_SHORT = 297 * POINTS_PER_MM
_A4_GROWTH, _A3_TYPE = 0.75, 1.15
_CLOSEST = 0.92
_SLACK = 0.5


class Hand(NamedTuple):
    """The measures of a worksheet. `grown` is the factor of everything on posters, `type` that of type (1 on A4),
    `pitch` the distance of lines; `head` is the width of the rows' names (at first the least), `room` that of all."""

    setting: Setting
    grown: float
    type: float
    pitch: float
    column: float
    head: float
    room: float

    @classmethod
    def of(cls, setting: Setting, sheet: Sheet) -> Hand:
        # A long strip of paper is no poster.
        grown = max(min(sheet.growth, min(sheet.width, sheet.height) / _A3_SHORT), 1.0)
        size = grown * (1.0 if sheet.growth <= _A4_GROWTH else _A3_TYPE)
        own = setting._replace(least=LEAST_TYPE)
        pitch, column = _PITCH * POINTS_PER_MM * grown, _COLUMN * POINTS_PER_MM * grown
        return cls(own, grown, size, pitch, column, _HEAD[0] * grown, sheet.room)

    def with_columns(self, count: int) -> Hand:
        """The hand with names as wide as so many columns leave room for."""
        most = min(_HEAD[1] * self.type, self.room * _HEAD_SHARE, self.room - count * self.column)
        return self._replace(head=max(most, self.head))

    @property
    def columns(self) -> int:
        """How many columns have room beside the rows' names."""
        return max(1, int((self.room - self.head + _SLACK) / self.column))

    @property
    def closest(self) -> float:
        """The least distance of lines, where all that belongs together has room on a sheet then."""
        return self.pitch * _CLOSEST

    @property
    def inset(self) -> float:
        """From a column's edge to its lines."""
        return 7.0 * self.grown

    def block(
        self,
        text: str,
        size: float,
        width: float,
        *,
        bold: bool = False,
        color: str = look.INK,
        most: int | None = None,
    ) -> TextBlock:
        """Text in a size of A4, set in that of the paper."""
        return self.setting.block(text, size * self.type, width, bold=bold, color=color, most=most)
