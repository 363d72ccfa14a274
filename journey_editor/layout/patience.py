"""How long a layout may take before it shows what it has, so that a window never stands still while a map is opened."""

from __future__ import annotations

from math import inf
from time import perf_counter

from journey_editor.pulse import beat

#: So many cards are laid out whatever the time: some progress is made, and most maps are whole at once.
_LEAST_CARDS = 30


class Patience:
    """Ends some seconds after it was made, but not before some cards were laid out."""

    __slots__ = ("_end", "_left", "awaited")

    def __init__(self, seconds: float = inf) -> None:
        self._end = perf_counter() + seconds
        self._left = _LEAST_CARDS
        #: The lanes that were not finished for want of time.
        self.awaited: list[str] = []

    def is_over(self, cards: int = 1) -> bool:
        """Asked before each card that is to be laid out, or what takes as long as some `cards`: whether it has to wait
        for the next time."""
        beat()
        if self._left > 0:
            self._left -= cards
            return False
        return perf_counter() > self._end
