"""Channels: the ways to reach the customer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from journey_editor.edit import order, overlay
from journey_editor.edit.change import EditError, changed, fresh, the_map
from journey_editor.edit.rewriting import each_card, each_lane
from journey_editor.model.cards import Card, Touchpoint
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import ChannelLane, Lane
from journey_editor.model.project import Channel, Project
from journey_editor.wording import tr


def add_channel(
    project: Project, *, name: str = "", before: str | None = None, new: IdSource = random_id, **fields: Any
) -> tuple[Project, str]:
    channel = changed(Channel(id=fresh(project, "ch", new)), {"name": name, **fields})
    return project.evolve(channels=order.insert(project.channels, channel, before)), channel.id


def set_channel(project: Project, channel_id: str, **fields: Any) -> Project:
    old = project.channels[order.index(project.channels, channel_id)]
    return project.evolve(channels=order.put(project.channels, changed(old, fields)))


def move_channel(project: Project, channel_id: str, before: str | None) -> Project:
    return project.evolve(channels=order.move(project.channels, channel_id, before))


def delete_channel(project: Project, channel_id: str, replace_with: str = "") -> Project:
    """The channel goes; touchpoints and lanes that named it name another one from now on, or none ("")."""
    return merge_channels(project, (channel_id,), replace_with)


def merge_channels(project: Project, ids: Iterable[str], into: str) -> Project:
    """Several channels become one: all that named one of them names `into` from now on, or none (""), and they go.

    `into` itself may be among them; it stays as it is. Raises EditError for a channel that is not there.
    """
    given = tuple(dict.fromkeys(ids))
    olds = frozenset(given) - {into}
    if into:
        order.index(project.channels, into)
        if given == (into,):
            raise EditError(tr("A channel cannot be replaced with itself."))
    for key in olds:
        order.index(project.channels, key)
    project = project.evolve(channels=tuple(channel for channel in project.channels if channel.id not in olds))
    return overlay.forget(_renamed(project, olds, into), olds)


def replace_channel(project: Project, old: str, new: str, map_id: str = "") -> Project:
    """Another channel in the place of one, in a map or in all (""); the one that was replaced stays in the list."""
    for key in (old, new):
        order.index(project.channels, key)
    if old == new:
        raise EditError(tr("A channel cannot be replaced with itself."))
    if not map_id:
        return _renamed(project, frozenset((old,)), new)
    the_map(project, map_id)
    others = {journey.id: journey for journey in project.maps if journey.id != map_id}
    # What is done to the one map is done to a project of this map alone, and the others are put back beside it.
    alone = _renamed(project.evolve(maps=(the_map(project, map_id),)), frozenset((old,)), new)
    maps = tuple(others.get(journey.id, alone.maps[0]) for journey in project.maps)
    return alone.evolve(maps=maps)


def _renamed(project: Project, olds: frozenset[str], new: str) -> Project:
    """The project with `new` named wherever one of the others was."""

    def in_lane(lane: Lane) -> Lane:
        if not isinstance(lane, ChannelLane):
            return lane
        named = (new if key in olds else key for key in lane.channels)
        marks = {
            (mark.channel, mark.step): mark for mark in lane.marks if mark.channel not in olds
        }  # a mark of the replacing channel wins over that of the replaced one
        for mark in lane.marks:
            if mark.channel in olds and new:
                marks.setdefault((new, mark.step), mark.evolve(channel=new))
        return lane.evolve(channels=tuple(dict.fromkeys(key for key in named if key)), marks=tuple(marks.values()))

    def in_card(card: Card) -> Card:
        if isinstance(card, Touchpoint) and card.channel in olds:
            return card.evolve(channel=new)
        return card

    return each_card(each_lane(project, in_lane), in_card)
