"""The maps of a project."""

from __future__ import annotations

from typing import Any, Literal

from journey_editor.edit import order, overlay
from journey_editor.edit.change import EditError, changed, checked, fresh, the_map, with_map
from journey_editor.edit.lanes import set_band
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.things import things_of
from journey_editor.wording import tr

_FIXED = frozenset(("id", "phases", "lanes", "paths", "counterparts", "origins"))


def add_map(
    project: Project,
    title: str = "",
    kind: Literal["as-is", "to-be"] = "as-is",
    *,
    before: str | None = None,
    new: IdSource = random_id,
    **fields: Any,
) -> tuple[Project, str]:
    """An empty map, before another one or at the end."""
    journey = changed(JourneyMap(id=fresh(project, "mp", new)), {"title": title, "kind": kind, **fields}, fixed=_FIXED)
    _sound(project, journey, fields)
    return project.evolve(maps=order.insert(project.maps, journey, before)), journey.id


def set_map(project: Project, map_id: str, **fields: Any) -> Project:
    if "band_below" in fields:
        project = set_band(project, map_id, fields.pop("band_below"))
    journey = changed(the_map(project, map_id), fields, fixed=_FIXED)
    return with_map(project, _sound(project, journey, fields))


def move_map(project: Project, map_id: str, before: str | None) -> Project:
    return project.evolve(maps=order.move(project.maps, map_id, before))


def delete_map(project: Project, map_id: str) -> Project:
    """The map goes with all it holds. Raises EditError for the only one: a project always shows a map."""
    journey = the_map(project, map_id)
    if len(project.maps) == 1:
        raise EditError(tr("A project keeps at least one map."))
    held = (thing.id for thing in things_of(journey))
    return overlay.forget(project.evolve(maps=order.remove(project.maps, map_id)), (map_id, *held))


def _sound(project: Project, journey: JourneyMap, fields: dict[str, Any]) -> JourneyMap:
    if "personas" in fields and len(set(journey.personas)) != len(journey.personas):
        raise EditError(tr("Nothing can be listed twice here."))
    return checked(project, journey, fields)
