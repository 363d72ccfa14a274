"""The line at the foot: which key does what, and the same for the mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QWidget


class Hint(NamedTuple):
    """A key, what it does in a word, and doing it."""

    key: str
    words: str
    run: Callable[[], object]


class Flow(QLayout):
    """Widgets one after the other, in as many lines as they need."""

    def __init__(self, parent: QWidget, gap: int = 8) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []
        self.gap = gap

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), 1), 10_000))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.gap, 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.gap
            line = max(line, size.height())
        return y + line - rect.y()


class ButtonRow(QWidget):
    """Buttons that keep the keyboard where it is: each has a key of its own."""

    def __init__(self, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._flow = Flow(self)
        self._buttons: list[QPushButton] = []
        self._shown: tuple[tuple[str, str], ...] = ()
        self._runs: tuple[Callable[[], object], ...] = ()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, hints: tuple[Hint, ...], gap: int = 8) -> None:
        """Show these; buttons that stay the same stay, so that nothing flickers while one types."""
        self._runs = tuple(hint.run for hint in hints)
        wanted = tuple((hint.key, hint.words) for hint in hints)
        self._flow.gap = gap
        if wanted == self._shown:
            return
        self._shown = wanted
        while len(self._buttons) > len(hints):
            button = self._buttons.pop()
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        while len(self._buttons) < len(hints):
            button = QPushButton(self)
            button.setProperty("wall", self._look)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            at = len(self._buttons)
            button.clicked.connect(lambda _checked=False, at=at: self._run(at))
            self._flow.addWidget(button)
            button.show()
            self._buttons.append(button)
        for button, hint in zip(self._buttons, hints, strict=True):
            button.setText(f"{hint.key}  {hint.words}".strip().replace("&", "&&"))
            button.setAccessibleName(f"{hint.words} ({hint.key})")
        self._flow.invalidate()
        self.updateGeometry()

    def _run(self, at: int) -> None:
        if at < len(self._runs):
            self._runs[at]()
