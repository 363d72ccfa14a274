"""The folder of unsaved work: what the files in it are called, whose they are, and how often each was tried."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import time
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from .holding import hold, is_held
from .journal import Head, read_head

_SUFFIX = ".recovery"
_NAME = re.compile(r"[0-9a-f]{16}-\d+-[0-9a-f]{8}\.recovery")
_BEGUN = re.compile(r"[0-9a-f]{16}-\d+-[0-9a-f]{8}\.begun")

#: How often, and seconds after which, it is tried again to hold a file that somebody is looking at.
_LOOKS, _LOOK = 20, 0.005

#: After so many tries that led to nothing, a file is kept but not opened any more without being asked for.
MOST_TRIES = 2


class Found(NamedTuple):
    """Unsaved work of a program that is not running any more. `when` is that of its last edit, in seconds."""

    file: Path
    head: Head
    when: float
    tries: int

    @property
    def given_up(self) -> bool:
        return self.tries >= MOST_TRIES


def begin(folder: Path, path: str) -> tuple[Path, int]:
    """A new file for the work at a project, held by this process, under a name that nobody looks for yet.

    Two programs and two projects never share one. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    file = folder / f"{key}-{os.getpid()}-{secrets.token_hex(4)}.begun"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)
    descriptor = os.open(file, flags, 0o600)
    _hold(descriptor)
    return file, descriptor


def _hold(descriptor: int) -> None:
    """Hold a file of ours. Who looks just now whether it is held, holds it for that moment; nobody else ever does."""
    for _ in range(_LOOKS):
        if hold(descriptor):
            return
        time.sleep(_LOOK)


def publish(file: Path, descriptor: int) -> tuple[Path, int]:
    """The file is whole: give it the name under which it is found. Raises OSError."""
    target = file.with_suffix(_SUFFIX)
    if os.name == "nt":  # an open file cannot be renamed there
        os.close(descriptor)
        os.rename(file, target)
        descriptor = os.open(target, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        _hold(descriptor)
    else:
        os.rename(file, target)
        with contextlib.suppress(OSError):
            of_folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(of_folder)
            finally:
                os.close(of_folder)
    return target, descriptor


def unsaved_work(folder: Path) -> list[Found]:
    """What programs that ended without a word have left, the newest first; what one of them went on from is left out.

    What was begun and never became whole is swept away. Reads only the heads.
    """
    found: list[Found] = []
    with contextlib.suppress(OSError):
        for file in sorted(folder.iterdir()):
            if _BEGUN.fullmatch(file.name) and not is_held(file):
                remove(file)
            elif _NAME.fullmatch(file.name) and not is_held(file):
                head = read_head(file) or Head()
                with contextlib.suppress(OSError):
                    found.append(Found(file, head, file.stat().st_mtime, tries(file)))
    followed = {one.head.follows for one in found}
    kept = [one for one in found if one.file.name not in followed]
    return sorted(kept, key=lambda one: one.when, reverse=True)


def tries(file: Path) -> int:
    """How often it was tried to restore this, and never came to an end."""
    try:
        return _tries(file).stat().st_size
    except OSError:
        return 0


def try_begins(file: Path) -> None:
    """Count one more try, on the disk, before anything of it is read."""
    with contextlib.suppress(OSError), _tries(file).open("ab") as counted:
        counted.write(b"x")
        counted.flush()
        os.fsync(counted.fileno())


def try_did_not_count(file: Path) -> None:
    """It was only looked at, and that went well: what was counted before still counts."""
    with contextlib.suppress(OSError):
        os.truncate(_tries(file), max(tries(file) - 1, 0))


def try_ended_well(file: Path) -> None:
    """What was restored is on the screen: nothing is held against the file."""
    with contextlib.suppress(OSError):
        _tries(file).unlink()


def remove(file: Path) -> None:
    for one in (file, _tries(file)):
        with contextlib.suppress(OSError):
            one.unlink()


def _tries(file: Path) -> Path:
    return file.with_suffix(".tries")
