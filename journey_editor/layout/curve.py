"""The emotion lane: one smooth curve for each persona through its points, with faces at the ends of the scale.

The curve is a monotone cubic (Fritsch and Carlson, "Monotone Piecewise Cubic Interpolation", SIAM J. Numer. Anal. 17,
1980): it never swings above or below the values it connects, so that a curve cannot claim a feeling nobody had.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import pairwise

from journey_editor.model.lanes import EmotionLane
from journey_editor.wording import tr

from . import look
from .curve_compare import difference_words, gaps, hatching, widest
from .curve_labels import Area, Feeling, Taken, along, end_name, point_label
from .drawlist import Group, Item, Outline, Path, Rect, Step, Tag
from .figures import dot, dot_outline, horizontal, icon_path, star, vertical
from .look import CurveLook
from .result import Column, PointBlock, RowBlock
from .rows import Frame, caption_of, collapsed_row, head_items, lane_title
from .wrap import place

#: The line of what was expected: thin and dotted, for each persona.
EXPECTED_WIDTH, EXPECTED_DASH = 1.0, (0.5, 2.5)
_NAME_LINES = 3  # of a persona, in the lane head
#: The line that is drawn by hand beside a computed one; its dots are full.
BY_HAND_WIDTH = 1.0
_BY_HAND_DOT = 2.2
_DOT = 2.6
_EXPECTED_DOT = 1.9
_ROUND_A_DOT = 4.6  # an expected point where the feeling is the same: a ring round its dot
_ROUND_A_STAR = 7.4
_STAR = 11.0
_SMALL_STAR = 8.0  # above a dot that has to keep its shape
_EDGE = 16.0  # between the outermost value and the row's edge
_ASIDE, _ASIDE_MOST = 5.0, 8.0  # between the points of two personas at one touchpoint; and the first from the middle
_POINTS, _LABELS = 300, 50  # so many are placed in one step
_NEAREST = 3.0  # between two points of one curve


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


def _apart(xs: list[float]) -> list[float]:
    """Points at (nearly) the same x pushed to the right, so that each dot can be seen and the curve is a function."""
    placed: list[float] = []
    for x in xs:
        placed.append(max(x, placed[-1] + _NEAREST) if placed else x)
    return placed


def height_of(h: float, value: float) -> float:
    """How far down in a row of height `h` a feeling lies."""
    return h / 2 - value * (h / 2 - _EDGE) / 2.0


def value_at(h: float, y: float) -> float:
    """The feeling that lies nearest to a height, in steps of 0.5 from -2 to +2."""
    value = (h / 2 - y) / ((h / 2 - _EDGE) / 2.0)
    return min(max(round(value * 2.0) / 2.0, -2.0), 2.0) + 0.0  # no minus zero


def emotion_steps(frame: Frame, lane: EmotionLane, feelings: tuple[Feeling, ...]) -> Generator[None, None, RowBlock]:
    """The lane with its curves, in steps. `feelings` are in the order of the map."""
    known = [(p, look.curve_look(index, p.color)) for index, p in enumerate(frame.env.personas)]
    shown = [(p, style) for p, style in known if not lane.personas or p.id in lane.personas]
    several = len(shown) > 1
    head, least = head_items(
        frame,
        lane,
        lane.icon or look.LANE_ICONS["emotion"],
        "" if several and not lane.description else caption_of(frame, lane),
    )
    if lane.collapsed:
        return collapsed_row(frame, lane)
    names = {p.id: frame.env.text(p.id, "name", p.name) for p, _ in shown}
    if several:
        key, least = _key(frame, [(names[p.id], style) for p, style in shown], least - look.CELL_BOTTOM)
        head += key
        least += look.CELL_BOTTOM
    h = max(look.CURVE_HEIGHT, least, lane.height)
    items: list[Item] = [*head, *_ground(frame, h)]
    points: list[PointBlock] = []
    taken = Taken()
    labels: list[tuple[Feeling, float, float]] = []
    parted: list[tuple[Feeling, float, float]] = []
    ends: list[tuple[str, str, float, float]] = []
    lines: list[Item] = []
    for index, (persona, style) in enumerate(shown):
        yield
        aside = aside_of(index, len(shown))
        own = [f for f in feelings if f.persona == persona.id]
        drawn = [_Curve(style, several)]
        sets = [own]
        if lane.points_from == "compare":
            drawn.append(_Curve(style, several, by_hand=True))
            sets = [[f for f in own if not f.drawn], [f for f in own if f.drawn]]
        for curve, felt in zip(drawn, sets, strict=True):
            yield from curve.steps(frame, lane, h, felt, aside)
        if len(drawn) > 1:
            between = gaps(drawn[0].line, drawn[1].line)
            lines.append(hatching(between, style.color))
            if most := widest(between, (h / 2 - _EDGE) / 2.0):
                said = difference_words(most.value, frame.env.language)
                parted.append((Feeling("", "", 0.0, persona.id, 0.0, None, said, False), most.x, most.y))
        for curve in drawn:
            lines += curve.items
            points += curve.points
            for box in curve.areas:
                taken.add(box)
            labels += [(f, x, y) for f, x, y in curve.spots if f.label]
            # Of a part of a map, a curve may go on where its name would stand: the lane's head names it.
            whose = "" if frame.part else names[persona.id]
            name = curve.end_words(whose, frame.env.language, compared=len(drawn) > 1)
            if curve.spots and name:
                ends.append((name, style.color, *curve.spots[-1][1:]))
    title = lane_title(frame, lane)
    items.append(Group(0.0, 0.0, frame.right, h, tuple(lines), Tag("curve", lane.id, title)))
    for name, color, x, y in ends:
        items += end_name(frame, name, color, x, y, h, taken)
    for n, (feeling, x, y) in enumerate((*labels, *parted)):
        if n % _LABELS == 0:
            yield
        items += point_label(frame, feeling, x, y, h, taken)
    items.insert(0, horizontal(frame.left, -0.25, frame.right - frame.left, 0.5, look.LANE_RULE))
    group = Group(0.0, 0.0, frame.right, h, tuple(items), Tag("lane", lane.id, title))
    return RowBlock(lane.id, lane.kind, h, (), tuple(points), group)


def _ground(frame: Frame, h: float) -> list[Item]:
    """The bands above and below the zero line, the columns, and the faces at the ends of the scale."""
    x0, w, zero = frame.left + frame.head, frame.right - frame.left - frame.head, h / 2
    return [
        Rect(x0, 0.25, w, zero - 0.25, look.BAND_GOOD),
        Rect(x0, zero, w, zero - 0.25, look.BAND_BAD),
        *(vertical(c.x - 0.5, 0.25, h - 0.5, 1.0, look.PAPER) for c in frame.columns[1:]),
        horizontal(x0, zero - 0.3, w, 0.6, look.ZERO_LINE),
        icon_path("smile", x0 + 3.0, 4.0, 9.0, look.INK),
        icon_path("frown", x0 + 3.0, h - 13.0, 9.0, look.INK),
    ]


class _Curve:
    """What one persona feels, and what it had expected: the lines, their points, and what labels must keep off.

    `spots` are the feelings with their places; those that are only expected are not among them.
    """

    def __init__(self, style: CurveLook, several: bool, *, by_hand: bool = False) -> None:
        self._style, self._several = style, several
        self._by_hand = by_hand
        self.line = Outline(())
        self.items: list[Item] = []
        self.points: list[PointBlock] = []
        self.areas: list[tuple[float, float, float, float]] = []
        self.spots: list[tuple[Feeling, float, float]] = []

    def steps(self, frame: Frame, lane: EmotionLane, h: float, own: list[Feeling], aside: float) -> Iterator[None]:
        """Draw it, some points at a time."""
        style, several = self._style, self._several
        where = {column.step: column for column in frame.columns if not column.folds}
        own = [f for f in own if f.step in where]
        xs = _apart([across(where[f.step], f.position) + aside for f in own])
        wished: list[tuple[float, float]] = []
        rings: list[Item] = []
        for n, (feeling, x) in enumerate(zip(own, xs, strict=True), 1):
            if n % _POINTS == 0:
                yield
            if lane.expectation and feeling.expected is not None:
                y = height_of(h, feeling.expected)
                wished.append((x, y))
                size = _EXPECTED_DOT
                if feeling.expected == feeling.value:
                    size = _ROUND_A_STAR if feeling.moment and not several else _ROUND_A_DOT
                rings.append(dot(style.dot, x, y, size, style.color, 0.75))
                self._add(feeling, x, y, feeling.expected, expected=True)
            if feeling.value is not None:
                self.spots.append((feeling, x, height_of(h, feeling.value)))
        line, curve = smooth(wished), smooth([(x, y) for _, x, y in self.spots])
        self.line = curve
        self.items.append(Path(line, stroke=style.color, width=EXPECTED_WIDTH, dash=EXPECTED_DASH))
        self.items += rings
        self.items.append(Path(curve, stroke=style.color, width=self.width, dash=style.dash))
        yield
        self.areas += along(curve)
        if frame.part and self.spots:
            self.areas += self._beyond(frame)
        for n, (feeling, x, y) in enumerate(self.spots):
            if n % _POINTS == 0:
                yield
            if not feeling.moment:
                self.items.append(self._dot(x, y))
            elif several:  # the dot tells whose it is
                self.items.append(dot(style.dot, x, y, _DOT, style.color))
                up = _SMALL_STAR + 3.5
                self.items.append(star(x - _SMALL_STAR / 2, y - up, _SMALL_STAR, style.color))
                self.areas.append((x - _SMALL_STAR / 2, y - up, _SMALL_STAR, _SMALL_STAR))
            else:
                self.items.append(star(x - _STAR / 2, y - _STAR / 2, _STAR, style.color))
            assert feeling.value is not None
            self._add(feeling, x, y, feeling.value, expected=False)

    def _beyond(self, frame: Frame) -> list[Area]:
        """What labels keep off where the curve may go on to other pages of the map, about: see `curve_edges`."""
        (_, x0, y0), (_, x1, y1) = self.spots[0], self.spots[-1]
        ways = ((frame.left + frame.head, x0, y0), (x1, frame.right, y1))
        return [box for x, to, y in ways for box in along(Outline((("M", x, y), ("C", x, y, to, y, to, y))))]

    @property
    def width(self) -> float:
        """A line drawn by hand beside a computed one is thin, as of a pencil."""
        return BY_HAND_WIDTH if self._by_hand else 1.75

    def end_words(self, name: str, language: str, *, compared: bool) -> str:
        """What stands at the end of the curve: whose it is, where there are several, and where it comes from."""
        parts = [name] if self._several and name else []
        if self._by_hand:
            parts.append(tr("by hand", to=language))
        elif compared and not parts:
            parts.append(tr("touchpoints", to=language))
        return ", ".join(parts)

    def _dot(self, x: float, y: float) -> Path:
        if not self._by_hand:
            return dot(self._style.dot, x, y, _DOT, self._style.color)
        return Path(dot_outline(self._style.dot), x, y, _BY_HAND_DOT, fill=self._style.color)

    def _add(self, feeling: Feeling, x: float, y: float, value: float, *, expected: bool) -> None:
        self.points.append(PointBlock(feeling.id, feeling.persona, x, y, value, feeling.step, expected, feeling.drawn))
        self.areas.append((x - 6.0, y - 6.0, 12.0, 12.0))


def aside_of(index: int, count: int) -> float:
    """How far the points of one of several personas stand from the middle, so that none lies on another's."""
    return (index - (count - 1) / 2) * min(_ASIDE, 2 * _ASIDE_MOST / count)


def across(column: Column, position: float) -> float:
    """x of a position in a column; 9 pt at each side stay free, so that curves of neighbours do not touch."""
    return column.x + 9.0 + (column.w - 18.0) * position


def _key(frame: Frame, personas: list[tuple[str, CurveLook]], y: float) -> tuple[list[Item], float]:
    """Which line is whose, in the lane head; and where it ends."""
    items: list[Item] = []
    for name, style in personas:
        # A name stands in full over a printed map, and in the list of personas: here it must not make the lane higher.
        block = frame.env.wrapped(name, look.LANE_CAPTION, frame.head - 28.0, _NAME_LINES)
        middle = y + block.line_height / 2
        line = Outline((("M", frame.left + 1.0, middle), ("L", frame.left + 17.0, middle)))
        items.append(Path(line, stroke=style.color, width=1.5, dash=style.dash))
        items.append(dot(style.dot, frame.left + 9.0, middle, 2.2, style.color))
        items += place(block, frame.left + 22.0, y)
        y += block.height + 1.5
    return items, y
