"""The same drawing, larger or smaller: how a map laid out at its own sizes is brought onto paper.

The draw list knows no scale on purpose; so a page says plainly how large its type is, and both painters draw it as is.
What is made late (the ink of cards) is scaled late, so that a page of 10,000 cards is not all there at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .drawlist import Crop, GlyphRun, Group, Image, Item, Link, Path, Rect
from .later import Later


def scaled_items(items: Iterable[Item], s: float) -> tuple[Item, ...]:
    """Items scaled around the origin of the group that holds them."""
    return tuple([_SCALED[type(item)](item, s) for item in items])


def scaled(group: Group, s: float) -> Group:
    """A group scaled with its place."""
    x, y, w, h, items, tag, bleed = group
    ink = Later(lambda: scaled_items(group.items, s)) if isinstance(items, Later) else scaled_items(items, s)
    return Group(x * s, y * s, w * s, h * s, ink, tag, bleed * s)


def _rect(rect: Rect, s: float) -> Rect:
    x, y, w, h, fill, stroke, width, radius, dash = rect
    return Rect(x * s, y * s, w * s, h * s, fill, stroke, width * s, radius * s, dash and _dash(dash, s))


def _path(path: Path, s: float) -> Path:
    outline, x, y, scale, fill, stroke, width, dash = path
    return Path(outline, x * s, y * s, scale * s, fill, stroke, width * s, dash and _dash(dash, s))


def _dash(dash: tuple[float, ...], s: float) -> tuple[float, ...]:
    return tuple([part * s for part in dash])


def _run(run: GlyphRun, s: float) -> GlyphRun:
    font, size, x, y, glyphs, offsets, clusters, text, advance, color, rtl, after, language = run
    offsets = tuple([offset * s for offset in offsets])
    size, x, y, advance = size * s, x * s, y * s, advance * s
    return GlyphRun(font, size, x, y, glyphs, offsets, clusters, text, advance, color, rtl, after, language)


def _image(image: Image, s: float) -> Image:
    x, y, w, h, sha256, alt, opacity, crop, grey = image
    crop = crop and Crop(*(value * s for value in crop))
    return Image(x * s, y * s, w * s, h * s, sha256, alt, opacity, crop, grey)


def _link(link: Link, s: float) -> Link:
    return Link(link.x * s, link.y * s, link.w * s, link.h * s, link.target)


_SCALED: dict[type, Callable[[Any, float], Item]] = {
    Group: scaled,
    Rect: _rect,
    Path: _path,
    GlyphRun: _run,
    Image: _image,
    Link: _link,
}


def runs(items: Iterable[Item]) -> Iterator[GlyphRun]:
    """All glyph runs in a drawing."""
    for item in items:
        if isinstance(item, GlyphRun):
            yield item
        elif isinstance(item, Group):
            yield from runs(item.items)
