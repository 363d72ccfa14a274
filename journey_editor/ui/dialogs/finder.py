"""The command finder: type a part of a command's name, press Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from journey_editor.ui.actions import Actions, menus, plain
from journey_editor.ui.icons import icon
from journey_editor.wording import tr

_WIDTH, _HEIGHT = 460, 380


class Finder(QDialog):
    """Lists what can be done now. `chosen` is the id of the command, "" for none."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Find a command"))
        self.resize(_WIDTH, _HEIGHT)
        self._actions = actions
        self.chosen = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        self._words = QLineEdit(self)
        self._words.setPlaceholderText(tr("Find a command"))
        self._words.setAccessibleName(tr("Find a command"))
        self._words.setMinimumHeight(32)
        self._words.addAction(icon("search", "text_2"), QLineEdit.ActionPosition.LeadingPosition)
        self._words.textChanged.connect(self._list)
        self._words.installEventFilter(self)
        column.addWidget(self._words)
        self._found = QTreeWidget(self)
        self._found.setColumnCount(2)
        self._found.setHeaderHidden(True)
        self._found.setRootIsDecorated(False)
        self._found.header().setStretchLastSection(False)
        self._found.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._found.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._found.setAccessibleName(tr("Commands"))
        self._found.setIconSize(QSize(16, 16))
        self._found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._found.itemClicked.connect(self._take)
        column.addWidget(self._found)
        self._list("")

    def _list(self, words: str) -> None:
        self._found.clear()
        titles = menus()
        wanted = words.casefold().split()
        for command in self._actions:
            action = self._actions[command.id]
            name = f"{plain(titles[command.menu])}: {plain(command.text)}"
            if not action.isEnabled() or command.id == "help.find" or any(w not in name.casefold() for w in wanted):
                continue
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QTreeWidgetItem(self._found, [name, keys])
            item.setIcon(0, icon(command.icon or "command", "text", "text"))
            item.setData(0, Qt.ItemDataRole.UserRole, command.id)
        self._go_to(0)

    def _go_to(self, place: int) -> None:
        item = self._found.topLevelItem(place)
        if item is not None:
            self._found.setCurrentItem(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the field keeps the focus."""
        if watched is self._words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            count = self._found.topLevelItemCount()
            if step is not None and count:
                self._go_to((self._found.currentIndex().row() + step) % count)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self._found.currentItem())
                return True
        return False

    def _take(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen = str(item.data(0, Qt.ItemDataRole.UserRole))
            self.accept()
