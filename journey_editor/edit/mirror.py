"""The layout of a map: the phase band at the top, or as a funnel between what is online and what is offline."""

from __future__ import annotations

from typing import Literal

from journey_editor.edit.change import the_map, with_map
from journey_editor.model.lanes import Lane
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.sides import channel_modes, is_mirrored, side_of_lane

Arrangement = Literal["top", "mirror"]


def arrange(project: Project, map_id: str, arrangement: Arrangement) -> Project:
    """ "mirror": online lanes above, the band as a funnel in the middle, offline lanes below. "top": the band over all.

    A lane without a mode goes to the side of most of its touchpoints; one that has no side at all stays on that where
    it is. The order within a side stays. Where nothing is online yet, the funnel waits at the top.
    """
    journey = the_map(project, map_id)
    if arrangement == "top":
        return with_map(project, journey.evolve(band_below="", theme=journey.theme.evolve(band="chevrons")))
    modes = channel_modes(project)
    ids = [lane.id for lane in journey.lanes]
    over = ids.index(journey.band_below) + 1 if journey.band_below in ids else 0
    above: list[Lane] = []
    below: list[Lane] = []
    for n, lane in enumerate(journey.lanes):
        side = side_of_lane(lane, modes) or ("online" if n < over else "offline")
        (above if side == "online" else below).append(lane)
    return with_map(
        project,
        journey.evolve(
            lanes=(*above, *below),
            band_below=above[-1].id if above else "",
            theme=journey.theme.evolve(band="funnel"),
        ),
    )


def on_its_side(journey: JourneyMap, lane_id: str) -> JourneyMap:
    """The map with a lane on the side that its mode says, beside the phase band; as it is if that runs at the top of a
    map that is no mirror, or the lane stands right."""
    ids = [lane.id for lane in journey.lanes]
    lane = journey.lanes[ids.index(lane_id)]
    over = ids.index(journey.band_below) + 1 if journey.band_below in ids else 0
    above = ids.index(lane_id) < over
    if not is_mirrored(journey) or lane.mode not in ("online", "offline") or (lane.mode == "online") == above:
        return journey
    others = [other for other in journey.lanes if other.id != lane_id]
    at = over if lane.mode == "online" else over - 1
    lanes = (*others[:at], lane, *others[at:])
    band = lane_id if lane.mode == "online" else (lanes[at - 1].id if at else "")
    return journey.evolve(lanes=lanes, band_below=band)
