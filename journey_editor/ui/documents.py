"""Projects and their files as the user meets them: new, open, save, close, and what is asked before work is lost."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from journey_editor.layout.patterns import patterns
from journey_editor.session.opening import what_is_added
from journey_editor.session.session import Session
from journey_editor.session.template_folder import template_folder
from journey_editor.storage import files
from journey_editor.storage.file_names import file_name
from journey_editor.storage.files import SUFFIX, FileProblem
from journey_editor.storage.template_files import BLANK
from journey_editor.storage.templates import from_template
from journey_editor.ui.dialogs.messages import ask_to_keep_restored, ask_to_save, say
from journey_editor.ui.keeping.guard import Guard
from journey_editor.ui.keeping.keeper import Keeper
from journey_editor.ui.mended import tell_what_was_mended
from journey_editor.ui.settings import Settings
from journey_editor.wording import language, tr


class Documents(QObject):
    """The file commands of one window. Each gives back whether it was done."""

    opened = Signal()
    saved = Signal()

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self.keeper = Keeper(session, self)
        self.guard = Guard(session, window)

    def new(self) -> bool:
        return self.from_template(BLANK)

    def from_template(self, name: str) -> bool:
        if not self.may_leave():
            return False
        head = tr("The template cannot be opened")
        return self._try(head, lambda: self._session.new(from_template(name, language(), own_folder=template_folder())))

    def choose(self) -> Path | None:
        """Let a file be chosen that is to be opened."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Open a journey map"),
            self._settings.last_folder,
            f"{tr('Journey maps')} (*{SUFFIX} *.json);;{tr('All files')} (*)",
        )
        return Path(chosen) if chosen else None

    def opening(self, path: Path) -> Generator[None, None, bool]:
        """Edit a file, in steps; on failure a dialog says why, and the open project stays."""
        if not self.may_leave():
            return False
        left = self._session.project
        try:
            loaded = yield from files.loading(path)
        except FileProblem as problem:
            say(self._window, tr("The file cannot be opened"), problem.message)
            return False
        patterns(loaded.project.language)  # takes as long as the rest of the first layout
        yield
        if self._session.project is not left and not self.may_leave():  # something was done to it meanwhile
            return False
        admitted = self.guard.admit(path)
        if not admitted:
            return False
        if admitted == "copy":
            self._session.new(loaded)
        else:
            self._session.adopt(loaded, path)
        self.keeper.recorder.left()
        yield
        self.opened.emit()
        self._remember(path)
        tell_what_was_mended(self._window, path, (*loaded.report, *what_is_added(loaded.project)))
        return True

    def restore(self, file: Path) -> bool:
        """Go on with unsaved work that an earlier run has left."""
        if not self.may_leave():
            return False
        try:
            found = self.keeper.restore(file)
        except FileProblem as problem:
            say(self._window, tr("The unsaved work cannot be restored"), problem.message)
            return False
        self.opened.emit()
        if found.typed:
            say(
                self._window,
                tr("Words of an open field"),
                tr("This was being typed when the program ended, and is in no project yet. Copy what you need of it."),
                found.typed,
            )
        return True

    def earlier_versions(self) -> bool:
        """Show the last saves; one of them can be brought back, as a step, or opened as a project of its own."""
        from journey_editor.session.data_folder import data_folder
        from journey_editor.storage.backups import backups
        from journey_editor.ui.keeping.backups_dialog import BackupsDialog

        session = self._session
        found = backups(data_folder("backups"), session.path) if session.path is not None else ()
        dialog = BackupsDialog(found, session.project, self._window)
        dialog.exec()
        loaded = dialog.loaded
        if loaded is None or not dialog.wanted:
            return False
        if dialog.wanted == "restore":
            session.bring_back(loaded)
            return True
        return self.may_leave() and self._try("", lambda: session.new(loaded))

    def save(self) -> bool:
        path = self._session.path
        return self._save_to(path) if path is not None else self.save_as()

    def look_at_file(self) -> None:
        """Somebody else has changed, moved or deleted the file: ask what is to be done, and do it."""
        seen = self.guard.look()
        if seen is None:
            return
        match self.guard.settle(seen):
            case "elsewhere":
                self.save_as(copy=True)
            case "write" if seen.what != "changed" and self._session.path is not None:
                self._write(self._session.path)

    def save_as(self, *, copy: bool = False) -> bool:
        """Ask for a name; that of a copy, so that the file of now stays as it is, if `copy`."""
        path = self._session.path
        name = path.name if path is not None else (file_name(self._session.own_title, tr("Journey map")) + SUFFIX)
        if copy and path is not None:
            name = tr("{name} (copy)", name=path.stem) + path.suffix
        folder = path.parent if path is not None else Path(self._settings.last_folder)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save the journey map"), str(folder / name), f"{tr('Journey maps')} (*{SUFFIX} *.json)"
        )
        if not chosen:
            return False
        target = Path(chosen)
        return self._save_to(target if target.suffix else target.with_suffix(SUFFIX))

    def close(self) -> None:
        """The window closes, and what was not saved was asked about."""
        self.keeper.recorder.left()
        self.guard.release()

    def may_leave(self) -> bool:
        """Ask what to do with unsaved changes, and do it; whether the project may be left now."""
        if not self._session.dirty:
            return True
        answer = ask_to_save(self._window, self._session.title)
        if answer != "discard":
            return answer == "save" and self.save()
        if not self.keeper.recorder.restored:
            return True
        kept = ask_to_keep_restored(self._window, self._session.title)
        self.keeper.recorder.given_up = kept == "delete"
        return kept != ""

    def _save_to(self, path: Path) -> bool:
        own = path == self._session.path
        match self.guard.may_save(path):
            case "write":
                return self._write(self._session.path or path if own else path)
            case "elsewhere":
                return self.save_as(copy=True)
            case "done":
                self.keeper.recorder.saved()
                self.saved.emit()
                return True
        return False

    def _write(self, path: Path) -> bool:
        self.keeper.before_save(path)
        try:
            self._session.save(path)
        except FileProblem as problem:
            say(self._window, tr("The file cannot be saved"), problem.message)
            return False
        self.keeper.after_save(path)
        self._remember(path)
        self.saved.emit()
        return True

    def _try(self, head: str, begin: Callable[[], object]) -> bool:
        try:
            begin()
        except FileProblem as problem:
            say(self._window, head, problem.message)
            return False
        self.keeper.recorder.left()
        self.opened.emit()
        return True

    def _remember(self, path: Path) -> None:
        self._settings.add_recent(path)
        self._settings.last_folder = str(path.absolute().parent)
