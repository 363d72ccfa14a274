"""The workshop on the wall: asks, shows the answers on the map at once, and keeps nothing of its own.

Where one stands is a `Position` of the map (model.workshop); besides the questions there is an opening with the choice
of the round and of the time, and an end with what there is and what comes next.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journey_editor.model import workshop
from journey_editor.model.ids import random_id
from journey_editor.model.project import Project
from journey_editor.model.workshop import Position, Round
from journey_editor.session import workshop as acts
from journey_editor.session.session import Session
from journey_editor.ui.interview.asked import Asked, Part
from journey_editor.ui.interview.hints import Hint
from journey_editor.ui.interview.page import InterviewPage
from journey_editor.wording import tr

from . import screens
from .clock import Clock
from .countdown import USUAL, Countdown, For
from .facts import curve_of

Stage = Literal["opening", "asking", "end"]
_PREFIX = {"phase": "ph", "persona": "pe", "feeling": "pe"}


class WorkshopPage(InterviewPage):
    """`at` is the question of now; it is kept by the window while the workshop is left, and found anew otherwise."""

    export_wanted = Signal()
    worksheet_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, session: Session, time: str, at: Position | None = None, parent: QWidget | None = None) -> None:
        self.stage: Stage = "opening"
        self.countdown = Countdown.read(time)
        self._fresh = random_id("tp")
        self._made: dict[int, Position] = {}  # at which question the steps of the history were made, by their number
        self._depth = 0
        self._stays = False  # the end is shown anew, and what was chosen there stays chosen
        self.at = at or Position("frame", "title")
        super().__init__(session, tr("Workshop"), parent)
        self._depth = len(session.history.past)
        self._known = at
        self.clock = Clock(self.countdown, self)
        self.add_to_head(self.clock)
        self.show_question()

    # The question of now

    @property
    def project(self) -> Project:
        return self.session.project

    def asked(self) -> Asked:
        if self.stage == "opening":
            return screens.opening(self.session, self.choices.value, self.countdown)
        if self.stage == "end":
            return screens.end(self.session, self.choices.value if self._stays else "")
        return screens.question(self.session, self.at)

    def parts(self) -> tuple[tuple[Part, ...], str]:
        if self.stage == "asking":
            return screens.phases(self.session, self.at.round), self.at.phase
        return screens.phases(self.session, None), ""

    def key_hints(self) -> tuple[Hint, ...]:
        on = Hint(tr("Enter"), tr("Go on"), self.go_forward)
        leave = Hint(tr("Esc"), tr("Leave"), self._leave)
        full = Hint("F11", tr("Full screen"), self.full_screen_wanted.emit)
        if self.stage == "opening":
            more = Hint("+", tr("More minutes"), lambda: self.choose_minutes(1))
            fewer = Hint("−", tr("Fewer minutes"), lambda: self.choose_minutes(-1))
            limited = (more, fewer) if self.countdown.what != "none" else ()
            return on, Hint("T", tr("Limit the time"), self.choose_time), *limited, full, leave
        if self.stage == "end":
            return on, full, leave
        found = [on, Hint("↑" if self._in_words else "←", tr("Back"), self.go_back)]
        if self.at.round != "frame":
            found.append(Hint(tr("PgUp/PgDn"), tr("Phase"), self._next_part))
        if acts_on(self.at):
            found.append(Hint("F8", tr("Remove"), self.remove))
        found.append(Hint("F5", tr("Map whole or near"), self.wall.toggle_whole))
        if self.countdown.what != "none":
            found.append(Hint("F2", tr("Time on or off"), self.clock.toggle))
            found.append(Hint("F3", tr("Hide time"), self.clock.toggle_shown))
            found.append(Hint("F4", tr("+1 minute"), self._more_time))
        return (*found, full, leave)

    @property
    def _in_words(self) -> bool:
        return self.at.question not in ("status", "lane", "feeling")

    def pointed(self) -> str:
        return screens.place(self.session, self.at) if self.stage == "asking" else ""

    def looked_at(self) -> str:
        return curve_of(self.session) if self.stage == "asking" and self.at.question == "feeling" else ""

    @property
    def standing(self) -> Position | None:
        """Where one stands, to go on from; None before it has begun."""
        return self.at if self.stage == "asking" else None

    @property
    def time(self) -> str | None:
        """The time that was set, for the settings."""
        return str(self.countdown)

    # Answers

    def typed(self, text: str) -> None:
        if self.stage != "asking" or self.building:
            return
        answer = acts.in_words(self.session, self.at, text, self._fresh)
        self.show_what_if(answer.edit if answer is not None else None)

    def commit(self) -> None:
        if self.stage != "asking" or self.building or not self.field.isVisibleTo(self):
            return
        self._do(acts.in_words(self.session, self.at, self.field.toPlainText(), self._fresh))

    def _do(self, answer: acts.Answer | None) -> bool:
        if answer is None:
            return False
        session, before = self.session, len(self.session.history.past)
        if not self.own(lambda: acts.do(session, answer)):
            return False
        self._depth = len(session.history.past)
        if self._depth > before:
            self._made[before] = self.at
        self.wall.preview(None)
        self.at = answer.position
        self._fresh = random_id("tp")
        self.field.document().setModified(False)
        self.wall.point_at(self.pointed(), self.looked_at())
        return True

    def chosen(self, value: str) -> None:
        if self.stage != "asking" or self.building:
            return
        at, session = self.at, self.session
        if at.question == "status":
            self._do(acts.status(session, at, value))
        elif at.question == "lane":
            self._do(acts.lane(session, at, value))
        elif at.question == "feeling":
            self._do(acts.feeling(session, at, float(value), self._fresh.replace("tp-", "pe-")))

    def take_offer(self, at: int) -> None:
        found = acts.offers(self.session, self.at) if self.stage == "asking" else ()
        if not 0 <= at < len(found):
            return
        offer = found[at]
        if offer.touchpoint:
            done = self._do(acts.link(self.session, self.at, offer.touchpoint))
        else:
            done = self._do(acts.in_words(self.session, self.at, offer.text, self._fresh, offer))
        if done or offer.text == acts.said(self.session, self.at):
            self._go(workshop.forward(self.project, self.session.journey, self.at))

    def remove(self) -> None:
        if self.stage != "asking":
            return
        at, before = self.at, len(self.session.history.past)
        if not self.own(lambda: acts.remove(self.session, at)):
            return
        self._depth = len(self.session.history.past)
        if self._depth > before:
            self._made[before] = at
            self.at = workshop.settled(self.project, self.session.journey, at)
            self.show_question()

    # Going on

    def go_forward(self) -> None:
        if self.stage == "opening":
            self._begin(self.choices.value)
        elif self.stage == "end":
            self._end_with(self.choices.value)
        else:
            self.commit()
            if self.at.question == "phase" and self._made_now():
                self.at = Position("frame", "phase")
                self.show_question()
                return
            self._go(workshop.forward(self.project, self.session.journey, self.at))

    def _made_now(self) -> bool:
        """Whether the question was for one more phase, and it was just made."""
        made = self._made.get(len(self.session.history.past) - 1)
        return made == Position("frame", "phase") and bool(self.at.phase)

    def go_back(self) -> None:
        if self.stage != "asking":
            return
        self.commit()
        there = workshop.back(self.project, self.session.journey, self.at)
        if there is not None:
            self._go(there)

    def go_by_part(self, by: int) -> None:
        if self.stage != "asking":
            return
        self.commit()
        there = workshop.beside(self.project, self.session.journey, self.at, 1 if by > 0 else -1)
        if there is not None:
            self._go(there)

    def _next_part(self) -> None:
        self.go_by_part(1)

    def go_to_part(self, key: str) -> None:
        if self.stage == "asking" and self.at.round != "frame":
            self.commit()
            self._go(workshop.entry(self.project, self.session.journey, self.at.round, key))

    def go_to_thing(self, thing: str, step: str) -> None:
        """A click on a touchpoint asks about it; elsewhere in a phase, about a new one there."""
        if self.stage != "asking" or self.at.round == "frame":
            return
        self.commit()
        journey = self.session.journey
        for which in ("offline", "online"):
            for stop in workshop.stops(self.project, journey, which):
                if thing and thing == stop.card:
                    self._go(stop)
                    return
        phase = next((phase.id for phase in journey.phases if any(one.id == step for one in phase.steps)), "")
        if phase:
            self.go_to_part(phase)

    def _begin(self, what: str) -> None:
        if what == "end":
            self._show("end")
            return
        project, journey = self.project, self.session.journey
        if what == "go":
            known = self._known
            there = workshop.settled(project, journey, known) if known is not None else None
            there = there or workshop.resume(project, journey)
            self._start(there)
            return
        which: Round = "offline" if what == "offline" else "online" if what == "online" else "frame"
        self._start(workshop.begin(project, journey, which))

    def _start(self, there: Position | None) -> None:
        """The first question: the map gets ready, and the time begins."""
        before = len(self.session.history.past)
        self.own(lambda: acts.get_ready(self.session))
        self._depth = len(self.session.history.past)
        if self._depth > before:
            self._made[before] = Position("frame", "title")
        if self.countdown.what != "none" and not self.countdown.running:
            self.countdown.restart(running=True)
        self.clock.follow()
        if there is None:
            self._show("end")
        else:
            self.stage = "asking"
            self._go(workshop.settled(self.project, self.session.journey, there))

    def _go(self, there: Position | None) -> None:
        """To another question; from the end of the frame to the first round, from that of a round to the end."""
        if there is None and self.at.round == "frame":
            there = workshop.resume(self.project, self.session.journey)
        if there is None:
            self._show("end")
            return
        if self.countdown.what == "phase" and (there.round, there.phase) != (self.at.round, self.at.phase):
            self.countdown.restart()
            self.clock.follow()
        self.at = there
        self.stage = "asking"
        self._fresh = random_id(_PREFIX.get(there.question, "tp"))
        self.show_question()

    def _show(self, stage: Stage) -> None:
        self.stage = stage
        self.show_question()

    def _end_with(self, what: str) -> None:
        if what == "export":
            self._stays = True
            self.export_wanted.emit()
        elif what == "worksheet":
            self._stays = True
            self.worksheet_wanted.emit()
        elif what == "save":
            self._stays = True
            self.save_wanted.emit()
        elif what == "leave":
            self._leave()
            return
        elif what in ("offline", "online"):
            self._stays = False
            self._start(
                workshop.begin(self.project, self.session.journey, "offline" if what == "offline" else "online")
            )
            return
        self.show_question()

    def _leave(self) -> None:
        self.commit()
        self.leave_wanted.emit()

    # The project, changed by undo or from elsewhere

    def changed_elsewhere(self) -> None:
        depth, project, journey = len(self.session.history.past), self.project, self.session.journey
        made = self._made.get(depth if depth < self._depth else depth - 1) if depth != self._depth else None
        self._depth = depth
        if self.stage == "asking":
            self.at = workshop.settled(project, journey, made or self.at)
            self.show_question()
        elif self.stage == "end":
            self._stays = True
            self.show_question()

    # The time

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.stage == "opening" and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if key == Qt.Key.Key_T:
                self.choose_time()
                return
            if event.text() in ("+", "=", "-", "−"):
                self.choose_minutes(1 if event.text() in "+=" else -1)
                return
        keys = {
            Qt.Key.Key_F2: self.clock.toggle,
            Qt.Key.Key_F3: self.clock.toggle_shown,
            Qt.Key.Key_F4: self._more_time,
        }
        if key in keys:
            keys[key]()
        else:
            super().keyPressEvent(event)

    def choose_time(self) -> None:
        """None, for each phase, for all: the next of them."""
        kinds: tuple[For, ...] = ("none", "phase", "whole")
        what = kinds[(kinds.index(self.countdown.what) + 1) % len(kinds)]
        self.countdown.set(what, {"none": 0, "phase": 10, "whole": 60}[what])
        self.clock.follow()
        self.show_question()

    def choose_minutes(self, by: int) -> None:
        """More or fewer minutes, as they are usual."""
        usual = USUAL[self.countdown.what]
        now = self.countdown.minutes
        after = [minutes for minutes in usual if (minutes > now if by > 0 else minutes < now)]
        if after:
            self.countdown.set(self.countdown.what, after[0] if by > 0 else after[-1])
            self.clock.follow()
            self.show_question()

    def _more_time(self) -> None:
        self.countdown.add(1)
        self.clock.follow()


def acts_on(at: Position) -> bool:
    """Whether there is something that could be removed."""
    return bool(at.card or (at.question == "phase" and at.phase))
