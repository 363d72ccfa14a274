"""Keeping what is selected true to what there is."""

from __future__ import annotations

from journey_editor.edit.history import Selection
from journey_editor.model.project import Project
from journey_editor.model.things import find_thing, things

# From so many ids on, one walk through all things is cheaper than looking up each.
_MANY = 100


def pruned(project: Project, ids: Selection) -> Selection:
    """The selection without what is not there; the same tuple if nothing is missing."""
    if len(ids) > _MANY:
        there = {thing.id for thing in things(project)}
        left = tuple(key for key in ids if key in there)
    else:
        left = tuple(key for key in ids if find_thing(project, key) is not None)
    return ids if len(left) == len(ids) else left


def map_to_show(project: Project, selection: Selection, present: str) -> str:
    """The map in which the first selected thing lies; the present one if none of it lies in a map."""
    for key in selection[:1]:
        thing = find_thing(project, key)
        if thing is not None and thing.journey is not None:
            return thing.journey.id
    return present
