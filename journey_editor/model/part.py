"""A part of a map: what somebody has selected, and nothing else of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from .lanes import ChannelLane, EmotionLane, Lane, TouchpointLane
from .paths import Counterpart, Path
from .project import JourneyMap
from .queries import card_lanes, holds_cards
from .queries import steps as steps_of


class UnseenLane(TouchpointLane):
    """A lane that is no part of a part, but whose touchpoints its curves and its matrix of channels tell of. It is
    hidden, and there in memory only: no file has it."""


_Way = TypeVar("_Way", Path, Counterpart)


def part_of(journey: JourneyMap, ids: Iterable[str]) -> JourneyMap:
    """The map of what is selected: cards, phases and steps with all that stands in them, lanes with all that they hold.

    Of selected lanes all steps stay, and of selected phases or steps all lanes; of cards, the steps and lanes that they
    lie in. Paths stay between cards that do. A curve or matrix tells of all touchpoints of its steps, also of those of
    lanes that are left out. Where nothing of the map is selected that can stand by itself, it is the
    very map.
    """
    wanted = frozenset(ids)
    columns = {step.id for phase in journey.phases for step in phase.steps if phase.id in wanted or step.id in wanted}
    rows = {lane.id for lane in journey.lanes if lane.id in wanted}
    ends = {end for path in journey.paths if path.id in wanted for end in (path.source, path.target)}
    cards = {
        card.id: (lane.id, cell.step)
        for lane in card_lanes(journey)
        for cell in lane.cells
        for card in cell.cards
        if lane.id in rows or cell.step in columns or card.id in wanted or card.id in ends
    }
    if not cards and not columns and not rows:
        return journey
    steps = columns | {step for _, step in cards.values()}
    if rows:
        steps = {step.id for step in steps_of(journey)}
    lanes = rows | {lane for lane, _ in cards.values()}
    if columns:
        lanes = {lane.id for lane in journey.lanes}
    return _of(journey, steps, lanes, cards)


def limited(journey: JourneyMap, phases: Collection[str] = (), lanes: Collection[str] = ()) -> JourneyMap:
    """The map of some phases and some lanes only; where none is named, of all. What is named shows, hidden or not."""
    shown = journey.evolve(
        phases=tuple(p.evolve(hidden=False) if p.id in phases else p for p in journey.phases),
        lanes=tuple(lane.evolve(hidden=False) if lane.id in lanes else lane for lane in journey.lanes),
    )
    steps = {step.id for phase in shown.phases if not phases or phase.id in phases for step in phase.steps}
    rows = {lane.id for lane in shown.lanes if not lanes or lane.id in lanes}
    cards = {
        card.id
        for lane in card_lanes(shown)
        if lane.id in rows
        for cell in lane.cells
        if cell.step in steps
        for card in cell.cards
    }
    return _of(shown, steps, rows, cards)


def _of(journey: JourneyMap, steps: Collection[str], lanes: Collection[str], cards: Collection[str]) -> JourneyMap:
    """What stands in these steps and lanes, and of cards only these."""
    phases = [(phase, tuple(step for step in phase.steps if step.id in steps)) for phase in journey.phases]
    return journey.evolve(
        phases=tuple(phase.evolve(steps=its_steps) for phase, its_steps in phases if its_steps),
        lanes=tuple(_lanes(journey, lanes, cards, steps)),
        paths=_between(journey.paths, cards),
        counterparts=_between(journey.counterparts, cards),
        band_below=journey.band_below if journey.band_below in lanes else "",
    )


def _lanes(
    journey: JourneyMap, lanes: Collection[str], cards: Collection[str], steps: Collection[str]
) -> Iterator[Lane]:
    telling = any(isinstance(lane, EmotionLane | ChannelLane) for lane in journey.lanes if lane.id in lanes)
    for lane in journey.lanes:
        if lane.id in lanes:
            yield _lane(lane, cards, steps)
        elif telling and isinstance(lane, TouchpointLane):
            cells = tuple(cell for cell in lane.cells if cell.step in steps)
            seen = lane.evolve(cells=cells)  # one that was hidden counts for the matrix only, as it did
            yield seen if lane.hidden else UnseenLane(**{**dict(seen), "hidden": True})


def _lane(lane: Lane, cards: Collection[str], steps: Collection[str]) -> Lane:
    """The lane with some of its cards, and with what else stands in some steps."""
    if isinstance(lane, EmotionLane):
        return lane.evolve(points=tuple(point for point in lane.points if point.step in steps))
    if isinstance(lane, ChannelLane):
        return lane.evolve(marks=tuple(mark for mark in lane.marks if mark.step in steps))
    if not holds_cards(lane):
        return lane
    cells = []
    for cell in lane.cells:
        kept = tuple(card for card in cell.cards if card.id in cards)
        if kept:
            cells.append(cell.evolve(cards=kept))
    return lane.evolve(cells=tuple(cells))


def _between(ways: tuple[_Way, ...], cards: Collection[str]) -> tuple[_Way, ...]:
    return tuple(way for way in ways if way.source in cards and way.target in cards)
