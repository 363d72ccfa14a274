"""Two maps side by side: which point of one stands where a point of the other does, so that they scroll together.

Columns and rows that are a pair lie at the same place, as far as they are in the same order; what lies between is
stretched. So both maps begin and end together, however much was added to one of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from journey_editor.model.moves import out_of_order

from .result import Layout

#: (place in the first map, place in the second), both growing.
_Stops = tuple[tuple[float, float], ...]


class Across:
    """The way from the first map's layout to the second's, and back."""

    def __init__(self, before: Layout, after: Layout, pairs: Mapping[str, str]) -> None:
        left = {column.step: (column.x, column.x + column.w) for column in before.columns}
        right = {column.step: (column.x, column.x + column.w) for column in after.columns}
        self._x = _stops(left, right, pairs, before.width, after.width)
        upper = {row.lane: (row.y, row.y + row.h) for row in before.rows}
        lower = {row.lane: (row.y, row.y + row.h) for row in after.rows}
        self._y = _stops(upper, lower, {**pairs, "": ""}, before.height, after.height)

    def there(self, x: float, y: float) -> tuple[float, float]:
        """From the first map to the second."""
        return _led(self._x, x), _led(self._y, y)

    def back(self, x: float, y: float) -> tuple[float, float]:
        """From the second map to the first."""
        return _led(_turned(self._x), x), _led(_turned(self._y), y)


def _stops(
    before: Mapping[str, tuple[float, float]],
    after: Mapping[str, tuple[float, float]],
    pairs: Mapping[str, str],
    end: float,
    other_end: float,
) -> _Stops:
    both = [key for key in before if pairs.get(key) in after]
    order = {pairs[key]: n for n, key in enumerate(both)}
    moved = set(out_of_order([pairs[key] for key in both], [key for key in after if key in order]))
    found = [(0.0, 0.0)]
    for key in both:
        if pairs[key] not in moved:  # what moved to another place scrolls with its neighbours
            found += zip(before[key], after[pairs[key]], strict=True)
    return (*found, (end, other_end))


def _turned(stops: _Stops) -> _Stops:
    return tuple((b, a) for a, b in stops)


def _led(stops: _Stops, value: float) -> float:
    """A place led over, in proportion between the stops around it; beyond them, as far beyond."""
    at = bisect_right(stops, value, key=lambda stop: stop[0])
    if at == 0:
        return value - stops[0][0] + stops[0][1]
    if at == len(stops):
        return value - stops[-1][0] + stops[-1][1]
    (a1, b1), (a2, b2) = stops[at - 1], stops[at]
    return b1 + (value - a1) / (a2 - a1) * (b2 - b1)
