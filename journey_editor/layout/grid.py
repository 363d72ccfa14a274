"""The columns of a map: how wide each step is and where it begins."""

from __future__ import annotations

from journey_editor.model.project import JourneyMap

from . import look
from .result import Column

_NARROWEST = 96.0  # below, a card title of one long German word no longer fits


def head_width(journey: JourneyMap) -> float:
    """The width of the lane heads."""
    return max(journey.theme.head or look.HEAD, look.LEAST_HEAD)


def columns(journey: JourneyMap, left: float, total: float | None = None) -> tuple[Column, ...]:
    """The columns of all visible phases from `left` on. With `total`, they are stretched to fill that width.

    A folded phase takes one narrow column. Widths set by the user keep their share of it; columns never get narrower
    than is readable.
    """
    wanted: list[tuple[str, str, float, tuple[str, ...]]] = []
    for phase in journey.phases:
        if phase.hidden:
            continue
        if phase.collapsed:
            wanted.append((phase.steps[0].id, phase.id, look.FOLDED, tuple(step.id for step in phase.steps)))
        else:
            usual = journey.theme.column or look.COLUMN
            wanted += [(step.id, phase.id, max(step.width or usual, look.LEAST_COLUMN), ()) for step in phase.steps]
    natural = sum(width for _, _, width, folds in wanted if not folds)
    rest = None if total is None else total - sum(width for _, _, width, folds in wanted if folds)
    stretch = rest / natural if rest is not None and natural else 1.0
    x = left
    made = []
    for step, phase_id, width, folds in wanted:
        w = width if folds or total is None else max(width * stretch, _NARROWEST)
        made.append(Column(step, phase_id, x, w, folds))
        x += w
    return tuple(made)
