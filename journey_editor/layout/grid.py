"""The columns of a map: how wide each step is and where it begins."""

from __future__ import annotations

from journey_editor.model.project import JourneyMap

from . import look
from .result import Column

_NARROWEST = 96.0  # below, a card title of one long German word no longer fits


def head_width(journey: JourneyMap) -> float:
    """The width of the lane heads."""
    return journey.theme.head or look.HEAD


def columns(journey: JourneyMap, left: float, total: float | None = None) -> tuple[Column, ...]:
    """The columns of all visible phases from `left` on. With `total`, they are stretched to fill that width.

    Widths set by the user keep their share of it; columns never get narrower than is readable.
    """
    wanted = [
        (step.id, phase.id, step.width or journey.theme.column or look.COLUMN)
        for phase in journey.phases
        if not phase.hidden
        for step in phase.steps
    ]
    natural = sum(width for _, _, width in wanted)
    stretch = total / natural if total is not None and natural else 1.0
    x = left
    made = []
    for step, phase, width in wanted:
        w = max(width * stretch, _NARROWEST) if total is not None else width
        made.append(Column(step, phase, x, w))
        x += w
    return tuple(made)
