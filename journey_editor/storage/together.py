"""Writing several files that belong together, the pages of a map say: all of them, or none."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from .atomic import write_atomically
from .problem import FileProblem
from .system_words import failed_to_read


def write_together(files: Sequence[tuple[Path, bytes]]) -> None:
    """Replaces (or makes) each file. Raises FileProblem; then those of before are there again."""
    done: list[tuple[Path, bytes | None]] = []
    try:
        for path, data in files:
            # Of one file nothing has to be put back: it is written as a whole or not at all.
            before = _present(path) if len(files) > 1 else None
            write_atomically(path, data)
            done.append((path, before))
    except FileProblem:
        for path, before in reversed(done):
            with contextlib.suppress(FileProblem, OSError):
                if before is None:
                    path.unlink()
                else:
                    write_atomically(path, before)
        raise


def _present(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise failed_to_read(str(path), error) from error
