"""What differs between two maps: added, removed, moved, changed. Which thing is which is said by `pairing`.

Compared are the words and attributes of all things, in all languages, and the places of phases, steps, lanes and cards.
Not compared is what says how a map is shown: widths, heights, folding, the look and the paper; nor the title and the
kind of the maps themselves, by which they are told apart.

A thing that moved and changed makes two differences. What went along with another thing (the cards of a deleted phase)
is named by itself too, but for the one nameless step that every phase has; what only stands in something that moved
has not moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from .differences import Change, Comparison, Difference
from .field_changes import OF_MAP, FieldChanges
from .moves import out_of_order
from .pairing import Contents, Pairs
from .paths import Counterpart, Path
from .project import JourneyMap, Project
from .queries import find_map
from .things import Kind, kind_of_card


def compare(project: Project, before: str, after: str, other: Project | None = None) -> Comparison:
    """From the map `before` to the map `after`, of the same project or of another one. Raises KeyError."""
    return _Comparing(project, find_map(project, before), other or project, find_map(other or project, after)).result()


class _Comparing:
    def __init__(self, project: Project, before: JourneyMap, other: Project, after: JourneyMap) -> None:
        self._project, self._other = project, other
        self._a, self._b = Contents(before), Contents(after)
        self._pairs = Pairs(self._a, self._b)
        self._there, self._back = self._pairs.there, self._pairs.back
        self._fields = FieldChanges(project, other, self._there)
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
        changes = [change for change in self._fields.some(a, b, OF_MAP) if change.field in OF_MAP]
        if changes:
            yield Difference("changed", "map", a.id, b.id, -1, tuple(changes))

    def _phases(self) -> Iterator[Difference]:
        a, b = self._a, self._b
        itself = {key: key for key in (*a.phases, *b.phases)}
        yield from self._only("phase", a.phases, itself, added=False)
        yield from self._only("phase", b.phases, itself, added=True)
        order = self._order(list(a.phases), list(b.phases))
        for old, new in self._pairs_of(b.phases):
            yield from self._both("phase", old, new, order.get(new, ()), self._fields.of(a.phases[old], b.phases[new]))

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
                yield from self._both("step", old, phase.id, moves, self._fields.of(a.steps[old], b.steps[new]))

    def _lanes(self) -> Iterator[Difference]:
        a, b = self._a, self._b
        yield from self._only("lane", a.lanes, {}, added=False)
        yield from self._only("lane", b.lanes, {}, added=True)
        order = self._order(list(a.lanes), list(b.lanes))
        for old, new in self._pairs_of(b.lanes):
            yield from self._both("lane", old, "", order.get(new, ()), self._fields.of(a.lanes[old], b.lanes[new]))

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
                changes = self._fields.of(a.cards[old], card)
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
            yield from self._both("point", old, come[new], moves, self._fields.of(was, now))

    def _ways(self, kind: Literal["path", "counterpart"]) -> Iterator[Difference]:
        """Paths or counterparts; they stand in the phase where they begin."""
        a: Mapping[str, Path | Counterpart] = self._a.paths if kind == "path" else self._a.counterparts
        b: Mapping[str, Path | Counterpart] = self._b.paths if kind == "path" else self._b.counterparts
        gone = {key: self._a.spots[way.source].phase for key, way in a.items() if way.source in self._a.spots}
        come = {key: self._b.spots[way.source].phase for key, way in b.items() if way.source in self._b.spots}
        yield from self._only(kind, a, gone, added=False)
        yield from self._only(kind, b, come, added=True)
        for old, new in self._pairs_of(b):
            yield from self._both(kind, old, come.get(new, ""), (), self._fields.of(a[old], b[new]))

    def _order(self, before: Sequence[str], after: Sequence[str]) -> dict[str, tuple[Change, ...]]:
        """Which of the things that are in both rows have another place among each other, by their ids in the second."""
        kept = [self._there[key] for key in before if key in self._there]
        ours = set(after)
        among = set(kept) & ours
        found = out_of_order([key for key in kept if key in among], [key for key in after if key in among])
        return {key: (Change("order", before.index(self._back[key]) + 1, after.index(key) + 1),) for key in found}


def _own_steps(journey: JourneyMap, paired: Mapping[str, str]) -> Iterator[str]:
    """The steps that can come and go by themselves: not the nameless one that every phase has, with its phase."""
    for phase in journey.phases:
        if phase.id in paired or len(phase.steps) > 1 or phase.steps[0].title:
            yield from (step.id for step in phase.steps)
