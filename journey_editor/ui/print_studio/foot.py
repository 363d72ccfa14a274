"""The foot of the studio: the result in a sentence, how far a file is, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from journey_editor.ui.icons import dress
from journey_editor.ui.words import ShortLabel, label
from journey_editor.wording import tr


class Foot(QFrame):
    """While something is written or printed, the way there stands in the place of the second line."""

    left = Signal()  # cancel: the studio, or what it is doing
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_foot")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.summary: QLabel = label("")
        self.summary.setWordWrap(True)
        self.detail = ShortLabel("", self)
        self.detail.setProperty("role", "caption")
        self.progress = QProgressBar(self)
        self.progress.setFixedHeight(16)
        self.progress.setMaximumWidth(360)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.hide()
        for line in (self.summary, self.detail):
            words.addWidget(line)
        way = QHBoxLayout()  # or the bar's greatest width would be that of all words, and buttons take the rest
        way.addWidget(self.progress, 1)
        way.addStretch(1)
        words.addLayout(way)
        row.addLayout(words, 1)
        self.cancel_button = QPushButton(tr("Cancel"), self)
        self.cancel_button.clicked.connect(self.left)
        self.print_button = QPushButton(self)
        dress(self.print_button, tr("Print ..."), "printer")
        self.print_button.clicked.connect(self.print_wanted)
        self.save_button = QPushButton(self)
        dress(self.save_button, tr("Save PDF ..."), "file-down", "on_accent")
        self.save_button.setProperty("kind", "filled")
        self.save_button.clicked.connect(self.save_wanted)
        for button in (self.cancel_button, self.print_button, self.save_button):
            button.setMinimumHeight(32)
            button.setAutoDefault(button is self.save_button)
            row.addWidget(button)
        self.save_button.setDefault(True)

    def say(self, summary: str, detail: str) -> None:
        self.summary.setText(summary)
        self.detail.say(detail)

    def show_work(self, words: str) -> None:
        """Something is being done, or nothing ("") any more."""
        self.progress.setVisible(bool(words))
        self.detail.setVisible(not words)
        self.progress.setRange(0, 0)
        self.progress.setFormat("")
        if words:
            self.summary.setText(words)
        self.cancel_button.setText(tr("Stop") if words else tr("Cancel"))

    def show_progress(self, done: int, whole: int) -> None:
        self.progress.setRange(0, whole)
        self.progress.setValue(done)
        self.progress.setFormat(tr("Page {n} of {count}", n=min(done + 1, whole), count=whole))

    def enable(self, ready: bool) -> None:
        """Whether there are pages that may be printed."""
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)
