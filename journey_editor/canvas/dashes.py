"""Dashed lines as the outlines of their dashes.

A pen that dashes begins to count at the edge of what it draws on: the dashes would lie elsewhere in every block. Lines
that run across and down with rounded corners, as all paths of a map do, are taken apart here, because Qt takes several
milliseconds for one that crosses a large map, of which little is in view, and they change when a row becomes higher.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QTransform

from journey_editor.layout.drawlist import Path

from .glyphs import UNIT

_TOGETHER = 24  # dashes that are drawn in one call

#: x, y of a point, in units of 1 / UNIT point.
_Point = tuple[float, float]


def stroker(width: float, dash: tuple[float, ...], offset: float = 0.0) -> QPainterPathStroker:
    """What makes dashes of a width in points, in units of 1 / UNIT point; `offset` points of the line lie behind."""
    made = QPainterPathStroker()
    made.setWidth(width * UNIT)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    made.setDashPattern([part / width for part in dash])  # Qt counts in widths, the draw list in points
    made.setDashOffset(offset / width)
    return made


class Dashes:
    """Some dashes of a line, made when they are first drawn, and the box that they lie in, in units of 1 / UNIT
    point."""

    __slots__ = ("_made", "box")

    def __init__(self, box: QRectF, made: QPainterPath | Callable[[], QPainterPath]) -> None:
        self.box = box
        self._made = made

    def path(self) -> QPainterPath:
        if not isinstance(self._made, QPainterPath):
            self._made = self._made()
        return self._made


def dashes(path: Path, shape: QPainterPath) -> Iterator[Dashes]:
    """The dashes of a line, some at a time: a line may run across the map. `shape` is its outline in units of 1 / UNIT
    point."""
    legs = _legs(path)
    if legs is not None:
        yield from _along(path, legs)
        return
    polygons = stroker(path.width, path.dash).createStroke(shape).toSubpathPolygons(QTransform())
    for start in range(0, len(polygons), _TOGETHER):
        some = _empty()
        for polygon in polygons[start : start + _TOGETHER]:
            some.addPolygon(polygon)
        yield Dashes(some.boundingRect(), some)


def _empty() -> QPainterPath:
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    return made


def _legs(path: Path) -> list[tuple[_Point, ...]] | None:
    """The straight runs and the corners of a line that runs across and down; None for any other."""
    factor = path.scale * UNIT

    def point(x: float, y: float) -> _Point:
        return path.x * UNIT + x * factor, path.y * UNIT + y * factor

    steps = path.outline.steps
    if not steps or steps[0][0] != "M" or len(path.dash) % 2:
        return None
    legs: list[tuple[_Point, ...]] = []
    here = point(*steps[0][1:])
    for step in steps[1:]:
        if step[0] == "L":
            there = point(*step[1:])
            if min(abs(there[0] - here[0]), abs(there[1] - here[1])) > 1e-6:
                return None
            legs.append((here, there))
        elif step[0] == "C":
            numbers = step[1:]
            there = point(*numbers[4:])
            legs.append((here, point(*numbers[:2]), point(*numbers[2:4]), there))
        else:
            return None
        here = there
    return legs


def _along(path: Path, legs: list[tuple[_Point, ...]]) -> Iterator[Dashes]:
    done = 0.0
    for leg in legs:
        if len(leg) == 2:
            yield from _straight(path, leg[0], leg[1], done)
            done += abs(leg[1][0] - leg[0][0]) + abs(leg[1][1] - leg[0][1])
        else:
            bend = QPainterPath(QPointF(*leg[0]))
            bend.cubicTo(*chain.from_iterable(leg[1:]))
            inked = stroker(path.width, path.dash, done / UNIT).createStroke(bend)
            if not inked.isEmpty():
                yield Dashes(inked.boundingRect(), inked)
            done += bend.length()


def _straight(path: Path, start: _Point, end: _Point, done: float) -> Iterator[Dashes]:
    """The dashes of a line across or down, of which `done` units lie behind."""
    dash = [part * UNIT for part in path.dash]
    whole, half = sum(dash), path.width * UNIT / 2
    (x, y), along = start, abs(end[0] - start[0]) + abs(end[1] - start[1])
    across = abs(start[1] - end[1]) <= abs(start[0] - end[0])
    forward = end[0] + end[1] > start[0] + start[1]

    def part(low: float, high: float) -> QRectF:
        near = low if forward else -high
        return (
            QRectF(x + near, y - half, high - low, 2 * half)
            if across
            else QRectF(x - half, y + near, 2 * half, high - low)
        )

    def some(first: float) -> QPainterPath:
        made, at = _empty(), first
        for _ in range(_TOGETHER):
            for drawn, gap in zip(dash[::2], dash[1::2], strict=True):
                low, high = max(at, 0.0), min(at + drawn, along)
                if low < high:
                    made.addRect(part(low, high))
                at += drawn + gap
        return made

    at = -(done % whole)
    while at < along:
        yield Dashes(part(max(at, 0.0), min(at + _TOGETHER * whole, along)), partial(some, at))
        at += _TOGETHER * whole
