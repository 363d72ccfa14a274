"""The library of channels: what the project does not have yet, to be searched and added, several at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from journey_editor.model.channel_library import KnownChannel
from journey_editor.session.session import Session
from journey_editor.ui.dialogs.foot import Foot
from journey_editor.ui.dialogs.headed import headed
from journey_editor.ui.dialogs.sizes import fit_on_screen
from journey_editor.ui.finder.matching import rank
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.list_rows import ListRow, RowList
from journey_editor.ui.search_field import search_field
from journey_editor.ui.words import label
from journey_editor.wording import tr, trn

from .rows import library_rows

_SIZE = (480, 620)


class LibraryDialog(QDialog):
    """`chosen` is what shall be added, after it was accepted."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Channel library"))
        self._groups = library_rows(session)
        self.chosen: tuple[KnownChannel, ...] = ()
        column = headed(self, tr("Channel library"))
        self.field = search_field(tr("Find a channel"), 32, self)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        column.addWidget(self.field)
        self.list = RowList(tr("Channels of the library"), self, several=True)
        self.list.doubleClicked.connect(self._take)
        self.list.selectionModel().selectionChanged.connect(self._count)
        column.addWidget(self.list, 1)
        hint = label(tr("Several with Shift or Ctrl. What the project has already is not listed."), "caption")
        hint.setWordWrap(True)
        column.addWidget(hint)
        foot = Foot(self, "", do=self._take)
        self.add = foot.take
        column.addLayout(foot)
        FocusRing(self)
        self._find("")
        fit_on_screen(self, *_SIZE)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self, text: str) -> None:
        rows: list[ListRow] = []
        for head, group in self._groups:
            found = [row for row in group if rank(text, (row.name, row.right, head, *row.more)) is not None]
            if found:
                rows += [ListRow("", head), *found]
        self.list.follow(rows)
        if text.strip():  # else nothing is marked until one goes into the list
            self.list.step(0) if self.list.currentIndex().isValid() else None
        else:
            self.list.clearSelection()
        self._count()

    def _count(self) -> None:
        n = len(self.list.chosen())
        self.add.setText(trn("Add {n} channel", "Add {n} channels", n) if n > 1 else tr("Add channel"))
        self.add.setEnabled(n > 0)

    def _take(self) -> None:
        keys = self.list.chosen()
        by_key = {row.key: row.value for _, group in self._groups for row in group}
        found = (by_key[key] for key in keys)
        self.chosen = tuple(known for known in found if isinstance(known, KnownChannel))
        if self.chosen:
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Up go into the list, which takes the focus with them."""
        if watched is not self.field or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            fresh = not self.list.chosen()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if fresh and (here := self.list.current()) is not None:
                self.list.choose({here.key})
            else:
                self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        return super().eventFilter(watched, event)


def ask_library(session: Session, parent: QWidget) -> tuple[KnownChannel, ...]:
    """Let channels of the library be chosen; none if it was cancelled."""
    dialog = LibraryDialog(session, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.chosen
