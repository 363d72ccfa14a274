"""What the commands of structure do: inserting beside, joining and splitting, size, colour, folding and hiding.

They work on what is selected; where a place is enough, on where the keyboard stands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, Signal

from journey_editor.canvas.view import MapView
from journey_editor.edit.steps import add_step
from journey_editor.layout import look
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards, cards_at, find_lane, find_phase
from journey_editor.model.things import find_thing
from journey_editor.session import acts, shaping, step_words
from journey_editor.session.session import Session
from journey_editor.session.writing import Cell, in_shown_language
from journey_editor.ui.actions import Actions
from journey_editor.ui.available import place_around
from journey_editor.ui.insertion import following
from journey_editor.wording import tr

_WIDER, _TALLER = 12.0, 8.0  # points for one press of a key
_LEAST = {"step": 60.0, "lane": 20.0, "head": 44.0}


class Structure(QObject):
    """The commands that change how a map is built. `try_to` does an edit and says why if it is refused."""

    made = Signal(str)  # the id of something new, to be named next

    def __init__(
        self,
        session: Session,
        view: MapView,
        place: Callable[[], str],
        try_to: Callable[[Callable[[], object]], bool],
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._place, self._try_to = session, view, place, try_to

    def connect_to(self, actions: Actions) -> None:
        """Let the commands of the registry do what they say."""
        session = self._session
        commands: dict[str, Callable[[], object]] = {
            "structure.before": lambda: self.insert(-1),
            "structure.after": lambda: self.insert(1),
            "structure.split": self.split,
            "structure.begin": lambda: self._do(lambda: shaping.begin_phase_at(session, session.selection[0])),
            "structure.join": lambda: self._do(lambda: shaping.join(session, session.selection, 1)),
            "structure.join_back": lambda: self._do(lambda: shaping.join(session, session.selection, -1)),
            "structure.fold": self.fold,
            "structure.hide": lambda: self._do(lambda: shaping.hide(session, session.selection)),
            "structure.show": lambda: self._do(lambda: shaping.show(session, shaping.hidden(session.journey))),
            "structure.wider": lambda: self.grow("x", _WIDER),
            "structure.narrower": lambda: self.grow("x", -_WIDER),
            "structure.taller": lambda: self.grow("y", _TALLER),
            "structure.lower": lambda: self.grow("y", -_TALLER),
            "structure.automatic": self.automatic,
            "edit.select_lane": lambda: self.select("lane"),
            "edit.select_phase": lambda: self.select("phase"),
        }
        for command, run in commands.items():
            actions.connect_to(command, run)

    def insert(self, side: Literal[-1, 1]) -> None:
        """A thing of the same kind beside the selected one; in a cell, a card."""
        session, journey = self._session, self._session.journey
        key = (session.selection or (self._place(),))[-1]
        here = place_around(session, self._place())
        if any(phase.id == key for phase in journey.phases):
            before = key if side < 0 else following(journey.phases, key)
            self._make(lambda: acts.add_phase_before(session, before))
        elif any(step.id == key for phase in journey.phases for step in phase.steps):
            phase = find_phase(journey, here.phase)
            before = key if side < 0 else following(phase.steps, key)
            self._make(lambda: acts.add_step_before(session, phase.id, before))
        elif here.lane and not here.step:
            lane = find_lane(journey, here.lane)
            before = key if side < 0 else following(journey.lanes, key)
            above = side > 0 and journey.band_below == key
            self._make(lambda: acts.add_lane_before(session, lane.kind, before, above))
        elif here.lane and here.step:
            stack = cards_at(find_lane(journey, here.lane), here.step)
            at = here.card if side < 0 else following(stack, here.card)
            self.write(Cell(here.lane, here.step, at or None))

    def write(self, cell: Cell) -> bool:
        """Begin a card in a cell of the map. False where there can be none."""
        return self._view.in_place.begin_card(cell)

    def split(self) -> None:
        """One more step at the end of each selected phase."""
        session = self._session
        phases = shaping.of_kind(session, session.selection, "phase")
        title = tr("New step", to=session.language)

        def edit(project: Project) -> tuple[Project, object]:
            made = ""
            for phase in phases:
                project, made = add_step(project, phase, title=title)
            return project, made

        label = tr("Split {what} into steps", what=step_words.things(session, phases))
        self._make(lambda: str(session.apply(label, in_shown_language(session, edit))))

    def fold(self) -> None:
        """Fold what is selected; unfold it if all of it is folded."""
        session = self._session
        ids = shaping.of_kind(session, session.selection, "phase", "lane")
        folded = all(
            getattr(thing.node, "collapsed", False) for key in ids if (thing := find_thing(session.project, key))
        )
        self._do(lambda: shaping.fold(session, ids, not folded))

    def paint(self, color: str) -> None:
        self._do(lambda: shaping.paint(self._session, self._session.selection, color))

    def grow(self, way: Literal["x", "y"], by: float) -> None:
        """Columns wider and lanes taller; where lanes are selected, wider is for the heads of all."""
        session, layout = self._session, self._view.map_layout
        steps = shaping.columns_of(session.journey, session.selection)
        lanes = shaping.of_kind(session, session.selection, "lane")
        if way == "x" and steps:
            now = max((column.w for column in layout.columns if column.step in steps), default=look.COLUMN)
            self._size("step", steps, now + by)
        elif way == "x" and lanes:
            self._size("head", (), layout.head + by)
        elif way == "y" and lanes:
            now = max((row.h for row in layout.rows if row.lane in lanes), default=look.ROW_LEAST)
            self._size("lane", lanes, now + by)

    def automatic(self) -> None:
        """The sizes of what is selected as they were before anybody set them; without columns, of the heads too."""
        session = self._session
        steps = shaping.columns_of(session.journey, session.selection)
        lanes = shaping.of_kind(session, session.selection, "lane")
        self._do(lambda: shaping.reset(session, steps, lanes))

    def select(self, what: Literal["lane", "phase"]) -> None:
        """All cards of the lane or phase in which the selection or the keyboard is."""
        here = place_around(self._session, self._place())
        journey = self._session.journey
        steps = {step.id for step in find_phase(journey, here.phase).steps} if here.phase else set()
        self._session.select(
            card.id
            for lane, step, card in all_cards(journey)
            if (lane.id == here.lane if what == "lane" else step in steps)
        )

    def _size(self, sized: shaping.Sized, ids: tuple[str, ...], size: float) -> None:
        size = max(size, _LEAST[sized])
        self._do(lambda: shaping.resize(self._session, sized, ids, size, merge=True))

    def _do(self, edit: Callable[[], object]) -> None:
        self._try_to(edit)

    def _make(self, edit: Callable[[], str]) -> None:
        def make() -> None:
            made = edit()
            self._session.select((made,))
            self.made.emit(made)

        self._try_to(make)
