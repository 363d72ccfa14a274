"""The emotion curve under the keyboard: from a cell of its lane to its points, along them, up and down, and back.

While a point is in hand, the view stands on the point's cell; when it goes elsewhere, the point is let go of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journey_editor.layout.curve import across, value_at
from journey_editor.layout.look import CurveLook
from journey_editor.layout.result import Box
from journey_editor.session.feelings import Spot, set_feeling, take_feeling
from journey_editor.wording import tr

from . import accessible
from .curve_spots import Placed, curves, found, lane_of, look_of, of_box, open_spots, place_words, points, words
from .keys import POINT_KEYS, keys_of, meaning
from .marks import Bubble, HeldPoint, Mark, OpenPoint

if TYPE_CHECKING:
    from .view import MapView


class CurveHand:
    """The point of a curve that the keyboard has in hand, if any."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._spot: Spot | None = None

    @property
    def spot(self) -> Spot | None:
        """What is in hand; None as soon as the view stands elsewhere or the spot is gone."""
        spot = self._spot
        if spot is None or self._view.here != _cell(spot) or self._placed(spot) is None:
            return None
        return spot

    def take(self, spot: Spot) -> None:
        """Have this spot in hand from now on, and say what it is."""
        view = self._view
        self._spot = spot
        chosen = (spot.at,) if spot.at else ()
        view.session.select(chosen)
        view.here = _cell(spot)
        view.reveal(view.here)
        view.refresh()
        self._say()

    def take_box(self, box: Box) -> None:
        """The same for the box of a point."""
        there = of_box(self._view.map_layout, box)
        if there is not None:
            self.take(there.spot)

    def enter(self, cell: str) -> bool:
        """From a cell of an emotion lane to the first point in it, or to where one could be. False elsewhere."""
        lane, _, step = cell.partition("/")
        if lane_of(self._view.session, lane) is None:
            return False
        here = self._in(lane, step)
        if here:
            self.take(here[0].spot)
        else:
            self._view.refused.emit(tr("The map has no persona yet whose emotions could be shown"))
        return True

    def put(self, cell: str, x: float, y: float) -> bool:
        """Set a feeling where the mouse is in a cell, on the curve that is nearest there: the next touchpoint of the
        step that has none takes it, else a point is drawn. False where the cell is of no emotion lane."""
        view = self._view
        lane, _, step = cell.partition("/")
        row, column = view.map_layout.row(lane), view.map_layout.column(step)
        if lane_of(view.session, lane) is None or row is None or column is None:
            return False
        here = [p for p in self._in(lane, step) if not p.spot.expected]
        if not here:
            return self.enter(cell)
        near = min(here, key=lambda p: abs(p.x - x) + abs(p.y - y))
        share = (x - across(column, 0.0)) / (across(column, 1.0) - across(column, 0.0))
        spot = Spot(lane, step, near.spot.persona, position=round(min(max(share, 0.0), 1.0), 2))
        after = view.attempt(lambda: set_feeling(view.session, spot, value_at(row.h, y - row.y)))
        if after is not None:
            self.take(after)
        return True

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is meant for the point in hand, not for the commands that have it as their shortcut."""
        return self.spot is not None and self._meant(event) != ""

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means for the point in hand; False if there is none, or the key means nothing to it."""
        spot, meant, key = self.spot, self._meant(event), event.key()
        if spot is None or not meant:
            return False
        view = self._view
        view.keyboard_used = True
        ahead = key in (Qt.Key.Key_Up, Qt.Key.Key_Right)
        if meant == "feel":
            self._nudge(spot, 0.5 if ahead else -0.5)
        elif meant == "next_point":
            self._go(spot, 1 if ahead else -1)
        elif meant in ("next_curve", "curve_before"):
            self._turn(spot, 1 if meant == "next_curve" else -1)
        elif meant == "curve_end":
            self.take(self._curve(spot)[0 if key == Qt.Key.Key_Home else -1].spot)
        elif meant == "unfeel":
            self._remove(spot)
        elif meant == "set_point":
            self._enter(spot)
        else:
            self._spot = None
            view.hint_changed.emit("")
            view.stand_on(_cell(spot))
        return True

    def remove(self) -> bool:
        """Delete the point in hand. False if there is none."""
        spot = self.spot
        if spot is None:
            return False
        self._remove(spot)
        return True

    def marks(self) -> list[Mark]:
        """What shows the point in hand, and the open spots of a cell that the keyboard stands on."""
        view = self._view
        spot = self.spot
        if spot is not None:
            there = self._placed(spot)
            assert there is not None
            shown: list[Mark] = [open_mark(there, look_of(view.session, spot))] if there.open else []
            bubble = Bubble(there.x, there.y, words(view.session, spot, there.value))
            return [*shown, HeldPoint(there.x, there.y), bubble]
        return self.offers(view.here) if "/" in view.here and view.keyboard_used and view.hasFocus() else []

    def offers(self, cell: str) -> list[Mark]:
        """The open spots of a cell, to be set."""
        session = self._view.session
        return [open_mark(p, look_of(session, p.spot)) for p in open_spots(session, self._view.map_layout, cell)]

    # Keys -------------------------------------------------------------------------------------------------------

    @staticmethod
    def _meant(event: QKeyEvent) -> str:
        return meaning(event.key(), keys_of(event.modifiers()), POINT_KEYS)

    def _nudge(self, spot: Spot, by: float) -> None:
        there = self._placed(spot)
        assert there is not None
        value = min(max(there.value + by, -2.0), 2.0)
        merge = None if there.open else ("feeling", spot.at, spot.persona, spot.expected)
        after = self._view.attempt(lambda: set_feeling(self._view.session, spot, value, merge=merge))
        if after is not None:
            self.take(after)

    def _go(self, spot: Spot, by: int) -> None:
        curve = self._curve(spot)
        there = self._placed(spot)
        ahead = [p for p in curve if there is not None and (p.x - there.x) * by > 0.01]
        if ahead:
            self.take(ahead[0 if by > 0 else -1].spot)

    def _turn(self, spot: Spot, by: int) -> None:
        """To the next curve in the same step: persona by persona, experience before expectation."""
        there = list(dict.fromkeys(_curve_of(p.spot) for p in self._in(spot.lane, spot.step)))
        chosen = there[(there.index(_curve_of(spot)) + by) % len(there)]
        here = self._placed(spot)
        assert here is not None
        same = [p for p in self._in(spot.lane, spot.step) if _curve_of(p.spot) == chosen]
        self.take(min(same, key=lambda p: abs(p.x - here.x)).spot)

    def _remove(self, spot: Spot) -> None:
        there = self._placed(spot)
        if there is None or there.open:
            return
        near = [p for p in self._curve(spot) if p.spot != there.spot]
        self._view.attempt(lambda: take_feeling(self._view.session, there.spot))
        left = [p for p in self._in(spot.lane, spot.step) if _curve_of(p.spot) == _curve_of(spot)]
        rest = left or near
        if rest:
            self.take(min(rest, key=lambda p: abs(p.x - there.x)).spot)
        else:
            self._view.stand_on(_cell(spot))

    def _enter(self, spot: Spot) -> None:
        there = self._placed(spot)
        assert there is not None
        if there.open:
            after = self._view.attempt(lambda: set_feeling(self._view.session, spot, there.value))
            if after is not None:
                self.take(after)
        else:
            self._view.edit_wanted.emit(spot.at)

    # Where things are -------------------------------------------------------------------------------------------

    def _placed(self, spot: Spot) -> Placed | None:
        layout = self._view.map_layout
        there = found(layout, spot) if spot.at else None
        if there is not None:
            return there
        offered = open_spots(self._view.session, layout, _cell(spot))
        return next((p for p in offered if p.spot._replace(position=0) == spot._replace(position=0)), None)

    def _curve(self, spot: Spot) -> list[Placed]:
        """The points of the spot's curve and its open spots in all steps, from left to right."""
        view = self._view
        every = points(view.map_layout, spot.lane)
        for column in view.map_layout.columns:
            every += open_spots(view.session, view.map_layout, f"{spot.lane}/{column.step}")
        own = [p for p in every if _curve_of(p.spot) == _curve_of(spot)]
        return sorted(own, key=lambda p: p.x)

    def _in(self, lane: str, step: str) -> list[Placed]:
        """All points and open spots of a cell: persona by persona, experience before expectation, from the left."""
        view = self._view
        here = [p for p in points(view.map_layout, lane) if p.spot.step == step]
        here += open_spots(view.session, view.map_layout, f"{lane}/{step}")
        shown = lane_of(view.session, lane)
        order = [persona.id for persona, _ in curves(view.session, shown)] if shown is not None else []
        return sorted(here, key=lambda p: (order.index(p.spot.persona), p.spot.expected, p.x))

    def _say(self) -> None:
        view, spot = self._view, self._spot
        there = self._placed(spot) if spot is not None else None
        if spot is None or there is None:
            return
        feeling, place = words(view.session, spot, there.value), place_words(view.session, spot)
        if there.open:
            sentence = tr("No point yet at {place}; Enter sets {feeling}", place=place, feeling=feeling)
        else:
            sentence = tr("{feeling} at {place}", feeling=feeling, place=place)
        accessible.say(view, sentence)
        view.hint_changed.emit(sentence)


def open_mark(there: Placed, style: CurveLook, *, hot: bool = False) -> OpenPoint:
    """An open spot as the overlay shows it; `hot` under the pointer."""
    return OpenPoint(there.x, there.y, style.dot, style.color, hot)


def _cell(spot: Spot) -> str:
    return f"{spot.lane}/{spot.step}"


def _curve_of(spot: Spot) -> tuple[str, bool]:
    return spot.persona, spot.expected
