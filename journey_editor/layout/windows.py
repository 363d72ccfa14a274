"""What of a drawing is to be seen in a part of it: the rest is left out.

The draw list has no clip, on purpose. What reaches over the edge of the part is kept whole; who puts the part on a page
covers what is too much. Text that lies wholly outside is not in the part, so nobody finds it there by searching.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from . import look
from .drawlist import GlyphRun, Group, Image, Item, Link, Outline, Path, Rect

#: How far letters reach beyond their origins, as a factor of the type size: accents stack, tails hang, italics lean.
_REACH = 1.6


class Window(NamedTuple):
    """A part of a drawing, in its points."""

    x: float
    y: float
    w: float
    h: float

    def meets(self, x: float, y: float, w: float, h: float) -> bool:
        return x < self.x + self.w and x + w > self.x and y < self.y + self.h and y + h > self.y


def seen(group: Group, window: Window, x: float = 0.0, y: float = 0.0) -> Group:
    """The group with only what meets the window; (x, y) is the origin of what the group lies in."""
    x, y = x + group.x, y + group.y
    return group._replace(items=tuple(_seen(group.items, window, x, y)))


def _seen(items: Iterable[Item], window: Window, x: float, y: float) -> Iterable[Item]:
    for item in items:
        if isinstance(item, Group):
            # Only cards are drawn late and bound what they paint for sure: what lies elsewhere is not even made.
            if item.tag is not None and item.tag.kind == "card" and not window.meets(*_box(item, x, y)):
                continue
            part = seen(item, window, x, y)
            if part.items or not item.items:  # one that says something without ink stays
                yield part
        elif isinstance(item, Link):
            left, top = max(x + item.x, window.x), max(y + item.y, window.y)
            right = min(x + item.x + item.w, window.x + window.w)
            bottom = min(y + item.y + item.h, window.y + window.h)
            if right > left and bottom > top:
                yield Link(left - x, top - y, right - left, bottom - top, item.target)
        elif window.meets(*_box(item, x, y)):
            yield item


def has_ink(items: Iterable[Item]) -> bool:
    """Whether anything in a drawing is to be seen on white paper."""
    for item in items:
        if isinstance(item, Group):
            if has_ink(item.items):
                return True
        elif isinstance(item, Rect | Path):
            if (item.fill or look.PAPER) != look.PAPER or (item.stroke is not None and item.width > 0):
                return True
        elif not isinstance(item, Link):
            return True
    return False


def _box(item: Item, x: float, y: float) -> tuple[float, float, float, float]:
    """The box of all that an item may paint, its origin being at (x, y)."""
    left, top, w, h = _BOX[type(item)](item)
    return x + left, y + top, w, h


def _of_group(group: Group) -> tuple[float, float, float, float]:
    edge = group.bleed
    return group.x - edge, group.y - edge, group.w + 2 * edge, group.h + 2 * edge


def _of_rect(rect: Rect) -> tuple[float, float, float, float]:
    edge = rect.width if rect.stroke is not None else 0.0
    return rect.x - edge, rect.y - edge, rect.w + 2 * edge, rect.h + 2 * edge


def _of_path(path: Path) -> tuple[float, float, float, float]:
    left, top, right, bottom = _extent(path.outline)
    edge, scale = (path.width if path.stroke is not None else 0.0), path.scale
    return (
        path.x + left * scale - edge,
        path.y + top * scale - edge,
        (right - left) * scale + 2 * edge,
        (bottom - top) * scale + 2 * edge,
    )


def _extent(outline: Outline) -> tuple[float, float, float, float]:
    """A box that holds an outline: the corners and handles of its curves lie in it."""
    numbers = [step[1:] for step in outline.steps]
    xs = [float(x) for step in numbers for x in step[::2]] or [0.0]
    ys = [float(y) for step in numbers for y in step[1::2]] or [0.0]
    return min(xs), min(ys), max(xs), max(ys)


def _of_run(run: GlyphRun) -> tuple[float, float, float, float]:
    reach = run.size * _REACH
    return run.x - reach * 0.25, run.y - reach, run.advance + reach * 0.5, 2 * reach


def _of_image(image: Image) -> tuple[float, float, float, float]:
    crop = image.crop
    if crop is None:
        return image.x, image.y, image.w, image.h
    return image.x + crop.x, image.y + crop.y, crop.w, crop.h


_BOX: dict[type, Callable[[Any], tuple[float, float, float, float]]] = {
    Group: _of_group,
    Rect: _of_rect,
    Path: _of_path,
    GlyphRun: _of_run,
    Image: _of_image,
}
