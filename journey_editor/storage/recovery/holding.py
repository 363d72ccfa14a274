"""Holding an open file, so that others can tell whether who wrote it is still running. The system lets go of it when
the process ends, however it ends; no number of a process can be mistaken for another's."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    # Behind all that is ever written, because a held stretch cannot be read by others; and no further than a `long` of
    # C reaches, with which the runtime of Windows may ask where in the file it is.
    _FAR = 2**31 - 2

    def hold(descriptor: int) -> bool:
        """Hold the file until it is closed; False if somebody else does."""
        at = os.lseek(descriptor, 0, os.SEEK_CUR)
        try:
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, at, os.SEEK_SET)
        return True

else:
    import fcntl

    def hold(descriptor: int) -> bool:
        """Hold the file until it is closed; False if somebody else does."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a drive that cannot do this
            return True
        return True


def is_held(file: Path) -> bool:
    """Whether a running program holds the file."""
    with contextlib.suppress(OSError):
        descriptor = os.open(file, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            return not hold(descriptor)
        finally:
            os.close(descriptor)
    return False
