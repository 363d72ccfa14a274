"""What a gesture may know of the view it happens in: the session, the layout on the screen, and how near is near."""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.layout.drawlist import Group
from journey_editor.layout.result import Box, Layout
from journey_editor.session.session import Session

#: Kinds of boxes that are things of the map; a cell is a place.
THINGS = ("title", "phase", "step", "lane", "card", "path", "point")


class Keys(NamedTuple):
    """The modifiers that are held while something is done."""

    ctrl: bool = False
    shift: bool = False
    alt: bool = False


NO_KEYS = Keys()


class Scene(NamedTuple):
    """A view at one moment. `near` is how far a pointer may be off, in points."""

    session: Session
    layout: Layout
    near: float


def group_of_card(layout: Layout, card: str) -> Group | None:
    """The very group that draws a card, at its own origin."""
    for row in layout.rows:
        for cell in row.block.cells:
            for placed in cell.block.cards:
                if placed.block.id == card:
                    return placed.block.group
    return None


def group_of_phase(layout: Layout, box: Box) -> Group:
    """A phase's chevron by itself, at its own origin."""
    for row in layout.rows:
        for item in row.block.group.items if not row.lane else ():
            if isinstance(item, Group) and item.tag is not None and item.tag[:2] == ("phase", box.id):
                return Group(0.0, 0.0, box.w, box.h, (item._replace(x=item.x - box.x, y=item.y + row.y - box.y),))
    return Group(0.0, 0.0, box.w, box.h, ())


def thing_of(box: Box) -> str:
    """The id of what a box stands for: a point of the curve stands for its card."""
    return box.id.partition("/")[0] if box.kind == "point" else box.id


def over(a: Box, x: float, y: float, w: float, h: float) -> bool:
    """Whether a box and a rectangle touch."""
    return a.x < x + w and x < a.x + a.w and a.y < y + h and y < a.y + a.h
