"""Where the channels of a project are used, and what would be lost with one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple

from .cards import Touchpoint
from .lanes import ChannelLane
from .project import Project
from .queries import all_cards


class Uses(NamedTuple):
    """How many touchpoints name a channel, in how many maps, and how many marks and lists of matrix lanes do."""

    touchpoints: int = 0
    maps: int = 0
    marks: int = 0
    lanes: int = 0

    @property
    def any(self) -> bool:
        return bool(self.touchpoints or self.marks or self.lanes)


def channel_uses(project: Project) -> Mapping[str, Uses]:
    """The uses of each channel, by id; those of touchpoints without one under ""."""
    cards, maps, marks, lanes = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for journey in project.maps:
        here = Counter(card.channel for _, _, card in all_cards(journey) if isinstance(card, Touchpoint))
        cards.update(here)
        maps.update(here.keys())
        for lane in journey.lanes:
            if isinstance(lane, ChannelLane):
                marks.update(mark.channel for mark in lane.marks)
                lanes.update(lane.channels)
    keys = {channel.id for channel in project.channels} | {""}
    return {key: Uses(cards[key], maps[key], marks[key], lanes[key]) for key in keys}


def touchpoints_of(project: Project, map_id: str, channels: Collection[str]) -> tuple[str, ...]:
    """The touchpoints of a map that use one of the channels."""
    return tuple(
        card.id
        for journey in project.maps
        if journey.id == map_id
        for _, _, card in all_cards(journey)
        if isinstance(card, Touchpoint) and card.channel in channels
    )
