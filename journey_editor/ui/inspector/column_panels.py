"""Phases and steps: the columns of the map."""

from __future__ import annotations

from journey_editor.edit.remove import delete
from journey_editor.edit.steps import add_step, move_step
from journey_editor.model.project import Project
from journey_editor.model.queries import text_in
from journey_editor.session import step_words
from journey_editor.wording import tr

from .arrange import arrange
from .attributes import Own, Words
from .field import Complaint
from .form import Form, Group
from .item_rows import Cell, Item
from .items import ItemList
from .scope import Scope
from .touchpoint_panel import one
from .words import phase_slots


class Steps(ItemList):
    """The steps of a phase; a row leads to the step, the cross takes it away with its cards."""

    moves = True

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope, opens=False, add=tr("Add step"), removes=True)
        self._complaint = Complaint()
        self.column.addWidget(self._complaint)

    def items(self) -> list[Item]:
        scope = self.scope
        found = []
        for n, step in enumerate(scope.node.steps, start=1):
            title = text_in(scope.project, scope.language, step.id, "title", step.title)
            words = title or tr("Step {n}", n=n)
            found.append(Item(step.id, (Cell(words),), words, mark="columns-2"))
        return found

    def go(self, key: str) -> None:
        self.scope.session.select([key])

    def removed(self, key: str) -> None:
        label = step_words.deleted(self.scope.session, (key,))
        self._complaint.say(self.scope.change(label, lambda project: delete(project, (key,)), about=False))

    def moved(self, key: str, by: int) -> str:
        phase = self.scope.node
        order = [step.id for step in phase.steps]
        place = order.index(key) + (2 if by > 0 else -1)
        before = order[place] if place < len(order) else None
        label = tr("{part} moved", part=tr("Step"))
        self._complaint.say(self.scope.change(label, lambda project: move_step(project, key, phase.id, before)))
        return key

    def added(self) -> str:
        phase = self.scope.ids[0]

        def edit(project: Project) -> Project:
            return add_step(project, phase)[0]

        self._complaint.say(self.scope.change(step_words.added_step(self.scope.session, phase), edit, about=False))
        return ""

    def refresh(self, anew: bool = False) -> None:
        super().refresh(anew)
        if anew:
            self._complaint.say("")


def _phase(form: Form) -> None:
    form.line(tr("Title"), Words("title"), when=one)
    form.text(tr("Goal"), Words("goal"), when=one)
    form.text(tr("Description"), Words("description"), when=one)
    form.colour(tr("Colour"), Own("color"), phase_slots(), tr("automatic"))


def shown(form: Form) -> None:
    """Folded and hidden, as phases and lanes can be."""
    collapsed(form)
    hidden(form)


def collapsed(form: Form) -> None:
    form.check(tr("Folded"), Own("collapsed"), tr("only the head is shown"))


def hidden(form: Form) -> None:
    form.check(tr("Hidden"), Own("hidden"), tr("not on the map"))


def _step(form: Form) -> None:
    form.line(tr("Title"), Words("title"), when=one)
    form.number(tr("Width"), Own("width"), none=0, least=0, most=14400, unit="pt", example=tr("automatic"))


_PHASE = Group("phase.general", lambda: tr("General"), _phase)
_SHOWN = Group("column.shown", lambda: tr("Display"), shown)
_STEP = Group("step.general", lambda: tr("General"), _step)
_ARRANGE = Group("several.arrange", lambda: tr("Arrange"), arrange)

PHASE = (_PHASE, Group("phase.steps", lambda: tr("Steps"), lambda form: form.section(Steps(form.scope))), _SHOWN)
PHASES = (_PHASE, _SHOWN, _ARRANGE)
STEP = (_STEP,)
STEPS = (_STEP, _ARRANGE)
