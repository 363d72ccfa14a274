"""What is made when it is first looked at: a layout needs to know how high things are, not yet what is drawn in them.

Of a map with 10,000 cards a window shows some hundred at a time; making the glyph runs of all of them would take most
of the time that opening it takes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

T = TypeVar("T")


class _Here(threading.local):
    keeping = True


_here = _Here()


class Later(Generic[T]):
    """A value that is made by the first call, and then kept (but see `in_passing`). Copies of what holds it share
    it."""

    __slots__ = ("_made", "_make")

    _made: T

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] | None = make

    def __call__(self) -> T:
        make = self._make  # once: another thread may be done with it at any moment
        if make is not None:
            if not _here.keeping:
                return make()
            self._made = make()
            self._make = None  # and with it all that it was made of
        return self._made

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Later) and bool(self() == other()))

    def __hash__(self) -> int:
        return hash(self())


@contextmanager
def in_passing() -> Iterator[None]:
    """While this holds, what is made is not kept: for who looks at everything once, as an export does.

    The ink of 10,000 cards takes 200 MB, that of one card next to nothing. It holds for the thread that asks for it: a
    window goes on drawing while an export runs in another.
    """
    was = _here.keeping
    _here.keeping = False
    try:
        yield
    finally:
        _here.keeping = was
