"""The channel matrix: a line for each channel, with a mark in every step that touches it, thicker if more important.

What comes from touchpoints is a filled dot, what was marked by hand a hollow one, and where both are, a dot in a ring:
so the two can be told apart without colour.
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_editor.model.lanes import ChannelLane
from journey_editor.model.project import Channel
from journey_editor.wording import tr

from . import look
from .drawlist import Group, Item, Path, Tag
from .figures import dot_outline, horizontal, icon_path, vertical
from .result import ChannelRow, RowBlock
from .rows import Frame, collapsed_row, head_items, lane_title
from .wrap import place

_MOST = 3
_RULE = look.COLUMN_RULE
_RING = 1.9  # between a dot and the ring round it


def mark_signs(x: float, y: float, weight: int, color: str, *, touched: bool, by_hand: bool) -> Iterator[Item]:
    """The dot of a mark with its middle at (x, y)."""
    radius = 1.8 + 1.1 * weight
    if touched:
        if by_hand:
            yield Path(dot_outline("round"), x, y, radius + _RING, fill=look.PAPER, stroke=color, width=0.9)
        yield Path(dot_outline("round"), x, y, radius, fill=color)
    else:
        yield Path(dot_outline("round"), x, y, radius, fill=look.PAPER, stroke=color, width=1.25)


def matrix_row(frame: Frame, lane: ChannelLane, touched: dict[tuple[str, str], int]) -> RowBlock:
    """`touched` counts the touchpoints of (channel id, step id)."""
    env = frame.env
    if lane.collapsed:
        return collapsed_row(frame, lane)
    by_hand = {(mark.channel, mark.step): mark.importance for mark in lane.marks}
    channels = _shown(frame, lane, {channel for channel, _ in (*touched, *by_hand)})
    caption = env.text(lane.id, "description", lane.description)
    if not channels and not caption:
        caption = tr("no channel used yet", to=env.language)
    items, y = head_items(frame, lane, lane.icon or look.LANE_ICONS["channels"], caption)
    y -= 3.0
    rules: list[Item] = []
    rows: list[ChannelRow] = []
    for channel in channels:
        block = env.wrapped(env.text(channel.id, "name", channel.name), look.LANE_CAPTION, frame.head - 20.0)
        tall = max(look.MATRIX_ROW, block.height + 4.0)
        color = channel.color or look.NO_CHANNEL
        key_of_row = f"{lane.id}/{channel.id}"
        named: tuple[Item, ...] = (
            icon_path(channel.icon or "circle-dot", frame.left + 2.0, (tall - 8.0) / 2, 8.0, color),
            *place(block, frame.left + 15.0, (tall - block.height) / 2),
        )
        items.append(Group(0.0, y, frame.left + frame.head, tall, named, Tag("channel", key_of_row, channel.name)))
        signs: list[Item] = []
        rows.append(ChannelRow(channel.id, y, tall))
        if len(rows) > 1:
            rules.append(
                horizontal(frame.left + frame.head, y - 0.2, frame.right - frame.left - frame.head, 0.4, _RULE)
            )
        middle = y + tall / 2
        for column in frame.columns:
            key = (channel.id, column.step)
            weight = by_hand.get(key, 0) or min(touched.get(key, 0), _MOST)
            if not weight or column.folds:
                continue
            line_from, line_to = column.x + look.CELL_LEFT, column.x + column.w - look.CELL_RIGHT
            rules.append(horizontal(line_from, middle - weight * 0.6, line_to - line_from, weight * 1.2, color))
            signs += mark_signs(
                column.x + column.w / 2, middle, weight, color, touched=key in touched, by_hand=key in by_hand
            )
        if signs:
            items.append(Group(0.0, 0.0, frame.right, y + tall, tuple(signs), Tag("marks", key_of_row, channel.name)))
        y += tall
    h = max(y + look.CELL_BOTTOM - 3.0, lane.height, look.ROW_LEAST)
    rules.insert(0, horizontal(frame.left, -0.25, frame.right - frame.left, 0.5, look.LANE_RULE))
    rules += [vertical(c.x - 0.25, 0.25, h - 0.5, 0.5, look.COLUMN_RULE) for c in frame.columns]
    tag = Tag("lane", lane.id, lane_title(frame, lane))
    group = Group(0.0, 0.0, frame.right, h, (*rules, *items), tag)
    return RowBlock(lane.id, lane.kind, h, (), (), group, channels=tuple(rows))


def _shown(frame: Frame, lane: ChannelLane, used: set[str]) -> list[Channel]:
    """The channels that the lane names, else all that are used, in the order of the project."""
    known = frame.env.channels
    return [known[key] for key in lane.channels or tuple(key for key in known if key in used) if key in known]
