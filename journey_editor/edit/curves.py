"""Emotion points drawn by hand, in an emotion lane."""

from __future__ import annotations

from typing import Any

from journey_editor.edit import order, overlay
from journey_editor.edit.change import EditError, changed, fresh, gone, with_map
from journey_editor.edit.lanes import the_lane
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import EmotionLane, EmotionPoint
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import steps
from journey_editor.wording import tr


def add_point(
    project: Project,
    lane_id: str,
    step_id: str,
    persona_id: str,
    *,
    value: float = 0.0,
    position: float = 0.5,
    label: str = "",
    new: IdSource = random_id,
) -> tuple[Project, str]:
    """A point on a persona's curve; `position` runs from 0 to 1 across the step."""
    journey, lane = the_lane(project, lane_id)
    if not isinstance(lane, EmotionLane):
        raise EditError(tr("Only an emotion lane holds points."))
    point = EmotionPoint(id=fresh(project, "pt", new), step=step_id, persona=persona_id, value=0.0)
    point = changed(point, {"value": value, "position": position, "label": label})
    _sound(project, journey, point)
    after = lane.evolve(points=(*lane.points, point))
    return with_map(project, journey.evolve(lanes=order.put(journey.lanes, after))), point.id


def set_point(project: Project, point_id: str, **fields: Any) -> Project:
    journey, lane = the_point(project, point_id)
    point = changed(lane.points[order.index(lane.points, point_id)], fields)
    _sound(project, journey, point)
    after = lane.evolve(points=order.put(lane.points, point))
    return with_map(project, journey.evolve(lanes=order.put(journey.lanes, after)))


def delete_point(project: Project, point_id: str) -> Project:
    journey, lane = the_point(project, point_id)
    after = lane.evolve(points=order.remove(lane.points, point_id))
    project = with_map(project, journey.evolve(lanes=order.put(journey.lanes, after)))
    return overlay.forget(project, (point_id,))


def the_point(project: Project, point_id: str) -> tuple[JourneyMap, EmotionLane]:
    """The map and lane of a point. Raises EditError."""
    for journey in project.maps:
        for lane in journey.lanes:
            if isinstance(lane, EmotionLane) and any(point.id == point_id for point in lane.points):
                return journey, lane
    raise gone(point_id)


def _sound(project: Project, journey: JourneyMap, point: EmotionPoint) -> None:
    if all(step.id != point.step for step in steps(journey)):
        raise gone(point.step)
    order.index(project.personas, point.persona)
