"""What the things of a project are called: always words, never an id."""

from __future__ import annotations

from journey_editor.model.cards import Measure, Note, Picture, Touchpoint
from journey_editor.model.columns import Phase, Step
from journey_editor.model.lane_words import lane_word
from journey_editor.model.lanes import LaneBase, SeparatorLane
from journey_editor.model.paths import Path
from journey_editor.model.project import Channel, JourneyMap, Persona
from journey_editor.model.queries import find_step, text_in
from journey_editor.model.separators import line_word
from journey_editor.model.things import Kind, find_thing
from journey_editor.model.translatable import text_at
from journey_editor.wording import tr, trn

from .session import Session

_LONGEST = 40


def text_of(session: Session, thing: str, field: str) -> str:
    """A thing's text in the language that the map is shown in."""
    project, found = session.project, find_thing(session.project, thing)
    own = (text_at(found.node, field) or "") if found is not None else ""
    return text_in(project, session.language, thing, field, own)


def field_of(session: Session, thing: str) -> str | None:
    """The text that stands for a thing on the map and is edited in place; None for what has none."""
    found = find_thing(session.project, thing)
    if found is None:
        return None
    node = found.node
    if isinstance(node, (Touchpoint, Phase, Step, LaneBase, JourneyMap)):
        return "title"
    if isinstance(node, (Note, Picture)):
        return "text"
    if isinstance(node, Measure):
        return "metric.name"
    if isinstance(node, (Persona, Channel)):
        return "name"
    return "condition" if isinstance(node, Path) else None


def kind_of(session: Session, thing: str) -> str:
    """What a thing is, in a word; "" for an unknown one."""
    if "/" in thing:
        return tr("Cell")
    found = find_thing(session.project, thing)
    if found is None:
        return ""
    return {
        "map": lambda: tr("Map"),
        "phase": lambda: tr("Phase"),
        "step": lambda: tr("Step"),
        "lane": lambda: tr("Lane"),
        "touchpoint": lambda: tr("Touchpoint"),
        "note": lambda: tr("Note"),
        "measure": lambda: tr("Metric"),
        "picture": lambda: tr("Picture"),
        "path": lambda: tr("Path"),
        "counterpart": lambda: tr("Trace"),
        "point": lambda: tr("Point of the curve"),
    }.get(found.kind, lambda: "")()


def name_of(session: Session, thing: str) -> str:
    """A short name: the first line of its text, or what it is where it has none."""
    field = field_of(session, thing)
    text = text_of(session, thing, field).strip().split("\n")[0] if field else ""
    if text:
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
    found = find_thing(session.project, thing)
    if found is not None and isinstance(found.node, SeparatorLane) and found.node.line:
        return line_word(found.node.line, session.language)
    if found is not None and isinstance(found.node, LaneBase):
        return lane_word(found.node.kind, session.language)
    if found is not None and isinstance(found.node, Step) and found.journey is not None:
        phase, step = find_step(found.journey, thing)
        if len(phase.steps) == 1:
            return name_of(session, phase.id)
        return tr("step {n} of {phase}", n=phase.steps.index(step) + 1, phase=name_of(session, phase.id))
    if found is not None and isinstance(found.node, Phase) and found.journey is not None:
        return tr("phase {n}", n=[phase.id for phase in found.journey.phases].index(thing) + 1)
    return tr("untitled")


def place_name(session: Session, lane: str, step: str) -> str:
    """A cell, as "Personal, Compare"."""
    return tr("{lane}, {step}", lane=name_of(session, lane), step=name_of(session, step))


def counted(kind: Kind, n: int) -> str:
    """Several things of one kind: "3 touchpoints"."""
    match kind:
        case "touchpoint":
            return trn("{n} touchpoint", "{n} touchpoints", n)
        case "note":
            return trn("{n} note", "{n} notes", n)
        case "measure":
            return trn("{n} metric", "{n} metrics", n)
        case "picture":
            return trn("{n} image", "{n} images", n)
        case "phase":
            return trn("{n} phase", "{n} phases", n)
        case "step":
            return trn("{n} step", "{n} steps", n)
        case "lane":
            return trn("{n} lane", "{n} lanes", n)
        case "path":
            return trn("{n} path", "{n} paths", n)
        case "channel":
            return trn("{n} channel", "{n} channels", n)
        case "persona":
            return trn("{n} persona", "{n} personas", n)
        case "map":
            return trn("{n} map", "{n} maps", n)
        case "point":
            return trn("{n} point of the curve", "{n} points of the curve", n)
        case _:
            return trn("{n} thing", "{n} things", n)
