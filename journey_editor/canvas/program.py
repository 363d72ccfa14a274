"""What it takes to draw a group with Qt, worked out once: pens, brushes, outlines and glyph runs, ready to be sent.

A `Program` is made of segments. One kind is a list of calls that draw in the group's own coordinates (units of 1 / UNIT
point, so that one transform serves for everything in the group); the other is a list of the groups inside, which are
placed, culled and drawn by `paint`. Text of one font and colour is drawn in one call wherever that changes nothing.

Small scales have programs of their own: type below 3 px becomes bars, small icons go, corners are square. Nobody could
read or see more, and at such scales thousands of cards are in view.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple, TypeGuard
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QTransform

from journey_editor.layout.drawlist import Clip, GlyphRun, Group, Image, Item, Outline, Path, Rect

from .glyphs import UNIT, qt_run
from .images import Images

Call = Callable[[QPainter], None]
Segment = tuple[Call, ...] | tuple[Group, ...]

_ORIGIN = QPointF(0.0, 0.0)
_NO_PEN = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)
_LEGIBLE = 3.0  # px
_ICON = 3.6  # px: the least extent at which a stroked outline says anything


class Detail(NamedTuple):
    """How much is worth drawing at a scale. `scale` is device pixels per point; programs are kept for each detail."""

    scale: float

    def legible(self, size: float) -> bool:
        return size * self.scale >= _LEGIBLE


#: The scales at which something changes: where type of 7, 7.5, 8.5, 9, 10.5, 14 pt and larger reaches 3 px. Everything
#: above the first is drawn in full.
_STEPS = (*(Detail(_LEGIBLE / size) for size in (6.0, 7.0, 7.5, 8.5, 9.0, 10.5, 14.0, 24.0)), Detail(0.02))
FULL = _STEPS[0]
_LEAST = _STEPS[-1]
_LARGE = 9.0  # points; at the least detail, smaller type is not even a bar


def detail_at(scale: float) -> Detail:
    """The detail that is worth drawing at so many device pixels per point."""
    return next((step for step in _STEPS if scale >= step.scale - 1e-9), _STEPS[-1])


def compile_group(group: Group, detail: Detail, images: Images) -> tuple[Segment, ...]:
    return _Compiler(detail, images).segments(group.items)


def is_groups(segment: Segment) -> TypeGuard[tuple[Group, ...]]:
    """Which of its two kinds a segment is."""
    return type(segment[0]) is Group


class _Compiler:
    """Turns items into segments, in drawing order; text waits for more of its kind until something would cover it."""

    def __init__(self, detail: Detail, images: Images) -> None:
        self._detail = detail
        self._images = images
        self._done: list[Segment] = []
        self._calls: list[Call] = []
        self._texts: dict[tuple[str, float, str], list[GlyphRun]] = {}

    def segments(self, items: tuple[Item, ...]) -> tuple[Segment, ...]:
        children: list[Group] = []
        for item in items:
            if isinstance(item, Group):
                self._flush_calls()
                children.append(item)
                continue
            if children:
                self._done.append(tuple(children))
                children = []
            self._add(item)
        self._flush_calls()
        if children:
            self._done.append(tuple(children))
        return tuple(self._done)

    def _add(self, item: Item) -> None:
        if isinstance(item, GlyphRun):
            self._text(item)
        elif isinstance(item, Rect):
            self._make_way(item.x, item.y, item.w, item.h)
            self._calls.append(self._rect(item))
        elif isinstance(item, Path):
            self._path(item)
        elif isinstance(item, Image):
            self._make_way(item.x, item.y, item.w, item.h)
            self._calls.append(_image(item, self._images))
        elif isinstance(item, Clip):
            self._make_way(item.x, item.y, item.w, item.h)
            self._calls.append(self._clip(item))

    def _flush_calls(self) -> None:
        self._flush_texts()
        if self._calls:
            self._done.append(tuple(self._calls))
            self._calls = []

    def _flush_texts(self) -> None:
        for (_, _, color), runs in self._texts.items():
            self._calls.append(_glyphs(runs, color))
        self._texts = {}

    def _make_way(self, x: float, y: float, w: float, h: float) -> None:
        """Draw waiting text first if what comes next would cover some of it."""
        for runs in self._texts.values():
            for run in runs:
                if (
                    run.x < x + w
                    and x < run.x + run.advance
                    and run.y - run.size < y + h
                    and y < run.y + run.size * 0.4
                ):
                    self._flush_texts()
                    return

    def _text(self, run: GlyphRun) -> None:
        if self._detail.legible(run.size):
            if run.glyphs:
                self._texts.setdefault((run.font, run.size, run.color), []).append(run)
        elif run.advance > 0 and (self._detail is not _LEAST or run.size >= _LARGE):
            self._calls.append(_bar(run))

    def _rect(self, rect: Rect) -> Call:
        if self._detail is _LEAST and rect.h < 12.0 and rect.w < 120.0:  # a chip
            return _nothing
        scale = self._detail.scale
        plain = rect.stroke is None or rect.width <= 0
        if rect.radius * scale < 1.0 and self._detail is not FULL:
            if plain:
                return _fill(rect)
            if rect.fill is not None and not rect.dash:
                return _framed(rect, min(1.0, rect.width * scale))
        if plain and rect.radius == 0:
            return _fill(rect)
        return _rounded(rect)

    def _path(self, path: Path) -> None:
        extent, (x, y, w, h) = _extent(path.outline), _bounds(path)
        self._make_way(x, y, w, h)
        if extent * path.scale * self._detail.scale < _ICON and self._detail is not FULL and path.scale != 1.0:
            return
        if (
            path.fill is not None
            and not path.dash
            and min(w, h) * self._detail.scale < 2.0
            and self._detail is not FULL
        ):
            self._calls.append(_fill(Rect(x, y, w, h, path.fill)))
            return
        self._calls.append(_outlined(path))

    def _clip(self, clip: Clip) -> Call:
        inner = tuple(
            call
            for segment in _Compiler(self._detail, self._images).segments(flat(clip.items))
            for call in segment
            if callable(call)
        )
        shape = QPainterPath()
        box = QRectF(clip.x * UNIT, clip.y * UNIT, clip.w * UNIT, clip.h * UNIT)
        shape.addRoundedRect(box, clip.radius * UNIT, clip.radius * UNIT)

        def call(painter: QPainter) -> None:
            painter.save()
            painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
            for each in inner:
                each(painter)
            painter.restore()

        return call


def flat(items: tuple[Item, ...], x: float = 0.0, y: float = 0.0) -> tuple[Item, ...]:
    """Items with those of inner groups among them, all moved by (x, y): what is clipped is few and needs no culling."""
    result: list[Item] = []
    for item in items:
        if isinstance(item, Group):
            result.extend(flat(item.items, x + item.x, y + item.y))
        elif isinstance(item, Clip):
            result.append(item._replace(x=item.x + x, y=item.y + y, items=flat(item.items, x, y)))
        else:
            result.append(item._replace(x=item.x + x, y=item.y + y))
    return tuple(result)


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


def _fill(rect: Rect) -> Call:
    box, color = _box(rect.x, rect.y, rect.w, rect.h), brush(rect.fill)
    if rect.fill is None:
        return _nothing
    return lambda painter: painter.fillRect(box, color)


def _nothing(_painter: QPainter) -> None:
    return None


def _framed(rect: Rect, share: float) -> Call:
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


def _rounded(rect: Rect) -> Call:
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


def _glyphs(runs: list[GlyphRun], color: str) -> Call:
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


def _bar(run: GlyphRun) -> Call:
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


def _extent(outline: Outline) -> float:
    box = qt_path(outline).controlPointRect()
    return max(box.width(), box.height())


def _bounds(path: Path) -> tuple[float, float, float, float]:
    box, half = qt_path(path.outline).controlPointRect(), path.width / 2
    return (
        path.x + box.x() * path.scale - half,
        path.y + box.y() * path.scale - half,
        box.width() * path.scale + path.width,
        box.height() * path.scale + path.width,
    )


def _outlined(path: Path) -> Call:
    factor = path.scale * UNIT
    shape = QTransform(factor, 0, 0, factor, path.x * UNIT, path.y * UNIT).map(qt_path(path.outline))
    if path.dash and path.stroke is not None:
        return _dashed(shape, path.stroke, path.width, path.dash, path.fill)
    line, ground = pen(path.stroke, path.width), brush(path.fill)

    def call(painter: QPainter) -> None:
        painter.setPen(line)
        painter.setBrush(ground)
        painter.drawPath(shape)

    return call


def _dashed(shape: QPainterPath, color: str, width: float, dash: tuple[float, ...], fill: str | None) -> Call:
    """A dashed line as the outline of its dashes.

    A pen that dashes begins to count at the edge of what it draws on: the dashes would lie elsewhere in every block.
    """
    stroker = QPainterPathStroker()
    stroker.setWidth(width * UNIT)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    stroker.setDashPattern([part / width for part in dash])  # Qt counts in widths, the draw list in points
    dashes, line, ground = stroker.createStroke(shape), brush(color), brush(fill)

    def call(painter: QPainter) -> None:
        if fill is not None:
            painter.fillPath(shape, ground)
        painter.fillPath(dashes, line)

    return call


def _image(item: Image, images: Images) -> Call:
    box, sha256 = _box(item.x, item.y, item.w, item.h), item.sha256

    def call(painter: QPainter) -> None:
        image = images.image(sha256)
        if image is not None:
            painter.drawImage(box, image)

    return call
