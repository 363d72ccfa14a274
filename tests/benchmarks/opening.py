"""The editor, started with a file, until all of the map is laid out and drawn and the panels are filled.

Run as a script: prints the memory that it then has (MiB), and the longest turn of the event loop meanwhile (ms of CPU:
on the clock, whatever else the machine does would count).
"""

from __future__ import annotations

import os
import sys
from time import perf_counter, process_time

from PySide6.QtCore import QTimer

from journey_editor import app
from journey_editor.cli import main
from journey_editor.ui.main_window import MainWindow

_EVERY_MS = 1
_QUIET = 2.5  # seconds that nothing more may come in the end: the small picture for the list of files comes after 2


class Watched(MainWindow):
    """Looks at the clock at every turn of the event loop, from its first paint on."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self._beat = QTimer(self, interval=_EVERY_MS)
        self._beat.timeout.connect(self._look)
        self._last = self._done_at = self._longest = 0.0
        self.painted.connect(self._begin)  # heard before the file is opened, as it is connected first

    def _begin(self) -> None:
        self._last = process_time()
        self._beat.start()

    def _look(self) -> None:
        turn = process_time()
        self._longest = max(self._longest, turn - self._last)
        self._last, now = turn, perf_counter()
        if self._workspace is None or not self._workspace.panels.filled:
            return
        view = self._workspace.view
        if not (view.shown_layout.complete and view.picture.complete and view.laid_out.sharp()):
            self._done_at = 0.0
        elif not self._done_at:
            self._done_at = now
        elif now - self._done_at > _QUIET:
            self._say()

    def _say(self) -> None:
        from figure import resident_mb  # beside this script

        print(resident_mb(), self._longest * 1e3, flush=True)
        os._exit(0)


if __name__ == "__main__":
    app.MainWindow = Watched  # type: ignore[misc]
    sys.exit(main(sys.argv[1:]))
