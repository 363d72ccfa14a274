"""Height that a page has left over, given to the lanes on it: room to breathe and to add by hand, and higher curves."""

from __future__ import annotations

from journey_editor.model.project import JourneyMap

from .fit import Fit, Room
from .paper import MOST

#: The share of the room's height that is too much to be left empty below a map that fills the page.
_MUCH = 0.12
#: How much higher lanes get at most on one of several pages: a page that shows little may say so.
_HIGHER = 1.7


def shared_out(journey: JourneyMap, fit: Fit, room: Room) -> JourneyMap | None:
    """A map on one page with lanes that share what is left over; None if that is not much."""
    rows, spare = _rows(journey, fit), room.height - fit.height
    if spare < room.height * _MUCH or not rows:
        return None
    each = spare / fit.scale / len(rows)
    return _with(journey, {lane: h + each for lane, h in rows.items()})


def stretched(part: JourneyMap, fit: Fit, room: Room) -> JourneyMap | None:
    """One part of several, with lanes that are higher by the same factor; None if hardly anything is left over."""
    rows, spare = _rows(part, fit), room.height - fit.height
    if spare < room.height * _MUCH / 2 or not rows:
        return None
    factor = min(1.0 + spare / fit.scale / sum(rows.values()), _HIGHER)
    return _with(part, {lane: h * factor for lane, h in rows.items()})


def _rows(journey: JourneyMap, fit: Fit) -> dict[str, float]:
    """The heights of the lanes that may be higher."""
    rows = {row.lane: row.h for row in fit.layout.rows if row.lane and row.block.kind != "separator"}
    return {lane.id: rows[lane.id] for lane in journey.lanes if lane.id in rows and not lane.collapsed}


def _with(journey: JourneyMap, heights: dict[str, float]) -> JourneyMap:
    lanes = tuple(
        lane.evolve(height=min(heights[lane.id], MOST)) if lane.id in heights else lane for lane in journey.lanes
    )
    return journey.evolve(lanes=lanes)
