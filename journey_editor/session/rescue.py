"""What is to be written down at once when the program goes wrong: whoever holds unsaved work says so here.

The hook for errors (`ui.faults`) asks; it knows neither windows nor recovery files.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MethodType
from weakref import WeakMethod

#: Writes unsaved work down, and says whether that worked.
Writer = Callable[[], bool]

_writers: list[Callable[[], Writer | None]] = []
_writing = False


def on_fault(write: Writer) -> Callable[[], None]:
    """Have `write` called at every error of the program, in the thread of the window; a method as long as its object
    lives. What it raises is ignored, and the others are called all the same. Gives back what ends that."""
    held: Callable[[], Writer | None] = WeakMethod(write) if isinstance(write, MethodType) else lambda: write
    _writers.append(held)

    def end() -> None:
        if held in _writers:
            _writers.remove(held)

    return end


def write_all() -> bool:
    """Let all be written. Whether there was anybody to write and all of it was; False from within a writer."""
    global _writing
    if _writing:
        return False
    _writing = True
    done = []
    try:
        for held in tuple(_writers):
            write = held()
            if write is None:
                _writers.remove(held)
                continue
            try:
                done.append(write())
            except Exception:
                done.append(False)
    finally:
        _writing = False
    return bool(done) and all(done)
