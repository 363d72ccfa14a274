"""Sheets of a worksheet: rows are dealt out over as many as they need, and share the height that is left on each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .drawlist import Item
from .worksheet_asks import Group, Section
from .worksheet_hand import Hand
from .worksheet_rows import Row, draw_row

_MOST_PITCH = 1.15  # how far lines may move apart, to fill a sheet
_FULL = 0.1  # points that a sheet may seem to lack


class Dealt(NamedTuple):
    """The rows of one sheet. `section` is the index of the section it begins with, `names` the lanes beside the
    touchpoints on it."""

    section: int
    rows: tuple[Row, ...]
    names: tuple[str, ...]


def deal(hand: Hand, sections: Sequence[Section], height: float) -> list[Dealt]:
    """The rows of all sections on sheets with so much height for them.

    A section of touchpoints begins a sheet; lanes beside them take what room the sheet before has left.
    """
    made: list[Dealt] = []
    used = 0.0
    for number, section in enumerate(sections):
        fresh = number == 0 or section.task != "lanes"
        for group in section.groups:
            needs = sum(row.needs(hand) for row in group.rows)
            if fresh or (made and used + needs > height + _FULL):
                made.append(Dealt(number, (), ()))
                used, fresh = 0.0, False
            if made[-1].section != number and not made[-1].rows:
                made[-1] = made[-1]._replace(section=number)
            if needs <= height + _FULL:
                made[-1] = _with(made[-1], group.rows, group.name)
                used += needs
                continue
            used = _dealt_out(hand, made, number, group.rows, group.name, height)
    return made


def with_spare(hand: Hand, sections: Sequence[Section], height: float) -> list[Section]:
    """The sections with what is spare where it has room: under the rows of its section, or else before the lanes."""
    made, left = list[Section](), dict[str, Group]()
    placed = False
    for section in sections:
        fixed = [group for group in section.groups if not group.spare]
        used = sum(row.needs(hand) for group in fixed for row in group.rows)
        groups = list(fixed)
        for group in section.groups:
            if group.spare and used + sum(row.needs(hand) for row in group.rows) <= height + _FULL:
                groups.append(group._replace(name=""))
                placed = True
            elif group.spare:
                left[group.name] = group
        made.append(section._replace(groups=tuple(groups)))
    if placed or not left:
        return made
    lanes = made.pop() if made[-1].task == "lanes" else Section("lanes", "", ())
    return [*made, lanes._replace(groups=(*left.values(), *lanes.groups))]


def _dealt_out(hand: Hand, made: list[Dealt], section: int, rows: tuple[Row, ...], name: str, height: float) -> float:
    """Rows that are too high for one sheet, one after the other from the fresh last sheet on; the height used there."""
    used = 0.0
    waiting = list(rows)
    while waiting:
        row = waiting.pop(0)
        together = row.needs(hand)
        if (
            row.bound
            and waiting
            and row.needs(hand) + waiting[0].needs(hand) <= height
            and row.kind in ("line", "ticks")
        ):
            together += waiting[0].needs(hand) if row.caption or row.kind == "line" else 0.0
        if used + together > height + _FULL and used > 0.0:
            made.append(Dealt(section, (), ()))
            used = 0.0
        row, rest = row.split(hand, height)
        made[-1] = _with(made[-1], (row,), name)
        used += row.needs(hand)
        if rest is not None:
            waiting.insert(0, rest)
    return used


def _with(sheet: Dealt, rows: tuple[Row, ...], name: str) -> Dealt:
    names = (*sheet.names, name) if name and name not in sheet.names else sheet.names
    return sheet._replace(rows=(*sheet.rows, *rows), names=names)


def drawn(hand: Hand, rows: Sequence[Row], columns: int, each: float, y: float, height: float) -> list[Item]:
    """The rows under each other from `y` on, with all the lines that a height has room for."""
    lines = [row.lines for row in rows]
    while (number := _next(hand, rows, lines, height)) is not None:
        lines[number] += 2 if rows[number].kind == "figures" else 1
    pitch = hand.pitch
    while pitch > hand.closest and _total(hand, rows, lines, pitch) > height + _FULL:
        pitch = max(pitch * 0.99, hand.closest)
    while hand.pitch <= pitch < hand.pitch * _MOST_PITCH and _total(hand, rows, lines, pitch * 1.01) <= height:
        pitch *= 1.01
    items: list[Item] = []
    for row, count in zip(rows, lines, strict=True):
        items.append(draw_row(hand, row, columns, each, count, pitch)._replace(y=y))
        y += row.height(hand, count, pitch)
    return items


def _next(hand: Hand, rows: Sequence[Row], lines: list[int], height: float) -> int | None:
    """The row that is given the next line: the one that has the fewest more than it needs, for its weight."""
    best: tuple[float, int] | None = None
    for number, row in enumerate(rows):
        step = 2 if row.kind == "figures" else 1
        if lines[number] + step > row.most:
            continue
        tried = [*lines[:number], lines[number] + step, *lines[number + 1 :]]
        if _total(hand, rows, tried, hand.pitch) <= height + _FULL:
            given = (lines[number] - row.lines + 1) / row.heavy
            if best is None or given < best[0]:
                best = given, number
    return best[1] if best is not None else None


def _total(hand: Hand, rows: Sequence[Row], lines: Sequence[int], pitch: float) -> float:
    return sum(row.height(hand, count, pitch) for row, count in zip(rows, lines, strict=True))
