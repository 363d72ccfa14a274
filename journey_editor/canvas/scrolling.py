"""A view that can be scrolled, panned and zoomed over the map: the camera with its scroll bars, and what to look at."""

from __future__ import annotations

from math import isclose

from PySide6.QtCore import QMarginsF, QPoint, QPointF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QWidget

from journey_editor.layout.result import Box, Layout

from .camera import LEAST, MOST, Camera

_FIT_MOST = 2.0  # a few cards are not blown up beyond this


class Scrolling(QAbstractScrollArea):
    """Zoom and scroll of a map. Whoever shows one says how it is laid out, and follows `placed`."""

    zoom_changed = Signal(float)
    view_changed = Signal()  # another part of the map is in view

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.camera = Camera()
        self._setting_bars = False
        self._guessed_zoom = 0.0  # at which the map would fit into the view, before its height was known
        self.horizontalScrollBar().setSingleStep(24)
        self.verticalScrollBar().setSingleStep(24)

    # What a view of something does

    @property
    def map_layout(self) -> Layout:
        """What is looked at, as a whole."""
        raise NotImplementedError

    @property
    def shown_layout(self) -> Layout:
        """As much of it as is there by now."""
        return self.map_layout

    @property
    def insets(self) -> QMarginsF:
        """How much of the view's edges is covered, in logical pixels."""
        return QMarginsF()

    def about_to_zoom(self) -> None:
        """The scale is going to change."""

    def placed(self) -> None:
        """The camera stands elsewhere."""

    def sized(self) -> None:
        """The viewport has another size, in logical or in device pixels."""

    # Zoom

    @property
    def zoom(self) -> float:
        return self.camera.zoom

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom (1.0 is 100 %); the point under `anchor` (by default the middle) stays."""
        zoom = min(max(zoom, LEAST), MOST)
        if zoom == self.camera.zoom:
            return
        self.about_to_zoom()
        self.camera.zoom_at(zoom, anchor or QPointF(self.viewport().rect().center()))
        self._set_bars()
        self.zoom_changed.emit(zoom)

    def zoom_in(self) -> None:
        self.set_zoom(self.camera.next_step(1))

    def zoom_out(self) -> None:
        self.set_zoom(self.camera.next_step(-1))

    def fit(self) -> None:
        """The whole map in view."""
        layout = self.shown_layout
        self.set_zoom(self.camera.fitting(layout.width, layout.height))
        self._guessed_zoom = 0.0 if layout.complete else self.camera.zoom
        self.camera.scroll_to(QPointF())
        self._set_bars()

    @property
    def fitted(self) -> bool:
        """Whether the map is as large as fits into the view."""
        layout, reach = self.shown_layout, self.camera.reach
        whole = not (reach.x or reach.y)
        return whole and isclose(self.zoom, self.camera.fitting(layout.width, layout.height), rel_tol=1e-6)

    def fit_width(self) -> None:
        """The map as wide as the view, from its top."""
        self.set_zoom(self.camera.fitting(self.shown_layout.width, 1.0, most=3.0))
        self.camera.scroll_to(QPointF())
        self._set_bars()

    def fit_box(self, box: Box, most: float = _FIT_MOST) -> None:
        """A part of the map as large as fits beside the heads that stay at the edge, at most at the zoom `most`."""
        self.set_zoom(self.camera.fitting(box.w, box.h, most=most))
        self.camera.centre(box.x + box.w / 2, box.y + box.h / 2)
        self._set_bars()
        covered = self.insets
        if not covered.isNull():
            wide = covered.left() + covered.right(), covered.top() + covered.bottom()
            self.set_zoom(self.camera.fitting(box.w, box.h, most, wide))
            self.camera.centre(box.x + box.w / 2, box.y + box.h / 2, self.insets)
            self._set_bars()

    # Scroll

    def centre_on(self, thing: str) -> None:
        """Bring a thing to the middle of the view."""
        box = self.map_layout.box(thing)
        if box is not None:
            self.camera.centre(box.x + box.w / 2, box.y + box.h / 2)
            self._set_bars()

    def centre_at(self, x: float, y: float) -> None:
        """Bring a point of the map to the middle of the view."""
        self.camera.centre(x, y)
        self._set_bars()

    def reveal(self, thing: str) -> None:
        """Bring a thing into view, scrolling no more than needed."""
        box = self.map_layout.box(thing)
        if box is not None:
            self.reveal_box(box)

    def reveal_box(self, box: Box) -> None:
        """Bring a box into view, out from under what covers the edges. A head that stays at the edge needs no more."""
        across, down = box.kind != "lane", box.kind not in ("phase", "step")
        before, scroll = self.insets, self.camera.scroll
        self.camera.reveal(box, across=across or not before.left(), down=down or not before.top() + before.bottom())
        if self.insets != QMarginsF():  # what covers the edges may have come only by this scrolling
            self.camera.reveal(box, self.insets, across=across, down=down)
        if self.camera.scroll != scroll:
            self._set_bars()

    def visible_part(self) -> Box:
        """What of the map is in view, in points."""
        x1, y1 = self.camera.point(QPointF(0, 0))
        x2, y2 = self.camera.point(QPointF(self.viewport().width(), self.viewport().height()))
        return Box("view", "", x1, y1, x2 - x1, y2 - y1)

    def pan(self, dx: float, dy: float) -> None:
        """Move the paper by so many logical pixels."""
        self.camera.scroll_to(QPointF(self.camera.scroll) - QPointF(dx, dy))
        self._set_bars()

    def _set_bars(self) -> None:
        """Scroll bars and picture follow the camera."""
        wanted = QPoint(self.camera.scroll)
        reach = self.camera.reach
        view = self.camera.view
        self._setting_bars = True
        for bar, end, value, page in (
            (self.horizontalScrollBar(), reach.x, wanted.x(), view.width()),
            (self.verticalScrollBar(), reach.y, wanted.y(), view.height()),
        ):
            bar.setRange(0, end)
            bar.setPageStep(max(1, page))
            bar.setValue(value)
        self._setting_bars = False
        self._place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._setting_bars:
            return
        self.camera.scroll = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self._place()

    def _place(self) -> None:
        self.placed()
        self.view_changed.emit()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.take_size()

    def take_size(self) -> None:
        """The view is of another size, or on another screen. A map that just fitted still does."""
        fitted = self.fitted
        self.camera.room = self.maximumViewportSize()
        self.camera.bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        self.camera.dpr = self.devicePixelRatioF()
        self.sized()
        if fitted:
            self.fit()
        elif not self._setting_bars:  # a bar that came or went is reckoned with already
            self.camera.scroll_to(QPointF(self.camera.scroll))
            self._set_bars()
