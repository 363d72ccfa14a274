"""Bringing a whole map onto one page: which width to lay it out at, and how far to scale it then.

Wider columns make a map lower, so there is a width at which it has the very shape of the page and prints largest.
It is found by trying: the area that a map covers hardly depends on its width, which gives a good second guess.
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from journey_editor.model.project import Project

from . import look
from .compose import Layouter
from .result import Layout

#: How far below their width on screen columns may go when that is what makes the type larger.
_NARROWER = 0.78
_WIDER = 4.0
#: Left over height (a share of the page) that is not worth another try.
_GOOD_ENOUGH = 0.04
_TRIES = 4


class Fit(NamedTuple):
    """A layout and the scale at which it fits the room."""

    layout: Layout
    scale: float

    @property
    def width(self) -> float:
        """Of the drawing without its own margins, in points of the page."""
        return (self.layout.width - 2 * look.MARGIN) * self.scale

    @property
    def height(self) -> float:
        return (self.layout.height - 2 * look.MARGIN) * self.scale


def as_on_screen(layout: Layout, room_width: float, room_height: float, most: float) -> Fit:
    """The layout as it is, scaled into the room, but not above `most`."""
    width, height = layout.width - 2 * look.MARGIN, layout.height - 2 * look.MARGIN
    return Fit(layout, min(room_width / max(width, 1.0), room_height / max(height, 1.0), most))


def filling(
    layouter: Layouter,
    project: Project,
    layout: Layout,
    room_width: float,
    room_height: float,
    most: float,
) -> Fit:
    """The map of `layout` (as on screen) laid out anew so that it fills the room's width at the largest scale."""
    natural = layout.width - 2 * look.MARGIN
    first = as_on_screen(layout, room_width, room_height, most)
    least = max(natural if first.scale >= 1 else natural * _NARROWER, room_width / most)
    tried = [first]
    width, height = natural, layout.height - 2 * look.MARGIN
    wanted = sqrt(width * height * room_width / room_height)
    for _ in range(_TRIES):
        wanted = max(least, min(wanted, natural * _WIDER))
        if abs(wanted - width) < 1.0:
            break
        fit = _at(layouter, project, layout, wanted, room_width, room_height, most)
        tried.append(fit)
        width, height = fit.layout.width - 2 * look.MARGIN, fit.layout.height - 2 * look.MARGIN
        too_high = (height / width) / (room_height / room_width)
        if 1 - _GOOD_ENOUGH <= too_high <= 1:
            break
        wanted = width * sqrt(too_high)
    best = max(tried, key=lambda fit: (round(fit.scale, 3), fit.width))
    if best.width < room_width - 1.0:  # its height is what limits it: columns may take the rest of the width
        best = _at(layouter, project, best.layout, room_width / best.scale, room_width, room_height, most)
    return best


def _at(
    layouter: Layouter,
    project: Project,
    layout: Layout,
    width: float,
    room_width: float,
    room_height: float,
    most: float,
) -> Fit:
    tried = layouter.layout(
        project, layout.map_id, language=layout.language, columns=width + 2 * look.MARGIN, title=False
    )
    return as_on_screen(tried, room_width, room_height, most)
