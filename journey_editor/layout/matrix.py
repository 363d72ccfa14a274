"""The channel matrix: a line for each channel, with a mark in every step that touches it, thicker if more important."""

from __future__ import annotations

from journey_editor.model.lanes import ChannelLane

from . import look
from .drawlist import Group, Item, Path, Tag
from .figures import dot_outline, horizontal, icon_path, vertical
from .result import RowBlock
from .rows import Frame, collapsed_row, head_items, lane_title
from .wrap import place


def matrix_row(frame: Frame, lane: ChannelLane, touched: dict[tuple[str, str], int]) -> RowBlock:
    """`touched` counts the touchpoints of (channel id, step id)."""
    env = frame.env
    weights = {key: min(count, 3) for key, count in touched.items()}
    for mark in lane.marks:
        weights[mark.channel, mark.step] = mark.importance
    used = {channel for channel, _ in weights}
    shown = lane.channels or tuple(key for key in env.channels if key in used)
    channels = [env.channels[key] for key in shown if key in env.channels]
    if lane.collapsed:
        return collapsed_row(frame, lane)
    items, y = head_items(frame, lane.icon or look.LANE_ICONS["channels"], lane_title(frame, lane), "")
    y -= 3.0
    rules: list[Item] = []
    for channel in channels:
        block = env.wrapped(env.text(channel.id, "name", channel.name), look.LANE_CAPTION, frame.head - 20.0)
        tall = max(look.MATRIX_ROW, block.height + 4.0)
        color = channel.color or look.NO_CHANNEL
        items.append(icon_path(channel.icon or "circle-dot", frame.left + 2.0, y + (tall - 8.0) / 2, 8.0, color))
        items += place(block, frame.left + 15.0, y + (tall - block.height) / 2)
        middle = y + tall / 2
        for column in frame.columns:
            weight = weights.get((channel.id, column.step), 0)
            if not weight or column.folds:
                continue
            radius = 1.8 + 1.1 * weight
            line_from, line_to = column.x + look.CELL_LEFT, column.x + column.w - look.CELL_RIGHT
            rules.append(horizontal(line_from, middle - weight * 0.6, line_to - line_from, weight * 1.2, color))
            items.append(Path(dot_outline("round"), column.x + column.w / 2, middle, radius, fill=color))
        y += tall
    h = max(y + look.CELL_BOTTOM - 3.0, lane.height, look.ROW_LEAST)
    rules.insert(0, horizontal(frame.left, -0.25, frame.right - frame.left, 0.5, look.LANE_RULE))
    rules += [vertical(c.x - 0.25, 0.25, h - 0.5, 0.5, look.COLUMN_RULE) for c in frame.columns]
    tag = Tag("lane", lane.id, lane_title(frame, lane))
    return RowBlock(lane.id, lane.kind, h, (), (), Group(0.0, 0.0, frame.right, h, (*rules, *items), tag))
