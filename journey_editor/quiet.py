"""Keeps the garbage collector from looking through a growing layout or project again and again, which takes most of
the time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """The collector rests while this holds; for work that drops nearly all that it makes."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def no_collection(many: int = 50_000) -> Iterator[None]:
    """The collector rests while this holds; afterwards it is as it was.

    Where more than so `many` objects were made, it is told never to look at them: nothing in a layout or a project
    leads back to itself, so all of it goes as soon as nobody holds it, and looking through 10,000 cards takes half a
    second each time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_count()[0] > many:
                gc.freeze()
            gc.enable()
