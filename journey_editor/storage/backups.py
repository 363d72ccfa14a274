"""The last saves of each project, in a folder of the user's: what an honest save has overwritten can be had again.

A backup is a plain project file under the moment of the save and the beginning of its sha256. Of each project some ten
are kept: the last ones, and of the older ones fewer the older they are.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from .files import FileProblem, read_marked

_NAME = re.compile(r"(\d{8}T\d{6}Z)-([0-9a-f]{8})\.journey")
_MOMENT = "%Y%m%dT%H%M%SZ"
_PATH = "path.txt"

MOST = 10
#: So many of the last are kept whatever their age, and the very first one that there is.
_LAST = 4


class Backup(NamedTuple):
    """One save. `when` is in UTC."""

    file: Path
    when: datetime
    size: int


def folder_for(root: Path, path: Path) -> Path:
    """Where the backups of a file lie: by its path, so that two files of one name never share them."""
    key = sha256(str(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return root / key


def keep(root: Path, path: Path, data: bytes, when: datetime) -> Backup | None:
    """Keep what was in a file at a moment; None if that is the last backup already. Raises OSError."""
    folder = folder_for(root, path)
    mark = sha256(data).hexdigest()[:8]
    there = backups(root, path)
    if there and there[0].file.stem.endswith(mark):
        return None
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    when = when.astimezone(UTC).replace(microsecond=0)
    file = folder / f"{when.strftime(_MOMENT)}-{mark}.journey"
    _write(file, data)
    if not (folder / _PATH).exists():
        _write(folder / _PATH, str(path.absolute()).encode("utf-8", "surrogatepass"))
    made = Backup(file, when, len(data))
    kept = (made, *(one for one in there if one.file != file))
    for old in thinned(kept, max(one.when for one in kept)):
        with contextlib.suppress(OSError):
            old.file.unlink()
    return made


def keep_what_is_there(root: Path, path: Path) -> None:
    """Keep what a file holds before it is overwritten, unless it was kept when it was saved. Raises OSError.

    What cannot be read, or is no file of a size that a project may have, is passed over: saving says what is wrong.
    """
    try:
        data, mark = read_marked(path)
    except FileProblem:
        return
    if data and all(not one.file.stem.endswith(mark.sha256[:8]) for one in backups(root, path)):
        keep(root, path, data, _moment(mark.modified))


def _moment(nanoseconds: int) -> datetime:
    """A date of a file; now, where it lies beyond all calendars."""
    try:
        return datetime.fromtimestamp(nanoseconds // 10**9, UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.now(UTC)


def backups(root: Path, path: Path) -> tuple[Backup, ...]:
    """The backups of a file, the newest first."""
    found = []
    with contextlib.suppress(OSError), os.scandir(folder_for(root, path)) as entries:
        for entry in entries:
            match = _NAME.fullmatch(entry.name)
            with contextlib.suppress(ValueError, OSError):
                if match:
                    when = datetime.strptime(match[1], _MOMENT).replace(tzinfo=UTC)
                    found.append(Backup(Path(entry.path), when, entry.stat().st_size))
    return tuple(sorted(found, key=lambda one: (one.when, one.file.name), reverse=True))


def thinned(found: Iterable[Backup], now: datetime) -> list[Backup]:
    """Which of them are not kept, so that the others lie the farther apart, the older they are."""
    ordered = sorted(found, key=lambda one: one.when, reverse=True)
    gone = []
    while len(ordered) > MOST:
        # the one whose neighbours are closest to each other, seen from now: its loss leaves the smallest gap
        spare = min(range(_LAST, len(ordered) - 1), key=lambda n: _gap(ordered, n, now))
        gone.append(ordered.pop(spare))
    return gone


def _gap(ordered: list[Backup], at: int, now: datetime) -> float:
    """How large the gap would be without one of them, measured by how long ago it was."""
    age = max((now - ordered[at].when).total_seconds(), 1.0)
    return (ordered[at - 1].when - ordered[at + 1].when).total_seconds() / age


def _write(file: Path, data: bytes) -> None:
    """Whole or not at all; a backup is no promise that a power cut must not break."""
    temporary = file.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, file)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
