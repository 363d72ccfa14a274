"""Which thing of one map is which of another: the ground on which two maps are compared.

Things are paired by the first of these that holds, each only with what is of its own kind and not paired yet:

1. The trace. What was first copied from the same thing is the same thing (`JourneyMap.origins`); what was never copied
   counts as its own origin. This also pairs equal ids, as two files have them of which one was saved as the other.
2. The name, where that can mean only one: phases and lanes by title; steps by title, or as the only nameless ones left
   in phases that are a pair; cards by title (or text, or the name of the figure), first within the same phase and lane,
   there in their order, then anywhere on the map, if both maps have just one of it left.
3. What they join: paths and counterparts by their ends, points of a curve by lane, step and persona.

What is copied within a map has no trace, so that a second touchpoint of the same name is new, not moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple

from .cards import Card, Measure, Picture, Touchpoint
from .columns import Phase, Step
from .lanes import EmotionLane, EmotionPoint, Lane
from .paths import Counterpart, Path
from .project import JourneyMap, Project
from .queries import all_cards


class Spot(NamedTuple):
    """Where a card lies in its map, with the phase of the step."""

    lane: str
    phase: str
    step: str
    depth: int


class Contents:
    """The things of a map by id, each kind in the order of the map."""

    def __init__(self, journey: JourneyMap) -> None:
        self.journey = journey
        self.phases: dict[str, Phase] = {phase.id: phase for phase in journey.phases}
        self.steps: dict[str, Step] = {step.id: step for phase in journey.phases for step in phase.steps}
        self.phase_of: dict[str, str] = {step.id: phase.id for phase in journey.phases for step in phase.steps}
        self.lanes: dict[str, Lane] = {lane.id: lane for lane in journey.lanes}
        self.cards: dict[str, Card] = {}
        self.spots: dict[str, Spot] = {}
        depths: defaultdict[tuple[str, str], int] = defaultdict(int)
        for row, step, card in all_cards(journey):
            self.cards[card.id] = card
            self.spots[card.id] = Spot(row.id, self.phase_of[step], step, depths[row.id, step])
            depths[row.id, step] += 1
        self.points: dict[str, EmotionPoint] = {}
        self.lane_of_point: dict[str, str] = {}
        for lane in journey.lanes:
            if isinstance(lane, EmotionLane):
                self.points |= {point.id: point for point in lane.points}
                self.lane_of_point |= {point.id: lane.id for point in lane.points}
        self.paths: dict[str, Path] = {path.id: path for path in journey.paths}
        self.counterparts: dict[str, Counterpart] = {trace.id: trace for trace in journey.counterparts}


class Pairs:
    """The pairs of two maps: `there[id of the first] = id of the second`, and `back` the other way."""

    def __init__(self, before: Contents, after: Contents) -> None:
        self.there: dict[str, str] = {}
        self.back: dict[str, str] = {}
        self._before, self._after = before, after
        self._traced()
        self._named()
        self._joined()

    def _pair(self, old: str, new: str) -> None:
        self.there[old] = new
        self.back[new] = old

    def _by(
        self,
        old: Iterable[tuple[str, Hashable]],
        new: Iterable[tuple[str, Hashable]],
        *,
        several: bool = False,
    ) -> None:
        """Pair what is left and has an equal key: (id, key); with `several` of one key, in their order."""
        left, right = _keyed(old, self.there), _keyed(new, self.back)
        for key, ids in left.items():
            others = right.get(key, [])
            if several or len(ids) == len(others) == 1:
                for mine, other in zip(ids, others, strict=False):
                    self._pair(mine, other)

    def _traced(self) -> None:
        before, after = self._before, self._after
        for things in (_phases, _steps, _lanes, _cards, _points, _paths, _counterparts):
            self._by(_origins(before, things), _origins(after, things), several=True)

    def _named(self) -> None:
        before, after = self._before, self._after
        self._by(_titled(before.phases.values()), _titled(after.phases.values()))
        self._by(
            ((lane.id, (lane.kind, _name(lane.title))) for lane in before.lanes.values()),
            ((lane.id, (lane.kind, _name(lane.title))) for lane in after.lanes.values()),
        )
        there = self.there
        self._by(
            ((step.id, (there.get(before.phase_of[step.id]), _name(step.title))) for step in before.steps.values()),
            ((step.id, (after.phase_of[step.id], _name(step.title))) for step in after.steps.values()),
        )
        self._by(_titled(before.steps.values()), _titled(after.steps.values()))
        named_before = [(key, (type(card), name)) for key, card in before.cards.items() if (name := card_name(card))]
        named_after = [(key, (type(card), name)) for key, card in after.cards.items() if (name := card_name(card))]

        def here(key: str) -> Hashable:
            spot = before.spots[key]
            return there.get(spot.lane), there.get(spot.phase)

        def over_there(key: str) -> Hashable:
            spot = after.spots[key]
            return spot.lane, spot.phase

        self._by(
            ((key, (name, here(key))) for key, name in named_before),
            ((key, (name, over_there(key))) for key, name in named_after),
            several=True,
        )
        self._by(named_before, named_after)

    def _joined(self) -> None:
        before, after, there = self._before, self._after, self.there
        self._by(
            ((p.id, (there.get(p.source), there.get(p.target))) for p in before.paths.values()),
            ((p.id, (p.source, p.target)) for p in after.paths.values()),
            several=True,
        )
        self._by(
            ((c.id, (there.get(c.source), there.get(c.target))) for c in before.counterparts.values()),
            ((c.id, (c.source, c.target)) for c in after.counterparts.values()),
            several=True,
        )
        self._by(
            (
                (p.id, (there.get(before.lane_of_point[p.id]), there.get(p.step), p.persona))
                for p in before.points.values()
            ),
            ((p.id, (after.lane_of_point[p.id], p.step, p.persona)) for p in after.points.values()),
            several=True,
        )


def origin_of(journey: JourneyMap, thing: str) -> str:
    """What a thing of the map, or the map itself, was first copied from; itself if it never was."""
    return journey.origins.get(thing, thing)


def partner_of(project: Project, journey: JourneyMap, *, among_all: bool = False) -> JourneyMap | None:
    """The map that is most likely to be compared with this one: a copy of it, else what it was copied from or what was
    copied from the same, else the next one, else the one before; None if there is no other. `among_all`: a map of
    another file, where one of the same id is no other than a copy."""
    others = [other for other in project.maps if among_all or other.id != journey.id]
    mine = origin_of(journey, journey.id)
    for candidates in (
        [other for other in others if origin_of(other, other.id) == journey.id],
        [other for other in others if other.id == mine],
        [other for other in others if origin_of(other, other.id) == mine],
    ):
        if candidates:
            return candidates[0]
    ids = [other.id for other in project.maps]
    at = ids.index(journey.id) if journey.id in ids else -1
    behind = [other for n, other in enumerate(project.maps) if n > at]
    return next(iter(behind or others[::-1]), None)


def card_name(card: Card) -> str:
    """What a card is known by, "" if it has no words."""
    if isinstance(card, Touchpoint):
        return _name(card.title)
    if isinstance(card, Measure):
        return _name(card.metric.name)
    if isinstance(card, Picture):
        return _name(card.text) or (card.image.sha256 if card.image else "")
    return _name(card.text)


_Things = Callable[[Contents], Iterable[tuple[str, Hashable]]]


def _phases(of: Contents) -> Iterator[tuple[str, Hashable]]:
    return ((key, "phase") for key in of.phases)


def _steps(of: Contents) -> Iterator[tuple[str, Hashable]]:
    return ((key, "step") for key in of.steps)


def _lanes(of: Contents) -> Iterator[tuple[str, Hashable]]:
    return ((key, lane.kind) for key, lane in of.lanes.items())


def _cards(of: Contents) -> Iterator[tuple[str, Hashable]]:
    return ((key, type(card)) for key, card in of.cards.items())


def _points(of: Contents) -> Iterator[tuple[str, Hashable]]:
    return ((key, "point") for key in of.points)


def _paths(of: Contents) -> Iterator[tuple[str, Hashable]]:
    return ((key, "path") for key in of.paths)


def _counterparts(of: Contents) -> Iterator[tuple[str, Hashable]]:
    return ((key, "counterpart") for key in of.counterparts)


def _origins(of: Contents, things: _Things) -> Iterator[tuple[str, Hashable]]:
    return ((key, (kind, origin_of(of.journey, key))) for key, kind in things(of))


def _titled(nodes: Iterable[Phase | Step]) -> Iterator[tuple[str, Hashable]]:
    return ((node.id, name) for node in nodes if (name := _name(node.title)))


def _name(text: str) -> str:
    return " ".join(text.split()).casefold()


def _keyed(items: Iterable[tuple[str, Hashable]], taken: dict[str, str]) -> dict[Hashable, list[str]]:
    """The ids of each key, without those that are paired and those whose place is in no pair (a key with None)."""
    found: dict[Hashable, list[str]] = {}
    for thing, key in items:
        if thing not in taken and not (isinstance(key, tuple) and _lacks(key)):
            found.setdefault(key, []).append(thing)
    return found


def _lacks(key: tuple[object, ...]) -> bool:
    return any(part is None or (isinstance(part, tuple) and _lacks(part)) for part in key)
