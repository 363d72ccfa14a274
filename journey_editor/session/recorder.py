"""Keeps what is not saved yet where a crash cannot reach it: what is done is on the disk within a second.

It looks twice a second whether anything is new, which costs nothing, and leaves the writing to a thread. So it needs no
word from anybody who edits, and misses no field in which somebody is typing.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from journey_editor.model.project import Project
from journey_editor.storage.recovery import folder as folders
from journey_editor.storage.recovery.journal import Head
from journey_editor.storage.recovery.writer import State, Writer

from . import rescue
from .data_folder import data_folder
from .session import Session

EVERY_MS = 500


def recovery_folder() -> Path:
    return data_folder("recovery")


class Recorder(QObject):
    """One for each session. `typed` tells what stands in a field that is not in any project yet."""

    failed = Signal(str)  # unsaved work cannot be kept, and why; said once until it can again

    def __init__(
        self, session: Session, folder: Path, parent: QObject | None = None, *, typed: Callable[[], str] | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._typed = typed or (lambda: "")
        self._writer = Writer(folder)
        self._base: Project = session.saved
        self._kept: Project | None = session.saved  # None after a failure, so that the next look tries again
        self._kept_typed = ""
        self._kept_for = session.path
        self._handed = False  # something was handed over since the last save, be it on the disk yet or not
        self._follows: Path | None = None
        #: Whether what was restored is not wanted any more: it goes when the project is left.
        self.given_up = False
        self._said = ""
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        weakref.finalize(self, self._writer.stop)
        self._no_more_rescue = rescue.on_fault(self.keep_now)

    @property
    def file(self) -> Path | None:
        """Where the unsaved work is, if there is any."""
        return self._writer.file

    def look(self) -> None:
        """Hand over what is new since the last look."""
        session = self._session
        if session.saved is not self._base:
            self._begin_anew()
        if self._writer.problem:
            self._kept = None
        now, typed = session.typing or session.project, self._typed()
        elsewhere = session.path != self._kept_for and self._handed
        if now is not self._kept or typed != self._kept_typed or elsewhere:
            self._kept, self._kept_typed, self._kept_for = now, typed, session.path
            path = "" if session.path is None else str(session.path.absolute())
            mark = "" if session.mark is None else session.mark.sha256
            follows = "" if self._follows is None else self._follows.name
            head = Head(path, mark, session.title, follows)
            self._handed = True
            self._writer.keep(State(self._base, now, session.images, typed, head))
        if self._writer.problem != self._said:
            self._said = self._writer.problem
            if self._said:
                self.failed.emit(self._said)

    @property
    def restored(self) -> bool:
        """Whether the session holds what was restored and is in no file yet."""
        return self._follows is not None

    def go_on_from(self, file: Path) -> None:
        """The session holds what was restored out of a file. It goes with the next real save, or when the user says so
        (`given_up`), not before."""
        self._begin_anew()
        if self.given_up and self._follows not in (None, file):
            folders.remove(self._follows)
        self._follows, self.given_up = file, False

    def saved(self) -> None:
        """All is in the project's file: nothing has to be kept any more."""
        self._begin_anew()
        if self._follows is not None:
            folders.remove(self._follows)
            self._follows = None

    def left(self) -> None:
        """The project is closed, or another one opened, and the user was asked about what was not saved. What was
        restored stays until it is saved somewhere, or given up."""
        self._begin_anew()
        if self._follows is not None and self.given_up:
            folders.remove(self._follows)
        self._follows, self.given_up = None, False

    def keep_now(self) -> bool:
        """Keep what is there at once, and wait until it is on the disk; False if that cannot be."""
        self.look()
        return self._writer.wait() and not self._writer.problem

    def end(self) -> None:
        """The program ends; what is kept stays, if nobody has said `saved` or `left`."""
        self._no_more_rescue()
        self._timer.stop()
        self._writer.end()

    def _begin_anew(self) -> None:
        self._base = self._kept = self._session.saved
        self._kept_typed, self._kept_for, self._handed = "", self._session.path, False
        self._writer.drop()
