"""Unsaved work to choose from, with what differs from the last save, before anything of it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journey_editor.layout.project_difference_words import difference_lines, in_short
from journey_editor.model.project_comparing import compare_projects
from journey_editor.storage.problem import FileProblem
from journey_editor.storage.recovery import folder
from journey_editor.storage.recovery.folder import Found
from journey_editor.storage.recovery.journal import read
from journey_editor.ui.dialogs.messages import confirm
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.recent_list import words_for
from journey_editor.ui.words import label
from journey_editor.wording import tr

_MOST_LINES = 500


class RecoveryDialog(QDialog):
    """`wanted` is what is to be restored, or None."""

    def __init__(self, found: Sequence[Found], first: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Restore unsaved work"))
        self.setModal(True)
        self.resize(760, 520)
        self.wanted: Found | None = None
        self._found = list(found)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(label(tr("Unsaved work"), "dialog-head"))
        self._about = label("", "quiet")
        self._about.setWordWrap(True)
        column.addWidget(self._about)
        both = QHBoxLayout()
        both.setSpacing(16)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Unsaved work"))
        self.list.setFixedWidth(230)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(tr("What differs from the last save"))
        both.addWidget(self.list)
        both.addWidget(self.preview, 1)
        column.addLayout(both, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.delete = QPushButton(tr("Delete ..."), self)
        self.later = QPushButton(tr("Later"), self)
        self.restore = QPushButton(tr("Restore"), self)
        self.restore.setProperty("kind", "filled")
        self.restore.setDefault(True)
        for button in (self.delete, self.later, self.restore):
            button.setMinimumHeight(32)
            button.setAutoDefault(button is self.restore)
        row.addWidget(self.delete)
        row.addStretch(1)
        row.addWidget(self.later)
        row.addWidget(self.restore)
        column.addLayout(row)
        self.delete.clicked.connect(self._delete)
        self.later.clicked.connect(self.reject)
        self.restore.clicked.connect(self._restore)
        self.list.currentRowChanged.connect(self._show)
        self._fill(first)
        FocusRing(self)

    def _fill(self, first: Path | None = None) -> None:
        now = QDateTime.currentDateTime()
        self.list.clear()
        for one in self._found:
            when = words_for(QDateTime.fromSecsSinceEpoch(int(one.when)), now)
            item = QListWidgetItem(f"{one.head.title or tr('Untitled')}\n{when}")
            item.setToolTip("")
            self.list.addItem(item)
        files = [one.file for one in self._found]
        self.list.setCurrentRow(files.index(first) if first in files else 0)
        self._show()

    def _chosen(self) -> Found | None:
        at = self.list.currentRow()
        return self._found[at] if 0 <= at < len(self._found) else None

    def _show(self) -> None:
        one = self._chosen()
        self.delete.setEnabled(one is not None)
        self.restore.setEnabled(False)
        self.preview.clear()
        if one is None:
            self._about.setText(tr("There is no unsaved work."))
            return
        where = one.head.path or tr("It was never saved in a file.")
        if one.given_up:
            where += "\n" + tr("It could not be opened twice. It is kept in {file}", file=one.file)
        self._about.setText(where)
        folder.try_begins(one.file)  # should even looking at it end the program
        try:
            recovered = read(one.file)
        except FileProblem as problem:
            self.preview.setPlainText(problem.message)
            return
        found = compare_projects(recovered.base.project, recovered.now.project)
        lines = [*islice(difference_lines(found), _MOST_LINES)]
        if recovered.typed:
            lines += ["", tr("In an open field: {text}", text=recovered.typed)]
        if not recovered.whole:
            lines.insert(0, tr("The end of the file is damaged: the last changes are missing.") + "\n")
        self.preview.setPlainText("\n".join([in_short(found), "", *lines]))
        folder.try_ended_well(one.file)
        self.restore.setEnabled(True)

    def _restore(self) -> None:
        self.wanted = self._chosen()
        self.accept()

    def _delete(self) -> None:
        one = self._chosen()
        if one is None or not confirm(
            self,
            tr("Delete the unsaved work on “{title}”?", title=one.head.title or tr("Untitled")),
            tr("This cannot be undone. The file of the project stays as it was saved."),
            tr("Delete"),
        ):
            return
        folder.remove(one.file)
        self._found.remove(one)
        self._fill()

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._delete()
            return
        super().keyPressEvent(event)
