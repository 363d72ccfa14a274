"""What is made when it is first looked at: a layout needs to know how high things are, not yet what is drawn in them.

Of a map with 10,000 cards a window shows some hundred at a time; making the glyph runs of all of them would take most
of the time that opening it takes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Later(Generic[T]):
    """A value that is made by the first call, and then kept. Copies of what holds it share it."""

    __slots__ = ("_made", "_make")

    _made: T

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] | None = make

    def __call__(self) -> T:
        if self._make is not None:
            self._made = self._make()
            self._make = None  # and with it all that it was made of
        return self._made

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Later) and bool(self() == other()))

    def __hash__(self) -> int:
        return hash(self())
