"""Anything that has an id, whatever it is: what is selected, renamed, deleted or translated is named by id alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from .base import Identified, Node
from .cards import Measure, Note, Picture, Touchpoint
from .lanes import CARD_OF_LANE, EmotionLane
from .project import JourneyMap, Project
from .queries import all_cards, card_lanes, find_card

Kind = Literal[
    "project",
    "persona",
    "channel",
    "map",
    "phase",
    "step",
    "lane",
    "touchpoint",
    "note",
    "measure",
    "picture",
    "point",
    "path",
    "counterpart",
]

CARD_KINDS: frozenset[Kind] = frozenset(("touchpoint", "note", "measure", "picture"))

_KIND_OF_CARD: dict[type[Node], Kind] = {
    Touchpoint: "touchpoint",
    Note: "note",
    Measure: "measure",
    Picture: "picture",
}


class Thing(NamedTuple):
    """A thing, what it is, and the map it belongs to (None for what belongs to the whole project)."""

    id: str
    kind: Kind
    node: Identified
    journey: JourneyMap | None


def things(project: Project) -> Iterator[Thing]:
    """Everything that has an id, in the order of the file."""
    yield Thing(project.id, "project", project, None)
    for persona in project.personas:
        yield Thing(persona.id, "persona", persona, None)
    for channel in project.channels:
        yield Thing(channel.id, "channel", channel, None)
    for journey in project.maps:
        yield Thing(journey.id, "map", journey, journey)
        yield from _frame(journey)
        for _, _, card in all_cards(journey):
            yield Thing(card.id, _KIND_OF_CARD[type(card)], card, journey)


def things_of(journey: JourneyMap) -> Iterator[Thing]:
    """Everything inside a map, without the map itself."""
    yield from _frame(journey)
    for _, _, card in all_cards(journey):
        yield Thing(card.id, _KIND_OF_CARD[type(card)], card, journey)


def ids(project: Project) -> list[str]:
    """The id of everything, in any order: what going through all `things` for would take five times as long."""
    found = [project.id]
    found += [persona.id for persona in project.personas]
    found += [channel.id for channel in project.channels]
    for journey in project.maps:
        found.append(journey.id)
        found += [thing.id for thing in _frame(journey)]
        for lane in card_lanes(journey):
            found += [card.id for cell in lane.cells for card in cell.cards]
    return found


def find_thing(project: Project, thing_id: str) -> Thing | None:
    """What bears the id, or None. Fast also among 10,000 cards: these are looked up in the lanes' indexes."""
    if project.id == thing_id:
        return Thing(thing_id, "project", project, None)
    for persona in project.personas:
        if persona.id == thing_id:
            return Thing(thing_id, "persona", persona, None)
    for channel in project.channels:
        if channel.id == thing_id:
            return Thing(thing_id, "channel", channel, None)
    for journey in project.maps:
        if journey.id == thing_id:
            return Thing(thing_id, "map", journey, journey)
        card = find_card(journey, thing_id)
        if card is not None:
            return Thing(thing_id, _KIND_OF_CARD[type(card)], card, journey)
        for thing in _frame(journey):
            if thing.id == thing_id:
                return thing
    return None


def _frame(journey: JourneyMap) -> Iterator[Thing]:
    """All of a map but its cards."""
    for phase in journey.phases:
        yield Thing(phase.id, "phase", phase, journey)
        for step in phase.steps:
            yield Thing(step.id, "step", step, journey)
    for lane in journey.lanes:
        yield Thing(lane.id, "lane", lane, journey)
        if isinstance(lane, EmotionLane):
            for point in lane.points:
                yield Thing(point.id, "point", point, journey)
    for path in journey.paths:
        yield Thing(path.id, "path", path, journey)
    for trace in journey.counterparts:
        yield Thing(trace.id, "counterpart", trace, journey)


def kind_of_card(card: Node) -> Kind:
    """What a card is called. Raises KeyError for what is not a card."""
    return _KIND_OF_CARD[type(card)]


def lane_holds(lane_kind: str, card: Node) -> bool:
    """Whether a card of this class may lie in a lane of this kind."""
    return CARD_OF_LANE.get(lane_kind) is type(card)
