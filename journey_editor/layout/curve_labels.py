"""The words in an emotion lane, and the places where they cover neither a curve nor each other."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from . import look
from .drawlist import GlyphRun, Outline, Path
from .rows import Frame
from .shape import TextStyle
from .wrap import TextBlock, place

#: x, y, width, height in points.
Area = tuple[float, float, float, float]

Drawn = tuple[GlyphRun | Path, ...]
_SQUARE = 16.0  # side of the squares by which what labels keep off is found
_LABEL_MOST = 2  # lines
_NAME_WIDTH = 72.0
_PACE = 16.0  # between two boxes along a curve, at most: no word is so short that it would fit between them
_WORDS = 40  # the weight of words: rather than these, a label covers a line


class Feeling(NamedTuple):
    """What a persona feels at a touchpoint, or at a point drawn by hand (`drawn`), and what it had expected to feel.
    `position` is 0 to 1 within the step."""

    id: str
    step: str
    position: float
    persona: str
    value: float | None
    expected: float | None
    label: str
    moment: bool
    drawn: bool = False


class Taken:
    """Boxes that labels keep off, found by the squares of the row that they lie in: a long curve has thousands."""

    def __init__(self) -> None:
        self._squares: dict[tuple[int, int], list[tuple[Area, int]]] = {}

    def add(self, box: Area, weight: int = 1) -> None:
        """`weight` is how bad it is to cover it."""
        for square in _squares(box):
            self._squares.setdefault(square, []).append((box, weight))

    def met(self, box: Area, most: float = inf) -> int:
        """The weight of all that it would cover, what lies in two squares counting twice; counted no further than to
        where it reaches `most`."""
        weighed = 0
        for square in _squares(box):
            for other, weight in self._squares.get(square, ()):
                if _meet(box, other):
                    weighed += weight
                    if weighed >= most:
                        return weighed
        return weighed


def _squares(box: Area) -> Iterator[tuple[int, int]]:
    x, y, w, h = box
    down = range(int(y // _SQUARE), int((y + h) // _SQUARE) + 1)
    return ((column, row) for column in range(int(x // _SQUARE), int((x + w) // _SQUARE) + 1) for row in down)


def _meet(a: Area, b: Area) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def along(curve: Outline) -> list[Area]:
    """Small boxes along a curve, so that labels keep off it."""
    boxes = []
    x0 = y0 = 0.0
    for step in curve.steps:
        if step[0] == "C":
            x1, y1, x2, y2, x3, y3 = step[1:]  # type: ignore[misc]  # "C" has six numbers
            count = max(8, int((x3 - x0) / _PACE))
            for n in range(count):
                t = n / count
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                x, y = a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
                boxes.append((x - 1.5, y - 1.5, 3.0, 3.0))
        x0, y0 = step[-2], step[-1]  # type: ignore[assignment, misc]  # a step ends at a point
    return boxes


def point_label(frame: Frame, feeling: Feeling, x: float, y: float, h: float, taken: Taken) -> Drawn:
    """The words at a point, at the first of some places that is free; cut after two lines, which is reported."""
    block: TextBlock = frame.env.tight(feeling.label, look.CURVE_LABEL, 96.0, _LABEL_MOST)
    if feeling.id:
        frame.env.report(feeling.id, block)
    w, tall = block.width, block.height
    least, most = frame.left + frame.head + 15.0, frame.right - 2.0 - w
    above = (min(max(x - w / 2, least), most), y - 7.0 - tall)
    below = (min(max(x - w / 2, least), most), y + 7.0)
    sides = [(x + 9.0, y - tall / 2), (x - 9.0 - w, y - tall / 2)]
    aslant = [(left, top) for top in (y - 9.0 - tall, y + 9.0) for left in (x + 4.0, x - 4.0 - w)]
    spots = ([above, below] if (feeling.value or 0.0) >= 0 else [below, above]) + sides + aslant
    spots += [(above[0], y - 17.0 - tall), (below[0], y + 17.0)]
    spot = _free(spots, (w, tall), (least, most), h, taken)
    return place(block, *spot)


def end_name(frame: Frame, name: str, color: str, x: float, y: float, h: float, taken: Taken) -> Drawn:
    """A persona's name at the end of its curve, beside the last point; cut short, for the lane's head has it all."""
    style = TextStyle(look.CURVE_LABEL.size, color=color if look.contrast(color, look.PAPER) >= 4.5 else look.INK)
    block: TextBlock = frame.env.tight(name, style, _NAME_WIDTH, 1)
    w, tall = block.width, block.height
    least, most = frame.left + frame.head + 15.0, frame.right - 2.0 - w
    across = min(max(x - w / 2, least), most)
    spots = [(x + 8.0, y - tall / 2), (across, y - 7.0 - tall), (across, y + 7.0), (x - 9.0 - w, y - tall / 2)]
    spots += [(across, y - 16.0 - tall), (across, y + 16.0)]
    # Between curves that lie close together there may be room only further off, or a little aside.
    for off in (3.0, 9.0, 16.0, 24.0):
        spots += [(left, top) for top in (y - off - tall, y + off) for left in (x + 8.0, x - 9.0 - w)]
    return place(block, *_free(spots, (w, tall), (least, most), h, taken))


def _free(
    spots: list[tuple[float, float]], size: tuple[float, float], across: tuple[float, float], h: float, taken: Taken
) -> tuple[float, float]:
    """The first of some places that lies in the row and covers nothing; where none is free, that which covers least."""
    (w, tall), (least, most) = size, across
    inside = [s for s in spots if 1.0 <= s[1] <= h - tall - 1.0 and least - 1.0 <= s[0] <= most + 1.0] or [
        (min(max(spots[0][0], least), most), min(max(spots[0][1], 1.0), h - tall - 1.0))
    ]
    spot, least_met = inside[0], inf
    for there in inside:
        met = taken.met((*there, w, tall), least_met)
        if met < least_met:
            spot, least_met = there, met
        if not met:
            break
    taken.add((spot[0], spot[1], w, tall), _WORDS)
    return spot
