"""Keeps the work of a window: unsaved edits on the disk while they are made, and nothing once they are saved."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from journey_editor.session.data_folder import data_folder
from journey_editor.session.recorder import Recorder, recovery_folder
from journey_editor.session.session import Session
from journey_editor.storage import backups
from journey_editor.storage.marks import FileMark
from journey_editor.storage.recovery import folder
from journey_editor.storage.recovery.journal import Recovered, read
from journey_editor.wording import tr

from .typed import typed_words


class Keeper(QObject):
    """One for each window; what it records with belongs to the session, which outlives a window in another language."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        known = session.findChild(Recorder)
        self.recorder = known or Recorder(session, recovery_folder(), session, typed=typed_words)
        self.recorder.failed.connect(self._tell)
        application = QApplication.instance()
        if known is None and application is not None:
            application.aboutToQuit.connect(self.recorder.end)

    def restore(self, file: Path) -> Recovered:
        """Put unsaved work into the session, as a step that can be undone. Raises FileProblem.

        The try is counted beforehand: a file that ends the program is not opened a third time by itself.
        """
        folder.try_begins(file)
        found = read(file)
        path = Path(found.head.path) if found.head.path else None
        mark = FileMark(0, 0, 0, 0, found.head.sha256) if path is not None and found.head.sha256 else None
        self._session.restore(found.base, found.now, path, mark)
        self.recorder.go_on_from(file)
        return found

    def before_save(self, path: Path) -> None:
        """Keep what is about to be overwritten, if it is not kept yet."""
        with contextlib.suppress(OSError):  # saving goes before
            backups.keep_what_is_there(data_folder("backups"), path)

    def after_save(self, path: Path) -> None:
        """All is in the file: nothing unsaved has to be kept, and the save is a backup from now on."""
        self.recorder.saved()
        try:
            backups.keep(data_folder("backups"), path, path.read_bytes(), datetime.now(UTC))
        except OSError as error:
            self._session.told.emit(
                tr("Saved, but no backup could be made ({reason}).", reason=error.strerror or type(error).__name__)
            )

    def _tell(self, why: str) -> None:
        self._session.told.emit(tr("Unsaved work cannot be kept ({reason}). Save often.", reason=why))
