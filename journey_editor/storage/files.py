"""Projects in files: reading one, and saving one so that a failure leaves the old file whole."""

from __future__ import annotations

import os
import stat
from collections.abc import Generator, Mapping
from pathlib import Path

from journey_editor.model.project import Project
from journey_editor.wording import tr

from .assets import without_unused
from .atomic import write_atomically
from .codec import Loaded, decode, decoding, encode
from .file_names import SUFFIX
from .jsontext import MOST_BYTES, check_size
from .marks import FileMark, mark_of
from .problem import FileProblem, problem
from .system_words import failed_to_read

__all__ = ["SUFFIX", "FileProblem", "Loaded", "load", "loading", "save", "write_atomically"]


def load(path: Path) -> Loaded:
    """Reads a project. Raises FileProblem."""
    data, mark = read_marked(path)
    return decode(data, str(path))._replace(mark=mark)


def loading(path: Path) -> Generator[None, None, Loaded]:
    """What `load` does, in steps."""
    data, mark = read_marked(path)
    yield
    return (yield from decoding(data, str(path)))._replace(mark=mark)


def read(path: Path) -> bytes:
    """The bytes of a file that is not larger than a project may be. Raises FileProblem."""
    return read_marked(path)[0]


def read_marked(path: Path) -> tuple[bytes, FileMark]:
    """The bytes of a file, and what it was meanwhile. Raises FileProblem."""
    name = str(path)
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise problem(name, tr("This is a device or pipe, not a file. Choose a file."))
            check_size(status.st_size, name)
            data = file.read(MOST_BYTES + 1)  # it may be growing
    except OSError as error:
        raise failed_to_read(name, error) from error
    return data, mark_of(status, data)


def save(path: Path, project: Project, images: Mapping[str, bytes]) -> bytes:
    """Writes a project, and gives back what is in the file now. Images that nothing in it shows are left out.

    Raises FileProblem.
    """
    data = written(path, project, images)
    write_atomically(path, data)
    return data


def written(path: Path, project: Project, images: Mapping[str, bytes]) -> bytes:
    """What `save` would write. Raises FileProblem for a project that could not be opened again."""
    data = encode(without_unused(project), images)
    check_size(len(data), str(path))
    return data


def _without_waiting(name: str, flags: int) -> int:
    # opening a pipe that nobody writes to would wait for ever
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
