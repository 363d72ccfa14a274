"""What it takes to draw a group with Qt, worked out once.

A `Program` is made of segments. One kind is a list of calls that draw in the group's own coordinates (units of 1 / UNIT
point, so that one transform serves for everything in the group); the other is a list of the groups inside, which are
placed, culled and drawn by `paint`. Text of one font and colour is drawn in one call wherever that changes nothing.

Small scales have programs of their own: type below 3 px becomes bars, small icons go, corners are square. Nobody could
read or see more, and at such scales thousands of cards are in view.
"""

from __future__ import annotations

from math import inf
from typing import NamedTuple, TypeGuard

from journey_editor.layout.drawlist import GlyphRun, Group, Image, Item, Path, Rect

from .calls import (
    Call,
    bar,
    bounds,
    dashed,
    extent,
    fill,
    framed,
    glyph_run,
    image,
    nothing,
    outlined,
    rounded,
    seen_of,
)
from .images import Images


class Inked(NamedTuple):
    """A call and where its ink may lie, in points of its group."""

    call: Call
    left: float
    top: float
    right: float
    bottom: float


Segment = tuple[Inked, ...] | tuple[Group, ...]

_LEGIBLE = 3.0  # px
_ICON = 3.6  # px: the least extent at which a stroked outline says anything


class Detail(NamedTuple):
    """How much is worth drawing at a scale. `scale` is device pixels per point; programs are kept for each detail."""

    scale: float

    def legible(self, size: float) -> bool:
        return size * self.scale >= _LEGIBLE


#: The scales at which something changes: where type of 7, 7.5, 8.5, 9, 10.5, 14 pt and larger reaches 3 px. Everything
#: above the first is drawn in full.
_STEPS = (*(Detail(_LEGIBLE / size) for size in (6.0, 7.0, 7.5, 8.5, 9.0, 10.5, 14.0, 24.0)), Detail(0.02))
FULL = _STEPS[0]
_LEAST = _STEPS[-1]
#: Every letter as it is: for paper, on which type may be smaller than any of a map on the screen.
EXACT = Detail(inf)
_LARGE = 9.0  # points; at the least detail, smaller type is not even a bar


def detail_at(scale: float) -> Detail:
    """The detail that is worth drawing at so many device pixels per point."""
    return next((step for step in _STEPS if scale >= step.scale - 1e-9), _STEPS[-1])


def compile_group(group: Group, detail: Detail, images: Images) -> tuple[Segment, ...]:
    return _Compiler(detail, images).segments(group.items)


def is_groups(segment: Segment) -> TypeGuard[tuple[Group, ...]]:
    """Which of its two kinds a segment is."""
    return type(segment[0]) is Group


class _Compiler:
    """Turns items into segments, in drawing order; text waits for more of its kind until something would cover it."""

    def __init__(self, detail: Detail, images: Images) -> None:
        self._detail = detail
        self._images = images
        self._done: list[Segment] = []
        self._calls: list[Inked] = []
        self._texts: dict[tuple[str, float, str], list[GlyphRun]] = {}

    def segments(self, items: tuple[Item, ...]) -> tuple[Segment, ...]:
        children: list[Group] = []
        for item in items:
            if isinstance(item, Group):
                self._flush_calls()
                children.append(item)
                continue
            if children:
                self._done.append(tuple(children))
                children = []
            self._add(item)
        self._flush_calls()
        if children:
            self._done.append(tuple(children))
        return tuple(self._done)

    def _add(self, item: Item) -> None:
        if isinstance(item, GlyphRun):
            self._text(item)
        elif isinstance(item, Rect):
            self._make_way(item.x, item.y, item.w, item.h)
            self._put(self._rect(item), item.x, item.y, item.w, item.h, item.width / 2)
        elif isinstance(item, Path):
            self._path(item)
        elif isinstance(item, Image):
            seen = seen_of(item)
            self._make_way(*seen)
            self._put(image(item, self._images), *seen)

    def _put(self, call: Call, x: float, y: float, w: float, h: float, beyond: float = 0.0) -> None:
        if call is nothing:
            return
        beyond += 1.0
        self._calls.append(Inked(call, x - beyond, y - beyond, x + w + beyond, y + h + beyond))

    def _flush_calls(self) -> None:
        self._flush_texts()
        if self._calls:
            self._done.append(tuple(self._calls))
            self._calls = []

    def _flush_texts(self) -> None:
        for (_, _, color), runs in self._texts.items():
            self._put(glyph_run(runs, color), *_inked_by(runs))
        self._texts = {}

    def _make_way(self, x: float, y: float, w: float, h: float) -> None:
        """Draw waiting text first if what comes next would cover some of it."""
        for runs in self._texts.values():
            for run in runs:
                if (
                    run.x < x + w
                    and x < run.x + run.advance
                    and run.y - run.size < y + h
                    and y < run.y + run.size * 0.4
                ):
                    self._flush_texts()
                    return

    def _text(self, run: GlyphRun) -> None:
        if self._detail.legible(run.size):
            if run.glyphs:
                self._texts.setdefault((run.font, run.size, run.color), []).append(run)
        elif run.advance > 0 and (self._detail is not _LEAST or run.size >= _LARGE):
            self._put(bar(run), run.x, run.y - run.size, run.advance, run.size)

    def _rect(self, rect: Rect) -> Call:
        if self._detail is _LEAST and rect.h < 12.0 and rect.w < 120.0:  # a chip
            return nothing
        if self._too_fine(rect.dash):
            rect = rect._replace(dash=())
        scale = self._detail.scale
        plain = rect.stroke is None or rect.width <= 0
        if rect.radius * scale < 1.0 and self._detail is not FULL:
            if plain:
                return fill(rect)
            if rect.fill is not None and not rect.dash:
                return framed(rect, min(1.0, rect.width * scale))
        if plain and rect.radius == 0:
            return fill(rect)
        return rounded(rect)

    def _too_fine(self, dash: tuple[float, ...]) -> bool:
        """Whether dashes would run together."""
        return bool(dash) and sum(dash[:2]) * self._detail.scale < 1.5

    def _path(self, path: Path) -> None:
        if self._too_fine(path.dash):
            path = path._replace(dash=())
        side, (x, y, w, h) = extent(path.outline), bounds(path)
        self._make_way(x, y, w, h)
        if side * path.scale * self._detail.scale < _ICON and self._detail is not FULL and path.scale != 1.0:
            return
        if (
            path.fill is not None
            and not path.dash
            and min(w, h) * self._detail.scale < 2.0
            and self._detail is not FULL
        ):
            self._put(fill(Rect(x, y, w, h, path.fill)), x, y, w, h)
            return
        if not path.dash or path.stroke is None or path.width <= 0:
            self._put(outlined(path), x, y, w, h, path.width)
            return
        if path.fill is not None:
            self._put(outlined(path._replace(stroke=None, dash=())), x, y, w, h)
        for some in dashed(path):
            self._put(*some)


def _inked_by(runs: list[GlyphRun]) -> tuple[float, float, float, float]:
    """Where runs of text may leave ink: generously, for letters that reach far beyond their line."""
    size = runs[0].size
    left, right = min(run.x for run in runs) - size, max(run.x + run.advance for run in runs) + size
    top, bottom = min(run.y for run in runs) - 1.6 * size, max(run.y for run in runs) + size
    return left, top, right - left, bottom - top
