"""Text in columns of a readable width, on as many pages as it takes: a line is never cut, a heading stays with what it
heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import look
from .borrowed import joined
from .drawlist import Crop, Group, Image, Rect, Tag
from .line_columns import Columns, height_of
from .line_columns import Line as Line
from .map_texts import Said
from .print_words import Setting

_SIZE = 9.0
_COLUMN = 260.0  # the width a column wants to have
_BETWEEN = 22.0
_UNDER_HEADING = 10.0
_PICTURE = (120.0, 80.0)  # the widest and the highest a picture gets


def columns_of(width: float) -> Columns:
    """The columns that share a width."""
    return Columns.of(width, _COLUMN, _BETWEEN)


def column_width(width: float) -> float:
    """How wide a column is where they share so much."""
    return columns_of(width).each


def in_columns(heading: Group, lines: list[Line], width: float, height: float, tag: Tag) -> list[Group]:
    """The pages, at their own origin, each within width x height; the heading and the tag are on the first."""
    columns = columns_of(width)
    pages: list[Group] = []
    while lines or not pages:
        start = 0.0 if pages else heading.h + _UNDER_HEADING
        placed, lines = columns.filled(lines, 0.0, start, height - start)
        items = placed if pages else [heading, *placed]
        pages.append(Group(0.0, 0.0, width, height, tuple(items), None if pages else tag))
    return pages


def tagged(lines: Iterable[Line], tag: Tag) -> Iterator[Line]:
    """Lines of a heading: what it is, each of them says, for they may stand in two columns."""
    for line in lines:
        yield line._replace(items=(Group(0.0, 0.0, line.width, line.height, line.items, tag),))


def together(lines: Iterable[Line], height: float) -> list[Line]:
    """Lines that stay in one column if they are no higher than that; if they are, neither the first two are parted nor
    the last two."""
    found = list(lines)
    last, whole = len(found) - 1, height_of(found) <= height
    return [
        line._replace(keep=line.keep or (number < last and (whole or number in (0, last - 1))))
        for number, line in enumerate(found)
    ]


class Column:
    """Sets text to the width of a column."""

    def __init__(self, setting: Setting, width: float, indent: float = 0.0) -> None:
        self.setting = setting
        self._width = width - indent
        self._indent = indent

    def text(
        self,
        words: str,
        above: float = 1.5,
        *,
        bold: bool = False,
        color: str = look.BODY,
        size: float = _SIZE,
        keep: bool = False,
        address: str = "",
        beside: float = 0.0,
    ) -> Iterator[Line]:
        """Words in lines. `keep`: what follows must stand in the same column; `address` is what a click leads to;
        `beside` is room that is left free at the right."""
        indent = self._indent
        block = self.setting.block(words, size, self._width - beside, bold=bold, color=color)
        for number, line in enumerate(block.lines):
            runs = tuple(run._replace(x=run.x + indent, y=run.y + block.first_baseline) for run in line.runs)
            last = number == len(block.lines) - 1
            # What runs from right to left stands at the right.
            wide = max([indent + line.width, *(run.x + run.advance for run in runs)])
            yield Line(runs, 0.0 if number else above, block.line_height, keep or not last, address, wide)

    def title(self, words: str, key: str = "") -> Iterator[Line]:
        """The title of a part, with a rule under it; by `key` the outline of a PDF finds it."""
        lines = list(self.text(words, 14.0, bold=True, color=look.INK, size=12.0, keep=True))
        if key:
            lines = list(tagged(lines, Tag("chapter", key, words)))
        for number, line in enumerate(lines):
            items = line.items
            below = 2.5 if number == len(lines) - 1 else 0.0
            if below:
                wide = self._indent + self._width
                items = (*items, Rect(self._indent, line.height + 1.0, wide - self._indent, 0.6, fill=look.LANE_RULE))
            yield line._replace(items=items, height=line.height + below)

    def chapter(self, title: str, all_said: Iterable[Said]) -> Iterator[Line]:
        """A title with all that is said; nothing if nothing is."""
        for number, thing in enumerate(all_said):
            if number == 0:
                yield from self.title(title, f"chapter-{title}")
            if thing.heading:
                tag = Tag("subsection", f"{title}-{number}", thing.heading)
                yield from tagged(self.head(thing.heading, keep=bool(thing.texts)), tag)
            for words in thing.texts:
                yield from self.text(words)

    def picture(self, sha256: str, words: str) -> Iterator[Line]:
        """A small picture; `words` stand for it where it is not seen."""
        asset = next((image for image in self.setting.project.images if image.sha256 == sha256), None)
        if asset is not None:
            scale = min(_PICTURE[0] / asset.width, _PICTURE[1] / asset.height, self._width / asset.width)
            w, h = asset.width * scale, asset.height * scale
            shown = Image(self._indent, 0.0, w, h, sha256, words, crop=Crop(0.0, 0.0, w, h, 2.0))
            yield Line((shown,), 4.0, h, bool(words), width=w)

    def head(self, words: str, keep: bool, beside: float = 0.0) -> Iterator[Line]:
        return self.text(words, 7.0, bold=True, color=look.INK, keep=keep, beside=beside)

    def named(self, texts: Iterable[tuple[str, str]]) -> Iterator[Line]:
        """ "Name: words" for all that have words."""
        for name, words in texts:
            if words:
                yield from self.text(joined((name, ": ", words)))
