"""A line across the map, as in a service blueprint: its label at the left, and each line in a stroke of its own.

The line of visibility is the one that parts what customers see from what they do not: it is whole and strong.
"""

from __future__ import annotations

from journey_editor.model.lanes import SeparatorLane
from journey_editor.model.separators import line_word

from . import look
from .drawlist import Group, Item, Outline, Path, Tag
from .result import RowBlock
from .rows import Frame, lane_title, name_group

_STROKES: dict[str, tuple[float, tuple[float, ...]]] = {  # width and dash
    "visibility": (1.5, ()),
    "internal-interaction": (1.0, (1.5, 2.5)),
}
_DASHED = (1.0, (6.0, 3.0))
_ROOM = 11.0  # above and below the label, together
_GAP = 8.0  # between the label and the line
_BESIDE = 6.0  # between a label and the columns, in whose gutter paths run


def separator_row(frame: Frame, lane: SeparatorLane) -> RowBlock:
    """A line with its label."""
    title = lane_title(frame, lane) or line_word(lane.line, frame.env.language)
    block = frame.env.wrapped(title, look.LANE_TITLE, frame.head - _BESIDE)
    h = max(lane.height, block.height + _ROOM)
    width, dash = _STROKES.get(lane.line, _DASHED)
    start = frame.left + block.width + (_GAP if title else 0.0)
    stroke = lane.color or look.LINE
    line = Path(Outline((("M", start, h / 2), ("L", frame.right, h / 2))), stroke=stroke, width=width, dash=dash)
    tag = Tag("lane", lane.id, title)
    named = (name_group(lane.id, title, block, frame.left, (h - block.height) / 2),) if block.lines else ()
    items: tuple[Item, ...] = (*named, line)
    return RowBlock(lane.id, lane.kind, h, (), (), Group(0.0, 0.0, frame.right, h, items, tag))
