"""Texts set for the parts of a page around the map, in the map's language, with dates as that language writes them."""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.model.project import Project
from journey_editor.wording import tr

from . import look
from .borrowed import Mixed, language_of, text_of
from .shape import Shaper, TextStyle
from .spoken import spoken
from .wrap import TextBlock, wrap


class Setting(NamedTuple):
    """What texts around the map are set with. `least` is the smallest type, in the points of an A3 page. With `partly`,
    the project holds but a part of the map, of which nothing may be said that holds of the whole."""

    project: Project
    language: str
    shaper: Shaper
    least: float = 0.0
    partly: bool = False

    def text(self, node: str, field: str, own: str) -> str:
        """A text of the project in the language of the page; one that lacks it knows which it is in."""
        return text_of(self.project, self.language, node, field, own)

    def block(
        self,
        text: str,
        size: float,
        width: float,
        *,
        bold: bool = False,
        color: str = look.INK,
        most: int | None = None,
        end: bool = False,
    ) -> TextBlock:
        style = TextStyle(max(size, self.least), bold=bold, color=color)
        block = wrap(self.shaper, text, style, width, language_of(text, self.language), most, "end" if end else "start")
        return spoken(block, text, self.language) if isinstance(text, Mixed) else block

    def tight(self, text: str, size: float, width: float, *, color: str = look.INK) -> TextBlock:
        """Text on one line, cut short at a width, that stands at the left whichever way it is read: the block is no
        wider than its text."""
        block = self.block(text, size, width, color=color, most=1)
        return block if block.width >= width else self.block(text, size, block.width, color=color, most=1)

    def line(self, text: str, size: float, *, bold: bool = False, color: str = look.INK) -> TextBlock:
        """Text on one line, however long."""
        return self.block(text, size, 1e6, bold=bold, color=color)


def kind_of_map(kind: str, language: str) -> str:
    if kind == "to-be":
        return tr("Journey map (to be)", to=language)
    return tr("Journey map (as is)", to=language)


def day(moment: str, language: str) -> str:
    """The day of "2026-03-22T14:05:00Z" in words ("22. März 2026"); "" for ""."""
    if len(moment) < 10:
        return ""
    year, month, number = int(moment[:4]), int(moment[5:7]), int(moment[8:10])
    name = _months(language)[month - 1]
    return tr("{day} {month} {year}", to=language, day=number, month=name, year=year)


def _months(language: str) -> tuple[str, ...]:
    return (
        tr("January", to=language),
        tr("February", to=language),
        tr("March", to=language),
        tr("April", to=language),
        tr("May", to=language),
        tr("June", to=language),
        tr("July", to=language),
        tr("August", to=language),
        tr("September", to=language),
        tr("October", to=language),
        tr("November", to=language),
        tr("December", to=language),
    )
