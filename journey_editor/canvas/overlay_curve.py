"""Draws what is of the moment on an emotion curve: the point in hand, its value, and where points could be set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from journey_editor.layout.figures import dot_outline

from .calls import qt_path
from .marks import Bubble, HeldPoint, OpenPoint

if TYPE_CHECKING:
    from .overlay import Overlay

_INK, _QUIET, _ACCENT = "#1B2230", "#525B6B", "#1D5FBF"
_DOT = 3.0  # points
_AWAY = 13.0  # pixels between a point and its bubble
_PAD, _HEIGHT = 8.0, 22.0  # pixels


def open_point(overlay: Overlay, painter: QPainter, mark: OpenPoint) -> None:
    """A hollow dot of the persona's shape, dashed as all that is only offered."""
    radius = _length(overlay, _DOT, 3.5, 8.0)
    painter.save()
    painter.setOpacity(1.0 if mark.hot else 0.65)
    painter.translate(_point(overlay, mark.x, mark.y))
    painter.scale(radius, radius)
    painter.setPen(_pen(_ACCENT if mark.hot else mark.color, 1.6 / radius, () if mark.hot else (0.5, 0.45)))
    painter.setBrush(QColor("white"))
    painter.drawPath(qt_path(dot_outline(mark.dot)))
    painter.restore()


def held_point(overlay: Overlay, painter: QPainter, mark: HeldPoint) -> None:
    """A ring in ink: here the keyboard is."""
    radius = _length(overlay, 6.5, 7.0, 14.0)
    painter.setPen(_pen(_INK, _length(overlay, 1.5, 1.5, 3.0)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(_point(overlay, mark.x, mark.y), radius, radius)


def bubble(overlay: Overlay, painter: QPainter, mark: Bubble) -> None:
    """Whose feeling it is and how strong, in a dark pill over the point, or under it where there is no room."""
    font = QFont()
    font.setPixelSize(13)
    font.setBold(True)
    metrics = QFontMetricsF(font)
    seen = painter.viewport()
    text = metrics.elidedText(mark.words.replace("\n", " "), Qt.TextElideMode.ElideMiddle, min(280.0, seen.width() / 2))
    at = _point(overlay, mark.x, mark.y)
    w = metrics.horizontalAdvance(text) + 2 * _PAD
    top = at.y() - _AWAY - _HEIGHT
    if top < 2.0:
        top = at.y() + _AWAY
    left = min(max(at.x() - w / 2, 2.0), max(2.0, seen.width() - w - 2.0))
    rect = QRectF(left, top, w, _HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_INK))
    painter.drawRoundedRect(rect, _HEIGHT / 2, _HEIGHT / 2)
    painter.setPen(QColor("white"))
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _length(overlay: Overlay, points: float, least: float, most: float) -> float:
    return min(max(points * overlay.scale, least), most)


def _point(overlay: Overlay, x: float, y: float) -> QPointF:
    return QPointF(overlay.x + x * overlay.scale, overlay.y + y * overlay.scale)


def _pen(color: str, width: float, dashes: tuple[float, ...] = ()) -> QPen:
    made = QPen(QColor(color), width)
    if dashes:
        made.setDashPattern([part / width for part in dashes])
    return made
