"""The pages of the lists behind a map: a head for each, then text in columns. Sizes are those of an A3 page.

A list begins below the one before it where there is room; the columns of what ends on a page are about as long as each
other. So no page is left half empty for a few lines. Where a list goes on, a line over its page says which, and which
chapter of it.
"""

from __future__ import annotations

from journey_editor.wording import tr

from . import look
from .drawlist import Group, Item, Rect, Tag
from .line_columns import Columns, Line, height_of
from .print_words import Setting
from .text_columns import columns_of
from .wrap import place

_TITLE, _ABOUT = 16.0, 9.5
_UNDER_TITLE, _UNDER_LIST = 10.0, 26.0
_RUNNING = 10.0  # type size of the line over a page on which a list goes on
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
        chapter = ""
        while lines:
            rest = self.height - self._y - top
            deep = _even(self._columns, lines, rest)
            placed, left = self._columns.filled(lines, 0.0, top, deep)
            chapter = next(filter(None, map(_begins, reversed(lines[: len(lines) - len(left)]))), chapter)
            lines = left
            self._parts.append(Group(0.0, self._y, self.width, top + deep, (*over, *placed), first))
            self._y += top + deep + _UNDER_LIST
            first = None
            if lines:
                self._turn()
                over, top = self._running_head(title, "" if _begins(lines[0]) else chapter)

    def _running_head(self, title: str, chapter: str) -> tuple[list[Item], float]:
        """What stands over a further page of a list, and where its columns begin. A reader hears on without it."""
        words = tr("{name} (continued)", to=self._setting.language, name=title)
        words = " \N{MIDDLE DOT} ".join(filter(None, (words, chapter)))
        block = self._setting.block(words, _RUNNING, self.width, bold=True, color=look.INK_2, most=1)
        rule = Rect(0.0, block.height + 4.0, self.width, 0.6, fill=look.LANE_RULE)
        top = block.height + 4.0 + _UNDER_TITLE
        return [Group(0.0, 0.0, self.width, top, (*place(block, 0.0, 0.0), rule), Tag("running", "", words))], top

    def _turn(self) -> None:
        """A new page."""
        self._done.append(Group(0.0, 0.0, self.width, self.height, tuple(self._parts)))
        self._parts, self._y = [], 0.0

    def pages(self) -> list[Group]:
        """All pages; none without a list."""
        if self._parts and self._lists:
            self._turn()
        return self._done


def _begins(line: Line) -> str:
    """The chapter that a line begins; "" if it begins none."""
    for item in line.items[:1]:
        if isinstance(item, Group) and item.tag is not None and item.tag.kind == "chapter":
            return item.tag.label
    return ""


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
