"""What happens when the program itself goes wrong: it is written down, told, and the program goes on.

Qt calls `sys.excepthook` for an exception in a slot or an override; without a hook of our own it would only be printed.
"""

from __future__ import annotations

import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from journey_editor import __version__
from journey_editor.wording import tr

_LARGEST_LOG = 1_000_000  # bytes; a log that has grown beyond begins anew


class Faults:
    """The hook. `count` is how often it was called; `quiet` shows no dialog (for a run that nobody watches)."""

    def __init__(self, log: Path, *, quiet: bool = False) -> None:
        self.count = 0
        self._log = log
        self._quiet = quiet
        self._telling = False

    def install(self) -> None:
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """An exception that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.count += 1
        text = "".join(traceback.format_exception(kind, error, where))
        sys.stderr.write(text)
        kept = self._write(text)
        if self._quiet or self._telling:
            return  # one dialog at a time: a fault in every paint would open a hundred
        self._telling = True
        try:
            self._tell(text, kept)
        finally:
            self._telling = False

    def _write(self, text: str) -> bool:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._log.exists() and self._log.stat().st_size > _LARGEST_LOG
            with self._log.open("w" if fresh else "a", encoding="utf-8") as log:
                log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} {__version__}\n{text}\n")
        except OSError:
            return False
        return True

    def _tell(self, text: str, kept: bool) -> None:
        from journey_editor.ui.dialogs.messages import say

        words = tr("Your project is still open. Save it under another name to be safe, then start the program anew.")
        if kept:
            words += "\n\n" + tr("The details were written to {file}", file=self._log)
        say(QApplication.activeWindow(), tr("Something went wrong in the program"), words, text)
