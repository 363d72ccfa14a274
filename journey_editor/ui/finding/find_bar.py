"""The bar that finds words in all maps of the project: it counts, steps through what was found, and shows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from journey_editor.canvas.accessible import announce
from journey_editor.canvas.view import MapView
from journey_editor.model.finding import Hit, Search
from journey_editor.model.languages import language_name
from journey_editor.model.queries import find_map, text_in
from journey_editor.session.session import Session
from journey_editor.ui.finding.field_names import field_name
from journey_editor.ui.icons import sign_button
from journey_editor.ui.search_field import search_field
from journey_editor.ui.words import ShortLabel, label
from journey_editor.wording import tr

_WAIT_MS = 120  # after a letter, before all of a large project is read


class FindBar(QWidget):
    """A line above the map. What is found is selected, scrolled to and marked; other maps are shown as needed."""

    closed = Signal()

    def __init__(self, session: Session, view: MapView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Find"))
        self.setFixedHeight(44)
        self._session, self._view = session, view
        self._search = Search()
        self.hits: tuple[Hit, ...] = ()
        self._at = -1
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(8)
        self.words = search_field(tr("Find in all maps"), 28, self)
        self.words.setFixedWidth(280)
        self.words.installEventFilter(self)
        row.addWidget(self.words)
        self._previous = self._button("chevron-up", tr("Previous hit (Shift+F3)"), self.previous)
        self._next = self._button("chevron-down", tr("Next hit (F3)"), self.next)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        self.count = label("", "strong", self)
        self.count.setAccessibleName(tr("Hits"))
        row.addWidget(self.count)
        self.where = ShortLabel("", self)
        self.where.setAccessibleName(tr("Where the hit is"))
        row.addWidget(self.where, 1)
        row.addWidget(self._button("x", tr("Close (Esc)"), self.close_bar))
        self._later = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._later.timeout.connect(self.find)
        self.words.textChanged.connect(self._typed)
        session.project_changed.connect(self._changed)
        session.language_changed.connect(self._changed)
        session.map_changed.connect(self._mark)
        self.hide()

    def _button(self, name: str, tip: str, run: object) -> QToolButton:
        button = sign_button(name, tip, self)
        button.clicked.connect(run)
        return button

    # Opening and closing

    def open_bar(self) -> None:
        """Show the bar with the keyboard in it; what was last looked for is still there, to be typed over."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.find(go=False)

    def close_bar(self) -> None:
        """Take the bar and its marks away; what is selected stays, and the keyboard goes to the map."""
        if self.isHidden():
            return
        self.hide()
        self._mark()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def forget(self) -> None:
        """Another project: nothing was looked for yet."""
        self.words.clear()
        self.hide()
        self._take(())

    # Finding

    def _typed(self) -> None:
        self._later.start()

    def _changed(self) -> None:
        if not self.isHidden():
            self.find(go=False)

    def find(self, *, go: bool = True) -> None:
        """Look for what is written; `go` shows the first hit, in the present map if it has one."""
        self._later.stop()
        here = self.hits[self._at] if 0 <= self._at < len(self.hits) else None
        session = self._session
        self._take(self._search.find(session.project, self.words.text(), session.language))
        if here in self.hits:
            self._at = self.hits.index(here)
        elif self.hits and go:
            self._at = next((n for n, hit in enumerate(self.hits) if hit.map_id == session.map_id), 0)
        if go and self._at >= 0:
            self._show()
        else:
            self._say()
            self._mark()

    def _take(self, hits: tuple[Hit, ...]) -> None:
        self.hits, self._at = hits, -1
        for button in (self._previous, self._next):
            button.setEnabled(bool(hits))
        self._mark()

    def next(self) -> None:
        """Go to the next hit; after the last comes the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before; before the first comes the last."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.isHidden():
            self.open_bar()
        if self._later.isActive():
            self.find()
            return
        if not self.hits:
            self._say()
            return
        if self._at < 0:
            here = [n for n, hit in enumerate(self.hits) if hit.map_id == self._session.map_id] or [0]
            self._at = here[0 if by > 0 else -1]
        else:
            self._at = (self._at + by) % len(self.hits)
        self._show()

    # Showing

    def _show(self) -> None:
        hit, session, view = self.hits[self._at], self._session, self._view
        if hit.map_id and hit.map_id != session.map_id:
            session.go_to_map(hit.map_id)
        session.select(() if hit.kind == "project" else (hit.thing,))
        view.here = hit.thing if view.map_layout.box(hit.thing) is not None else view.here
        view.reveal(hit.thing)
        self._mark()
        self._say()

    def _say(self) -> None:
        """Which of how many, in which map and field."""
        if not self.words.text().strip():
            self.count.setText("")
            self.where.say("")
            return
        if not self.hits:
            self.count.setText(tr("Nothing found"))
            self.where.say(tr("No text of the project has these words."))
            announce(self.words, tr("Nothing found"))
            return
        total = len(self.hits)
        if self._at < 0:
            self.count.setText(tr("{total} found", total=total))
            self.where.say("")
            return
        self.count.setText(tr("{n} of {total}", n=self._at + 1, total=total))
        self.where.say(self._place(self.hits[self._at]))
        announce(self.words, f"{self.count.text()}, {self._place(self.hits[self._at])}")

    def _place(self, hit: Hit) -> str:
        session = self._session
        project = session.project
        where = tr("Project")
        if hit.map_id:
            journey = find_map(project, hit.map_id)
            where = text_in(project, session.language, journey.id, "title", journey.title) or tr("Untitled map")
        words = [where, field_name(hit.field)]
        if hit.language != session.language:
            words.append(language_name(hit.language))
        if hit.map_id and hit.map_id == session.map_id and self._view.map_layout.box(hit.thing) is None:
            words.append(tr("not shown on the map"))
        return "  ·  ".join(words)

    def _mark(self) -> None:
        """Mark on the map all that was found there."""
        shown = () if self.isHidden() else self.hits
        self._view.show_found(frozenset(hit.thing for hit in shown if hit.map_id == self._session.map_id))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, with Shift back; Escape closes."""
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)
