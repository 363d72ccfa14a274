"""How much of the map belongs to a thing: a phase is its columns, a lane its row, a card itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journey_editor.layout.result import Box, Layout


def around(boxes: Sequence[Box]) -> Box:
    """The rectangle around all of some boxes."""
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    right, bottom = max(b.x + b.w for b in boxes), max(b.y + b.h for b in boxes)
    return Box("part", "", left, top, right - left, bottom - top)


def extent_of(layout: Layout, thing: str) -> Box | None:
    """All of a thing: a phase or step with its columns, a lane with its cells. None for what is not on the map."""
    box = layout.box(thing)
    if box is None or not layout.rows:
        return box
    if box.kind in ("phase", "step"):
        top, last = layout.rows[0].y, layout.rows[-1]
        return box._replace(y=top, h=last.y + last.h - top)
    if box.kind == "lane":
        return box._replace(w=layout.right - box.x)
    return box


def phase_around(layout: Layout, things: Iterable[str], view: Box) -> Box | None:
    """The whole phase in which the first of some things lies; without any, the one in the middle of the view.

    None on a map without phases.
    """
    for thing in things:
        box = layout.box(thing)
        if box is not None and box.kind not in ("lane", "title"):
            return _phase_at(layout, box.x + box.w / 2)
    return _phase_at(layout, view.x + view.w / 2)


def _phase_at(layout: Layout, x: float) -> Box | None:
    near = min(layout.phases, key=lambda phase: abs(phase.x + phase.w / 2 - x), default=None)
    within = next((phase for phase in layout.phases if phase.x <= x < phase.x + phase.w), near)
    return None if within is None else extent_of(layout, within.id)
