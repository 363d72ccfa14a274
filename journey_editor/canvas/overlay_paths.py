"""Draws a path that is only being drawn: how it would run, dashed in the accent, with its arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from .marks import Sketch

if TYPE_CHECKING:
    from .overlay import Overlay

_ACCENT = "#1D5FBF"


def sketch(overlay: Overlay, painter: QPainter, mark: Sketch) -> None:
    """The corners of the line, and an arrow head at its end."""
    if len(mark.corners) < 2:
        return
    points = [QPointF(overlay.x + x * overlay.scale, overlay.y + y * overlay.scale) for x, y in mark.corners]
    width = min(max(1.6 * overlay.scale, 2.0), 3.5)
    for color, thick, dashes in (("#FFFFFF", width + 3.0, ()), (_ACCENT, width, (3.0, 1.6))):
        pen = QPen(QColor(color), thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashes:
            pen.setDashPattern(dashes)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
    tip, size = points[-1], min(max(5.5 * overlay.scale, 7.0), 14.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_ACCENT))
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(-size, -size / 2), tip + QPointF(-size, size / 2)]))
