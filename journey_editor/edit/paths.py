"""Paths between touchpoints, and the traces of what was carried over to a counterpart."""

from __future__ import annotations

from typing import Any

from journey_editor.edit import order, overlay
from journey_editor.edit.change import EditError, changed, checked, fresh, gone, the_map, with_map
from journey_editor.model.cards import Touchpoint
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.paths import Counterpart, Path, PathKind
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import find_card
from journey_editor.wording import tr


def add_path(
    project: Project,
    map_id: str,
    source: str,
    target: str,
    kind: PathKind = "sequence",
    condition: str = "",
    persona: str = "",
    *,
    new: IdSource = random_id,
) -> tuple[Project, str]:
    """A path from one touchpoint of the map to another."""
    journey = the_map(project, map_id)
    _two_touchpoints(journey, source, target)
    path = Path(id=fresh(project, "pa", new), source=source, target=target)
    fields = {"kind": kind, "condition": condition, "persona": persona}
    path = checked(project, changed(path, fields), fields)
    return with_map(project, journey.evolve(paths=(*journey.paths, path))), path.id


def set_path(project: Project, path_id: str, **fields: Any) -> Project:
    """Kind, condition, whose it is, or another source or target."""
    journey, path = the_path(project, path_id)
    after = checked(project, changed(path, fields), fields)
    _two_touchpoints(journey, after.source, after.target)
    return with_map(project, journey.evolve(paths=order.put(journey.paths, after)))


def delete_path(project: Project, path_id: str) -> Project:
    journey, _ = the_path(project, path_id)
    return overlay.forget(with_map(project, journey.evolve(paths=order.remove(journey.paths, path_id))), (path_id,))


def add_counterpart(
    project: Project, map_id: str, source: str, target: str, *, new: IdSource = random_id
) -> tuple[Project, str]:
    """The trace that a touchpoint was carried over; the one there is, if it was said before."""
    journey = the_map(project, map_id)
    _two_touchpoints(journey, source, target)
    for trace in journey.counterparts:
        if (trace.source, trace.target) == (source, target):
            return project, trace.id
    trace = Counterpart(id=fresh(project, "cp", new), source=source, target=target)
    return with_map(project, journey.evolve(counterparts=(*journey.counterparts, trace))), trace.id


def delete_counterpart(project: Project, trace_id: str) -> Project:
    for journey in project.maps:
        if any(trace.id == trace_id for trace in journey.counterparts):
            return with_map(project, journey.evolve(counterparts=order.remove(journey.counterparts, trace_id)))
    raise gone(trace_id)


def the_path(project: Project, path_id: str) -> tuple[JourneyMap, Path]:
    """Raises EditError."""
    for journey in project.maps:
        for path in journey.paths:
            if path.id == path_id:
                return journey, path
    raise gone(path_id)


def _two_touchpoints(journey: JourneyMap, source: str, target: str) -> None:
    if source == target:
        raise EditError(tr("A touchpoint cannot be connected with itself."))
    for end in (source, target):
        if not isinstance(find_card(journey, end), Touchpoint):
            raise EditError(tr("Only touchpoints of the same map can be connected."))
