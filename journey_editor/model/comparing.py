"""What differs between two maps: added, removed, moved, changed. Which thing is which is said by `pairing`.

Compared are the words and attributes of all things, in all languages, and the places of phases, steps, lanes and cards.
Not compared is what says how a map is shown: widths, heights, folding, the look and the paper; nor the title and the
kind of the maps themselves, by which they are told apart.

A thing that moved and changed makes two differences. What went along with another thing (the cards of a deleted phase)
is named by itself too, but for the one nameless step that every phase has; what only stands in something that moved
has not moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from .base import Identified
from .cards import Emotion
from .lanes import ChannelMark
from .moves import out_of_order
from .pairing import Contents, Pairs
from .paths import Counterpart, Path
from .project import JourneyMap, Project
from .queries import find_map
from .things import Kind, kind_of_card
from .translatable import fields_of, text_at

Sort = Literal["added", "removed", "moved", "changed"]
SORTS: tuple[Sort, ...] = ("added", "removed", "moved", "changed")

#: What has a rule of its own, or says only how a thing is shown.
_NOT_COMPARED = frozenset(("id", "kind", "steps", "cells", "points", "collapsed", "width", "height", "step"))
#: Fields of a map that are compared; `band_below` says where the phase band runs.
_OF_MAP = ("goal", "description", "personas", "band_below")


class Change(NamedTuple):
    """A field before and after: a text, number, id or tuple of a node, or None where there was nothing.

    `item` is the persona of an emotion or the "CHANNEL/STEP" of a mark; `language` says that a translation changed.
    A move has the field "phase", "step" or "lane" (ids of both maps) or "order" (places, counted from 1).
    """

    field: str
    before: object
    after: object
    item: str = ""
    language: str = ""


class Difference(NamedTuple):
    """One thing that differs: its id in both maps, "" where it is missing, and in which of the comparison's `columns`
    it stands (-1: the whole map)."""

    sort: Sort
    kind: Kind
    before: str
    after: str
    column: int
    changes: tuple[Change, ...] = ()


class Comparison(NamedTuple):
    """Two maps and their differences, in the order of the map. `columns` are the phases of both from left to right:
    (id in the first, id in the second), "" where one has none; `pairs` leads from the first map to the second."""

    project: Project
    before: JourneyMap
    other: Project
    after: JourneyMap
    columns: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]
    pairs: Mapping[str, str]

    @property
    def counts(self) -> Mapping[Sort, int]:
        found = Counter(difference.sort for difference in self.differences)
        return {sort: found[sort] for sort in SORTS}


def compare(project: Project, before: str, after: str, other: Project | None = None) -> Comparison:
    """From the map `before` to the map `after`, of the same project or of another one. Raises KeyError."""
    return _Comparing(project, find_map(project, before), other or project, find_map(other or project, after)).result()


class _Comparing:
    def __init__(self, project: Project, before: JourneyMap, other: Project, after: JourneyMap) -> None:
        self._project, self._other = project, other
        self._a, self._b = Contents(before), Contents(after)
        self._pairs = Pairs(self._a, self._b)
        self._there, self._back = self._pairs.there, self._pairs.back
        self._stands_for = _standing_for(project, other)
        self._words, self._other_words = _words_of(project), _words_of(other)
        self._columns = self._merged_columns()
        self._column_of = {key: n for n, pair in enumerate(self._columns) for key in pair if key}

    def result(self) -> Comparison:
        found = [*self._map(), *self._phases(), *self._steps(), *self._lanes(), *self._cards()]
        found += [*self._points(), *self._ways("path"), *self._ways("counterpart")]
        a, b = self._a.journey, self._b.journey
        return Comparison(self._project, a, self._other, b, self._columns, tuple(found), self._there)

    def _merged_columns(self) -> tuple[tuple[str, str], ...]:
        """The phases of the second map, with those that only the first has behind what they stood behind."""
        merged = [(self._back.get(key, ""), key) for key in self._b.phases]
        at = 0
        for key in self._a.phases:
            if key in self._there:
                at = next(n for n, pair in enumerate(merged) if pair[0] == key) + 1
            else:
                merged.insert(at, (key, ""))
                at += 1
        return tuple(merged)

    # What is there only once

    def _only(self, kind: Kind, keys: Iterable[str], column: Mapping[str, str], *, added: bool) -> Iterator[Difference]:
        """Things of one map that have no pair; `column` is the phase of each."""
        paired = self._back if added else self._there
        for key in keys:
            if key not in paired:
                at = self._column_of.get(column.get(key, ""), -1)
                yield Difference("added" if added else "removed", kind, "" if added else key, key if added else "", at)

    def _both(
        self, kind: Kind, old: str, phase: str, moves: Sequence[Change], changes: Sequence[Change]
    ) -> Iterator[Difference]:
        at = self._column_of.get(phase, -1)
        if moves:
            yield Difference("moved", kind, old, self._there[old], at, tuple(moves))
        if changes:
            yield Difference("changed", kind, old, self._there[old], at, tuple(changes))

    def _pairs_of(self, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
        return ((self._back[key], key) for key in keys if key in self._back)

    # Each kind

    def _map(self) -> Iterator[Difference]:
        a, b = self._a.journey, self._b.journey
        changes = [change for change in self._fields(a, b, _OF_MAP) if change.field in _OF_MAP]
        if changes:
            yield Difference("changed", "map", a.id, b.id, -1, tuple(changes))

    def _phases(self) -> Iterator[Difference]:
        a, b = self._a, self._b
        itself = {key: key for key in (*a.phases, *b.phases)}
        yield from self._only("phase", a.phases, itself, added=False)
        yield from self._only("phase", b.phases, itself, added=True)
        order = self._order(list(a.phases), list(b.phases))
        for old, new in self._pairs_of(b.phases):
            yield from self._both("phase", old, new, order.get(new, ()), self._of(a.phases[old], b.phases[new]))

    def _steps(self) -> Iterator[Difference]:
        a, b = self._a, self._b
        there, back = self._there, self._back
        yield from self._only("step", _own_steps(a.journey, there), a.phase_of, added=False)
        yield from self._only("step", _own_steps(b.journey, back), b.phase_of, added=True)
        for phase in b.journey.phases:
            former = self._back.get(phase.id, "")
            here = [step.id for step in a.phases[former].steps] if former else []
            order = self._order(here, [step.id for step in phase.steps])
            for old, new in self._pairs_of(step.id for step in phase.steps):
                moves: Sequence[Change] = order.get(new, ())
                if a.phase_of[old] != former:
                    moves = (Change("phase", a.phase_of[old], phase.id),)
                yield from self._both("step", old, phase.id, moves, self._of(a.steps[old], b.steps[new]))

    def _lanes(self) -> Iterator[Difference]:
        a, b = self._a, self._b
        yield from self._only("lane", a.lanes, {}, added=False)
        yield from self._only("lane", b.lanes, {}, added=True)
        order = self._order(list(a.lanes), list(b.lanes))
        for old, new in self._pairs_of(b.lanes):
            yield from self._both("lane", old, "", order.get(new, ()), self._of(a.lanes[old], b.lanes[new]))

    def _cards(self) -> Iterator[Difference]:
        a, b = self._a, self._b
        gone = {key: spot.phase for key, spot in a.spots.items()}
        come = {key: spot.phase for key, spot in b.spots.items()}
        for key, card in a.cards.items():
            yield from self._only(kind_of_card(card), (key,), gone, added=False)
        moved = self._moved_cards()
        for key, card in b.cards.items():
            yield from self._only(kind_of_card(card), (key,), come, added=True)
            if key in self._back:
                old = self._back[key]
                changes = self._of(a.cards[old], card)
                yield from self._both(kind_of_card(card), old, come[key], moved.get(key, ()), changes)

    def _moved_cards(self) -> dict[str, Sequence[Change]]:
        """What is new about the places of cards, by their ids in the second map."""
        a, b, there = self._a, self._b, self._there
        moved: dict[str, Sequence[Change]] = {}
        stayed: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
        for new, spot in b.spots.items():
            old = self._back.get(new)
            if old is None:
                continue
            was = a.spots[old]
            changes = []
            if there.get(was.step) != spot.step:
                across = there.get(was.phase) != spot.phase
                changes.append(
                    Change("phase", was.phase, spot.phase) if across else Change("step", was.step, spot.step)
                )
            if there.get(was.lane) != spot.lane:
                changes.append(Change("lane", was.lane, spot.lane))
            if changes:
                moved[new] = changes
            else:
                stayed.setdefault((spot.lane, spot.step), ([], []))[1].append(new)
        for old in a.spots:
            if (pair := there.get(old)) is not None and pair not in moved:
                spot = b.spots[pair]
                stayed[spot.lane, spot.step][0].append(old)
        for before, after in stayed.values():
            for new in out_of_order([there[old] for old in before], after):
                moved[new] = (Change("order", a.spots[self._back[new]].depth + 1, b.spots[new].depth + 1),)
        return moved

    def _points(self) -> Iterator[Difference]:
        a, b = self._a, self._b
        gone = {key: a.phase_of[point.step] for key, point in a.points.items()}
        come = {key: b.phase_of[point.step] for key, point in b.points.items()}
        yield from self._only("point", a.points, gone, added=False)
        yield from self._only("point", b.points, come, added=True)
        for old, new in self._pairs_of(b.points):
            was, now = a.points[old], b.points[new]
            moves = []
            if self._there.get(was.step) != now.step:
                across = self._there.get(gone[old]) != come[new]
                moves.append(Change("phase", gone[old], come[new]) if across else Change("step", was.step, now.step))
            if self._there.get(a.lane_of_point[old]) != b.lane_of_point[new]:
                moves.append(Change("lane", a.lane_of_point[old], b.lane_of_point[new]))
            yield from self._both("point", old, come[new], moves, self._of(was, now))

    def _ways(self, kind: Literal["path", "counterpart"]) -> Iterator[Difference]:
        """Paths or counterparts; they stand in the phase where they begin."""
        a: Mapping[str, Path | Counterpart] = self._a.paths if kind == "path" else self._a.counterparts
        b: Mapping[str, Path | Counterpart] = self._b.paths if kind == "path" else self._b.counterparts
        gone = {key: self._a.spots[way.source].phase for key, way in a.items() if way.source in self._a.spots}
        come = {key: self._b.spots[way.source].phase for key, way in b.items() if way.source in self._b.spots}
        yield from self._only(kind, a, gone, added=False)
        yield from self._only(kind, b, come, added=True)
        for old, new in self._pairs_of(b):
            yield from self._both(kind, old, come.get(new, ""), (), self._of(a[old], b[new]))

    def _order(self, before: Sequence[str], after: Sequence[str]) -> dict[str, tuple[Change, ...]]:
        """Which of the things that are in both rows have another place among each other, by their ids in the second."""
        kept = [self._there[key] for key in before if key in self._there]
        ours = set(after)
        among = set(kept) & ours
        found = out_of_order([key for key in kept if key in among], [key for key in after if key in among])
        return {key: (Change("order", before.index(self._back[key]) + 1, after.index(key) + 1),) for key in found}

    # Fields

    def _of(self, old: Identified, new: Identified) -> list[Change]:
        return list(self._fields(old, new, type(new).model_fields))

    def _fields(self, old: Identified, new: Identified, names: Iterable[str]) -> Iterator[Change]:
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
                skipped = (dot and head in differing) or (isinstance(new, JourneyMap) and head not in _OF_MAP)
                if before.get(field, "") != after.get(field, "") and not skipped:
                    if text_at(old, field) is None and text_at(new, field) is None:
                        continue
                    yield Change(field, before.get(field, ""), after.get(field, ""), language=language)


def _own_steps(journey: JourneyMap, paired: Mapping[str, str]) -> Iterator[str]:
    """The steps that can come and go by themselves: not the nameless one that every phase has, with its phase."""
    for phase in journey.phases:
        if phase.id in paired or len(phase.steps) > 1 or phase.steps[0].title:
            yield from (step.id for step in phase.steps)


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
