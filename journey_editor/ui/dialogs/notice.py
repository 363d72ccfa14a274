"""A warning inside a dialog: a sign, a few sentences, and room for a button that cures it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journey_editor.ui.icons import Sign
from journey_editor.ui.words import label


class Notice(QFrame):
    """Hidden while it has nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("notice", "warning")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(Sign("triangle-alert", "warning"), 0, Qt.AlignmentFlag.AlignTop)
        self._words = label("")
        self._words.setWordWrap(True)
        row.addWidget(self._words, 1)

    def add(self, widget: QWidget) -> None:
        """Something at its right."""
        self._row.addWidget(widget)

    def say(self, text: str) -> None:
        self._words.setText(text)
        self.setVisible(bool(text))
