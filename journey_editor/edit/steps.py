"""Steps: splitting a phase into columns, moving and joining them."""

from __future__ import annotations

from typing import Any

from journey_editor.edit import order, overlay
from journey_editor.edit.cells import in_step_order
from journey_editor.edit.change import EditError, changed, fresh, gone, with_map
from journey_editor.edit.columns import without_steps
from journey_editor.edit.phases import the_phase
from journey_editor.model.columns import Phase, Step
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.project import JourneyMap, Project
from journey_editor.wording import tr


def add_step(
    project: Project,
    phase_id: str,
    *,
    title: str = "",
    before: str | None = None,
    new: IdSource = random_id,
    **fields: Any,
) -> tuple[Project, str]:
    """One more column in a phase, before another step of it or at its end. The cards stay where they are."""
    journey, phase = the_phase(project, phase_id)
    step = changed(Step(id=fresh(project, "st", new)), {"title": title, **fields})
    return _with_phase(project, journey, phase.evolve(steps=order.insert(phase.steps, step, before))), step.id


def set_step(project: Project, step_id: str, **fields: Any) -> Project:
    journey, phase, step = the_step(project, step_id)
    return _with_phase(project, journey, phase.evolve(steps=order.put(phase.steps, changed(step, fields))))


def move_step(project: Project, step_id: str, phase_id: str, before: str | None) -> Project:
    """The step with its cells to a place in a phase of the same map; the last step of a phase cannot leave it."""
    journey, source, step = the_step(project, step_id)
    target = next((phase for phase in journey.phases if phase.id == phase_id), None)
    if target is None:
        raise EditError(tr("A step can only move to a phase of its own map."))
    if target is source:
        after = source.evolve(steps=order.move(source.steps, step_id, before))
        return _sorted(project, journey.evolve(phases=order.put(journey.phases, after)))
    _not_the_last(source)
    left = source.evolve(steps=order.remove(source.steps, step_id))
    grown = target.evolve(steps=order.insert(target.steps, step, before))
    return _sorted(project, journey.evolve(phases=order.put(order.put(journey.phases, left), grown)))


def delete_step(project: Project, step_id: str) -> Project:
    """The step goes with its cells and the paths of their cards. Raises EditError for the last step of a phase."""
    journey, phase, _ = the_step(project, step_id)
    _not_the_last(phase)
    after = journey.evolve(phases=order.put(journey.phases, phase.evolve(steps=order.remove(phase.steps, step_id))))
    after, lost = without_steps(after, (step_id,))
    return overlay.forget(with_map(project, after), (step_id, *lost))


def the_step(project: Project, step_id: str) -> tuple[JourneyMap, Phase, Step]:
    """Raises EditError."""
    for journey in project.maps:
        for phase in journey.phases:
            for step in phase.steps:
                if step.id == step_id:
                    return journey, phase, step
    raise gone(step_id)


def _not_the_last(phase: Phase) -> None:
    if len(phase.steps) == 1:
        raise EditError(tr("A phase keeps at least one step. Delete or move the whole phase instead."))


def _with_phase(project: Project, journey: JourneyMap, phase: Phase) -> Project:
    return with_map(project, journey.evolve(phases=order.put(journey.phases, phase)))


def _sorted(project: Project, journey: JourneyMap) -> Project:
    return with_map(project, in_step_order(journey))
