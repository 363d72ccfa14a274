"""Dragging a point of an emotion curve up and down; one that was drawn by hand also along its lane."""

from __future__ import annotations

from journey_editor.layout.curve import across, height_of, value_at
from journey_editor.layout.hit import column_at
from journey_editor.layout.result import Box
from journey_editor.session.feelings import Spot, felt, set_feeling
from journey_editor.wording import tr

from .curve_spots import Placed, found, lane_of, of_box, place_words, words
from .gesture import Gesture
from .marks import Bubble
from .names import signed
from .scene import NO_KEYS, Keys, Scene

_MIDDLE = 0.06  # so near to the middle of its step, a point goes there


class CurveDrag(Gesture):
    """A point on its way. `held` is where it is, for the keyboard to go on from; `preview` shows the curve with it."""

    under_heads = True

    def __init__(self, scene: Scene, start: Placed, x: float, y: float, *, drawn: bool) -> None:
        super().__init__(scene)
        self._start, self._drawn = start, drawn
        self._off = (start.x - x, start.y - y)
        self._value = start.value
        self.held = start.spot
        row = scene.layout.row(start.spot.lane)
        assert row is not None
        self._row = row
        self.follow(x, y)

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        session, row, start = self.scene.session, self._row, self._start
        value = value_at(row.h, y + self._off[1] - row.y)
        spot = self._moved(x + self._off[0]) if self._drawn else start.spot
        if (value, spot) != (self._value, self.held) or (start.open and self.preview is None):
            self._value, self.held = value, spot
            changed = start.open or (value, spot) != (start.value, start.spot)
            self.preview = felt(session.project, spot, value)[0] if changed else None
        where = self._across(spot) if self._drawn else start.x
        said, place = words(session, spot, value), place_words(session, spot)
        self.marks = (Bubble(where, row.y + height_of(row.h, value), said),)
        if start.open or value == start.value:
            self.hint = tr("{feeling} at {place}", feeling=said, place=place)
        else:
            was = signed(start.value)
            self.hint = tr("{feeling} at {place} (was {value})", feeling=said, place=place, value=was)

    def drop(self) -> None:
        if self._start.open or (self._value, self.held) != (self._start.value, self._start.spot):
            self.held = set_feeling(self.scene.session, self.held, self._value)

    def _moved(self, x: float) -> Spot:
        """The spot of a point drawn by hand that was led to x."""
        layout = self.scene.layout
        column = column_at(layout, x)
        if column is None or column.folds:
            return self.held
        left, right = across(column, 0.0), across(column, 1.0)
        position = min(max((x - left) / (right - left), 0.0), 1.0)
        if abs(position - 0.5) < _MIDDLE:
            position = 0.5
        return self._start.spot._replace(step=column.step, position=round(position, 2))

    def _across(self, spot: Spot) -> float:
        column = self.scene.layout.column(spot.step)
        assert column is not None
        return across(column, spot.position)


def drag_point(scene: Scene, box: Box, x: float, y: float, keys: Keys) -> Gesture:
    """The drag of the point that a box stands for; with Alt, of what was expected in the same place."""
    start = of_box(scene.layout, box)
    if start is None:
        return Gesture(scene)
    if keys.alt:
        start = found(scene.layout, start.spot._replace(expected=True)) or start
    lane = lane_of(scene.session, start.spot.lane)
    drawn = lane is not None and any(point.id == start.spot.at for point in lane.points)
    return CurveDrag(scene, start, x, y, drawn=drawn)
