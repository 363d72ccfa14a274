"""The canvas: shows the session's map, follows its changes, and lets mouse, keyboard and drops edit it.

One `paintEvent` is one frame: it redraws what is out of date until its share of the frame is spent, shows the picture,
and draws the overlay. What is left comes with the next frame; `settle` does all of it at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QWidget

from journey_editor.layout.compare import changed
from journey_editor.layout.compose import Layouter
from journey_editor.layout.result import Box, Layout
from journey_editor.model.project import Project
from journey_editor.session import acts
from journey_editor.session.session import Session

from . import accessible, keyboard, walk
from .camera import LEAST, MOST, Camera
from .curve_hand import CurveHand
from .dropping import Dropping
from .frames import Frames
from .images import Images
from .in_place import InPlace
from .marks import Mark, Origin
from .mouse import Mouse
from .names import spoken
from .picture import Picture
from .scene import Scene
from .selected import resting_marks

T = TypeVar("T")

_NEAR_PX = 4.0


class MapView(QAbstractScrollArea):
    """Shows and edits the map of a session. Positions in signals are global, ids are the model's."""

    zoom_changed = Signal(float)
    hint_changed = Signal(str)  # what releasing the button will do; "" when nothing is going on
    context_menu_wanted = Signal(QPoint, object)  # where, and a tuple of ids
    edit_wanted = Signal(str)  # this thing is to be edited, and has no text on the map
    focus_changed = Signal(str)  # the keyboard stands on this thing or cell
    view_changed = Signal()  # another part of the map is in view
    refused = Signal(str)  # why something cannot be done, as a sentence
    dropped = Signal(object, object)  # from another program: a QMimeData, and (lane, step, before, card) or ""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.camera = Camera()
        self.images = Images(lambda: session.images)
        self.layouter = Layouter()
        self.layout_: Layout | None = None
        self.frames = Frames(self, self.images)
        self.mouse = Mouse(self)
        self.in_place = InPlace(self)
        self.dropping = Dropping(self)
        self.curve = CurveHand(self)
        self._previewed: Project | None = None
        self.here = ""  # what the keyboard stands on
        self.keyboard_used = False  # the focus ring shows only to those who use the keyboard
        self._setting_bars = False
        self._resting: tuple[Mark, ...] | None = None
        self._prepare()
        session.project_changed.connect(self.follow)
        session.language_changed.connect(self.follow)
        session.map_changed.connect(self._show_map)
        session.selection_changed.connect(self._follow_selection)
        self._show_map()

    def _prepare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        viewport = self.viewport()
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setMouseTracking(True)
        viewport.setAcceptDrops(True)
        self.horizontalScrollBar().setSingleStep(24)
        self.verticalScrollBar().setSingleStep(24)
        accessible.describe(self)
        self.frames.take_colors()

    # What is shown ----------------------------------------------------------------------------------------------

    @property
    def map_layout(self) -> Layout:
        """The layout on the screen. (`layout` is taken: Qt means the layout of child widgets by it.)"""
        assert self.layout_ is not None
        return self.layout_

    @property
    def layout(self) -> Layout:  # QWidget.layout() is not virtual, and a scroll area has none
        return self.map_layout

    def follow(self) -> None:
        """Lay the map out anew and redraw what that changes."""
        self.mouse.cancel()
        self.in_place.cancel()
        self._lay_out(self.session.project)

    def preview(self, project: Project | None) -> None:
        """Show what a gesture would make of the project; None shows the project again."""
        if project is not self._previewed:
            self._previewed = project
            self._lay_out(project or self.session.project)

    def _lay_out(self, project: Project) -> None:
        session, old = self.session, self.layout_
        new = self.layouter.layout(project, session.map_id, language=session.language)
        if old is new:
            return
        same = old is not None and (old.map_id, old.language) == (new.map_id, new.language)
        self.layout_ = new
        self.picture.set_layout(new, changed(old, new) if same and old is not None else None)
        self.camera.size = (new.width, new.height)
        if self.here and new.box(self.here) is None:
            self.here = ""
        self._set_bars()
        self.refresh()

    def _show_map(self) -> None:
        self.follow()
        self.here = ""
        self.camera.scroll_to(QPointF())
        self._set_bars()
        self.refresh()

    def _follow_selection(self) -> None:
        selection = self.session.selection
        if len(selection) == 1 and self.map_layout.box(selection[0]) is not None:
            self.here = selection[0]
        self.refresh()

    def refresh(self) -> None:
        """The overlay has to be drawn anew."""
        self._resting = None
        self.viewport().update()

    def scene(self) -> Scene:
        return Scene(self.session, self.map_layout, _NEAR_PX * self.camera.dpr / self.camera.scale)

    # Drawing ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._resting is None:
            self._resting = resting_marks(self)
        # The origins of a drag show what is selected in a way of their own.
        leaving = any(isinstance(mark, Origin) for mark in self.mouse.marks)
        self.frames.draw(event.region(), () if leaving else self._resting, self.mouse.marks, self.dropping.marks)

    def settle(self) -> None:
        """Draw all that is out of date, at once: for pictures of the canvas and for tests."""
        self.picture.finish()
        self.viewport().update()

    @property
    def picture(self) -> Picture:
        return self.frames.picture

    def come_to_rest(self) -> None:
        """Make the picture sharp after zooming, without waiting for the pause that shows it has ended."""
        self.frames.come_to_rest()

    # Zoom and scroll --------------------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        return self.camera.zoom

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom (1.0 is 100 %); the point under `anchor` (by default the middle) stays."""
        zoom = min(max(zoom, LEAST), MOST)
        if zoom == self.camera.zoom:
            return
        self.in_place.commit()
        self.camera.zoom_at(zoom, anchor or QPointF(self.viewport().rect().center()))
        self._set_bars()
        self.zoom_changed.emit(zoom)

    def zoom_in(self) -> None:
        self.set_zoom(self.camera.next_step(1))

    def zoom_out(self) -> None:
        self.set_zoom(self.camera.next_step(-1))

    def fit(self) -> None:
        """The whole map in view."""
        self.set_zoom(self.camera.fitting(self.map_layout.width, self.map_layout.height))
        self.camera.scroll_to(QPointF())
        self._set_bars()

    def fit_width(self) -> None:
        """The map as wide as the view, from its top."""
        self.set_zoom(self.camera.fitting(self.map_layout.width, 1.0, most=3.0))
        self.camera.scroll_to(QPointF())
        self._set_bars()

    def fit_selection(self) -> None:
        """What is selected as large as fits, at most twice its size; the whole map if nothing is."""
        boxes = [box for key in self.session.selection if (box := self.map_layout.box(key)) is not None]
        if not boxes:
            self.fit()
            return
        left, top = min(b.x for b in boxes), min(b.y for b in boxes)
        right, bottom = max(b.x + b.w for b in boxes), max(b.y + b.h for b in boxes)
        self.set_zoom(self.camera.fitting(right - left, bottom - top, most=2.0))
        self.camera.centre((left + right) / 2, (top + bottom) / 2)
        self._set_bars()

    def centre_on(self, thing: str) -> None:
        """Bring a thing to the middle of the view."""
        box = self.map_layout.box(thing)
        if box is not None:
            self.camera.centre(box.x + box.w / 2, box.y + box.h / 2)
            self._set_bars()

    def reveal(self, thing: str) -> None:
        """Bring a thing into view, scrolling no more than needed."""
        box = self.map_layout.box(thing)
        if box is not None:
            self.camera.reveal(box)
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
        self.frames.place()
        self.in_place.follow()
        self.view_changed.emit()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._take_size()

    def _take_size(self) -> None:
        self.camera.room = self.maximumViewportSize()
        self.camera.bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        self.camera.dpr = self.devicePixelRatioF()
        self.frames.take_size()
        if not self._setting_bars:  # a bar that came or went is reckoned with already
            self.camera.scroll_to(QPointF(self.camera.scroll))
            self._set_bars()

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DevicePixelRatioChange:
            self._take_size()
        elif kind in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.frames.take_colors()
            self.viewport().update()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.curve.claims(event):
            event.accept()
            return True
        elif kind == QEvent.Type.KeyPress and keyboard.tab(self, event):
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self.camera.zoom * (1.0 + event.value()), event.position())
            return True
        if event.type() == QEvent.Type.Leave:
            self.mouse.leave()
        return super().viewportEvent(event)

    # Editing in place and the keyboard's place ------------------------------------------------------------------

    def stand_on(self, thing: str, *, select: bool = True) -> None:
        """Move the keyboard to a thing or cell, show it, and say what it is."""
        self.here = thing
        if select:
            self.session.select(() if "/" in thing else (thing,))
        self.reveal(thing)
        self.refresh()
        accessible.say(self, spoken(self.session, thing))
        self.focus_changed.emit(thing)

    def edit(self, thing: str) -> None:
        """Edit a thing's text in place; in a cell, add a card and edit that; in one of the curve, go to its points."""
        if "/" in thing and self.curve.enter(thing):
            return
        if "/" in thing:
            lane, _, step = thing.partition("/")
            made = self.attempt(lambda: acts.add_card_to(self.session, lane, step, None))
            if made is None:
                return
            thing = made
        self.reveal(thing)
        if not self.in_place.begin(thing):
            self.edit_wanted.emit(thing)

    def attempt(self, act: Callable[[], T]) -> T | None:
        """Do something that may be refused; say why if it is."""
        try:
            return act()
        except acts.Refused as error:
            self.refused.emit(str(error))
            accessible.say(self, str(error))
            return None

    def first_place(self) -> str:
        return walk.first(self.map_layout)

    # Events go to whom they concern -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keyboard.press(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not keyboard.release(self, event):
            super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mouse.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.mouse.wheel(event):
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.mouse.menu(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.keyboard_used = True
            if not self.here:
                self.here = self.first_place()
            accessible.say(self, spoken(self.session, self.here))
        self.refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.mouse.space = False
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dropping.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.dropping.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.dropping.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropping.drop(event)
