"""Where the words of a thing stand on the map and how they look, so that a field can stand in exactly their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from journey_editor.layout import look
from journey_editor.layout.drawlist import GlyphRun, Group, Item, Path, Rect
from journey_editor.layout.fonts import metrics
from journey_editor.layout.result import Box, Layout
from journey_editor.layout.shape import TextStyle

_WHITE = "#FFFFFF"
_ICON_ROOM = look.ICON + 5.0  # of a lane's head, before its title


class WordsPlace(NamedTuple):
    """The first line's top left corner, the width to break lines at, type, and the colour of the ground; in points."""

    x: float
    y: float
    w: float
    style: TextStyle
    ground: str = _WHITE


def words_place(layout: Layout, thing: str, box: Box) -> WordsPlace | None:
    """None for what has its words nowhere in particular (a path): a field stands where there is room."""
    if box.kind == "card":
        return _in_card(layout, thing, box)
    if box.kind == "phase":
        group = _tagged(layout, "phase", thing)
        run = next(_runs(group.items), None) if group is not None else None
        row = layout.row("")
        if group is None or run is None or row is None:
            return None
        ground = next((item.fill for item in group.items if isinstance(item, Path) and item.fill), _WHITE)
        style = TextStyle(look.PHASE_SIZE, bold=True, color=run.color)
        y = row.y + run.y - baseline_of(style)
        return WordsPlace(box.x + look.PHASE_PAD, y, box.w - look.PHASE_PAD - look.PHASE_TIP - 6.0, style, ground)
    if box.kind == "lane":
        row = layout.row(thing)
        if row is not None and row.block.kind == "separator":
            name = next((item for item in row.block.group.items if isinstance(item, Group)), None)
            top = name.y if name is not None else (row.h - look.LANE_TITLE.size) / 2  # none yet: in the middle
            return WordsPlace(box.x, box.y + top, layout.head + 160.0, look.LANE_TITLE)
        return WordsPlace(box.x + _ICON_ROOM, box.y + look.CELL_TOP, layout.head - _ICON_ROOM - 6.0, look.LANE_TITLE)
    if box.kind == "step":
        x, w = box.x + look.CELL_LEFT, box.w - look.CELL_LEFT - look.CELL_RIGHT
        return WordsPlace(x, box.y + box.h - look.STEP_STRIP + 2.0, w, look.STEP)
    if box.kind == "title":
        return WordsPlace(box.x, box.y, box.w, look.TITLE)
    return None


def baseline_of(style: TextStyle) -> float:
    """How far below the top of a line of sans type its baseline lies."""
    measures = metrics("sans-bold" if style.bold else "sans")
    return (style.size * style.leading + (measures.ascender - measures.descender) * style.size) / 2


def _in_card(layout: Layout, thing: str, box: Box) -> WordsPlace | None:
    block = layout.card_block(thing)
    run = next(_runs(block.group.items), None) if block is not None else None
    if block is None:
        return None
    x, w = block.words
    if run is None:  # a picture without words: they will stand below it
        return WordsPlace(box.x + x, box.y + box.h, w, look.CARD_TEXT)
    ground = next((item.fill for item in block.group.items if isinstance(item, Rect) and item.fill), _WHITE)
    style = TextStyle(run.size, bold=run.font.endswith("bold") or run.size == look.CARD_TITLE.size, color=run.color)
    return WordsPlace(box.x + x, box.y + run.y - baseline_of(style), w, style, ground)


def _tagged(layout: Layout, kind: str, thing: str) -> Group | None:
    for row in layout.rows:
        for item in row.block.group.items if not row.lane else ():
            if isinstance(item, Group) and item.tag is not None and item.tag[:2] == (kind, thing):
                return item
    return None


def _runs(items: tuple[Item, ...]) -> Iterator[GlyphRun]:
    for item in items:
        if isinstance(item, GlyphRun):
            yield item
        elif isinstance(item, Group):
            yield from _runs(item.items)
