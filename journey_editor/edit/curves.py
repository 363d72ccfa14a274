"""The points of an emotion lane: those drawn by hand, and those that are a touchpoint's emotions."""

from __future__ import annotations

from typing import Any

from journey_editor.edit import order, overlay
from journey_editor.edit.cards import set_emotion
from journey_editor.edit.change import EditError, changed, fresh, gone, with_map
from journey_editor.edit.lanes import the_lane
from journey_editor.model.cards import Touchpoint
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import EmotionLane, EmotionPoint
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import all_cards, find_card, steps
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


def feel(
    project: Project,
    lane_id: str,
    step_id: str,
    persona_id: str,
    value: float,
    *,
    at: str = "",
    expected: bool = False,
    position: float = 0.5,
    new: IdSource = random_id,
) -> tuple[Project, str]:
    """A value on a persona's curve, and the id of what bears it.

    `at` is a touchpoint or a point drawn by hand (which then moves to that step and position). Without it, the first
    touchpoint of the step for which nothing is said yet takes it; where there is none, a point is drawn by hand, and
    the lane shows such points from then on. `expected` says what was expected instead of what is felt.
    """
    journey, lane = the_lane(project, lane_id)
    if not isinstance(lane, EmotionLane):
        raise EditError(tr("Only an emotion lane holds points."))
    if any(point.id == at for point in lane.points):
        return set_point(project, at, step=step_id, position=position, value=value), at
    bearer = at or bearer_for(journey, lane, step_id, persona_id)
    if bearer:
        field = "expected" if expected else "value"
        return set_emotion(project, bearer, persona_id, **{field: value}), bearer
    if lane.points_from == "touchpoints":
        project = with_map(project, journey.evolve(lanes=order.put(journey.lanes, lane.evolve(points_from="both"))))
    return add_point(project, lane_id, step_id, persona_id, value=value, position=position, new=new)


def bearer_for(journey: JourneyMap, lane: EmotionLane, step_id: str, persona_id: str) -> str:
    """The first touchpoint of a step that could bear a feeling of the persona and bears none; "" if there is none."""
    if lane.points_from in ("hand", "compare"):  # there, the computed curve is what the touchpoints say already
        return ""
    for holder, step, card in all_cards(journey):
        if step == step_id and not holder.hidden and isinstance(card, Touchpoint):
            felt = next((emotion.value for emotion in card.emotions if emotion.persona == persona_id), None)
            if felt is None:
                return card.id
    return ""


def unfeel(project: Project, lane_id: str, at: str, persona_id: str, *, expected: bool = False) -> Project:
    """Take a value off a persona's curve: a touchpoint's feeling with its words, what was expected there, or a point
    that was drawn by hand."""
    journey, lane = the_lane(project, lane_id)
    if isinstance(lane, EmotionLane) and any(point.id == at for point in lane.points):
        return delete_point(project, at)
    if not isinstance(find_card(journey, at), Touchpoint):
        raise gone(at)
    if expected:
        return set_emotion(project, at, persona_id, expected=None)
    project = set_emotion(project, at, persona_id, value=None, label="")
    card = find_card(the_lane(project, lane_id)[0], at)
    for index, emotion in enumerate(card.emotions if isinstance(card, Touchpoint) else ()):
        if emotion.persona == persona_id:  # what was expected stays, and the words go in all languages
            project = overlay.forget_text(project, at, f"emotions.{index}.label")
    return project


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
