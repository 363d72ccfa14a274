"""A pixmap of a part of the map that knows which of its pixels are out of date.

`bad` is the region that does not show the layout as it is; `work` redraws some of it, block by block, until its time is
up. Pixels that are not bad are exactly those that drawing everything anew would give: a point of the map falls on
`scale * point + origin` with a whole-pixel origin, whichever block it is drawn for.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion, QTransform

from journey_editor.layout.drawlist import Group

from .paint import MapPainter

#: How many pixels a block may have: about a ninth of a large screen, less where very much is to be drawn.
_MOST_AREA, _LEAST_AREA = 640 * 360, 40 * 40
_BLOCK_SECONDS = 0.0025  # what drawing a block should take
# Qt rounds the places of glyphs that begin left of or above a pixmap the other way. Such a rim is never shown,
# nor scrolled into view. (Glyphs wider than this are drawn as paths.)
_RIM = 64
_SPREAD = 3  # ink may reach this many pixels beyond the rectangle that layout names (antialiasing, glyph origins)
# No coordinate of a tidy layout may fall on half a pixel, where rounding would depend on the last bit of a sum.
_BIAS_X, _BIAS_Y = 0.00131, 0.00173

PointRect = tuple[float, float, float, float]


class Drawing(Protocol):
    """What a sheet shows: a draw list on white paper of a size in points. A layout is one."""

    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...
    @property
    def root(self) -> Group: ...


class Colors:
    """What lies around the map: the desk, and the edge of the paper."""

    def __init__(self, desk: str = "#E4E7EC", edge: str = "#C3C9D2") -> None:
        self.desk, self.edge = QColor(desk), QColor(edge)


class Sheet:
    """A pixmap of `size` device pixels, `margin` more on each side; coordinates are from the margin's inner corner."""

    def __init__(self, painter: MapPainter, margin: int = 0) -> None:
        self._painter = painter
        self._colors = Colors()
        self.margin = margin
        self.layout: Drawing | None = None
        self.size = QSize()
        self.scale = 1.0  # device pixels per point
        self.origin = QPoint()  # where point (0, 0) of the map lies
        self.pixmap = QPixmap()
        self.bad = QRegion()
        self._block_area = _MOST_AREA

    @property
    def area(self) -> QRect:
        """All that the pixmap shows, margins included."""
        m = self.margin
        return QRect(-m, -m, self.size.width() + 2 * m, self.size.height() + 2 * m)

    @property
    def visible(self) -> QRect:
        return QRect(QPoint(), self.size)

    @property
    def paper(self) -> QRect:
        """The white sheet, in device pixels."""
        if self.layout is None:
            return QRect()
        return QRect(self.origin, QSize(_near(self.scale * self.layout.width), _near(self.scale * self.layout.height)))

    def set_colors(self, colors: Colors) -> None:
        self._colors = colors
        self.spoil_all()

    def set_size(self, size: QSize) -> None:
        if size == self.size:
            return
        old, known = self.pixmap, QRegion(self.area) - self.bad
        self.size = size
        self.pixmap = self.blank()
        if not old.isNull():
            with QPainter(self.pixmap) as painter:
                painter.drawPixmap(0, 0, old)
        self.bad = QRegion(self.area) - known

    def set_layout(self, layout: Drawing | None, changed: Iterable[PointRect] | None) -> None:
        """Show another layout. `changed` names what may look different from the present one; None: everything."""
        before = self.paper
        self.layout = layout
        if changed is None:
            self.spoil_all()
            return
        if before != self.paper:
            for edge in (before, self.paper):
                self.bad += QRegion(edge.adjusted(-2, -2, 2, 2)).subtracted(QRegion(edge.adjusted(2, 2, -2, -2)))
            self.bad += QRegion(before).xored(QRegion(self.paper))
        self.spoil(changed)
        self.bad &= self.area

    def spoil(self, rects: Iterable[PointRect]) -> None:
        """These rectangles of the map (points) are out of date."""
        area = self.area
        for rect in rects:
            here = self.pixels(rect).adjusted(-_SPREAD, -_SPREAD, _SPREAD, _SPREAD) & area
            if not here.isEmpty():
                self.bad += here

    def spoil_all(self) -> None:
        self.bad = QRegion(self.area)

    def pixels(self, rect: PointRect) -> QRect:
        """The device pixels that a rectangle of the map touches."""
        x, y, w, h = rect
        left, top = floor(self.scale * x) + self.origin.x(), floor(self.scale * y) + self.origin.y()
        right, bottom = ceil(self.scale * (x + w)) + self.origin.x(), ceil(self.scale * (y + h)) + self.origin.y()
        return QRect(left, top, right - left, bottom - top)

    def move(self, origin: QPoint) -> None:
        """Show another part at the same scale: what stays in view is kept."""
        by = origin - self.origin
        if by.isNull():
            return
        self.origin = QPoint(origin)
        area = self.area
        if abs(by.x()) >= area.width() or abs(by.y()) >= area.height():
            self.spoil_all()
            return
        self.pixmap.scroll(by.x(), by.y(), self.pixmap.rect())
        kept = QRegion(area.translated(by)) & QRegion(area)
        self.bad = (self.bad.translated(by) & kept) + QRegion(area).subtracted(kept)

    @property
    def _corner(self) -> QPoint:
        """The pixmap's own corner."""
        return QPoint(-self.margin - _RIM, -self.margin - _RIM)

    def blank(self) -> QPixmap:
        """A pixmap of the right size with nothing on it."""
        made = QPixmap(self.area.adjusted(-_RIM, -_RIM, _RIM, _RIM).size())
        made.fill(self._colors.desk)
        return made

    def part(self, rect: QRect) -> QRect:
        """Where in the pixmap a rectangle of the sheet lies."""
        return rect.translated(-self._corner)

    def set_scale(self, scale: float, origin: QPoint) -> None:
        """Show the map at another scale: nothing is kept, and how crowded it is remains to be seen."""
        self.scale, self.origin = scale, QPoint(origin)
        # The smaller the scale, the more lies in a block, until the first ones have told how much.
        self._block_area = int(min(max(_MOST_AREA / 8 * (scale / 0.35) ** 2, _LEAST_AREA), _MOST_AREA / 8))
        self.spoil_all()

    def work(self, seconds: float, *, only_visible: bool = False) -> bool:
        """Redraw bad blocks, those in view first, until the time is up. True when nothing is left to do."""
        if self.pixmap.isNull():
            return True
        end = perf_counter() + seconds
        while True:
            region = self.bad & self.visible
            if region.isEmpty():
                if only_visible or self.bad.isEmpty():
                    return True
                region = self.bad
            start = perf_counter()
            part = _block(region, self._block_area)
            if not self._redraw(part, end):
                self._block_area = max(self._block_area // 4, _LEAST_AREA)
                return False
            now = perf_counter()
            self._learn(part, now - start)
            if now >= end:
                return (self.bad & self.visible if only_visible else self.bad).isEmpty()

    def _learn(self, part: QRegion, seconds: float) -> None:
        """Take smaller blocks where they turn out to be crowded, so that a frame keeps its time."""
        box = part.boundingRect() & self.paper  # the desk costs nothing
        area = box.width() * box.height()
        if area >= 900:  # what a sliver costs says little
            fitting = area * _BLOCK_SECONDS / max(seconds, 1e-5)
            self._block_area = int(
                min(max(fitting, _LEAST_AREA, self._block_area / 4), self._block_area * 2, _MOST_AREA)
            )

    def finish(self) -> None:
        """Redraw all that is bad, however long it takes."""
        self.work(3600.0)

    def _redraw(self, region: QRegion, until: float) -> bool:
        """Draw a part anew; False if there was not time for all of it, and it is still bad."""
        box = region.boundingRect()
        with QPainter(self.pixmap) as painter:
            painter.translate(-self._corner)
            painter.setClipRegion(region)
            painter.fillRect(box, self._colors.desk)
            if self.layout is not None:
                paper = self.paper
                painter.fillRect(paper.adjusted(-1, -1, 1, 1) & box, self._colors.edge)
                painter.fillRect(paper & box, QColor("white"))
                s, o = self.scale, self.origin - self._corner
                painter.setWorldTransform(QTransform(s, 0, 0, s, o.x() + _BIAS_X, o.y() + _BIAS_Y))
                around = QRectF(box.adjusted(-_SPREAD, -_SPREAD, _SPREAD, _SPREAD))
                clip = QTransform(s, 0, 0, s, self.origin.x(), self.origin.y()).inverted()[0].mapRect(around)
                if not self._painter.draw(painter, self.layout.root, clip, until):
                    return False
        self.bad -= region
        return True


def _near(value: float) -> int:
    return floor(value + 0.5)


def _block(region: QRegion, area: int) -> QRegion:
    """A part of a region to be drawn at once: its first rectangle, as much as `area` allows, and what lies close by."""
    first: QRect = next(iter(region))  # type: ignore[call-overload]  # QRegion iterates over its rectangles
    wide = int((area * 16 / 9) ** 0.5)
    w = min(first.width(), max(wide, area // first.height()))
    h = min(first.height(), max(area // w, 1))
    block = QRect(first.x(), first.y(), w, h)
    around = QRect(first.topLeft(), QSize(wide, max(area // wide, 1)))
    near = region & around
    box = near.boundingRect()
    if near.rectCount() > 1 and _area(near) * 2 >= box.width() * box.height() >= w * h:
        return near
    return region & block


def _area(region: QRegion) -> int:
    return sum(rect.width() * rect.height() for rect in region)  # type: ignore[attr-defined]  # as above
