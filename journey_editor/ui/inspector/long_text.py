"""The foot of a field whose text is so long that laying all of it out would be waited for: it shows the beginning, to
be read only, until one asks for all of it. Nothing is stored meanwhile, so that nothing of the text can be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from journey_editor.wording import language, tr

from .field import plain_label

#: Longer texts are shown as their beginning, of so many letters.
MOST_LETTERS, BEGINNING = 150_000, 20_000


class LongTextFoot(QWidget):
    """Says how much is shown, and offers all of it."""

    def __init__(self, label: str, wanted: Callable[[], None]) -> None:
        super().__init__()
        self._sentence = plain_label(role="quiet")
        self.button = QPushButton(tr("Show all of it"), self)
        self.button.setAccessibleName(f"{label}: {self.button.text()}")
        self.button.clicked.connect(wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, letters: int) -> None:
        """How many letters the text has; 0 if it is shown as a whole."""
        if letters:
            shown, all_of_it = (QLocale(language()).toString(count) for count in (BEGINNING, letters))
            self._sentence.setText(
                tr("The first {shown} of {n} letters, to be read. Writing needs all of it.", shown=shown, n=all_of_it)
            )
        self.setVisible(bool(letters))
