"""The marks on a map that is compared: a ring round each thing that differs, and a pill with sign and number.

The numbers are those of the list. Each sort of difference has a sign, a line of its own kind and a colour; none is told
by colour alone. What is not on the map (a hidden lane, a step in a folded phase) is in the list only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from journey_editor.model.differences import SORTS, Sort

from . import look
from .difference_words import ICONS, Entry, sort_word
from .drawlist import Group, Item, Link, Path, Rect, Tag
from .figures import dot_outline, icon_path
from .print_words import Setting
from .result import Box, Layout
from .scaling import scaled
from .shape import Shaper, TextStyle
from .wrap import place, wrap

_HEIGHT = 12.0
_ICON = 8.0
_PAD = 3.0
_BETWEEN = 2.0
_NUMBER = TextStyle(7.5, bold=True, color=look.PAPER)
_ROUND = 6.5  # the radius of the ring round a point of the curve


class Look(NamedTuple):
    color: str
    dash: tuple[float, ...]
    width: float


LOOKS: dict[Sort, Look] = {
    "added": Look("#1C6137", (), 1.8),
    "removed": Look("#98261B", (5.0, 2.5), 1.8),
    "moved": Look("#1F5476", (1.2, 2.4), 1.8),
    "changed": Look("#6E4D00", (), 1.0),
}


def pill(sort: Sort, number: int, shaper: Shaper) -> Group:
    """The sign of a difference with its number, at its own origin."""
    words = wrap(shaper, str(number), _NUMBER, 1e6, "en") if number else None
    width = _PAD + _ICON + _PAD + (words.width + _PAD if words else 0.0)
    items: list[Item] = [
        Rect(0.0, 0.0, width, _HEIGHT, LOOKS[sort].color, look.PAPER, 0.75, _HEIGHT / 2),
        icon_path(ICONS[sort], _PAD, (_HEIGHT - _ICON) / 2, _ICON, look.PAPER),
    ]
    if words:
        items += place(words, _PAD + _ICON + _BETWEEN, (_HEIGHT - words.height) / 2)
    return Group(0.0, 0.0, width, _HEIGHT, tuple(items))


def marks(layout: Layout, entries: Iterable[Entry], shaper: Shaper, *, after: bool, size: float = 1.0) -> Group:
    """All marks of one of both maps (the second with `after`), in the coordinates of its layout; signs are `size` times
    as large as on paper."""
    by_thing: dict[str, list[Entry]] = {}
    for entry in entries:
        key = entry.difference.after if after else entry.difference.before
        if key and key != layout.map_id:
            by_thing.setdefault(key, []).append(entry)
    rings: list[Item] = []
    pills: list[Item] = []
    for key, found in by_thing.items():
        box = box_of(layout, key)
        if box is None:
            continue
        rings += _ring(box, found[0].difference.sort, size)
        x = box.x + box.w - (12.0 if box.kind == "phase" else 3.0)
        y = _top(box, size)
        for entry in reversed(found):
            sign = scaled(pill(entry.difference.sort, entry.number, shaper), size)
            x -= sign.w
            tag = Tag("difference", str(entry.number), sort_word(entry.difference.sort))
            pills.append(sign._replace(x=x, y=y, tag=tag))
            pills.append(Link(x, y, sign.w, sign.h, f"#difference-{entry.number}"))
            x -= _BETWEEN * size
    return Group(0.0, 0.0, layout.width, layout.height, (*rings, *pills), bleed=_HEIGHT * size)


def box_of(layout: Layout, thing: str) -> Box | None:
    """Where a thing stands on the map; of a path, where its sign goes; of the curve, a point drawn by hand."""
    for line in layout.lines:
        if line.id == thing:
            (x1, y1), (x2, y2) = max(
                zip(line.corners, line.corners[1:], strict=False), key=lambda leg: _length(leg[0], leg[1])
            )
            return Box("path", thing, (x1 + x2) / 2 + 10.0, (y1 + y2) / 2 - _HEIGHT / 2, 0.0, _HEIGHT)
    for row in layout.rows:
        for point in row.block.points:
            if point.drawn and point.id == thing:
                x, y = point.x - _ROUND, row.y + point.y - _ROUND
                return Box("point", thing, x, y, 2 * _ROUND, 2 * _ROUND)
    return layout.box(thing)


def _length(a: tuple[float, float], b: tuple[float, float]) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _top(box: Box, size: float) -> float:
    height = _HEIGHT * size
    if box.kind == "step":  # its name stands at the foot of the band
        return box.y + box.h - height - 1.5
    if box.kind in ("lane", "phase"):
        return box.y + 2.0
    return box.y + (_HEIGHT - height) / 2 if box.kind == "path" else box.y - height * (0.5 if size == 1.0 else 0.65)


def _ring(box: Box, sort: Sort, size: float) -> list[Item]:
    color, dash, width = LOOKS[sort]
    width *= size**0.5
    if box.kind in ("path", "step"):
        return []
    if box.kind == "point":
        middle = Path(dot_outline("round"), box.x + _ROUND, box.y + _ROUND, _ROUND, None, color, width, dash)
        return [middle]
    x, y, w, h = box.x - 1.0, box.y - 1.0, box.w + 2.0, box.h + 2.0
    if box.kind in ("phase", "lane"):
        x, y, w, h = box.x, box.y + 1.5, box.w - 1.5, box.h - 3.0
    if box.kind == "lane":  # its icon stands at the very edge
        x, w = x - 4.0, w + 4.0
    return [Rect(x, y, w, h, None, color, width, look.RADIUS + 1.0, dash)]


def key_of_signs(setting: Setting, sorts: Iterable[Sort], width: float) -> tuple[Group, float]:
    """What the signs mean, as a line under the map, and its height."""
    wanted = set(sorts)
    items: list[Item] = []
    x, y, height = 0.0, 0.0, _HEIGHT + 4.0
    for sort in SORTS:
        if sort not in wanted:
            continue
        sign = pill(sort, 0, setting.shaper)
        words = setting.line(sort_word(sort, setting.language), 9.0)
        needed = sign.w + 5.0 + words.width
        if x and x + needed > width:
            x, y = 0.0, y + height
        items.append(sign._replace(x=x, y=y))
        items += place(words, x + sign.w + 5.0, y + (_HEIGHT - words.height) / 2)
        x += needed + 16.0
    total = y + height if items else 0.0
    return Group(0.0, 0.0, width, total, tuple(items), Tag("legend", "")), total
