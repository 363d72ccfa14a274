"""Carrying over ("umlegen"): making the online counterparts of offline touchpoints, or the reverse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from journey_editor.edit import order, overlay
from journey_editor.edit.cards import add_card, the_card
from journey_editor.edit.change import EditError, the_map
from journey_editor.edit.lanes import add_lane
from journey_editor.edit.paths import add_counterpart
from journey_editor.model.cards import Mode, Touchpoint
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import Lane, TouchpointLane
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import find_channel
from journey_editor.model.sides import (
    Side,
    channel_modes,
    is_mirrored,
    mode_in,
    other_side,
    side_of_lane,
    suggested_channel,
)
from journey_editor.wording import tr

#: What a counterpart takes over: what is said stays the same, where and by which medium is what changes.
TAKEN_OVER = ("title", "description", "content", "call_to_action", "owner")


def carry_over(
    project: Project,
    ids: Iterable[str],
    *,
    to: Side = "online",
    channel: str | Mapping[str, str] | None = None,
    lane: str = "",
    lane_title: str = "",
    new: IdSource = random_id,
    **fields: Any,
) -> tuple[Project, tuple[str, ...]]:
    """A counterpart on the other side for each touchpoint, in its step, with the trace; and their ids, in map order.

    `channel` is the counterparts' channel: an id, "" for none, ids by touchpoint, or None for what those of the same
    channel were carried over to before. `lane` is where they go; "" is the lane of that side that uses the channel
    most, or is nearest, and if there is none a new one called `lane_title`. A counterpart takes over `TAKEN_OVER` with
    its translations and is possible and proposed, unless `fields` say otherwise, for all of them.

    Raises EditError for what is not a touchpoint, or is on that side already; then nothing is carried over.
    """
    made: list[str] = []
    for card_id in _in_order(project, ids):
        spot = the_card(project, card_id)
        card, modes = spot.card, channel_modes(project)
        if not isinstance(card, Touchpoint):
            raise EditError(tr("Only touchpoints can be carried over."))
        if mode_in(card, spot.lane, modes) in (to, "both"):
            raise EditError(_there_already(card, to))
        wanted = suggested_channel(project, card, to) if channel is None else channel
        key = wanted if isinstance(wanted, str) else wanted.get(card_id, "")
        if lane:
            target = lane
        else:
            project, target = _lane_for(project, spot.journey, spot.lane, to, key, lane_title, new)
        taken = [field for field in TAKEN_OVER if field not in fields]
        its = find_channel(project, key) if key else None
        settled: Mode = "" if its is not None and its.mode == to else to
        values = {"channel": key, "mode": settled, "status": "possible", "evidence": "proposed"}
        values |= {field: getattr(card, field) for field in taken}
        step = spot.lane.cells[spot.c].step
        project, counterpart = add_card(project, target, step, new=new, **{**values, **fields})
        project = overlay.copied(project, {card_id: counterpart}, fields=taken)
        project, _ = add_counterpart(project, spot.journey.id, card_id, counterpart, new=new)
        made.append(counterpart)
    return project, tuple(made)


def link_counterparts(
    project: Project, ids: Iterable[str], target: str, *, to: Side = "online", new: IdSource = random_id
) -> tuple[Project, tuple[str, ...]]:
    """Say of touchpoints that they were carried over to one that is there already; the ids of the traces.

    Raises EditError if one of them is of the side `to` already, or the target of the other side.
    """
    made: list[str] = []
    modes = channel_modes(project)
    there = the_card(project, target)
    if isinstance(there.card, Touchpoint) and mode_in(there.card, there.lane, modes) == other_side(to):
        raise EditError(_there_already(there.card, other_side(to)))
    for card_id in _in_order(project, ids):
        spot = the_card(project, card_id)
        if isinstance(spot.card, Touchpoint) and mode_in(spot.card, spot.lane, modes) == to:
            raise EditError(_there_already(spot.card, to))
        project, trace = add_counterpart(project, spot.journey.id, card_id, target, new=new)
        made.append(trace)
    return project, tuple(made)


def _in_order(project: Project, ids: Iterable[str]) -> list[str]:
    """The ids from left to right, and from top to bottom in each step, each once."""

    def place(card_id: str) -> tuple[int, int, int, int]:
        spot = the_card(project, card_id)
        steps = [step.id for phase in spot.journey.phases for step in phase.steps]
        return (
            order.index(project.maps, spot.journey.id),
            steps.index(spot.lane.cells[spot.c].step),
            order.index(spot.journey.lanes, spot.lane.id),
            spot.k,
        )

    return sorted(dict.fromkeys(ids), key=place)


def _there_already(card: Touchpoint, to: Side) -> str:
    title = card.title or tr("Untitled")
    if to == "online":
        return tr("“{title}” is online already.", title=title)
    return tr("“{title}” is offline already.", title=title)


def _lane_for(
    project: Project, journey: JourneyMap, source: Lane, to: Side, channel: str, title: str, new: IdSource
) -> tuple[Project, str]:
    """The lane of a side for touchpoints of a channel; a new one where the map has none."""
    journey, modes = the_map(project, journey.id), channel_modes(project)
    here = order.index(journey.lanes, source.id)
    found = [
        (n, lane)
        for n, lane in enumerate(journey.lanes)
        if isinstance(lane, TouchpointLane) and not lane.hidden and side_of_lane(lane, modes) == to
    ]
    if not found:
        return _new_lane(project, journey, to, title, new)
    used = Counter({lane.id: _uses(lane, channel) for _, lane in found})
    return project, min(found, key=lambda at: (-used[at[1].id], abs(at[0] - here)))[1].id


def _uses(lane: TouchpointLane, channel: str) -> int:
    return sum(card.channel == channel for cell in lane.cells for card in cell.cards) if channel else 0


def _new_lane(project: Project, journey: JourneyMap, to: Side, title: str, new: IdSource) -> tuple[Project, str]:
    """A lane of a side beside the phase band of a mirror map; else beside the first or last lane of the other side."""
    lanes = journey.lanes
    if is_mirrored(journey):
        at = order.index(lanes, journey.band_below) + 1 if journey.band_below else 0
    else:
        modes = channel_modes(project)
        others = [n for n, lane in enumerate(lanes) if side_of_lane(lane, modes) == other_side(to)]
        touched = others or [n for n, lane in enumerate(lanes) if isinstance(lane, TouchpointLane)] or [0]
        at = touched[0] if to == "online" else touched[-1] + 1
    before = lanes[at].id if at < len(lanes) else None
    above = to == "online" and is_mirrored(journey)
    return add_lane(project, journey.id, "touchpoints", title=title, before=before, above_band=above, new=new, mode=to)
