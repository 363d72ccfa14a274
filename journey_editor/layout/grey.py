"""Pages in grey: each colour becomes the grey that is as light as it looks (CIE L*), and images lose their colour.

What colours tell apart, something else tells apart too: phases differ in lightness, curves in dash and dot, channels
in their icon, notes in their sign. So nothing is drawn otherwise here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from . import look
from .drawlist import Color, GlyphRun, Group, Image, Item, Link, Path, Rect
from .later import Later
from .pages import Pages


def greyed(composed: Pages) -> Pages:
    """The same pages without colour."""
    made = tuple(page._replace(root=grey_group(page.root)) for page in composed.pages)
    known = composed.__dict__.get("type")  # if it was found out before: no letter changes
    return Pages(made, composed.scale, composed.shortened, known)


def grey_group(group: Group) -> Group:
    """A group without colour, its ink made as late as before."""
    items = group[4]
    ink = Later(lambda: _grey_items(group.items)) if isinstance(items, Later) else _grey_items(items)
    return Group(group.x, group.y, group.w, group.h, ink, group.tag, group.bleed)


@lru_cache(maxsize=4096)
def grey(color: Color) -> Color:
    """The grey of the same lightness. Black, white and every grey stay what they are."""
    return "#" + f"{round(shade(look.luminance(color)) * 255):02X}" * 3


def shade(luminance: float) -> float:
    """How a grey of so much light is encoded, both 0 to 1 (sRGB, IEC 61966-2-1)."""
    return 12.92 * luminance if luminance <= 0.0031308 else 1.055 * luminance ** (1 / 2.4) - 0.055


def lightness(color: Color) -> float:
    """CIE L*, 0 (black) to 100 (white)."""
    y = look.luminance(color)
    return 116 * y ** (1 / 3) - 16 if y > (6 / 29) ** 3 else y * (29 / 3) ** 3


def _grey_items(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple([_GREY[type(item)](item) for item in items])


def _shape(item: Rect | Path) -> Item:
    return item._replace(fill=item.fill and grey(item.fill), stroke=item.stroke and grey(item.stroke))


def _run(run: GlyphRun) -> Item:
    return run._replace(color=grey(run.color))


def _image(image: Image) -> Item:
    return image._replace(grey=True)


def _link(link: Link) -> Item:
    return link


_GREY: dict[type, Callable[[Any], Item]] = {
    Group: grey_group,
    Rect: _shape,
    Path: _shape,
    GlyphRun: _run,
    Image: _image,
    Link: _link,
}
