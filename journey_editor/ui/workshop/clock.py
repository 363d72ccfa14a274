"""The time on the wall: large, quiet, and hidden if it makes the group nervous."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from journey_editor.wording import tr

from .countdown import Countdown

_TICK_MS = 250


class Clock(QLabel):
    """Counts down by itself. A click starts and pauses it."""

    def __init__(self, countdown: Countdown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.countdown = countdown
        self.wanted = True
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("wall", "clock")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.follow)

    def follow(self) -> None:
        """Show what is left."""
        state = self.countdown.state
        self.setVisible(self.wanted and state != "off")
        if state == "off":
            self._tick.stop()
            return
        running = self.countdown.running
        if running != self._tick.isActive():
            (self._tick.start if running else self._tick.stop)()
        shown = self.countdown.words if running or state == "over" else f"{self.countdown.words} ❚❚"
        if shown != self.text():
            self.setText(shown)
        if state != self.property("state"):
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)
            self.setAccessibleName(
                {
                    "running": tr("Time left"),
                    "soon": tr("The time is nearly up"),
                    "over": tr("The time is up"),
                    "paused": tr("Time left, paused"),
                }[state]
            )

    def toggle(self) -> None:
        """Start or pause."""
        self.countdown.toggle()
        self.follow()

    def toggle_shown(self) -> None:
        """Show or hide; hidden it counts on."""
        self.wanted = not self.wanted
        self.follow()

    def stop(self) -> None:
        self._tick.stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.toggle()
