"""The log of errors in the user's folder: a few files of bounded size, the newest first."""

from __future__ import annotations

import faulthandler
import os
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

_LARGEST = 1_000_000  # bytes; a log that has grown beyond is put aside
_PUT_ASIDE = 3  # logs


class FaultLog:
    """Writes entries; a log that cannot be written is no error of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._crashes: TextIOWrapper | None = None

    def write(self, head: str, text: str) -> bool:
        """Add an entry with the time; whether it was written."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._rotate()
            with self.path.open("a", encoding="utf-8", errors="backslashreplace") as log:
                log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} {head}\n{text}\n")
        except OSError:
            return False
        return True

    def watch_for_crashes(self) -> None:
        """Have Python say where it was when Qt or the system end the process; the next start puts that into the log."""
        crashes = self.path.with_suffix(".crash")
        try:
            crashes.parent.mkdir(parents=True, exist_ok=True)
            if crashes.exists() and crashes.stat().st_size:
                self.write("the run before ended at:", crashes.read_text(encoding="utf-8", errors="replace")[:20_000])
            self._crashes = crashes.open("w", encoding="utf-8")
            faulthandler.enable(self._crashes)
        except OSError:
            return

    def aside(self) -> list[Path]:
        """The older logs, newest first, whether they exist or not."""
        return [self.path.with_name(f"{self.path.name}.{n}") for n in range(1, _PUT_ASIDE + 1)]

    def _rotate(self) -> None:
        if not self.path.exists() or self.path.stat().st_size <= _LARGEST:
            return
        names = [self.path, *self.aside()]
        for older, newer in zip(reversed(names), reversed(names[:-1]), strict=False):
            if newer.exists():
                os.replace(newer, older)
