"""What a file was when it was read or written, to tell later whether somebody else has changed, replaced, moved or
deleted it: sync clients and version control do all of these."""

from __future__ import annotations

import contextlib
import os
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple


class FileMark(NamedTuple):
    """The file on the disk, and the sha256 of what is in it."""

    device: int
    inode: int
    size: int
    modified: int
    sha256: str


class Seen(NamedTuple):
    """What became of a file; `path` is where it lies now, if it was moved within its folder."""

    what: Literal["same", "changed", "gone", "moved"]
    path: Path


def mark_of(status: os.stat_result, data: bytes) -> FileMark:
    """The mark of a file with these bytes."""
    return FileMark(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, sha256(data).hexdigest())


def mark_file(path: Path, data: bytes) -> FileMark | None:
    """The mark of a file into which these bytes were just written; None if it is gone already."""
    with contextlib.suppress(OSError):
        return mark_of(os.stat(path), data)
    return None


def look_at(path: Path, mark: FileMark) -> Seen:
    """What became of the file since it was marked. Reads it only if its date or place has changed.

    One that cannot be read counts as the same: a drive may be away for a moment, and saving will tell.
    """
    try:
        status = os.stat(path)
    except FileNotFoundError:
        moved = _moved(path, mark)
        return Seen("gone", path) if moved is None else Seen("moved", moved)
    except OSError:
        return Seen("same", path)
    if (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns) == mark[:4]:
        return Seen("same", path)
    return Seen("same" if sum_of(path) in (mark.sha256, None) else "changed", path)


def sum_of(path: Path) -> str | None:
    """The sha256 of what a file holds; None if it cannot be read."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        found = sha256()
        while part := file.read(2**20):
            found.update(part)
        return found.hexdigest()
    return None


def _moved(path: Path, mark: FileMark) -> Path | None:
    """The same file under another name in its folder."""
    with contextlib.suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            file = Path(entry.path)
            with contextlib.suppress(OSError):  # a link that leads nowhere must not end the search
                status = os.stat(file)
                same = (status.st_dev, status.st_ino, status.st_size) == mark[:3]
                if same and not entry.name.startswith(".") and sum_of(file) == mark.sha256:
                    return file
    return None
