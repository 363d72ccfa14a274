"""The mouse over the canvas: which button does what, when a press becomes a drag, and what lies under the pointer.

What a drag then does is a `Gesture`; this turns events into points and feeds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from journey_editor.layout.hit import hit
from journey_editor.layout.result import Box
from journey_editor.session import shaping

from . import matrix_hand
from .borders import Border, BorderDrag, border_at, together
from .gesture import Gesture
from .gestures import begin
from .grips import grabbed, let_go
from .keys import keys_of
from .marks import Mark, Tip, Tucked
from .measuring import field_at
from .names import offer_words
from .pointer import ARROW, Pointer
from .pulling import RopePull
from .scene import THINGS, Keys, thing_of
from .wheel import scroll_at_edge

if TYPE_CHECKING:
    from .view import MapView

_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class Mouse:
    """The state of the mouse over one view."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self.space = False  # held: the left button pans
        self.panned = False  # while it was held
        self.gesture: Gesture | None = None
        self._pressed: tuple[QPointF, Box | None, Keys] | None = None
        self._panned_from: QPointF | None = None
        self._pointer = QPointF()
        self.pointer = Pointer(view)
        self._border: Border | None = None  # what was pressed, if it was one
        self._hidden: Tucked | None = None  # likewise
        self._tip: tuple[Mark, ...] = ()
        self._loose = False  # a rope that follows the pointer without a button held
        self._edge = QTimer(view, interval=30)
        self._edge.timeout.connect(self._scroll_at_edge)

    @property
    def marks(self) -> tuple[Mark, ...]:
        return (*self.gesture.marks, *self._tip) if self.gesture is not None else self.pointer.marks

    @property
    def busy(self) -> bool:
        return self.gesture is not None or self._panned_from is not None

    # Press, move, release ---------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        view, at = self._view, event.position()
        view.keyboard_used = False
        view.in_place.commit()
        view.connecting.cancel()
        view.hint_changed.emit("")  # what was said of a point in hand is over
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._loose:
            self._finish(event)
            return
        if event.button() == _MIDDLE or (event.button() == _LEFT and self.space):
            self._panned_from, self.panned = at, True
            view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if event.button() != _LEFT:
            return
        x, y = view.point(at)
        keys = keys_of(event.modifiers())
        self._hidden = self.pointer.hidden_at(at)
        if self._hidden is not None:
            return
        grip = grabbed(view, at, self.pointer.box)
        if grip is not None:
            self._start(grip)
            self._follow(keys)
            return
        self._border = border_at(view.shown_layout, x, y, view.near)
        if self._border is not None:
            self._pressed = (at, None, keys)
            return
        box = hit(view.shown_layout, x, y, view.near)
        self._pressed = (at, box, keys)
        if box is not None and box.kind in THINGS and not (keys.ctrl or keys.shift):
            thing = thing_of(box)
            if thing not in view.session.selection:
                view.session.select((thing,))
                view.here = thing

    def move(self, event: QMouseEvent) -> None:
        view, at = self._view, event.position()
        self._pointer = at
        if self._panned_from is not None:
            by = at - self._panned_from
            self._panned_from = at
            view.pan(by.x(), by.y())
            return
        if self._pressed is not None and self.gesture is None:
            start, box, keys = self._pressed
            if (at - start).manhattanLength() < QApplication.startDragDistance():
                return
            if self._border is not None:
                self._start(BorderDrag(view.scene(), self._border, *view.camera.point(start)))
                view.camera.hold()
            else:
                self._start(begin(view.scene(), box, *view.point(start), keys))
        if self.gesture is not None:
            self._follow(keys_of(event.modifiers()))
        else:
            self.pointer.look(at)

    def release(self, event: QMouseEvent) -> None:
        if self._panned_from is not None and event.button() in (_LEFT, _MIDDLE):
            self._panned_from = None
            self._view.viewport().unsetCursor()
            return
        if event.button() != _LEFT:
            return
        pressed, self._pressed = self._pressed, None
        self._pointer = event.position()
        if self.gesture is not None and not self._loose:
            self._finish(event)
        elif self._hidden is not None:
            hidden, self._hidden = self._hidden, None
            if self.pointer.hidden_at(event.position()) == hidden:
                view = self._view
                view.attempt(lambda: shaping.show(view.session, hidden.ids))
        elif pressed is not None and self._border is None:
            self._click(pressed[1], pressed[2])

    def double_click(self, event: QMouseEvent) -> None:
        if event.button() != _LEFT or self.busy:
            return
        view, (x, y) = self._view, self._view.point(event.position())
        self._pressed = None
        border = border_at(view.shown_layout, x, y, view.near)
        if border is not None:
            view.attempt(lambda: shaping.resize(view.session, border.sized, together(view.scene(), border), 0))
            return
        box = hit(view.shown_layout, x, y, view.near)
        if box is None or (box.kind == "lane" and not box.id):
            return
        if box.kind == "point":
            view.edit_wanted.emit(thing_of(box))
        elif box.kind == "mark":  # the second of two quick clicks
            matrix_hand.click(view, box.id)
        elif box.kind == "cell" and view.curve.put(box.id, x, y):
            return
        elif self._view.in_place.editor is None and (box.kind != "cell" or offer_words(self._view.session, box.id)):
            thing = thing_of(box)
            self._view.edit(thing, field_at(view, thing, x, y) if box.kind == "card" else "")

    def leave(self) -> None:
        """The pointer has left the view, or what it was over may have moved from under it."""
        self.pointer.forget()

    # Gestures ---------------------------------------------------------------------------------------------------

    def cancel(self) -> bool:
        """Drop what is going on, with nothing changed. False if nothing was."""
        self._pressed = self._hidden = None
        if self.gesture is None:
            return False
        self._end()
        return True

    def begin_rope(self, source: str) -> None:
        """Lead a path from a card to wherever the next click is."""
        view = self._view
        self._loose = True
        self._start(RopePull(view.scene(), source, *view.camera.point(self._pointer)))

    def keys_changed(self, keys: Keys) -> None:
        """A modifier was pressed or released: what a drag would do may differ."""
        if self.gesture is not None:
            self._follow(keys)

    def _start(self, gesture: Gesture) -> None:
        self.gesture = gesture
        self.pointer.forget()
        self._edge.start()

    def _follow(self, keys: Keys) -> None:
        view = self._view
        assert self.gesture is not None
        gesture = self.gesture
        gesture.follow(*self._point(gesture), keys)
        view.preview(gesture.preview)
        gesture.look(view.shown_layout)
        view.hint_changed.emit(gesture.hint)
        tip = Tip(*view.camera.point(self._pointer), gesture.hint, gesture.refused)
        self._tip = (tip,) if gesture.says and gesture.hint else ()
        self.pointer.show(Qt.CursorShape.ForbiddenCursor if gesture.refused else ARROW)
        view.viewport().update()

    def _point(self, gesture: Gesture) -> tuple[float, float]:
        """Where the pointer is on the map, for a gesture."""
        view = self._view
        return view.camera.point(self._pointer) if gesture.under_heads else view.point(self._pointer)

    def _finish(self, event: QMouseEvent) -> None:
        gesture, self._pointer = self.gesture, event.position()
        self._follow(keys_of(event.modifiers()))
        self._end()
        if gesture is None:
            return
        if gesture.refused:
            self._view.refused.emit(gesture.hint)
        else:
            self._view.attempt(gesture.drop)
            let_go(self._view, gesture)

    def _end(self) -> None:
        self.gesture, self._loose, self._border = None, False, None
        self._tip = ()
        self._edge.stop()
        self._view.camera.let_go()
        self._view.preview(None)
        self.pointer.show(ARROW)
        self._view.hint_changed.emit("")
        self._view.viewport().update()

    def _scroll_at_edge(self) -> None:
        if self.gesture is not None:
            scroll_at_edge(self._view, self._pointer, self.gesture.ways)
            self._follow(keys_of(QApplication.keyboardModifiers()))

    # Clicks and hovering ----------------------------------------------------------------------------------------

    def _click(self, box: Box | None, keys: Keys) -> None:
        view, session = self._view, self._view.session
        if offered := self.pointer.offer_at(self._pointer):
            if "/" in offered:
                view.edit(offered)
            else:
                view.image_wanted.emit(offered)
            return
        if box is not None and box.kind == "mark" and not (keys.ctrl or keys.shift):
            matrix_hand.click(view, box.id)
            return
        if box is None or box.kind not in THINGS or not box.id:
            if not (keys.ctrl or keys.shift):
                session.select(())
                view.here = box.id if box is not None and box.kind == "cell" else ""
                view.refresh()
            return
        thing = thing_of(box)
        if keys.ctrl or keys.shift:
            chosen = session.selection
            session.select(tuple(k for k in chosen if k != thing) if thing in chosen else (*chosen, thing))
        else:
            session.select((thing,))
        view.here = thing
        if box.kind == "point":
            view.curve.take_box(box)
        view.refresh()

    # The menu ---------------------------------------------------------------------------------------------------

    def menu(self, event: QContextMenuEvent) -> None:
        """The menu of what is selected; what is under the pointer is selected first."""
        view, session = self._view, self._view.session
        self.cancel()
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            box = hit(view.shown_layout, *view.point(QPointF(event.pos())), view.near)
            thing = thing_of(box) if box is not None and box.kind in THINGS and box.id else None
            if thing is None:
                session.select(())
                view.here = box.id if box is not None and box.kind in ("cell", "mark") else ""
            elif thing not in session.selection:
                session.select((thing,))
            if box is not None and box.kind == "point":
                view.curve.take_box(box)
        else:
            box = view.shown_layout.box(view.here) if view.here else None
            if box is not None:
                where = view.viewport().mapToGlobal(view.place_of(box).center().toPoint())
        view.context_menu_wanted.emit(QPoint(where), session.selection)
