"""Which things of a map have other translations than before, so that typing one lays out no more than it changes."""

from __future__ import annotations

from collections.abc import Mapping

from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import steps
from journey_editor.model.things import Kind

#: language -> "ID.FIELD" -> words
Translations = Mapping[str, Mapping[str, str]]

_MOST = 200  # things; more are laid out as a whole, such as after a language was added


def reworded(before: Translations, after: Translations) -> frozenset[str] | None:
    """The ids of the things whose translations differ; None where there are many, or other languages than before."""
    if before.keys() != after.keys():
        return None
    found: set[str] = set()
    for language, old in before.items():
        new = after[language]
        if old is new or old == new:
            continue
        found.update(key.partition(".")[0] for key, text in new.items() if old.get(key) != text)
        found.update(key.partition(".")[0] for key in old if key not in new)
        if len(found) > _MOST:
            return None
    return frozenset(found)


def kinds_of(journey: JourneyMap, things: frozenset[str]) -> dict[str, Kind]:
    """What those of the things are that make up the frame of a map: the map itself, phases, steps, lanes, paths."""
    found: dict[str, Kind] = {}
    if journey.id in things:
        found[journey.id] = "map"
    found.update((phase.id, "phase") for phase in journey.phases if phase.id in things)
    found.update((step.id, "step") for step in steps(journey) if step.id in things)
    found.update((lane.id, "lane") for lane in journey.lanes if lane.id in things)
    found.update((path.id, "path") for path in journey.paths if path.id in things)
    return found
