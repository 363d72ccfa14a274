"""A grid of icons to choose one from, searched by what they show.

The field keeps the focus; the arrows move in the grid, Enter takes the icon that is marked.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journey_editor.ui.finder.matching import rank
from journey_editor.ui.icons import icon
from journey_editor.ui.search_field import search_field
from journey_editor.ui.words import ShortLabel
from journey_editor.wording import tr

_CELL = 36
_COLUMNS = 8
_EDGE = 8


class IconGrid(QFrame):
    """`names` is what each icon shows, in words; `automatic` says what no icon means. `picked` carries the name."""

    picked = Signal(str)

    def __init__(
        self, names: dict[str, str], present: str, automatic: str, parent: QWidget, colour: str = "text"
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("cardPicker")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Choose an icon"))
        self._names, self._automatic, self._colour = names, automatic, colour
        self.field = search_field(tr("Find an icon"), 30, self)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.grid = QListWidget(self)
        self.grid.setAccessibleName(tr("Icons"))
        self.grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.grid.setViewMode(QListView.ViewMode.IconMode)
        self.grid.setMovement(QListView.Movement.Static)
        self.grid.setResizeMode(QListView.ResizeMode.Adjust)
        self.grid.setIconSize(QSize(20, 20))
        self.grid.setGridSize(QSize(_CELL, _CELL))
        self.grid.setUniformItemSizes(True)
        self.grid.setMouseTracking(True)
        self.grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.currentItemChanged.connect(self._say)
        self.grid.itemEntered.connect(self._say)
        self.grid.itemClicked.connect(self._take)
        self._says = ShortLabel("", self)
        self._says.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.grid, 1)
        column.addWidget(self._says)
        self.resize(_COLUMNS * _CELL + 2 * _EDGE + 18, 340)
        self._find("")
        self._mark(present)

    def open_below(self, widget: QWidget) -> None:
        """Under a button, as far as the screen has room."""
        screen = widget.screen().availableGeometry()
        at = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        if at.y() + self.height() > screen.bottom():
            at.setY(widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        self.move(max(screen.left(), min(at.x(), screen.right() - self.width())), max(screen.top(), at.y()))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown(self) -> list[str]:
        """The icons that are listed now; "" is the automatic one."""
        return [str(self.grid.item(n).data(Qt.ItemDataRole.UserRole)) for n in range(self.grid.count())]

    def _find(self, text: str) -> None:
        self.grid.clear()
        found = [(rank(text, (words, name)), name, words) for name, words in self._names.items()]
        entries = [(name, words) for place, name, words in sorted((f for f in found if f[0] is not None), key=_place)]
        if not text.strip():
            entries = [("", self._automatic), *self._names.items()]
        for name, words in entries:
            item = QListWidgetItem(icon(name or "ban", self._colour if name else "text_2"), "")
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(words)
            item.setSizeHint(QSize(_CELL, _CELL))
            self.grid.addItem(item)
        self.grid.setCurrentRow(0)
        if not entries:
            self._says.say(tr("None found."))

    def _mark(self, name: str) -> None:
        names = self.shown()
        if name in names:
            self.grid.setCurrentRow(names.index(name))
            self.grid.scrollToItem(self.grid.currentItem())

    def _say(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            words = str(item.data(Qt.ItemDataRole.AccessibleTextRole))
            self._says.say(words)
            self.field.setAccessibleDescription(words)

    def _take(self) -> None:
        item = self.grid.currentItem()
        if item is not None:
            name = str(item.data(Qt.ItemDataRole.UserRole))
            self.close()
            self.picked.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            across = max(1, self.grid.viewport().width() // _CELL)
            steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: across, Qt.Key.Key_Up: -across}
            key = Qt.Key(event.key())
            # In a field with words, left and right move in them.
            sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if key in steps and not event.modifiers() and not (sideways and self.field.text()):
                there = self.grid.currentRow() + steps[key]
                if 0 <= there < self.grid.count():
                    self.grid.setCurrentRow(there)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)


def _place(found: tuple[int | None, str, str]) -> int:
    return found[0] or 0
