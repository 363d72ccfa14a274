"""Nobody's change is overwritten: who has the file open, what became of it on the disk, and what is to be done."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QDateTime, QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from journey_editor.session.session import Session
from journey_editor.storage import files, locks
from journey_editor.storage.codec import Loaded
from journey_editor.storage.files import FileProblem
from journey_editor.storage.marks import Seen, look_at
from journey_editor.ui.dialogs.messages import Answer, Message, say
from journey_editor.wording import tr

Admitted = Literal["edit", "read", "copy", ""]
#: What a save may do: write here, write elsewhere, nothing more because all is done, or nothing (cancelled).
Leave = Literal["write", "elsewhere", "done", ""]

_MOST_LINES = 300


class Guard(QObject):
    """Of one window. `changed` tells that the file is not what it was; "" that all is well again."""

    changed = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._lock: locks.Lock | None = None
        self._path: Path | None = None
        self._told: Seen | None = None
        session.file_changed.connect(self.follow)
        window.installEventFilter(self)
        self.follow()

    @property
    def read_only(self) -> bool:
        """Whether the file is only looked at."""
        return self._session.reading is not None and self._session.reading == self._session.path

    # Who has it open

    def admit(self, path: Path) -> Admitted:
        """Take the lock of a file that is about to be opened, or ask what to do without it."""
        if path == self._path and self._lock is not None:
            return "edit"
        found = locks.take(path)
        if isinstance(found, locks.Lock):
            self._hold(found, path)
            self._session.reading = None
            return "edit"
        message = Message(
            self._window,
            tr("“{file}” is open elsewhere", file=path.name),
            _who(found)
            + "\n\n"
            + tr("Read-only: look at it, and save under another name.")
            + "\n"
            + tr("Take over: work on it all the same."),
            [
                Answer("cancel", tr("Cancel")),
                Answer("force", tr("Take over"), kind="danger"),
                Answer("copy", tr("Open a copy")),
                Answer("read", tr("Read-only"), default=True, kind="filled"),
            ],
            icon_name="users",
        )
        message.exec()
        match message.answer:
            case "force":
                taken = locks.take(path, by_force=True)
                if isinstance(taken, locks.Lock):
                    self._hold(taken, path)
                self._session.reading = None
                return "edit"
            case "read":
                self._session.reading = path
                return "read"
            case "copy":
                return "copy"
        return ""

    def follow(self) -> None:
        """The project has another file, or none: let go of the one before."""
        path = self._session.path
        if path == self._path:
            return
        self.release()
        if path is not None and not self.read_only:
            found = locks.take(path)
            if isinstance(found, locks.Lock):
                self._hold(found, path)

    def release(self) -> None:
        """Let go of the file."""
        if self._lock is not None:
            self._lock.release()
        self._lock = self._path = None
        self._tell(None)

    def _hold(self, lock: locks.Lock, path: Path) -> None:
        if self._lock is not None:
            self._lock.release()
        self._lock, self._path = lock, path

    # What became of it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().eventFilter(watched, event)

    def look(self) -> Seen | None:
        """What became of the file; None if there is none, or nothing happened."""
        path, mark = self._session.path, self._session.mark
        seen = look_at(path, mark) if path is not None and mark is not None else None
        if seen is not None and seen.what == "same":
            seen = None
        self._tell(seen)
        return seen

    def _tell(self, seen: Seen | None) -> None:
        if seen != self._told:
            self._told = seen
            self.changed.emit("" if seen is None else _said(seen, self._session.title))

    def may_save(self, path: Path) -> Leave:
        """Whether the project may be written into this file; asks if that would overwrite somebody else's work."""
        if path != self._session.path:
            return "write" if self._may_replace(path) else ""
        if self.read_only:
            self._session.told.emit(tr("Somebody else has this file open: save under another name."))
            return "elsewhere"
        unlocked = self._lock is None or self._lock.lost
        if unlocked and not self._may_replace(path):
            return ""
        seen = self.look()
        return "write" if seen is None else self.settle(seen)

    def _may_replace(self, path: Path) -> bool:
        """Another file is to be written: that its name is taken was asked by the dialog, not that it is open."""
        holder = locks.holder_of(path)
        if holder is None:
            return True
        message = Message(
            self._window,
            tr("“{file}” is open elsewhere", file=path.name),
            _who(holder),
            [Answer("cancel", tr("Cancel"), default=True), Answer("go", tr("Replace"), kind="danger")],
            icon_name="users",
        )
        message.exec()
        return message.answer == "go"

    def settle(self, seen: Seen) -> Leave:
        """Ask what is to become of a file that somebody else has changed, moved or deleted, and do it."""
        return self._settle_changed(seen.path) if seen.what == "changed" else self._settle_gone(seen)

    def _settle_gone(self, seen: Seen) -> Leave:
        moved = seen.what == "moved"
        again = tr("Save here again")
        answers = [Answer("cancel", tr("Cancel")), Answer("elsewhere", tr("Save as ..."))]
        if moved:
            answers += [Answer("again", again), Answer("follow", tr("Go on with the new name"), True, "filled")]
        else:
            answers.append(Answer("again", again, True, "filled"))
        message = Message(self._window, tr("The file is gone"), _said(seen, self._session.title), answers)
        message.exec()
        match message.answer:
            case "follow":
                self._session.moved(seen.path)
                return self.may_save(seen.path)  # somebody may have it open under its new name
            case "again":
                return "write"
            case "elsewhere":
                return "elsewhere"
        return ""

    def _settle_changed(self, path: Path) -> Leave:
        session = self._session
        try:
            theirs = files.load(path)
        except FileProblem as problem:
            head = tr("Somebody has changed the file, and it cannot be read")
            say(self._window, head, problem.message + "\n\n" + tr("Save your work under another name."))
            return "elsewhere"
        same = theirs.project.id == session.saved.id
        words = tr("Since you have opened or saved it, somebody else has written into it.")
        if session.dirty:
            joins = tr("Merge joins both; Reload takes over the file, which you can undo.")
            other = tr("It is another project now. Reload takes it over, which you can undo.")
            words += " " + (joins if same else other)
        copy, reload = tr("Keep mine as a copy ..."), tr("Reload")
        answers = [Answer("cancel", tr("Cancel"))]
        if not session.dirty:
            answers += [Answer("copy", copy), Answer("reload", reload, default=True, kind="filled")]
        elif same:
            merged = Answer("merge", tr("Merge"), default=True, kind="filled")
            answers += [Answer("copy", copy), Answer("reload", reload), merged]
        else:  # another project: nothing to merge, and work that is in no file
            answers += [Answer("reload", reload), Answer("copy", copy, default=True, kind="filled")]
        message = Message(
            self._window,
            tr("“{file}” was changed meanwhile", file=path.name),
            words,
            answers,
            details=self._difference(theirs),
        )
        message.exec()
        match message.answer:
            case "copy":
                return "elsewhere"
            case "reload":
                session.join(theirs, theirs.project, tr("Reloaded from the file"))
                self.look()
                return "done"
            case "merge":
                return self._merge(theirs)
        return ""

    def _merge(self, theirs: Loaded) -> Leave:
        from journey_editor.edit.merging.merge import merge

        session = self._session
        merged = merge(session.saved, session.project, theirs.project)
        if merged.conflicts:
            from .merge_dialog import MergeDialog

            dialog = MergeDialog(session.project, theirs.project, merged.conflicts, self._window)
            if not dialog.exec():
                return ""
            merged = merge(session.saved, session.project, theirs.project, dialog.choices)
        session.join(theirs, merged.project, tr("Merged with the file"))
        self.look()
        return "write"

    def _difference(self, theirs: Loaded) -> str:
        from journey_editor.layout.project_difference_words import difference_lines
        from journey_editor.model.project_comparing import compare_projects

        found = compare_projects(self._session.saved, theirs.project)
        return "\n".join(islice(difference_lines(found), _MOST_LINES))


def _who(holder: locks.Holder) -> str:
    from journey_editor.ui.recent_list import words_for

    if not holder.user and not holder.host:
        return tr("Somebody has it open, or had it open when the computer failed. The lock does not say who.")
    try:
        moment = QDateTime.fromSecsSinceEpoch(int(datetime.fromisoformat(holder.since).timestamp()))
        when = words_for(moment, QDateTime.currentDateTime())
    except (ValueError, OverflowError, OSError):
        when = "?"
    return tr("{user} on {host} has had it open since: {when}", user=holder.user, host=holder.host, when=when)


def _said(seen: Seen, title: str) -> str:
    match seen.what:
        case "moved":
            return tr("“{file}” is called “{name}” now.", file=title, name=seen.path.name)
        case "gone":
            return tr("“{file}” was deleted or moved.", file=title)
        case _:
            return tr("Somebody else has changed “{file}”.", file=title)
