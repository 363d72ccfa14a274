"""Asks what a template is called and what it is for."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from journey_editor.ui.dialogs.foot import Foot
from journey_editor.ui.dialogs.headed import headed
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.words import label
from journey_editor.wording import tr

_WIDTH = 420


class TemplateWords(NamedTuple):
    title: str
    description: str


class DescribeTemplate(QDialog):
    """Two lines. It can be accepted once there is a name."""

    def __init__(self, parent: QWidget | None, head: str, action: str, title: str, description: str, note: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Journey Editor"))
        column = headed(self, head, 8)
        self.title = self._line(column, tr("Name"), title)
        self.description = self._line(column, tr("What it is for, in one line"), description)
        where = label(note, "quiet")
        where.setWordWrap(True)
        column.addSpacing(4)
        column.addWidget(where)
        foot = Foot(self, action)
        column.addSpacing(8)
        column.addLayout(foot)
        self._take = foot.take
        self.title.textChanged.connect(self._follow)
        self._follow()
        self.title.selectAll()
        self.setMinimumWidth(_WIDTH)
        self.setAccessibleName(head)
        FocusRing(self)

    def _line(self, column: QVBoxLayout, name: str, text: str) -> QLineEdit:
        column.addWidget(label(name, "caption"))
        field = QLineEdit(" ".join(text.split()), self)
        field.setAccessibleName(name)
        field.setMinimumHeight(28)
        column.addWidget(field)
        return field

    def _follow(self) -> None:
        self._take.setEnabled(bool(self.title.text().strip()))

    def words(self) -> TemplateWords:
        return TemplateWords(self.title.text().strip(), self.description.text().strip())


def describe(parent: QWidget, head: str, action: str, title: str, description: str, note: str) -> TemplateWords | None:
    """Name and description of a template; None when it was cancelled."""
    dialog = DescribeTemplate(parent, head, action, title, description, note)
    done = dialog.exec()
    dialog.deleteLater()
    return dialog.words() if done else None
