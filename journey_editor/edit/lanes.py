"""Adding, changing, moving and deleting lanes, and placing the phase band between them."""

from __future__ import annotations

from typing import Any, cast

from journey_editor.edit import order, overlay
from journey_editor.edit.change import EditError, changed, checked, fresh, gone, the_map, with_map
from journey_editor.edit.columns import without_ways
from journey_editor.edit.mirror import on_its_side
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import LANE_OF_KIND, EmotionLane, Lane, LaneKind
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import holds_cards
from journey_editor.wording import tr

# What a lane holds has edits of its own (cards, curves, matrix), because it has to fit the map's steps.
_FIXED = frozenset(("id", "kind", "cells", "points", "marks"))


def add_lane(
    project: Project,
    map_id: str,
    kind: LaneKind,
    *,
    title: str = "",
    before: str | None = None,
    above_band: bool = False,
    new: IdSource = random_id,
    **fields: Any,
) -> tuple[Project, str]:
    """An empty lane of a kind, before another lane or at the bottom.

    Where it comes to lie right at the phase band, `above_band` says on which side.
    """
    journey = the_map(project, map_id)
    lane = cast(Lane, LANE_OF_KIND[kind](id=fresh(project, "ln", new), kind=kind))
    lane = _checked(project, changed(lane, {"title": title, **fields}, fixed=_FIXED), fields)
    lanes = order.insert(journey.lanes, lane, before)
    band = _band_beside(lanes, lane.id, journey.band_below, above_band) if above_band else journey.band_below
    return with_map(project, journey.evolve(lanes=lanes, band_below=band)), lane.id


def set_lane(project: Project, lane_id: str, **fields: Any) -> Project:
    """Fields of a lane; in a mirror map, another mode takes it to its side."""
    journey, lane = the_lane(project, lane_id)
    after = _checked(project, changed(lane, fields, fixed=_FIXED), fields)
    journey = journey.evolve(lanes=order.put(journey.lanes, after))
    return with_map(project, on_its_side(journey, lane_id) if after.mode != lane.mode else journey)


def move_lane(project: Project, lane_id: str, before: str | None, *, above_band: bool | None = None) -> Project:
    """The lane before another lane of its map, or to the bottom. The phase band stays between its lanes.

    Where the lane comes to lie right at the band, `above_band` says on which side; None: on that where it was, else
    below.
    """
    journey, _ = the_lane(project, lane_id)
    lanes = order.move(journey.lanes, lane_id, before)
    band = journey.band_below
    if band == lane_id and lanes != journey.lanes:
        band = _above(journey.lanes, lane_id)
    if above_band is not None:
        band = _band_beside(lanes, lane_id, band, above_band)
    return with_map(project, journey.evolve(lanes=lanes, band_below=band))


def delete_lane(project: Project, lane_id: str) -> Project:
    """The lane goes with its cards, and with their paths, counterparts and translations."""
    journey, lane = the_lane(project, lane_id)
    held: frozenset[str] = frozenset()
    if holds_cards(lane):
        held = frozenset(card.id for cell in lane.cells for card in cell.cards)
    elif isinstance(lane, EmotionLane):
        held = frozenset(point.id for point in lane.points)
    band = journey.band_below if journey.band_below != lane_id else _above(journey.lanes, lane_id)
    after, ways = without_ways(journey.evolve(lanes=order.remove(journey.lanes, lane_id), band_below=band), held)
    return overlay.forget(with_map(project, after), (lane_id, *held, *ways))


def set_band(project: Project, map_id: str, below: str) -> Project:
    """The phase band right below a lane of the map, or at the top ("")."""
    journey = the_map(project, map_id)
    if below:
        order.index(journey.lanes, below)
    return with_map(project, journey.evolve(band_below=below))


def the_lane(project: Project, lane_id: str) -> tuple[JourneyMap, Lane]:
    """Raises EditError."""
    for journey in project.maps:
        for lane in journey.lanes:
            if lane.id == lane_id:
                return journey, lane
    raise gone(lane_id)


def _above(lanes: tuple[Lane, ...], lane_id: str) -> str:
    """The lane above, which the phase band falls to when its own lane leaves; "" where there is none."""
    at = order.index(lanes, lane_id)
    return lanes[at - 1].id if at else ""


def _band_beside(lanes: tuple[Lane, ...], lane_id: str, band: str, above_band: bool) -> str:
    """The position of the band if the lane shall lie on this side of it; unchanged where the two do not touch."""
    above = _above(lanes, lane_id)
    if above_band:
        return lane_id if band == above else band
    return above if band == lane_id else band


def _checked(project: Project, lane: Lane, fields: dict[str, Any]) -> Lane:
    for field in ("personas", "channels"):
        named = fields.get(field, ())
        if len(set(named)) != len(named):
            raise EditError(tr("Nothing can be listed twice here."))
    return checked(project, lane, fields)
