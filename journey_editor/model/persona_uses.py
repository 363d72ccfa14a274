"""What hangs on a persona: what goes with it, and what stays and belongs to nobody then."""

from __future__ import annotations

from typing import NamedTuple

from .cards import Note, Touchpoint
from .lanes import EmotionLane
from .project import JourneyMap, Project
from .queries import all_cards


class PersonaUses(NamedTuple):
    """How often a persona is felt for, drawn or named in a whole project.

    `feelings` are those at touchpoints, `points` those drawn by hand on curves: both go with the persona. `notes` and
    `paths` stay. `maps` are those that name the persona; one that names nobody shows everybody.
    """

    feelings: int
    points: int
    notes: int
    paths: int
    maps: int


def uses_of(project: Project, persona_id: str) -> PersonaUses:
    """What hangs on the persona in all maps."""
    feelings = points = notes = 0
    for journey in project.maps:
        for _, _, card in all_cards(journey):
            if isinstance(card, Touchpoint):
                feelings += any(emotion.persona == persona_id for emotion in card.emotions)
            elif isinstance(card, Note):
                notes += card.persona == persona_id
        for lane in journey.lanes:
            if isinstance(lane, EmotionLane):
                points += sum(point.persona == persona_id for point in lane.points)
    paths = sum(path.persona == persona_id for journey in project.maps for path in journey.paths)
    maps = sum(persona_id in journey.personas for journey in project.maps)
    return PersonaUses(feelings, points, notes, paths, maps)


def is_on(journey: JourneyMap, persona_id: str) -> bool:
    """Whether a map shows a persona of its project."""
    return not journey.personas or persona_id in journey.personas
