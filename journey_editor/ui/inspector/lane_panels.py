"""Lanes: what all of them have, and what each kind has of its own."""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.edit.curves import add_point, delete_point
from journey_editor.edit.matrix import set_mark
from journey_editor.model.project import Project
from journey_editor.model.queries import find_channel, find_persona, steps, text_in
from journey_editor.wording import tr

from .arrange import arrange
from .attributes import Own, Words
from .buttons import Buttons, plain_button
from .choice_fields import ChoiceField, Option
from .column_panels import shown
from .figures import number_text
from .form import Form, Group
from .icon_field import IconField
from .item_rows import Cell, Item
from .items import ItemList
from .mark_attribute import OfMark
from .people_panels import ChannelBoxes, PersonaBoxes
from .scope import Scope
from .touchpoint_panel import one
from .words import (
    channel_name,
    channels,
    joined,
    mark_slots,
    modes,
    note_tones,
    persona_name,
    point_sources,
    separator_lines,
)


def step_options(scope: Scope) -> list[Option]:
    """All steps of the map, each with its phase."""
    return [Option(step.id, step_word(scope, step.id)) for step in steps(scope.journey)]


def step_word(scope: Scope, step_id: str) -> str:
    """Phase and step in words; a step without a name goes by its number, where the phase has several."""
    for phase in scope.journey.phases:
        for n, step in enumerate(phase.steps, start=1):
            if step.id == step_id:
                first = text_in(scope.project, scope.language, phase.id, "title", phase.title) or tr("(no title)")
                title = text_in(scope.project, scope.language, step.id, "title", step.title)
                return joined((first, title or (tr("Step {n}", n=n) if len(phase.steps) > 1 else "")))
    return tr("(no title)")


def _general(form: Form) -> None:
    form.line(tr("Title"), Words("title"), when=one)
    form.text(tr("Description"), Words("description"), when=one)
    form.choice(tr("Mode"), Own("mode"), lambda: modes(tr("not said")))
    form.add(IconField(form.scope, Own("icon"), tr("Icon"), tr("automatic")))
    form.colour(tr("Colour"), Own("color"), mark_slots(), tr("automatic"))
    form.number(tr("Height"), Own("height"), none=0, least=0, most=14400, unit="pt", example=tr("automatic"))


def _notes(form: Form) -> None:
    form.choice(tr("Tone"), Own("tone"), note_tones)
    form.remark(tr("The tone of notes that are added to this lane."))


def _curve(form: Form) -> None:
    form.choice(tr("Points"), Own("points_from"), point_sources)
    form.check(tr("Expectation"), Own("expectation"), tr("show as a second line"))


def _separator(form: Form) -> None:
    form.choice(tr("Line"), Own("line"), separator_lines)


class Points(ItemList):
    """The points of the curve that were drawn by hand."""

    deletes = True

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope, opens=True, add=tr("Add point"), none=tr("None drawn by hand."))

    def items(self) -> list[Item]:
        found = []
        for point in self.scope.node.points:
            persona = find_persona(self.scope.project, point.persona)
            name = persona_name(self.scope, persona) if persona else ""
            value = number_text(point.value, sign=True)
            where = step_word(self.scope, point.step)
            cells = (Cell(where), Cell(value, 36, right=True))
            found.append(Item(point.id, cells, joined((where, name, value)), mark="activity", under=name))
        return found

    def scope_of(self, key: str) -> Scope:
        return self.scope.about(lambda: (key,))

    def fill(self, form: Form, key: str) -> None:
        point_fields(form)
        removes = plain_button(tr("Delete point"), "trash-2", danger=True)
        form.section(Buttons((removes, lambda: self.take_away(key))))

    def removed(self, key: str) -> None:
        self.scope.change(tr("Deleted a point"), lambda now: delete_point(now, key))

    def added(self) -> str:
        scope, lane = self.scope, self.scope.ids[0]
        first_step = next(steps(scope.journey), None)
        shown_here = scope.node.personas or scope.journey.personas or tuple(who.id for who in scope.project.personas)
        if first_step is None or not shown_here:
            return ""
        made: list[str] = []

        def edit(project: Project) -> Project:
            project, point = add_point(project, lane, first_step.id, shown_here[0])
            made.append(point)
            return project

        scope.change(tr("Added a point"), edit)
        return made[0] if made else ""

    def refresh(self, anew: bool = False) -> None:
        super().refresh(anew)
        if self.add_button is not None:
            self.add_button.setEnabled(bool(self.scope.project.personas and self.scope.journey.phases))


def _personas(scope: Scope) -> list[Option]:
    return [Option(persona.id, persona_name(scope, persona), "user") for persona in scope.project.personas]


class Marks(ItemList):
    """The marks of a channel matrix that were set by hand."""

    deletes = True

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope, opens=True, add=tr("Add mark"), none=tr("None set by hand."))
        self.part = tr("Mark")

    def items(self) -> list[Item]:
        found = []
        for n, mark in enumerate(self.scope.node.marks):
            channel = find_channel(self.scope.project, mark.channel)
            name = channel_name(self.scope.language, self.scope.project, channel) if channel else ""
            where = step_word(self.scope, mark.step)
            weight = "●" * mark.importance
            says = joined((name, where, tr("importance {n}", n=mark.importance)))
            found.append(Item(str(n), (Cell(name), Cell(weight, 40, right=True)), says, under=where))
        return found

    def fill(self, form: Form, key: str) -> None:
        place = int(key)
        form.add(ChoiceField(self.scope, OfMark(place, "channel"), tr("Channel"), self._channels))
        form.add(ChoiceField(self.scope, OfMark(place, "step"), tr("Step"), lambda: step_options(self.scope)))
        form.segments(tr("Importance"), OfMark(place, "importance"), [Option(n, str(n)) for n in (1, 2, 3)])
        removes = plain_button(tr("Delete mark"), "trash-2", danger=True)
        form.section(Buttons((removes, lambda: self.take_away(key))))

    def _channels(self) -> list[Option]:
        return [option for option in channels(self.scope) if option.value]

    def removed(self, key: str) -> None:
        lane, mark = self.scope.ids[0], self.scope.node.marks[int(key)]
        self.scope.change(tr("Deleted a mark"), lambda now: set_mark(now, lane, mark.channel, mark.step, 0))

    def _free(self) -> tuple[str, str] | None:
        """The first channel and step without a mark."""
        taken = {(mark.channel, mark.step) for mark in self.scope.node.marks}
        for channel in self.scope.node.channels or tuple(channel.id for channel in self.scope.project.channels):
            for step in steps(self.scope.journey):
                if (channel, step.id) not in taken:
                    return channel, step.id
        return None

    def added(self) -> str:
        free, lane = self._free(), self.scope.ids[0]
        if free is None:
            return ""
        self.scope.change(tr("Added a mark"), lambda now: set_mark(now, lane, free[0], free[1], 1))
        return str(len(self.scope.node.marks) - 1)

    def refresh(self, anew: bool = False) -> None:
        super().refresh(anew)
        if self.add_button is not None:
            self.add_button.setEnabled(self._free() is not None)


GENERAL = Group("lane.general", lambda: tr("General"), _general)
SHOWN = Group("lane.shown", lambda: tr("Display"), shown)

_OF_KIND: dict[str, tuple[Group, ...]] = {
    "notes": (Group("lane.notes", lambda: tr("New notes"), _notes),),
    "emotion": (
        Group("lane.curve", lambda: tr("Curve"), _curve),
        Group("lane.personas", lambda: tr("Personas"), lambda form: form.section(PersonaBoxes(form.scope, add=False))),
        Group("lane.points", lambda: tr("Points by hand"), lambda form: form.section(Points(form.scope)), folded=True),
    ),
    "channels": (
        Group("lane.channels", lambda: tr("Channels"), lambda form: form.section(ChannelBoxes(form.scope))),
        Group("lane.marks", lambda: tr("Marks by hand"), lambda form: form.section(Marks(form.scope))),
    ),
    "separator": (Group("lane.separator", lambda: tr("Separator line"), _separator),),
}


def lane_groups(kind: str) -> tuple[Group, ...]:
    """The panel of a lane of a kind."""
    return (GENERAL, *_OF_KIND.get(kind, ()), SHOWN)


_OF_SEVERAL: dict[str, tuple[Group, ...]] = {
    "notes": _OF_KIND["notes"],
    "emotion": _OF_KIND["emotion"][:1],
    "separator": _OF_KIND["separator"],
}


def lanes_groups(kinds: Sequence[str]) -> tuple[Group, ...]:
    """The panel of several lanes of these kinds; what is of a kind is shown if all are of it."""
    own = _OF_SEVERAL.get(kinds[0], ()) if len(kinds) == 1 else ()
    return (GENERAL, *own, SHOWN, Group("several.arrange", lambda: tr("Arrange"), arrange))


def point_fields(form: Form) -> None:
    """All of a point drawn by hand. `Position` runs from 0 to 1 across the step."""
    form.choice(tr("Persona"), Own("persona"), lambda: _personas(form.scope))
    form.choice(tr("Step"), Own("step"), lambda: step_options(form.scope))
    form.number(tr("Position"), Own("position"), least=0, most=1)
    form.emotion(tr("Value"), Own("value"))
    form.line(tr("Label"), Words("label"), when=one)


POINT = (Group("point", lambda: tr("Point"), point_fields), Group("several.arrange", lambda: tr("Arrange"), arrange))
