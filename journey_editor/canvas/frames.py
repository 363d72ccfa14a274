"""Drawing the canvas frame by frame, within its time, and going on while nothing else is to be done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QTimer
from PySide6.QtGui import QPainter, QRegion

from journey_editor.layout.result import Layout

from .empty import draw_hint
from .heads import Heads, heads
from .images import Images
from .layers import Layers
from .marks import Mark
from .overlay import Overlay
from .paint import MapPainter
from .picture import FRAME, Picture
from .pinned import Pinned
from .sheet import PointRect
from .showing import desk_colors, seen_in, show_picture

if TYPE_CHECKING:
    from .view import MapView

_HEADS = 0.0015  # seconds of a frame that go into heads which stay at the edge
_LEAST = 0.001  # seconds that are left for drawing, however long laying out took: a block or two
_LAYOUTS_KEPT = 64  # edits until the painter forgets how to draw what was not in view since
_FIRST = 0.03  # seconds that each frame may draw until all in view was sharp for the first time
_REST_MS = 40  # so long after the last change of scale, zooming has come to rest


class Frames:
    """The picture of one view, the overlay on it, and when they are drawn."""

    def __init__(self, view: MapView, images: Images) -> None:
        self._view = view
        self._painter = painter = MapPainter(images)
        self._layouts = 0
        self.picture = Picture(painter)
        self.pinned = Pinned(painter)
        self.overlay = Overlay(painter)
        self._told = False
        self._spent = 0.0  # seconds of the coming frame that went into laying out
        self._rest = QTimer(view, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.come_to_rest)
        self._idle = QTimer(view, singleShot=True, interval=0)
        self._idle.timeout.connect(self.work_ahead)

    def draw(self, exposed: QRegion, *layers: Iterable[Mark]) -> None:
        """One frame: redraw what is out of date until the time is up, show the picture, and the overlay on it.

        Qt shows only what is `exposed` (a blinking cursor is enough for a frame): what was redrawn beside it is shown
        with the next frame.
        """
        view, camera, overlay = self._view, self._view.camera, self.overlay
        waiting = not (self.picture.bad & self._seen()).isEmpty()
        heads = self.heads
        aside = _HEADS if heads.band is not None or heads.lanes is not None else 0.0
        # At first nothing moves yet, and showing a frame takes half as long as what a frame may draw.
        share = max(FRAME - aside - self._spent, _LEAST) if self._told else _FIRST - aside
        self._spent = 0.0
        self.picture.work(share, only_visible=True)
        if waiting and not QRegion(view.viewport().rect()).subtracted(exposed).isEmpty():
            view.viewport().update()
        laid = Layers.of(heads, layers)
        with QPainter(view.viewport()) as painter:
            show_picture(painter, self.picture, overlay, camera, self._seen())
            overlay.draw(painter, laid.below)
            painter.save()
            painter.scale(1.0 / camera.dpr, 1.0 / camera.dpr)
            self.pinned.draw(painter, heads, zooming=self.picture.zooming)
            painter.restore()
            self._draw_on_heads(painter, heads, laid)
            overlay.draw(painter, laid.above)
            draw_hint(painter, view)
        if not (self.picture.complete and view.shown_layout.complete):
            self._idle.start()
        if not self._told and view.laid_out.sharp():
            self._told = True
            QTimer.singleShot(0, view, view.drawn.emit)  # once the frame is on the screen

    def _draw_on_heads(self, painter: QPainter, heads: Heads, laid: Layers) -> None:
        """Marks of heads that stay at an edge, moved along with them."""
        overlay, dpr = self.overlay, self._view.camera.dpr
        x, y = overlay.x, overlay.y
        for edge, marks in ((heads.lanes, laid.lanes), (heads.band, laid.band)):
            if edge is None or not marks:
                continue
            rect = QRectF(edge.rect.x() / dpr, edge.rect.y() / dpr, edge.rect.width() / dpr, edge.rect.height() / dpr)
            if edge is heads.band and heads.lanes is not None:
                rect.setLeft(max(rect.left(), heads.lanes.rect.width() / dpr))
            painter.save()
            painter.setClipRect(rect)
            overlay.x, overlay.y = edge.origin.x() / dpr, edge.origin.y() / dpr
            overlay.draw(painter, marks)
            painter.restore()
        overlay.x, overlay.y = x, y

    @property
    def heads(self) -> Heads:
        """The heads that stay at the edges now."""
        return heads(self._view.laid_out.layout, self._view.camera, self._seen().size())

    def set_layout(self, layout: Layout, changed: Iterable[PointRect] | None) -> None:
        """Show another layout; `changed` as for `Sheet.set_layout`."""
        rects = None if changed is None else list(changed)
        self._layouts += 1
        if rects is None or self._layouts >= _LAYOUTS_KEPT:
            self._layouts = 0
            self._painter.age()
        self.picture.set_layout(layout, rects)
        self.pinned.set_layout(layout, rects)

    def spend(self, seconds: float) -> None:
        """So much of the coming frame's time is gone: an edit is to be seen in time, if not all of it at once."""
        self._spent += seconds

    def work_ahead(self) -> None:
        """There is time: go on with what is in view, then with cards that are not laid out yet, then with what may come
        into view."""
        if self.picture.zooming:
            return
        if not (self.picture.bad & self._seen()).isEmpty():
            self._view.viewport().update()
        elif self._view.laid_out.more() or not self.picture.work_ahead():
            self._idle.start()

    def come_to_rest(self) -> None:
        """Zooming has ended: from now on the picture becomes sharp."""
        self.picture.rest()
        self._view.viewport().update()

    def place(self) -> None:
        """Follow the camera."""
        self.picture.place(self._view.camera.scale, self._view.camera.origin)
        if self.picture.zooming:
            self._rest.start()

    def take_size(self) -> None:
        self.picture.set_size(self._seen().size())

    def take_colors(self) -> None:
        self.picture.set_colors(desk_colors(self._view.palette()))

    def _seen(self) -> QRect:
        return seen_in(self._view.viewport(), self._view.camera)
