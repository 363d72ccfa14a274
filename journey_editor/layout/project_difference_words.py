"""The differences of two states of a project in lines of plain text: for the command line, and before anything of a
file is replaced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journey_editor.model.differences import Change, Comparison, Difference
from journey_editor.model.project import JourneyMap
from journey_editor.model.project_comparing import LOOK, ProjectComparison
from journey_editor.model.queries import text_in
from journey_editor.model.style import Preset
from journey_editor.model.things import find_thing
from journey_editor.wording import tr, trn

from .change_words import detail_words
from .difference_names import map_title
from .difference_words import SIGNS, counted, named, sections, sort_word


def difference_lines(found: ProjectComparison, to: str | None = None) -> Iterator[str]:
    """All of it: what belongs to the whole project, then map by map and phase by phase."""
    language = found.after.language
    if not found.differs:
        yield tr("There is no difference.", to=to)
    for difference in found.general:
        yield f"{SIGNS[difference.sort]} {sort_word(difference.sort, to)}: {_named(found, difference, to)}"
        yield from (f"    {line}" for line in _details(found, difference, to))
    for comparison in found.maps:
        if found.general or comparison is not found.maps[0]:
            yield ""
        title = map_title(comparison.other, comparison.after, language, to)
        yield tr("Map “{title}”: {counts}", to=to, title=title, counts=counted(comparison, to))
        for section in sections(comparison, language, to):
            yield f"  {section.title}"
            for entry in section.entries:
                where = f" ({entry.where})" if entry.where else ""
                sort = entry.difference.sort
                yield f"    {SIGNS[sort]} {sort_word(sort, to)}: {named(entry, to)}{where}"
                yield from (f"        {' '.join(line.split())}" for line in entry.details)


def in_short(found: ProjectComparison, to: str | None = None) -> str:
    """ "12 differences" """
    count = len(found.general) + sum(len(comparison.differences) for comparison in found.maps)
    return trn("{n} difference", "{n} differences", count, to=to) if count else tr("There is no difference.", to=to)


def _named(found: ProjectComparison, difference: Difference, to: str | None) -> str:
    side, key = (found.after, difference.after) if difference.after else (found.before, difference.before)
    if difference.kind == "project":
        return tr("Project", to=to)
    kind = {
        "persona": lambda: tr("Persona", to=to),
        "channel": lambda: tr("Channel", to=to),
        "map": lambda: tr("Map", to=to),
    }[difference.kind]()
    thing = find_thing(side, key)
    node: Any = thing.node if thing is not None else None
    field = "title" if difference.kind == "map" else "name"
    name = text_in(side, side.language, key, field, getattr(node, field, "")) or tr("Untitled", to=to)
    return tr("{kind} “{name}”", to=to, kind=kind, name=" ".join(name.split()))


def _details(found: ProjectComparison, difference: Difference, to: str | None) -> Iterator[str]:
    nothing = JourneyMap(id="none")
    sides = Comparison(found.before, nothing, found.after, nothing, (), (), {})
    for change in difference.changes:
        if change.field in LOOK:
            yield tr("Page setup", to=to) if change.field == "page" else tr("Look of the map", to=to)
        elif change.field == "logo":
            yield tr("Logo", to=to)
        elif change.field == "portrait":
            yield tr("Portrait", to=to)
        elif change.field == "presets":
            yield _presets(change, to)
        else:
            yield " ".join(detail_words(sides, change, to).split())


def _presets(change: Change, to: str | None) -> str:
    before, after = (
        "; ".join(preset.name for preset in side if isinstance(preset, Preset)) if isinstance(side, tuple) else ""
        for side in (change.before, change.after)
    )
    head = tr("Page setups", to=to)
    return f"{head}: {before} → {after}" if before != after else head
