"""The rows of a map's lanes, and what is remembered of them, so that after an edit only what changed is made anew.

What is remembered: the block of each card with the card it was made of, of each cell with its cell, of each lane's row
with its lane. Values are immutable, so "the same object" means "the same picture"; whatever else a block depends on is
in the `Environment`, and when that changes, all of it is forgotten (`clear`).
"""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple

from journey_editor.model.cards import Mode
from journey_editor.model.lanes import CardLane, ChannelLane, EmotionLane, Lane, SeparatorLane
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import card_lanes, index_of

from .awaited import awaited_row
from .curve import emotion_steps
from .curve_labels import Feeling
from .gathered import Gathered
from .matrix import matrix_row
from .patience import Patience
from .result import CardBlock, CellBlock, RowBlock
from .rows import Frame, card_row, cell_block, collapsed_row
from .separators import separator_row

_STEP = 30  # cards take as long as one step of a long curve


class _KnownRow(NamedTuple):
    """A row with all it was made of."""

    lane: Lane
    frame: Frame
    extra: object
    block: RowBlock
    bare: bool = False  # without a rule at its top


class LaneRows:
    """The row of each lane, for one environment at a time."""

    def __init__(self) -> None:
        self._cards: dict[str, tuple[object, Mode, CardBlock]] = {}
        self._cells: dict[tuple[str, str], tuple[object, Mode, float, CellBlock]] = {}
        self._gathered = Gathered()
        self._lowered: dict[tuple[str, str], tuple[CellBlock, CellBlock]] = {}
        self._rows: dict[str, _KnownRow] = {}
        self._awaited: dict[str, _KnownRow] = {}
        self._curves: dict[str, tuple[EmotionLane, Frame, object, Generator[None, None, RowBlock]]] = {}

    def clear(self) -> None:
        """Forget everything."""
        self._cards.clear()
        self._cells.clear()
        self._gathered = Gathered()
        self._lowered.clear()
        self._rows.clear()
        self._awaited.clear()
        self._curves.clear()

    def drop_cards(self, journey: JourneyMap, ids: frozenset[str]) -> None:
        """Forget what was made of these cards."""
        for lane in card_lanes(journey):
            index = index_of(lane)
            for card in ids.intersection(index):
                step = lane.cells[index[card][0]].step
                self._cards.pop(card, None)
                self._cells.pop((lane.id, step), None)
                self._gathered.forget(lane.id, step)
                self._rows.pop(lane.id, None)

    def drop_lane(self, lane: str) -> None:
        """Forget a lane's row, though not its cards."""
        self._rows.pop(lane, None)
        self._awaited.pop(lane, None)
        self._curves.pop(lane, None)

    def row(
        self, journey: JourneyMap, lane: Lane, frame: Frame, room: float, patience: Patience, *, bare: bool
    ) -> RowBlock:
        """The row of a lane with `room` above its cards; `bare` has no rule at its top. For want of time it may be one
        that waits for its cards, which `patience` then says."""
        extra: object = room
        if isinstance(lane, EmotionLane):
            extra = feelings = self._gathered.feelings(journey, lane, frame)
        elif isinstance(lane, ChannelLane):
            extra = touched = self._gathered.channels(journey)
        known = self._rows.get(lane.id)
        if (
            known is not None
            and known.lane is lane
            and known.frame is frame
            and known.bare == bare
            and (known.extra is extra or known.extra == extra)
        ):
            return known.block
        block: RowBlock | None
        if isinstance(lane, EmotionLane):
            block = self._curve(lane, frame, feelings, patience)
            if block is None:
                return self._later(lane, frame, room, patience)
        elif isinstance(lane, ChannelLane):
            block = matrix_row(frame, lane, touched)
        elif isinstance(lane, SeparatorLane):
            block = separator_row(frame, lane)
        elif lane.collapsed:
            block = collapsed_row(frame, lane)
        else:
            blocks = self._blocks(lane, frame, patience)
            if blocks is None:
                return self._later(lane, frame, room, patience)
            block = card_row(frame, lane, blocks, room, self._lowered)
        if bare:
            block = block._replace(group=block.group._replace(items=block.group.items[1:]))
        self._rows[lane.id] = _KnownRow(lane, frame, extra, block, bare)
        self._awaited.pop(lane.id, None)
        return block

    def _later(self, lane: CardLane | EmotionLane, frame: Frame, room: float, patience: Patience) -> RowBlock:
        """The row of a lane that was not finished for want of time."""
        patience.awaited.append(lane.id)
        known = self._awaited.get(lane.id)
        if known is None or not (known.lane is lane and known.frame is frame and known.extra == room):
            known = self._awaited[lane.id] = _KnownRow(lane, frame, room, awaited_row(frame, lane, room))
        return known.block

    def _curve(
        self, lane: EmotionLane, frame: Frame, feelings: tuple[Feeling, ...], patience: Patience
    ) -> RowBlock | None:
        """A lane of curves; None if there was no time for all of it, which goes on from there the next time."""
        known = self._curves.get(lane.id)
        if known is None or known[0] is not lane or known[1] is not frame or known[2] != feelings:
            known = (lane, frame, feelings, emotion_steps(frame, lane, feelings))
        self._curves[lane.id] = known
        while not patience.is_over(_STEP):
            try:
                next(known[3])
            except StopIteration as end:
                del self._curves[lane.id]
                block: RowBlock = end.value
                return block
        return None

    def _blocks(self, lane: CardLane, frame: Frame, patience: Patience) -> tuple[CellBlock, ...] | None:
        """The cells of a lane; None if there was no time for all of them."""
        widths = {column.step: column.w for column in frame.columns if not column.folds}
        made = []
        for cell in lane.cells:
            w = widths.get(cell.step)
            if w is None:
                continue
            known = self._cells.get((lane.id, cell.step))
            if known is not None and known[0] is cell and known[1:3] == (lane.mode, w):
                made.append(known[3])
                continue
            block = cell_block(frame.env, lane, cell, w, self._cards, patience)
            if block is None:
                return None
            self._cells[lane.id, cell.step] = (cell, lane.mode, w, block)
            made.append(block)
        return tuple(made)

    def forget(self, journey: JourneyMap) -> None:
        """Drop blocks of cards and lanes that are gone, now and then, so that a long session does not grow."""
        if len(self._cards) > 2000 and len(self._cards) > 2 * sum(len(index_of(lane)) for lane in card_lanes(journey)):
            alive = {key for lane in card_lanes(journey) for key in index_of(lane)}
            self._cards = {key: known for key, known in self._cards.items() if key in alive}
