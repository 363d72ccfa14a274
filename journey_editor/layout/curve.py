"""The emotion lane: one smooth curve for each persona through its points, with faces at the ends of the scale.

The curve is a monotone cubic (Fritsch and Carlson, "Monotone Piecewise Cubic Interpolation", SIAM J. Numer. Anal. 17,
1980): it never swings above or below the values it connects, so that a curve cannot claim a feeling nobody had.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from journey_editor.model.lanes import EmotionLane

from . import look
from .drawlist import GlyphRun, Group, Item, Outline, Path, Rect, Step, Tag
from .figures import dot, horizontal, icon_path, star, vertical
from .result import Column, PointBlock, RowBlock
from .rows import Frame, caption_of, collapsed_row, head_items, lane_title
from .wrap import TextBlock, place

_DOT = 2.6
#: x, y, width, height in points.
_Box = tuple[float, float, float, float]
_STRIP = 48.0  # width of the strips by which what labels keep off is found
_STAR = 11.0
_EDGE = 16.0  # between the outermost value and the row's edge
_NEAREST = 3.0  # between two points of one curve
_LABEL_MOST = 2  # lines


class Feeling(NamedTuple):
    """What a persona feels at a touchpoint, or at a point drawn by hand. `position` is 0 to 1 within the step."""

    id: str
    step: str
    position: float
    persona: str
    value: float
    expected: float | None
    label: str
    moment: bool


def smooth(points: list[tuple[float, float]]) -> Outline:
    """The monotone curve through points with rising x, as cubic Béziers."""
    if len(points) < 2:
        return Outline(())
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(points)]
    tangents = [slopes[0]]
    for before, after in pairwise(slopes):
        # the harmonic mean is within Fritsch and Carlson's bounds for equal spacing and beyond
        tangents.append(0.0 if before * after <= 0 else 2.0 * before * after / (before + after))
    tangents.append(slopes[-1])
    steps: list[Step] = [("M", *points[0])]
    for i, (a, b) in enumerate(pairwise(points)):
        third = (b[0] - a[0]) / 3.0
        steps.append(("C", a[0] + third, a[1] + tangents[i] * third, b[0] - third, b[1] - tangents[i + 1] * third, *b))
    return Outline(tuple(steps))


def _apart(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points at (nearly) the same x pushed to the right, so that each dot can be seen and the curve is a function."""
    placed: list[tuple[float, float]] = []
    for x, y in points:
        placed.append((max(x, placed[-1][0] + _NEAREST) if placed else x, y))
    return placed


def emotion_row(frame: Frame, lane: EmotionLane, feelings: tuple[Feeling, ...]) -> RowBlock:
    """The lane with its curves. `feelings` are in the order of the map."""
    shown = [p for p in frame.env.personas if not lane.personas or p.id in lane.personas]
    several = len(shown) > 1
    head, least = head_items(
        frame,
        lane.icon or look.LANE_ICONS["emotion"],
        lane_title(frame, lane),
        "" if several and not lane.description else caption_of(frame, lane),
    )
    if lane.collapsed:
        return collapsed_row(frame, lane, len(feelings))
    if several:
        names, least = _key(
            frame, [(p.id, frame.env.text(p.id, "name", p.name)) for p in shown], least - look.CELL_BOTTOM
        )
        head += names
        least += look.CELL_BOTTOM
    h = max(look.CURVE_HEIGHT, least, lane.height)
    x0, w, zero = frame.left + frame.head, frame.right - frame.left - frame.head, h / 2
    unit = (h / 2 - _EDGE) / 2.0

    def height_of(value: float) -> float:
        return zero - value * unit

    items: list[Item] = [
        *head,
        Rect(x0, 0.25, w, zero - 0.25, look.BAND_GOOD),
        Rect(x0, zero, w, zero - 0.25, look.BAND_BAD),
    ]
    items += [vertical(c.x - 0.5, 0.25, h - 0.5, 1.0, look.PAPER) for c in frame.columns[1:]]
    items.append(horizontal(x0, zero - 0.3, w, 0.6, look.ZERO_LINE))
    items.append(icon_path("smile", x0 + 3.0, 4.0, 9.0, look.INK))
    items.append(icon_path("frown", x0 + 3.0, h - 13.0, 9.0, look.INK))
    where = {column.step: column for column in frame.columns if not column.folds}
    points: list[PointBlock] = []
    taken = _Taken()
    labels: list[tuple[Feeling, float, float]] = []
    for index, persona in enumerate(shown):
        style = look.CURVES[index % len(look.CURVES)]
        own = [f for f in feelings if f.persona == persona.id and f.step in where]
        spots = _apart([(_across(where[f.step], f.position), height_of(f.value)) for f in own])
        if lane.expectation:
            wished = [
                (x, height_of(f.expected)) for f, (x, _) in zip(own, spots, strict=True) if f.expected is not None
            ]
            items.append(Path(smooth(wished), stroke=style.color, width=0.75, dash=(1.0, 2.0)))
        curve = smooth(spots)
        items.append(Path(curve, stroke=style.color, width=1.75, dash=style.dash))
        for box in _along(curve):
            taken.add(box)
        for feeling, (x, y) in zip(own, spots, strict=True):
            if feeling.moment:
                items.append(star(x - _STAR / 2, y - _STAR / 2, _STAR, style.color))
            else:
                items.append(dot(style.dot, x, y, _DOT, style.color))
            points.append(PointBlock(feeling.id, persona.id, x, y, feeling.value))
            taken.add((x - 6.0, y - 6.0, 12.0, 12.0))
            if feeling.label:
                labels.append((feeling, x, y))
    for feeling, x, y in labels:
        items += _label(frame, feeling, x, y, h, taken)
    items.insert(0, horizontal(frame.left, -0.25, frame.right - frame.left, 0.5, look.LANE_RULE))
    group = Group(0.0, 0.0, frame.right, h, tuple(items), Tag("lane", lane.id, lane_title(frame, lane)))
    return RowBlock(lane.id, lane.kind, h, (), tuple(points), group)


def _across(column: Column, position: float) -> float:
    """x of a position in a column; 9 pt at each side stay free, so that curves of neighbours do not touch."""
    return column.x + 9.0 + (column.w - 18.0) * position


def _along(curve: Outline) -> list[_Box]:
    """Small boxes along a curve, so that labels keep off it."""
    boxes = []
    x0 = y0 = 0.0
    for step in curve.steps:
        if step[0] == "C":
            x1, y1, x2, y2, x3, y3 = step[1:]  # type: ignore[misc]
            for n in range(8):
                t = n / 8
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                x, y = a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
                boxes.append((x - 1.5, y - 1.5, 3.0, 3.0))
        x0, y0 = step[-2], step[-1]  # type: ignore[assignment, misc]
    return boxes


def _key(frame: Frame, personas: list[tuple[str, str]], y: float) -> tuple[list[Item], float]:
    """Which line is whose, in the lane head; and where it ends."""
    items: list[Item] = []
    for index, (_, name) in enumerate(personas):
        style = look.CURVES[index % len(look.CURVES)]
        block = frame.env.wrapped(name, look.LANE_CAPTION, frame.head - 28.0)
        middle = y + block.line_height / 2
        line = Outline((("M", frame.left + 1.0, middle), ("L", frame.left + 17.0, middle)))
        items.append(Path(line, stroke=style.color, width=1.5, dash=style.dash))
        items.append(dot(style.dot, frame.left + 9.0, middle, 2.2, style.color))
        items += place(block, frame.left + 22.0, y)
        y += block.height + 1.5
    return items, y


def _label(frame: Frame, feeling: Feeling, x: float, y: float, h: float, taken: _Taken) -> tuple[GlyphRun, ...]:
    """The words at a point, at the first of four places that is free; cut after two lines, which is reported."""
    block: TextBlock = frame.env.tight(feeling.label, look.CURVE_LABEL, 96.0, _LABEL_MOST)
    frame.env.report(feeling.id, block)
    w, tall = block.width, block.height
    least, most = frame.left + frame.head + 15.0, frame.right - 2.0 - w
    above = (min(max(x - w / 2, least), most), y - 7.0 - tall)
    below = (min(max(x - w / 2, least), most), y + 7.0)
    sides = [(x + 9.0, y - tall / 2), (x - 9.0 - w, y - tall / 2)]
    spots = ([above, below] if feeling.value >= 0 else [below, above]) + sides
    inside = [s for s in spots if 1.0 <= s[1] <= h - tall - 1.0 and least - 1.0 <= s[0] <= most + 1.0] or [
        (min(max(x + 9.0, least), most), min(max(y - tall / 2, 1.0), h - tall - 1.0))
    ]
    spot = next((s for s in inside if not taken.meets((s[0], s[1], w, tall))), inside[0])
    taken.add((spot[0], spot[1], w, tall))
    return place(block, *spot)


class _Taken:
    """Boxes that labels keep off, found again by the strips of the row that they lie in: a long curve has thousands."""

    def __init__(self) -> None:
        self._strips: dict[int, list[_Box]] = {}

    def add(self, box: _Box) -> None:
        for strip in _strips(box):
            self._strips.setdefault(strip, []).append(box)

    def meets(self, box: _Box) -> bool:
        return any(_meet(box, other) for strip in _strips(box) for other in self._strips.get(strip, ()))


def _strips(box: _Box) -> range:
    return range(int(box[0] // _STRIP), int((box[0] + box[2]) // _STRIP) + 1)


def _meet(a: _Box, b: _Box) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]
