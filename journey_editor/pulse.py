"""The pulse of long work: with each beat it shows that it goes on and how far it is, and may be called off.

Who waits for the work feels the beats of its own thread only. Nobody has to: without anyone, a beat is nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Takes how many parts are done, of how many; 0 of 0 where that is not known.
Feel = Callable[[int, int], None]


class CalledOff(Exception):
    """Nobody wants the work any more; what it has made so far is dropped."""


class _Here(threading.local):
    feel: Feel | None = None


_here = _Here()


def beat(done: int = 0, whole: int = 0) -> None:
    """Called by long work at each of its steps. Raises CalledOff if whoever feels it wants that."""
    feel = _here.feel
    if feel is not None:
        feel(done, whole)


@contextmanager
def felt(feel: Feel) -> Iterator[None]:
    """While this holds, `feel` is called with every beat of this thread. What it raises ends the work."""
    was = _here.feel
    _here.feel = feel
    try:
        yield
    finally:
        _here.feel = was
