"""The texts of a project side by side in all its languages, and which of them are missing.

A text is missing in a language if it has words in another one and none here. What has no letters, such as a figure or
a sign, needs no translation, nor do names of people and signs of units. Nothing is derived: a language has the words
that somebody gave it, or none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .base import Node
from .finding import in_order
from .project import JourneyMap, Project
from .queries import any_words, map_personas, touchpoints
from .things import Kind
from .translatable import text_at, texts

#: Fields that hold the names of people and firms, which are the same in every language unless somebody says otherwise.
_NAMES = frozenset(("author", "organisation"))

#: Signs that are written with letters and mean the same everywhere.
_UNITS = frozenset("s ms min h d g kg t mm cm m km m² m³ l ml kB MB GB EUR USD CHF GBP px pt kW kWh CO₂".split())


class Entry(NamedTuple):
    """A text: whose it is, and its own words (those in the first language)."""

    thing: str
    kind: Kind
    map_id: str  # "" for what belongs to the whole project
    field: str
    own: str

    @property
    def key(self) -> str:
        """As the translations name it."""
        return f"{self.thing}.{self.field}"


def said(project: Project, language: str, entry: Entry) -> str:
    """The words of a text in a language; "" where it has none."""
    if language == project.language:
        return entry.own
    return project.translations.get(language, {}).get(entry.key, "")


def is_missing(project: Project, language: str, entry: Entry) -> bool:
    """Whether a text has words in another language that need some in this one."""
    return not said(project, language, entry) and _wants(entry.field, standing_in(project, entry))


def standing_in(project: Project, entry: Entry) -> str:
    """The words that are shown where a language lacks a text: those of the first language that has it."""
    return entry.own or any_words(project, entry.key)


def needs_words(text: str) -> bool:
    """Whether a text says something in a language: it has letters, and is not the sign of a unit."""
    return any(map(str.isalpha, text)) and text not in _UNITS


def _wants(field: str, text: str) -> bool:
    """Whether a text of a field lacks something where it has no words of its own."""
    return field not in _NAMES and needs_words(text)


class Texts:
    """All texts of a project as it is at each call; reading again after an edit looks only at what has changed."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Node, tuple[tuple[str, str], ...]]] = {}
        self._translations: object = None
        self._only: dict[str, list[str]] = {}
        self._last: tuple[Project, tuple[Entry, ...]] | None = None

    def entries(self, project: Project) -> tuple[Entry, ...]:
        """Every text that has words in any language, in reading order."""
        if self._last is None or self._last[0] is not project:
            self._last = (project, tuple(self._entries(project)))
        return self._last[1]

    def _entries(self, project: Project) -> Iterator[Entry]:
        if self._translations is not project.translations:
            self._translations = project.translations
            self._only = _fields_of_translations(project)
        known, self._known = self._known, {}
        for thing, kind, map_id, node in in_order(project):
            was = known.get(thing)
            if was is None or was[0] is not node:
                was = (node, tuple((field, own) for field, own in texts(node) if own))
            self._known[thing] = was
            fields = self._only.get(thing)
            if fields and not {field for field, _ in was[1]}.issuperset(fields):
                # Words that the first language lacks, such as those of a card that was written in another one.
                there = {field for field in fields if text_at(node, field) is not None}
                yield from (
                    Entry(thing, kind, map_id, field, own) for field, own in texts(node) if own or field in there
                )
            else:
                yield from (Entry(thing, kind, map_id, field, own) for field, own in was[1])


def _fields_of_translations(project: Project) -> dict[str, list[str]]:
    """The fields of each thing that have words in another language."""
    found: dict[str, list[str]] = {}
    for words in project.translations.values():
        for key, text in words.items():
            if text:
                thing, _, field = key.partition(".")
                found.setdefault(thing, []).append(field)
    return found


def missing(project: Project, language: str, entries: Iterable[Entry]) -> list[Entry]:
    """Those of the texts that have no words in a language."""
    words = project.translations.get(language, {})
    if language == project.language:
        return [entry for entry in entries if not entry.own and is_missing(project, language, entry)]
    return [
        entry
        for entry in entries
        if not words.get(f"{entry.thing}.{entry.field}") and _wants(entry.field, standing_in(project, entry))
    ]


def of_map(project: Project, journey: JourneyMap, entries: Iterable[Entry]) -> list[Entry]:
    """The texts that a map has to do with: its own, those of its personas and channels, and what the project is called.

    That is what its pages print.
    """
    around = {project.id, *(persona.id for persona in map_personas(project, journey))}
    around.update(card.channel for card in touchpoints(journey))
    for lane in journey.lanes:
        around.update(getattr(lane, "channels", ()))
    return [entry for entry in entries if entry.map_id == journey.id or (not entry.map_id and entry.thing in around)]
