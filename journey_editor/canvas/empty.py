"""What an empty map says: where to begin. Drawn over the picture, never exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette

from journey_editor.wording import tr

if TYPE_CHECKING:
    from .view import MapView

_WIDTH = 360.0


def hint_of(view: MapView) -> tuple[str, str] | None:
    """A line and an explanation for a map that lacks phases or lanes; None for one that has both."""
    journey = view.session.journey
    if view.focusPolicy() == Qt.FocusPolicy.NoFocus:  # a map that is only looked at
        return None
    if not journey.phases:
        return tr("This map has no phases yet"), tr("Drag a phase from the palette onto the map.")
    if not journey.lanes:
        return tr("This map has no lanes yet"), tr("Drag a lane from the palette onto the map.")
    return None


def draw_hint(painter: QPainter, view: MapView) -> None:
    """The hint under the map, calm, in the window's own colours."""
    hint = hint_of(view)
    if hint is None:
        return
    area = view.viewport().rect()
    top = view.camera.pixel(0.0, view.shown_layout.height).y() + 24.0
    width = min(_WIDTH, area.width() - 32.0)
    head, body = QFont(view.font()), QFont(view.font())
    head.setPixelSize(14)
    head.setBold(True)
    body.setPixelSize(13)
    height = QFontMetricsF(head).height() + QFontMetricsF(body).height() * 2 + 32.0
    top = min(top, area.height() - height - 16.0)
    place = QRectF(area.center().x() - width / 2, top, width, height)
    palette = view.palette()
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(place, 6.0, 6.0)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.setFont(head)
    inner = place.adjusted(16, 12, -16, -12)
    painter.drawText(inner, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, hint[0])
    painter.setFont(body)
    below = inner.adjusted(0, QFontMetricsF(head).height() + 4.0, 0, 0)
    flags = Qt.AlignmentFlag.AlignHCenter.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value
    painter.drawText(below, flags, hint[1])
