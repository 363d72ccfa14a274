"""Marks set by hand in a channel matrix."""

from __future__ import annotations

from typing import Any

from journey_editor.edit import order
from journey_editor.edit.change import EditError, changed, gone, with_map
from journey_editor.edit.lanes import the_lane
from journey_editor.model.lanes import ChannelLane, ChannelMark
from journey_editor.model.project import Project
from journey_editor.model.queries import steps
from journey_editor.wording import tr


def set_mark(project: Project, lane_id: str, channel_id: str, step_id: str, importance: int) -> Project:
    """How important a channel is in a step, 1 to 3; 0 takes the mark away."""
    journey, lane = the_lane(project, lane_id)
    if not isinstance(lane, ChannelLane):
        raise EditError(tr("Only a channel lane holds marks."))
    order.index(project.channels, channel_id)
    if all(step.id != step_id for step in steps(journey)):
        raise gone(step_id)
    place = next((i for i, mark in enumerate(lane.marks) if (mark.channel, mark.step) == (channel_id, step_id)), None)
    marks = list(lane.marks)
    if importance == 0:
        if place is not None:
            del marks[place]
    elif place is None:
        marks.append(changed(ChannelMark(channel=channel_id, step=step_id), {"importance": importance}))
    else:
        marks[place] = changed(marks[place], {"importance": importance})
    after = lane.evolve(marks=tuple(marks))
    return with_map(project, journey.evolve(lanes=order.put(journey.lanes, after)))


def change_mark(project: Project, lane_id: str, channel_id: str, step_id: str, **fields: Any) -> Project:
    """Another channel, step or importance for a mark, which keeps its place in the list. Raises EditError where there
    is a mark already."""
    journey, lane = the_lane(project, lane_id)
    if not isinstance(lane, ChannelLane):
        raise EditError(tr("Only a channel lane holds marks."))
    places = [(mark.channel, mark.step) for mark in lane.marks]
    if (channel_id, step_id) not in places:
        raise gone(step_id)
    at = places.index((channel_id, step_id))
    mark = changed(lane.marks[at], fields)
    order.index(project.channels, mark.channel)
    if all(step.id != mark.step for step in steps(journey)):
        raise gone(mark.step)
    if (mark.channel, mark.step) in (*places[:at], *places[at + 1 :]):
        raise EditError(tr("There is a mark for this channel and step already."))
    after = lane.evolve(marks=(*lane.marks[:at], mark, *lane.marks[at + 1 :]))
    return with_map(project, journey.evolve(lanes=order.put(journey.lanes, after)))
