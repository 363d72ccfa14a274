"""Paper: its size in points, and the part of it that may be printed on."""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.model.style import PAPER_MM, PageSetup
from journey_editor.wording import tr

POINTS_PER_MM = 72 / 25.4
#: The long side of an A3 sheet: the parts around the map are designed for it.
_A3_LONG, _A3_SHORT = 420 * POINTS_PER_MM, 297 * POINTS_PER_MM
#: A long strip is no poster: what is longer than so many times the shape of an A3 sheet counts as that much shorter.
_STRIP = 1.5
#: No page may be larger (a limit of Acrobat).
MOST = 14_400.0
#: What must be left between the margins to put anything there.
_LEAST_ROOM = 150.0


#: How far inside the edge words stay at least on a page that is cut (millimetres): no knife cuts exactly there.
_INSIDE_THE_CUT = 5.0


class PageProblem(ValueError):
    """A page setup that nothing can be printed with. Its text is a sentence for the user."""


class Sheet(NamedTuple):
    """A sheet of paper. `growth` is how much larger than on A3 the title, the legend and the footer are drawn."""

    width: float
    height: float
    margin: float
    growth: float

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin


def margin_of(setup: PageSetup) -> float:
    """The margin of the pages in millimetres: what is chosen, but words keep off an edge that will be cut."""
    return max(setup.margin, _INSIDE_THE_CUT) if setup.bleed and not setup.tile else setup.margin


def sheet(setup: PageSetup, *, landscape: bool) -> Sheet:
    """The sheet that a setup asks for. Custom paper is taken as it is, other paper in the direction given.

    Raises PageProblem if margins leave no room.
    """
    if setup.paper == "custom":
        width, height = setup.width, setup.height
    else:
        short, long = PAPER_MM[setup.paper]
        width, height = (long, short) if landscape else (short, long)
    width, height, margin = (length * POINTS_PER_MM for length in (width, height, margin_of(setup)))
    if min(width, height) - 2 * margin < _LEAST_ROOM:
        raise PageProblem(
            tr(
                "The margins of {margin} mm leave no room on this paper; choose smaller margins or larger paper.",
                margin=f"{setup.margin:g}",
            )
        )
    growth = min(max(width, height) / _A3_LONG, min(width, height) / _A3_SHORT * _STRIP)
    growth = min(max(growth, 0.6), 4.0)
    return Sheet(min(width, MOST), min(height, MOST), margin, growth)


def sheets(setup: PageSetup) -> tuple[Sheet, ...]:
    """The sheets to choose from: one, or for "auto" both directions, landscape first."""
    if setup.orientation == "auto" and setup.paper != "custom":
        return sheet(setup, landscape=True), sheet(setup, landscape=False)
    return (sheet(setup, landscape=setup.orientation == "landscape"),)
