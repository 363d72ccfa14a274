"""What happens when the program itself goes wrong: unsaved work is written down, the error is put into a log and told
once, and the program goes on.

Qt calls `sys.excepthook` for an exception in a slot or an override; without a hook of our own it would only be printed.
"""

from __future__ import annotations

import sys
import threading
import traceback
from collections import Counter
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QThread,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from journey_editor.ui.fault_log import FaultLog
from journey_editor.ui.fault_words import harmless, machine, place_of
from journey_editor.wording import tr, trn

#: Each error is told once. Who was told of so many different ones knows that something is wrong.
_MOST_TOLD = 5
_WRITTEN_IN_FULL = 3  # times; after that an error that comes with every paint would fill the log
_MOST_QT_MESSAGES = 200
_LONGEST_QT_MESSAGE = 300


class Faults(QObject):
    """The hooks. `count` is how often they were called; `quiet` shows no dialog (for a run that nobody watches)."""

    _to_tell = Signal(str)

    def __init__(self, log: Path, *, quiet: bool = False) -> None:
        super().__init__()
        self.count = 0
        self.log = FaultLog(log)
        self._quiet = quiet
        self._times: Counter[str] = Counter()
        self._told = 0
        self._telling = False
        self._in_log = False
        self._qt_messages: Counter[str] = Counter()
        self._lock = threading.Lock()
        # From other threads, and out of the middle of a paint, the dialog has to wait for the event loop.
        self._to_tell.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over all that Python and Qt would only print."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread
        sys.unraisablehook = self._take_unraisable
        qInstallMessageHandler(self._take_from_qt)

    def take(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """An exception that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self._say_in_terminal("".join(traceback.format_exception(kind, error, where)))
        details = f"{machine()}\n\n{harmless(error, where)}"
        with self._lock:
            self.count += 1
            key = place_of(error, where)
            self._times[key] += 1
            times = self._times[key]
            if times <= _WRITTEN_IN_FULL:
                self._in_log = self.log.write("an error of the program", details)
            elif str(times).strip("0") == "1":  # the 10th, 100th, 1000th time
                self.log.write(f"for the {times}th time:", key)
        if times > 1:
            return  # a fault in every paint would open a hundred dialogs
        app = QCoreApplication.instance()
        here = app is not None and app.thread() is QThread.currentThread()
        if here and QThread.currentThread().loopLevel() == 0:
            self._tell(details)  # before the event loop begins or after it has ended
        else:
            if here:
                _write_work_down()  # the next error may be the last one
            self._to_tell.emit(details)

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and args.exc_type is not SystemExit:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def _take_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def _take_from_qt(self, kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
        """What Qt complains of. Nobody is told, but a report is better with it."""
        self._say_in_terminal(text + "\n")
        text = text[:_LONGEST_QT_MESSAGE]
        if kind == QtMsgType.QtFatalMsg:
            _write_work_down()  # Qt ends the process when this returns
        elif kind not in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg):
            return
        with self._lock:
            self._qt_messages[text] += 1
            if self._qt_messages[text] == 1 and len(self._qt_messages) <= _MOST_QT_MESSAGES:
                self.log.write("Qt says", text)

    def _say_in_terminal(self, text: str) -> None:
        if sys.stderr is not None:  # there is none in a program with a window on Windows
            sys.stderr.write(text)

    def _tell(self, details: str) -> None:
        kept = _write_work_down()
        if self._quiet or self._telling or self._told >= _MOST_TOLD:
            return  # one dialog at a time; it says how many errors there were
        self._telling = True
        self._told += 1
        try:
            self._show(details, kept)
        finally:
            self._telling = False

    def _show(self, details: str, kept: bool) -> None:
        from journey_editor.ui.dialogs.fault import FaultMessage

        if kept:
            words = tr("Your work is kept, also what is not saved yet. You can go on; save it soon.")
        else:
            words = tr(
                "Your project is still open. Save it under another name to be safe, then start the program anew."
            )
        if self._in_log:
            words += "\n\n" + tr("The details were written to {file}", file=self.log.path)
        more = self.count - self._told
        if more > 0:
            words += "\n" + trn("({n} more error since the start.)", "({n} more errors since the start.)", more)
        FaultMessage(QApplication.activeWindow(), words, details).exec()


def _write_work_down() -> bool:
    """Whether unsaved work was written down."""
    from journey_editor.session import rescue  # the session comes after the first paint

    return rescue.write_all()
