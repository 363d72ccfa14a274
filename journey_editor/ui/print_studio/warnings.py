"""What should be known before the pages are printed, with buttons that apply what helps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journey_editor.export.maps import margin_warnings, page_warnings
from journey_editor.export.small_type import SMALL, TOO_SMALL, type_size
from journey_editor.layout.pages import Pages
from journey_editor.model.style import PageSetup
from journey_editor.ui.icons import Sign
from journey_editor.ui.print_studio.composing import Advice
from journey_editor.ui.print_studio.preset_words import paper_word
from journey_editor.ui.words import label
from journey_editor.wording import tr


class Warnings(QFrame):
    """Hidden while there is nothing to say. `anyway` is to be checked before type that nobody can read is printed."""

    chosen = Signal(object)  # Advice that is wanted

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("notice", "warning")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(Sign("triangle-alert", "warning", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.head = label("", "strong")
        self.words = label("")
        for line in (self.head, self.words):
            line.setWordWrap(True)
            words.addWidget(line)
        self.anyway = QCheckBox(tr("Print it anyway, too small to read"), self)
        words.addWidget(self.anyway)
        row.addLayout(words, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        row.addLayout(self._buttons)
        self.buttons: list[QPushButton] = []
        self.hide()

    def say_problem(self, sentence: str) -> None:
        """There are no pages, and why."""
        self._say("", sentence)
        self.advise((), None)
        self.anyway.hide()

    def say(self, made: Pages, setup: PageSetup) -> None:
        """What holds of these pages."""
        small = made.smallest < SMALL
        head = tr("The smallest type prints at {size} pt", size=type_size(made.smallest)) if small else ""
        about = ""
        if made.smallest < TOO_SMALL:
            about = tr("Nobody can read that; from {size} pt on it reads well on paper.", size=f"{SMALL:g}")
        elif small:
            about = tr("From {size} pt on it reads well on paper.", size=f"{SMALL:g}")
        others = (*page_warnings(made)[1 if small else 0 :], *margin_warnings(setup))
        self._say(head, "\n".join(filter(None, (about, *others))))
        self.anyway.setVisible(made.smallest < TOO_SMALL)

    def advise(self, advice: tuple[Advice, ...], setup: PageSetup | None) -> None:
        """Offer what helps."""
        for button in self.buttons:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for found in advice:
            button = QPushButton(_offer(found, setup), self)
            button.setMinimumHeight(32)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, found=found: self.chosen.emit(found))
            self._buttons.addWidget(button)
            self.buttons.append(button)

    def _say(self, head: str, words: str) -> None:
        self.head.setText(head)
        self.head.setVisible(bool(head))
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.setVisible(bool(head or words))


def _offer(found: Advice, setup: PageSetup | None) -> str:
    """What a button says: what it changes, and how large type gets by that."""
    size, new = type_size(found.size), found.setup
    if found.plain:
        return tr("Hide descriptions: {size} pt", size=size)
    if setup is None or new.paper != setup.paper:
        return tr("Use {paper}: {size} pt", paper=paper_word(new), size=size)
    if new.fit == "pages":
        return tr("Split into {n} pages: {size} pt", n=new.pages_wide, size=size)
    if new.fit == "phases":
        return tr("Split by phases: {size} pt", size=size)
    if new.fit == "lanes":
        return tr("Split by lanes: {size} pt", size=size)
    return tr("In natural size: {size} pt", size=size)
