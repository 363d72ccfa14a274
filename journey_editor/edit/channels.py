"""Channels: the ways to reach the customer."""

from __future__ import annotations

from typing import Any

from journey_editor.edit import order, overlay
from journey_editor.edit.change import EditError, changed, fresh
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
    channels = order.remove(project.channels, channel_id)
    if replace_with:
        if replace_with == channel_id:
            raise EditError(tr("A channel cannot be replaced with itself."))
        order.index(channels, replace_with)
    project = project.evolve(channels=channels)

    def in_lane(lane: Lane) -> Lane:
        if not isinstance(lane, ChannelLane):
            return lane
        named = (replace_with if key == channel_id else key for key in lane.channels)
        marks = {
            (mark.channel, mark.step): mark for mark in lane.marks if mark.channel != channel_id
        }  # a mark of the replacing channel wins over that of the replaced one
        for mark in lane.marks:
            if mark.channel == channel_id and replace_with:
                marks.setdefault((replace_with, mark.step), mark.evolve(channel=replace_with))
        return lane.evolve(channels=tuple(dict.fromkeys(key for key in named if key)), marks=tuple(marks.values()))

    def in_card(card: Card) -> Card:
        if isinstance(card, Touchpoint) and card.channel == channel_id:
            return card.evolve(channel=replace_with)
        return card

    return overlay.forget(each_card(each_lane(project, in_lane), in_card), (channel_id,))
