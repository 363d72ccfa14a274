"""Online and offline: to which side of a mirror map a touchpoint or lane belongs, and what has a counterpart there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal, NamedTuple

from .cards import Mode, Touchpoint
from .lanes import Lane, TouchpointLane
from .project import JourneyMap, Project
from .queries import find_card, index_of

Side = Literal["online", "offline"]


def other_side(side: Side) -> Side:
    return "offline" if side == "online" else "online"


def channel_modes(project: Project) -> dict[str, Mode]:
    """The mode of each channel, by id."""
    return {channel.id: channel.mode for channel in project.channels}


def mode_in(card: Touchpoint, lane: Lane, modes: Mapping[str, Mode]) -> Mode:
    """Online, offline or both: the touchpoint's own word, else its channel's, else its lane's."""
    return card.mode or modes.get(card.channel, "") or lane.mode


def side_of_lane(lane: Lane, modes: Mapping[str, Mode]) -> Side | None:
    """The side by the lane's mode; by that of most of its touchpoints if it has none; None where neither says."""
    if lane.mode == "online" or lane.mode == "offline":
        return lane.mode
    if lane.mode or not isinstance(lane, TouchpointLane):
        return None
    counted = Counter(mode_in(card, lane, modes) for cell in lane.cells for card in cell.cards)
    if counted["online"] == counted["offline"]:
        return None
    return "online" if counted["online"] > counted["offline"] else "offline"


def is_mirrored(journey: JourneyMap) -> bool:
    """Whether the phase band runs between the lanes as in a mirror map, or waits as a funnel for lanes above it."""
    return bool(journey.band_below) or journey.theme.band == "funnel"


def mode_on_map(project: Project, journey: JourneyMap, card_id: str) -> Mode:
    """Online, offline or both of a touchpoint by its id; "" for what is none, or is not on the map."""
    for lane in journey.lanes:
        if isinstance(lane, TouchpointLane) and (found := index_of(lane).get(card_id)) is not None:
            return mode_in(lane.cells[found[0]].cards[found[1]], lane, channel_modes(project))
    return ""


class Placed(NamedTuple):
    """A touchpoint with where it lies."""

    lane: str
    step: str
    card: Touchpoint


def without_counterpart(project: Project, journey: JourneyMap, side: Side = "offline") -> tuple[Placed, ...]:
    """The touchpoints of a side that no trace joins to one of the other side: lane by lane, step by step."""
    linked = {end for trace in journey.counterparts for end in (trace.source, trace.target)}
    modes = channel_modes(project)
    return tuple(
        Placed(lane.id, cell.step, card)
        for lane in journey.lanes
        if isinstance(lane, TouchpointLane)
        for cell in lane.cells
        for card in cell.cards
        if card.id not in linked and mode_in(card, lane, modes) == side
    )


def suggested_channel(project: Project, card: Touchpoint, to: Side) -> str:
    """The channel to which touchpoints of this one's channel were carried over most often; "" where none was.

    Traces count in both directions and in all maps: whoever led the letter to the e-mail will do so again.
    """
    if not card.channel:
        return ""
    modes = channel_modes(project)
    led: Counter[str] = Counter()
    for journey in project.maps:
        for trace in journey.counterparts:
            ends = find_card(journey, trace.source), find_card(journey, trace.target)
            for here, there in (ends, ends[::-1]):
                if isinstance(here, Touchpoint) and isinstance(there, Touchpoint) and here.channel == card.channel:
                    led[there.channel] += modes.get(there.channel, "") in (to, "both")
    best = [channel.id for channel in project.channels if led[channel.id]]
    return max(best, key=lambda key: led[key], default="")
