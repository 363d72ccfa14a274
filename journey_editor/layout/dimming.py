"""Letting some cards stand out: the others are drawn pale, on the screen and on paper alike. Nothing moves.

A layout is taken and given back with pale groups in place of those of the other cards, of the paths at them, of their
points on the curve and of the curves of other personas. What was made is kept, so that groups stay the same objects as
long as nothing changes in them.
"""

from __future__ import annotations

from collections.abc import Container
from typing import TypeVar

from journey_editor.model.filtering import Lit

from . import look
from .drawlist import Color, GlyphRun, Group, Image, Item, Path, Rect
from .later import Later
from .places import Places
from .result import CellBlock, Layout, PlacedCard, PlacedCell, PointBlock, Row, RowBlock
from .rows import cell_group

_SHARE = 0.72  # of white in what is pale
_NEAR = 14.0  # points: the signs at a point of the curve lie so close to it

V = TypeVar("V")


class Dimmer:
    """Makes layouts pale, and remembers how. `colors` of a call are those of the personas' curves."""

    def __init__(self) -> None:
        # Of the last layout and no older one: a group holds the ink of all that was ever in it.
        self._lines: dict[str, tuple[Group, Group]] = {}
        self._cells: dict[tuple[str, str], tuple[CellBlock, tuple[bool, ...], CellBlock]] = {}
        self._rows: dict[str, tuple[RowBlock, object, RowBlock]] = {}
        self._places = Places()

    def dimmed(self, layout: Layout, lit: Lit, colors: dict[str, Color]) -> Layout:
        """The layout with all pale that is not lit."""
        rows = tuple(Row(row.y, self._row(row.block, lit, colors)) for row in layout.rows)
        blocks = {row.lane: row for row in rows}
        ends = {line.id: (line.source, line.target) for line in layout.lines}
        items: list[Item] = []
        for item in layout.root.items:
            if isinstance(item, Group) and item.tag is not None:
                if item.tag.kind == "lane":
                    row = blocks[item.tag.id]
                    items.append(row.block.group._replace(y=row.y))
                    continue
                if item.tag.id in ends and not lit.has_path(item.tag.id, *ends[item.tag.id]):
                    items.append(self._line(item.tag.id, item))
                    continue
            items.append(item)
        self._forget(blocks, ends)
        return layout.with_ink(layout.root._replace(items=tuple(items)), rows, self._places)

    def _forget(self, lanes: Container[str], lines: Container[str]) -> None:
        """Keep nothing of what is not on the map."""
        self._lines = {key: known for key, known in self._lines.items() if key in lines}
        self._cells = {key: known for key, known in self._cells.items() if key[0] in lanes}
        self._rows = {key: known for key, known in self._rows.items() if key in lanes}

    def _row(self, block: RowBlock, lit: Lit, colors: dict[str, Color]) -> RowBlock:
        if block.kind == "emotion":
            return self._curve(block, lit, colors)
        if not block.cells:
            return block
        cells = tuple(PlacedCell(cell.x, self._cell(block.lane, cell.block, lit)) for cell in block.cells)
        if all(a.block is b.block for a, b in zip(cells, block.cells, strict=True)):
            return block
        was = self._rows.get(block.lane)
        if was is not None and was[0] is block and _same(was[1], cells):
            return was[2]
        pale = {cell.block.step: cell.block.group for cell in cells}
        items = tuple(
            pale[item.tag.id]._replace(x=item.x, y=item.y)
            if isinstance(item, Group) and item.tag is not None and item.tag.kind == "cell"
            else item
            for item in block.group.items
        )
        made = block._replace(cells=cells, group=block.group._replace(items=items))
        self._rows[block.lane] = (block, cells, made)
        return made

    def _cell(self, lane: str, block: CellBlock, lit: Lit) -> CellBlock:
        shown = tuple(card.block.id in lit.cards for card in block.cards)
        was = self._cells.pop((lane, block.step), None)
        if all(shown):
            return block
        if was is not None and was[0] is block and was[1] == shown:
            self._cells[lane, block.step] = was
            return was[2]
        known = {} if was is None else _pale_groups(was[0], was[2])
        cards = tuple(
            card if bright else PlacedCard(card.x, card.y, card.block._replace(group=_paled(card.block.group, known)))
            for card, bright in zip(block.cards, shown, strict=True)
        )
        made = block._replace(cards=cards, group=cell_group(block.step, block.w, block.h, cards))
        self._cells[lane, block.step] = (block, shown, made)
        return made

    def _curve(self, block: RowBlock, lit: Lit, colors: dict[str, Color]) -> RowBlock:
        """Pale what belongs to other personas, and the signs at points of other cards."""
        bright = {color for persona, color in colors.items() if lit.personas is None or persona in lit.personas}
        others = frozenset(color for color in colors.values() if color not in bright)
        points = tuple(p for p in block.points if not p.drawn and p.id not in lit.cards)
        was = self._rows.get(block.lane)
        if was is not None and was[0] is block and was[1] == (others, points):
            return was[2]
        near = _Near(points)

        def seen(items: tuple[Item, ...]) -> tuple[Item, ...]:
            return tuple(
                _pale_item(item)
                if _inked_in(item, others) or near.has(item)
                else item._replace(items=seen(item.items))
                if isinstance(item, Group) and item.tag is not None and item.tag.kind == "curve"
                else item
                for item in items
            )

        items = seen(block.group.items)
        made = block._replace(group=block.group._replace(items=items))
        self._rows[block.lane] = (block, (others, points), made)
        return made

    def _line(self, key: str, group: Group) -> Group:
        was = self._lines.get(key)
        if was is None or was[0] is not group:
            was = self._lines[key] = (group, pale(group))
        return was[1]


def _pale_groups(block: CellBlock, made: CellBlock) -> dict[int, tuple[Group, Group]]:
    """What the cards of a cell were made into: by id() of a group, it and the pale one."""
    return {
        id(a.block.group): (a.block.group, b.block.group)
        for a, b in zip(block.cards, made.cards, strict=True)
        if a is not b
    }


def _paled(group: Group, known: dict[int, tuple[Group, Group]]) -> Group:
    was = known.get(id(group))
    return pale(group) if was is None else was[1]


class _Near:
    """Finds the small signs that stand at one of some points."""

    def __init__(self, points: tuple[PointBlock, ...]) -> None:
        self._strips: dict[int, list[PointBlock]] = {}
        for point in points:
            for strip in (int(point.x // _NEAR) + n for n in (-1, 0, 1)):
                self._strips.setdefault(strip, []).append(point)

    def has(self, item: Item) -> bool:
        if not isinstance(item, Path) or (item.x == 0.0 and item.y == 0.0):
            return False
        return any(
            abs(point.x - item.x) < _NEAR and abs(point.y - item.y) < _NEAR
            for point in self._strips.get(int(item.x // _NEAR), ())
        )


def pale(group: Group) -> Group:
    """The group in pale colours."""
    items = group[4]
    ink = Later(lambda: _pale_items(group.items)) if isinstance(items, Later) else _pale_items(items)
    return group._replace(items=ink)


def _pale_items(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(_pale_item(item) for item in items)


def _pale_item(item: Item) -> Item:
    if isinstance(item, Group):
        return pale(item)
    if isinstance(item, (Rect, Path)):
        return item._replace(fill=_pale_color(item.fill), stroke=_pale_color(item.stroke))
    if isinstance(item, GlyphRun):
        return item._replace(color=look.mixed(item.color, look.PAPER, _SHARE))
    if isinstance(item, Image):
        return item._replace(opacity=item.opacity * (1.0 - _SHARE))
    return item


def _pale_color(color: Color | None) -> Color | None:
    return None if color is None else look.mixed(color, look.PAPER, _SHARE)


def _inked_in(item: Item, colors: frozenset[Color]) -> bool:
    if isinstance(item, Path):
        return item.stroke in colors or item.fill in colors
    return isinstance(item, GlyphRun) and item.color in colors


def _same(was: object, cells: tuple[PlacedCell, ...]) -> bool:
    return (
        isinstance(was, tuple)
        and len(was) == len(cells)
        and all(a.x == b.x and a.block is b.block for a, b in zip(was, cells, strict=True))
    )
