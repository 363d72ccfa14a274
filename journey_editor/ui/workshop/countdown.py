"""The time of a workshop: so many minutes for each phase or for all, counted down, paused, and never loud."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Literal

For = Literal["none", "phase", "whole"]

#: The minutes that are offered, by what they are for.
USUAL: dict[For, tuple[int, ...]] = {
    "none": (0,),
    "phase": (5, 8, 10, 15, 20, 30),
    "whole": (30, 45, 60, 90, 120, 180),
}
_SOON = 60.0  # seconds before the end, or a tenth of short times


class Countdown:
    """`clock` gives seconds that only grow."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self.what: For = "none"
        self.minutes = 0
        self._left = 0.0  # seconds, when it last stood still
        self._since: float | None = None  # since when it runs

    @classmethod
    def read(cls, text: str, clock: Callable[[], float] = monotonic) -> Countdown:
        """From "phase:10", as the settings keep it; anything else is no time at all."""
        made = cls(clock)
        what, _, minutes = text.partition(":")
        if what in ("phase", "whole") and minutes.isdecimal() and 0 < int(minutes) <= 600:
            made.set(what, int(minutes))  # type: ignore[arg-type]  # one of the two
        return made

    def __str__(self) -> str:
        return f"{self.what}:{self.minutes}"

    def set(self, what: For, minutes: int) -> None:
        """So many minutes for that; it stands still until it is started."""
        self.what, self.minutes = what, minutes if what != "none" else 0
        self.restart(running=False)

    def restart(self, *, running: bool | None = None) -> None:
        """All the time again; it goes on running if it did, unless said otherwise."""
        run = self.running if running is None else running
        self._left = self.minutes * 60.0
        self._since = self._clock() if run and self.what != "none" else None

    @property
    def running(self) -> bool:
        return self._since is not None

    def toggle(self) -> None:
        """Start or pause."""
        if self.what == "none":
            return
        if self._since is None:
            self._since = self._clock()
        else:
            self._left, self._since = self.left, None

    def add(self, minutes: int) -> None:
        """More time, for now."""
        self._left += minutes * 60.0

    @property
    def left(self) -> float:
        """Seconds that are left; less than none when the time is up."""
        return self._left - (self._clock() - self._since if self._since is not None else 0.0)

    @property
    def state(self) -> Literal["off", "running", "paused", "soon", "over"]:
        if self.what == "none":
            return "off"
        if self.left <= 0:
            return "over"
        if not self.running:
            return "paused"
        return "soon" if self.left <= min(_SOON, self.minutes * 6.0) else "running"

    @property
    def words(self) -> str:
        """ "9:05", and "−0:30" half a minute after the end."""
        seconds = round(self.left)
        sign, seconds = ("−", -seconds) if seconds < 0 else ("", seconds)
        hours, rest = divmod(seconds, 3600)
        return f"{sign}{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{sign}{rest // 60}:{rest % 60:02}"
