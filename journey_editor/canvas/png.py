"""Maps as pixels: thumbnails for the start page, and pictures for tests."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from journey_editor.layout.drawlist import Group
from journey_editor.layout.result import Layout

from .images import Images
from .paint import MapPainter


def render(what: Group | Layout, scale: float, *, images: Images | None = None, ground: str = "#FFFFFF") -> QImage:
    """A group or a whole map at `scale` pixels per point, on a ground of one colour."""
    group = what.root if isinstance(what, Layout) else what
    size = QSize(max(1, round(group.w * scale)), max(1, round(group.h * scale)))
    return _rendered(group, scale, size, images, ground)


def thumbnail(what: Group | Layout, size: QSize, *, images: Images | None = None, ground: str = "#FFFFFF") -> QImage:
    """A group or a whole map, as large as fits into `size` device pixels."""
    group = what.root if isinstance(what, Layout) else what
    scale = min(size.width() / max(group.w, 1.0), size.height() / max(group.h, 1.0))
    fitting = QSize(max(1, round(group.w * scale)), max(1, round(group.h * scale)))
    return _rendered(group, scale, fitting, images, ground)


def _rendered(group: Group, scale: float, size: QSize, images: Images | None, ground: str) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.fillRect(image.rect(), ground)
        painter.scale(scale, scale)
        painter.translate(-group.x, -group.y)
        MapPainter(images).draw(painter, group)
    return image
