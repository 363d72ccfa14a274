"""What goes with a step when its column does: its cells, points and marks, and the paths of the cards in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from journey_editor.model.ids import IdSource
from journey_editor.model.lanes import ChannelLane, EmotionLane, Lane
from journey_editor.model.paths import Counterpart, Path
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import all_cards, holds_cards


def without_steps(journey: JourneyMap, steps: Collection[str]) -> tuple[JourneyMap, frozenset[str]]:
    """The map, whose phases have lost these steps already, without what lay in them; and the ids of all that went."""
    cards = frozenset(card.id for _, step, card in all_cards(journey) if step in steps)
    points = frozenset(
        point.id
        for lane in journey.lanes
        if isinstance(lane, EmotionLane)
        for point in lane.points
        if point.step in steps
    )
    after = journey.evolve(lanes=tuple(_without_steps(lane, steps) for lane in journey.lanes))
    after, ways = without_ways(after, cards)
    return after, cards | points | ways


def without_ways(journey: JourneyMap, cards: Collection[str]) -> tuple[JourneyMap, frozenset[str]]:
    """The map without the paths and counterparts of these cards, and the ids of those that went."""
    if not cards:
        return journey, frozenset()
    ways: tuple[Path | Counterpart, ...] = (*journey.paths, *journey.counterparts)
    lost = frozenset(way.id for way in ways if way.source in cards or way.target in cards)
    if not lost:
        return journey, lost
    after = journey.evolve(
        paths=tuple(path for path in journey.paths if path.id not in lost),
        counterparts=tuple(trace for trace in journey.counterparts if trace.id not in lost),
    )
    return after, lost


def ways_among(journey: JourneyMap, copies: Mapping[str, str], new: IdSource) -> tuple[JourneyMap, dict[str, str]]:
    """The map with the paths and counterparts between cards of which there are copies (old id -> new id) led between
    the copies too; and the ids of these, by those of the first."""
    became: dict[str, str] = {}
    paths = list(journey.paths)
    for path in journey.paths:
        if path.source in copies and path.target in copies:
            became[path.id] = new("pa")
            paths.append(path.evolve(id=became[path.id], source=copies[path.source], target=copies[path.target]))
    traces = list(journey.counterparts)
    for trace in journey.counterparts:
        if trace.source in copies and trace.target in copies:
            became[trace.id] = new("cp")
            traces.append(trace.evolve(id=became[trace.id], source=copies[trace.source], target=copies[trace.target]))
    return journey.evolve(paths=tuple(paths), counterparts=tuple(traces)), became


def _without_steps(lane: Lane, steps: Collection[str]) -> Lane:
    if isinstance(lane, EmotionLane):
        return lane.evolve(points=tuple(point for point in lane.points if point.step not in steps))
    if isinstance(lane, ChannelLane):
        return lane.evolve(marks=tuple(mark for mark in lane.marks if mark.step not in steps))
    if holds_cards(lane):
        return lane.evolve(cells=tuple(cell for cell in lane.cells if cell.step not in steps))
    return lane
