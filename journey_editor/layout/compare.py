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
    pairs = _paired(old, new)
    if pairs is not None:
        for before, after in pairs:
            _compare_placed(before, after, x, y, areas)
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
        else:
            _compare_placed(group, other, x, y, areas)
    areas += [_area(group, x + group.x, y + group.y) for key, group in groups_new.items() if key not in groups_old]
    if list(groups_old) != list(groups_new) and [k for k in groups_old if k in groups_new] != [
        k for k in groups_new if k in groups_old
    ]:  # the order of drawing changed
        areas.append(_area(new, x, y))


def _compare_placed(old: Group, new: Group, x: float, y: float, areas: list[Area]) -> None:
    """Groups that may stand at different places of the one around them, which is at `x`, `y`."""
    if (old.x, old.y) != (new.x, new.y):
        areas += (_area(old, x + old.x, y + old.y), _area(new, x + new.x, y + new.y))
    elif not old.has_ink_of(new):
        _compare(old, new, x + old.x, y + old.y, areas)


def _paired(old: Group, new: Group) -> list[tuple[Group, Group]] | None:
    """The groups in both that differ, if both have the same items else, one by one; None if they have not."""
    if len(old.items) != len(new.items):
        return None
    pairs: list[tuple[Group, Group]] = []
    for before, after in zip(old.items, new.items, strict=True):
        if before is after:
            continue
        if isinstance(before, Group) and isinstance(after, Group):
            if before.tag is None or after.tag is None or before.tag[:2] != after.tag[:2]:
                return None
            pairs.append((before, after))
        elif before != after:
            return None
    return pairs


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
