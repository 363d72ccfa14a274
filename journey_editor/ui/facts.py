"""What the status bar says of a map and of the selection, in words."""

from __future__ import annotations

from collections import Counter

from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import touchpoints
from journey_editor.model.sides import without_counterpart
from journey_editor.model.things import Kind, find_thing
from journey_editor.wording import tr, trn

_COUNTED = 200  # a larger selection is counted, not looked at


def map_facts(project: Project, journey: JourneyMap) -> str:
    """How large the map is, and for a mirror map how many offline touchpoints were not carried over yet."""
    parts = [
        trn("{n} phase", "{n} phases", len(journey.phases)),
        trn("{n} lane", "{n} lanes", len(journey.lanes)),
        trn("{n} touchpoint", "{n} touchpoints", sum(1 for _ in touchpoints(journey))),
    ]
    if {"online", "offline"} <= {lane.mode for lane in journey.lanes}:
        lacking = len(without_counterpart(project, journey))
        if lacking:
            parts.append(tr("{n} offline without counterpart", n=lacking))
    return "   ·   ".join(parts)


def selected_words(project: Project, selection: tuple[str, ...]) -> str:
    """ "3 touchpoints selected"; "" for none."""
    n = len(selection)
    if not n:
        return ""
    if n <= _COUNTED:
        kinds = Counter(thing.kind for key in selection if (thing := find_thing(project, key)) is not None)
        if len(kinds) == 1:
            return _of_kind(next(iter(kinds)), n)
    return trn("{n} thing selected", "{n} things selected", n)


def _of_kind(kind: Kind, n: int) -> str:
    match kind:
        case "touchpoint":
            return trn("{n} touchpoint selected", "{n} touchpoints selected", n)
        case "note":
            return trn("{n} note selected", "{n} notes selected", n)
        case "phase":
            return trn("{n} phase selected", "{n} phases selected", n)
        case "lane":
            return trn("{n} lane selected", "{n} lanes selected", n)
        case "path":
            return trn("{n} path selected", "{n} paths selected", n)
        case "step":
            return trn("{n} step selected", "{n} steps selected", n)
        case "persona":
            return trn("{n} persona selected", "{n} personas selected", n)
        case "channel":
            return trn("{n} channel selected", "{n} channels selected", n)
        case "measure":
            return trn("{n} metric selected", "{n} metrics selected", n)
        case "picture":
            return trn("{n} image selected", "{n} images selected", n)
        case "map":
            return tr("Map selected")
        case _:
            return trn("{n} thing selected", "{n} things selected", n)
