"""Pasting a clipping into a map: cards into a cell and those beside it, phases and steps as columns, lanes as rows.

Where something goes is said by a `Place`. Lanes and columns that the target has already, by id or by name, take what
belongs to them; what it lacks is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

from journey_editor.edit.bringing import Bringing
from journey_editor.edit.cards import refusal_of_card
from journey_editor.edit.cells import cards_in, in_step_order, step_order, with_stacks
from journey_editor.edit.change import EditError, gone, the_map
from journey_editor.edit.matching import matching_columns, matching_lanes
from journey_editor.model.base import Node
from journey_editor.model.cards import Card
from journey_editor.model.clipping import Clipping
from journey_editor.model.columns import Phase
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import CardLane, ChannelLane, EmotionLane, Lane
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import card_lanes, holds_cards, steps
from journey_editor.model.things import lane_holds
from journey_editor.wording import tr


class Place(NamedTuple):
    """Where to paste: a map, and in it a lane and a step, as far as they are chosen; "" is none.

    `before` is the card of that cell above which cards go, "" is the end of the cell; `card` is the card that is
    chosen itself.
    """

    map: str
    lane: str = ""
    step: str = ""
    before: str = ""
    card: str = ""


def paste(
    project: Project, clipping: Clipping, place: Place, *, new: IdSource = random_id
) -> tuple[Project, tuple[str, ...]]:
    """The pieces in this place, and the ids of the cards, phases, steps or lanes that were made.

    Cards: the topmost leftmost into the cell of the place; the others placed as they were towards it. Phases go behind
    the phase of the place, steps behind its step, lanes below its lane; without one, to the end. Raises EditError if a
    card fits nowhere, or no cell is named for cards.
    """
    journey = the_map(project, place.map)
    bringing = Bringing(project, clipping, new)
    match clipping.what:
        case "cards":
            after, made = _cards(bringing, journey, place)
        case "phases":
            after, made = _phases(bringing, journey, place)
        case "steps":
            after, made = _steps(bringing, journey, place)
        case "lanes":
            after, made = _lanes(bringing, journey, place)
    return bringing.finished(after), made


def choose_a_cell() -> str:
    """What to say where a cell is needed and none is chosen."""
    return tr("Cards go into a cell: choose a cell or a card first.")


def the_cell(journey: JourneyMap, place: Place) -> Lane:
    """The lane of the place. Raises EditError if the place names no cell of the map."""
    if not place.lane or not place.step:
        raise EditError(choose_a_cell())
    if place.step not in step_order(journey):
        raise gone(place.step)
    lane = next((lane for lane in journey.lanes if lane.id == place.lane), None)
    if lane is None:
        raise gone(place.lane)
    return lane


def stacked(journey: JourneyMap, added: Mapping[tuple[str, str], Iterable[Card]], before: str = "") -> JourneyMap:
    """The map with cards added to its cells, (lane, step) -> cards: above the card `before`, or at the end."""
    order = step_order(journey)
    by_lane: dict[str, dict[str, Iterable[Card]]] = {}
    for (lane_id, step_id), cards in added.items():
        by_lane.setdefault(lane_id, {})[step_id] = cards

    def grown(lane: Lane) -> Lane:
        if lane.id not in by_lane:
            return lane
        row = cast(CardLane, lane)
        return with_stacks(
            row, {key: _spliced(cards_in(row, key), c, before) for key, c in by_lane[lane.id].items()}, order
        )

    return journey.evolve(lanes=tuple(grown(lane) for lane in journey.lanes))


def _spliced(stack: tuple[Card, ...], cards: Iterable[Card], before: str) -> tuple[Card, ...]:
    at = next((i for i, card in enumerate(stack) if card.id == before), len(stack))
    return (*stack[:at], *cards, *stack[at:])


def _cards(bringing: Bringing, journey: JourneyMap, place: Place) -> tuple[JourneyMap, tuple[str, ...]]:
    lane, source = the_cell(journey, place), bringing.source
    columns, targets = _columns_from(source, journey, place.step), _lanes_from(source, journey, lane)
    added: dict[tuple[str, str], list[Card]] = {}
    made: list[str] = []
    for row in card_lanes(source):
        for cell in row.cells:
            cards: list[Card] = [bringing.card(card) for card in cell.cards]
            made += (card.id for card in cards)
            added.setdefault((targets[row.id], columns[cell.step]), []).extend(cards)
    return stacked(journey, added, place.before), tuple(made)


def _columns_from(source: JourneyMap, journey: JourneyMap, step_id: str) -> dict[str, str]:
    """Step of the pieces -> step of the map: the leftmost that holds a card is the one named; the last one is the
    limit."""
    here = [step.id for step in steps(journey)]
    there = [step.id for step in steps(source)]
    used = {cell.step for row in card_lanes(source) for cell in row.cells}
    first = next((i for i, key in enumerate(there) if key in used), 0)
    start = here.index(step_id)
    return {key: here[min(max(start + i - first, 0), len(here) - 1)] for i, key in enumerate(there)}


def _lanes_from(source: JourneyMap, journey: JourneyMap, lane: Lane) -> dict[str, str]:
    """Lane of the pieces -> lane of the map: each further one goes to the next lane below that takes its cards, or to
    the last that did."""
    at = next(i for i, row in enumerate(journey.lanes) if row.id == lane.id)
    below = list(journey.lanes[at:])
    targets: dict[str, str] = {}
    last: dict[type[Node], str] = {}
    for n, row in enumerate(card_lanes(source)):
        card: Card = row.cells[0].cards[0]
        if n == 0 and (why := refusal_of_card(lane, card)):
            raise EditError(why)
        fitting = next((i for i, candidate in enumerate(below) if lane_holds(candidate.kind, card)), None)
        if fitting is not None:
            targets[row.id] = last[type(card)] = below[fitting].id
            del below[: fitting + 1]
        elif type(card) in last:
            targets[row.id] = last[type(card)]
        else:
            raise EditError(refusal_of_card(lane, card) or tr("There is no lane below that takes these cards."))
    return targets


def _phases(bringing: Bringing, journey: JourneyMap, place: Place) -> tuple[JourneyMap, tuple[str, ...]]:
    made = tuple(bringing.phase(phase) for phase in bringing.source.phases)
    at = next(
        (i + 1 for i, phase in enumerate(journey.phases) if any(step.id == place.step for step in phase.steps)),
        len(journey.phases),
    )
    after = journey.evolve(phases=(*journey.phases[:at], *made, *journey.phases[at:]))
    return _filled_columns(bringing, after), tuple(phase.id for phase in made)


def _steps(bringing: Bringing, journey: JourneyMap, place: Place) -> tuple[JourneyMap, tuple[str, ...]]:
    made = tuple(bringing.step(step) for step in steps(bringing.source))
    phases = list(journey.phases)
    at = next(
        (i for i, phase in enumerate(phases) if any(step.id == place.step for step in phase.steps)), len(phases) - 1
    )
    if at < 0:
        phases.append(Phase(id=bringing.keys.fresh("ph"), steps=made))
    else:
        old = phases[at].steps
        cut = next((i + 1 for i, step in enumerate(old) if step.id == place.step), len(old))
        phases[at] = phases[at].evolve(steps=(*old[:cut], *made, *old[cut:]))
    return _filled_columns(bringing, journey.evolve(phases=tuple(phases))), tuple(step.id for step in made)


def _filled_columns(bringing: Bringing, journey: JourneyMap) -> JourneyMap:
    """The map, which has the new columns already, with what lay in them, in its lanes and in new ones at the bottom."""
    columns = {step.id: bringing.became[step.id] for step in steps(bringing.source)}
    targets = matching_lanes(bringing.source, journey)
    for lane in bringing.source.lanes:
        if lane.id not in targets:
            added = bringing.lane(lane)
            targets[lane.id] = added.id
            journey = journey.evolve(lanes=(*journey.lanes, added))
    return in_step_order(_filled(bringing, journey, targets, columns))


def _lanes(bringing: Bringing, journey: JourneyMap, place: Place) -> tuple[JourneyMap, tuple[str, ...]]:
    made = tuple(bringing.lane(lane) for lane in bringing.source.lanes)
    at = next((i + 1 for i, lane in enumerate(journey.lanes) if lane.id == place.lane), len(journey.lanes))
    after = journey.evolve(lanes=(*journey.lanes[:at], *made, *journey.lanes[at:]))
    columns = matching_columns(bringing.source, journey)
    missing = [
        phase.evolve(steps=lacking)
        for phase in bringing.source.phases
        if (lacking := tuple(step for step in phase.steps if step.id not in columns))
    ]
    needed = _used_steps(bringing.source.lanes)
    for phase in missing:
        left = tuple(step for step in phase.steps if step.id in needed)
        if left:
            after = after.evolve(phases=(*after.phases, bringing.phase(phase.evolve(steps=left))))
            columns |= {step.id: bringing.became[step.id] for step in left}
    targets = {old.id: new.id for old, new in zip(bringing.source.lanes, made, strict=True)}
    return _filled(bringing, after, targets, columns), tuple(lane.id for lane in made)


def _used_steps(lanes: Iterable[Lane]) -> set[str]:
    used: set[str] = set()
    for lane in lanes:
        if isinstance(lane, EmotionLane):
            used |= {point.step for point in lane.points}
        elif isinstance(lane, ChannelLane):
            used |= {mark.step for mark in lane.marks}
        elif holds_cards(lane):
            used |= {cell.step for cell in lane.cells}
    return used


def _filled(
    bringing: Bringing, journey: JourneyMap, targets: Mapping[str, str], columns: Mapping[str, str]
) -> JourneyMap:
    """The map with all that the lanes of the pieces hold, in the lanes and steps that stand for theirs."""
    added: dict[tuple[str, str], list[Card]] = {}
    changed: dict[str, Lane] = {lane.id: lane for lane in journey.lanes}
    for lane in bringing.source.lanes:
        target = changed[targets[lane.id]]
        if isinstance(lane, EmotionLane) and isinstance(target, EmotionLane):
            points = (bringing.point(point, columns[point.step]) for point in lane.points)
            changed[target.id] = target.evolve(points=(*target.points, *points))
        elif isinstance(lane, ChannelLane) and isinstance(target, ChannelLane):
            marks = {(mark.channel, mark.step): mark for mark in target.marks}
            for mark in lane.marks:
                own = mark.evolve(channel=bringing.channels[mark.channel], step=columns[mark.step])
                marks.setdefault((own.channel, own.step), own)
            changed[target.id] = target.evolve(marks=tuple(marks.values()))
        elif holds_cards(lane):
            for cell in lane.cells:
                cards: list[Card] = [bringing.card(card) for card in cell.cards]
                added.setdefault((target.id, columns[cell.step]), []).extend(cards)
    return stacked(journey.evolve(lanes=tuple(changed.values())), added)
