"""Reading a project: where things are, in what order, and which words they carry."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import NamedTuple, TypeGuard

from .cards import Card, Mode, Touchpoint
from .columns import Phase, Step
from .lanes import CARD_OF_LANE, CardLane, Lane
from .project import Channel, JourneyMap, Persona, Project


class CardPlace(NamedTuple):
    """Where a card lies: its lane and step, and its place in the cell's stack (0 is the top)."""

    lane: str
    step: str
    depth: int


#: card id -> (index of the cell in lane.cells, index of the card in the cell)
LaneIndex = dict[str, tuple[int, int]]

# A lane is immutable, so an index of it stays true; those used last are kept (with the lane, so that its id() cannot be
# given to another). Keeping one in each lane would cost 50 MB over a long undo history; these cost 5 MB at most.
# The number is what the entry counts as: cards that an index was built of, 1 for an index that was passed on.
_indexes: OrderedDict[int, tuple[CardLane, LaneIndex, int]] = OrderedDict()
_MOST_CARDS = 40_000
_MOST_LANES = 256
_FEWEST_LANES = 64  # however many cards they hold
_weight = 0


def index_of(lane: CardLane) -> LaneIndex:
    """Where the lane's cards lie, by id."""
    key = id(lane)
    known = _indexes.get(key)
    if known is not None:
        _indexes.move_to_end(key)
        return known[1]
    index: LaneIndex = {}
    for c, cell in enumerate(lane.cells):
        for k, card in enumerate(cell.cards):  # type: ignore[attr-defined]  # mypy joins the classes of cells to Node
            index[card.id] = (c, k)
    _keep(lane, index, len(index) + 1)
    return index


def pass_on_index(old: CardLane, new: CardLane) -> None:
    """Say that `new` holds cards of the same ids at the same places as `old`, so that no index is built anew.

    Changing the words of a card makes a new lane; to index it at every letter typed would cost more than the edit.
    """
    known = _indexes.get(id(old))
    if known is not None and id(new) not in _indexes:
        _keep(new, known[1], 1)


def _keep(lane: CardLane, index: LaneIndex, weight: int) -> None:
    global _weight
    _indexes[id(lane)] = (lane, index, weight)
    _weight += weight
    while len(_indexes) > _MOST_LANES or (_weight > _MOST_CARDS and len(_indexes) > _FEWEST_LANES):
        _weight -= _indexes.popitem(last=False)[1][2]


def holds_cards(lane: Lane) -> TypeGuard[CardLane]:
    return lane.kind in CARD_OF_LANE


def card_lanes(journey: JourneyMap) -> Iterator[CardLane]:
    """The lanes that hold cards, from top to bottom."""
    for lane in journey.lanes:
        if holds_cards(lane):
            yield lane


def find_map(project: Project, map_id: str) -> JourneyMap:
    """Raises KeyError."""
    for journey in project.maps:
        if journey.id == map_id:
            return journey
    raise KeyError(map_id)


def find_lane(journey: JourneyMap, lane_id: str) -> Lane:
    """Raises KeyError."""
    for lane in journey.lanes:
        if lane.id == lane_id:
            return lane
    raise KeyError(lane_id)


def find_phase(journey: JourneyMap, phase_id: str) -> Phase:
    """Raises KeyError."""
    for phase in journey.phases:
        if phase.id == phase_id:
            return phase
    raise KeyError(phase_id)


def steps(journey: JourneyMap) -> Iterator[Step]:
    """All steps, from left to right."""
    for phase in journey.phases:
        yield from phase.steps


def find_step(journey: JourneyMap, step_id: str) -> tuple[Phase, Step]:
    """Raises KeyError."""
    for phase in journey.phases:
        for step in phase.steps:
            if step.id == step_id:
                return phase, step
    raise KeyError(step_id)


def place_of(journey: JourneyMap, card_id: str) -> CardPlace | None:
    """Where a card lies, or None if it is not in the map."""
    for lane in card_lanes(journey):
        found = index_of(lane).get(card_id)
        if found is not None:
            return CardPlace(lane.id, lane.cells[found[0]].step, found[1])
    return None


def find_card(journey: JourneyMap, card_id: str) -> Card | None:
    for lane in card_lanes(journey):
        found = index_of(lane).get(card_id)
        if found is not None:
            return lane.cells[found[0]].cards[found[1]]
    return None


def cards_at(lane: Lane, step_id: str) -> tuple[Card, ...]:
    """The stack of cards in a cell; empty where there are none."""
    if holds_cards(lane):
        for cell in lane.cells:
            if cell.step == step_id:
                return cell.cards
    return ()


def all_cards(journey: JourneyMap) -> Iterator[tuple[CardLane, str, Card]]:
    """Every card with its lane and step id: lane by lane, step by step."""
    for lane in card_lanes(journey):
        for cell in lane.cells:
            for card in cell.cards:
                yield lane, cell.step, card


def touchpoints(journey: JourneyMap) -> Iterator[Touchpoint]:
    for _, _, card in all_cards(journey):
        if isinstance(card, Touchpoint):
            yield card


def find_persona(project: Project, persona_id: str) -> Persona | None:
    return next((persona for persona in project.personas if persona.id == persona_id), None)


def find_channel(project: Project, channel_id: str) -> Channel | None:
    return next((channel for channel in project.channels if channel.id == channel_id), None)


def map_personas(project: Project, journey: JourneyMap) -> tuple[Persona, ...]:
    """The map's personas in its order; all of the project where it names none."""
    if not journey.personas:
        return project.personas
    by_id = {persona.id: persona for persona in project.personas}
    return tuple(by_id[key] for key in journey.personas if key in by_id)


def mode_of(project: Project, touchpoint: Touchpoint) -> Mode:
    """Online, offline or both: the touchpoint's own word, else its channel's."""
    if touchpoint.mode:
        return touchpoint.mode
    channel = find_channel(project, touchpoint.channel)
    return channel.mode if channel else ""


def shown_cards(journey: JourneyMap) -> list[Card]:
    """The cards that are drawn: not those of hidden or collapsed lanes or phases."""
    drawn = {step.id for phase in journey.phases if not (phase.hidden or phase.collapsed) for step in phase.steps}
    return [card for lane, step, card in all_cards(journey) if step in drawn and not lane.hidden and not lane.collapsed]


def text_in(project: Project, language: str, node_id: str, field: str, own: str) -> str:
    """A text in a language: its words there if it has some, else the project's own, else those of any language."""
    if not project.translations:
        return own
    key = f"{node_id}.{field}"
    if language != project.language and (words := project.translations.get(language, {}).get(key)):
        return words
    return own or any_words(project, key)


def any_words(project: Project, key: str) -> str:
    """The words of a text ("ID.FIELD") in any language but the first; "" if there are none."""
    return next((text for words in project.translations.values() if (text := words.get(key, ""))), "")
