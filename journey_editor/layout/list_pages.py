"""The paper of the lists behind a map: their head, then text in columns. Sizes are those of an A3 page."""

from __future__ import annotations

from typing import NamedTuple

from . import look
from .drawlist import Group, Tag
from .print_words import Setting
from .text_columns import Line, column_width, in_columns
from .wrap import place

_TITLE, _ABOUT = 16.0, 9.5
_UNDER_ABOVE = 14.0


class Paper(NamedTuple):
    """The room of a page. `above` stands over the title of the first list, if the map itself is not printed."""

    width: float
    height: float
    above: Group | None = None

    @property
    def column(self) -> float:
        """The width of a column of text."""
        return column_width(self.width)

    def pages(self, setting: Setting, title: str, lines: list[Line], tag: Tag, about: str = "") -> list[Group]:
        """A list on as many pages as it takes, none if it is empty; `about` stands under the title."""
        if not lines:
            return []
        head = setting.block(title, _TITLE, self.width, bold=True)
        said = setting.block(about, _ABOUT, self.width, color=look.INK_2)
        top = self.above.h + _UNDER_ABOVE if self.above is not None else 0.0
        named = Group(0.0, top, self.width, head.height, place(head, 0.0, 0.0), Tag("title", f"{tag.id}-title", title))
        items = (named, *place(said, 0.0, top + head.height + 2.0))
        if self.above is not None:
            items = (self.above, *items)
        height = top + head.height + (said.height + 2.0 if said.lines else 0.0)
        return in_columns(Group(0.0, 0.0, self.width, height, items), lines, self.width, self.height, tag)
