"""The field for an answer in words: large, as high as its text, and Enter goes on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

_LINES = 4
_OWN = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste)
_PAGE = frozenset(
    (
        Qt.Key.Key_Escape,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_F1,
        Qt.Key.Key_F2,
        Qt.Key.Key_F3,
        Qt.Key.Key_F4,
        Qt.Key.Key_F5,
        Qt.Key.Key_F8,
        Qt.Key.Key_F11,
    )
)
_WITH_CONTROL = frozenset((Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Equal))


class WallField(QPlainTextEdit):
    """Text only. What the page has keys for is left to it."""

    typed = Signal(str)
    forward = Signal()
    back = Signal()
    leaving = Signal()  # the keyboard, or a command of the window, goes elsewhere: what is written counts

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("wall", "answer")
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.several_lines = False
        self._showing = False
        self.textChanged.connect(self._changed)

    def put(self, text: str, *, example: str, several_lines: bool) -> None:
        """Show an answer, marked whole, so that typing replaces it and Enter keeps it."""
        self._showing = True
        self.several_lines = several_lines
        self.setPlainText(text)
        self.setPlaceholderText(example)
        self.selectAll()
        self._showing = False
        self.fit()

    def fit(self) -> None:
        """As high as the text, up to a few lines."""
        lines = sum(
            max(block.layout().lineCount(), 1) if block.layout() is not None else 1
            for block in (self.document().findBlockByNumber(n) for n in range(min(self.blockCount(), _LINES)))
        )
        least = 2 if self.several_lines else 1
        if not self.toPlainText() and self.fontMetrics().horizontalAdvance(self.placeholderText()) > self._room():
            least = 2
        inner = self.fontMetrics().lineSpacing() * min(max(lines, least), _LINES)
        self.setFixedHeight(inner + 2 * round(self.document().documentMargin()) + 22)

    def _room(self) -> int:
        """How wide a line may be."""
        return self.viewport().width() - 2 * round(self.document().documentMargin())

    def _changed(self) -> None:
        if not self._showing:
            self.fit()
            self.typed.emit(self.toPlainText())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            if undo and not self.document().isModified():
                event.ignore()  # the step before this answer is meant
                return False
            command = event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() != Qt.Key.Key_Control
            if command and not undo and not any(event.matches(key) for key in _OWN):
                self.leaving.emit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        plain = not held & ~Qt.KeyboardModifier.KeypadModifier
        undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.forward.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.several_lines:
            event.ignore()
        elif key == Qt.Key.Key_Up and plain and self._at_edge(QTextCursor.MoveOperation.Up):
            self.back.emit()
        elif key in _PAGE or self._for_the_page(event) or (undo and not self.document().isModified()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _for_the_page(event: QKeyEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        return Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 or event.key() in _WITH_CONTROL

    def _at_edge(self, way: QTextCursor.MoveOperation) -> bool:
        """Whether there is no line that way."""
        cursor = self.textCursor()
        cursor.clearSelection()
        return not cursor.movePosition(way)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.leaving.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
