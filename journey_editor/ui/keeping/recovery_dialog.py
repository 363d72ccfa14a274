"""Unsaved work to choose from, with what differs from the last save, before anything of it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journey_editor.layout.project_difference_words import difference_lines, in_short
from journey_editor.model.project_comparing import compare_projects
from journey_editor.storage.problem import FileProblem
from journey_editor.storage.recovery import folder
from journey_editor.storage.recovery.folder import Found
from journey_editor.storage.recovery.journal import read
from journey_editor.ui.dialogs.messages import confirm
from journey_editor.ui.recent_list import words_for
from journey_editor.ui.words import breakable
from journey_editor.wording import tr

from .state_dialog import MOST_LINES, StateDialog


class RecoveryDialog(StateDialog):
    """`wanted` is what is to be restored, or None."""

    def __init__(self, found: Sequence[Found], first: Path | None, parent: QWidget) -> None:
        super().__init__(tr("Restore unsaved work"), tr("Unsaved work"), tr("What differs from the last save"), parent)
        self.wanted: Found | None = None
        self._found = list(found)
        self.delete, self.later, self.restore = self.add_buttons(tr("Delete ..."), tr("Later"), tr("Restore"))
        self.delete.clicked.connect(self._delete)
        self.restore.clicked.connect(self._restore)
        files = [one.file for one in self._found]
        self._fill(files.index(first) if first in files else 0)

    def _fill(self, at: int) -> None:
        now = QDateTime.currentDateTime()
        self.fill(
            [
                (one.head.title or tr("Untitled"), words_for(QDateTime.fromSecsSinceEpoch(int(one.when)), now))
                for one in self._found
            ],
            at,
        )

    def _chosen(self) -> Found | None:
        at = self.list.currentRow()
        return self._found[at] if 0 <= at < len(self._found) else None

    def show_chosen(self) -> None:
        one = self._chosen()
        self.delete.setEnabled(one is not None)
        self.restore.setEnabled(False)
        self.preview.clear()
        if one is None:
            self.about.setText(tr("There is no unsaved work."))
            return
        where = one.head.path or tr("It was never saved in a file.")
        if one.given_up:
            where += "\n" + tr("It could not be opened twice. It is kept in {file}", file=one.file)
        self.about.setText(breakable(where))
        folder.try_begins(one.file)  # should even looking at it end the program
        try:
            recovered = read(one.file)
        except FileProblem as problem:
            self.preview.setPlainText(problem.message)
            return
        found = compare_projects(recovered.base.project, recovered.now.project)
        lines = [*islice(difference_lines(found), MOST_LINES)]
        if recovered.typed:
            lines += ["", tr("In an open field: {text}", text=recovered.typed)]
        if not recovered.whole:
            lines.insert(0, tr("The end of the file is damaged: the last changes are missing.") + "\n")
        self.preview.setPlainText("\n".join([in_short(found), "", *lines]))
        folder.try_did_not_count(one.file)
        self.restore.setEnabled(True)

    def _restore(self) -> None:
        self.wanted = self._chosen()
        self.accept()

    def _delete(self) -> None:
        one = self._chosen()
        if one is None or not confirm(
            self,
            tr("Delete the unsaved work on “{title}”?", title=one.head.title or tr("Untitled")),
            tr("This cannot be undone. The file of the project stays as it was saved."),
            tr("Delete"),
            for_good=True,
        ):
            return
        folder.remove(one.file)
        self._found.remove(one)
        self._fill(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._delete()
            return
        super().keyPressEvent(event)
