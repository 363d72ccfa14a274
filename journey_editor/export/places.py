"""Where the things of a map lie on the pages: what the outline of a PDF and links inside it lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journey_editor.layout.drawlist import Group, Item, Path
from journey_editor.layout.pages import Page

#: The kinds of things that a reader can go to.
_LISTS = frozenset({"persona-page", "appendix", "findings", "sources", "worksheet"})
_KINDS = _LISTS | {"map", "title", "phase", "lane", "card", "entry", "chapter", "detail"}


class Place(NamedTuple):
    """A thing on a page (counted from 0); (x, y) is its upper left corner, y downwards. `lane` is what it lies in."""

    kind: str
    id: str
    label: str
    page: int
    x: float
    y: float
    lane: str = ""


def places(pages: Iterable[Page]) -> list[Place]:
    """The first place of each thing, in the order in which they are drawn."""
    found: dict[tuple[str, str], Place] = {}
    for number, page in enumerate(pages):
        for place in _in_items(page.root.items, number, page.root.x, page.root.y, ""):
            found.setdefault((place.kind, place.id), place)
    return list(found.values())


def _in_items(items: Iterable[Item], page: int, x: float, y: float, lane: str) -> Iterator[Place]:
    for item in items:
        if isinstance(item, Group):
            here_x, here_y, inside = x + item.x, y + item.y, lane
            tag = item.tag
            if tag is not None and tag.kind in _KINDS:
                yield Place(tag.kind, tag.id, tag.label, page, here_x + _indent(item), here_y, lane)
                if tag.kind == "card":
                    continue  # nothing to go to lies inside a card
                if tag.kind == "lane":
                    inside = tag.id
            yield from _in_items(item.items, page, here_x, here_y, inside)


def _indent(group: Group) -> float:
    """How far right of its origin a phase begins: its group is as wide as the band, its shape is not."""
    if group.tag is None or group.tag.kind != "phase":  # not looked into: it would make the ink of all cards
        return 0.0
    first = group.items[0] if group.items else None
    if isinstance(first, Path) and first.outline.steps:
        return first.x + float(first.outline.steps[0][1]) * first.scale  # type: ignore[misc]  # "M", x, y
    return 0.0


class Entry(NamedTuple):
    """A line of the outline. `closed`: its children show when it is opened."""

    level: int
    label: str
    place: Place
    closed: bool = False


def outline(found: list[Place], title: str, phases: str, lanes: str) -> list[Entry]:
    """The map's outline: its phases from left to right, its lanes from top to bottom, each with its cards.

    `title`, `phases` and `lanes` are the words for the map and its two parts.
    """
    maps = [place for place in found if place.kind == "map"]
    behind = _of_lists(found)
    if len(maps) > 1:
        each = (([place for place in found if place.page == journey.page], journey.label) for journey in maps)
        return [*(entry for on_page, label in each for entry in _of_map(on_page, label, phases, lanes)), *behind]
    return [*_of_map(found, title, phases, lanes), *behind]


def _of_lists(found: list[Place]) -> list[Entry]:
    """The pages that are no map: each list with its chapters, and these with the cards that they tell of."""
    levels = {**dict.fromkeys(_LISTS, 0), "chapter": 1, "detail": 2}
    lines = [(levels[place.kind], place) for place in found if place.kind in levels]
    deeper = [*(level for level, _ in lines[1:]), 0]
    return [
        Entry(level, place.label, place, closed=deeper[number] > level) for number, (level, place) in enumerate(lines)
    ]


def _of_map(found: list[Place], title: str, phases: str, lanes: str) -> list[Entry]:
    first = next((place for place in found if place.kind == "map"), found[0] if found else None)
    if first is None:
        return []
    entries = [Entry(0, title, first._replace(x=0.0, y=0.0))]
    band = sorted((place for place in found if place.kind == "phase"), key=lambda place: (place.page, place.x))
    if band:
        entries.append(Entry(1, phases, band[0]))
        entries += [Entry(2, place.label, place) for place in band]
    rows = sorted((place for place in found if place.kind == "lane"), key=lambda place: (place.page, place.y))
    if rows:
        entries.append(Entry(1, lanes, rows[0]))
        cards: dict[str, list[Place]] = {}
        for place in found:
            if place.kind == "card":
                cards.setdefault(place.lane, []).append(place)
        for row in rows:
            inside = sorted(cards.get(row.id, ()), key=lambda place: (place.page, place.x, place.y))
            entries.append(Entry(2, row.label, row, closed=bool(inside)))
            entries += [Entry(3, place.label, place) for place in inside]
    return entries
