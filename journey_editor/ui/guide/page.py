"""The guided start in the window: one question of the guide after the other, then the map is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journey_editor.model import guide
from journey_editor.model.cards import Touchpoint
from journey_editor.model.channel_library import KnownChannel
from journey_editor.model.guide import Screen
from journey_editor.model.ids import random_id
from journey_editor.model.project import Channel
from journey_editor.model.queries import find_card, touchpoints
from journey_editor.model.workshop import shown_phases
from journey_editor.session import guide as acts
from journey_editor.session.names import name_of, text_of
from journey_editor.session.session import Session
from journey_editor.ui.interview.asked import Asked, Option, Part, Row
from journey_editor.ui.interview.hints import Hint
from journey_editor.ui.interview.page import InterviewPage
from journey_editor.ui.workshop.facts import curve_of
from journey_editor.ui.workshop.words import feelings, nearest_feeling
from journey_editor.wording import tr, trn

from . import words
from .facts import known_so_far


class GuidePage(InterviewPage):
    """`at` is the question of now; None is the end, where the map is there."""

    workshop_wanted = Signal()
    export_wanted = Signal()

    scale = 0.8  # it is read at the desk
    shares = (0.4, 0.58)

    #: A guide is taken up again where the project has no answer yet, and has no time of its own.
    standing = None
    time = None

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.at: Screen | None = guide.first_open(session.project, session.journey)
        self._fresh = random_id("pe")
        self._made: dict[int, Screen | None] = {}  # at which question the steps of the history were made
        self._offered: dict[str, tuple[Channel, KnownChannel | None]] = {}
        self._depth = len(session.history.past)
        super().__init__(session, tr("Guided start"), parent)
        self.rows.written = self._row_written
        self.checks.ticked.connect(self._ticked)
        if self.at is not None and self.at.step in ("walk", "refine"):
            self._before_walk()
        self.show_question()

    # The question of now

    def asked(self) -> Asked:
        at, session = self.at, self.session
        if at is None:
            return self._end()
        persona = guide.persona_of(session.project, session.journey)
        number = guide.STEPS.index(at.step) + 1
        where = tr("Step {n} of {all}: {name}", n=number, all=len(guide.STEPS), name=words.step_name(at.step))
        if at.phase:
            where = f"{where} · {name_of(session, at.phase)}"
        question = words.question(
            at,
            persona=text_of(session, persona.id, "name") if persona is not None else "",
            phase=name_of(session, at.phase) if at.phase else "",
            card=name_of(session, at.card) if at.card else "",
        )
        known = known_so_far(session, at)
        said = Asked(where, question, words.more(at), example=words.example(at), facts=known)
        match at.topic:
            case "title" | "goal" | "persona" | "role":
                return replace(said, value=acts.said(session, at), several_lines=at.topic in ("goal", "role"))
            case "channels":
                return self._channels(said)
            case "way" | "feeling":
                return self._choice(said, at)
            case _:
                return self._list(said, at)

    def _list(self, said: Asked, at: Screen) -> Asked:
        session = self.session
        persona = guide.persona_of(session.project, session.journey)
        rows: tuple[Row, ...] = ()
        offers: tuple[str, ...] = ()
        if at.topic in ("wishes", "troubles") and persona is not None:
            field = _FIELD[at.topic]
            items = getattr(persona, field)
            rows = tuple(Row(str(n), text_of(session, persona.id, f"{field}.{n}")) for n in range(len(items)))
        elif at.topic == "phases":
            rows = tuple(Row(phase.id, text_of(session, phase.id, "title")) for phase in shown_phases(session.journey))
            offers = () if rows else (", ".join(acts.usual_phases(session)),)
        elif at.topic == "touchpoints":
            rows = tuple(Row(key, title) for key, title in acts.named_touchpoints(session, at.phase))
        elif at.topic == "pains":
            pains = guide.pains_in(session.journey, at.phase)
            rows = tuple(Row(key, text_of(session, key, "text")) for key in pains)
        return replace(said, kind="rows", rows=rows, offers=offers)

    def _channels(self, said: Asked) -> Asked:
        own = {channel.id for channel in self.session.project.channels}
        for channel in self.session.project.channels:
            self._offered.setdefault(channel.id, (channel, None))
        if len(self._offered) == len(own):  # what the library has is offered in an order that stays while one ticks
            self._offered |= {channel.id: (channel, known) for channel, known in acts.library(self.session)}
        options = tuple(
            Option(key, text_of(self.session, key, "name") or channel.name, "", channel.icon, channel.color)
            for key, (channel, _) in self._offered.items()
        )
        return replace(said, kind="checks", options=options, checked=tuple(own))

    def _choice(self, said: Asked, at: Screen) -> Asked:
        session = self.session
        card = find_card(session.journey, at.card)
        if at.topic == "way":
            options = tuple(
                Option(channel.id, text_of(session, channel.id, "name"), "", channel.icon)
                for channel in session.project.channels
            )
            value = card.channel if isinstance(card, Touchpoint) else ""
            return replace(said, kind="choice", options=options, value=value)
        persona = guide.persona_of(session.project, session.journey)
        felt = guide.felt(card, persona) if isinstance(card, Touchpoint) and persona is not None else None
        return replace(said, kind="choice", options=feelings(), value=nearest_feeling(felt), upright=False)

    def _end(self) -> Asked:
        journey = self.session.journey
        count = sum(1 for _ in touchpoints(journey))
        options = (
            Option("workshop", tr("Go on in a workshop, with a group"), icon="presentation"),
            Option("map", tr("Go on with the map"), icon="map"),
            Option("export", tr("Print or save as PDF"), icon="printer"),
        )
        return Asked(
            where=tr("Guided start"),
            question=tr("Your map is there"),
            help=tr("It is the first version, not the last. Ask real customers, and change what they tell you."),
            kind="choice",
            options=options,
            value=self.choices.value if self.choices.value in ("workshop", "map", "export") else "map",
            facts=(
                (tr("Phases"), trn("{n} phase", "{n} phases", len(journey.phases))),
                (tr("Touchpoints"), trn("{n} touchpoint", "{n} touchpoints", count)),
                (tr("Pain points"), trn("{n} note", "{n} notes", self._pains())),
            ),
        )

    def _pains(self) -> int:
        journey = self.session.journey
        return sum(len(guide.pains_in(journey, phase.id)) for phase in journey.phases)

    def parts(self) -> tuple[tuple[Part, ...], str]:
        project, journey = self.session.project, self.session.journey
        asked = guide.screens(project, journey)
        made = []
        for step in guide.STEPS:
            of_step = [screen for screen in asked if screen.step == step]
            done = bool(of_step) and all(guide.answered(project, journey, screen) for screen in of_step)
            made.append(Part(step, words.step_name(step), done=done))
        return tuple(made), self.at.step if self.at is not None else ""

    def key_hints(self) -> tuple[Hint, ...]:
        found = [Hint(tr("Enter"), tr("Go on"), self.go_forward)]
        if self.at is not None:
            back = "←" if self.at.topic == "feeling" else "↑"
            if self.at.topic != "way":
                found.append(Hint(back, tr("Back"), self.go_back))
            found.append(Hint(tr("PgUp/PgDn"), tr("Step"), lambda: self.go_by_part(1)))
        found.append(Hint("F5", tr("Map whole or near"), self.wall.toggle_whole))
        found.append(Hint("F11", tr("Full screen"), self.full_screen_wanted.emit))
        found.append(Hint(tr("Esc"), tr("Leave; it can go on later"), self._leave))
        return tuple(found)

    def pointed(self) -> str:
        at = self.at
        if at is None:
            return ""
        return at.card or at.phase

    def looked_at(self) -> str:
        return curve_of(self.session) if self.at is not None and self.at.topic == "feeling" else ""

    # Answers

    def typed(self, text: str) -> None:
        if self.at is None or self.building:
            return
        answer = acts.in_words(self.session, self.at, text, self._fresh)
        self.show_what_if(answer[1] if answer is not None else None)

    def commit(self) -> None:
        at = self.at
        if at is None or self.building:
            return
        if self.field.isVisibleTo(self):
            answer = acts.in_words(self.session, at, self.field.toPlainText(), self._fresh)
            if answer is not None:
                self._do(lambda: self.session.apply(*answer))
                self._fresh = random_id("pe")
                self.field.document().setModified(False)
        elif self.rows.isVisibleTo(self):
            self.rows.commit()

    def _do(self, act: Callable[[], object]) -> None:
        before = len(self.session.history.past)
        self.own(act)
        self._depth = len(self.session.history.past)
        for n in range(before, self._depth):
            self._made[n] = self.at
        self.wall.preview(None)

    def _row_written(self, key: str, text: str) -> str:
        at, session = self.at, self.session
        if at is None:
            return key
        made = [key]

        def write() -> None:
            if at.topic in ("wishes", "troubles"):
                made[0] = acts.write_item(session, _FIELD[at.topic], key, text)
            elif at.topic == "phases":
                made[0] = acts.write_phase(session, key, text)
            elif at.topic == "touchpoints":
                made[0] = acts.write_touchpoint(session, at.phase, key, text)
            elif at.topic == "pains":
                made[0] = acts.write_pain(session, at.phase, key, text)

        self._do(write)
        return made[0]

    def _ticked(self, channel_id: str, on: bool) -> None:
        channel, known = self._offered[channel_id]
        if on:
            self._do(lambda: acts.add_channel(self.session, channel, known))
        else:
            self._do(lambda: acts.drop_channel(self.session, channel_id))

    def chosen(self, value: str) -> None:
        at = self.at
        if at is None or self.building:
            return
        if at.topic == "way":
            self._do(lambda: acts.set_way(self.session, at.card, value))
        elif at.topic == "feeling":
            self._do(lambda: acts.set_feeling(self.session, at.card, float(value)))

    def take_offer(self, at: int) -> None:
        if self.at is not None and self.at.topic == "phases" and at == 0:
            self._do(lambda: acts.add_usual_phases(self.session))
            self.show_question()

    # Going on

    def go_forward(self) -> None:
        if self.at is None:
            self._finish(self.choices.value)
            return
        self.commit()
        self._leave_list()
        if self.at.topic == "phases":
            self._before_walk()
        self._go(guide.forward(self.session.project, self.session.journey, self.at))

    def go_back(self) -> None:
        self.commit()
        if self.at is None:
            self._go(guide.screens(self.session.project, self.session.journey)[-1])
            return
        self._leave_list()
        there = guide.back(self.session.project, self.session.journey, self.at)
        if there is not None:
            self._go(there)

    def go_by_part(self, by: int) -> None:
        now = guide.STEPS.index(self.at.step) if self.at is not None else len(guide.STEPS)
        if 0 <= now + by < len(guide.STEPS):
            self.go_to_part(guide.STEPS[now + by])
        elif by > 0 and self.at is not None:
            self.commit()
            self._go(None)

    def go_to_part(self, key: str) -> None:
        self.commit()
        self._leave_list()
        step = next(step for step in guide.STEPS if step == key)
        if step == "refine":
            self._before_walk()
        try:
            self._go(guide.entry(self.session.project, self.session.journey, step))
        except ValueError:  # nothing to refine before there is a touchpoint
            self._go(guide.entry(self.session.project, self.session.journey, "walk"))

    def go_to_thing(self, thing: str, step: str) -> None:
        """A click on a touchpoint asks how it feels, one in a phase what there is in it."""
        self.commit()
        asked = guide.screens(self.session.project, self.session.journey)
        phase = next(
            (phase.id for phase in self.session.journey.phases if any(one.id == step for one in phase.steps)), ""
        )
        wanted = [screen for screen in asked if thing and screen.card == thing and screen.topic == "feeling"]
        wanted += [screen for screen in asked if phase and screen.phase == phase and screen.topic == "touchpoints"]
        if wanted:
            self._go(wanted[0])

    def _before_walk(self) -> None:
        """There is something to walk along."""
        self._do(lambda: acts.begin_walk(self.session))

    def _leave_list(self) -> None:
        if self.at is not None and self.at.topic in ("wishes", "troubles"):
            field = _FIELD[self.at.topic]
            self._do(lambda: acts.drop_empty(self.session, field))

    def _go(self, there: Screen | None) -> None:
        self.at = there
        self._fresh = random_id("pe")
        self.show_question()

    def _finish(self, what: str) -> None:
        if what == "workshop":
            self.workshop_wanted.emit()
        elif what == "export":
            self.export_wanted.emit()
        else:
            self.leave_wanted.emit()

    def _leave(self) -> None:
        self.commit()
        self.leave_wanted.emit()

    def changed_elsewhere(self) -> None:
        depth = len(self.session.history.past)
        step = depth if depth < self._depth else depth - 1
        if depth != self._depth and self._made.get(step) is not None:
            self.at = self._made[step]
        self._depth = depth
        if self.at is not None:
            self.at = guide.settled(self.session.project, self.session.journey, self.at)
        self.show_question()


_FIELD: dict[str, acts.Listed] = {"wishes": "goals", "troubles": "frustrations"}
