"""Paths between cards, and the traces of what was carried over: right-angled lines that never cross a card.

Every column has a gutter at its left (9 pt) and a margin at its right (5 pt), and every row that needs it has tracks
above its cards: a line runs only there. It leaves its card at the side and arrives at the left edge of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from journey_editor.model.project import JourneyMap

from . import look
from .drawlist import Group
from .environment import Environment
from .path_lines import Wire, line_group, pill
from .result import Column, Layout, PathLine, Row, RowBlock
from .wrap import TextBlock

_TRACK = 6.0  # room for a line above the cards
_LABELLED_TRACK = 16.0  # with a condition on it
_HARDLY = 1e-9  # points: what adding up the same lengths in another order may differ by
_GUTTERS = (4.5, 2.5, 6.5)  # where lines run in a column's gutter, in turn
_PILL_LEAST = 270.0  # so wide may a pill be on a short line: no other line runs along its track, so words have room
_PILL_FRAME = 20.0  # of that for what is around the words
_MARGINS = (2.5, 1.0, 4.0)  # and from the right edge of a column, in its margin


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
    paths = (
        Wire(p.id, p.source, p.target, env.text(p.id, "condition", p.condition), False, p.kind, _whose(env, p.persona))
        for p in journey.paths
    )
    return (*traces, *paths)


def _whose(env: Environment, persona_id: str) -> look.CurveLook | None:
    """The look of the curve of the persona who goes a path; None where everybody does, or none of the map's."""
    if not persona_id:
        return None
    return next((look.curve_look(n, p.color) for n, p in enumerate(env.personas) if p.id == persona_id), None)


def needs_track(wire: Wire, source_column: int, target_column: int) -> bool:
    """Whether the line runs along a row, above its cards; else gutters are enough."""
    if wire.trace:
        return source_column != target_column
    return wire.pill or target_column not in (source_column, source_column + 1)


def track_room(along: Iterable[Wire]) -> float:
    """The room that the tracks of these wires take above the cards of a row."""
    return sum(_LABELLED_TRACK if wire.pill else _TRACK for wire in along)


class RowSpots(NamedTuple):
    """The spots of a row's cards, counted from the row's top (`found`) and where they are (`placed`), with all that
    they were found by."""

    block: RowBlock
    columns: tuple[Column, ...]
    ends: frozenset[str]
    found: dict[str, Spot]
    at: int
    y: float
    placed: dict[str, Spot]


def ends_of(wanted: tuple[Wire, ...]) -> frozenset[str]:
    """The cards that wires leave or meet."""
    return frozenset(end for wire in wanted for end in (wire.source, wire.target))


def spots(
    ends: frozenset[str], rows: tuple[Row, ...], columns: tuple[Column, ...], known: dict[str, RowSpots]
) -> dict[str, Spot]:
    """Where each card lies that a wire leaves or meets (`ends`). `known` keeps what was found in each row for the next
    time."""
    number = {column.step: index for index, column in enumerate(columns)}
    found: dict[str, Spot] = {}
    for index, row in enumerate(rows):
        was = known.get(row.lane)
        if was is None or was.block is not row.block or was.columns is not columns or was.ends is not ends:
            was = _placed(RowSpots(row.block, columns, ends, _in_row(row.block, number, ends), index, row.y, {}))
        elif (was.at, was.y) != (index, row.y):
            was = _placed(was._replace(at=index, y=row.y))
        known[row.lane] = was
        found.update(was.placed)
    return found


def _placed(row: RowSpots) -> RowSpots:
    placed = {
        card: Spot(row.at, column, left, right, row.y + y) for card, (_, column, left, right, y) in row.found.items()
    }
    return row._replace(placed=placed)


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
    worded: list[Group] = []  # over the others: what crosses a pill runs behind its words
    gutters: Counter[int] = Counter()  # lines so far at the left of each column
    margins: Counter[int] = Counter()  # and at its right
    tracks: dict[int, float] = {}  # how far down the next track of each row is
    for wire in wanted:
        source, target = where.get(wire.source), where.get(wire.target)
        if source is None or target is None:
            continue
        gutter = columns[target.column].x + _GUTTERS[gutters[target.column] % len(_GUTTERS)]
        gutters[target.column] += 1
        block: TextBlock | None = None
        label = (0.0, 0.0, 0.0, 0.0)
        if needs_track(wire, source.column, target.column):
            room = _LABELLED_TRACK if wire.pill else _TRACK
            start = tracks.get(target.row, 0.0)
            tracks[target.row] = start + room
            track = rows[target.row].y + 3.0 + start + room / 2
            column = columns[source.column]
            if wire.trace:
                out = column.x + _GUTTERS[gutters[source.column] % len(_GUTTERS)]
                gutters[source.column] += 1
            else:
                out = column.x + column.w - _MARGINS[margins[source.column] % len(_MARGINS)]
                margins[source.column] += 1
            way = _by_track(source, target, out, track, gutter, from_left=wire.trace)
            if wire.pill:
                left, right = columns[0].x, columns[-1].x + columns[-1].w
                least = min(_PILL_LEAST, right - left)
                block, w, h = pill(env, wire, max(abs(gutter - out) - 24.0, least - _PILL_FRAME))
                middle = min(max((out + gutter) / 2, left + w / 2), right - w / 2)
                label = (middle - w / 2, track - h / 2, w, h)
        else:
            way = _by_gutter(source, target, gutter)
        line = PathLine(wire.id, wire.source, wire.target, way, label)
        was = known.get(wire.id)
        if was is None or was[0] != wire or was[1] != line:
            down = _moved_down(was[1], line) if was is not None and was[0] == wire else None
            if was is not None and down is not None:
                group = was[2]._replace(y=was[2].y + down)
            else:
                group = line_group(wire, way, block, label)
            was = known[wire.id] = (wire, line, group)
        lines.append(line)
        (worded if wire.pill else drawn).append(was[2])
    return tuple(lines), (*drawn, *worded)


def _moved_down(old: PathLine, new: PathLine) -> float | None:
    """How far a line lies further down than before, if it runs as before else; None if it does not."""
    if len(old.corners) != len(new.corners) or old.label[::2] != new.label[::2] or old.label[3] != new.label[3]:
        return None
    down = new.corners[0][1] - old.corners[0][1]
    ys = [(a[1], b[1]) for a, b in zip(old.corners, new.corners, strict=True)]
    if new.label[2]:
        ys.append((old.label[1], new.label[1]))
    if any(abs(b - a - down) > _HARDLY for a, b in ys):
        return None
    return down if all(a[0] == b[0] for a, b in zip(old.corners, new.corners, strict=True)) else None


def sketched(layout: Layout, source: str, target: str) -> tuple[tuple[float, float], ...]:
    """How a path from one card to another would run on a map as it stands, for which no room was made yet; empty if
    one of them is not shown."""
    ends = [_spot(layout, card) for card in (source, target)]
    start, end = ends
    if start is None or end is None:
        return ()
    gutter = layout.columns[end.column].x + _GUTTERS[0]
    if end.column in (start.column, start.column + 1):
        return _by_gutter(start, end, gutter)
    column = layout.columns[start.column]
    track = layout.rows[end.row].y + look.CELL_TOP / 2
    return _by_track(start, end, column.x + column.w - _MARGINS[0], track, gutter, from_left=False)


def _spot(layout: Layout, card: str) -> Spot | None:
    number = {column.step: index for index, column in enumerate(layout.columns)}
    for index, row in enumerate(layout.rows):
        found = _in_row(row.block, number, frozenset((card,))).get(card)
        if found is not None:
            return Spot(index, found.column, found.left, found.right, row.y + found.y)
    return None


def _by_gutter(source: Spot, target: Spot, gutter: float) -> tuple[tuple[float, float], ...]:
    """The short way: down or up the gutter beside the target."""
    leave = source.left if target.column == source.column else source.right
    return _without_repeats([(leave, source.y), (gutter, source.y), (gutter, target.y), (target.left, target.y)])


def _by_track(
    source: Spot, target: Spot, out: float, track: float, gutter: float, *, from_left: bool
) -> tuple[tuple[float, float], ...]:
    """The way along the target's row, above its cards; it leaves its own column at `out`."""
    leave = source.left if from_left else source.right
    corners = [(leave, source.y), (out, source.y), (out, track), (gutter, track), (gutter, target.y)]
    return _without_repeats([*corners, (target.left, target.y)])


def _without_repeats(corners: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    return tuple(c for i, c in enumerate(corners) if i == 0 or c != corners[i - 1])
