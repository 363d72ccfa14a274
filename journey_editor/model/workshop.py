"""The way through a workshop: which question comes next, from nothing but the project and where one stands.

The method is that of the mirror map: first the frame (title, customer, phases), then the offline touchpoints phase by
phase, then each of them is carried over to an online counterpart, and more online touchpoints are added. Nothing of it
is kept anywhere but in the map, so that a workshop can be left at any time and taken up again.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from .cards import Touchpoint
from .columns import Phase
from .lanes import TouchpointLane
from .project import JourneyMap, Project
from .queries import find_card, map_personas, place_of
from .sides import Side, channel_modes, mode_in, side_of_lane

Round = Literal["frame", "offline", "online"]
Question = Literal["title", "persona", "phase", "name", "lane", "where", "medium", "content", "status", "feeling"]

#: What is asked in words of every touchpoint, after its name.
IN_WORDS: tuple[Question, ...] = ("where", "medium", "content")


class Position(NamedTuple):
    """A question of the workshop.

    `card` is the touchpoint that is asked about; "" is one that is not there yet. `source` is the offline touchpoint
    that it is (or would be) the counterpart of. `persona` is whose name or feeling is asked for; "" for one to come.
    """

    round: Round
    question: Question
    phase: str = ""
    card: str = ""
    source: str = ""
    persona: str = ""


class Tally(NamedTuple):
    """What a workshop has brought: touchpoints by side, those that are possible, and those not carried over."""

    offline: int
    online: int
    possible: int
    carried: int
    without: tuple[str, ...]  # ids of the offline touchpoints without an online counterpart


def shown_phases(journey: JourneyMap) -> tuple[Phase, ...]:
    return tuple(phase for phase in journey.phases if not phase.hidden)


def lanes_of(project: Project, journey: JourneyMap, side: Side) -> tuple[TouchpointLane, ...]:
    """The lanes of touchpoints on one side, from top to bottom."""
    modes = channel_modes(project)
    return tuple(
        lane
        for lane in journey.lanes
        if isinstance(lane, TouchpointLane) and not lane.hidden and side_of_lane(lane, modes) == side
    )


def captured(project: Project, journey: JourneyMap, phase_id: str, side: Side) -> tuple[Touchpoint, ...]:
    """The touchpoints of a phase on one side, step by step, in each from top to bottom."""
    phase = next((phase for phase in journey.phases if phase.id == phase_id), None)
    order = {step.id: at for at, step in enumerate(phase.steps)} if phase is not None else {}
    modes = channel_modes(project)
    found = [
        (order[cell.step], card)
        for lane in journey.lanes
        if isinstance(lane, TouchpointLane) and not lane.hidden
        for cell in lane.cells
        if cell.step in order
        for card in cell.cards
        if mode_in(card, lane, modes) == side
    ]
    return tuple(card for _, card in sorted(found, key=lambda pair: pair[0]))


def counterpart_of(journey: JourneyMap, card_id: str) -> str:
    """The touchpoint at the other end of a trace; "" if there is none. Of several, the first."""
    for trace in journey.counterparts:
        if trace.source == card_id:
            return trace.target
        if trace.target == card_id:
            return trace.source
    return ""


def ready(project: Project, journey: JourneyMap) -> bool:
    """Whether the map has what the rounds need: phases, and lanes on both sides."""
    online, offline = lanes_of(project, journey, "online"), lanes_of(project, journey, "offline")
    return bool(shown_phases(journey) and online and offline)


def questions(project: Project, journey: JourneyMap, stop: Position) -> tuple[Position, ...]:
    """All that is asked of the touchpoint of a stop, in order; of one that is not there yet, its name alone."""
    if stop.round == "frame" or not stop.card:
        return (stop,)
    names: list[Question] = ["name"]
    if len(lanes_of(project, journey, stop.round)) > 1:
        names.append("lane")
    names += [*IN_WORDS, "status"]
    asked = [stop._replace(question=name, persona="") for name in names]
    people = [persona.id for persona in map_personas(project, journey)] or [""]
    return (*asked, *(stop._replace(question="feeling", persona=persona) for persona in people))


def stops(project: Project, journey: JourneyMap, which: Round) -> tuple[Position, ...]:
    """The touchpoints of a round in the order in which they are asked about, with the places of those to come.

    Offline, each phase ends with a place for one more. Online, a phase begins with the counterparts of its offline
    touchpoints, goes on with what is online anyway, and ends with a place for one more.
    """
    if which == "frame":
        people = [persona.id for persona in map_personas(project, journey)] or [""]
        return (
            Position("frame", "title"),
            *(Position("frame", "persona", persona=persona) for persona in people),
            *(Position("frame", "phase", phase=phase.id) for phase in shown_phases(journey)),
            Position("frame", "phase"),
        )
    found: list[Position] = []
    online_partners = {end for trace in journey.counterparts for end in (trace.source, trace.target)}
    for phase in shown_phases(journey):
        own = captured(project, journey, phase.id, which)
        if which == "online":
            for card in captured(project, journey, phase.id, "offline"):
                partner = counterpart_of(journey, card.id)
                found.append(Position(which, "name", phase.id, partner, card.id))
            own = tuple(card for card in own if card.id not in online_partners)
        found += [Position(which, "name", phase.id, card.id) for card in own]
        found.append(Position(which, "name", phase.id))
    return tuple(found)


def forward(project: Project, journey: JourneyMap, at: Position) -> Position | None:
    """The question after this one; None at the end of the round.

    Once all is asked of a touchpoint, the next one that is not there yet follows: what was said before is not asked
    again, though `back` leads to it.
    """
    here = questions(project, journey, _stop(at))
    if at in here and here.index(at) + 1 < len(here):
        return here[here.index(at) + 1]
    later = stops(project, journey, at.round)
    place = _place(later, at)
    if at.round == "frame":
        return later[place + 1] if place + 1 < len(later) else None
    return next((stop for stop in later[place + 1 :] if not stop.card), None)


def back(project: Project, journey: JourneyMap, at: Position) -> Position | None:
    """The question before this one; None at the beginning of the round."""
    here = questions(project, journey, _stop(at))
    if at in here and here.index(at) > 0:
        return here[here.index(at) - 1]
    earlier = stops(project, journey, at.round)
    place = _place(earlier, at)
    return questions(project, journey, earlier[place - 1])[-1] if place > 0 else None


def entry(project: Project, journey: JourneyMap, which: Side, phase_id: str) -> Position:
    """Where one enters a phase: at the first touchpoint of it that is not there yet."""
    found = (stop for stop in stops(project, journey, which) if stop.phase == phase_id and not stop.card)
    return next(found, Position(which, "name", phase_id))


def beside(project: Project, journey: JourneyMap, at: Position, by: Literal[-1, 1]) -> Position | None:
    """The entry of the next or previous phase; None where there is none."""
    phases = [phase.id for phase in shown_phases(journey)]
    if at.round == "frame" or at.phase not in phases:
        return None
    there = phases.index(at.phase) + by
    return entry(project, journey, at.round, phases[there]) if 0 <= there < len(phases) else None


def begin(project: Project, journey: JourneyMap, which: Round) -> Position:
    """The first question of a round: in the first phase that has nothing yet, or has something to carry over."""
    if which == "frame":
        return Position("frame", "title")
    phases = [phase.id for phase in shown_phases(journey)]
    if not phases:
        return Position("frame", "phase")
    if which == "offline":
        open_ones = (key for key in phases if not captured(project, journey, key, "offline"))
        return entry(project, journey, which, next(open_ones, phases[0]))
    lacking = (stop for stop in stops(project, journey, which) if stop.source and not stop.card)
    return next(lacking, entry(project, journey, which, phases[0]))


def resume(project: Project, journey: JourneyMap) -> Position | None:
    """Where a workshop that was left goes on, as far as the map tells; None if all rounds are through."""
    if not ready(project, journey):
        return begin(project, journey, "frame")
    phases = [phase.id for phase in shown_phases(journey)]
    filled = [key for key in phases if captured(project, journey, key, "offline")]
    if not filled:
        return begin(project, journey, "offline")
    if any(captured(project, journey, key, "online") for key in phases):
        lacking = (stop for stop in stops(project, journey, "online") if stop.source and not stop.card)
        return next(lacking, None)
    last = captured(project, journey, filled[-1], "offline")[-1]
    left = unanswered(project, journey, Position("offline", "name", filled[-1], last.id))
    return left or entry(project, journey, "offline", filled[-1])


def unanswered(project: Project, journey: JourneyMap, stop: Position) -> Position | None:
    """The first of the questions about a touchpoint from which on none was answered; None if the last one was.

    Whether it exists always has an answer, so that says nothing.
    """
    found: Position | None = None
    for at in reversed(questions(project, journey, stop)):
        if at.question in ("name", "lane"):
            break
        if at.question == "status":
            continue
        if answer_at(project, journey, at) not in ("", None):
            break
        found = at
    return found


def answer_at(project: Project, journey: JourneyMap, at: Position) -> str | float | None:
    """What the map says to a question by now, in the project's own language; "" or None for nothing."""
    if at.question == "title":
        return journey.title
    if at.question == "persona":
        return next((persona.name for persona in project.personas if persona.id == at.persona), "")
    if at.question == "phase":
        return next((phase.title for phase in journey.phases if phase.id == at.phase), "")
    card = find_card(journey, at.card) if at.card else None
    if not isinstance(card, Touchpoint):
        return None if at.question == "feeling" else ""
    if at.question == "feeling":
        return next((felt.value for felt in card.emotions if felt.persona == at.persona), None)
    if at.question == "lane":
        place = place_of(journey, card.id)
        return place.lane if place is not None else ""
    return str(getattr(card, "title" if at.question == "name" else at.question))


def settled(project: Project, journey: JourneyMap, at: Position) -> Position:
    """The same question if it can still be asked; else the nearest that can, as after an undo."""
    if at.round == "frame":
        known = stops(project, journey, "frame")
        return at if at in known else next((stop for stop in known if stop.question == at.question), known[0])
    if not ready(project, journey):
        return begin(project, journey, "frame")
    if all(phase.id != at.phase for phase in shown_phases(journey)):
        return begin(project, journey, at.round)
    source = at.source if at.source and find_card(journey, at.source) is not None else ""
    if at.source and not source and not at.card:
        return entry(project, journey, at.round, at.phase)
    if at.card and find_card(journey, at.card) is None:
        return at._replace(question="name", card="", source=source, persona="")
    there = at._replace(source=source)
    if source and not at.card and (partner := counterpart_of(journey, source)):
        there = there._replace(card=partner)
    return there if there in questions(project, journey, _stop(there)) else _stop(there)


def tally(project: Project, journey: JourneyMap) -> Tally:
    """What there is so far, in the phases that are shown."""
    sides: dict[Side, list[Touchpoint]] = {"offline": [], "online": []}
    for phase in shown_phases(journey):
        for side, found in sides.items():
            found += captured(project, journey, phase.id, side)
    lacking = tuple(card.id for card in sides["offline"] if not counterpart_of(journey, card.id))
    return Tally(
        offline=len(sides["offline"]),
        online=len(sides["online"]),
        possible=sum(card.status == "possible" for found in sides.values() for card in found),
        carried=len(sides["offline"]) - len(lacking),
        without=lacking,
    )


def _stop(at: Position) -> Position:
    """The stop that a question belongs to."""
    return at if at.round == "frame" else at._replace(question="name", persona="")


def _place(all_stops: tuple[Position, ...], at: Position) -> int:
    """Where a position stands among the stops; where it is none of them, at the end of its phase."""
    stop = _stop(at)
    if stop in all_stops:
        return all_stops.index(stop)
    same = [n for n, known in enumerate(all_stops) if known.phase == at.phase]
    return same[-1] if same else 0
