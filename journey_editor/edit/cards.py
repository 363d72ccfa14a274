"""Cards: touchpoints, notes, measures and pictures. Adding, changing, moving, copying and deleting them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, cast

from journey_editor.edit import overlay
from journey_editor.edit.cells import (
    as_card_lane,
    cards_in,
    put_cards,
    step_order,
    with_stack,
    with_stacks,
    without_cards,
)
from journey_editor.edit.change import EditError, changed, checked, fresh, gone, with_map
from journey_editor.edit.columns import ways_among, without_ways
from journey_editor.edit.keys import Keys
from journey_editor.edit.lanes import the_lane
from journey_editor.model.base import Node
from journey_editor.model.cards import Card, Emotion, Measure, Note, Picture, Touchpoint
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import CARD_OF_LANE, CardLane, Lane, NoteLane
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import card_lanes, index_of
from journey_editor.model.things import kind_of_card, lane_holds
from journey_editor.wording import tr

#: What the id of a card of a class begins with.
PREFIX: dict[type[Node], str] = {Touchpoint: "tp", Note: "nt", Measure: "ms", Picture: "pc"}


class Spot(NamedTuple):
    """Where a card lies: cell `c` and card `k` are indexes into the lane."""

    journey: JourneyMap
    lane: CardLane
    c: int
    k: int

    @property
    def card(self) -> Card:
        return self.lane.cells[self.c].cards[self.k]


def the_card(project: Project, card_id: str) -> Spot:
    """Where a card lies. Raises EditError."""
    for journey in project.maps:
        for lane in card_lanes(journey):
            found = index_of(lane).get(card_id)
            if found is not None:
                return Spot(journey, lane, *found)
    raise gone(card_id)


def add_card(
    project: Project,
    lane_id: str,
    step_id: str,
    *,
    before: str | None = None,
    new: IdSource = random_id,
    **fields: Any,
) -> tuple[Project, str]:
    """A card of the kind that the lane holds, before another card of the cell or at its end."""
    journey, lane = the_lane(project, lane_id)
    holder = as_card_lane(lane)
    if holder is None:
        raise EditError(_holds_none())
    make = CARD_OF_LANE[lane.kind]
    card: Card = make(id=fresh(project, PREFIX[make], new))
    if isinstance(lane, NoteLane):
        fields = {"tone": lane.tone, **fields}
    card = _sound(project, changed(card, fields), fields)
    after = _inserted(journey, holder, step_id, (card,), before)
    return with_map(project, _with_lanes(journey, {lane_id: after})), card.id


def set_card(project: Project, card_id: str, **fields: Any) -> Project:
    spot = the_card(project, card_id)
    return _with_cards(project, [(spot, _sound(project, changed(spot.card, fields), fields))])


def set_cards(project: Project, ids: Iterable[str], **fields: Any) -> Project:
    """The same fields for several cards; a card that does not have a field is left without it."""
    after = []
    for card_id in dict.fromkeys(ids):
        spot = the_card(project, card_id)
        known = {name: value for name, value in fields.items() if name in type(spot.card).model_fields}
        after.append((spot, _sound(project, changed(spot.card, known), known)))
    return _with_cards(project, after)


def set_emotion(project: Project, card_id: str, persona_id: str, **fields: Any) -> Project:
    """What a persona feels at a touchpoint: value, expected, label. An emotion that says nothing any more goes."""
    card = the_card(project, card_id).card
    if not isinstance(card, Touchpoint):
        raise EditError(tr("Only touchpoints carry emotions."))
    old = next((emotion for emotion in card.emotions if emotion.persona == persona_id), None)
    new = changed(old or Emotion(persona=persona_id), fields, fixed=frozenset(("persona",)))
    if new.value is None and new.expected is None and not new.label:
        emotions = tuple(emotion for emotion in card.emotions if emotion is not old)
    elif old is None:
        emotions = (*card.emotions, new)
    else:
        emotions = tuple(new if emotion is old else emotion for emotion in card.emotions)
    return set_card(project, card_id, emotions=emotions)


def refusal(project: Project, ids: Iterable[str], lane_id: str) -> str | None:
    """Why these cards cannot lie in that lane, as a sentence; None if they can. Raises EditError for an unknown id."""
    journey, lane = the_lane(project, lane_id)
    for card_id in ids:
        spot = the_card(project, card_id)
        if spot.journey.id != journey.id:
            return tr("Cards can only move within their own map. Copy them instead.")
        if why := refusal_of_card(lane, spot.card):
            return why
    return None


def move_cards(project: Project, ids: Iterable[str], lane_id: str, step_id: str, before: str | None = None) -> Project:
    """The cards, in the order they have on the map, into a cell before another card or to its end.

    `before` may be one of the moved cards: then they gather at its place. Raises EditError with the refusal.
    """
    moving = frozenset(ids)
    if not moving:
        return project
    why = refusal(project, moving, lane_id)
    if why is not None:
        raise EditError(why)
    journey, target = the_lane(project, lane_id)
    spots = sorted((the_card(project, key) for key in moving), key=lambda spot: _place(journey, spot))
    cards = tuple(spot.card for spot in spots)
    holder = cast(CardLane, target)
    stack = cards_in(holder, step_id)
    if before in moving:
        at = next((i for i, card in enumerate(stack) if card.id == before), len(stack))
        before = next((card.id for card in stack[at:] if card.id not in moving), None)
    left: dict[str, list[Card]] = {}
    lanes: dict[str, CardLane] = {}
    by_lane: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        by_lane[spot.lane.id].append(spot)
    order = step_order(journey)
    if step_id not in order:
        raise gone(step_id)
    for source_id, found in by_lane.items():
        source = found[0].lane
        left = {
            source.cells[c].step: [card for card in source.cells[c].cards if card.id not in moving]
            for c in {spot.c for spot in found}
        }
        if source_id == lane_id:
            rest = left.get(step_id, list(stack))
            left[step_id] = _spliced(rest, cards, before)
        lanes[source_id] = with_stacks(source, left, order)
    if lane_id not in by_lane:
        lanes[lane_id] = with_stack(holder, step_id, _spliced(stack, cards, before), order)
    return with_map(project, _with_lanes(journey, lanes))


def delete_cards(project: Project, ids: Iterable[str]) -> Project:
    """The cards go, with their paths, counterparts and translations, and with the cells that become empty."""
    drop = frozenset(ids)
    by_map: dict[str, list[Spot]] = defaultdict(list)
    for card_id in drop:
        spot = the_card(project, card_id)
        by_map[spot.journey.id].append(spot)
    gone_ids = set(drop)
    for spots in by_map.values():
        touched = {spot.lane.id: spot.lane for spot in spots}
        after = _with_lanes(spots[0].journey, {key: without_cards(lane, drop) for key, lane in touched.items()})
        after, ways = without_ways(after, drop)
        gone_ids |= ways
        project = with_map(project, after)
    return overlay.forget(project, gone_ids) if drop else project


def duplicate_cards(project: Project, ids: Iterable[str], new: IdSource = random_id) -> tuple[Project, tuple[str, ...]]:
    """A copy of each card right below it, with the paths among them; the ids of the copies in the order of the map."""
    spots = [the_card(project, card_id) for card_id in dict.fromkeys(ids)]
    place = {journey.id: i for i, journey in enumerate(project.maps)}
    spots.sort(key=lambda spot: (place[spot.journey.id], _place(spot.journey, spot)))
    copies: dict[str, str] = {}
    keys = Keys(project, new)
    grown: dict[str, dict[str, list[Card]]] = defaultdict(dict)
    for spot in reversed(spots):  # from below, so that the places of those above stay true
        cell = spot.lane.cells[spot.c]
        copy = spot.card.evolve(id=keys.fresh(PREFIX[type(spot.card)]))
        grown[spot.lane.id].setdefault(cell.step, list(cell.cards)).insert(spot.k + 1, copy)
        copies[spot.card.id] = copy.id
    for journey in project.maps:
        lanes = {
            row.id: with_stacks(row, grown[row.id], step_order(journey))
            for row in card_lanes(journey)
            if row.id in grown
        }
        after, ways = ways_among(_with_lanes(journey, lanes), copies, keys.fresh)
        project = with_map(project, after)
        copies |= ways
    return overlay.copied(project, copies), tuple(copies[spot.card.id] for spot in spots)


def _place(journey: JourneyMap, spot: Spot) -> tuple[int, int, int]:
    rows = next(i for i, lane in enumerate(journey.lanes) if lane.id == spot.lane.id)
    return rows, spot.c, spot.k


def _inserted(
    journey: JourneyMap, lane: CardLane, step_id: str, cards: tuple[Card, ...], before: str | None
) -> CardLane:
    order = step_order(journey)
    if step_id not in order:
        raise gone(step_id)
    return with_stack(lane, step_id, _spliced(cards_in(lane, step_id), cards, before), order)


def _spliced(stack: Iterable[Card], cards: tuple[Card, ...], before: str | None) -> list[Card]:
    rest = list(stack)
    if before is None:
        return [*rest, *cards]
    at = next((i for i, card in enumerate(rest) if card.id == before), None)
    if at is None:
        raise gone(before)
    return [*rest[:at], *cards, *rest[at:]]


def _with_lanes(journey: JourneyMap, lanes: Mapping[str, CardLane]) -> JourneyMap:
    return journey.evolve(lanes=tuple(lanes.get(lane.id, lane) for lane in journey.lanes))


def _with_cards(project: Project, after: Iterable[tuple[Spot, Card]]) -> Project:
    """The project with cards put in the places of those of their ids; translations follow the items of their lists."""
    by_map: dict[str, dict[str, dict[tuple[int, int], Card]]] = defaultdict(lambda: defaultdict(dict))
    replaced: list[tuple[Card, Card]] = []
    places: dict[str, Spot] = {}
    for spot, card in after:
        if card is not spot.card:
            by_map[spot.journey.id][spot.lane.id][spot.c, spot.k] = card
            places[spot.lane.id] = spot
            replaced.append((spot.card, card))
    for cards_of in by_map.values():
        lanes = {key: put_cards(places[key].lane, cards) for key, cards in cards_of.items()}
        project = with_map(project, _with_lanes(places[next(iter(lanes))].journey, lanes))
    return overlay.follow(project, replaced)


def _sound(project: Project, card: Card, fields: Mapping[str, Any]) -> Card:
    if "emotions" in fields and isinstance(card, Touchpoint):
        felt = [emotion.persona for emotion in card.emotions]
        if len(set(felt)) != len(felt):
            raise EditError(tr("A persona can feel only one emotion at a touchpoint."))
    return checked(project, card, fields)


def _holds_none() -> str:
    return tr("This lane holds no cards.")


def refusal_of_card(lane: Lane, card: Card) -> str | None:
    """Why a lane does not take a card of this class; None if it does."""
    if lane_holds(lane.kind, card):
        return None
    if lane.kind not in CARD_OF_LANE:
        return _holds_none()
    match kind_of_card(card):
        case "touchpoint":
            return tr("A touchpoint needs a lane of touchpoints.")
        case "note":
            return tr("A note needs a lane of notes or of text.")
        case "measure":
            return tr("A figure needs a lane of metrics.")
        case _:
            return tr("A picture needs a lane of images.")
