"""Pages as pixels: drawn by the painter of the canvas from the draw list of the PDF, in colour or as a grey printer
would show them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from journey_editor.canvas.images import Images
from journey_editor.canvas.paint import MapPainter
from journey_editor.canvas.program import EXACT
from journey_editor.layout.drawlist import Group
from journey_editor.layout.grey import grey_group
from journey_editor.layout.pages import Page

#: Pixels a point from which on every letter is drawn, however small: who proofs a page wants to see what is on it.
#: Below, a poster of a thousand cards is a few inches wide, and nobody can tell letters from bars.
_EXACT_FROM = 0.5


class Proofs:
    """Draws pages. It remembers how, until other pages come."""

    def __init__(self, images: Images) -> None:
        self._images = images
        self._painter = MapPainter(images)
        self._grey: dict[int, tuple[Page, Group]] = {}  # each with its page, so that the id stays its own
        self.grey = False

    def forget(self) -> None:
        """Other pages come."""
        self._grey.clear()
        self._painter = MapPainter(self._images)

    def part(self, page: Page, scale: float, corner: QPointF, size: QSize) -> QImage:
        """So much of a page as lies in `size` pixels from a corner (in pixels of the page), at `scale` pixels a
        point."""
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill("#FFFFFF")
        with QPainter(image) as painter:
            painter.translate(-corner)
            painter.scale(scale, scale)
            clip = QRectF(corner.x() / scale, corner.y() / scale, size.width() / scale, size.height() / scale).adjusted(
                -1, -1, 1, 1
            )
            exact = EXACT if scale >= _EXACT_FROM else None
            self._painter.draw(painter, self._root(page), clip, detail=exact)
        return image

    def whole(self, page: Page, size: QSize) -> QImage:
        """A page as large as fits into `size` pixels. Nothing of it is remembered: thumbnails are kept as they are."""
        scale = min(size.width() / page.width, size.height() / page.height)
        fitting = QSize(max(1, round(page.width * scale)), max(1, round(page.height * scale)))
        image = QImage(fitting, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill("#FFFFFF")
        with QPainter(image) as painter:
            painter.scale(scale, scale)
            MapPainter(self._images).draw(painter, self._root(page))
        return image

    def _root(self, page: Page) -> Group:
        """What is drawn of a page."""
        if not self.grey:
            return page.root
        known = self._grey.get(id(page))
        if known is None:
            known = self._grey[id(page)] = (page, grey_group(page.root))
        return known[1]
