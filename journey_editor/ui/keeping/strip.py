"""A sentence with a button, above a page; hidden while there is nothing to say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from journey_editor.ui.icons import Sign
from journey_editor.ui.words import label


class Strip(QFrame):
    """Calm: nothing stops, and whoever wants to know more presses the button."""

    def __init__(self, icon_name: str, button: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("notice", "warning")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(Sign(icon_name, "warning", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = label("")
        self._words.setWordWrap(True)
        row.addWidget(self._words, 1)
        self.button = QPushButton(button, self)
        self.button.setMinimumHeight(32)
        row.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, text: str) -> None:
        """Say this; nothing hides the strip."""
        self._words.setText(text)
        self.button.setAccessibleDescription(text)
        self.setVisible(bool(text))
