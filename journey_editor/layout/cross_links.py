"""Links from the cards of a map to what is said of them on the pages behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .details import detail_key
from .drawlist import Group, Item, Link

if TYPE_CHECKING:
    from .pages import Page


def linked(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages with an area over each card that has an entry behind the map. The areas lie under all else, so that
    what a card itself leads to goes first."""
    entries = {key for page in pages for key in _entries(page.root.items)}
    if not entries:
        return pages
    made = []
    for page in pages:
        areas = tuple(area for area in _areas(page.root.items, 0.0, 0.0) if area.target[1:] in entries)
        root = page.root
        if areas:
            root = Group(root.x, root.y, root.w, root.h, (*areas, *root.items), root.tag, root.bleed)
        made.append(page._replace(root=root))
    return tuple(made)


def _entries(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group) and (item.tag is None or item.tag.kind not in ("card", "map")):
            if item.tag is not None and item.tag.kind == "detail":
                yield item.tag.id
            yield from _entries(item.items)


def _areas(items: Iterable[Item], x: float, y: float) -> Iterator[Link]:
    for item in items:
        if isinstance(item, Group):
            if item.tag is not None and item.tag.kind == "card":
                yield Link(x + item.x, y + item.y, item.w, item.h, f"#{detail_key(item.tag.id)}")
            else:
                yield from _areas(item.items, x + item.x, y + item.y)
