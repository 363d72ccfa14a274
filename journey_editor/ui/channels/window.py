"""The channels of a project in one place: listed with their uses, added, named, ordered, merged, replaced, deleted.

Everything is one undoable step of the project; undo works here as well.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from journey_editor.session import channel_acts as acts
from journey_editor.session.session import Session
from journey_editor.ui.dialogs.headed import headed
from journey_editor.ui.dialogs.sizes import fit_on_screen
from journey_editor.ui.finder.matching import rank
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.icons import dress, icon
from journey_editor.ui.list_rows import RowList
from journey_editor.ui.search_field import search_field
from journey_editor.ui.words import label
from journey_editor.wording import tr, trn

from .details import Details
from .library import ask_library
from .rows import own_rows

_SIZE = (860, 680)


class ChannelWindow(QDialog):
    """The list at the left, what is marked in it at the right."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Channels"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._following = False
        self._shown: tuple[str, ...] = ()
        self.list = RowList(tr("Channels of the project"), self, several=True)
        self.details = Details(session, self._marked, self)
        self._build()
        self.list.selectionModel().selectionChanged.connect(self._changed_marks)
        self.details.go_wanted.connect(self.accept)
        self.details.merged.connect(lambda key: self.list.choose({key}))
        session.project_changed.connect(self._follow)
        FocusRing(self)
        fit_on_screen(self, *_SIZE)
        self._follow()
        order = (self.field, self.list, self.library, self.own, self.up, self.down, self.details.name.control)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        column = headed(self, tr("Channels"))
        halves = QHBoxLayout()
        halves.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(8)
        self.field = search_field(tr("Find a channel"), 32, self)
        self.field.textChanged.connect(self._follow)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.doubleClicked.connect(self._name)
        left.addWidget(self.field)
        left.addWidget(self.list, 1)
        left.addLayout(self._tools())
        halves.addLayout(left, 10)
        halves.addWidget(self.details, 11)
        column.addLayout(halves, 1)
        foot = QHBoxLayout()
        self._count = label("", "caption")
        foot.addWidget(self._count, 1)
        close = QPushButton(tr("Close"), self)
        close.setMinimumHeight(32)
        close.setDefault(True)
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column.addLayout(foot)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.library, self.own = QPushButton(self), QPushButton(self)
        dress(self.library, tr("From the library ..."), "book-open")
        dress(self.own, tr("New channel"), "plus")
        self.library.clicked.connect(self.add_known)
        self.own.clicked.connect(self.add_own)
        for button in (self.library, self.own):
            button.setAutoDefault(False)
            button.setProperty("size", "dense")
            row.addWidget(button)
        row.addStretch(1)
        self.up, self.down = QToolButton(self), QToolButton(self)
        for tool, mark, words, by in (
            (self.up, "arrow-up", tr("Move up"), -1),
            (self.down, "arrow-down", tr("Move down"), 1),
        ):
            keys = QKeySequence("Alt+Up" if by < 0 else "Alt+Down").toString(QKeySequence.SequenceFormat.NativeText)
            tool.setIcon(icon(mark))
            tool.setAccessibleName(words)
            tool.setToolTip(f"{words} ({keys})")
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tool.clicked.connect(lambda _checked=False, by=by: self.move_marked(by))
            row.addWidget(tool)
        return row

    # What it shows

    def _marked(self) -> tuple[str, ...]:
        known = {channel.id for channel in self._session.project.channels}
        return tuple(key for key in self.list.chosen() if key in known)

    def _follow(self) -> None:
        words = self.field.text()
        found = own_rows(self._session, counted=True)
        self._following = True  # rows are taken away and put back: that is no other choice
        self.list.follow([row for row in found if rank(words, (row.name, row.right)) is not None])
        self._following = False
        said = trn("{n} channel", "{n} channels", len(found))
        self._count.setText(tr("{channels}. The number beside each says how many touchpoints use it.", channels=said))
        self._changed_marks()
        self.details.refresh()
        self._enable()

    def _changed_marks(self) -> None:
        marks = self._marked()
        if not self._following and marks != self._shown:
            self._shown = marks
            self._session.close_merge()
            self.details.refresh(anew=True)
            self._enable()

    def _enable(self) -> None:
        marked = bool(self._marked()) and not self.field.text().strip()
        self.up.setEnabled(marked)
        self.down.setEnabled(marked)

    # What is done

    def add_known(self) -> None:
        """Ask for channels of the library, and mark what was added."""
        if known := ask_library(self._session, self):
            self._mark(acts.add_known(self._session, known))

    def add_own(self) -> None:
        """A new channel, to be named at once."""
        self._mark((acts.add_own(self._session),))
        self._name()

    def move_marked(self, by: int) -> None:
        if not self.field.text().strip():
            acts.move(self._session, self._marked(), by)

    def _mark(self, keys: tuple[str, ...]) -> None:
        self.field.clear()
        self._follow()
        self.list.choose(set(keys))
        self.list.scrollTo(self.list.currentIndex())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        """Go to the name of the one that is marked."""
        if len(self._marked()) == 1:
            field = self.details.name.control
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if isinstance(field, QLineEdit) or hasattr(field, "selectAll"):
                field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.list and self._key_of_list(event):
                return True
        return super().eventFilter(watched, event)

    def _key_of_list(self, event: QKeyEvent) -> bool:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match Qt.Key(event.key()):
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.details.remove()
            case Qt.Key.Key_F2 | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._name()
            case Qt.Key.Key_Up if alt:
                self.move_marked(-1)
            case Qt.Key.Key_Down if alt:
                self.move_marked(1)
            case Qt.Key.Key_Insert:
                self.add_own()
            case _:
                return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._session.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._session.redo()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)
