"""The map beside the questions: it shows what is being answered while it is typed, and stays whole in view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journey_editor.canvas.view import MapView
from journey_editor.layout.hit import hit
from journey_editor.model.project import Project
from journey_editor.model.things import find_thing
from journey_editor.session.session import Session
from journey_editor.wording import tr

_LARGEST = 2.0  # an empty map is not blown up beyond this
_NEARLY = 0.7  # a map that fits at this much of the width is shown whole


class WallMap(QWidget):
    """Shows, and says what was clicked. It is not edited here: a stray hand shall move nothing before a group."""

    clicked = Signal(str, str)  # a touchpoint or phase, or "", and the step (or "") in which the click was

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.view = MapView(session, self)
        self.view.setAccessibleName(tr("Map"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.viewport().installEventFilter(self)
        self.view.minimap.want(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.whole = False
        self._here = self._also = ""
        self._frame_later = QTimer(self, singleShot=True, interval=0)
        self._frame_later.timeout.connect(self._frame)

    def point_at(self, thing: str, also: str = "") -> None:
        """Mark what is asked about: a thing, or a cell ("LANE/STEP") that is still to be filled; `also` shall be in
        view with it."""
        self._here, self._also = thing, also
        self.view.keyboard_used = True
        if "/" in thing or not thing:
            self._session.select(())
            self.view.here = thing
            self.view.refresh()
        else:
            self._session.select((thing,))
        self._frame_later.start()

    def preview(self, project: Project | None) -> None:
        """Show what an answer would make of the project; None shows what is."""
        self.view.preview(project)
        self._frame_later.start()

    def toggle_whole(self) -> None:
        """The whole map, or as wide as the wall with what is asked about in view."""
        self.whole = not self.whole
        self._frame()

    def _frame(self) -> None:
        """Bring it into view."""
        view = self.view
        if not view.isVisible():
            return
        layout, room = view.shown_layout, view.maximumViewportSize()
        whole = view.camera.fitting(layout.width, layout.height, most=_LARGEST)
        wide = view.camera.fitting(layout.width, 1.0, most=_LARGEST)
        if self.whole or not self._here or whole > wide * _NEARLY:
            view.set_zoom(whole)
            return
        view.set_zoom(wide * (room.width() - view.camera.bar - 2) / max(room.width(), 1))
        for thing in (self._also, self._here):
            if thing:
                view.reveal(thing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame_later.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.LeftButton:
                self._tell(event)
            return True
        return kind in (
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseButtonDblClick,
            QEvent.Type.MouseMove,
            QEvent.Type.ContextMenu,
            QEvent.Type.DragEnter,
        )

    def _tell(self, event: QMouseEvent) -> None:
        view = self.view
        x, y = view.point(event.position())
        box = hit(view.map_layout, x, y, view.near)
        column = next((c.step for c in view.map_layout.columns if c.x <= x < c.x + c.w), "")
        found = find_thing(self._session.project, box.id) if box is not None else None
        self.clicked.emit(box.id if box is not None and found is not None else "", column)
