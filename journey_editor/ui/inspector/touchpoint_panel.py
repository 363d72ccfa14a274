"""All attributes of a touchpoint; for several at once, those that can be common."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from journey_editor.model.project import Persona
from journey_editor.model.queries import map_personas
from journey_editor.wording import tr

from .arrange import arrange
from .attributes import Feeling, Own, WordList, Words
from .channel_field import ChannelField
from .connections import Counterparts, Paths
from .field import plain_label
from .form import Form, Group, Section
from .images import Images
from .links import Links
from .metrics import Metrics
from .scope import Scope
from .several_kinds import SeveralImages, SeveralLinks, SeveralMetrics, SeveralTags
from .words import evidences, flow_roles, mark_slots, modes, persona_name, statuses


def one(scope: Scope) -> bool:
    """Whether a single thing is shown."""
    return len(scope.ids) == 1


class PerPersona(Section):
    """The same fields for each persona of the map."""

    def __init__(self, scope: Scope, fill: Callable[[Form, Persona, str], None], none: str = "") -> None:
        super().__init__()
        self._scope, self._fill = scope, fill
        self._personas: tuple[tuple[str, str], ...] | None = None
        self._form: Form | None = None
        self._none = plain_label(none, "caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._none)

    def refresh(self, anew: bool = False) -> None:
        people = map_personas(self._scope.project, self._scope.journey)
        named = tuple((persona.id, persona_name(self._scope, persona)) for persona in people)
        if named != self._personas:
            self._personas = named
            if self._form is not None:
                self._form.hide()
                self._form.deleteLater()
            self._form = Form(self._scope)
            for persona, (_, name) in zip(people, named, strict=True):
                self._fill(self._form, persona, name)
            self._column.addWidget(self._form)
            self._form.show()
            self._none.setVisible(not named and bool(self._none.text()))
            self.setVisible(bool(named) or bool(self._none.text()))
            anew = True
        if self._form is not None:
            self._form.refresh(anew)


def _general(form: Form) -> None:
    form.line(tr("Title"), Words("title"), when=one)
    form.text(tr("Description"), Words("description"), when=one)
    form.add(ChannelField(form.scope, tr("Channel")))
    form.segments(tr("Status"), Own("status"), statuses())
    form.choice(tr("Mode"), Own("mode"), lambda: modes(tr("as the channel")))
    form.check(tr("Optional"), Own("optional"), tr("not every customer"))


def _questions(form: Form) -> None:
    form.line(tr("Where?"), Words("where"))
    form.line(tr("Which media?"), Words("medium"))
    form.text(tr("Which content?"), Words("content"))


def evidence(form: Form) -> None:
    form.choice(tr("Evidence"), Own("evidence"), evidences)
    form.line(tr("Source"), Words("source"))


def _effect(form: Form) -> None:
    form.line(tr("Call to action"), Words("call_to_action"), mark="arrow-right")
    form.section(
        PerPersona(
            form.scope,
            lambda rows, persona, name: _no_result(rows.emotion(name, Feeling(persona.id, "value"))),
            tr("Emotions belong to a persona; the map has none yet."),
        )
    )
    form.check(tr("Moment of truth"), Own("moment_of_truth"), tr("helps to decide"), mark="star")


def _experience(form: Form) -> None:
    form.text(tr("Expectation"), Words("expectation"))
    form.text(tr("Experience"), Words("experience"))

    def rows(form: Form, persona: Persona, name: str) -> None:
        form.emotion(tr("{name} expected", name=name), Feeling(persona.id, "expected"))
        form.line(tr("{name}, label", name=name), Feeling(persona.id, "label"))

    form.section(PerPersona(form.scope, rows))


def _organisation(form: Form) -> None:
    _work(form)
    form.lines(tr("Tags"), WordList("tags"))


def _work(form: Form) -> None:
    form.line(tr("Owner"), Words("owner"))
    form.line(tr("Actor"), Words("actor"))
    form.line(tr("Device"), Words("device"))
    form.line(tr("Duration"), Words("duration"))
    form.choice(tr("Role in a flow"), Own("flow_role"), flow_roles)


def _colour(form: Form) -> None:
    form.colour(tr("Colour"), Own("color"), mark_slots(), tr("as the channel"))


def _no_result(_field: object) -> None:
    """For rows that are said inside an expression."""


GENERAL = Group("touchpoint.general", lambda: tr("General"), _general)
QUESTIONS = Group("touchpoint.questions", lambda: tr("The three questions"), _questions)
EVIDENCE = Group("touchpoint.evidence", lambda: tr("Evidence"), evidence)
EFFECT = Group("touchpoint.effect", lambda: tr("Effect"), _effect)
EXPERIENCE = Group("touchpoint.experience", lambda: tr("Expectation and experience"), _experience, folded=True)
ORGANISATION = Group("touchpoint.organisation", lambda: tr("Organisation"), _organisation, folded=True)
WORK = Group("touchpoint.organisation", lambda: tr("Organisation"), _work, folded=True)
COLOUR = Group("touchpoint.colour", lambda: tr("Colour"), _colour, folded=True)

TAGS_OF_SEVERAL = Group("several.tags", lambda: tr("Tags"), lambda form: form.section(SeveralTags(form.scope)))
LINKS_OF_SEVERAL = Group(
    "several.links", lambda: tr("Links"), lambda form: form.section(SeveralLinks(form.scope)), folded=True
)

TOUCHPOINT = (
    GENERAL,
    QUESTIONS,
    EVIDENCE,
    EFFECT,
    Group("touchpoint.metrics", lambda: tr("Metrics"), lambda form: form.section(Metrics(form.scope))),
    Group("touchpoint.counterparts", lambda: tr("Counterpart"), lambda form: form.section(Counterparts(form.scope))),
    Group("touchpoint.paths", lambda: tr("Paths"), lambda form: form.section(Paths(form.scope))),
    EXPERIENCE,
    ORGANISATION,
    Group("links", lambda: tr("Links"), lambda form: form.section(Links(form.scope)), folded=True),
    Group("touchpoint.images", lambda: tr("Images"), lambda form: form.section(Images(form.scope)), folded=True),
    COLOUR,
)

TOUCHPOINTS = (
    GENERAL,
    EVIDENCE,
    EFFECT,
    Group("several.arrange", lambda: tr("Arrange"), arrange),
    Group("several.paths", lambda: tr("Paths at these cards"), lambda form: form.section(Paths(form.scope, add=False))),
    TAGS_OF_SEVERAL,
    QUESTIONS,
    Group("several.metrics", lambda: tr("Metrics"), lambda form: form.section(SeveralMetrics(form.scope)), folded=True),
    EXPERIENCE,
    WORK,
    LINKS_OF_SEVERAL,
    Group("several.images", lambda: tr("Images"), lambda form: form.section(SeveralImages(form.scope)), folded=True),
    COLOUR,
)
