"""The list of shortcuts: it may stay open beside the work, and is searched by words or by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from journey_editor.ui.actions import Actions
from journey_editor.ui.dialogs.headed import headed
from journey_editor.ui.dialogs.sizes import fit_on_screen
from journey_editor.ui.finder.matching import rank
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.search_field import search_field
from journey_editor.ui.shortcuts import shortcut_groups
from journey_editor.ui.words import label
from journey_editor.wording import tr, trn

_SIZE = (640, 680)


class ShortcutsWindow(QDialog):
    """All keys in groups. The field has the focus; the arrows and page keys scroll the list under it."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = headed(self, tr("Keyboard shortcuts"))
        self.field = search_field(tr("Search for a command or a key"), 32, self)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        column.addWidget(self.field)
        self.tree = QTreeWidget(self)
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([tr("Command"), tr("Keys")])
        self.tree.setAccessibleName(tr("Keyboard shortcuts"))
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setIndentation(12)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.tree.setWordWrap(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._fill(actions)
        column.addWidget(self.tree, 1)
        foot = QHBoxLayout()
        self._found = label("", "caption")
        foot.addWidget(self._found, 1)
        close = QPushButton(tr("Close"), self)
        close.setMinimumHeight(32)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column.addLayout(foot)
        FocusRing(self)
        self._filter("")
        fit_on_screen(self, *_SIZE)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, actions: Actions) -> None:
        bold = QFont(self.tree.font())
        bold.setBold(True)
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        for group in shortcut_groups(actions):
            items = []
            head = QTreeWidgetItem(self.tree, [group.title])
            head.setFont(0, bold)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFirstColumnSpanned(True)
            for row in group.rows:
                item = QTreeWidgetItem(head, [row.text, row.keys])
                said = f"{row.text}, {row.keys}"
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
                items.append(item)
            head.setExpanded(True)
            self._groups.append((head, items))

    def _filter(self, words: str) -> None:
        """Show what is called so, or has such a key; a group's name stands for all of it."""
        count = 0
        for head, items in self._groups:
            shown = 0
            for item in items:
                fits = rank(words, (item.text(0), item.text(1), head.text(0))) is not None
                item.setHidden(not fits)
                shown += fits
            head.setHidden(not shown)
            count += shown
        self._found.setText(trn("{n} shortcut", "{n} shortcuts", count))
        self.field.setAccessibleDescription(self._found.text())

    def shown(self) -> list[tuple[str, str]]:
        """The rows that are listed now."""
        return [(item.text(0), item.text(1)) for _, items in self._groups for item in items if not item.isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and the page keys go to the list, which takes the focus with them."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
                first = self.tree.itemAt(4, 4)
                if self.tree.currentItem() is None and first is not None:
                    self.tree.setCurrentItem(self.tree.itemBelow(first) or first)
                return True
            if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                bar = self.tree.verticalScrollBar()
                bar.setValue(bar.value() + (1 if event.key() == Qt.Key.Key_PageDown else -1) * bar.pageStep())
                return True
        return False
