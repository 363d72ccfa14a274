"""The pages of the lists behind a map: a head for each, then text in columns. Sizes are those of an A3 page.

A list begins below the one before it where there is room; the columns of what ends on a page are about as long as each
other. So no page is left half empty for a few lines.
"""

from __future__ import annotations

from . import look
from .drawlist import Group, Item, Tag
from .line_columns import Columns, Line, height_of
from .print_words import Setting
from .text_columns import columns_of
from .wrap import place

_TITLE, _ABOUT = 16.0, 9.5
_UNDER_TITLE, _UNDER_LIST = 10.0, 26.0
_LEAST = 0.3  # of a page's height: what a list wants to begin below another one
_STEP = 6.0  # points by which columns are tried longer


class Paper:
    """Pages that lists are put on, one after the other. `above` stands over the first list, if the map itself is not
    printed."""

    def __init__(self, setting: Setting, width: float, height: float, above: Group | None = None) -> None:
        self.width, self.height = width, height
        self._setting, self._columns = setting, columns_of(width)
        self._done: list[Group] = []
        self._parts: list[Item] = [] if above is None else [above]
        self._y = 0.0 if above is None else above.h + _UNDER_LIST
        self._lists = 0

    @property
    def column(self) -> float:
        """The width of a column of text."""
        return self._columns.each

    def add(self, title: str, lines: list[Line], tag: Tag, about: str = "") -> None:
        """A list on as many pages as it takes, nothing if it is empty; `about` stands under the title."""
        if not lines:
            return
        self._lists += 1
        head = self._setting.block(title, _TITLE, self.width, bold=True)
        said = self._setting.block(about, _ABOUT, self.width, color=look.INK_2)
        named = Group(0.0, 0.0, self.width, head.height, place(head, 0.0, 0.0), Tag("title", f"{tag.id}-title", title))
        over: list[Item] = [named, *place(said, 0.0, head.height + 2.0)]
        top = head.height + (said.height + 2.0 if said.lines else 0.0) + _UNDER_TITLE
        rest = self.height - self._y - top
        if self._y and rest < self.height * _LEAST and rest < _even(self._columns, lines, self.height):
            self._turn()
        first: Tag | None = tag
        while lines:
            rest = self.height - self._y - top
            deep = _even(self._columns, lines, rest)
            placed, lines = self._columns.filled(lines, 0.0, top, deep)
            self._parts.append(Group(0.0, self._y, self.width, top + deep, (*over, *placed), first))
            self._y += top + deep + _UNDER_LIST
            over, top, first = [], 0.0, None
            if lines:
                self._turn()

    def _turn(self) -> None:
        """A new page."""
        self._done.append(Group(0.0, 0.0, self.width, self.height, tuple(self._parts)))
        self._parts, self._y = [], 0.0

    def pages(self) -> list[Group]:
        """All pages; none without a list."""
        if self._parts and self._lists:
            self._turn()
        return self._done


def _even(columns: Columns, lines: list[Line], most: float) -> float:
    """The least height of columns that hold all lines and part nothing, about; `most` if they need that or more."""
    height = max(height_of(lines) / columns.number, _longest(lines))
    while height < most and columns.filled(lines, 0.0, 0.0, height)[1]:
        height += _STEP
    return min(height, most)


def _longest(lines: list[Line]) -> float:
    """The height of the highest lines that stay together."""
    longest, start = 0.0, 0
    for number, line in enumerate(lines):
        if not line.keep:
            longest = max(longest, height_of(lines[start : number + 1]))
            start = number + 1
    return longest
