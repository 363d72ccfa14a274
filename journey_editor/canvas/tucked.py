"""Where something is hidden: a quiet mark on the border at which it would stand, that a click turns back into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from journey_editor.layout.result import Layout
from journey_editor.model.project import JourneyMap

from .heads import Heads
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
        Tucked("phase", ids, starts.get(after, layout.right if layout.phases else layout.left + layout.head), top)
        for ids, after in _runs(journey.phases)
    ]
    tops = {row.lane: row.y for row in layout.rows if row.lane}
    end = layout.rows[-1].y + layout.rows[-1].h if layout.rows else layout.height
    x = layout.left + layout.head - 16.0
    return (*made, *(Tucked("lane", ids, x, tops.get(after, end)) for ids, after in _runs(journey.lanes)))


def staying(heads: Heads, mark: Tucked) -> Tucked | None:
    """The mark where it is to be seen now: on the band or the lane heads where these stay at an edge, and None as long
    as its border lies under the others of them."""
    camera, band, lanes = heads.camera, heads.band, heads.lanes
    origin, scale = camera.origin, camera.scale
    if mark.kind == "phase":
        if lanes is not None and mark.x * scale + origin.x() < lanes.rect.right():
            return None
        return mark if band is None else mark._replace(y=mark.y + (band.origin.y() - origin.y()) / scale)
    if band is not None:
        y = mark.y * scale + origin.y()
        if y < band.rect.bottom() if band.rect.top() == 0 else y > band.rect.top() + 1:
            return None
    return mark if lanes is None else mark._replace(x=mark.x + (lanes.origin.x() - origin.x()) / scale)


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
