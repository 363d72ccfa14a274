"""Which columns of a map stand on which sheet: as many as a hand has room for, parted between phases where possible."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from journey_editor.model.columns import Phase, Step
from journey_editor.model.project import JourneyMap

_NONE = (Phase(id="none", steps=(Step(id="none"),)),)


class Upright(NamedTuple):
    """A column: a step with its phase."""

    phase: Phase
    step: Step


def visible_phases(journey: JourneyMap) -> tuple[Phase, ...]:
    """The phases that are not hidden; one without a name for a map that has none."""
    return tuple(phase for phase in journey.phases if not phase.hidden) or _NONE


def columns_by_sheet(phases: tuple[Phase, ...], most: int) -> list[tuple[Upright, ...]]:
    """The columns of each sheet, `most` at most on one, about as many on each."""
    parts: list[tuple[Upright, ...]] = []
    for phase in phases:
        steps = phase.steps
        count = ceil(len(steps) / most)
        each = ceil(len(steps) / count)
        parts += [tuple(Upright(phase, step) for step in steps[n : n + each]) for n in range(0, len(steps), each)]
    fewest = _filled(parts, most)
    for cap in range(ceil(sum(map(len, parts)) / len(fewest)), most):
        if len(even := _filled(parts, cap)) == len(fewest):
            return even
    return fewest


def _filled(parts: list[tuple[Upright, ...]], most: int) -> list[tuple[Upright, ...]]:
    """Sheets filled one after the other, `most` on each unless a part alone has more."""
    made: list[tuple[Upright, ...]] = []
    for part in parts:
        if made and len(made[-1]) + len(part) <= most:
            made[-1] += part
        else:
            made.append(part)
    return made
