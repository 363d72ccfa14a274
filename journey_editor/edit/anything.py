"""Changing a thing by its id, whatever it is."""

from __future__ import annotations

from typing import Any

from journey_editor.edit.cards import set_card
from journey_editor.edit.change import gone
from journey_editor.edit.channels import set_channel
from journey_editor.edit.curves import set_point
from journey_editor.edit.lanes import set_lane
from journey_editor.edit.maps import set_map
from journey_editor.edit.paths import set_path
from journey_editor.edit.personas import set_persona
from journey_editor.edit.phases import set_phase
from journey_editor.edit.projects import set_project
from journey_editor.edit.steps import set_step
from journey_editor.model.project import Project
from journey_editor.model.things import find_thing


def set_any(project: Project, thing_id: str, **fields: Any) -> Project:
    """The fields of whatever bears the id, with the edit that its kind has. Raises EditError."""
    thing = find_thing(project, thing_id)
    if thing is None:
        raise gone(thing_id)
    match thing.kind:
        case "touchpoint" | "note" | "measure" | "picture":
            return set_card(project, thing_id, **fields)
        case "phase":
            return set_phase(project, thing_id, **fields)
        case "step":
            return set_step(project, thing_id, **fields)
        case "lane":
            return set_lane(project, thing_id, **fields)
        case "path":
            return set_path(project, thing_id, **fields)
        case "point":
            return set_point(project, thing_id, **fields)
        case "persona":
            return set_persona(project, thing_id, **fields)
        case "channel":
            return set_channel(project, thing_id, **fields)
        case "map":
            return set_map(project, thing_id, **fields)
        case "project":
            return set_project(project, **fields)
        case "counterpart":
            raise AttributeError("a counterpart has nothing to set")
