"""What some rows show of the touchpoints in others: how they feel, on the curve, and their channels, in the matrix.

It is gathered lane by lane and kept, because an edit changes one lane of a map.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from journey_editor.model.cards import Touchpoint
from journey_editor.model.lanes import CardLane, Cell, EmotionLane
from journey_editor.model.part import UnseenLane
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import card_lanes

from .curve_labels import Feeling
from .environment import Environment
from .rows import Frame

T = TypeVar("T")

#: What is felt at a lane's touchpoints, step by step; steps where nothing is felt are left out.
_Felt = tuple[tuple[str, tuple[Feeling, ...]], ...]
#: The channels of touchpoints, each with the step.
_Channels = tuple[tuple[str, str], ...]
#: The channels of a lane, cell by cell.
_Touched = tuple[_Channels, ...]


class ByLane(Generic[T]):
    """What is made of a lane: for one that has changed the very same object as before if it is equal to that, so that
    comparing what was made of many lanes takes no time."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[CardLane, T]] = {}

    def of(self, lane: CardLane, make: Callable[[CardLane], T]) -> T:
        known = self._known.get(lane.id)
        if known is None or known[0] is not lane:
            made = make(lane)
            known = self._known[lane.id] = (lane, known[1] if known is not None and known[1] == made else made)
        return known[1]

    def forget(self, lane: str) -> None:
        """What was made of a lane no longer holds."""
        self._known.pop(lane, None)


class _Spread(NamedTuple):
    """The feelings of an emotion lane, with all that they were made of."""

    lane: EmotionLane
    frame: Frame
    felt: list[_Felt]
    found: tuple[Feeling, ...]


class Gathered:
    """What was gathered with one `Environment`."""

    def __init__(self) -> None:
        self._env: Environment | None = None
        self._cells: dict[tuple[str, str], tuple[object, tuple[Feeling, ...]]] = {}
        self._felt: ByLane[_Felt] = ByLane()
        self._spread: dict[str, _Spread] = {}
        self._touched: ByLane[_Touched] = ByLane()
        self._cell_channels: dict[tuple[str, str], tuple[object, _Channels]] = {}
        self._counts: tuple[list[_Touched], Counter[tuple[str, str]]] | None = None

    def feelings(self, journey: JourneyMap, lane: EmotionLane, frame: Frame) -> tuple[Feeling, ...]:
        """All feelings in the order of the columns, spread evenly over each step."""
        self._env = frame.env
        felt: list[_Felt] = []
        if lane.points_from != "hand":
            lanes = [each for each in card_lanes(journey) if each.kind == "touchpoints"]
            shown = [each for each in lanes if not each.hidden or isinstance(each, UnseenLane)]
            felt = [self._felt.of(each, self._felt_in) for each in shown]
        was = self._spread.get(lane.id)
        if was is None or was.lane is not lane or was.frame is not frame or was.felt != felt:
            was = self._spread[lane.id] = _Spread(lane, frame, felt, _spread(lane, frame, felt))
        return was.found

    def _felt_in(self, lane: CardLane) -> _Felt:
        assert self._env is not None
        felt: list[tuple[str, tuple[Feeling, ...]]] = []
        for cell in lane.cells:
            known = self._cells.get((lane.id, cell.step))
            if known is None or known[0] is not cell:
                found = tuple(
                    f
                    for card in cell.cards
                    if isinstance(card, Touchpoint)
                    for f in _feelings_of(self._env, card, cell.step)
                )
                known = self._cells[lane.id, cell.step] = (cell, found)
            if known[1]:
                felt.append((cell.step, known[1]))
        return tuple(felt)

    def forget(self, lane: str, step: str) -> None:
        """The words of a cell have changed, though the cell has not."""
        self._cells.pop((lane, step), None)
        self._felt.forget(lane)

    def channels(self, journey: JourneyMap) -> Counter[tuple[str, str]]:
        """How many touchpoints of each channel lie in each step, by (channel, step)."""
        parts = [self._touched.of(lane, self._touched_in) for lane in card_lanes(journey) if lane.kind == "touchpoints"]
        if self._counts is None or self._counts[0] != parts:
            self._counts = (parts, Counter(chain.from_iterable(chain.from_iterable(parts))))
        return self._counts[1]

    def _touched_in(self, lane: CardLane) -> _Touched:
        found: list[_Channels] = []
        for cell in lane.cells:
            known = self._cell_channels.get((lane.id, cell.step))
            if known is None or known[0] is not cell:
                made = _channels_in(cell)
                known = self._cell_channels[lane.id, cell.step] = (
                    cell,
                    known[1] if known is not None and known[1] == made else made,
                )
            found.append(known[1])
        return tuple(found)


def _channels_in(cell: Cell) -> _Channels:
    return tuple((card.channel, cell.step) for card in cell.cards if isinstance(card, Touchpoint) and card.channel)


def _spread(lane: EmotionLane, frame: Frame, felt: list[_Felt]) -> tuple[Feeling, ...]:
    by_step: dict[str, list[Feeling]] = {}
    for step, found in chain.from_iterable(felt):
        by_step.setdefault(step, []).extend(found)
    spread: list[Feeling] = []
    for column in frame.columns:
        if column.folds:
            continue
        here = [f for f in by_step.get(column.step, ()) if f.value is not None or lane.expectation]
        order = {card: place for place, card in enumerate(dict.fromkeys(f.id for f in here))}
        spread += [f._replace(position=(order[f.id] + 0.5) / len(order)) for f in here]
        if lane.points_from != "touchpoints":
            drawn = [
                Feeling(
                    p.id,
                    p.step,
                    p.position,
                    p.persona,
                    p.value,
                    None,
                    frame.env.text(p.id, "label", p.label),
                    False,
                    drawn=True,
                )
                for p in lane.points
                if p.step == column.step
            ]
            here_all = [f for f in spread if f.step == column.step] + drawn
            spread = [f for f in spread if f.step != column.step] + sorted(here_all, key=lambda f: f.position)
    return tuple(spread)


def _feelings_of(env: Environment, card: Touchpoint, step: str) -> list[Feeling]:
    found = []
    for index, emotion in enumerate(card.emotions):
        if emotion.value is not None or emotion.expected is not None:
            label = env.text(card.id, f"emotions.{index}.label", emotion.label)
            found.append(
                Feeling(
                    card.id, step, 0.5, emotion.persona, emotion.value, emotion.expected, label, card.moment_of_truth
                )
            )
    return found
