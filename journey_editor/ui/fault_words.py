"""An error of the program in words that may be given away: where it was, and of which kind, but nothing of a map."""

from __future__ import annotations

import platform
import traceback
from types import TracebackType

from PySide6.QtCore import qVersion

from journey_editor import __version__

#: Kinds of errors whose words are Python's or ours and speak of the program. Any other could quote what it fell over,
#: as a KeyError and most ValueErrors do.
_SPEAKS_OF_THE_PROGRAM = (
    AttributeError, TypeError, NameError, ImportError, IndexError, RuntimeError, ArithmeticError, MemoryError,
)  # fmt: skip
_MOST_CAUSES = 5


def machine() -> str:
    """What the program runs on, in one line."""
    return f"Journey Editor {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"


def harmless(error: BaseException, where: TracebackType | None) -> str:
    """The error with its causes and the lines of the program that led to it."""
    parts = []
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen and len(seen) < _MOST_CAUSES:
        seen.add(id(cause))
        lines = traceback.format_tb(where if cause is error else cause.__traceback__)
        parts.append("".join(lines) + f"{type(cause).__qualname__}{_words(cause)}\n")
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\nwhich came of:\n".join(parts)


def place_of(error: BaseException, where: TracebackType | None) -> str:
    """By what two errors are the same one: their kind and the line where they arose."""
    last = where
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    line = f"{last.tb_frame.f_code.co_filename}:{last.tb_lineno}" if last else ""
    return f"{type(error).__qualname__} {line}"


def _words(error: BaseException) -> str:
    if isinstance(error, OSError):
        return f": {error.strerror}" if error.errno else ""  # the name of the file is the user's
    if isinstance(error, UnicodeError) or not isinstance(error, _SPEAKS_OF_THE_PROGRAM):
        return " (its words are left out: they could be those of a map)" if str(error) else ""
    return f": {error}"
