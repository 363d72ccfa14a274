"""What has to hold whatever is done, and how it is found out."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QRect, QtMsgType, qInstallMessageHandler

from journey_editor.canvas.paint import MapPainter
from journey_editor.canvas.picture import MARGIN
from journey_editor.canvas.sheet import Colors
from journey_editor.canvas.view import MapView
from journey_editor.layout.compose import Layouter
from journey_editor.model.invariants import problems
from journey_editor.session.session import Session
from journey_editor.storage.codec import decode, encode
from tests.canvas.pictures import image_of, sheet_from_scratch, stale


class Watch:
    """Hears of every warning of Qt and of every exception that nobody caught."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._before = sys.excepthook, sys.unraisablehook

    def begin(self) -> None:
        qInstallMessageHandler(self._qt)
        sys.excepthook = self._exception
        sys.unraisablehook = lambda gone: self._exception(gone.exc_type, gone.exc_value, gone.exc_traceback)

    def end(self) -> None:
        qInstallMessageHandler(None)
        sys.excepthook, sys.unraisablehook = self._before

    def _qt(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        # The offscreen platform has no say over windows, and says so; a note is no warning (which font lacks a script).
        if kind != QtMsgType.QtInfoMsg and "This plugin does not support" not in text:
            self.heard.append(f"{kind.name}: {text}")

    def _exception(self, kind: type[BaseException], error: BaseException | None, where: TracebackType | None) -> None:
        import traceback

        self.heard.append("".join(traceback.format_exception(kind, error, where)))


def check_project(session: Session) -> None:
    """The invariants hold, and saving and opening again gives an equal project."""
    assert problems(session.project) == ()
    data = encode(session.project, session.images)
    loaded = decode(data, "soak")
    assert loaded.project == session.project, "saving changed the project"
    assert encode(loaded.project, loaded.images) == data, "saving twice gives two files"


def check_canvas(view: MapView) -> None:
    """The canvas shows what one that is built anew would show."""
    view.in_place.cancel()
    view.mouse.cancel()
    view.settle()
    session = view.session
    lit = session.filtering.lit(session.project, session.map_id)
    fresh = Layouter().layout(session.project, session.map_id, language=session.language, lit=lit, dotted=True)
    sheet = view.picture.sheet
    colors = Colors(sheet._colors.desk.name(), sheet._colors.edge.name())
    wanted = sheet_from_scratch(fresh, sheet.scale, sheet.origin, sheet.size, MapPainter(view.images), colors)
    shown = image_of(sheet)
    wrong = stale(shown, wanted) & QRect(MARGIN, MARGIN, sheet.size.width(), sheet.size.height())
    if not wrong.isEmpty():
        at = wrong.boundingRect().topLeft()
        is_and_should = shown.pixelColor(at).name(), image_of(wanted).pixelColor(at).name()
        raise AssertionError(
            f"{wrong.rectCount()} places are out of date, around {wrong.boundingRect()}: {is_and_should}"
        )
