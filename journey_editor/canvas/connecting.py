"""Drawing a path with the keyboard: from a card on, arrows choose the touchpoint where it ends, and Enter draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journey_editor.layout.result import Box
from journey_editor.layout.route import sketched
from journey_editor.session import path_acts
from journey_editor.wording import tr

from . import accessible
from .keys import CONNECT_KEYS, keys_of, meaning
from .marks import Mark, Sketch, Target
from .names import name_of
from .pulling import is_touchpoint

if TYPE_CHECKING:
    from .view import MapView

_ASIDE = 3.0  # how much farther a touchpoint seems that lies aside of where an arrow key points


class Connecting:
    """The path that is being drawn with the keyboard, if any."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._source = ""
        self._target = ""

    @property
    def active(self) -> bool:
        return bool(self._source)

    def begin(self, source: str) -> bool:
        """Begin at a card. False, with a sentence said, if no path can begin there or there is nowhere to lead it."""
        view = self._view
        self.cancel()
        if not is_touchpoint(view.session, source) or view.map_layout.card(source) is None:
            view.refused.emit(tr("Paths join touchpoints only"))
            return False
        self._source = source
        others = self._others()
        here = view.map_layout.card(source)
        if not others or here is None:
            self._source = ""
            view.refused.emit(tr("There is no other touchpoint yet"))
            return False
        right = [box for box in others if box.x > here.x]
        self._aim(min(right or others, key=lambda box: _away(here, box)))
        return True

    def cancel(self) -> bool:
        """Draw nothing. False if nothing was being drawn."""
        if not self._source:
            return False
        self._source = self._target = ""
        self._view.hint_changed.emit("")
        self._view.refresh()
        return True

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is meant for the path that is being drawn."""
        return self.active and meaning(event.key(), keys_of(event.modifiers()), CONNECT_KEYS) != ""

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means while a path is being drawn; False if none is, or the key means nothing then."""
        if not self.claims(event):
            return False
        meant = meaning(event.key(), keys_of(event.modifiers()), CONNECT_KEYS)
        if meant == "aim":
            self._turn(event.key())
        elif meant in ("aim_next", "aim_before"):
            self._next(1 if meant == "aim_next" else -1)
        elif meant == "connect":
            self._connect()
        else:
            self.cancel()
            accessible.say(self._view, tr("No path was drawn"))
        return True

    def marks(self) -> list[Mark]:
        """The path as it would run, and the card where it would end."""
        box = self._view.map_layout.card(self._target) if self._source else None
        if box is None:
            return []
        target = Target(box.x, box.y, box.w, box.h, True)
        return [target, Sketch(sketched(self._view.map_layout, self._source, self._target))]

    def _others(self) -> list[Box]:
        """All other touchpoints on the map, in reading order."""
        view = self._view
        kinds = {row.lane: row.block.kind for row in view.map_layout.rows}
        return [
            box
            for row in view.map_layout.rows
            if kinds[row.lane] == "touchpoints"
            for cell in row.block.cells
            for box in view.map_layout.cards_in(row.lane, cell.block.step)
            if box.id != self._source
        ]

    def _aim(self, box: Box) -> None:
        view = self._view
        self._target = box.id
        view.reveal(box.id)
        view.refresh()
        name, other = name_of(view.session, self._source), name_of(view.session, box.id)
        sentence = tr("Path from “{name}” to “{other}”: Enter draws it, Escape does not", name=name, other=other)
        accessible.say(view, sentence)
        view.hint_changed.emit(sentence)

    def _turn(self, key: int) -> None:
        """To the nearest touchpoint in the direction of an arrow key."""
        here = self._view.map_layout.card(self._target)
        if here is None:
            return
        down, ahead = key in (Qt.Key.Key_Up, Qt.Key.Key_Down), key in (Qt.Key.Key_Right, Qt.Key.Key_Down)
        found: list[tuple[float, Box]] = []
        for box in self._others():
            dx, dy = _middle(box)[0] - _middle(here)[0], _middle(box)[1] - _middle(here)[1]
            along, aside = (dy, dx) if down else (dx, dy)
            along = along if ahead else -along
            if along > 1.0:
                found.append((along + _ASIDE * abs(aside), box))
        if found:
            self._aim(min(found, key=lambda each: each[0])[1])

    def _next(self, by: int) -> None:
        others = self._others()
        ids = [box.id for box in others]
        if ids:
            at = ids.index(self._target) if self._target in ids else 0
            self._aim(others[(at + by) % len(others)])

    def _connect(self) -> None:
        view, source, target = self._view, self._source, self._target
        self.cancel()
        made = view.attempt(lambda: path_acts.connect(view.session, source, target))
        if made is not None:
            view.stand_on(made)
            view.path_wanted.emit(made)


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.w / 2, box.y + box.h / 2


def _away(a: Box, b: Box) -> float:
    (ax, ay), (bx, by) = _middle(a), _middle(b)
    return abs(ax - bx) + abs(ay - by)
