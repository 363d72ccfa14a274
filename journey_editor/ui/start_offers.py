"""What the start page offers above the templates: two ways to come to a map with help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journey_editor.ui.icons import Sign
from journey_editor.ui.words import ShortLabel
from journey_editor.wording import tr

_WIDE = 760


class StartOffers(QWidget):
    """The guided start for one, the workshop for a group."""

    guide_wanted = Signal()
    workshop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 8)
        guide = self._offer(
            "list-ordered",
            tr("Guided start in five steps"),
            tr("Goals, customers, ways, a first walk, refining"),
        )
        guide.clicked.connect(self.guide_wanted)
        workshop = self._offer(
            "presentation",
            tr("Workshop for a group"),
            tr("Build the map on the wall: offline first, then online"),
        )
        workshop.clicked.connect(self.workshop_wanted)

    def _offer(self, icon_name: str, title: str, words: str) -> QPushButton:
        """A row with its button."""
        row = QFrame(self)
        row.setProperty("card", "true")
        line = QHBoxLayout(row)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(16)
        line.addWidget(Sign(icon_name, "accent", 20))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for text, role in ((title, "strong"), (words, "quiet")):
            said = ShortLabel(text)
            said.setProperty("role", role)
            texts.addWidget(said)
        line.addLayout(texts, 1)
        button = QPushButton(tr("Start"), row)
        button.setAccessibleName(tr("Start: {what}", what=title))
        button.setMinimumHeight(32)
        line.addWidget(button)
        self._rows.addWidget(row, 1)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where both can be read, else below each other."""
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._rows.setSpacing(24 if wide else 12)
