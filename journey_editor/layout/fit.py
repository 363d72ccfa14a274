"""Bringing a whole map onto one page: which width to lay it out at, and how far to scale it then.

Wider columns make a map lower, so there is a width at which it has the very shape of the page and prints largest.
It is guessed from the length of the texts; the first real layout corrects the guess, a second one settles it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from journey_editor.model.style import PageSetup

from . import look
from .guess import Guess, width_for
from .result import Layout

#: How far below its width on screen a map may go when that makes the type larger. Beyond, German words break badly.
_NARROWER = 0.88
_WIDER = 4.0
#: What type size must gain to be worth another layout: of a small map, and of one that takes a while.
_WORTH, _WORTH_OF_MANY = 1.01, 1.05
_MANY = 300  # cards
_TRIES, _TRIES_OF_MANY = 3, 2
#: The guess aims a little wide: what is then left over is height at the foot, not width at the side.
_ASIDE, _ASIDE_OF_MANY = 1.005, 1.03

#: The type that a map is laid out in, at the smallest (points), and what rounding may take from a scale.
SMALLEST, HARDLY = 7.0, 1.0001

#: Lays the map out to a width without margins.
LayOut = Callable[[float], Layout]


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


class Room(NamedTuple):
    """The room for a map on a page (points), and the largest scale that it may have there."""

    width: float
    height: float
    most: float

    def fit(self, layout: Layout) -> Fit:
        """A layout as it is, scaled into the room."""
        width, height = layout.width - 2 * look.MARGIN, layout.height - 2 * look.MARGIN
        return Fit(layout, self.scale(width, height))

    def guessed(self, guess: Guess, fill: bool) -> float:
        """The scale that a map is going to have, about: filling the room, or as on screen."""
        width = self.best_width(guess, 1.0) if fill else guess.natural
        return self.scale(width, guess.height(width))

    def best_width(self, guess: Guess, correction: float) -> float:
        """The width at which the map prints largest, if it is `correction` times as high as guessed."""
        least = max(guess.natural * _NARROWER, self.width / self.most)
        shape = self.height / self.width / correction
        return width_for(guess.height, shape, least, max(guess.natural * _WIDER, least))

    def scale(self, width: float, height: float) -> float:
        """At which a drawing of this size fits."""
        return min(self.width / max(width, 1.0), self.height / max(height, 1.0), self.most)


def readable_scale(setup: PageSetup) -> float:
    """The scale at which the smallest type of a map is as large as a setup wants it at least."""
    return setup.type_least * HARDLY / SMALLEST


def filling(room: Room, guess: Guess, lay_out: LayOut) -> Fit:
    """The map laid out so that it fills the room's width, at the largest scale."""
    many = guess.cards > _MANY
    aside = _ASIDE_OF_MANY if many else _ASIDE
    wanted = room.best_width(guess, aside)
    best: Fit | None = None
    for _ in range(_TRIES_OF_MANY if many else _TRIES):
        fit = room.fit(lay_out(wanted))
        if best is None or fit.scale > best.scale:
            best = fit
        correction = max((fit.layout.height - 2 * look.MARGIN) / max(guess.height(wanted), 1.0), 0.1)
        wanted = room.best_width(guess, correction * aside)
        promised = room.scale(wanted, guess.height(wanted) * correction)
        if promised < best.scale * (_WORTH_OF_MANY if many else _WORTH):
            break
    assert best is not None
    if not many:
        best = max(best, room.fit(lay_out(guess.natural)), key=lambda fit: fit.scale)
    if best.width < room.width - 0.5:  # its height is what limits it: columns may take the rest of the width
        best = room.fit(lay_out(room.width / best.scale))
    return best
