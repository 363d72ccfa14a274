"""The calls by which single items are drawn: pens, brushes, outlines and glyph runs are made once, then only sent.

A call draws in units of 1 / UNIT point, at the origin of the item's group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTransform

from journey_editor.layout.drawlist import GlyphRun, Image, Outline, Path, Rect

from .dashes import Dashes, dashes, stroker
from .glyphs import UNIT, qt_run
from .images import Images

Call = Callable[[QPainter], None]

_ORIGIN = QPointF(0.0, 0.0)
_NO_PEN = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


@cache
def _color(color: str) -> QColor:
    return QColor(color)


@cache
def brush(color: str | None) -> QBrush:
    return _NO_BRUSH if color is None else QBrush(_color(color))


@cache
def pen(color: str | None, width: float) -> QPen:
    """A pen of a width in points, round at ends and corners."""
    if color is None or width <= 0:
        return _NO_PEN
    made = QPen(_color(color), width * UNIT)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


@cache
def _mixed(color: str, other: str, share: float) -> QColor:
    a, b = _color(color), _color(other)
    return QColor.fromRgbF(
        a.redF() * share + b.redF() * (1 - share),
        a.greenF() * share + b.greenF() * (1 - share),
        a.blueF() * share + b.blueF() * (1 - share),
    )


def _box(x: float, y: float, w: float, h: float) -> QRectF:
    return QRectF(x * UNIT, y * UNIT, w * UNIT, h * UNIT)


def fill(rect: Rect) -> Call:
    box, color = _box(rect.x, rect.y, rect.w, rect.h), brush(rect.fill)
    if rect.fill is None:
        return nothing
    return lambda painter: painter.fillRect(box, color)


def nothing(_painter: QPainter) -> None:
    return None


def framed(rect: Rect, share: float) -> Call:
    """A small box as two fills: the frame is as strong as its width in pixels says."""
    assert rect.fill is not None
    assert rect.stroke is not None
    half = rect.width / 2
    outer = _box(rect.x - half, rect.y - half, rect.w + rect.width, rect.h + rect.width)
    inner = _box(rect.x + half, rect.y + half, max(0.0, rect.w - rect.width), max(0.0, rect.h - rect.width))
    frame, ground = QBrush(_mixed(rect.stroke, rect.fill, 0.45 + 0.55 * share)), brush(rect.fill)

    def call(painter: QPainter) -> None:
        painter.fillRect(outer, frame)
        painter.fillRect(inner, ground)

    return call


def rounded(rect: Rect) -> Call:
    box, radius = _box(rect.x, rect.y, rect.w, rect.h), rect.radius * UNIT
    if rect.dash and rect.stroke is not None:
        around = QPainterPath()
        around.addRoundedRect(box, radius, radius)
        return _dashed(around, rect.stroke, rect.width, rect.dash, rect.fill)
    line, ground = pen(rect.stroke, rect.width), brush(rect.fill)

    def call(painter: QPainter) -> None:
        painter.setPen(line)
        painter.setBrush(ground)
        if radius:
            painter.drawRoundedRect(box, radius, radius)
        else:
            painter.drawRect(box)

    return call


def glyph_run(runs: list[GlyphRun], color: str) -> Call:
    made, line = qt_run(runs), QPen(_color(color))

    def call(painter: QPainter) -> None:
        painter.setPen(line)
        painter.drawGlyphRun(_ORIGIN, made)

    return call


@cache
def _faint(color: str) -> QBrush:
    made = QColor(color)
    made.setAlpha(110)
    return QBrush(made)


def bar(run: GlyphRun) -> Call:
    """Where a line of text is too small to be read: how long it is and how dark."""
    box, color = _box(run.x, run.y - run.size * 0.55, run.advance, run.size * 0.5), _faint(run.color)
    return lambda painter: painter.fillRect(box, color)


_drawn: WeakKeyDictionary[Outline, QPainterPath] = WeakKeyDictionary()


def qt_path(outline: Outline) -> QPainterPath:
    """The outline as Qt's, in its own units; kept for as long as the outline lives."""
    known = _drawn.get(outline)
    if known is None:
        known = QPainterPath()
        known.setFillRule(Qt.FillRule.WindingFill)
        for step in outline.steps:
            if step[0] == "M":
                known.moveTo(*step[1:])
            elif step[0] == "L":
                known.lineTo(*step[1:])
            elif step[0] == "C":
                known.cubicTo(*step[1:])
            else:
                known.closeSubpath()
        _drawn[outline] = known
    return known


def extent(outline: Outline) -> float:
    box = qt_path(outline).controlPointRect()
    return max(box.width(), box.height())


def bounds(path: Path) -> tuple[float, float, float, float]:
    box, half = qt_path(path.outline).controlPointRect(), path.width / 2
    return (
        path.x + box.x() * path.scale - half,
        path.y + box.y() * path.scale - half,
        box.width() * path.scale + path.width,
        box.height() * path.scale + path.width,
    )


def outlined(path: Path) -> Call:
    factor = path.scale * UNIT
    shape = QTransform(factor, 0, 0, factor, path.x * UNIT, path.y * UNIT).map(qt_path(path.outline))
    line, ground = pen(path.stroke, path.width), brush(path.fill)

    def call(painter: QPainter) -> None:
        painter.setPen(line)
        painter.setBrush(ground)
        painter.drawPath(shape)

    return call


def dashed(path: Path) -> Iterator[tuple[Call, float, float, float, float]]:
    """The dashes of a line, some at a time, each with the box of its ink in points."""
    factor = path.scale * UNIT
    shape = QTransform(factor, 0, 0, factor, path.x * UNIT, path.y * UNIT).map(qt_path(path.outline))
    color = brush(path.stroke)
    for some in dashes(path, shape):
        box = some.box
        yield _filled(some, color), box.x() / UNIT, box.y() / UNIT, box.width() / UNIT, box.height() / UNIT


def _filled(some: Dashes, color: QBrush) -> Call:
    return lambda painter: painter.fillPath(some.path(), color)


def _dashed(shape: QPainterPath, color: str, width: float, dash: tuple[float, ...], fill: str | None) -> Call:
    """A dashed line as the outline of its dashes.

    A pen that dashes begins to count at the edge of what it draws on: the dashes would lie elsewhere in every block.
    """
    edge, line, ground = stroker(width, dash).createStroke(shape), brush(color), brush(fill)

    def call(painter: QPainter) -> None:
        if fill is not None:
            painter.fillPath(shape, ground)
        painter.fillPath(edge, line)

    return call


def image(item: Image, images: Images) -> Call:
    """An image in whole device pixels: Qt shades the edge of one on a fraction differently in every block."""
    box, seen, radius = _box(item.x, item.y, item.w, item.h), _box(*seen_of(item)), 0.0
    if item.crop is not None:
        radius = item.crop.radius * UNIT

    def call(painter: QPainter) -> None:
        found = images.grey(item.sha256) if item.grey else images.image(item.sha256)
        if found is None:
            return
        to_device = painter.combinedTransform()
        whole, shown = _whole(to_device.mapRect(box)), _whole(to_device.mapRect(seen))
        paint = QBrush(found)
        scale_x, scale_y = whole.width() / found.width(), whole.height() / found.height()
        paint.setTransform(QTransform(scale_x, 0, 0, scale_y, whole.x(), whole.y()))
        shape = QPainterPath()
        shape.addRoundedRect(shown, radius * to_device.m11(), radius * to_device.m22())
        before, opacity = painter.worldTransform(), painter.opacity()
        painter.setWorldTransform(QTransform.fromScale(*[1 / painter.device().devicePixelRatio()] * 2))
        painter.setOpacity(opacity * item.opacity)
        painter.fillPath(shape, paint)
        painter.setOpacity(opacity)
        painter.setWorldTransform(before)

    return call


def seen_of(item: Image) -> tuple[float, float, float, float]:
    """The rectangle in which an image is seen, in points."""
    if item.crop is None:
        return item.x, item.y, item.w, item.h
    return item.x + item.crop.x, item.y + item.crop.y, item.crop.w, item.crop.h


def _whole(rect: QRectF) -> QRectF:
    """The nearest rectangle with edges between pixels, at least one pixel wide and high."""
    left, top = round(rect.left()), round(rect.top())
    return QRectF(left, top, max(1, round(rect.right()) - left), max(1, round(rect.bottom()) - top))
