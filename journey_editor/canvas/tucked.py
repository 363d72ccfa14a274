"""Where something is hidden: a quiet mark on the border at which it would stand, that a click turns back into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from journey_editor.layout.result import Layout
from journey_editor.model.project import JourneyMap

from .marks import Tucked


class _Shown(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def hidden(self) -> bool: ...


def tucked(journey: JourneyMap, layout: Layout) -> tuple[Tucked, ...]:
    """A mark for each run of hidden phases and of hidden lanes."""
    starts = {phase.id: phase.x for phase in layout.phases}
    band = layout.row("")
    top = band.y + 4.0 if band is not None else layout.title.y + layout.title.h
    made = [
        Tucked(ids, starts.get(after, layout.right if layout.phases else layout.left + layout.head), top)
        for ids, after in _runs(journey.phases)
    ]
    tops = {row.lane: row.y for row in layout.rows if row.lane}
    end = layout.rows[-1].y + layout.rows[-1].h if layout.rows else layout.height
    x = layout.left + layout.head - 16.0
    return (*made, *(Tucked(ids, x, tops.get(after, end)) for ids, after in _runs(journey.lanes)))


def _runs(things: Sequence[_Shown]) -> Iterable[tuple[tuple[str, ...], str]]:
    """The ids of hidden things that stand side by side, and the id of the one after them ("" at the end)."""
    run: list[str] = []
    for thing in things:
        if thing.hidden:
            run.append(thing.id)
        elif run:
            yield tuple(run), thing.id
            run = []
    if run:
        yield tuple(run), ""
