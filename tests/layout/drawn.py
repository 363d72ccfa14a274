"""What a layout draws, one item after the other, in groups or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journey_editor.layout.drawlist import Group, Item


def drawn(items: Iterable[Item]) -> Iterator[Item]:
    """All items but groups, in the order of drawing."""
    for item in items:
        if isinstance(item, Group):
            yield from drawn(item.items)
        else:
            yield item
