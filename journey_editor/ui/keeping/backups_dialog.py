"""The last saves of a file, to look at and to bring back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Literal

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from journey_editor.layout.project_difference_words import difference_lines, in_short
from journey_editor.model.project import Project
from journey_editor.model.project_comparing import compare_projects
from journey_editor.storage import files
from journey_editor.storage.backups import Backup
from journey_editor.storage.codec import Loaded
from journey_editor.storage.problem import FileProblem
from journey_editor.ui.recent_list import words_for
from journey_editor.ui.words import breakable
from journey_editor.wording import language, tr

from .state_dialog import MOST_LINES, PICTURE, StateDialog


class BackupsDialog(StateDialog):
    """`wanted` is what is to be done with `loaded`, the chosen version; "" if nothing is."""

    def __init__(self, found: Sequence[Backup], now: Project, parent: QWidget) -> None:
        super().__init__(
            tr("Earlier versions"), tr("Earlier versions"), tr("What it has otherwise than the project now"), parent
        )
        self.wanted: Literal["", "copy", "restore"] = ""
        self.loaded: Loaded | None = None
        self._found, self._now = found, now
        self.copy, self.close_, self.restore = self.add_buttons(tr("Open a copy"), tr("Close"), tr("Restore"))
        self.copy.clicked.connect(lambda: self._take("copy"))
        self.restore.clicked.connect(lambda: self._take("restore"))
        locale, today = QLocale(language()), QDateTime.currentDateTime()
        self.fill(
            [
                (
                    words_for(QDateTime.fromSecsSinceEpoch(int(one.when.timestamp())), today),
                    locale.formattedDataSize(one.size),
                )
                for one in found
            ]
        )

    def show_chosen(self) -> None:
        at = self.list.currentRow()
        self.loaded = None
        self.preview.clear()
        self.show_picture(None)
        if not 0 <= at < len(self._found):
            self.about.setText(tr("Each save is kept here from now on."))
        else:
            self.about.setText(breakable(tr("They lie in {folder}", folder=self._found[at].file.parent)))
            try:
                self.loaded = files.load(self._found[at].file)
            except FileProblem as problem:
                self.preview.setPlainText(problem.message)
        if self.loaded is not None:
            found = compare_projects(self._now, self.loaded.project)
            lines = islice(difference_lines(found), MOST_LINES)
            head = tr("Compared with now: {count}", count=in_short(found)) if found.differs else in_short(found)
            self.preview.setPlainText("\n".join([head, "", *lines]) if found.differs else head)
            self.show_picture(_picture(self.loaded, self.devicePixelRatioF()))
        self.copy.setEnabled(self.loaded is not None)
        self.restore.setEnabled(self.loaded is not None and self.loaded.project != self._now)

    def _take(self, wanted: Literal["copy", "restore"]) -> None:
        self.wanted = wanted
        self.accept()


def _picture(loaded: Loaded, ratio: float) -> QImage | None:
    """The first map in small."""
    from journey_editor.canvas.images import Images
    from journey_editor.canvas.png import thumbnail
    from journey_editor.layout.compose import Layouter

    project = loaded.project
    if not project.maps:
        return None
    drawn = Layouter().layout(project, project.maps[0].id, title=False)
    return thumbnail(drawn, PICTURE * ratio, images=Images(lambda: loaded.images))
