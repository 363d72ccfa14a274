"""The foot of the comparison: what was found or done in a sentence, how it is printed, and the buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from journey_editor.model.style import PageSetup
from journey_editor.ui.icons import dress
from journey_editor.ui.inspector.words import tiles
from journey_editor.ui.words import label
from journey_editor.wording import tr

_PAPERS = ("A4", "A3", "A2", "A1", "A0")
_HEIGHT = 32


class Foot(QWidget):
    """While a file is written, how far it is stands in the place of the choices, and the way out stops that."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.said = label("", "caption")
        self.progress = QProgressBar(self)
        self.progress.setFixedHeight(16)
        self.progress.setMaximumWidth(360)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.hide()
        way = QHBoxLayout()  # or the bar's greatest width would be that of all words, and buttons take the rest
        way.addWidget(self.progress, 1)
        way.addStretch(1)
        words.addWidget(self.said)
        words.addLayout(way)
        row.addLayout(words, 1)
        self.grey = QCheckBox(tr("In grey"), self)
        self.paper, self.tile = QComboBox(self), QComboBox(self)
        self.paper.addItems(_PAPERS)
        for option in tiles():
            self.tile.addItem(option.text, option.value)
        self._choices: list[QWidget] = [self.grey]
        row.addWidget(self.grey)
        for name, chooser in ((tr("Paper"), self.paper), (tr("Sheets"), self.tile)):
            head = label(name)
            head.setBuddy(chooser)
            chooser.setAccessibleName(name)
            chooser.setMinimumHeight(_HEIGHT)
            row.addSpacing(4)
            row.addWidget(head)
            row.addWidget(chooser)
            self._choices += [head, chooser]
        row.addSpacing(8)
        self.close_button, self.export_button = QPushButton(tr("Close"), self), QPushButton(self)
        dress(self.export_button, tr("Export PDF ..."), "file-down", "on_accent")
        self.export_button.setProperty("kind", "filled")
        for button in (self.close_button, self.export_button):
            button.setMinimumHeight(_HEIGHT)
            button.setAutoDefault(False)
            row.addWidget(button)

    def begin(self, page: PageSetup) -> None:
        """Choose what the page of a map says."""
        self.paper.setCurrentText(page.paper if page.paper in _PAPERS else "A3")
        self.tile.setCurrentIndex(max(self.tile.findData(page.tile), 0))
        self.grey.setChecked(page.grey)

    def setup(self, page: PageSetup) -> PageSetup:
        """A page as it is chosen here."""
        return page.evolve(
            paper=self.paper.currentText(), tile=self.tile.currentData(), grey=self.grey.isChecked(), bleed=0
        )

    def show_work(self, words: str) -> None:
        """A file is being written, or none ("") any more."""
        if words:
            self.said.setText(words)
        self.progress.setRange(0, 0)
        self.progress.setVisible(bool(words))
        for widget in (*self._choices, self.export_button):
            widget.setVisible(not words)
        self.close_button.setText(tr("Stop") if words else tr("Close"))
        if words:
            self.close_button.setFocus()

    def show_progress(self, done: int, whole: int) -> None:
        self.progress.setRange(0, whole)
        self.progress.setValue(done)
