"""What the start page offers below the templates: two ways to come to a map with help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journey_editor.ui.icons import Sign
from journey_editor.ui.words import ShortLabel, label
from journey_editor.wording import tr


class StartOffers(QWidget):
    """The guided start for one, the workshop for a group."""

    guide_wanted = Signal()
    workshop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        guide = self._offer(
            "list-ordered",
            tr("Guided start in five steps"),
            tr("Goals, customers, ways to reach them, a first walk, refining: for the first journey map"),
        )
        guide.clicked.connect(self.guide_wanted)
        workshop = self._offer(
            "presentation",
            tr("Workshop for a group"),
            tr("Build the mirror map together on the wall, offline first, then online"),
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
        texts.addWidget(label(title, "strong"))
        said = ShortLabel(words)
        said.setProperty("role", "quiet")
        texts.addWidget(said)
        line.addLayout(texts, 1)
        button = QPushButton(tr("Start"), row)
        button.setAccessibleName(tr("Start: {what}", what=title))
        button.setMinimumHeight(32)
        line.addWidget(button)
        column = self.layout()
        assert column is not None
        column.addWidget(row)
        return button
