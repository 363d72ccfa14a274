"""Writing a file so that it is either the old one or the new one, whole, whatever happens in between.

The new bytes go into a file of their own beside the old one, down to the disk, and then take its name. Qt's QSaveFile
is not used: it ignores a failing fsync, does not sync the folder, and may truncate the old file first.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from socket import gethostname
from typing import NamedTuple

from journey_editor.wording import tr

from .alive import alive
from .problem import EXIT_SYSTEM, FileProblem, problem
from .system_words import failed_to_write

#: How long a file is waited for that a virus scanner or a sync client holds open (Windows), in seconds.
PATIENCE = 2.5
_PAUSE = 0.05

#: Windows says so: access denied, used by another process, locked.
_HELD = (5, 32, 33)

_TEMPORARY = re.compile(r"\.journey-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp")


def write_atomically(
    path: Path,
    data: bytes,
    *,
    sleep: Callable[[float], None] = time.sleep,
    last_look: Callable[[], None] = lambda: None,
) -> None:
    """Replaces (or makes) the file by one with these bytes. Raises FileProblem; the old file is then whole.

    A link is followed, the file's mode is kept, and a read-only file is refused. Other names of the file (hard links)
    keep the old bytes. `last_look` is called when all is written but the name not taken yet; what it raises comes out.
    `sleep` is called between tries for a file that somebody holds, so that tests of that take no time.
    """
    written = beside(path, data)
    try:
        last_look()
        _take_name(written.temporary, written.real, sleep)
    except OSError as error:
        if held(error):
            raise _kept_copy(written.temporary, written.real, written.shown) from error
        written.drop()
        raise failed_to_write(written.shown, error) from error
    except BaseException:
        written.drop()
        raise
    _sync_folder(written.real.parent, written.shown)


class Beside(NamedTuple):
    """A file of ours, safe on the disk, that is to take the name of the `real` one."""

    real: Path
    temporary: Path
    shown: str

    def take_name(self, sleep: Callable[[float], None] = time.sleep) -> None:
        """Become the real file. Raises OSError; the old one is then whole, and this one still there."""
        _take_name(self.temporary, self.real, sleep)

    def sync_folder(self) -> None:
        """Make the name last a power cut. Raises FileProblem."""
        _sync_folder(self.real.parent, self.shown)

    def drop(self) -> None:
        """Remove it, if it has not become the real file."""
        _remove(self.temporary)


def beside(path: Path, data: bytes) -> Beside:
    """The first half of `write_atomically`: all is on the disk, in a file beside. Raises FileProblem."""
    shown = str(path)
    try:
        real = Path(os.path.realpath(path))
        old = _status(real)
        _check(real, old, shown)
        sweep(real.parent)
        return Beside(real, _write_beside(real, data, old), shown)
    except OSError as error:
        raise failed_to_write(shown, error) from error


def kept_aside(real: Path) -> Path | None:
    """A second name in the same folder for a file, by which it can be brought back; None where there is none. Raises
    OSError."""
    if _status(real) is None:
        return None
    aside = _free_name(real.parent)
    try:
        os.link(real, aside)
    except OSError:  # a drive without links
        try:
            shutil.copy2(real, aside)
        except BaseException:
            _remove(aside)
            raise
    return aside


def held(error: OSError) -> bool:
    """Whether another program has the file open (Windows)."""
    return getattr(error, "winerror", None) in _HELD


def sweep(folder: Path) -> None:
    """Removes what processes of ours that were killed while writing left behind in a folder."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _TEMPORARY.fullmatch(entry.name)
            # the files of another machine on a shared drive may be in use there
            if match and match[1] == _host() and not alive(int(match[2])):
                _remove(Path(entry.path))


def _free_name(folder: Path) -> Path:
    """For a file that nobody else shall look at; `sweep` knows it."""
    return folder / f".journey-{_host()}-{os.getpid()}-{secrets.token_hex(4)}.tmp"


def _host() -> str:
    return sha256(gethostname().encode()).hexdigest()[:8]


def _status(file: Path) -> os.stat_result | None:
    try:
        return os.stat(file)
    except FileNotFoundError:
        return None


def _check(real: Path, old: os.stat_result | None, shown: str) -> None:
    """Refuses what `os.replace` would silently destroy."""
    if old is None:
        return
    if stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), shown)
    if not stat.S_ISREG(old.st_mode):
        raise problem(shown, tr("This is a device or pipe, not a file. Choose another name."))
    # root may write everything; the mode still says what the owner wants
    if not old.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(real, os.W_OK):
        raise problem(
            shown,
            tr("The file is read-only. Choose another name, or allow writing to it."),
            exit_code=EXIT_SYSTEM,
        )


def _write_beside(real: Path, data: bytes, old: os.stat_result | None) -> Path:
    """A new file in the folder of `real` with the bytes, safe on the disk."""
    temporary = _free_name(real.parent)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(temporary, flags, 0o666 if old is None else 0o600)
    try:
        try:
            if old is not None:
                _dress(descriptor, old)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        _remove(temporary)
        raise
    return temporary


def _dress(descriptor: int, old: os.stat_result) -> None:
    """Gives the new file the owner and the mode of the old one, as far as the system allows."""
    if hasattr(os, "fchown"):
        new = os.fstat(descriptor)
        if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
            with contextlib.suppress(OSError):
                os.fchown(descriptor, old.st_uid, old.st_gid)
    if hasattr(os, "fchmod"):
        with contextlib.suppress(PermissionError, NotImplementedError):  # drives without modes
            os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _take_name(temporary: Path, real: Path, sleep: Callable[[float], None]) -> None:
    tries = round(PATIENCE / _PAUSE)
    for left in reversed(range(tries)):
        try:
            os.replace(temporary, real)
            return
        except OSError as error:
            if left == 0 or not held(error):
                raise
            sleep(_PAUSE)


def _kept_copy(temporary: Path, real: Path, shown: str) -> FileProblem:
    """Keeps what was written under a name that a person can find, since the file itself is held by somebody else."""
    copy = temporary
    for n in range(1, 1000):
        free = real.with_name(f"{real.stem} ({n}){real.suffix}")
        if not free.exists():
            with contextlib.suppress(OSError):
                os.rename(temporary, free)
                copy = free
            break
    return problem(
        shown,
        tr(
            "Another program holds the file. Your work is saved as {copy}; close the other program and save again.",
            copy=copy.name,
        ),
        exit_code=EXIT_SYSTEM,
    )


def _sync_folder(folder: Path, shown: str) -> None:
    """Makes the new name last a power cut. The new file is in place already."""
    if os.name == "nt":  # folders cannot be opened there
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        # a folder that may be written but not read, and drives that cannot sync folders
        if error.errno not in (errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise failed_to_write(shown, error) from error


def _remove(file: Path) -> None:
    with contextlib.suppress(OSError):
        os.unlink(file)
