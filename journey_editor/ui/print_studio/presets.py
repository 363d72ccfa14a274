"""The head of the side: the presets, and what is done to those of the project, each as one step that can be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from journey_editor.edit.change import EditError
from journey_editor.edit.presets import delete_preset, keep_preset, rename_preset
from journey_editor.session.session import Edit, Session
from journey_editor.ui.dialogs.messages import say
from journey_editor.ui.icons import dress
from journey_editor.ui.print_studio.choices import Choices
from journey_editor.ui.print_studio.preset_list import PresetList
from journey_editor.ui.print_studio.preset_words import faces, fresh_name
from journey_editor.ui.words import label
from journey_editor.wording import tr


class Presets(QWidget):
    """Chooses whole setups."""

    def __init__(self, session: Session, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._choices = session, choices
        self._begun = choices.setup  # to come back to, when one has looked at others
        self._steps = 0  # made here, and so to be undone from here
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        head = QWidget(self)
        head.setFixedHeight(40)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 12, 0)
        row.addWidget(label(tr("Presets"), "strong"))
        row.addStretch(1)
        self.save_button = QToolButton(head)
        self.save_button.setProperty("kind", "link")
        dress(self.save_button, tr("Save as preset"), "plus", "accent")
        self.save_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.save_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.save_button.setToolTip(tr("Keep the present choices in the project, for all its maps"))
        self.save_button.clicked.connect(self.save)
        row.addWidget(self.save_button)
        column.addWidget(head)
        self.list = PresetList(self)
        column.addWidget(self.list)
        self.list.chosen.connect(choices.put)
        # The row's field is still open when it tells: the list changes once it has closed.
        self.list.renamed.connect(self._rename, Qt.ConnectionType.QueuedConnection)
        self.list.replace_wanted.connect(self._replace)
        self.list.delete_wanted.connect(self._delete)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.list)
        undo.setContext(Qt.ShortcutContext.WidgetShortcut)
        undo.activated.connect(self.undo)
        choices.changed.connect(self.follow)
        session.project_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the presets as they are now."""
        shown = faces(self._session.project, self._begun)
        self.list.show_faces(shown, self._choices.setup)
        own = [face.page for face in shown if face.own]
        self.save_button.setEnabled(self._choices.setup not in own)

    def save(self) -> None:
        """Keep the present choices under a name of their own, which can be typed at once."""
        setup = self._choices.setup
        name = fresh_name(self._session.project, setup)
        if self._do(tr("Saved a preset"), lambda project: keep_preset(project, name, setup)):
            self.list.edit_name(name)

    def _rename(self, old: str, new: str) -> None:
        self._do(tr("Renamed a preset"), lambda project: rename_preset(project, old, new))

    def _replace(self, name: str) -> None:
        setup = self._choices.setup
        self._do(tr("Replaced a preset"), lambda project: keep_preset(project, name, setup))

    def _delete(self, name: str) -> None:
        self._do(tr("Deleted a preset"), lambda project: delete_preset(project, name))

    def undo(self) -> None:
        """Take back the last that was done to a preset here, no more."""
        if self._steps:
            self._steps -= 1
            self._session.undo()

    def _do(self, words: str, edit: Edit) -> bool:
        before = self._session.project
        try:
            self._session.apply(words, edit)
        except EditError as problem:
            say(self.window(), tr("This cannot be done"), str(problem))
            return False
        self._steps += self._session.project is not before
        return True
