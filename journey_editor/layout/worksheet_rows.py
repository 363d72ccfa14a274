"""The rows of a worksheet: lines to write on, boxes to tick, a scale, a frame to sketch in. All lengths are points.

A row knows what it needs at least and takes more lines where a sheet has room. What stands in its cells already is
printed above the lines.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from . import look
from .drawlist import Group, Item, Outline, Path, Rect, Tag
from .figures import horizontal
from .rows import name_group
from .worksheet_boxes import BOX, TICKED, box, tick_boxes
from .worksheet_hand import Hand
from .wrap import TextBlock, place

Kind = Literal["ruled", "figures", "frame", "scale", "ticks", "line"]

_TITLE, _NAME, _CAPTION = 11.0, 10.0, 9.0
_MOST_TITLE, _MOST_CAPTION = 8, 8  # lines; names of lanes are short
_TOP, _BOTTOM = 9.0, 9.0
_RULE = 0.6
_SCALE = (26.0, 17.0)  # of the scale: above and below it together, and between two values at least
_VALUES = 22.0  # beside the scale
_LINE_ROW = 22.0
_DASH = (2.0, 2.5)
WRITING_RULE, ROW_RULE = "#AEB6C3", look.CARD_EDGE
_COLUMN_RULE = "#CDD2DA"


class Printed(NamedTuple):
    """What stands in a cell already, at its own origin."""

    height: float
    items: tuple[Item, ...]
    cut: str = ""  # the id of the card, if its words are cut


class Row(NamedTuple):
    """A row with a cell for each column of a sheet. `lines` to write on are what it needs, `most` what it takes;
    `heavy` rows are given more lines than others. `printed` is what stands in the cells already, `ticked` says for
    "ticks" which boxes are ticked; `boxes` are the words of boxes under the lines, or of the lines of "figures".
    `bound` rows stay with the next one where that is possible. An empty `title` is one that was said above."""

    kind: Kind
    title: str
    caption: str = ""
    lines: int = 3
    most: int = 6
    heavy: int = 1
    printed: tuple[tuple[Printed, ...], ...] = ()
    ticked: tuple[bool, ...] = ()
    boxes: tuple[str, ...] = ()
    bound: bool = False
    tag: Tag | None = None

    def needs(self, hand: Hand) -> float:
        """The least height."""
        return self.height(hand, self.lines, hand.closest)

    def height(self, hand: Hand, lines: int, pitch: float) -> float:
        """The height with so many lines."""
        head = sum(block.height for block in _head(hand, self)) + (_TOP + _BOTTOM * 0.5) * hand.grown
        if self.kind == "line":
            return max(head - _TOP * hand.grown, _LINE_ROW * hand.grown)
        if self.kind == "ticks":
            return max(head - 0.8 * _TOP * hand.grown, pitch * 0.85)
        if self.kind == "scale":
            around, between = _SCALE
            return max(head, (around + 4 * between) * hand.grown + max(lines - self.lines, 0) * pitch)
        boxes = _box_line(hand) if self.boxes and self.kind == "ruled" else 0.0
        return max(head, self._printed_height(hand) + lines * pitch + boxes + _BOTTOM * hand.grown)

    def _printed_height(self, hand: Hand) -> float:
        highest = max((_stacked(hand, cell) for cell in self.printed), default=0.0)
        return highest + (_TOP * 0.7 * hand.grown if highest else 0.0)

    def split(self, hand: Hand, height: float) -> tuple[Row, Row | None]:
        """The row as far as it fits into a height, and what is left of it: first what is printed, then the lines."""
        if self.needs(hand) <= height or not self.printed:
            return self, None
        room = height - 2 * _TOP * hand.grown
        first, rest = [], []
        for cell in self.printed:
            count = max(1, next((n for n in range(len(cell), 0, -1) if _stacked(hand, cell[:n]) <= room), 1))
            first.append(cell[:count])
            rest.append(cell[count:])
        upper = self._replace(printed=tuple(first), lines=0, most=0, boxes=(), bound=False)
        if not any(rest) and self.lines == 0:
            return upper, None
        return upper, self._replace(printed=tuple(rest) if any(rest) else ())


def _stacked(hand: Hand, cell: tuple[Printed, ...]) -> float:
    return sum(one.height + 4.0 * hand.grown for one in cell)


def _box_line(hand: Hand) -> float:
    return (BOX + 7.0) * hand.type


def _head(hand: Hand, row: Row) -> list[TextBlock]:
    width = (hand.room if row.kind == "line" else hand.head) - 8.0 * hand.grown
    if row.kind == "scale":
        width -= _VALUES * hand.type
    plain = row.kind == "ticks" and row.tag is None
    size = _NAME if plain else _TITLE
    title = hand.block(row.title, size, width, bold=not plain, most=_MOST_TITLE)
    return [title, hand.block(row.caption, _CAPTION, width, color=look.INK_2, most=_MOST_CAPTION)]


def draw_row(hand: Hand, row: Row, columns: int, each: float, lines: int, pitch: float) -> Group:
    """A row at its own origin, with so many columns of a width and so many lines."""
    h = row.height(hand, lines, pitch)
    width = hand.head + columns * each
    items: list[Item] = []
    y = (
        _TOP if row.kind != "ticks" else max(pitch * 0.85 - _NAME * 1.36 * hand.type, 0.0) / 2 / hand.grown
    ) * hand.grown
    if row.kind == "line":
        y = 3.0 * hand.grown
    title, caption = _head(hand, row)
    if row.kind == "ticks" and row.tag is None:  # one of many lines below a heading
        items += place(title, 0.0, y)
    elif title.lines:
        items.append(name_group(f"{row.title} {row.caption}", row.title, title, 0.0, y))
    items += place(caption, 0.0, y + title.height)
    if row.kind != "line":
        items += [Rect(hand.head + n * each - 0.3, 0.0, 0.6, h, fill=_COLUMN_RULE) for n in range(columns + 1)]
    items += _DRAW[row.kind](hand, row, columns, each, lines, pitch, h)
    items.append(horizontal(0.0, h - 0.5, width, 1.0 if row.kind != "ticks" else 0.6, ROW_RULE))
    return Group(0.0, 0.0, width, h, tuple(items), row.tag)


def _ruled(hand: Hand, row: Row, columns: int, each: float, lines: int, pitch: float, h: float) -> list[Item]:
    items: list[Item] = []
    for n in range(columns):
        x, w = hand.head + n * each + hand.inset, each - 2 * hand.inset
        items += printed_items(hand, row.printed[n] if n < len(row.printed) else (), x)
        bottom = h - _BOTTOM * hand.grown - (_box_line(hand) if row.boxes else 0.0)
        top = bottom - lines * pitch
        items += [horizontal(x, top + (line + 1) * pitch, w, _RULE, WRITING_RULE) for line in range(lines)]
        if row.boxes:
            items += tick_boxes(hand, row.boxes, x, bottom + 6.5 * hand.grown, w)
    return items


def printed_items(hand: Hand, cell: tuple[Printed, ...], x: float) -> list[Item]:
    """What stands in a cell already, under each other."""
    items: list[Item] = []
    y = _TOP * 0.7 * hand.grown
    for one in cell:
        items.append(Group(x, y, 0.0, one.height, one.items))
        y += one.height + 4.0 * hand.grown
    return items


def _figures(hand: Hand, row: Row, columns: int, each: float, lines: int, pitch: float, h: float) -> list[Item]:
    """Pairs of lines: one for what is measured, one for how it is and how it should be."""
    items: list[Item] = []
    words = [hand.block(word, TICKED, each / 2, color=look.INK_2) for word in row.boxes]
    for n in range(columns):
        x, w = hand.head + n * each + hand.inset, each - 2 * hand.inset
        items += printed_items(hand, row.printed[n] if n < len(row.printed) else (), x)
        top = h - _BOTTOM * hand.grown - lines * pitch
        for line in range(lines):
            y = top + (line + 1) * pitch
            if line % 2 == 0:
                items.append(horizontal(x, y, w, _RULE, WRITING_RULE))
                continue
            half = (w - 6.0 * hand.grown) / 2
            for side, word in enumerate(words):
                at = x + side * (half + 6.0 * hand.grown)
                items += place(word, at, y - word.first_baseline - 1.5 * hand.grown)
                after = word.width + 3.0 * hand.grown
                items.append(horizontal(at + after, y, max(half - after, 6.0), _RULE, WRITING_RULE))
    return items


def _frame(hand: Hand, row: Row, columns: int, each: float, lines: int, pitch: float, h: float) -> list[Item]:
    items: list[Item] = []
    for n in range(columns):
        x, w = hand.head + n * each + hand.inset, each - 2 * hand.inset
        cell = row.printed[n] if n < len(row.printed) else ()
        items += printed_items(hand, cell, x)
        top = max(_TOP * 0.7 * hand.grown + _stacked(hand, cell), _TOP * hand.grown)
        if h - top - _BOTTOM * hand.grown > pitch:
            edge = Rect(x, top, w, h - top - _BOTTOM * hand.grown, None, WRITING_RULE, 0.75, 4.0 * hand.grown, _DASH)
            items.append(edge)
    return items


def _scale(hand: Hand, row: Row, columns: int, each: float, lines: int, pitch: float, h: float) -> list[Item]:
    """From +2 to -2, with the values at the left, for a curve through all columns."""
    items: list[Item] = []
    edge = _SCALE[0] / 2 * hand.grown
    width = columns * each
    for value in (2, 1, 0, -1, -2):
        y = h / 2 - value * (h / 2 - edge) / 2
        word = hand.block(f"+{value}" if value > 0 else f"\u2212{-value}" if value else "0", TICKED, hand.head)
        items += place(word, hand.head - 7.0 * hand.grown - word.width, y - word.height / 2)
        if value == 0:
            items.append(horizontal(hand.head, y - 0.5, width, 1.0, look.ZERO_LINE))
        else:
            line = Outline((("M", hand.head, y), ("L", hand.head + width, y)))
            items.append(Path(line, stroke=WRITING_RULE, width=_RULE, dash=_DASH))
    return items


def _ticks(hand: Hand, row: Row, columns: int, each: float, lines: int, pitch: float, h: float) -> list[Item]:
    """A box in the middle of each cell; a line for the name of what has none yet."""
    items: list[Item] = []
    side = BOX * hand.type
    if row.tag is not None:  # the head of a matrix
        return items
    for n in range(columns):
        x = hand.head + n * each + (each - side) / 2
        items += box(x, (h - side) / 2, side, ticked=n < len(row.ticked) and row.ticked[n])
    if not row.title:
        items.append(horizontal(0.0, h - 5.0 * hand.grown, hand.head - 10.0 * hand.grown, _RULE, WRITING_RULE))
    return items


def _line(hand: Hand, row: Row, columns: int, each: float, lines: int, pitch: float, h: float) -> list[Item]:
    line = Outline((("M", 0.0, h - 2.0), ("L", hand.head + columns * each, h - 2.0)))
    return [Path(line, stroke=look.LINE, width=1.0, dash=(5.0, 3.0))]


_DRAW: dict[str, Callable[[Hand, Row, int, float, int, float, float], list[Item]]] = {
    "ruled": _ruled,
    "figures": _figures,
    "frame": _frame,
    "scale": _scale,
    "ticks": _ticks,
    "line": _line,
}
