"""Paths between cards, and the traces of what was carried over: right-angled lines that never cross a card.

Every column has a gutter at its left (9 pt) and a margin at its right (5 pt), and every row that needs it has tracks
above its cards: a line runs only there. It leaves its card at the side and arrives at the left edge of the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from journey_editor.model.project import JourneyMap

from . import look
from .drawlist import Group, Item, Outline, Path, Rect, Step, Tag
from .environment import Environment
from .figures import arrow_outline
from .result import Column, PathLine, Row, RowBlock
from .wrap import TextBlock, place

_TRACK = 6.0  # room for a line above the cards
_LABELLED_TRACK = 16.0  # with a condition on it
_ARROW = 4.8
_CORNER = 4.0
_GUTTERS = (4.5, 2.5, 6.5)  # where lines run in a column's gutter, in turn


class Wire(NamedTuple):
    """A connection to be drawn: a path, or (`trace`) what was carried over to what."""

    id: str
    source: str
    target: str
    label: str
    trace: bool


class Spot(NamedTuple):
    """Where a card lies: index of its row and column, its edges and the height at which lines meet it."""

    row: int
    column: int
    left: float
    right: float
    y: float


def wires(env: Environment, journey: JourneyMap) -> tuple[Wire, ...]:
    """All traces and paths of a map, with their conditions in its language; the paths lie over the traces."""
    traces = (Wire(c.id, c.source, c.target, "", True) for c in journey.counterparts)
    paths = (Wire(p.id, p.source, p.target, env.text(p.id, "condition", p.condition), False) for p in journey.paths)
    return (*traces, *paths)


def needs_track(wire: Wire, source_column: int, target_column: int) -> bool:
    """Whether the line runs along a row, above its cards; else gutters are enough."""
    if wire.trace:
        return source_column != target_column
    return bool(wire.label) or target_column not in (source_column, source_column + 1)


def track_room(labels: Iterable[str]) -> float:
    """The room that tracks with these labels take above the cards of a row."""
    heights = [_LABELLED_TRACK if label else _TRACK for label in labels]
    return sum(heights)


class RowSpots(NamedTuple):
    """The spots of a row's cards, counted from the row's top, with all that they were found by."""

    block: RowBlock
    columns: tuple[Column, ...]
    ends: frozenset[str]
    found: dict[str, Spot]


def spots(
    wanted: tuple[Wire, ...], rows: tuple[Row, ...], columns: tuple[Column, ...], known: dict[str, RowSpots]
) -> dict[str, Spot]:
    """Where each card lies that a wire leaves or meets. `known` keeps what was found in each row for the next time."""
    ends = frozenset(end for wire in wanted for end in (wire.source, wire.target))
    number = {column.step: index for index, column in enumerate(columns)}
    found: dict[str, Spot] = {}
    for index, row in enumerate(rows):
        was = known.get(row.lane)
        if was is None or was.block is not row.block or was.columns is not columns or was.ends != ends:
            was = known[row.lane] = RowSpots(row.block, columns, ends, _in_row(row.block, number, ends))
        for card, spot in was.found.items():
            _, column, left, right, y = spot
            found[card] = Spot(index, column, left, right, row.y + y)
    return found


def _in_row(block: RowBlock, number: dict[str, int], ends: frozenset[str]) -> dict[str, Spot]:
    found = {}
    for cell in block.cells:
        column = number[cell.block.step]
        for x, y, card in cell.block.cards:
            if card.id in ends:
                left = cell.x + x
                found[card.id] = Spot(0, column, left, left + card.w, y + card.joins)
    return found


def routed(
    env: Environment,
    wanted: tuple[Wire, ...],
    where: dict[str, Spot],
    rows: tuple[Row, ...],
    columns: tuple[Column, ...],
    known: dict[str, tuple[Wire, PathLine, Group]],
) -> tuple[tuple[PathLine, ...], tuple[Group, ...]]:
    """The lines of all wires whose two cards are shown, and how each is drawn.

    `known` keeps them for the next time: a line that runs as before keeps its group.
    """
    lines: list[PathLine] = []
    drawn: list[Group] = []
    busy: dict[int, int] = {}  # lines so far in each column's gutter
    tracks: dict[int, float] = {}  # how far down the next track of each row is
    for wire in wanted:
        source, target = where.get(wire.source), where.get(wire.target)
        if source is None or target is None:
            continue
        gutter = columns[target.column].x + _GUTTERS[busy.get(target.column, 0) % len(_GUTTERS)]
        busy[target.column] = busy.get(target.column, 0) + 1
        block: TextBlock | None = None
        corners: list[tuple[float, float]]
        label = (0.0, 0.0, 0.0, 0.0)
        if needs_track(wire, source.column, target.column):
            room = _LABELLED_TRACK if wire.label else _TRACK
            start = tracks.get(target.row, 0.0)
            tracks[target.row] = start + room
            track = rows[target.row].y + 3.0 + start + room / 2
            if wire.trace:
                out = columns[source.column].x + _GUTTERS[busy.get(source.column, 0) % len(_GUTTERS)]
                busy[source.column] = busy.get(source.column, 0) + 1
                leave = source.left
            else:
                out = columns[source.column].x + columns[source.column].w - look.CELL_RIGHT / 2
                leave = source.right
            corners = [(leave, source.y), (out, source.y), (out, track), (gutter, track), (gutter, target.y)]
            if wire.label:
                block = env.tight(wire.label, look.CONDITION, max(abs(gutter - out) - 24.0, 70.0), 1)
                env.report(wire.id, block)
                w, h = block.width + 10.0, block.height + 3.0
                label = ((out + gutter) / 2 - w / 2, track - h / 2, w, h)
        else:
            leave = source.left if target.column == source.column else source.right
            corners = [(leave, source.y), (gutter, source.y), (gutter, target.y)]
        corners.append((target.left, target.y))
        way = tuple(c for i, c in enumerate(corners) if i == 0 or c != corners[i - 1])
        line = PathLine(wire.id, wire.source, wire.target, way, label)
        was = known.get(wire.id)
        if was is None or was[0] != wire or was[1] != line:
            was = known[wire.id] = (wire, line, _drawn(wire, way, block, label))
        lines.append(line)
        drawn.append(was[2])
    return tuple(lines), tuple(drawn)


def _drawn(
    wire: Wire,
    way: tuple[tuple[float, float], ...],
    block: TextBlock | None,
    label: tuple[float, float, float, float],
) -> Group:
    xs, ys = [x for x, _ in way], [y for _, y in way]
    if block is not None:
        xs += [label[0], label[0] + label[2]]
        ys += [label[1], label[1] + label[3]]
    left, top = min(xs), min(ys)
    local = tuple((x - left, y - top) for x, y in way)
    tip = local[-1]
    body = (*local[:-1], (tip[0] - _ARROW * 0.7, tip[1]))
    outline = rounded(body)
    casing = _shortened(body, 3.5)
    items: list[Item] = [Path(rounded(casing), stroke=look.PAPER, width=3.0)] if casing else []
    if wire.trace:
        items.append(Path(outline, stroke=look.LINE, width=1.0, dash=(2.0, 2.0)))
    else:
        items.append(Path(outline, stroke=look.LINE, width=1.25))
    items.append(Path(arrow_outline("right"), *tip, _ARROW, fill=look.LINE))
    if block is not None:
        x, y, w, h = label[0] - left, label[1] - top, label[2], label[3]
        items.append(Rect(x, y, w, h, look.PAPER, look.LINE, 0.75, h / 2))
        items += place(block, x + 5.0, y + 1.5)
    tag = Tag("trace" if wire.trace else "path", wire.id, wire.label)
    return Group(left, top, max(xs) - left, max(ys) - top, tuple(items), tag, bleed=4.0)


def _shortened(points: tuple[tuple[float, float], ...], length: float) -> tuple[tuple[float, float], ...]:
    """The polyline without its first and last few points, so that a line's white casing does not bite into cards."""
    first = max(abs(points[1][0] - points[0][0]), abs(points[1][1] - points[0][1]))
    last = max(abs(points[-1][0] - points[-2][0]), abs(points[-1][1] - points[-2][1]))
    inner = list(points)
    if first <= length:
        inner = inner[1:]
    else:
        inner[0] = _toward(points[0], points[1], length)
    if last <= length:
        inner = inner[:-1]
    elif len(inner) > 1:
        inner[-1] = _toward(points[-1], points[-2], length)
    return tuple(inner) if len(inner) > 1 else ()


def rounded(points: tuple[tuple[float, float], ...]) -> Outline:
    """A polyline whose corners are rounded by up to `_CORNER`."""
    steps: list[Step] = [("M", *points[0])]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        legs = [max(abs(a[0] - b[0]), abs(a[1] - b[1])) for a, b in pairwise((before, here, after))]
        radius = min(_CORNER, legs[0] / 2, legs[1] / 2)
        if radius < 0.1:
            steps.append(("L", *here))
            continue
        start, end = _toward(here, before, radius), _toward(here, after, radius)
        steps.append(("L", *start))
        k = 0.4477  # a quarter circle's control points, from the corner
        c1 = (here[0] + (start[0] - here[0]) * k, here[1] + (start[1] - here[1]) * k)
        c2 = (here[0] + (end[0] - here[0]) * k, here[1] + (end[1] - here[1]) * k)
        steps.append(("C", *c1, *c2, *end))
    steps.append(("L", *points[-1]))
    return Outline(tuple(steps))


def _toward(start: tuple[float, float], end: tuple[float, float], length: float) -> tuple[float, float]:
    """The point at `length` from start towards end; the two share x or y."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    whole = max(abs(dx), abs(dy))
    return (start[0] + dx * length / whole, start[1] + dy * length / whole)
