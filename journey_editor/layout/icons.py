"""The product's icons as outlines, made from the SVG files in resources/icons when first used.

They are vectors on the screen and in print alike. Lucide draws them on a grid of 24 x 24 with a stroke 2 wide, round
caps and joins, and no fill; a painter strokes them in that proportion (`width = 2 * scale`, or thinner).
"""

from __future__ import annotations

from functools import cache

from journey_editor.layout.drawlist import Outline
from journey_editor.layout.svg_shapes import read_svg
from journey_editor.places import resource

#: The side of the square that every icon is drawn in.
ICON_UNITS = 24.0


@cache
def icon(name: str) -> Outline:
    """The outline of an icon in units of 24, to be stroked; the same object at every call.

    Raises KeyError for a name that there is no file for.
    """
    if name not in icon_names():
        raise KeyError(f"There is no icon called {name!r} in resources/icons.")
    return Outline(read_svg(resource("icons", f"{name}.svg").read_text(encoding="utf-8")))


@cache
def icon_names() -> frozenset[str]:
    """The names that `icon` knows. The program's own mark, "app", is painted in colours and is none of them."""
    return frozenset(path.stem for path in resource("icons").glob("*.svg") if path.stem != "app")


def star_outline() -> Outline:
    """A five-pointed star with soft points in units of 24, closed, to be filled: the mark of a moment of truth."""
    return icon("star")
