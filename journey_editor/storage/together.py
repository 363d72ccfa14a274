"""Writing what was made for others to read: one file, or several that belong together such as the pages of a map. All
of them, or none."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Sequence
from pathlib import Path

from journey_editor.pulse import beat
from journey_editor.wording import tr

from .atomic import Beside, beside, held, kept_aside
from .problem import EXIT_SYSTEM, FileProblem, problem
from .system_words import failed_to_write


def write_together(files: Sequence[tuple[Path, bytes]]) -> None:
    """Replaces (or makes) each file. Raises FileProblem, or CalledOff at a beat; then those of before are there, and no
    others.

    First all are written beside, which is when a disk gets full; then they take their names, which needs no room.
    """
    written: list[Beside] = []
    try:
        for path, data in files:
            beat()
            written.append(beside(path, data))
        beat()  # the last moment to think otherwise
        _take_names(written)
    finally:
        for one in written:
            one.drop()


def _take_names(written: Sequence[Beside]) -> None:
    asides: dict[Path, Path | None] = {}
    taken: list[Path] = []
    try:
        for one in written:
            try:
                if len(written) > 1:  # one alone becomes the file or does not
                    asides[one.real] = kept_aside(one.real)
                one.take_name(_wait)
            except OSError as error:
                raise _held(one) if held(error) else failed_to_write(one.shown, error) from error
            taken.append(one.real)
        for last in {one.real.parent: one for one in written}.values():
            last.sync_folder()
    except BaseException:
        for real in reversed(taken if asides else []):
            aside = asides.pop(real)
            with contextlib.suppress(OSError):
                if aside is None:
                    real.unlink()
                else:
                    os.replace(aside, real)
        raise
    finally:
        for left in filter(None, asides.values()):
            with contextlib.suppress(OSError):
                left.unlink()


def _wait(seconds: float) -> None:
    beat()
    time.sleep(seconds)


def _held(one: Beside) -> FileProblem:
    return problem(
        one.shown,
        tr("Another program has this file open. Close it there, or choose another name."),
        exit_code=EXIT_SYSTEM,
    )
