"""The canvas: shows the session's map, follows its changes, and lets mouse, keyboard and drops edit it.

One `paintEvent` is one frame: it redraws what is out of date until its share of the frame is spent, shows the picture,
and draws the overlay. What is left comes with the next frame; `settle` does all of it at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QEvent, QMarginsF, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGestureEvent, QPinchGesture, QWidget

from journey_editor.layout.result import Box, Layout
from journey_editor.model.project import Project
from journey_editor.session import acts
from journey_editor.session.session import Session
from journey_editor.session.writing import Cell
from journey_editor.wording import tr

from . import accessible, composing, keyboard, walk
from .connecting import Connecting
from .curve_hand import CurveHand
from .dropping import Dropping
from .extents import around, extent_of, phase_around
from .frames import Frames
from .images import Images
from .in_place import InPlace
from .laid_out import LaidOut
from .marks import Mark, Origin
from .minimap import Minimap
from .mouse import Mouse
from .names import spoken
from .picture import Picture
from .scene import Scene
from .scrolling import Scrolling
from .selected import resting_marks
from .sheet import PointRect
from .wheel import turned

T = TypeVar("T")

_NEAR_PX = 4.0


class MapView(Scrolling):
    """Shows and edits the map of a session. Positions in signals are global, ids are the model's."""

    hint_changed = Signal(str)  # what releasing the button will do; "" when nothing is going on
    context_menu_wanted = Signal(QPoint, object)  # where, and a tuple of ids
    edit_wanted = Signal(str)  # this thing is to be edited, and has no text on the map
    image_wanted = Signal(str)  # the image of this picture is to be chosen
    path_wanted = Signal(str)  # kind and condition of this path are to be said where it runs
    focus_changed = Signal(str)  # the keyboard stands on this thing or cell
    drawn = Signal()  # for the first time, all that is in view is on the screen
    refused = Signal(str)  # why something cannot be done, as a sentence
    dropped = Signal(object, object)  # from another program: a QMimeData, and (lane, step, before, card) or ""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.images = Images(lambda: session.images)
        self.laid_out = LaidOut(self)
        self.frames = Frames(self, self.images)
        self.mouse = Mouse(self)
        self.in_place = InPlace(self)
        self.dropping = Dropping(self)
        self.curve = CurveHand(self)
        self.connecting = Connecting(self)
        self.here = ""  # what the keyboard stands on
        self.found: frozenset[str] = frozenset()  # what is marked because somebody looked for it
        self.keyboard_used = False  # the focus ring shows only to those who use the keyboard
        self._resting: tuple[Mark, ...] | None = None
        self._prepare()
        self.minimap = Minimap(self)
        session.project_changed.connect(self.follow)
        session.language_changed.connect(self.follow)
        session.filtering.changed.connect(self.follow)
        session.map_changed.connect(self._show_map)
        session.selection_changed.connect(self._follow_selection)
        self._show_map()

    def _prepare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        viewport = self.viewport()
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setMouseTracking(True)
        viewport.setAcceptDrops(True)
        viewport.grabGesture(Qt.GestureType.PinchGesture)
        accessible.describe(self)
        self.frames.take_colors()

    # What is shown ----------------------------------------------------------------------------------------------

    @property
    def map_layout(self) -> Layout:
        """The map's whole layout. (`layout` is taken: Qt means the layout of child widgets by it.)"""
        return self.laid_out.whole()

    @property
    def shown_layout(self) -> Layout:
        """The layout on the screen: while a large map is being opened, some rows still wait for their cards."""
        return self.laid_out.shown

    @property
    def layout(self) -> Layout:  # QWidget.layout() is not virtual, and a scroll area has none
        return self.map_layout

    def follow(self) -> None:
        """Lay the map out anew and redraw what that changes."""
        self.mouse.cancel()
        self.mouse.leave()
        self.connecting.cancel()
        self.in_place.cancel()
        self.laid_out.follow()

    def preview(self, project: Project | None) -> None:
        """Show what a gesture would make of the project; None shows the project again."""
        self.laid_out.preview(project)

    def take_layout(self, layout: Layout, changed: Iterable[PointRect] | None) -> None:
        """Show another layout; `changed` says where it differs from the one before (None: everywhere)."""
        self.frames.set_layout(layout, changed)
        self.camera.size = (layout.width, layout.height)
        if self.here and layout.complete and layout.box(self.here) is None:
            self.here = ""
        self._set_bars()
        self.refresh()
        if layout.complete and self._guessed_zoom == self.camera.zoom and self.camera.scroll.isNull():
            self.fit()  # to the height that the map has become

    def _show_map(self) -> None:
        self.follow()
        self.here = ""
        self.camera.scroll_to(QPointF())
        self._set_bars()
        self.refresh()

    def _follow_selection(self) -> None:
        selection = self.session.selection
        if len(selection) == 1 and self.shown_layout.box(selection[0]) is not None:
            self.here = selection[0]
        self.refresh()

    def refresh(self) -> None:
        """The overlay has to be drawn anew."""
        self._resting = None
        self.viewport().update()

    def show_found(self, things: frozenset[str]) -> None:
        """Mark what was found; nothing takes the marks away."""
        if things != self.found:
            self.found = things
            self.refresh()

    def scene(self) -> Scene:
        return Scene(self.session, self.map_layout, self.near)

    @property
    def near(self) -> float:
        """How far a pointer may be off, in points."""
        return _NEAR_PX * self.camera.dpr / self.camera.scale

    # Drawing ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._resting is None:
            self._resting = resting_marks(self)
        # The origins of a drag show what is selected in a way of their own.
        leaving = any(isinstance(mark, Origin) for mark in self.mouse.marks)
        self.frames.draw(event.region(), () if leaving else self._resting, self.mouse.marks, self.dropping.marks)

    def settle(self) -> None:
        """Lay out and draw all that is out of date, at once: for pictures of the canvas and for tests."""
        self.laid_out.whole()
        self.picture.finish()
        self.viewport().update()

    @property
    def picture(self) -> Picture:
        return self.frames.picture

    def come_to_rest(self) -> None:
        """Make the picture sharp after zooming, without waiting for the pause that shows it has ended."""
        self.frames.come_to_rest()

    def fit_selection(self) -> None:
        """What is selected as large as fits, at most twice its size; the whole map if nothing is."""
        boxes = [box for key in self.session.selection if (box := extent_of(self.map_layout, key)) is not None]
        if boxes:
            self.fit_box(around(boxes))
        else:
            self.fit()

    def fit_phase(self) -> None:
        """The phase of what is selected, or where the keyboard stands, with all its cards; else the first in view."""
        box = phase_around(self.map_layout, (*self.session.selection, self.here), self.visible_part())
        if box is not None:
            self.fit_box(box)

    # Following the camera ---------------------------------------------------------------------------------------

    def about_to_zoom(self) -> None:
        self.in_place.commit()

    def placed(self) -> None:
        self.frames.place()
        self.in_place.follow()

    def sized(self) -> None:
        self.frames.take_size()

    @property
    def insets(self) -> QMarginsF:
        return QMarginsF(*self.frames.heads.insets)

    def point(self, at: QPointF) -> tuple[float, float]:
        """The point of the map that is shown under a logical pixel: in a head that stays at the edge, its own."""
        return self.frames.heads.point(at)

    def heads_cover(self, at: QPointF) -> bool:
        """Whether a head that stays at the edge is shown at a logical pixel."""
        return self.frames.heads.covers(at)

    def place_of(self, box: Box) -> QRectF:
        """Where a box is shown, in logical pixels: a head that stays at the edge, there."""
        return self.frames.heads.place(box)

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DevicePixelRatioChange:
            self.take_size()
        elif kind in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.frames.take_colors()
            self.viewport().update()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keyboard.claims(self, event):
            event.accept()
            return True
        elif kind == QEvent.Type.KeyPress and keyboard.tab(self, event):
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self.camera.zoom * (1.0 + event.value()), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):  # two fingers on a touch screen
                at = QPointF(self.viewport().mapFromGlobal(pinch.centerPoint().toPoint()))
                self.set_zoom(self.camera.zoom * pinch.scaleFactor(), at)
                event.accept()
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

    def edit(self, thing: str, field: str = "") -> None:
        """Edit a thing's text in place, or another `field` that is written there; in a cell, that of a new card; in one
        of the curve, go to its points."""
        if "/" in thing and self.curve.enter(thing):
            return
        if any(path.id == thing for path in self.session.journey.paths):
            self.reveal(thing)
            self.path_wanted.emit(thing)
            return
        if "/" in thing:
            lane, _, step = thing.partition("/")
            if not self.in_place.begin_card(Cell(lane, step)):
                self.refused.emit(tr("This lane holds no cards"))
            return
        self.reveal(thing)
        if not self.in_place.begin(thing, field):
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

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        composing.compose(self, event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        return composing.answer(self, query, super().inputMethodQuery(query))

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
        turned(self, event)

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
