"""The program's icons, stroked over the map."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journey_editor.layout.icons import icon

from .calls import qt_path

_SIDE = 24.0  # of the square that all icons are drawn in


def draw_sign(painter: QPainter, name: str, rect: QRectF, color: str, width: float = 2.0) -> None:
    """An icon in a rectangle; `width` is that of its strokes, in the units of the icon."""
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / _SIDE, rect.height() / _SIDE)
    pen = QPen(QColor(color), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(qt_path(icon(name)))
    painter.restore()
