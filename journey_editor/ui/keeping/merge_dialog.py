"""What two people did that contradicts itself, to choose from line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from journey_editor.edit.merging.conflicts import Conflict, Key, Side
from journey_editor.layout.conflict_words import Clash, conflict_words
from journey_editor.model.project import Project
from journey_editor.ui.dialogs.headed import headed
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.words import label, plain_tip
from journey_editor.wording import tr, trn

_OURS, _THEIRS = 2, 3
_SIDES: dict[int, Side] = {_OURS: "ours", _THEIRS: "theirs"}
_LONGEST = 200


class MergeDialog(QDialog):
    """`choices` is what was chosen, by the conflicts' keys, once the dialog was accepted."""

    def __init__(self, ours: Project, theirs: Project, conflicts: Sequence[Conflict], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Merge"))
        self.setModal(True)
        self.resize(860, 520)
        self._conflicts = tuple(conflicts)
        self.choices: dict[Key, Side] = {conflict.key: conflict.taken for conflict in conflicts}
        head = trn("{n} conflict", "{n} conflicts", len(conflicts))
        column = headed(self, head, 16)
        words = label(
            tr("Both of you have changed the same. Everything else is merged already. Choose what counts."), "quiet"
        )
        words.setWordWrap(True)
        column.addWidget(words)
        self.table = self._table(ours, theirs)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.all_ours = self._button(tr("Mine everywhere"))
        self.all_theirs = self._button(tr("The file’s everywhere"))
        self.cancel = self._button(tr("Cancel"))
        self.take = self._button(tr("Merge"))
        self.take.setProperty("kind", "filled")
        self.take.setDefault(True)
        row.addWidget(self.all_ours)
        row.addWidget(self.all_theirs)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.take)
        column.addLayout(row)
        self.all_ours.clicked.connect(lambda: self.choose_all("ours"))
        self.all_theirs.clicked.connect(lambda: self.choose_all("theirs"))
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self.accept)
        self.table.cellClicked.connect(self._take)
        self.table.cellActivated.connect(self._take)
        FocusRing(self)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setMinimumHeight(32)
        button.setAutoDefault(False)
        return button

    def _table(self, ours: Project, theirs: Project) -> QTableWidget:
        table = QTableWidget(len(self._conflicts), 4, self)
        table.setHorizontalHeaderLabels([tr("What it is about"), tr("What"), tr("Mine"), tr("In the file")])
        table.setAccessibleName(tr("Conflicts"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        for column in range(4):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for row, conflict in enumerate(self._conflicts):
            said = conflict_words(ours, theirs, Clash(*conflict.key, conflict.ours, conflict.theirs))
            for column, text in enumerate(said):
                item = QTableWidgetItem(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")
                item.setToolTip(plain_tip(text[:2000]))
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(row, column, item)
            self._mark(table, row)
        if self._conflicts:
            table.setCurrentCell(0, _OURS)
        return table

    def _mark(self, table: QTableWidget, row: int) -> None:
        taken = self.choices[self._conflicts[row].key]
        for column, side in _SIDES.items():
            item = table.item(row, column)
            if item is not None:
                item.setCheckState(Qt.CheckState.Checked if side == taken else Qt.CheckState.Unchecked)

    def _take(self, row: int, column: int) -> None:
        if column in _SIDES:
            self.choose(row, _SIDES[column])

    def choose(self, row: int, side: Side) -> None:
        """Let a side count in one of the conflicts."""
        self.choices[self._conflicts[row].key] = side
        self._mark(self.table, row)

    def choose_all(self, side: Side) -> None:
        for row in range(len(self._conflicts)):
            self.choose(row, side)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.resizeRowsToContents()  # now that the columns are as wide as they are

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.table.hasFocus():
            self._take(self.table.currentRow(), self.table.currentColumn())
            return
        super().keyPressEvent(event)
