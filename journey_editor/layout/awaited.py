"""A lane whose cards or curves are not laid out yet: its head and its rules, about as high as it will be."""

from __future__ import annotations

from journey_editor.model.lanes import CardLane, EmotionLane

from . import look
from .result import RowBlock
from .rows import Frame, caption_of, finish, head_items

#: What a card takes in a stack, with the gap to the next one, on usual maps (points).
_USUAL = {"touchpoints": 95.0, "notes": 52.0, "text": 46.0, "metrics": 12.4}
_ELSE = 60.0


def awaited_row(frame: Frame, lane: CardLane | EmotionLane, extra_top: float) -> RowBlock:
    """The row as far as it is known; `extra_top` as for `card_row`."""
    icon = lane.icon or look.LANE_ICONS[lane.kind]
    head, least = head_items(frame, lane, icon, caption_of(frame, lane))
    if isinstance(lane, EmotionLane):
        return finish(frame, lane, max(look.CURVE_HEIGHT, least, lane.height), head)
    shown = {column.step for column in frame.columns if not column.folds}
    most = max((len(cell.cards) for cell in lane.cells if cell.step in shown), default=0)
    stack = look.CELL_TOP + most * _USUAL.get(lane.kind, _ELSE) + look.CELL_BOTTOM
    return finish(frame, lane, max(stack + extra_top, least, lane.height, look.ROW_LEAST), head)
