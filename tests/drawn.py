"""What is drawn, one item after the other."""

from __future__ import annotations

from collections.abc import Iterator

from journey_editor.layout.drawlist import Group, Item


def flat(items: tuple[Item, ...], x: float = 0.0, y: float = 0.0) -> Iterator[tuple[Item, float, float]]:
    """Every item that is no group, with the origin of the group that it lies in, in points."""
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items, x + item.x, y + item.y)
        else:
            yield item, x, y


def inked(items: tuple[Item, ...]) -> Iterator[Item]:
    """The same without the origins."""
    return (item for item, _, _ in flat(items))
