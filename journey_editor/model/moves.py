"""Which things of a row moved when it was put in another order: as few as can be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def out_of_order(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Of two orders of the same ids: those that moved, in the order of `after`. The others are a longest row that
    kept its order (found by patience sorting, in n log n)."""
    if list(before) == list(after):
        return []
    place = {key: n for n, key in enumerate(before)}
    tops: list[int] = []  # the place that ends the best row of each length
    ends: list[int] = []  # where in `after` that is
    previous: list[int] = []
    for n, key in enumerate(after):
        length = bisect_left(tops, place[key])
        previous.append(ends[length - 1] if length else -1)
        if length == len(tops):
            tops.append(place[key])
            ends.append(n)
        else:
            tops[length], ends[length] = place[key], n
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = previous[at]
    return [key for n, key in enumerate(after) if n not in kept]
