"""What lies at a point of a map, and where something dropped there would go."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import NamedTuple

from .result import Box, Column, Layout, PointBlock, Row

_NEAR = 3.0  # a line is hit this far beside it
_AROUND = 6.0  # and a point of a curve


class CardSlot(NamedTuple):
    """Between which cards of which cell a card would land; the mark runs from (x1, y) to (x2, y)."""

    lane: str
    step: str
    before: str | None
    x1: float
    x2: float
    y: float


class Slot(NamedTuple):
    """Before which phase or step something would land (None: at the end), and the line that shows it."""

    before: str | None
    x1: float
    y1: float
    x2: float
    y2: float


class LaneSlot(NamedTuple):
    """Before which lane a lane would land (None: at the end), and the line that shows it. Between two lanes runs the
    phase band: `above_band` says that the lane would be the last above it, not the first below."""

    before: str | None
    x1: float
    y1: float
    x2: float
    y2: float
    above_band: bool = False


def row_at(layout: Layout, y: float) -> Row | None:
    return next((row for row in layout.rows if row.y <= y < row.y + row.h), None)


def column_at(layout: Layout, x: float) -> Column | None:
    return next((column for column in layout.columns if column.x <= x < column.x + column.w), None)


def hit(layout: Layout, x: float, y: float, near: float = _NEAR) -> Box | None:
    """The topmost thing at a point: a card, a point of the curve, a path, a phase, a lane's head, a cell, the title.

    `near` is how far beside a line may be meant by it; on a map that is shown small, more than otherwise.
    """
    row, column = row_at(layout, y), column_at(layout, x)
    if row is not None and column is not None and row.block.lane:
        for box in layout.cards_in(row.block.lane, column.step):
            if box.holds(x, y):
                return box
    if row is not None:
        point = point_at(row, x, y, max(_AROUND, 1.5 * near))
        if point is not None:
            return Box("point", point.key, point.x - 6.0, row.y + point.y - 6.0, 12.0, 12.0)
    if row is not None and not row.block.lane:  # the phase band lies over the paths
        return _in_band(layout, row, column, x, y)
    for line in layout.lines:
        if _on_line(line.corners, x, y, max(near, _NEAR)) or Box("", "", *line.label).holds(x, y):
            return layout.box(line.id)
    if row is not None:
        if layout.left <= x < layout.left + layout.head:
            return layout.head_of(row.block.lane)
        if column is not None:
            marks = layout.marks_in(row.block.lane, column.step) if row.block.channels else ()
            return next((box for box in marks if box.holds(x, y)), None) or layout.cell(row.block.lane, column.step)
        return None
    return layout.title if layout.title.holds(x, y) else None


def point_at(row: Row, x: float, y: float, around: float = _AROUND) -> PointBlock | None:
    """The point of a curve that lies nearest; where two lie in one place, what is felt, not what was expected."""
    near = [p for p in row.block.points if abs(p.x - x) <= around and abs(p.y + row.y - y) <= around]
    return min(near, key=lambda p: (hypot(p.x - x, p.y + row.y - y), p.expected), default=None)


def card_slot(layout: Layout, x: float, y: float, leave_out: frozenset[str] = frozenset()) -> CardSlot | None:
    """Where a card dropped at a point would go. `leave_out` are the cards that are being moved: they count as gone."""
    row, column = row_at(layout, y), column_at(layout, x)
    if row is None or column is None or not row.block.lane:
        return None
    x1, x2 = column.x + 5.0, column.x + column.w - 2.0
    boxes = [box for box in layout.cards_in(row.block.lane, column.step) if box.id not in leave_out]
    for index, box in enumerate(boxes):
        if y < box.y + box.h / 2:
            edge = boxes[index - 1].y + boxes[index - 1].h if index else box.y - 5.0
            return CardSlot(row.block.lane, column.step, box.id, x1, x2, (edge + box.y) / 2)
    end = boxes[-1].y + boxes[-1].h + 2.5 if boxes else row.y + 4.5
    return CardSlot(row.block.lane, column.step, None, x1, x2, end)


def phase_slot(layout: Layout, x: float) -> Slot:
    """Before which phase something dropped at x would go."""
    top, bottom = (layout.rows[0].y, layout.rows[-1].y + layout.rows[-1].h) if layout.rows else (0.0, layout.height)
    for phase in layout.phases:
        if x < phase.x + phase.w / 2:
            return Slot(phase.id, phase.x, top, phase.x, bottom)
    return Slot(None, layout.right, top, layout.right, bottom)


def step_slot(layout: Layout, x: float) -> tuple[str, Slot] | None:
    """In which phase, and before which of its steps, a step dropped at x would go; None on a map without phases."""
    phase = next((p for p in layout.phases if p.x <= x < p.x + p.w), None)
    if phase is None:
        if not layout.phases:
            return None
        phase = layout.phases[0] if x < layout.phases[0].x else layout.phases[-1]
    top, bottom = layout.rows[0].y, layout.rows[-1].y + layout.rows[-1].h
    for column in layout.columns:
        if column.phase == phase.id and x < column.x + column.w / 2:
            return phase.id, Slot(column.step, column.x, top, column.x, bottom)
    end = phase.x + phase.w
    return phase.id, Slot(None, end, top, end, bottom)


def lane_slot(layout: Layout, y: float) -> LaneSlot:
    """Before which lane something dropped at y would go, and on which side of the phase band."""
    left, right = layout.left, layout.right
    for index, row in enumerate(layout.rows):
        if y >= row.y + row.h / 2:
            continue
        if row.block.lane:
            return LaneSlot(row.block.lane, left, row.y, right, row.y)
        below = next((other.block.lane for other in layout.rows[index:] if other.block.lane), None)
        return LaneSlot(below, left, row.y, right, row.y, above_band=True)
    end = layout.rows[-1].y + layout.rows[-1].h if layout.rows else layout.height
    return LaneSlot(None, left, end, right, end)


def _in_band(layout: Layout, row: Row, column: Column | None, x: float, y: float) -> Box | None:
    phase = next((p for p in layout.phases if p.holds(x, y)), None)
    if phase is not None:
        return phase
    below = next((p for p in layout.phases if p.x <= x < p.x + p.w), None)
    if column is not None and below is not None and y >= below.y + below.h:
        return layout.box(column.step)
    return None


def _on_line(corners: tuple[tuple[float, float], ...], x: float, y: float, near: float) -> bool:
    for (ax, ay), (bx, by) in pairwise(corners):
        if min(ax, bx) - near <= x <= max(ax, bx) + near and min(ay, by) - near <= y <= max(ay, by) + near:
            return True
    return False
