"""What differs between two states of a project, thing by thing: all maps, and what belongs to the whole project.

Things are the same that have the same id, as in two copies of one file. What two maps say is compared by `comparing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .base import Identified
from .comparing import compare
from .differences import Change, Comparison, Difference
from .project import JourneyMap, Project
from .things import Kind
from .translatable import text_at

#: Fields of a project that hold things of their own, or are no words of anybody.
_NOT_ITS_OWN = frozenset(("id", "maps", "personas", "channels", "images", "translations", "created", "modified"))
#: How a map is shown: said in one word each, because nobody reads forty lengths.
LOOK = ("page", "theme")


class ProjectComparison(NamedTuple):
    """`general` is what changed beside the maps, and maps that came or went; then each map that is in both, if it
    differs."""

    before: Project
    after: Project
    general: tuple[Difference, ...]
    maps: tuple[Comparison, ...]

    @property
    def differs(self) -> bool:
        return bool(self.general or self.maps)


def compare_projects(before: Project, after: Project) -> ProjectComparison:
    general = [*_changed("project", before, after, before, after, _NOT_ITS_OWN)]
    general += _listed("persona", before.personas, after.personas, before, after)
    general += _listed("channel", before.channels, after.channels, before, after)
    was, now = {m.id: m for m in before.maps}, {m.id: m for m in after.maps}
    general += [Difference("removed", "map", key, "", -1) for key in was if key not in now]
    general += [Difference("added", "map", "", key, -1) for key in now if key not in was]
    maps = []
    for key, journey in now.items():
        if key in was:
            general += _of_map(was[key], journey)
            if was[key] is not journey or before.translations != after.translations:
                found = compare(before, key, key, after)
                maps += [found] if found.differences else []
    return ProjectComparison(before, after, tuple(general), tuple(maps))


def _of_map(was: JourneyMap, now: JourneyMap) -> Iterator[Difference]:
    fields = ("title", "kind", *LOOK)
    changes = [Change(name, getattr(was, name), getattr(now, name)) for name in fields]
    changes = [change for change in changes if change.before != change.after]
    if changes:
        yield Difference("changed", "map", was.id, now.id, -1, tuple(changes))


def _listed(
    kind: Kind, was: Sequence[Identified], now: Sequence[Identified], before: Project, after: Project
) -> Iterator[Difference]:
    old, new = {node.id: node for node in was}, {node.id: node for node in now}
    yield from (Difference("removed", kind, key, "", -1) for key in old if key not in new)
    for key, node in new.items():
        if key in old:
            yield from _changed(kind, old[key], node, before, after, frozenset(("id",)))
        else:
            yield Difference("added", kind, "", key, -1)


def _changed(
    kind: Kind, was: Identified, now: Identified, before: Project, after: Project, left_out: frozenset[str]
) -> Iterator[Difference]:
    key = now.id
    changes = []
    for name in type(now).model_fields:
        old, new = was.__dict__[name], now.__dict__[name]
        if name not in left_out and old is not new and old != new:
            changes.append(Change(name, old, new))
    for language in sorted(before.translations.keys() | after.translations.keys()):
        theirs, ours = before.translations.get(language, {}), after.translations.get(language, {})
        for text in sorted({text for text in (*theirs, *ours) if text.startswith(key + ".")}):
            field = text.removeprefix(key + ".")
            if theirs.get(text, "") != ours.get(text, "") and (text_at(was, field) or text_at(now, field)):
                changes.append(Change(field, theirs.get(text, ""), ours.get(text, ""), language=language))
    if changes:
        yield Difference("changed", kind, key, key, -1, tuple(changes))
