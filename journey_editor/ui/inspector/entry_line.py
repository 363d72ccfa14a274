"""A line for one more entry of a list, with a button beside it; what cannot be taken stays there, with the reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journey_editor.wording import tr

from .buttons import plain_button
from .field import Complaint, set_look

_LONGEST = 4000  # characters


class EntryLine(QWidget):
    """`take` gets what was entered, at Return or at the button, and says why it cannot be taken, or ""."""

    def __init__(self, name: str, example: str, take: Callable[[str], str]) -> None:
        super().__init__()
        self._take = take
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setFixedHeight(28)
        self.line.setPlaceholderText(example)
        self.line.setAccessibleName(name)
        self.line.returnPressed.connect(self.enter)
        self.line.textEdited.connect(lambda: self.complain(""))
        button = plain_button(tr("Add"), "plus")
        button.clicked.connect(self.enter)
        self._complaint = Complaint()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self._complaint)

    @property
    def complaint(self) -> str:
        return self._complaint.text()

    def clear(self) -> None:
        self.line.clear()
        self.complain("")

    def enter(self) -> None:
        trouble = self._take(self.line.text())
        self.complain(trouble)
        if not trouble:
            self.line.clear()

    def complain(self, sentence: str) -> None:
        self._complaint.say(sentence)
        self.line.setAccessibleDescription(sentence)
        set_look(self.line, "wrong", bool(sentence))
