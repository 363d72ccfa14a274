"""Making a map ready for a workshop: phases, a lane on either side of the phase band, a curve, somebody to feel."""

from __future__ import annotations

from journey_editor.edit.change import the_map
from journey_editor.edit.lanes import add_lane, set_lane
from journey_editor.edit.mirror import arrange
from journey_editor.edit.personas import add_persona
from journey_editor.edit.phases import add_phase
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import TouchpointLane
from journey_editor.model.project import Project
from journey_editor.model.queries import map_personas
from journey_editor.model.sides import Side
from journey_editor.model.workshop import lanes_of, shown_phases
from journey_editor.wording import tr

SIDES: tuple[Side, Side] = ("online", "offline")


def prepare(project: Project, map_id: str, *, new: IdSource = random_id) -> Project:
    """The project with a map on which a workshop can begin; the same one if nothing is lacking.

    What there is stays as it is. A lane of touchpoints that is still empty and on no side becomes the offline lane.
    What is new is named in the project's language.
    """
    language = project.language
    if not shown_phases(the_map(project, map_id)):
        for title in phase_names(language):
            project, _ = add_phase(project, map_id, title=title, new=new)
    if not all(lanes_of(project, the_map(project, map_id), side) for side in SIDES):
        project = _with_sides(project, map_id, new)
    if all(lane.kind != "emotion" for lane in the_map(project, map_id).lanes):
        project, _ = add_lane(project, map_id, "emotion", title=tr("Enthusiasm", to=language), new=new)
    if not map_personas(project, the_map(project, map_id)):
        project, _ = add_persona(project, name=tr("Customer", to=language), new=new)
    return project


def phase_names(language: str) -> tuple[str, ...]:
    """Neutral names to begin with: those of the source are lost, and none are invented for it."""
    return (
        tr("Becoming aware", to=language),
        tr("Getting to know", to=language),
        tr("Comparing", to=language),
        tr("Deciding", to=language),
        tr("Staying", to=language),
    )


def _with_sides(project: Project, map_id: str, new: IdSource) -> Project:
    """A lane of touchpoints on either side of the band, which runs between them as a funnel."""
    language, journey = project.language, the_map(project, map_id)
    if not lanes_of(project, journey, "offline"):
        free = (
            lane.id
            for lane in journey.lanes
            if isinstance(lane, TouchpointLane) and not (lane.mode or lane.cells or lane.hidden)
        )
        if (lane_id := next(free, "")) != "":
            project = set_lane(project, lane_id, mode="offline", title=tr("Offline", to=language))
        else:
            project = _with_lane(project, map_id, "offline", tr("Offline", to=language), new)
    if not lanes_of(project, the_map(project, map_id), "online"):
        project = _with_lane(project, map_id, "online", tr("Online", to=language), new)
    return arrange(project, map_id, "mirror")


def _with_lane(project: Project, map_id: str, side: Side, title: str, new: IdSource) -> Project:
    """A lane before all others; `arrange` brings it to its side."""
    lanes = the_map(project, map_id).lanes
    before = lanes[0].id if lanes else None
    return add_lane(project, map_id, "touchpoints", title=title, before=before, mode=side, new=new)[0]
