"""What a pasted table would change, before it does: text by text, with what has no place."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QTableView,
    QWidget,
)

from journey_editor.edit.text_tables import Brought, Change
from journey_editor.model.languages import language_name
from journey_editor.session.session import Session
from journey_editor.session.text_places import Places
from journey_editor.ui.dialogs.foot import Foot
from journey_editor.ui.dialogs.headed import headed
from journey_editor.ui.dialogs.notice import Notice
from journey_editor.ui.dialogs.sizes import fit_on_screen
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.words import label
from journey_editor.wording import tr, trn

_Index = QModelIndex | QPersistentModelIndex
_LONGEST = 200


class _Changes(QAbstractTableModel):
    """Each change as a row: where, language, before, after."""

    def __init__(self, changes: tuple[Change, ...], places: Places, parent: QObject) -> None:
        super().__init__(parent)
        self._changes, self._places = changes, places

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._changes)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 4

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        change = self._changes[index.row()]
        words = (
            lambda: self._places.where(change.entry),
            lambda: language_name(change.language),
            lambda: change.before or tr("missing"),
            lambda: change.after or tr("empty"),
        )[index.column()]()
        line = " ".join(words.split())
        return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        return (tr("Where"), tr("Language"), tr("So far"), tr("Afterwards"))[section]


class PasteTexts(QDialog):
    """Asks which of the changes to make. `wanted` are those of the languages that are checked."""

    def __init__(self, session: Session, brought: Brought, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Paste texts"))
        fit_on_screen(self, 900, 560)
        self._session, self._brought = session, brought
        column = headed(self, tr("Paste texts"))
        notice = Notice(self)
        notice.say("\n".join(self._warnings()))
        column.addWidget(notice)
        column.addLayout(self._languages())
        self.table = QTableView(self)
        self.table.setAccessibleName(tr("What changes"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self.table, 1)
        column.addLayout(self._foot())
        FocusRing(self)
        self._follow()

    def _warnings(self) -> list[str]:
        brought, said = self._brought, []
        if brought.left_over:
            said.append(
                trn(
                    "{n} row belongs to no text of the project and is left out.",
                    "{n} rows belong to no text of the project and are left out.",
                    brought.left_over,
                )
            )
        if brought.too_wide:
            said.append(
                trn(
                    "{n} column has no place beside the last language and is left out.",
                    "{n} columns have no place beside the last language and are left out.",
                    brought.too_wide,
                )
            )
        if brought.reworded:
            said.append(
                trn(
                    "{n} text has other words in the first language than the table. It may have changed since.",
                    "{n} texts have other words in the first language than the table. They may have changed since.",
                    len(brought.reworded),
                )
            )
        return said

    def _languages(self) -> QHBoxLayout:
        """A box for each language; the first one is left alone unless somebody wants it."""
        row = QHBoxLayout()
        row.setSpacing(16)
        self.checks: dict[str, QCheckBox] = {}
        counts = Counter(change.language for change in self._brought.changes)
        for code, count in counts.items():
            check = QCheckBox(f"{language_name(code)}: {trn('{n} change', '{n} changes', count)}", self)
            check.setChecked(code != self._session.project.language or len(counts) == 1)
            check.toggled.connect(self._follow)
            self.checks[code] = check
            row.addWidget(check)
        row.addStretch(1)
        return row

    @property
    def wanted(self) -> tuple[Change, ...]:
        on = {code for code, check in self.checks.items() if check.isChecked()}
        return tuple(change for change in self._brought.changes if change.language in on)

    def _foot(self) -> Foot:
        self.summary = label("")
        self.summary.setWordWrap(True)
        row = Foot(self, tr("Paste"), "clipboard-paste", words=self.summary)
        row.setContentsMargins(0, 8, 0, 0)
        self.paste_button = row.take
        return row

    def _follow(self) -> None:
        wanted, old = self.wanted, self.table.model()
        self.table.setModel(_Changes(wanted, Places(self._session), self))
        if old is not None:
            old.deleteLater()
        for n, width in enumerate((260, 110, 220)):
            self.table.setColumnWidth(n, width)
        same = trn("{n} text stays as it is", "{n} texts stay as they are", self._brought.same)
        changed = trn("{n} text changes", "{n} texts change", len(wanted))
        self.summary.setText(f"{changed}, {same}." if self._brought.same else f"{changed}.")
        self.paste_button.setEnabled(bool(wanted))
