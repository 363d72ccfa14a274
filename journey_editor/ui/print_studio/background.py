"""Work beside the window's thread, one at a time: composing pages and writing files.

The work is plain Python without Qt. Nothing of Qt crosses over: the window looks every few milliseconds whether there
is news, so a window that closes meanwhile leaves nobody behind who would call it.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from journey_editor import pulse

_LOOK_MS = 8
#: What a work is given at most to end once it is called off. It ends at its next beat, some milliseconds later; the
#: longest that it does between two beats is packing a large image.
_PATIENCE_S = 10.0


class _Work:
    """One piece of work in its thread. `news` has (kind, what): "beat", "made" or "failed", the last one ends it."""

    running = 0  # in the whole program
    _collected = True

    def __init__(self, do: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        self.news: SimpleQueue[tuple[str, Any]] = SimpleQueue()
        self.done, self.failed = done, failed
        self._do = do
        self._off = threading.Event()
        self._thread = threading.Thread(target=self._run, name="print-studio", daemon=True)

    def start(self) -> None:
        # The collector runs in whichever thread makes the next object: in this one it would take widgets apart.
        if _Work.running == 0:
            _Work._collected = gc.isenabled()
            gc.disable()
        _Work.running += 1
        self._thread.start()

    def call_off(self) -> None:
        self._off.set()

    def end(self) -> None:
        """Wait for the thread, which has nothing left to do but to return."""
        self._thread.join(_PATIENCE_S)
        _Work.running -= 1
        if _Work.running == 0 and _Work._collected:
            gc.enable()

    def _feel(self, done: int, whole: int) -> None:
        if self._off.is_set():
            raise pulse.CalledOff
        if whole:
            self.news.put(("beat", (done, whole)))

    def _run(self) -> None:
        try:
            with pulse.felt(self._feel):
                made = self._do()
        except pulse.CalledOff:
            self.news.put(("off", None))
        except Exception as problem:
            self.news.put(("failed", problem))
        else:
            self.news.put(("made", made))


class Background(QObject):
    """Does one work after the other; a new one calls off the one that runs."""

    called_off = Signal()  # by `stop`, and it has ended
    progress = Signal(int, int)  # so many parts of so many

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._now: _Work | None = None
        self._next: _Work | None = None
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._hear)
        if (program := QCoreApplication.instance()) is not None:  # the file must not be left half at the end of it
            program.aboutToQuit.connect(self.close)

    @property
    def busy(self) -> bool:
        return self._now is not None

    def begin(self, do: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """Run `do` beside the window; then call `done` with what it made, or `failed` with what went wrong. Neither is
        called for what was called off."""
        work = _Work(do, done, failed)
        if self._now is not None:
            self._now.call_off()
            self._next = work
            return
        self._now = work
        work.start()
        self._look.start()

    def stop(self) -> None:
        """Call off what runs and what waits. What is done before it hears of that is done, and says so."""
        self._next = None
        if self._now is not None:
            self._now.call_off()

    def close(self) -> None:
        """Call it off and wait for its end: after this no thread of ours runs."""
        self.stop()
        self._look.stop()
        if self._now is not None:
            self._now.end()
            self._now = None

    def finish(self) -> None:
        """Wait until all is done, without turning the event loop."""
        while self._now is not None:
            self._take(self._now, self._now.news.get())

    def _hear(self) -> None:
        work = self._now
        while work is not None and work is self._now:
            try:
                news = work.news.get_nowait()
            except Empty:
                return
            self._take(work, news)

    def _take(self, work: _Work, news: tuple[str, Any]) -> None:
        kind, what = news
        if kind == "beat":
            if self._next is None:
                self.progress.emit(*what)
            return
        work.end()
        self._now, self._next = self._next, None
        if self._now is not None:
            self._now.start()
            return  # what has just ended is not wanted any more
        self._look.stop()
        if kind == "made":
            work.done(what)
        elif kind == "failed":
            work.failed(what)
        else:
            self.called_off.emit()
