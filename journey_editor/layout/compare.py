"""What differs between two layouts, as rectangles: all that a screen must draw anew.

Groups are immutable, so two layouts share what did not change: where both have the very same items at the same place,
nothing is compared any further. That makes it some microseconds for a typical edit of a map with 10,000 cards.
"""

from __future__ import annotations

from .drawlist import Group, Item
from .result import Layout

#: x, y, width, height in points.
Area = tuple[float, float, float, float]

_MOST = 200  # more rectangles than this cost more than drawing all


def changed(old: Layout, new: Layout) -> list[Area]:
    """The areas of the map whose ink may differ. All of both maps if their sizes differ or too much changed."""
    if old is new:
        return []
    if (old.width, old.height) != (new.width, new.height):
        return [(0.0, 0.0, max(old.width, new.width), max(old.height, new.height))]
    areas: list[Area] = []
    _compare(old.root, new.root, 0.0, 0.0, areas)
    return areas if len(areas) <= _MOST else [(0.0, 0.0, new.width, new.height)]


def _compare(old: Group, new: Group, x: float, y: float, areas: list[Area]) -> None:
    """`x`, `y` is where both groups stand, which is the same place."""
    if old.has_ink_of(new) or len(areas) > _MOST:
        return
    plain_old, groups_old = _sorted(old)
    plain_new, groups_new = _sorted(new)
    if plain_old != plain_new:
        areas += (_area(old, x, y), _area(new, x, y))
        return
    for key, group in groups_old.items():
        other = groups_new.get(key)
        if other is None:
            areas.append(_area(group, x + group.x, y + group.y))
        elif (group.x, group.y) != (other.x, other.y):
            areas += (_area(group, x + group.x, y + group.y), _area(other, x + other.x, y + other.y))
        else:
            _compare(group, other, x + group.x, y + group.y, areas)
    areas += [_area(group, x + group.x, y + group.y) for key, group in groups_new.items() if key not in groups_old]
    if list(groups_old) != list(groups_new) and [k for k in groups_old if k in groups_new] != [
        k for k in groups_new if k in groups_old
    ]:  # the order of drawing changed
        areas.append(_area(new, x, y))


def _sorted(group: Group) -> tuple[list[Item], dict[object, Group]]:
    """A group's own ink, and the groups in it by what they stand for."""
    plain: list[Item] = []
    groups: dict[object, Group] = {}
    for index, item in enumerate(group.items):
        if isinstance(item, Group):
            groups[item.tag[:2] if item.tag else index] = item
        else:
            plain.append(item)
    return plain, groups


def _area(group: Group, x: float, y: float) -> Area:
    return (x - group.bleed, y - group.bleed, group.w + 2 * group.bleed, group.h + 2 * group.bleed)
