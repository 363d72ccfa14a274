"""What contradicts itself in a merge, in words: what it is about, and what either side has made of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from journey_editor.model.base import Node
from journey_editor.model.differences import Change, Comparison
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import text_in
from journey_editor.model.things import Kind, Thing, find_thing
from journey_editor.wording import tr

from .change_words import value_words
from .difference_names import kind_word
from .field_words import field_word


class ConflictWords(NamedTuple):
    """ "Touchpoint “Website”", "Title", “Web” and “Shop”"""

    thing: str
    what: str
    ours: str
    theirs: str


class Clash(NamedTuple):
    """A conflict of a merge, to be put into words: see `edit.merging.conflicts`, which layout does not know."""

    sort: str
    thing: str
    field: str
    item: str
    language: str
    ours: object
    theirs: object


def conflict_words(ours: Project, theirs: Project, clash: Clash, to: str | None = None) -> ConflictWords:
    thing = named_thing(ours, theirs, clash.thing, to)
    match clash.sort:
        case "gone":
            kept, deleted = tr("changed", to=to), tr("deleted", to=to)
            values = (kept, deleted) if clash.ours is not None else (deleted, kept)
            return ConflictWords(thing, tr("Deleted or kept", to=to), *values)
        case "place":
            mine, other = (_place(ours, theirs, side, to) for side in (clash.ours, clash.theirs))
            return ConflictWords(thing, tr("Place", to=to), mine, other)
        case "order":
            mine, other = (_order(ours, theirs, side, to) for side in (clash.ours, clash.theirs))
            return ConflictWords(thing, tr("Order", to=to), mine, other)
    if not clash.field:
        return ConflictWords(thing, tr("All of it", to=to), tr("as you made it", to=to), tr("as in the file", to=to))
    what = field_word(clash.field.partition(".")[0], to)
    if clash.sort == "text":
        what = f"{what} ({clash.language})"
    if clash.item and clash.sort == "field":
        about = (named_thing(ours, theirs, part, to) for part in clash.item.split("/"))
        what = f"{what} ({', '.join(about)})"
    mine, other = (_value(ours, theirs, clash, side, to) for side in (clash.ours, clash.theirs))
    return ConflictWords(thing, what, mine, other)


def named_thing(ours: Project, theirs: Project, key: str, to: str | None = None) -> str:
    """Kind and name of a thing of either side."""
    for project in (ours, theirs):
        found = find_thing(project, key)
        if found is not None:
            kind, name = _kind(found.kind, to), _name(project, found)
            return tr("{kind} “{name}”", to=to, kind=kind, name=name) if name else kind
    return key


def _kind(kind: Kind, to: str | None) -> str:
    words = {"project": tr("Project", to=to), "persona": tr("Persona", to=to), "channel": tr("Channel", to=to)}
    return words.get(kind) or kind_word(kind, to)


def _name(project: Project, thing: Thing) -> str:
    node: Any = thing.node
    if thing.kind == "measure":
        return str(text_in(project, project.language, thing.id, "metric.name", node.metric.name))
    field = next((name for name in ("title", "name", "text", "condition", "label") if hasattr(node, name)), "")
    own = getattr(node, field, "") if field else ""
    return " ".join(text_in(project, project.language, thing.id, field, own).split()) if own else ""


def _place(ours: Project, theirs: Project, place: object, to: str | None) -> str:
    parts = place if isinstance(place, tuple) else ()
    there = [part for part in parts if find_thing(ours, part) or find_thing(theirs, part)]
    return ", ".join(named_thing(ours, theirs, part, to) for part in there)


def _order(ours: Project, theirs: Project, keys: object, to: str | None) -> str:
    found = [find_thing(ours, key) or find_thing(theirs, key) for key in keys] if isinstance(keys, tuple) else []
    names = [_name(ours, thing) or _kind(thing.kind, to) for thing in found if thing is not None]
    return ", ".join(names[:8]) + (" …" if len(names) > 8 else "")


def _value(ours: Project, theirs: Project, clash: Clash, value: object, to: str | None) -> str:
    """The value of a field on one side; ids in it are named by either project."""
    if clash.field in ("page", "theme", "presets", "logo", "portrait") or _has_no_words(value):
        return tr("as you made it", to=to) if value is clash.ours else tr("as in the file", to=to)
    project = ours if value is clash.ours else theirs
    found = find_thing(project, clash.thing)
    journey = (found.journey if found is not None else None) or JourneyMap(id="none")
    sides = Comparison(project, journey, project, journey, (), (), {})
    change = Change(clash.field, value, value, clash.item, clash.language)
    return value_words(sides, change, to)


def _has_no_words(value: object) -> bool:
    return isinstance(value, Node) and type(value).__name__ in ("PageSetup", "Theme")
