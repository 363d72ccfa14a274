"""How the map lies in the view: zoom, scroll bars, and the way between pixels and points.

The map's corner always falls on a whole device pixel. A map that is smaller than the view lies in its middle, near the
top; a larger one can be scrolled a little beyond its edges, so that things can be dropped beside them.
"""

from __future__ import annotations

from math import floor
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QPoint, QPointF, QRectF, QSize

from journey_editor.layout.result import Box

#: At 100 % a point is as large as on paper, on a screen of 96 pixels per inch.
PIXELS_PER_POINT = 96.0 / 72.0
LEAST, MOST = 0.02, 8.0
#: Steps of zooming with keys and buttons.
STEPS = (0.05, 0.1, 0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0)
DESK = 16  # logical pixels of desk around the paper
_FIT_MOST = 1.5  # a small map is not blown up beyond this
_NOTHING = QMarginsF()


class Reach(NamedTuple):
    """How far the scroll bars go: from 0 to (x, y), in logical pixels."""

    x: int
    y: int


class Camera:
    """`size` is the map's in points, `room` the view's in logical pixels, `dpr` device pixels for each of these."""

    def __init__(self) -> None:
        self.size = (0.0, 0.0)
        self.room = QSize()  # of the view without scroll bars
        self.bar = 0  # how thick a scroll bar is
        self.dpr = 1.0
        self.zoom = 1.0
        self.scroll = QPoint()
        self._held: QPoint | None = None

    @property
    def scale(self) -> float:
        """Device pixels per point."""
        return self.zoom * PIXELS_PER_POINT * self.dpr

    @property
    def view(self) -> QSize:
        """The viewport's size, once the scroll bars that are needed have taken theirs."""
        w, h = self._needed()
        down = h > self.room.height()
        across = w > self.room.width() - (self.bar if down else 0)
        down = h > self.room.height() - (self.bar if across else 0)
        return QSize(self.room.width() - (self.bar if down else 0), self.room.height() - (self.bar if across else 0))

    def _needed(self) -> tuple[int, int]:
        per = self.zoom * PIXELS_PER_POINT
        return floor(self.size[0] * per + 0.5) + 2 * DESK, floor(self.size[1] * per + 0.5) + 2 * DESK

    @property
    def reach(self) -> Reach:
        w, h = self._needed()
        view = self.view
        return Reach(max(0, w - view.width()), max(0, h - view.height()))

    @property
    def origin(self) -> QPoint:
        """Where the map's corner lies in the viewport, in device pixels."""
        if self._held is not None:
            return self._held
        per, reach = self.zoom * PIXELS_PER_POINT, self.reach
        x = DESK - self.scroll.x() if reach.x else (self.view.width() - self.size[0] * per) / 2
        y = DESK - self.scroll.y()
        return QPoint(floor(x * self.dpr + 0.5), floor(y * self.dpr + 0.5))

    def hold(self) -> None:
        """Keep the map's corner where it is, though its size changes, until `let_go`."""
        self._held = self.origin

    def let_go(self) -> None:
        self._held = None

    def point(self, at: QPointF) -> tuple[float, float]:
        """The point of the map under a logical pixel."""
        origin, scale = self.origin, self.scale
        return (at.x() * self.dpr - origin.x()) / scale, (at.y() * self.dpr - origin.y()) / scale

    def pixel(self, x: float, y: float) -> QPointF:
        """The logical pixel on which a point of the map falls."""
        origin, scale = self.origin, self.scale
        return QPointF((x * scale + origin.x()) / self.dpr, (y * scale + origin.y()) / self.dpr)

    def rect(self, box: Box) -> QRectF:
        """A box of the map in logical pixels."""
        return QRectF(self.pixel(box.x, box.y), self.pixel(box.x + box.w, box.y + box.h))

    def zoom_at(self, zoom: float, anchor: QPointF) -> None:
        """Zoom so that the point of the map under `anchor` stays there, as far as scrolling can bring it."""
        x, y = self.point(anchor)
        self.zoom = min(max(zoom, LEAST), MOST)
        per = self.zoom * PIXELS_PER_POINT
        self.scroll_to(QPointF(x * per + DESK - anchor.x(), y * per + DESK - anchor.y()))

    def scroll_to(self, scroll: QPointF) -> None:
        reach = self.reach
        self.scroll = QPoint(
            min(max(floor(scroll.x() + 0.5), 0), reach.x), min(max(floor(scroll.y() + 0.5), 0), reach.y)
        )

    def centre(self, x: float, y: float, covered: QMarginsF = _NOTHING) -> None:
        """Bring a point of the map to the middle of the view, or of what is left of it between covered edges."""
        per = self.zoom * PIXELS_PER_POINT
        middle_x = (covered.left() + self.view.width() - covered.right()) / 2
        middle_y = (covered.top() + self.view.height() - covered.bottom()) / 2
        self.scroll_to(QPointF(x * per + DESK - middle_x, y * per + DESK - middle_y))

    def reveal(self, box: Box, covered: QMarginsF = _NOTHING, *, across: bool = True, down: bool = True) -> None:
        """Scroll as little as needed to bring a box into view between covered edges, with some air around it."""
        rect, air = self.rect(box).adjusted(-DESK, -DESK, DESK, DESK), QPointF(self.scroll)
        if across:
            air.setX(air.x() + _needed(rect.left(), rect.right(), covered.left(), self.view.width() - covered.right()))
        if down:
            air.setY(air.y() + _needed(rect.top(), rect.bottom(), covered.top(), self.view.height() - covered.bottom()))
        self.scroll_to(air)

    def fitting(self, w: float, h: float, most: float = _FIT_MOST, covered: tuple[float, float] = (0.0, 0.0)) -> float:
        """The zoom at which so many points fit into the view; `covered` is what of its width and height is not free."""
        room_x = self.room.width() - covered[0] - 2 * DESK - 1
        room_y = self.room.height() - covered[1] - 2 * DESK - 1
        zoom = min(room_x / max(w, 1.0), room_y / max(h, 1.0)) / PIXELS_PER_POINT
        return min(max(zoom, LEAST), most)

    def next_step(self, by: int) -> float:
        """The next larger (by = 1) or smaller (-1) of the usual zooms."""
        if by > 0:
            return next((step for step in STEPS if step > self.zoom * 1.005), MOST)
        return next((step for step in reversed(STEPS) if step < self.zoom * 0.995), STEPS[0])


def _needed(low: float, high: float, first: float, last: float) -> float:
    """How far to scroll so that low .. high lies between first and last; what is too long begins at first."""
    by = max(high - last, 0.0)
    return low - first if low - by < first else by
