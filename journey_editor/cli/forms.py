"""The kinds of files that an export can write, by the end of their name."""

from __future__ import annotations

import os
from pathlib import Path

from journey_editor import surroundings
from journey_editor.layout.written import Writer
from journey_editor.storage.problem import EXIT_SYSTEM, problem
from journey_editor.wording import tr

from .usage import UsageProblem

PICTURE = ".png"
SUFFIXES = (".pdf", ".svg", PICTURE)
#: Pixels per inch that can be asked for.
_RESOLUTIONS = (10.0, 2400.0)


def writer_for(target: Path, resolution: float | None) -> Writer | None:
    """What writes a file of this name; None for a PDF. Raises UsageProblem for a resolution that means nothing here,
    FileProblem where Qt, which paints pictures, lacks something of the system."""
    suffix = target.suffix.lower()
    if resolution is not None:
        if suffix != PICTURE:
            raise UsageProblem(tr("--resolution is for PNG files; PDF and SVG are sharp at any size."))
        least, most = _RESOLUTIONS
        if not least <= resolution <= most:
            raise UsageProblem(
                tr(
                    "--resolution: write a number from {least} to {most}, such as 200.",
                    least=f"{least:g}",
                    most=f"{most:g}",
                )
            )
    if suffix == ".svg":
        from journey_editor.export.svg import write_svg

        return write_svg
    if suffix == PICTURE:
        return _picture_writer(target, resolution)
    return None


def _picture_writer(target: Path, resolution: float | None) -> Writer:
    # A picture needs no display, not even where there is one.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if lacking := surroundings.window_problem(os.environ):
        raise problem(str(target), lacking, exit_code=EXIT_SYSTEM)
    from PySide6.QtGui import QGuiApplication

    from journey_editor.canvas.png import USUAL_RESOLUTION, png_writer

    global _application
    _application = QGuiApplication.instance() or QGuiApplication([])
    return png_writer(resolution or USUAL_RESOLUTION)


_application: object = None  # Qt's own, which has to stay as long as pictures are painted
