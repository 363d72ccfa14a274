"""A part of a map drawn by itself: a project whose map is but that part, and the words that say so on its page."""

from __future__ import annotations

from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import shown_cards
from journey_editor.wording import tr

from .band import phase_fills


def excerpt(project: Project, journey: JourneyMap, part: JourneyMap) -> Project:
    """The project with a part in the map's place, in which each phase has the colour that it has as one of all."""
    if part is journey:
        return project
    fills = phase_fills(journey)
    coloured = part.evolve(phases=tuple(phase.evolve(color=fills.get(phase.id, phase.color)) for phase in part.phases))
    return project.evolve(maps=tuple(coloured if one is journey else one for one in project.maps))


def excerpt_line(journey: JourneyMap, part: JourneyMap, language: str) -> str:
    """What a page says that shows but a part of the map; "" for the whole of it."""
    if part is journey:
        return ""
    some, total = len(shown_cards(part)), len(shown_cards(journey))
    if some in (0, total):
        return tr("A part of the map", to=language)
    return tr("A part of the map: {n} of {total} cards", to=language, n=some, total=total)


def said_together(*lines: str) -> str:
    """What a page says about what it shows, as one line."""
    return " \N{MIDDLE DOT} ".join(filter(None, lines))
