"""Which part of a map each page shows: breaks fall between phases, then between steps; downwards between lanes, then
between cards. A part is a map of fewer phases, lanes and cards, laid out like any other, so that its heads and its
phase band come by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil
from typing import NamedTuple

from journey_editor.model.lanes import CardLane, ChannelLane, Lane, SeparatorLane
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import holds_cards

from . import look
from .band import phase_fills
from .drawlist import Group
from .grid import columns, head_width
from .result import Layout, Row, RowBlock

#: How much wider the widest page may be, for breaks that fall between phases only.
_FOR_PHASES = 1.3
#: The share of a page that is too much to be left empty above a lane that has to be broken anyway.
_MUCH = 0.4
_LEAST_SHARE = 0.35  # of a page that lanes get, however high the phase band


class Unit(NamedTuple):
    """What stays together across: a phase or a step, by its steps; and its width as on screen."""

    steps: tuple[str, ...]
    width: float


def by_phases(journey: JourneyMap, each: int) -> list[JourneyMap]:
    """Parts of so many phases each."""
    units = _phases(journey)
    return _parts(journey, [units[n : n + each] for n in range(0, len(units), each)])


def by_width(journey: JourneyMap, wide: int) -> list[JourneyMap]:
    """At most `wide` parts of about the same width; between phases where that costs little."""
    together, single = evenly(_phases(journey), wide), evenly(_steps(journey), wide)
    return _parts(journey, together if _widest(together) <= _FOR_PHASES * _widest(single) else single)


def between_phases(journey: JourneyMap, count: int) -> list[JourneyMap]:
    """At most `count` parts of about the same width, of whole phases."""
    return _parts(journey, evenly(_phases(journey), count))


def by_room(journey: JourneyMap, width: float) -> list[JourneyMap]:
    """As few parts as fit into a width as on screen; a phase is broken only where it alone is wider."""
    most = width - head_width(journey)
    single = _steps(journey)
    units: list[Unit] = []
    for phase in _phases(journey):
        units += [phase] if phase.width <= most else [step for step in single if step.steps[0] in phase.steps]
    return _parts(journey, evenly(units, len(_filled(units, most))))


def by_lanes(journey: JourneyMap, each: int) -> list[JourneyMap]:
    """Parts of so many lanes each. None spans the phase band where that takes no more pages."""
    lanes = _shown(journey)
    ids = [lane.id for lane in lanes]
    middle = ids.index(journey.band_below) + 1 if journey.band_below in ids else 0
    parted = [*_chunks(lanes[:middle], each), *_chunks(lanes[middle:], each)]
    joint = _chunks(lanes, each)
    chosen = parted if len(parted) <= len(joint) else joint
    base = _base(journey)
    return [base.evolve(lanes=chunk) for chunk in chosen] or [base]


def _chunks(lanes: Sequence[Lane], each: int) -> list[tuple[Lane, ...]]:
    """About as many in each as in the others, so that none is left with a lonely lane. Separators do not count, and
    stay with what follows."""
    counted = sum(not isinstance(lane, SeparatorLane) for lane in lanes)
    each = ceil(counted / ceil(counted / each)) if counted else each
    found: list[list[Lane]] = []
    count, waiting = 0, list[Lane]()
    for lane in lanes:
        waiting.append(lane)
        if isinstance(lane, SeparatorLane):
            continue
        if count % each == 0:
            found.append([])
        found[-1] += waiting
        count, waiting = count + 1, []
    if waiting:
        found = found or [[]]
        found[-1] += waiting
    return [tuple(chunk) for chunk in found]


def downwards(part: JourneyMap, layout: Layout, first: float, other: float) -> list[JourneyMap]:
    """A part over as few pages as it takes downwards, about equally full; `first` and `other` are the heights of the
    first page and of the others, in the points of the layout."""
    rows = {row.lane: row for row in layout.rows}
    band = rows[""].h if "" in rows else 0.0
    rooms = (max(first - band, first * _LEAST_SHARE), max(other - band, other * _LEAST_SHARE))
    lanes = _shown(part)
    chosen = _stacked(lanes, rows, rooms, 1.0)
    low, high = 0.3, 1.0
    for _ in range(6 if len(chosen) > 1 else 0):
        middle = (low + high) / 2
        tried = _stacked(lanes, rows, rooms, middle)
        if len(tried) > len(chosen):
            low = middle
        else:
            chosen, high = tried, middle
    return [part.evolve(lanes=tuple(lanes)) for lanes in chosen] or [part]


def _stacked(lanes: list[Lane], rows: dict[str, Row], rooms: tuple[float, float], share: float) -> list[list[Lane]]:
    """The lanes of each page, filled to a share of its room where lanes allow it."""
    room, full = rooms
    used = 0.0
    pages: list[list[Lane]] = [[]]

    def turn() -> None:
        nonlocal room, used
        after: list[Lane] = []
        while pages[-1] and isinstance(pages[-1][-1], SeparatorLane):
            after.insert(0, pages[-1].pop())
        if not pages[-1]:  # nothing but separators: they stay
            pages[-1], after = after, []
        pages.append(after)
        room, used = full, sum(rows[lane.id].h for lane in after)

    for lane in lanes:
        h = rows[lane.id].h
        long = h > full and room - used > full * _MUCH
        if pages[-1] and used + h > room * share and not long:
            turn()
        if used + h <= room:
            pages[-1].append(lane)
            used += h
            continue
        for n, (piece, height) in enumerate(_pieces(lane, rows[lane.id], room - used, full)):
            if n and pages[-1]:
                turn()
            if piece is not None:
                pages[-1].append(piece)
                used += height
    return [lanes for lanes in pages if lanes]


def _pieces(lane: Lane, row: Row, first: float, full: float) -> Iterator[tuple[Lane | None, float]]:
    """A lane that is higher than a page, in pieces with their heights; None where not one card fits the first."""
    block = row.block
    if isinstance(lane, ChannelLane) and len(lane.channels) > 1 and not lane.collapsed:
        each = max(int((min(first, full) - 2 * look.CELL_TOP - 6.0) / look.MATRIX_ROW), 1)
        for n in range(0, len(lane.channels), each):
            some = lane.channels[n : n + each]
            yield lane.evolve(channels=some, height=0), len(some) * look.MATRIX_ROW + 20.0
        return
    if not holds_cards(lane) or lane.collapsed or not block.cells:
        yield lane.evolve(height=min(lane.height, full)), min(row.h, full)
        return
    least = max(_head(block), look.ROW_LEAST)
    where: dict[str, int] = {}
    heights: dict[int, float] = {}
    for cell in block.cells:
        piece, y, used = 0, 0.0, False
        top = cell.block.cards[0].y if cell.block.cards else 0.0
        previous = 0.0
        for card in cell.block.cards:
            y = card.y - previous if used else top
            if y + card.block.h + look.CELL_BOTTOM > (full if piece else first) and (used or (not piece)):
                piece, y, used = piece + 1, top, False
            if not used:
                previous = card.y - y
            used = True
            where[card.block.id] = piece
            heights[piece] = max(heights.get(piece, least), y + card.block.h + look.CELL_BOTTOM)
    for piece in range(max(heights, default=0) + 1):
        if piece in heights or not piece:
            yield (_piece(lane, where, piece, full) if piece in heights else None), heights.get(piece, 0.0)


def _piece(lane: CardLane, where: dict[str, int], piece: int, full: float) -> Lane:
    cells = []
    for cell in lane.cells:
        cards = tuple(card for card in cell.cards if where.get(card.id) == piece)
        if cards:
            cells.append(cell.evolve(cards=cards))
    return lane.evolve(cells=tuple(cells), height=min(lane.height, full))


def _head(block: RowBlock) -> float:
    heads = [item.h for item in block.group.items if isinstance(item, Group) and item.tag and item.tag.kind == "head"]
    return max(heads, default=0.0)


def evenly(units: Sequence[Unit], count: int) -> list[list[Unit]]:
    """Units in order in at most `count` groups, the widest of them as narrow as can be."""
    low, high = max((unit.width for unit in units), default=0.0), sum(unit.width for unit in units)
    for _ in range(40):
        middle = (low + high) / 2
        if len(_filled(units, middle)) > count:
            low = middle
        else:
            high = middle
    return _filled(units, high + 0.01)


def _filled(units: Sequence[Unit], most: float) -> list[list[Unit]]:
    groups: list[list[Unit]] = []
    used = 0.0
    for unit in units:
        if not groups or used + unit.width > most:
            groups.append([])
            used = 0.0
        groups[-1].append(unit)
        used += unit.width
    return groups


def _widest(groups: list[list[Unit]]) -> float:
    return max((sum(unit.width for unit in group) for group in groups), default=0.0)


def _steps(journey: JourneyMap) -> list[Unit]:
    return [Unit((column.step,), column.w) for column in columns(journey, 0.0)]


def _phases(journey: JourneyMap) -> list[Unit]:
    found = groupby(columns(journey, 0.0), key=lambda column: column.phase)
    return [
        Unit(tuple(c.step for c in own), sum(c.w for c in own)) for own in (tuple(columns_) for _, columns_ in found)
    ]


def _shown(journey: JourneyMap) -> list[Lane]:
    return [lane for lane in journey.lanes if not lane.hidden]


def _base(journey: JourneyMap) -> JourneyMap:
    """The map with each phase in the colour that it has as one of all."""
    fills = phase_fills(journey)
    phases = tuple(phase.evolve(color=fills[phase.id]) for phase in journey.phases if not phase.hidden)
    return journey.evolve(phases=phases)


def _parts(journey: JourneyMap, groups: list[list[Unit]]) -> list[JourneyMap]:
    base = _base(journey)
    if not groups:
        return [base]
    parts = []
    for group in groups:
        steps = {step for unit in group for step in unit.steps}
        phases = []
        for phase in base.phases:
            own = tuple(step for step in phase.steps if step.id in steps)
            if own:
                phases.append(phase if phase.collapsed else phase.evolve(steps=own))
        parts.append(base.evolve(phases=tuple(phases)))
    return parts
