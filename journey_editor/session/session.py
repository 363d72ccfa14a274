"""The session: the one place where the project of a window changes, and where all who show it hear of that."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from journey_editor.edit.history import History, Selection
from journey_editor.model.assets import AssetRef
from journey_editor.model.filtering import NO_FILTER
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import find_map
from journey_editor.model.things import find_thing
from journey_editor.model.translating import Texts
from journey_editor.session.filtering import Filtering
from journey_editor.session.opening import blank, with_a_map
from journey_editor.session.selecting import map_to_show, pruned
from journey_editor.storage import files
from journey_editor.storage.codec import Loaded
from journey_editor.storage.files import FileProblem
from journey_editor.storage.marks import FileMark, look_at, mark_file, sum_of
from journey_editor.storage.problem import problem
from journey_editor.wording import tr

Edit = Callable[[Project], Project | tuple[Project, object]]

#: Typing goes into one undo step until it pauses for so long.
PAUSE_MS = 1000


class Session(QObject):
    """A project being edited. All state is changed before the first signal goes out; signals carry nothing, whoever
    hears one reads what it needs."""

    project_changed = Signal()
    selection_changed = Signal()
    map_changed = Signal()
    file_changed = Signal()  # path, dirty or title
    language_changed = Signal()
    told = Signal(str)  # what was just done, where that is not plain to see

    def __init__(self, parent: QObject | None = None, *, now: Callable[[], datetime] | None = None) -> None:
        super().__init__(parent)
        self._now = now or (lambda: datetime.now(UTC))
        self._history = History(blank())
        self._saved = self._history.present
        self._map_id = self._saved.maps[0].id
        self._selection: Selection = ()
        self._language = ""
        self._path: Path | None = None
        self._mark: FileMark | None = None
        #: What the project would be with the text of an open field, which is not kept until that is left.
        self.typing: Project | None = None
        #: A file that is only looked at, since somebody else has it open: it is saved under another name.
        self.reading: Path | None = None
        self.images: dict[str, bytes] = {}
        self.filtering = Filtering(self)
        self.texts = Texts()  # as they are in all languages
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.close_merge)

    # What there is

    @property
    def project(self) -> Project:
        return self._history.present

    @property
    def history(self) -> History:
        return self._history

    @property
    def map_id(self) -> str:
        """The map that is shown."""
        return self._map_id

    @property
    def journey(self) -> JourneyMap:
        """The map that is shown, as it is now."""
        return find_map(self.project, self._map_id)

    @property
    def selection(self) -> Selection:
        """The ids of what is selected, in the order they were."""
        return self._selection

    @property
    def language(self) -> str:
        """The language in which content is shown and edited."""
        return self._language or self.project.language

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the content has: the project's own, then those it is translated into."""
        return (self.project.language, *self.project.translations)

    @property
    def path(self) -> Path | None:
        return self._path

    @property
    def saved(self) -> Project:
        """The project as it is in the file, or as it began."""
        return self._saved

    @property
    def mark(self) -> FileMark | None:
        """What the file was when it was last read or written here."""
        return self._mark

    @property
    def dirty(self) -> bool:
        """Whether there is anything to save."""
        return self.project is not self._saved

    @property
    def title(self) -> str:
        """What the project is called in the window: by its file, else by its title, else by its first map."""
        return self._path.name if self._path else self.own_title or tr("Untitled")

    @property
    def own_title(self) -> str:
        """The project's title, or that of its first map that has one; "" if there is none."""
        titles = (self.project.title, *(journey.title for journey in self.project.maps))
        return next(filter(None, titles), "")

    @property
    def window_title(self) -> str:
        """For QWidget.setWindowTitle, with the place of the mark for unsaved changes."""
        read_only = self._path is not None and self._path == self.reading
        shown = tr("{title} (read-only)", title=self.title) if read_only else self.title
        return f"{shown}[*] – Journey Editor"

    # Editing

    def apply(
        self,
        label: str,
        edit: Edit,
        *,
        select: Iterable[str] | None = None,
        merge: Hashable | None = None,
        pausing: bool = True,
    ) -> object:
        """Do an edit as one undo step, and give back what it made (the second part of its result, or None).

        `select` is what is selected afterwards; by default what was, or what the edit made if that is one or several
        things. Edits of the same `merge` key join one step until `close_merge`, another edit, or, if `pausing`, a
        pause. An edit that changes nothing makes no step. Raises EditError; then nothing has changed.
        """
        result = edit(self.project)
        project, made = result if isinstance(result, tuple) else (result, None)
        if select is not None:
            wanted: Selection = tuple(select)
        else:
            wanted = _things_made(project, made) or self._selection
        selection = pruned(project, wanted)
        history = self._history.push(project, label, self._selection, selection, merge=merge, when=self._now())
        self._adopt(history, selection, self._map_id)
        if merge is not None:
            if pausing:
                self._pause.start()
            else:
                self._pause.stop()
        return made

    def close_merge(self) -> None:
        """What is typed from now on is a step of its own."""
        self._pause.stop()
        self._history = self._history.close()

    def keep_image(self, image: AssetRef, data: bytes) -> None:
        """Keep the bytes of an image that an edit is about to use."""
        self.images[image.sha256] = data

    # Selection, map, language

    def select(self, ids: Iterable[str]) -> None:
        """Select these things; ids of nothing are left out."""
        selection = pruned(self.project, tuple(dict.fromkeys(ids)))
        if selection != self._selection:
            self.close_merge()
            self._selection = selection
            self.selection_changed.emit()

    def go_to_map(self, map_id: str) -> None:
        """Show another map, with nothing selected. Raises KeyError if there is none."""
        find_map(self.project, map_id)
        if map_id != self._map_id:
            self.close_merge()
            self._adopt(self._history, (), map_id)

    def set_language(self, language: str) -> None:
        """Show and edit the content in this language; "" is the project's own."""
        before = self.language
        self._language = "" if language == self.project.language else language
        if self.language != before:
            self.close_merge()
            self.language_changed.emit()

    # Undo

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo

    @property
    def undo_label(self) -> str:
        return self._history.undo_label

    @property
    def redo_label(self) -> str:
        return self._history.redo_label

    def undo(self) -> None:
        """Take the last step back, select what was selected before it, and show the map where it happened."""
        if self.can_undo:
            self._go(self._history.undo(), self._history.past[-1].before)

    def redo(self) -> None:
        if self.can_redo:
            self._go(self._history.redo(), self._history.future[0].after)

    def go_to_step(self, done: int) -> None:
        """Undo or redo up to the state with so many steps done, at once. Raises IndexError if there are not so many."""
        now, there = len(self._history.past), self._history.at(done)
        if done < now:
            self._go(there, self._history.past[done].before)
        elif done > now:
            self._go(there, self._history.future[done - now - 1].after)

    @property
    def saved_step(self) -> int | None:
        """How many steps were done when the file was saved or opened; None if that state is gone from the history."""
        return next((n for n, state in enumerate(self._history.states()) if state is self._saved), None)

    def _go(self, history: History, selection: Selection) -> None:
        self._pause.stop()
        shown = pruned(history.present, selection)
        self._adopt(history, shown, map_to_show(history.present, shown, self._map_id))

    # Files

    def new(self, loaded: Loaded) -> None:
        """Begin with a project that has no file yet, such as one made from a template."""
        self._begin(loaded, None)

    def open(self, path: Path) -> Loaded:
        """Edit a file from now on. Raises storage's FileProblem; then the open project stays as it was."""
        loaded = files.load(path)
        self._begin(loaded, path)
        return loaded

    def adopt(self, loaded: Loaded, path: Path) -> None:
        """Edit what was read from a file from now on."""
        self._begin(loaded, path)

    def restore(self, base: Loaded, now: Loaded, path: Path | None, mark: FileMark | None) -> None:
        """Go on with work that was not saved: `base` is what the file held then, which undo leads back to. `mark` is
        what the file was when it held that."""
        self._begin(base._replace(mark=mark), path)
        self.images |= now.images
        self.apply(tr("Unsaved work restored"), lambda _: with_a_map(now.project), select=())

    def join(self, theirs: Loaded, project: Project, label: str) -> None:
        """Take over, as one step, what the file holds by now: the project becomes `project`, which has it in it."""
        self.images = {**theirs.images, **self.images}
        if project == self.project:
            self._history = self._history.with_present(project)
        else:
            self.apply(label, lambda _: project)
        self._saved, self._mark = theirs.project, theirs.mark
        self.file_changed.emit()

    def bring_back(self, earlier: Loaded) -> None:
        """The project as it was in an earlier version of the file, as one step."""
        self.images = {**earlier.images, **self.images}
        self.apply(tr("Earlier version restored"), lambda _: with_a_map(earlier.project), select=())

    def moved(self, path: Path) -> None:
        """The file lies elsewhere now."""
        self._path = path
        self.file_changed.emit()

    def save(self, path: Path | None = None) -> Path:
        """Write the project to its file, or to another one that becomes its file.

        Raises FileProblem, with nothing changed; ValueError if there is no path yet.
        """
        target = path or self._path
        if target is None:
            raise ValueError("the project has no file yet")
        self.close_merge()
        project = self.project
        if self.dirty:
            project = project.evolve(modified=self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
        data = files.written(target, project, self.images)
        try:
            files.write_atomically(target, data, last_look=lambda: self._refuse_to_overwrite(target))
        except FileProblem:
            if target == self._path and sum_of(target) == sha256(data).hexdigest():  # it was the last step that failed
                self._mark = mark_file(target, data)
            raise
        self._mark = mark_file(target, data)
        before = self._file_state()
        changed = project is not self.project
        self._history = self._history.with_present(project)
        self._saved = project
        self._path = target
        if changed:
            self.project_changed.emit()
        if self._file_state() != before:
            self.file_changed.emit()
        return target

    def _refuse_to_overwrite(self, target: Path) -> None:
        """Who saves has looked before; this is for what came in between. Raises FileProblem."""
        if target == self._path and self._mark is not None and look_at(target, self._mark).what == "changed":
            what = tr("Somebody else has just changed the file. Save again, to choose what is to become of it.")
            raise problem(str(target), what)

    def save_as(self, path: Path) -> Path:
        return self.save(path)

    # Inside

    def _begin(self, loaded: Loaded, path: Path | None) -> None:
        project = with_a_map(loaded.project)
        self._pause.stop()
        self.images = dict(loaded.images)
        self._history = History(project)
        self._saved = project
        self._path = path
        self._mark = loaded.mark if path is not None else None
        self.typing = None
        self._map_id = project.maps[0].id
        self._selection = ()
        self._language = ""
        self.filtering.want(NO_FILTER)
        for signal in (
            self.project_changed,
            self.map_changed,
            self.selection_changed,
            self.language_changed,
            self.file_changed,
        ):
            signal.emit()

    def _adopt(self, history: History, selection: Selection, map_id: str) -> None:
        """Take over a new state and tell of what is different."""
        project, language, offered = self.project, self.language, self.languages
        self.typing = None
        file, map_before, selected = self._file_state(), self._map_id, self._selection
        maps_before = project.maps
        self._history = history
        self._selection = selection
        if all(journey.id != map_id for journey in self.project.maps):
            at = next((i for i, journey in enumerate(maps_before) if journey.id == map_id), 0)
            map_id = self.project.maps[min(at, len(self.project.maps) - 1)].id
        self._map_id = map_id
        if self._language in offered and self._language not in self.languages:
            self._language = ""  # it was taken away or is called otherwise, perhaps by undoing that it was added
        if self.project is not project:
            self.project_changed.emit()
        if map_id != map_before:
            self.map_changed.emit()
        if selection != selected:
            self.selection_changed.emit()
        if self.language != language:
            self.language_changed.emit()
        if self._file_state() != file:
            self.file_changed.emit()

    def _file_state(self) -> tuple[Path | None, bool, str]:
        return self._path, self.dirty, self.title


def _things_made(project: Project, made: object) -> Selection:
    """The ids in an edit's result, if it is one id or several."""
    ids = (made,) if isinstance(made, str) else made
    if not isinstance(ids, tuple):
        return ()
    return tuple(key for key in ids if isinstance(key, str) and find_thing(project, key) is not None)
