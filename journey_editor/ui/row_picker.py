"""A small window to pick one row from, by typing a part of it: rows in groups with a head over each.

The field keeps the focus, the arrows move in the list, Enter takes what is marked.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from journey_editor.ui.finder.matching import rank
from journey_editor.ui.list_rows import ListRow, RowList
from journey_editor.ui.search_field import search_field
from journey_editor.ui.words import label
from journey_editor.wording import tr

_SIZE = (360, 420)
_MOST = 100  # rows of a group; whoever has more types another letter

Groups = Sequence[tuple[str, Sequence[ListRow]]]


class RowPicker(QFrame):
    """`head` says what is chosen, `wanted` what is looked for. `taken` carries the row."""

    taken = Signal(object)

    def __init__(self, head: str, wanted: str, groups: Groups, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("cardPicker")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(head)
        self._came_from = QApplication.focusWidget()
        self._groups = groups
        title = label(head, "head")
        title.setWordWrap(True)
        self.field = search_field(wanted, 30, self)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list = RowList(wanted, self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._take)
        self._none = label(tr("None found."), "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._none)
        self.resize(*_SIZE)
        self._find("")

    def open_beside(self, panel: QWidget, at: QPoint) -> None:
        """Show it at the height of a place in a panel, on that side of the panel that has more room."""
        left, right = (panel.mapToGlobal(corner).x() for corner in (panel.rect().topLeft(), panel.rect().topRight()))
        screen = self.screen().availableGeometry()
        before = left - screen.left() > screen.right() - right
        self.open_at(QPoint(left - self.width() - 4 if before else right + 4, at.y()))

    def open_at(self, at: QPoint) -> None:
        """Show it with its top left there, as far as the screen has room."""
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(at.x(), screen.right() - self.width()))
        y = max(screen.top(), min(at.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The keyboard goes back to where it was: not every window system sees to that."""
        super().closeEvent(event)
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def _find(self, text: str) -> None:
        rows: list[ListRow] = []
        for head, group in self._groups:
            found = [row for row in group if rank(text, (row.name, row.right, *row.more)) is not None][:_MOST]
            if found:
                rows += [*([ListRow("", head)] if head else []), *found]
        self.list.model_.show_rows(rows)
        first = next((n for n, row in enumerate(rows) if row.key), -1)
        self.list.setCurrentIndex(self.list.model_.index(first, 0))
        self.list.scrollToTop()
        self.field.setAccessibleDescription(rows[first].spoken if rows else self._none.text())
        self._none.setVisible(not rows)

    def _take(self) -> None:
        row = self.list.current()
        if row is not None and row.key:
            self.close()
            self.taken.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            key = Qt.Key(event.key())
            if key in steps:
                self.list.step(steps[key])
                row = self.list.current()
                self.field.setAccessibleDescription(row.spoken if row is not None else "")
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)
