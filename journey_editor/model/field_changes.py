"""What changed in a thing that is in both maps: its fields, item by item where they hold several, in all languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .base import Identified
from .cards import Emotion
from .differences import Change
from .lanes import ChannelMark
from .paths import Counterpart, Path
from .project import JourneyMap, Project
from .translatable import fields_of, text_at

#: What has a rule of its own, or says only how a thing is shown.
_NOT_COMPARED = frozenset(("id", "kind", "steps", "cells", "points", "collapsed", "width", "height", "step"))
#: Fields of a map that are compared; `band_below` says where the phase band runs.
OF_MAP = ("goal", "description", "personas", "band_below")


class FieldChanges:
    """`there` leads from the things of the first map to those of the second."""

    def __init__(self, project: Project, other: Project, there: Mapping[str, str]) -> None:
        self._there = there
        self._stands_for = _standing_for(project, other)
        self._words, self._other_words = _words_of(project), _words_of(other)

    def of(self, old: Identified, new: Identified) -> list[Change]:
        """All fields of a thing."""
        return list(self.some(old, new, type(new).model_fields))

    def some(self, old: Identified, new: Identified, names: Iterable[str]) -> Iterator[Change]:
        """Some fields of a thing, and its translations."""
        was, now = old.__dict__, new.__dict__
        differing: set[str] = set()
        for name in names:
            if name in _NOT_COMPARED:
                continue
            before, after = self._as_there(old, name, was[name]), now[name]
            if before is after or before == after:
                continue
            differing.add(name)
            if name == "emotions":
                yield from _by_item(name, _felt(before), _felt(after))
            elif name == "marks":
                yield from _by_item(name, _marked(before), _marked(after))
            else:
                yield Change(name, was[name], after)
        yield from self._translations(old, new, differing)

    def _as_there(self, node: Identified, name: str, value: Any) -> Any:
        """A value of the first map with the ids that stand for its own in the second."""
        match name:
            case "source" | "target" if isinstance(node, (Path, Counterpart)):
                return self._there.get(value, value)
            case "band_below":
                return self._there.get(value, value)
            case "channel" | "persona":
                return self._stands_for.get(value, value)
            case "channels" | "personas":
                return tuple(self._stands_for.get(key, key) for key in value)
            case "emotions":
                return tuple(e.evolve(persona=self._stands_for.get(e.persona, e.persona)) for e in value)
            case "marks":
                return tuple(
                    mark.evolve(
                        channel=self._stands_for.get(mark.channel, mark.channel),
                        step=self._there.get(mark.step, mark.step),
                    )
                    for mark in value
                )
        return value

    def _translations(self, old: Identified, new: Identified, differing: set[str]) -> Iterator[Change]:
        """Texts in the other languages. Those of a list that has changed itself say nothing more."""
        ids = old.id, new.id
        for language in sorted(self._words.keys() | self._other_words.keys()):
            before = self._words.get(language, {}).get(ids[0], {})
            after = self._other_words.get(language, {}).get(ids[1], {})
            if before == after:
                continue
            heads = fields_of(new)
            for field in sorted(
                before.keys() | after.keys(), key=lambda key: (heads.index(key.partition(".")[0]), key)
            ):
                head, dot, _ = field.partition(".")
                skipped = (dot and head in differing) or (isinstance(new, JourneyMap) and head not in OF_MAP)
                if before.get(field, "") != after.get(field, "") and not skipped:
                    if text_at(old, field) is None and text_at(new, field) is None:
                        continue
                    yield Change(field, before.get(field, ""), after.get(field, ""), language=language)


def _standing_for(project: Project, other: Project) -> dict[str, str]:
    """Persona or channel of one project -> of another: the same id, else the same name."""
    if project is other:
        return {}
    found: dict[str, str] = {}
    for mine, theirs in ((project.personas, other.personas), (project.channels, other.channels)):
        known = {item.id for item in theirs}
        named = {item.name: item.id for item in theirs if item.name}
        for item in mine:
            if item.id not in known and item.name in named:
                found[item.id] = named[item.name]
    return found


def _words_of(project: Project) -> dict[str, dict[str, dict[str, str]]]:
    """language -> thing -> field -> text."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for language, words in project.translations.items():
        of_things = found.setdefault(language, {})
        for key, text in words.items():
            if text:
                thing, _, field = key.partition(".")
                of_things.setdefault(thing, {})[field] = text
    return found


def _felt(emotions: Iterable[Emotion]) -> dict[str, Emotion]:
    return {emotion.persona: emotion for emotion in emotions}


def _marked(marks: Iterable[ChannelMark]) -> dict[str, ChannelMark]:
    return {f"{mark.channel}/{mark.step}": mark for mark in marks}


def _by_item(field: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Change]:
    """What differs between two collections, item by item. In which order they are kept means nothing."""
    for item in dict.fromkeys((*before, *after)):
        was, now = before.get(item), after.get(item)
        if was != now:
            yield Change(field, was, now, item)
