"""The cells of lanes, kept sparse and in the order of the steps. For the other edits: nothing here takes a project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from journey_editor.model.cards import Card
from journey_editor.model.lanes import CELL_OF_LANE, CardLane, Cell, Lane
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import holds_cards, pass_on_index, steps

#: step id -> its place from the left
StepOrder = Mapping[str, int]


def step_order(journey: JourneyMap) -> StepOrder:
    return {step.id: i for i, step in enumerate(steps(journey))}


def cards_in(lane: CardLane, step_id: str) -> tuple[Card, ...]:
    for cell in lane.cells:
        if cell.step == step_id:
            return cell.cards
    return ()


def with_stack(lane: CardLane, step_id: str, cards: Sequence[Card], order: StepOrder) -> CardLane:
    """The lane with that stack of cards in one cell; an empty stack removes the cell."""
    return with_stacks(lane, {step_id: cards}, order)


def with_stacks(lane: CardLane, stacks: Mapping[str, Sequence[Card]], order: StepOrder) -> CardLane:
    """The lane with the stacks of several cells replaced. Cells and cards that stay are the same objects."""
    kept: list[Cell] = []
    known = set()
    for cell in lane.cells:
        known.add(cell.step)
        if cell.step not in stacks:
            kept.append(cell)
        elif stack := tuple(stacks[cell.step]):
            kept.append(cell.evolve(cards=stack))
    added = [step for step in stacks if step not in known and stacks[step]]
    if added:
        make = CELL_OF_LANE[lane.kind]
        # Which cards fit the lane is not known to the types: the cell refuses others when it is made.
        kept += [make(step=step, cards=tuple(stacks[step])) for step in added]  # type: ignore[arg-type]
        kept.sort(key=lambda cell: order[cell.step])
    return lane.evolve(cells=tuple(kept))


def put_cards(lane: CardLane, cards: Mapping[tuple[int, int], Card]) -> CardLane:
    """The lane with cards put in the place of those of the same id, (index of the cell, index in its stack) -> card."""
    stacks: dict[int, list[Card]] = {}
    for (c, k), card in cards.items():
        if c not in stacks:
            stacks[c] = list(lane.cells[c].cards)
        stacks[c][k] = card
    cells: list[Cell] = list(lane.cells)
    for c, stack in stacks.items():
        cells[c] = cells[c].evolve(cards=tuple(stack))
    new = lane.evolve(cells=tuple(cells))
    pass_on_index(lane, new)
    return new


def each_card_lane(journey: JourneyMap, change: Callable[[CardLane], CardLane]) -> JourneyMap:
    """The map with every lane that holds cards changed."""
    lanes = tuple(change(lane) if holds_cards(lane) else lane for lane in journey.lanes)
    return journey.evolve(lanes=lanes)


def in_step_order(journey: JourneyMap) -> JourneyMap:
    """The map with its cells sorted anew, after its steps were."""
    order = step_order(journey)

    def sort(lane: CardLane) -> CardLane:
        return lane.evolve(cells=tuple(sorted(lane.cells, key=lambda cell: order[cell.step])))

    return each_card_lane(journey, sort)


def without_cards(lane: CardLane, ids: Iterable[str]) -> CardLane:
    """The lane without the cards of these ids; cells that become empty go."""
    drop = frozenset(ids)
    cells = []
    for cell in lane.cells:
        left = tuple(card for card in cell.cards if card.id not in drop)
        if left:
            cells.append(cell if len(left) == len(cell.cards) else cell.evolve(cards=left))
    return lane.evolve(cells=tuple(cells))


def as_card_lane(lane: Lane) -> CardLane | None:
    return lane if holds_cards(lane) else None
