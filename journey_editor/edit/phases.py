"""Adding, changing, moving and deleting phases."""

from __future__ import annotations

from typing import Any

from journey_editor.edit import order, overlay
from journey_editor.edit.cells import in_step_order
from journey_editor.edit.change import changed, fresh, gone, the_map, with_map
from journey_editor.edit.columns import without_steps
from journey_editor.model.columns import Phase, Step
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.project import JourneyMap, Project

_FIXED = frozenset(("id", "steps"))


def add_phase(
    project: Project,
    map_id: str,
    *,
    title: str = "",
    before: str | None = None,
    new: IdSource = random_id,
    **fields: Any,
) -> tuple[Project, str]:
    """A new phase with one unnamed step, before another phase or at the end."""
    journey = the_map(project, map_id)
    phase = Phase(id=fresh(project, "ph", new), steps=(Step(id=fresh(project, "st", new)),))
    phase = changed(phase, {"title": title, **fields}, fixed=_FIXED)
    after = journey.evolve(phases=order.insert(journey.phases, phase, before))
    return with_map(project, after), phase.id


def set_phase(project: Project, phase_id: str, **fields: Any) -> Project:
    journey, phase = the_phase(project, phase_id)
    after = changed(phase, fields, fixed=_FIXED)
    return with_map(project, journey.evolve(phases=order.put(journey.phases, after)))


def move_phase(project: Project, phase_id: str, before: str | None) -> Project:
    """The phase with all that lies in it, before another phase of its map or to the end."""
    journey, _ = the_phase(project, phase_id)
    phases = order.move(journey.phases, phase_id, before)
    return with_map(project, in_step_order(journey.evolve(phases=phases)))


def delete_phase(project: Project, phase_id: str) -> Project:
    """The phase goes with its cells, and with the paths, counterparts and translations of what lay in them."""
    journey, phase = the_phase(project, phase_id)
    ids = frozenset(step.id for step in phase.steps)
    after, lost = without_steps(journey.evolve(phases=order.remove(journey.phases, phase_id)), ids)
    return overlay.forget(with_map(project, after), (phase_id, *ids, *lost))


def the_phase(project: Project, phase_id: str) -> tuple[JourneyMap, Phase]:
    """Raises EditError."""
    for journey in project.maps:
        for phase in journey.phases:
            if phase.id == phase_id:
                return journey, phase
    raise gone(phase_id)
