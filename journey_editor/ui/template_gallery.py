"""The gallery of the start page: the templates that come with the program, below them the user's own with their folder.

It knows neither the model nor the files: it is filled with faces, and says what is wanted.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from journey_editor.places import resource
from journey_editor.ui.icons import dress
from journey_editor.ui.search_field import search_field
from journey_editor.ui.template_cards import TemplateCard, TemplateFace, TemplateGrid
from journey_editor.ui.words import ShortLabel, label
from journey_editor.wording import tr

if TYPE_CHECKING:
    from journey_editor.ui.dialogs.notice import Notice


class TemplateGallery(QWidget):
    """Two groups of cards with one search; the arrows lead from one group to the other."""

    chosen = Signal(str)
    rename_wanted = Signal(object)  # TemplateFace
    remove_wanted = Signal(object)  # TemplateFace
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        top = QHBoxLayout()
        top.addWidget(label(tr("Start with a template"), "dialog-head"))
        top.addStretch(1)
        self.search = search_field(tr("Search templates"), 32, self)
        self.search.setFixedWidth(240)
        self.search.textChanged.connect(self._filter)
        top.addWidget(self.search)
        column.addLayout(top)
        self.ours = TemplateGrid(len(list(resource("templates").glob("*.journey"))), self)
        column.addWidget(self.ours)
        self.own = TemplateGrid(0, self)
        self._own_head = self._made_own_head()
        column.addWidget(self._own_head)
        column.addWidget(self.own)
        self._broken: list[Notice] = []
        self._nothing = label(tr("No template has these words."), "quiet", self)
        self._nothing.hide()
        column.addWidget(self._nothing)
        self._column = column
        for grid in (self.ours, self.own):
            grid.chosen.connect(self.chosen)
            grid.rename_wanted.connect(self.rename_wanted)
            grid.remove_wanted.connect(self.remove_wanted)
        self.ours.left.connect(lambda way, column: way > 0 and self.own.enter(way, column))
        self.own.left.connect(lambda way, column: way < 0 and self.ours.enter(way, column))
        self._show_own()

    def _made_own_head(self) -> QWidget:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(16)
        row.addWidget(label(tr("Own templates"), "head"))
        self._folder = ShortLabel("", head)
        self._folder.setProperty("role", "quiet")
        row.addWidget(self._folder, 1)
        button = QToolButton(head)
        button.setProperty("kind", "link")
        dress(button, tr("Open the folder"), "folder-open", "accent")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self.folder_wanted)
        row.addWidget(button)
        return head

    def cards(self) -> tuple[TemplateCard, ...]:
        """All cards that are shown, in reading order."""
        return self.ours.cards() + self.own.cards()

    def show_faces(self, faces: tuple[TemplateFace, ...]) -> None:
        """Show these templates; one with a problem is a sentence instead of a card."""
        self.ours.show_faces(tuple(face for face in faces if not face.own))
        self.own.show_faces(tuple(face for face in faces if face.own and not face.problem))
        problems = [face.problem for face in faces if face.problem]
        while len(self._broken) > len(problems):
            gone = self._broken.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._broken) < len(problems):
            from journey_editor.ui.dialogs.notice import Notice  # hardly ever

            notice = Notice(self)
            self._column.insertWidget(self._column.indexOf(self._nothing), notice)
            self._broken.append(notice)
        for notice, words in zip(self._broken, problems, strict=True):
            notice.say(words)
        folder = next((face.path.parent for face in faces if face.own and face.path is not None), None)
        self._folder.say(_shown(folder) if folder is not None else "")
        self._show_own()

    def focus_first(self) -> None:
        """Put the keyboard at the first template."""
        cards = self.cards()
        if cards:
            cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self, words: str) -> None:
        self.ours.filter(words)
        self.own.filter(words)
        self._show_own()

    def _show_own(self) -> None:
        """A group without anything takes no room."""
        self.own.setVisible(bool(self.own.cards()))
        self.ours.setVisible(bool(self.ours.cards()))
        self._own_head.setVisible(bool(self.own.cards() or self._broken))
        self._nothing.setVisible(not self.cards())


def _shown(folder: Path) -> str:
    """A folder as people write it."""
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
