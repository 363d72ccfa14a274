"""What a user would answer: dialogs, menus and file choosers that open are used for a moment, and closed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget
from shiboken6 import isValid

_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_Up, Qt.Key.Key_Backtab)
_MOST_POKES = 6


class Answers(QObject):
    """Pokes at whatever waits for an answer, from within the loop in which it waits, until it is gone."""

    def __init__(self, turns: Random) -> None:
        super().__init__()
        self._turns = turns
        self._pokes = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.poke)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def poke(self) -> None:
        """One key or a click for what is in front."""
        waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if waiting is None:
            self._pokes = 0
            return
        self._pokes += 1
        if self._pokes > 2 * _MOST_POKES:
            raise AssertionError(f"{type(waiting).__name__} {waiting.windowTitle()!r} cannot be closed")
        if self._pokes > _MOST_POKES:
            waiting.reject() if isinstance(waiting, QDialog) else waiting.close()
        elif isinstance(waiting, QMenu):
            self._choose(waiting)
        else:
            self._type(waiting)

    def _choose(self, menu: QMenu) -> None:
        """One of the entries, or none; nothing that ends the run or leaves the project."""
        ready = [
            action
            for action in menu.actions()
            if action.isEnabled() and not action.menu() and not action.objectName().startswith(("file.", "help."))
        ]
        menu.close()
        if ready and self._turns.random() < 0.7:
            # Not from here: what it opens would wait for this very timer.
            QTimer.singleShot(0, self._turns.choice(ready).trigger)

    def _type(self, widget: QWidget) -> None:
        chance = self._turns.random()
        key = Qt.Key.Key_Return if chance < 0.2 else Qt.Key.Key_Escape if chance < 0.4 else self._turns.choice(_KEYS)
        target = widget.focusWidget() or widget
        # Not from here: a dialog that the key opens would wait for this very timer.
        QTimer.singleShot(0, target, lambda: isValid(target) and QTest.keyClick(target, key))


@contextmanager
def no_file_chooser(turns: Random, folder: Path) -> Iterator[None]:
    """While this lasts, the system's file choosers answer by themselves."""

    def save(*_arguments: object, **_fields: object) -> tuple[str, str]:
        return (str(folder / "chosen.journey"), "") if turns.random() < 0.3 else ("", "")

    def nothing(*_arguments: object, **_fields: object) -> tuple[str, str]:
        return "", ""

    patches = (("getSaveFileName", save), ("getOpenFileName", nothing))
    before = [(name, QFileDialog.__dict__[name]) for name, _ in patches]
    for name, made in patches:
        setattr(QFileDialog, name, staticmethod(made))
    try:
        yield
    finally:
        for name, original in before:
            setattr(QFileDialog, name, original)
