"""What the view shows of the map: one cached picture, not ten thousand items.

Panning scrolls the picture and draws the strip that comes into view; a margin around it is drawn ahead when there is
time. Zooming shows the last picture scaled, over a small overview of the whole map; at rest it is drawn sharp again,
block by block. An edit spoils the rectangles that layout says have changed, and only they are redrawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import floor
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QRegion

from journey_editor.layout.result import Layout

from .paint import MapPainter
from .sheet import Colors, PointRect, Sheet

MARGIN = 64  # device pixels drawn ahead on each side
FRAME = 0.008  # seconds of a frame that may go into redrawing
_OVERVIEW = 900  # the longest side of the overview, in pixels


class _Still(NamedTuple):
    """The last picture, as it was when zooming began."""

    pixmap: QPixmap
    source: QRect  # what of the pixmap shows ...
    area: QRect  # ... this part of the viewport
    scale: float
    origin: QPoint


class Picture:
    """The picture of a viewport of `size` device pixels, and the overview behind it."""

    def __init__(self, painter: MapPainter) -> None:
        self._painter = painter
        self.sheet = Sheet(painter, MARGIN)
        self.overview = Sheet(painter)
        self._colors = Colors()
        self._still: _Still | None = None

    @property
    def bad(self) -> QRegion:
        """What of the picture is out of date, in device pixels of the viewport."""
        return self.sheet.bad

    @property
    def zooming(self) -> bool:
        """Whether a scaled picture stands in for the sharp one."""
        return self._still is not None

    @property
    def complete(self) -> bool:
        """Nothing is left to draw, neither in view nor ahead."""
        return not self.zooming and self.sheet.bad.isEmpty() and self.overview.bad.isEmpty()

    def set_colors(self, colors: Colors) -> None:
        self._colors = colors
        self.sheet.set_colors(colors)
        self.overview.set_colors(colors)

    def set_size(self, size: QSize) -> None:
        if size != self.sheet.size:
            self._still = None
            self.sheet.set_size(size)

    def set_layout(self, layout: Layout | None, changed: Iterable[PointRect] | None) -> None:
        """Show another layout; `changed` as for `Sheet.set_layout`."""
        rects = None if changed is None else list(changed)
        self.sheet.set_layout(layout, rects)
        if layout is None:
            return
        scale = _OVERVIEW / max(layout.width, layout.height, 1.0)
        size = QSize(max(1, floor(layout.width * scale + 0.5)), max(1, floor(layout.height * scale + 0.5)))
        same = size == self.overview.size and scale == self.overview.scale
        self.overview.set_size(size)
        self.overview.scale = scale
        self.overview.set_layout(layout, rects if same else None)

    def spoil_all(self) -> None:
        self.sheet.spoil_all()
        self.overview.spoil_all()

    def place(self, scale: float, origin: QPoint) -> None:
        """Show the map at a scale with its corner at `origin`."""
        sheet = self.sheet
        if scale == sheet.scale and self._still is None:
            sheet.move(origin)
            return
        if self._still is None and not sheet.pixmap.isNull():
            self._still = _Still(sheet.pixmap, sheet.part(sheet.area), sheet.area, sheet.scale, sheet.origin)
            sheet.pixmap = sheet.blank()
        sheet.set_scale(scale, origin)

    def rest(self) -> None:
        """Zooming has come to rest: the scaled picture becomes the ground on which the sharp one is drawn."""
        still = self._still
        if still is None:
            return
        with QPainter(self.sheet.pixmap) as painter:
            painter.translate(self.sheet.part(QRect(0, 0, 1, 1)).topLeft())
            self._draw_scaled(painter, still, self.sheet.area)
        self._still = None

    def small(self, size: QSize) -> QImage | None:
        """The whole map, as large as fits into so many device pixels; None while some of it is still to be drawn."""
        sheet = self.overview
        if sheet.pixmap.isNull() or not sheet.bad.isEmpty():
            return None
        whole = sheet.pixmap.copy(sheet.part(sheet.visible)).toImage()
        return whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)

    def work(self, seconds: float = FRAME, *, only_visible: bool = False) -> bool:
        """Redraw what is out of date until the time is up; True when all is done. Idle while zooming."""
        if self.zooming:
            return False
        return self.sheet.work(seconds, only_visible=only_visible)

    def work_ahead(self, seconds: float = FRAME) -> bool:
        """Draw margins and the overview, for what may come next; True when nothing is left."""
        return self.work(seconds) and self.overview.work(seconds)

    def finish(self) -> None:
        """Everything sharp, however long it takes."""
        self.rest()
        self.sheet.finish()
        self.overview.finish()

    def draw(self, painter: QPainter, exposed: QRect) -> None:
        """Show the picture. The painter's unit is a device pixel, its origin the viewport's corner."""
        if self._still is not None:
            self._draw_scaled(painter, self._still, exposed)
            return
        painter.drawPixmap(exposed.topLeft(), self.sheet.pixmap, self.sheet.part(exposed))

    def _draw_scaled(self, painter: QPainter, still: _Still, exposed: QRect) -> None:
        sheet = self.sheet
        paper = sheet.paper
        factor = sheet.scale / still.scale
        target = QRectF(
            sheet.origin.x() + factor * (still.area.x() - still.origin.x()),
            sheet.origin.y() + factor * (still.area.y() - still.origin.y()),
            factor * still.area.width(),
            factor * still.area.height(),
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)  # 3 ms against 20 on a large screen
        if not target.contains(QRectF(exposed)):
            painter.fillRect(exposed, self._colors.desk)
            painter.fillRect(paper.adjusted(-1, -1, 1, 1), self._colors.edge)
            painter.fillRect(paper, "white")
            if not self.overview.pixmap.isNull():
                whole = self.overview.part(self.overview.visible)
                _draw_part(painter, QRectF(paper), self.overview.pixmap, whole, exposed)
        _draw_part(painter, target, still.pixmap, still.source, exposed)


def _draw_part(painter: QPainter, target: QRectF, pixmap: QPixmap, source: QRect, exposed: QRect) -> None:
    """Draw `source` of a pixmap scaled into `target`, as far as that lies in `exposed`."""
    seen = target & QRectF(exposed)
    if seen.isEmpty() or target.isEmpty():
        return
    kx, ky = source.width() / target.width(), source.height() / target.height()
    left, top = source.x() + (seen.x() - target.x()) * kx, source.y() + (seen.y() - target.y()) * ky
    painter.drawPixmap(seen, pixmap, QRectF(left, top, seen.width() * kx, seen.height() * ky))
