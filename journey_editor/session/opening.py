"""The project that a session begins with."""

from __future__ import annotations

from journey_editor.edit.maps import add_map
from journey_editor.model.ids import random_id
from journey_editor.model.problem import Problem
from journey_editor.model.project import JourneyMap, Project
from journey_editor.wording import language, tr


def blank() -> Project:
    """An empty project with one empty map, in the language that the program speaks."""
    return Project(id=random_id("pr"), language=language(), maps=(JourneyMap(id=random_id("mp")),))


def with_a_map(project: Project) -> Project:
    """The project, with an empty map if it has none: a window always shows one."""
    return project if project.maps else add_map(project)[0]


def what_is_added(project: Project) -> tuple[Problem, ...]:
    """What `with_a_map` does to a project of a file, for the report of what was mended."""
    return () if project.maps else (Problem("/project/maps", tr("There was no map. An empty one was added.")),)
