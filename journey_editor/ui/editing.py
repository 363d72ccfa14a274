"""What the edit, insert and map commands do to the session. A refused edit is told in a dialog and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from journey_editor.canvas.deleting import remove
from journey_editor.canvas.parts import Part
from journey_editor.edit.change import EditError
from journey_editor.edit.maps import add_map
from journey_editor.edit.nudging import Way
from journey_editor.edit.pasting import Place
from journey_editor.edit.phases import add_phase
from journey_editor.model.columns import Phase
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from journey_editor.model.things import find_thing
from journey_editor.session import acts, clipboard
from journey_editor.session.names import field_of
from journey_editor.session.session import Session
from journey_editor.session.writing import in_shown_language
from journey_editor.ui.clipboard import Arrival, on_clipboard, put_on_clipboard
from journey_editor.ui.dialogs.messages import confirm, say
from journey_editor.ui.insertion import insert
from journey_editor.ui.personas.asking import may_delete
from journey_editor.wording import tr, trn

#: Deleting a phase, lane or map with so many cards is asked about first; undo brings all back all the same.
_ASK_FROM = 10


class Editing(QObject):
    """The commands that change the project. `place` says where the keyboard is if nothing is selected."""

    made = Signal(str)  # the id of something new, to be named next
    emptied = Signal(str)  # the cell from which cards were cut, as "LANE/STEP"
    arrived = Signal(str)  # the first of what was pasted or dropped

    def __init__(self, session: Session, place: Callable[[], str], window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._place = place
        self._window = window

    def try_to(self, edit: Callable[[], object]) -> bool:
        """Do an edit; say why if it is refused."""
        try:
            edit()
        except EditError as error:
            say(self._window, tr("This cannot be done"), str(error))
            return False
        return True

    def insert(self, part: Part) -> None:
        """Put a part next to the selection, and go on to name it."""
        key = self._place()
        selection = self._session.selection or ((key,) if key else ())

        def edit() -> None:
            made = insert(self._session, selection, part)
            self._session.select((made,))
            self.made.emit(made)

        self.try_to(edit)

    def undo(self) -> None:
        self._session.undo()

    def redo(self) -> None:
        self._session.redo()

    def delete(self) -> None:
        ids = self._session.selection
        if not ids or not self._may_delete(ids):
            return
        self.try_to(lambda: remove(self._session, ids))

    def _may_delete(self, ids: tuple[str, ...]) -> bool:
        if not all(may_delete(self._window, self._session, key) for key in ids if self._is_persona(key)):
            return False
        held = sum(self._held(key) for key in ids)
        if held < _ASK_FROM:
            return True
        return confirm(
            self._window,
            trn("Delete with {n} card?", "Delete with {n} cards?", held),
            tr("Undo brings everything back."),
            tr("Delete"),
        )

    def _is_persona(self, key: str) -> bool:
        return any(persona.id == key for persona in self._session.project.personas)

    def _held(self, key: str) -> int:
        """How many cards would go along with a phase, lane or map."""
        thing = find_thing(self._session.project, key)
        if thing is None or thing.journey is None or thing.kind not in ("phase", "lane", "map"):
            return 0
        steps = {step.id for step in thing.node.steps} if isinstance(thing.node, Phase) else set()
        return sum(
            1 for lane, step, _ in all_cards(thing.journey) if thing.kind == "map" or lane.id == key or step in steps
        )

    def duplicate(self) -> None:
        self.try_to(lambda: clipboard.duplicated(self._session, self._session.selection))

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        self.try_to(lambda: put_on_clipboard(clipboard.copied(self._session, self._session.selection)))

    def copy_as_text(self) -> None:
        """Put the words of what is selected on the clipboard, to be read elsewhere."""
        self.try_to(lambda: put_on_clipboard(clipboard.copied_as_text(self._session, self._session.selection)))

    def copy_as_picture(self) -> None:
        """Put a picture of what is selected on the clipboard, or of the whole map."""
        from journey_editor.ui.copied_picture import copied_picture  # brings the writer of SVG along

        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            put_on_clipboard(copied_picture(self._session))
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._session.told.emit(tr("A picture is on the clipboard."))

    def cut(self) -> None:
        ids = self._session.selection
        cell = clipboard.cell_of(self._session.journey, ids)
        if self.try_to(lambda: put_on_clipboard(clipboard.cut(self._session, ids))) and cell:
            self.emptied.emit(cell)

    def paste(self) -> None:
        """Put what is on the clipboard where the selection is, or the keyboard."""
        key = self._place()
        chosen = self._session.selection or ((key,) if key else ())
        place = clipboard.where(self._session.journey, chosen)
        self.try_to(lambda: self._put(Arrival(on_clipboard()), place))

    def drop(self, mime: QMimeData, lane: str, step: str, before: str, card: str) -> None:
        """Put what was dropped on the map in its place: as soon as the program that it came from is free again."""
        place = Place(self._session.map_id, lane, step, before, card)
        arrived: list[Arrival] = []
        if self.try_to(lambda: arrived.append(Arrival(mime))):
            QTimer.singleShot(0, self, partial(self.try_to, lambda: self._put(arrived[0], place)))

    def _put(self, arrival: Arrival, place: Place) -> None:
        if arrival.put(self._session, place, self._window) and self._session.selection:
            self.arrived.emit(self._session.selection[0])

    def select_all(self) -> None:
        self._session.select(card.id for _, _, card in all_cards(self._session.journey))

    def move(self, way: Way) -> None:
        self.try_to(lambda: acts.nudge(self._session, self._session.selection, way))

    def move_up(self) -> None:
        self.move("up")

    def move_down(self) -> None:
        self.move("down")

    def move_left(self) -> None:
        self.move("left")

    def move_right(self) -> None:
        self.move("right")

    def rename(self, key: str, words: str) -> None:
        """Give a thing another name, in the language that the map is shown in."""
        field = field_of(self._session, key)
        if field is not None:
            self.try_to(lambda: acts.write(self._session, key, field, words))

    def add_map(self) -> None:
        """Another map with three phases to begin with, and go to it."""
        language = self._session.language

        def edit(project: Project) -> tuple[Project, object]:
            project, made = add_map(project, tr("New map", to=language))
            for n in (1, 2, 3):
                project, _ = add_phase(project, made, title=tr("Phase {n}", to=language, n=n))
            return project, made

        made = self._session.apply(tr("Added a map"), in_shown_language(self._session, edit))
        self._session.go_to_map(str(made))
        self._session.select((str(made),))

    def delete_map(self) -> None:
        map_id = self._session.map_id
        if self._may_delete((map_id,)):
            self.try_to(lambda: remove(self._session, (map_id,)))

    def map_properties(self) -> None:
        self._session.select((self._session.map_id,))
