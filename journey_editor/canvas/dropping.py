"""Drag and drop from the palette and from other programs: Qt's events on one side, a gesture on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from journey_editor.session.contents import kind_of

from .arrivals import ArrivalDrag
from .drops import PartDrag
from .marks import Mark, Refusal, Tip
from .parts import decode
from .wheel import scroll_at_edge

if TYPE_CHECKING:
    from .view import MapView


class Dropping:
    """A part that is being dragged over one view."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self.drag: PartDrag | ArrivalDrag | None = None
        self._pointer = QPointF()
        self._edge = QTimer(view, interval=30)  # a system tells of movements only, and a pointer at the edge rests
        self._edge.timeout.connect(self._scroll)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Where the part would land; and where it cannot, why, beside the pointer."""
        drag = self.drag
        if drag is None:
            return ()
        if not drag.hint or not any(isinstance(mark, Refusal) for mark in drag.marks):
            return drag.marks
        return (*drag.marks, Tip(*self._view.camera.point(self._pointer), drag.hint, True))

    def enter(self, event: QDragEnterEvent) -> None:
        part = decode(event.mimeData())
        kind = kind_of(event.mimeData()) if part is None else ""
        if part is not None:
            self.drag = PartDrag(self._view.scene(), part)
        elif kind:
            self.drag = ArrivalDrag(self._view.scene(), kind)
        else:
            event.ignore()
            return
        self._pointer = event.position()
        self._edge.start()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def move(self, event: QDragMoveEvent) -> None:
        if self.drag is None:
            event.ignore()
            return
        self._follow(event.position())
        event.setDropAction(Qt.DropAction.CopyAction)
        if self.drag.can_drop:
            event.accept()
        else:
            event.ignore()

    def leave(self) -> None:
        self.cancel()

    def cancel(self) -> bool:
        """Forget what is dragged. False if nothing was."""
        if self.drag is None:
            return False
        self.drag = None
        self._edge.stop()
        self._view.hint_changed.emit("")
        self._view.viewport().update()
        return True

    def drop(self, event: QDropEvent) -> None:
        drag, view = self.drag, self._view
        if drag is None:
            event.ignore()
            return
        self._follow(event.position())
        self.cancel()
        if not drag.can_drop:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(drag, ArrivalDrag):
            view.dropped.emit(event.mimeData(), (drag.lane, drag.step, drag.before, drag.card))
            return
        view.attempt(drag.drop)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        if drag.starts_at is not None:
            view.mouse.begin_rope(drag.starts_at)
        elif drag.made is not None:
            # The drag still runs its own loop in the palette: only after it can the field take the keyboard.
            QTimer.singleShot(0, view, lambda made=drag.made: view.edit(made))

    def _scroll(self) -> None:
        if self.drag is not None:
            scroll_at_edge(self._view, self._pointer)
            self._follow(self._pointer)

    def _follow(self, at: QPointF) -> None:
        assert self.drag is not None
        self._pointer = at
        self.drag.follow(*self._view.point(at))
        self._view.hint_changed.emit(self.drag.hint)
        self._view.viewport().update()
