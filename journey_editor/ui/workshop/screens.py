"""What is on the wall at a moment of the workshop: the opening, a question, the end, and the phases above them."""

from __future__ import annotations

from journey_editor.model import workshop
from journey_editor.model.queries import find_phase
from journey_editor.model.sides import Side
from journey_editor.model.workshop import Position, Round
from journey_editor.session import workshop as acts
from journey_editor.session.names import name_of
from journey_editor.session.session import Session
from journey_editor.ui.interview.asked import Asked, Option, Part
from journey_editor.wording import tr

from . import words
from .countdown import Countdown
from .facts import captured_here, facts, summary


def opening(session: Session, chosen: str, time: Countdown) -> Asked:
    """Which round, and how much time."""
    there = workshop.tally(session.project, session.journey)
    begun = bool(there.offline or there.online)
    options = (
        Option("go", tr("Go on where you stopped") if begun else tr("Begin")),
        Option("frame", tr("Title, customer and phases")),
        Option("offline", tr("Round 1: collect what is offline")),
        Option("online", tr("Round 2: carry it over to online")),
        Option("end", tr("What we have, and what comes next")),
    )
    return Asked(
        where=tr("Workshop"),
        question=tr("Build the map together"),
        help=tr("First everything that is offline, phase by phase. Then each of it is carried over to online."),
        kind="choice",
        value=chosen if chosen in {option.value for option in options} else "go",
        options=options,
        facts=((tr("Time"), _time_words(time)),),
    )


def end(session: Session, chosen: str) -> Asked:
    """What there is, and what can be done next; `chosen` stays chosen, "" is what is advised."""
    there = workshop.tally(session.project, session.journey)
    options = [Option("offline", tr("Collect more that is offline"))]
    if there.offline:
        lacking = tr("Carry over what is left ({n})", n=len(there.without))
        options.append(Option("online", lacking if there.without else tr("Add more that is online")))
    options += [
        Option("export", tr("Print or save as PDF")),
        Option("worksheet", tr("Print worksheet ...")),
        Option("save", tr("Save the project")),
        Option("leave", tr("Go to the map")),
    ]
    advised = "offline" if not there.offline else "online" if there.without else "export"
    return Asked(
        where=tr("Workshop"),
        question=tr("What we have so far"),
        kind="choice",
        value=chosen if chosen in {option.value for option in options} else advised,
        options=tuple(options),
        facts=summary(session, there),
    )


def question(session: Session, at: Position) -> Asked:
    """A question about the map, with what is known of it."""
    shown = [phase.id for phase in workshop.shown_phases(session.journey)]
    here = shown.index(at.phase) if at.phase in shown else -1
    after = name_of(session, shown[here + 1]) if 0 <= here < len(shown) - 1 else ""
    asked = words.question(
        at,
        name=name_of(session, at.card) if at.card else "",
        phase=name_of(session, at.phase) if here >= 0 else "",
        source=name_of(session, at.source) if at.source else "",
        persona=(name_of(session, at.persona) if at.persona else "") or tr("the customer"),
        number=here + 1,
    )
    where = words.round_name(at.round)
    if at.source and at.card and at.question != "name":
        where = f"{where} · {tr('instead of “{name}”', name=name_of(session, at.source))}"
    options = _options(session, at)
    new = not (at.phase if at.question == "phase" else at.card) and at.question in ("name", "phase")
    return Asked(
        where=where,
        question=asked,
        help=words.more(at, next_phase=after),
        kind="choice" if options else "words",
        value=_chosen(session, at) if options else acts.said(session, at),
        example=words.example(at),
        several_lines=at.question == "content",
        options=options,
        upright=at.question != "feeling",
        offers=tuple(offer.text for offer in acts.offers(session, at)),
        facts=captured_here(session, at) if new else facts(session, at),
    )


def phases(session: Session, which: Round | None) -> tuple[Part, ...]:
    """The phases with how much a round has brought, or both rounds; none while the frame is asked for."""
    if which == "frame":
        return ()
    sides: tuple[Side, ...] = ("offline", "online") if which is None else (which,)
    project, journey = session.project, session.journey
    made = []
    for phase in workshop.shown_phases(journey):
        held = sum(len(workshop.captured(project, journey, phase.id, side)) for side in sides)
        made.append(Part(phase.id, name_of(session, phase.id), held, bool(held)))
    return tuple(made)


def place(session: Session, at: Position) -> str:
    """What of the map a question is about: a thing, or the cell in which a new touchpoint will lie; "" for neither."""
    if at.question == "phase":
        return at.phase
    if at.card or at.source or at.round == "frame":
        return at.card or at.source
    lane = acts.home_lane(session, at.round)
    return f"{lane}/{find_phase(session.journey, at.phase).steps[-1].id}" if lane and at.phase else ""


def _options(session: Session, at: Position) -> tuple[Option, ...]:
    if at.question == "status":
        exists, possible = tr("exists"), tr("possible")
        return (
            Option("existing", exists, exists[:1], "circle-check"),
            Option("possible", possible, possible[:1], "square-dashed"),
        )
    if at.question == "lane" and at.round != "frame":
        lanes = workshop.lanes_of(session.project, session.journey, at.round)
        return tuple(Option(lane.id, name_of(session, lane.id)) for lane in lanes)
    return words.feelings() if at.question == "feeling" else ()


def _chosen(session: Session, at: Position) -> str:
    """The value of the option that holds by now."""
    answer = workshop.answer_at(session.project, session.journey, at)
    if at.question == "feeling":
        return words.nearest_feeling(answer if isinstance(answer, float) else None)
    return str(answer)


def _time_words(time: Countdown) -> str:
    return {
        "none": lambda: tr("no limit"),
        "phase": lambda: tr("{n} minutes for each phase", n=time.minutes),
        "whole": lambda: tr("{n} minutes for all", n=time.minutes),
    }[time.what]()
