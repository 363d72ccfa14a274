"""Boxes to tick on a worksheet."""

from __future__ import annotations

from . import look
from .drawlist import Item, Outline, Path, Rect
from .worksheet_hand import Hand
from .wrap import place

#: The side of a box, and the type of its word, in points of an A4 sheet.
BOX, TICKED = 9.5, 9.0


def box(x: float, y: float, side: float, *, ticked: bool = False) -> list[Item]:
    """A box to tick."""
    items: list[Item] = [Rect(x, y, side, side, look.PAPER, look.LINE, 0.9, 1.5)]
    if ticked:
        line = Outline((("M", 0.22, 0.52), ("L", 0.43, 0.74), ("L", 0.8, 0.26)))
        items.append(Path(line, x, y, side, stroke=look.INK, width=side * 0.14))
    return items


def tick_boxes(hand: Hand, words: tuple[str, ...], x: float, y: float, width: float, ticked: int = -1) -> list[Item]:
    """Boxes side by side, each with its word; `ticked` is the index of the one that is ticked."""
    items: list[Item] = []
    side, after = BOX * hand.grown, 4.0 * hand.grown
    # As small as on A4 wherever there are columns as narrow as there.
    blocks = [hand.block(word, TICKED * hand.grown / hand.type, width, most=1) for word in words]
    taken = sum(side + after + block.width for block in blocks)
    gap = min(12.0 * hand.grown, max((width - taken) / max(len(words) - 1, 1), 3.0))
    for number, block in enumerate(blocks):
        items += box(x, y, side, ticked=number == ticked)
        items += place(block, x + side + after, y + (side - block.height) / 2)
        x += side + after + block.width + gap
    return items
