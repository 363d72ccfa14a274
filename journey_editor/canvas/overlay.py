"""Draws what is only of the moment: selection, focus, hover, drop marks, ghosts. Never exported, never in the picture.

It lies on white paper, so it uses the light theme's accent in the dark theme as well. Lengths are points of the map
but never thinner or smaller than can be seen, however far the map is zoomed out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QRegion

from journey_editor.layout.result import Box

from .marks import (
    Band,
    Bubble,
    DropLine,
    Focused,
    Found,
    Ghost,
    HeldPoint,
    Hovered,
    Mark,
    Offer,
    OpenPoint,
    Origin,
    Refusal,
    Rope,
    Selected,
    SelectedLine,
    Sketch,
    Target,
    Tip,
    Tucked,
)
from .overlay_curve import bubble, held_point, open_point
from .overlay_paths import sketch
from .paint import MapPainter
from .pills import draw_tip, draw_tucked
from .signs import draw_sign

ACCENT = "#1D5FBF"
INK = "#1B2230"
ERROR = "#A3201A"
FOUND = "#C98A00"  # as a marker pen on paper
QUIET = "#525B6B"
_RADIUS = 3.0  # points, as the cards'
_SMALL = 10.0  # pixels: what is lower is shown as selected by a tint, for a ring would hide it
_FADED = 0.62  # of white over the origin of a drag: what remains is 38 %


@cache
def _pen(color: str, width: float, dashes: tuple[float, ...] = ()) -> QPen:
    made = QPen(QColor(color), width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        made.setDashPattern([part / width for part in dashes])
    return made


@cache
def _veil(color: str, share: float) -> QBrush:
    made = QColor(color)
    made.setAlphaF(share)
    return QBrush(made)


class Overlay:
    """Draws marks with a painter whose unit is a logical pixel of the viewport.

    `scale` is pixels per point, (x, y) the pixel of the map's point (0, 0).
    """

    def __init__(self, painter: MapPainter) -> None:
        self._map_painter = painter
        self.scale = 1.0
        self.x = 0.0
        self.y = 0.0
        self._draw: dict[type[Any], Callable[[QPainter, Any], None]] = {
            Selected: self._selected,
            SelectedLine: self._selected_line,
            Focused: self._focused,
            Found: self._found,
            Hovered: self._hovered,
            Offer: self._offer,
            DropLine: self._drop_line,
            Target: self._target,
            Refusal: self._refusal,
            Origin: self._origin,
            Ghost: self._ghost,
            Rope: self._rope,
            Band: self._band,
            Sketch: partial(sketch, self),
            OpenPoint: partial(open_point, self),
            HeldPoint: partial(held_point, self),
            Bubble: partial(bubble, self),
            Tip: lambda painter, mark: draw_tip(painter, mark, self._point(mark.x, mark.y)),
            Tucked: lambda painter, mark: draw_tucked(painter, mark, self._point(mark.x, mark.y)),
        }

    def draw(self, painter: QPainter, marks: Iterable[Mark]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = QRectF(painter.viewport()).adjusted(-20, -20, 20, 20)
        left, top = (seen.left() - self.x) / self.scale, (seen.top() - self.y) / self.scale
        right, bottom = (seen.right() - self.x) / self.scale, (seen.bottom() - self.y) / self.scale
        small: list[QRectF] = []
        for mark in marks:
            if type(mark) is Selected:  # there may be thousands of these
                _, _, x, y, w, h = mark.box
                if x > right or y > bottom or x + w < left or y + h < top:
                    continue
                if h * self.scale < _SMALL:
                    small.append(self._rect(x, y, w, h))
                    continue
            self._draw[type(mark)](painter, mark)
        if small:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_veil(ACCENT, 0.45))
            painter.drawRects(small)

    # Lengths and places -----------------------------------------------------------------------------------------

    def _length(self, points: float, least: float, most: float = 1e9) -> float:
        return min(max(points * self.scale, least), most)

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(self.x + x * self.scale, self.y + y * self.scale)

    def _rect(self, x: float, y: float, w: float, h: float) -> QRectF:
        return QRectF(self.x + x * self.scale, self.y + y * self.scale, w * self.scale, h * self.scale)

    def _around(self, box: Box, gap: float) -> QRectF:
        return self._rect(box.x, box.y, box.w, box.h).adjusted(-gap, -gap, gap, gap)

    def _ring(self, painter: QPainter, rect: QRectF, pen: QPen, corner: float) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, corner, corner)

    def _knob(self, painter: QPainter, at: QPointF, radius: float) -> None:
        painter.setPen(_pen(ACCENT, self._length(1.2, 1.2, 2.0)))
        painter.setBrush(QColor("white"))
        painter.drawEllipse(at, radius, radius)

    # The marks --------------------------------------------------------------------------------------------------

    def _selected(self, painter: QPainter, mark: Selected) -> None:
        width = self._length(1.6, 1.6, 3.0)
        box = mark.box
        if box.kind == "point":
            centre, radius = self._rect(box.x, box.y, box.w, box.h).center(), self._length(box.w / 2 + 1.5, 5.0)
            painter.setPen(_pen(ACCENT, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius, radius)
            return
        gap = self._length(1.2, 1.0) if box.kind in ("card", "phase") else -width / 2
        rect = self._around(box, gap)
        self._ring(painter, rect, _pen(ACCENT, width), self._length(_RADIUS, 1.0) + max(gap, 0.0))
        if mark.handles:
            radius = self._length(2.4, 2.5, 5.0)
            for at in self._handles(rect):
                self._knob(painter, at, radius)

    @staticmethod
    def _handles(rect: QRectF) -> tuple[QPointF, ...]:
        middle = rect.center()
        return QPointF(middle.x(), rect.top()), QPointF(rect.right(), middle.y()), QPointF(middle.x(), rect.bottom())

    def _selected_line(self, painter: QPainter, mark: SelectedLine) -> None:
        points = [self._point(x, y) for x, y in mark.corners]
        painter.save()
        seen = QRegion(painter.viewport())
        for over in (mark.band, mark.label):
            if over is not None:
                seen = seen.subtracted(QRegion(self._around(over, 0.0).toAlignedRect()))
        painter.setClipRegion(seen)
        painter.setPen(_pen(ACCENT, self._length(1.5, 1.6, 4.0)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
        painter.restore()
        if mark.label is not None:
            pill = self._around(mark.label, 0.0)
            self._ring(painter, pill, _pen(ACCENT, self._length(1.5, 1.6, 4.0)), pill.height() / 2)
        for end in (points[0], points[-1]) if mark.knobs else ():
            self._knob(painter, end, self._length(2.4, 3.0, 5.0))

    def _focused(self, painter: QPainter, mark: Focused) -> None:
        width = self._length(1.5, 1.5, 3.0)
        cell = mark.box.kind in ("cell", "mark", "title", "lane", "step")
        gap = -width if cell else self._length(2.0, 2.0) + width / 2
        rect = self._around(mark.box, gap)
        self._ring(painter, rect, _pen(INK, width), self._length(_RADIUS, 1.0) + max(gap, 0.0))

    def _found(self, painter: QPainter, mark: Found) -> None:
        rect = self._around(mark.box, self._length(1.0, 1.0) if mark.box.kind in ("card", "phase", "path") else -1.0)
        painter.setPen(_pen(FOUND, self._length(1.2, 1.2, 2.5)))
        painter.setBrush(_veil(FOUND, 0.22))
        painter.drawRoundedRect(rect, self._length(_RADIUS, 1.0), self._length(_RADIUS, 1.0))

    def _hovered(self, painter: QPainter, mark: Hovered) -> None:
        rect = self._around(mark.box, 0.0)
        self._ring(painter, rect, _pen(QUIET, self._length(0.9, 1.0, 2.0)), self._length(_RADIUS, 1.0))
        if mark.handle:
            self._knob(painter, QPointF(rect.right(), rect.center().y()), self._length(2.4, 2.5, 5.0))

    def offers(self, mark: Offer, at: QPointF) -> bool:
        """Whether a pixel of the viewport lies in the field with the plus."""
        return self._offer_field(mark).contains(at)

    def _offer_field(self, mark: Offer) -> QRectF:
        if mark.whole:
            return self._around(mark.box, -self._length(1.0, 1.0))
        rect = self._around(mark.box, -self._length(5.0, 2.0))
        rect.setHeight(min(rect.height(), self._length(34.0, 12.0)))
        return rect

    def _offer(self, painter: QPainter, mark: Offer) -> None:
        rect = self._offer_field(mark)
        if mark.whole:  # over the sign of the empty frame
            painter.fillRect(rect, QColor("white"))
        self._ring(painter, rect, _pen(QUIET, 1.0, (3.0, 2.5)), self._length(_RADIUS, 1.0))
        self._words(painter, rect, mark.words, "plus", QUIET)

    def _drop_line(self, painter: QPainter, mark: DropLine) -> None:
        ends = self._point(mark.x1, mark.y1), self._point(mark.x2, mark.y2)
        line = QLineF(*ends)
        painter.setPen(_pen(ACCENT, self._length(2.2, 2.2, 4.0)))
        painter.drawLine(line)
        radius = self._length(2.6, 3.0, 5.0)
        for at in ends:
            self._knob(painter, at, radius)

    def _target(self, painter: QPainter, mark: Target) -> None:
        rect = self._rect(mark.x, mark.y, mark.w, mark.h)
        painter.fillRect(rect, _veil(ACCENT, 0.07))
        if mark.framed:
            inset = self._length(4.0, 2.0)
            self._ring(
                painter, rect.adjusted(inset, inset, -inset, -inset), _pen(ACCENT, self._length(1.0, 1.0, 2.0)), 3.0
            )

    def _refusal(self, painter: QPainter, mark: Refusal) -> None:
        inset = self._length(3.0, 2.0)
        rect = self._rect(mark.x, mark.y, mark.w, mark.h).adjusted(inset, inset, -inset, -inset)
        painter.setPen(_pen(ERROR, self._length(1.0, 1.2, 2.0), (3.0, 2.5)))
        painter.setBrush(_veil("#FFFFFF", 0.92))
        painter.drawRoundedRect(rect, 3.0, 3.0)
        self._words(painter, rect, mark.words, "ban", ERROR)

    def _origin(self, painter: QPainter, mark: Origin) -> None:
        rect = self._around(mark.box, self._length(1.0, 1.0))
        painter.setPen(_pen(ACCENT, self._length(1.4, 1.4, 2.5), (4.0, 2.5)))
        painter.setBrush(_veil("#FFFFFF", _FADED))
        painter.drawRoundedRect(rect, self._length(_RADIUS, 1.0), self._length(_RADIUS, 1.0))

    def _ghost(self, painter: QPainter, mark: Ghost) -> None:
        group, corner = mark.group, self._length(_RADIUS, 1.0)
        rect = self._rect(mark.x, mark.y, group.w, group.h)
        if mark.number > 1:
            painter.setPen(_pen(QUIET, 1.0))
            painter.setBrush(QColor("white"))
            step = self._length(3.0, 2.0)
            painter.drawRoundedRect(rect.translated(step, step), corner, corner)
        painter.fillRect(rect, QColor("white"))
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(self.scale, self.scale)
        painter.translate(-group.x, -group.y)
        self._map_painter.draw(painter, group)
        painter.restore()
        gap = self._length(0.8, 0.5)
        self._ring(painter, rect.adjusted(-gap, -gap, gap, gap), _pen(ACCENT, self._length(1.6, 1.6, 3.0)), corner)
        if mark.number > 1:
            self._badge(painter, rect.topRight(), mark.number)

    def _badge(self, painter: QPainter, at: QPointF, count: int) -> None:
        text = str(count)
        font = _font(12, bold=True)
        width = max(20.0, QFontMetricsF(font).horizontalAdvance(text) + 10.0)
        badge = QRectF(at.x() - width / 2, at.y() - 10.0, width, 20.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ACCENT))
        painter.drawRoundedRect(badge, 10.0, 10.0)
        painter.setPen(QColor("white"))
        painter.setFont(font)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

    def _rope(self, painter: QPainter, mark: Rope) -> None:
        start, end = self._point(mark.x1, mark.y1), self._point(mark.x2, mark.y2)
        bend = max(abs(end.x() - start.x()) / 2, 12.0)
        path = QPainterPath(start)
        path.cubicTo(QPointF(start.x() + bend, start.y()), QPointF(end.x() - bend, end.y()), end)
        painter.setPen(_pen(ACCENT, self._length(1.6, 2.0, 3.0)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        self._knob(painter, start, self._length(2.4, 3.0, 5.0))
        self._knob(painter, end, self._length(2.4, 3.0, 5.0))

    def _band(self, painter: QPainter, mark: Band) -> None:
        rect = QRectF(self._rect(mark.x, mark.y, mark.w, mark.h).toRect()).translated(0.5, 0.5)  # a crisp line
        painter.setPen(_pen(ACCENT, 1.0))
        painter.setBrush(_veil(ACCENT, 0.07))
        painter.drawRect(rect)

    # Words ------------------------------------------------------------------------------------------------------

    def _words(self, painter: QPainter, rect: QRectF, words: str, sign: str, color: str) -> None:
        """A sign and words in the middle of a rectangle; the words go where there is no room for them."""
        font = _font(min(13.0, max(9.0, 8.0 * self.scale)))
        side = QFontMetricsF(font).height()
        advance = QFontMetricsF(font).horizontalAdvance(words)
        full = side + 5.0 + advance
        if full > rect.width() - 6.0:
            words, full = "", side
        if rect.height() < side:
            return
        left, middle = rect.center().x() - full / 2, rect.center().y()
        draw_sign(painter, sign, QRectF(left, middle - side / 2, side, side), color)
        if words:
            painter.setFont(font)
            painter.setPen(QColor(color))
            place = QRectF(left + side + 5.0, rect.top(), advance + 2.0, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _font(pixels: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(max(1, round(pixels)))
    font.setBold(bold)
    return font
