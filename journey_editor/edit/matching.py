"""Which lane and which column of a map stands for which of another: the same one, else one of the same name."""

from __future__ import annotations

from collections.abc import Iterator

from journey_editor.model.columns import Phase, Step
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import steps


def matching_lanes(source: JourneyMap, target: JourneyMap) -> dict[str, str]:
    """Lane of the source -> lane of the target: of the same id, else of the same kind, title and mode. Those without
    one are missing."""
    found: dict[str, str] = {}
    here = {lane.id: lane for lane in target.lanes}
    for lane in source.lanes:
        if lane.id in here and here[lane.id].kind == lane.kind:
            found[lane.id] = lane.id
    for lane in source.lanes:
        if lane.id not in found:
            same = (lane.kind, lane.title.strip().casefold(), lane.mode)
            for other in target.lanes:
                if other.id not in found.values() and same == (other.kind, other.title.strip().casefold(), other.mode):
                    found[lane.id] = other.id
                    break
    return found


def matching_columns(source: JourneyMap, target: JourneyMap) -> dict[str, str]:
    """Step of the source -> step of the target: of the same id; else of the same name in a phase of the same name; and
    where none of all these is there, by its place from the left. Those without one are missing."""
    here = {step.id for step in steps(target)}
    found = {step.id: step.id for step in steps(source) if step.id in here}
    if len(found) < sum(1 for _ in steps(source)):
        named: dict[tuple[str, str], list[str]] = {}
        taken = set(found.values())
        for phase, step in _columns(target):
            if step.id not in taken:
                named.setdefault(_name(phase, step), []).append(step.id)
        for phase, step in _columns(source):
            if step.id not in found and (same := named.get(_name(phase, step))):
                found[step.id] = same.pop(0)
    if not found:
        found = {old.id: new.id for old, new in zip(steps(source), steps(target), strict=False)}
    return found


def _columns(journey: JourneyMap) -> Iterator[tuple[Phase, Step]]:
    for phase in journey.phases:
        for step in phase.steps:
            yield phase, step


def _name(phase: Phase, step: Step) -> tuple[str, str]:
    return phase.title.strip().casefold(), step.title.strip().casefold()
