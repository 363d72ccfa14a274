"""What every view of a map does with its picture: show it, with the overlay where the map lies now, on a desk."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QWidget

from .camera import Camera
from .overlay import Overlay
from .picture import Picture
from .sheet import Colors


def show_picture(painter: QPainter, picture: Picture, overlay: Overlay, camera: Camera, seen: QRect) -> None:
    """Draw the picture, and bring the overlay to where the camera shows the map."""
    painter.save()
    painter.scale(1.0 / camera.dpr, 1.0 / camera.dpr)
    picture.draw(painter, seen)
    painter.restore()
    overlay.scale = camera.scale / camera.dpr
    origin = camera.pixel(0.0, 0.0)
    overlay.x, overlay.y = origin.x(), origin.y()


def seen_in(viewport: QWidget, camera: Camera) -> QRect:
    """The viewport in device pixels."""
    size, dpr = viewport.size(), camera.dpr
    return QRect(QPoint(), QSize(round(size.width() * dpr), round(size.height() * dpr)))


def desk_colors(palette: QPalette) -> Colors:
    """The desk is as dark as the window; the edge of the paper shows only on a light one."""
    desk = palette.color(QPalette.ColorRole.Mid)
    edge = desk.darker(116) if desk.lightness() > 128 else desk
    return Colors(desk.name(), edge.name())
