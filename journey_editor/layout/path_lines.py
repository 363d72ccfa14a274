"""How a path between cards is drawn: its line by its kind, its arrow, and the pill that carries its condition.

Kinds differ by more than colour: a choice begins with a diamond, a loop carries its sign, a handover is dashed. What
runs back, against the order of the phases, has arrows on its way.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from journey_editor.model.paths import PathKind

from . import look
from .drawlist import Group, Item, Outline, Path, Rect, Step, Tag
from .environment import Environment
from .figures import arrow_outline, dot, dot_outline, icon_path
from .wrap import NOTHING, TextBlock, place

ARROW = 4.8
HANDOVER_DASH = (5.0, 2.5)
DIAMOND = 2.2  # the radius of what a choice begins with
LOOP_ICON = "rotate-ccw"
_CORNER = 4.0
_ICON = 7.0  # in a pill
_DOT = 5.6  # in a pill: the sign of a persona
_SIGN_GAP = 3.0
_PILL = 11.0  # its least height
_BACK = 60.0  # so long is a run back that has an arrow on it


class Wire(NamedTuple):
    """A connection to be drawn: a path, or (`trace`) what was carried over to what."""

    id: str
    source: str
    target: str
    label: str
    trace: bool
    kind: PathKind = "sequence"
    whose: look.CurveLook | None = None

    @property
    def pill(self) -> bool:
        """Whether something stands on the line: a condition, or the sign of a loop."""
        return bool(self.label) or self.kind == "loop"

    @property
    def color(self) -> str:
        return self.whose.color if self.whose is not None else look.LINE

    @property
    def signs(self) -> float:
        """The room that signs take in the pill, with a gap behind each that something follows."""
        widths = [_ICON] * (self.kind == "loop") + [_DOT] * (self.whose is not None)
        gaps = len(widths) - (not self.label)
        return sum(widths) + _SIGN_GAP * max(gaps, 0)


def pill(env: Environment, wire: Wire, most: float) -> tuple[TextBlock, float, float]:
    """The words on a line, cut to a width, and the width and height of the pill around them."""
    block = env.tight(wire.label, look.CONDITION, most, 1) if wire.label else NOTHING
    env.report(wire.id, block)
    return block, block.width + wire.signs + (10.0 if wire.label else 7.0), max(block.height + 3.0, _PILL)


def line_group(
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
    body = (*local[:-1], (tip[0] - ARROW * 0.7, tip[1]))
    outline = rounded(body)
    casing = _shortened(body, 3.5)
    items: list[Item] = [Path(rounded(casing), stroke=look.PAPER, width=3.0)] if casing else []
    if wire.trace:
        items.append(Path(outline, stroke=look.LINE, width=1.0, dash=(2.0, 2.0)))
    else:
        dash = HANDOVER_DASH if wire.kind == "handover" else ()
        items.append(Path(outline, stroke=wire.color, width=1.25, dash=dash))
        items += _arrows_back(local, wire.color)
    if wire.kind == "choice":
        items.append(diamond(local[0][0] + DIAMOND * 1.25, local[0][1], wire.color))
    if wire.whose is not None and block is None:
        items.append(_whose_dot(body, wire.whose))
    items.append(Path(arrow_outline("right"), *tip, ARROW, fill=wire.color))
    if block is not None:
        x, y, w, h = label[0] - left, label[1] - top, label[2], label[3]
        items.append(Rect(x, y, w, h, look.PAPER, wire.color, 0.75, h / 2))
        inset = 5.0 if wire.label else 3.5
        if wire.kind == "loop":
            items.append(icon_path(LOOP_ICON, x + inset, y + (h - _ICON) / 2, _ICON, wire.color))
            inset += _ICON + _SIGN_GAP
        if wire.whose is not None:
            items.append(dot(wire.whose.dot, x + inset + _DOT / 2, y + h / 2, _DOT / 2, wire.color))
            inset += _DOT + _SIGN_GAP
        items += place(block, x + inset, y + (h - block.height) / 2)
    tag = Tag("trace" if wire.trace else "path", wire.id, wire.label)
    return Group(left, top, max(xs) - left, max(ys) - top, tuple(items), tag, bleed=4.0)


def _whose_dot(way: tuple[tuple[float, float], ...], whose: look.CurveLook) -> Path:
    """The sign of a persona in the middle of the longest run of a line that has no pill to carry it."""
    (ax, ay), (bx, by) = max(pairwise(way), key=lambda run: abs(run[0][0] - run[1][0]) + abs(run[0][1] - run[1][1]))
    return dot(whose.dot, (ax + bx) / 2, (ay + by) / 2, DIAMOND, whose.color, 1.0)


def diamond(x: float, y: float, color: str = look.LINE) -> Path:
    """Where one of several ways begins: a diamond round (x, y)."""
    return Path(dot_outline("diamond"), x, y, DIAMOND, fill=look.PAPER, stroke=color, width=1.0)


def _arrows_back(way: tuple[tuple[float, float], ...], color: str) -> list[Item]:
    """Arrows on the long runs of a line that lead to the left: a quarter from each end, clear of the pill between."""
    found: list[Item] = []
    for (ax, ay), (bx, by) in pairwise(way):
        if ay == by and ax - bx >= _BACK:
            for share in (0.25, 0.75):
                found.append(Path(arrow_outline("left"), bx + (ax - bx) * share, ay, ARROW, fill=color))
    return found


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
