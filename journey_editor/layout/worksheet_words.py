"""What a worksheet says: its titles, what is to be done, and what a row asks for. `to` is the language of the map."""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.model.lanes import Lane, NoteLane
from journey_editor.wording import tr


def numbered(number: int, what: str, to: str) -> str:
    """ "Worksheet 2: carry over to online"; without the number where there is but one."""
    if number:
        return tr("Worksheet {n}: {what}", to=to, n=number, what=what)
    return tr("Worksheet: {what}", to=to, what=what)


def part(title: str, number: int, count: int, to: str) -> str:
    """The title of one of several sheets that belong together."""
    if count < 2:
        return title
    which = tr("({n} of {all})", to=to, n=number, all=count).replace(" ", "\N{NO-BREAK SPACE}")
    return f"{title} {which}"


def by_phase(what: str, to: str) -> str:
    """ "offline, phase by phase" """
    return tr("{what}, phase by phase", to=to, what=what)


def of_side(side: str, to: str) -> str:
    return tr("carry over to online", to=to) if side == "online" else tr("offline", to=to)


def of_lanes(names: Sequence[str], to: str) -> str:
    """What a sheet is called that has these lanes."""
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return tr("{one} and {other}", to=to, one=names[0], other=names[1])
    return tr("more lanes of the map", to=to)


def task(what: str, to: str, *, cards: bool, phase: bool) -> str:
    """What to do with a sheet: of "contacts", of those to "carry" over to online, or of "lanes" beside the contacts;
    with `cards` something stands there already, `phase` is a sheet for a single phase."""
    if what == "carry":
        return _carrying(to, cards=cards, phase=phase)
    if what == "lanes":
        if cards:
            return tr("Read what is there already and add what is missing. Key words will do.", to=to)
        return tr("Note what belongs there. Key words will do.", to=to)
    if cards:
        first = tr("Read which contacts with the customer there are already, and add what is missing.", to=to)
        return f"{first}\n" + tr("Answer the three questions for each new contact.", to=to)
    if phase:
        first = tr("Collect the contacts with the customer in this phase and answer the three questions.", to=to)
    else:
        first = tr("Collect one contact with the customer for each phase and answer the three questions.", to=to)
    return f"{first}\n" + tr("For further contacts take a new sheet.", to=to)


def _carrying(to: str, *, cards: bool, phase: bool) -> str:
    if cards:
        first = tr("Which contact could take the place of each offline contact online? Add what is missing.", to=to)
    elif phase:
        first = tr("Copy the offline contacts of this phase and carry each over: What could it be online?", to=to)
    else:
        first = tr("Copy one offline contact for each phase and carry it over: What could it be online?", to=to)
    return f"{first}\n" + tr("Answer the three questions for each online contact.", to=to)


def next_session(title: str, to: str) -> str:
    """What stands at the foot of the sheets before the ones to carry over with."""
    return tr("Next session: {title}", to=to, title=title)


def touchpoint(to: str) -> tuple[str, str]:
    """A row's name, and what it asks for."""
    return tr("Touchpoint", to=to), tr("Which contact, with whom?", to=to)


def carried(to: str) -> tuple[str, str]:
    return tr("Carry over", to=to), tr("Which offline contact?", to=to)


def online_touchpoint(to: str) -> tuple[str, str]:
    return tr("Online touchpoint", to=to), tr("Which contact takes its place, or is new?", to=to)


def questions(to: str) -> tuple[tuple[str, str, str], ...]:
    """The three questions: the field of a touchpoint, the row's name, and the question."""
    return (
        ("where", tr("1 Where?", to=to), tr("Where does it take place?", to=to)),
        ("medium", tr("2 Media?", to=to), tr("By which media?", to=to)),
        ("content", tr("3 Content?", to=to), tr("With which content?", to=to)),
    )


def ticks(to: str) -> tuple[tuple[str, str], ...]:
    """The boxes to tick: the status, and its word."""
    return ("existing", tr("existing", to=to)), ("possible", tr("possible", to=to))


def enthusiasm(to: str) -> tuple[str, str]:
    return tr("Enthusiasm", to=to), tr("Draw a curve through all phases", to=to)


def figure_words(to: str) -> tuple[str, str]:
    return tr("Value", to=to), tr("Target", to=to)


def prompt(lane: Lane, to: str) -> str:
    """What a lane beside the touchpoints asks for, where it does not say so itself."""
    if isinstance(lane, NoteLane):
        return _of_tone(to).get(lane.tone, "")
    return {
        "metrics": tr("What is measured, how is it, how should it be?", to=to),
        "images": tr("A sketch or a picture", to=to),
        "channels": tr("Tick what is used", to=to),
    }.get(lane.kind, "")


def _of_tone(to: str) -> dict[str, str]:
    return {
        "action": tr("What does the customer do?", to=to),
        "thought": tr("What does the customer think?", to=to),
        "quote": tr("What does the customer say, word for word?", to=to),
        "pain": tr("What is in the way?", to=to),
        "opportunity": tr("What could be better?", to=to),
        "idea": tr("What comes to mind?", to=to),
        "question": tr("What is open?", to=to),
        "data-task": tr("Which data, what for?", to=to),
        "challenge": tr("What is difficult?", to=to),
    }
