"""Who has a project open: a small file beside it, so that two people do not work on one file without knowing.

It only warns; what keeps one from overwriting the other is looked for at each save (`marks`). A lock that a program of
this machine has left behind when it ended is taken over; any other is shown to the user, who decides.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path
from socket import gethostname
from typing import NamedTuple

from .alive import alive

_MOST_BYTES = 4096


class Holder(NamedTuple):
    """Who has a file open; all empty where the lock does not tell."""

    user: str = ""
    host: str = ""
    process: int = 0
    since: str = ""
    token: str = ""


class Lock:
    """A lock that is held here. Where the folder cannot be written, there is none, and nobody is kept from anything."""

    def __init__(self, file: Path | None, token: str) -> None:
        self._file, self._token = file, token

    @property
    def lost(self) -> bool:
        """Whether somebody has taken it over."""
        if self._file is None:
            return False
        holder = _read(self._file)
        return holder is not None and holder.token != self._token

    def release(self) -> None:
        """Let go, if it is still ours."""
        if self._file is not None:
            holder = _read(self._file)
            if holder is not None and holder.token == self._token:
                with contextlib.suppress(OSError):
                    self._file.unlink()
        self._file = None


def lock_file(path: Path) -> Path:
    """The lock of a file lies beside it, beside what a link leads to."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".~{real.name}.lock")


def take(path: Path, *, by_force: bool = False) -> Lock | Holder:
    """The lock of a file, or who has it. `by_force` takes it from whoever that is."""
    file = lock_file(path)
    me = Holder(
        _user(), gethostname(), os.getpid(), datetime.now(UTC).isoformat(timespec="seconds"), secrets.token_hex(8)
    )
    data = json.dumps(me._asdict()).encode()
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        holder = _read(file)
        if holder is not None and not by_force and not _left_behind(holder):
            return holder
        return _replaced(file, data, me)
    except OSError:
        return Lock(None, "")
    try:
        whole = os.write(descriptor, data) == len(data)
    except OSError:
        whole = False
    finally:
        os.close(descriptor)
    if not whole:  # a full disk: a lock that names nobody would stand in everybody's way, and no one would remove it
        with contextlib.suppress(OSError):
            file.unlink()
        return Lock(None, "")
    return Lock(file, me.token)


def holder_of(path: Path) -> Holder | None:
    """Who has a file open, or None; what was left behind does not count."""
    holder = _read(lock_file(path))
    return None if holder is None or _left_behind(holder) else holder


def _replaced(file: Path, data: bytes, me: Holder) -> Lock:
    """Takes a lock over. If two do so at once, one of them finds the other's in its place."""
    mine = file.with_name(f"{file.name}.{me.token}")
    try:
        mine.write_bytes(data)
        os.replace(mine, file)
    except OSError:
        with contextlib.suppress(OSError):
            mine.unlink()
        return Lock(None, "")
    return Lock(file, me.token)


def _left_behind(holder: Holder) -> bool:
    """Whether a program of this machine has left it that is not running any more; or it is of this program itself."""
    if holder.host != gethostname() or holder.process <= 0:
        return False
    return holder.process == os.getpid() or not alive(holder.process)


def _read(file: Path) -> Holder | None:
    """Who is named in a lock; an empty Holder if it says nothing, None if there is no lock."""
    try:
        with file.open("rb") as opened:
            data = opened.read(_MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError:
        return Holder()
    with contextlib.suppress(ValueError, TypeError, AttributeError):
        found = json.loads(data)
        process = found.get("process", 0)
        texts = {name: str(found.get(name, ""))[:200] for name in ("user", "host", "since", "token")}
        return Holder(process=process if type(process) is int and 0 < process < 2**31 else 0, **texts)
    return Holder()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
