"""The guided start: five steps to a first map, and which of their questions the project has answered already.

The steps are those of the source model C: set business goals, understand the customers, list the ways to reach them,
walk the journey as the customer, refine it. What is asked follows from what is there: a touchpoint that was named is
asked about, and where it hurts is asked only where something does.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from .cards import Touchpoint
from .lanes import NoteLane
from .project import JourneyMap, Persona, Project
from .queries import find_card, map_personas
from .workshop import captured, shown_phases

Step = Literal["goals", "customers", "channels", "walk", "refine"]
STEPS: tuple[Step, ...] = ("goals", "customers", "channels", "walk", "refine")

Topic = Literal[
    "title",
    "goal",
    "persona",
    "role",
    "wishes",
    "troubles",
    "channels",
    "phases",
    "touchpoints",
    "way",
    "feeling",
    "pains",
]


class Screen(NamedTuple):
    """One question of the guide; `phase` and `card` say what it is about, "" where that is the whole map."""

    step: Step
    topic: Topic
    phase: str = ""
    card: str = ""


def persona_of(project: Project, journey: JourneyMap) -> Persona | None:
    """Whose journey the guide is about: the map's first persona."""
    return next(iter(map_personas(project, journey)), None)


def touchpoints_of(project: Project, journey: JourneyMap, phase_id: str) -> tuple[Touchpoint, ...]:
    """The touchpoints of a phase, what is online first."""
    return (
        *captured(project, journey, phase_id, "online"),
        *captured(project, journey, phase_id, "offline"),
    )


def screens(project: Project, journey: JourneyMap) -> tuple[Screen, ...]:
    """All questions, in order, as far as they follow from what is there by now."""
    found = [Screen("goals", "title"), Screen("goals", "goal"), Screen("customers", "persona")]
    if persona_of(project, journey) is not None:
        found += [Screen("customers", "role"), Screen("customers", "wishes"), Screen("customers", "troubles")]
    found += [Screen("channels", "channels"), Screen("walk", "phases")]
    phases = shown_phases(journey)
    cards = {phase.id: touchpoints_of(project, journey, phase.id) for phase in phases}
    for phase in phases:
        found.append(Screen("walk", "touchpoints", phase.id))
        if project.channels:
            found += [Screen("walk", "way", phase.id, card.id) for card in cards[phase.id]]
    for phase in phases:
        found += [Screen("refine", "feeling", phase.id, card.id) for card in cards[phase.id]]
        if any(_hurts(project, journey, card) for card in cards[phase.id]):
            found.append(Screen("refine", "pains", phase.id))
    return tuple(found)


def first_open(project: Project, journey: JourneyMap) -> Screen | None:
    """The first question that has no answer yet; None if all have one."""
    return next((screen for screen in screens(project, journey) if not answered(project, journey, screen)), None)


def answered(project: Project, journey: JourneyMap, at: Screen) -> bool:
    """Whether the project says something to this question."""
    persona, card = persona_of(project, journey), find_card(journey, at.card) if at.card else None
    match at.topic:
        case "title":
            return bool(journey.title)
        case "goal":
            return bool(journey.goal)
        case "persona":
            return persona is not None and bool(persona.name)
        case "role":
            return persona is not None and bool(persona.role)
        case "wishes":
            return persona is not None and bool(persona.goals)
        case "troubles":
            return persona is not None and bool(persona.frustrations)
        case "channels":
            return bool(project.channels)
        case "phases":
            return bool(shown_phases(journey))
        case "touchpoints":
            return bool(touchpoints_of(project, journey, at.phase))
        case "way":
            return isinstance(card, Touchpoint) and bool(card.channel)
        case "feeling":
            return isinstance(card, Touchpoint) and persona is not None and felt(card, persona) is not None
        case "pains":
            return bool(pains_in(journey, at.phase))


def pains_in(journey: JourneyMap, phase_id: str) -> tuple[str, ...]:
    """The ids of the pain points that are noted in a phase."""
    phase = next((phase for phase in journey.phases if phase.id == phase_id), None)
    steps = {step.id for step in phase.steps} if phase is not None else set()
    return tuple(
        note.id
        for lane in journey.lanes
        if isinstance(lane, NoteLane)
        for cell in lane.cells
        if cell.step in steps
        for note in cell.cards
        if note.tone == "pain"
    )


def settled(project: Project, journey: JourneyMap, at: Screen) -> Screen:
    """The same question if it is still asked; else the nearest before it that is."""
    now = screens(project, journey)
    if at in now:
        return at
    same = [screen for screen in now if screen.phase == at.phase and screen.step == at.step]
    return next(iter(same), next((screen for screen in now if screen.step == at.step), now[0]))


def forward(project: Project, journey: JourneyMap, at: Screen) -> Screen | None:
    """The question after this one; None after the last."""
    now = screens(project, journey)
    place = now.index(settled(project, journey, at)) + 1
    return now[place] if place < len(now) else None


def back(project: Project, journey: JourneyMap, at: Screen) -> Screen | None:
    """The question before this one; None before the first."""
    now = screens(project, journey)
    place = now.index(settled(project, journey, at))
    return now[place - 1] if place else None


def entry(project: Project, journey: JourneyMap, step: Step) -> Screen:
    """Where one enters a step: at its first question without an answer, else at its first. Raises ValueError for a
    step that asks nothing yet."""
    of_step = [screen for screen in screens(project, journey) if screen.step == step]
    if not of_step:
        raise ValueError(step)
    return next((screen for screen in of_step if not answered(project, journey, screen)), of_step[0])


def felt(card: Touchpoint, persona: Persona) -> float | None:
    """What a persona feels at a touchpoint; None where nothing is said."""
    return next((one.value for one in card.emotions if one.persona == persona.id), None)


def _hurts(project: Project, journey: JourneyMap, card: Touchpoint) -> bool:
    persona = persona_of(project, journey)
    value = felt(card, persona) if persona is not None else None
    return value is not None and value < 0
