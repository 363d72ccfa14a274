"""Long work in steps, one at each turn of the event loop, so that the window never stands still for long."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Does what an iterator does, one step at a time. One work at a time: a new one takes the place of the last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Whether there are steps left."""
        return self._steps is not None

    def begin(self, steps: Iterator[object]) -> None:
        """Do these steps, beginning with the next turn."""
        self._steps = steps
        self._next.start()

    def stop(self) -> None:
        """Leave off where it is."""
        self._next.stop()
        self._steps = None

    def _step(self) -> None:
        steps = self._steps
        if steps is None:
            return
        try:
            next(steps)
        except StopIteration:
            if self._steps is steps:  # the last step may have begun something else
                self._steps = None
            return
        except BaseException:
            self._steps = None
            raise
        if self._steps is steps:
            self._next.start()
