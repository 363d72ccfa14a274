"""Editing a text where it stands on the map: a plain text field over it, committed once.

It is a child widget, so input methods, the clipboard and screen readers work as in any field. Enter and leaving it
commit, Shift+Enter begins a new line, Escape leaves the text as it was.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontDatabase, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from journey_editor.layout.fonts import font_path

from .overlay import ACCENT, INK

_LEAST_PX = 12.0  # a map that is zoomed far out is still edited in legible type


@cache
def _family() -> str:
    """The map's own font, for Qt's text fields."""
    QFontDatabase.addApplicationFont(str(font_path("sans-bold")))
    known = QFontDatabase.addApplicationFont(str(font_path("sans")))
    return (QFontDatabase.applicationFontFamilies(known) or ["Noto Sans"])[0]


class TextEditor(QPlainTextEdit):
    """A field over the map. `done` tells the text to keep, or None when nothing is to change; it comes once."""

    done = Signal(object)

    def __init__(self, parent: QWidget, text: str, place: QRect, pixels: float, *, bold: bool) -> None:
        super().__init__(parent)
        self._before = text
        self._open = True
        self._place = place
        font = QFont(_family())
        font.setPixelSize(round(max(pixels, _LEAST_PX)))
        font.setBold(bold)
        self.setFont(font)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        # The paper is white in the dark theme as well.
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.white)
        palette.setColor(QPalette.ColorRole.Text, INK)
        self.setPalette(palette)
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: white; color: {INK}; border: 2px solid {ACCENT}; border-radius: 4px;"
            f" selection-background-color: {ACCENT}; selection-color: white; padding: 0; }}"
        )
        self.document().setDocumentMargin(3)
        self.setPlainText(text)
        self.selectAll()
        self.textChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        return self.toPlainText()

    def commit(self) -> None:
        """Close, keeping what was typed."""
        self._close(self.text().strip())

    def cancel(self) -> None:
        """Close, leaving the text as it was."""
        self._close(None)

    def _close(self, text: str | None) -> None:
        if self._open:
            self._open = False
            self.done.emit(None if text == self._before else text)

    def _grow(self) -> None:
        """As high as the text needs: nothing that is typed may be out of sight."""
        self.setGeometry(self._place)
        metrics = self.fontMetrics()
        lines, block = 0, self.document().firstBlock()
        while block.isValid():
            self.document().documentLayout().blockBoundingRect(block)
            lines += max(1, block.layout().lineCount())
            block = block.next()
        height = lines * metrics.lineSpacing() + 2 * 3 + 6
        self.setGeometry(self._place.adjusted(0, 0, 0, max(0, height - self._place.height())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.commit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.textCursor().insertText("\n")  # not Qt's line separator, which a file would keep
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.commit()

    def move_over(self, place: QRect) -> None:
        """The map has moved: stand here from now on."""
        self._place = place
        self._grow()
