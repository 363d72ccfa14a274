"""The wheel over the canvas, and scrolling while something is dragged near an edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QWheelEvent

from .keys import keys_of

if TYPE_CHECKING:
    from .scrolling import Scrolling
    from .view import MapView

_EDGE = 28  # pixels from the edge of the view within which a drag scrolls
_NOTCH = 120.0  # of a wheel, in eighths of a degree times 15
_LINES = 48.0  # pixels for a notch


def turned(view: Scrolling, event: QWheelEvent) -> None:
    """Ctrl and wheel zoom at the pointer, the wheel alone scrolls, with Shift to the side."""
    keys = keys_of(event.modifiers())
    angle, pixels = event.angleDelta(), event.pixelDelta()
    if keys.ctrl:
        view.set_zoom(view.camera.zoom * 1.2 ** (angle.y() / _NOTCH), event.position())
    else:
        dx, dy = (pixels.x(), pixels.y()) if not pixels.isNull() else _pixels(angle)
        if keys.shift and not dx:
            dx, dy = dy, 0.0
        view.pan(dx, dy)
    event.accept()


def scroll_at_edge(view: MapView, at: QPointF, ways: str = "xy") -> None:
    """Scroll a little if the pointer is near an edge of what is free of heads, faster the nearer it is."""

    def push(value: float, first: float, end: float) -> float:
        if value < first + _EDGE:
            return min(first + _EDGE - value, 2.0 * _EDGE) * 0.6
        return -min(value - (end - _EDGE), 2.0 * _EDGE) * 0.6 if value > end - _EDGE else 0.0

    covered, size = view.insets, view.viewport().size()
    dx = push(at.x(), covered.left(), size.width() - covered.right()) if "x" in ways else 0.0
    dy = push(at.y(), covered.top(), size.height() - covered.bottom()) if "y" in ways else 0.0
    if dx or dy:
        view.pan(dx, dy)


def _pixels(angle: QPoint) -> tuple[float, float]:
    return angle.x() / _NOTCH * _LINES, angle.y() / _NOTCH * _LINES
