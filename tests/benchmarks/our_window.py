"""The editor, started as a user starts it, with or without a file. Run as a script: prints the CPU seconds of this
process once the window was painted or, with a file, once the whole map in view is sharp."""

from __future__ import annotations

import os
import sys
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from journey_editor.ui.main_window import MainWindow


def say() -> None:
    print(process_time(), flush=True)
    os._exit(0)  # taking the window down is none of the start


def main(arguments: list[str]) -> int:
    from journey_editor.cli import main as editor

    if arguments:
        _watch_map()
    else:
        _watch_window()
    return editor(arguments)


def _watch_window() -> None:
    from journey_editor.ui import main_window

    class Watched(main_window.MainWindow):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments)  # type: ignore[arg-type]
            self.painted.connect(say)

    _use(Watched)


def _watch_map() -> None:
    """Says when a frame has everything in view sharp, with all its cards, once the map was fitted into the view."""
    from journey_editor.canvas.view import MapView
    from journey_editor.ui.workspace import Workspace

    begin, paint = Workspace.begin, MapView.paintEvent
    fitted: list[Workspace] = []

    def watched_begin(workspace: Workspace) -> None:
        begin(workspace)
        fitted.append(workspace)

    def watched_paint(view: MapView, event: QPaintEvent) -> None:
        paint(view, event)
        if fitted and view.laid_out.sharp():
            say()

    Workspace.begin = watched_begin  # type: ignore[method-assign]
    MapView.paintEvent = watched_paint  # type: ignore[method-assign]


def _use(window: type[MainWindow]) -> None:
    from journey_editor import app

    app.MainWindow = window  # type: ignore[misc]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
