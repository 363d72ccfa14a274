"""Finished pages measured: every item that painters draw, where its ink lies, and what it belongs to."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from journey_editor.layout.breaks import cleaned
from journey_editor.layout.drawlist import GlyphRun, Group, Image, Item, Link, Outline, Path, Rect, Tag
from journey_editor.layout.pages import Page
from journey_editor.layout.scaling import runs
from tests.drawn import flat

_ASCENT, _DESCENT = 0.75, 0.25  # of the type size: what letters without accents take


class Box(NamedTuple):
    """A rectangle by its edges, in points of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Box, slack: float = 0.0) -> bool:
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: Box, slack: float = 0.0) -> bool:
        """Whether both cover some of the same, by more than the slack across and down."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.bottom, other.bottom) - max(self.top, other.top) > slack
        )

    def moved(self, x: float, y: float) -> Box:
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)


class Placed(NamedTuple):
    """A group with a tag, and where its origin lies."""

    group: Group
    x: float
    y: float

    @property
    def id(self) -> str:
        assert self.group.tag is not None
        return self.group.tag.id

    @property
    def box(self) -> Box:
        return Box(self.x, self.y, self.x + self.group.w, self.y + self.group.h)

    @property
    def text(self) -> str:
        return " ".join(run.text for run in runs(self.group.items))

    def drawn(self) -> Iterator[tuple[Item, Box]]:
        return ((item, ink(item, x, y)) for item, x, y in flat(self.group.items, self.x, self.y))


def groups(page: Page, *kinds: str) -> list[Placed]:
    """The groups of these kinds on a page; what lies in a card is not looked through."""
    found: list[Placed] = []

    def look(items: Iterable[Item], x: float, y: float) -> None:
        for item in items:
            if isinstance(item, Group):
                kind = item.tag.kind if item.tag is not None else ""
                if kind in kinds:
                    found.append(Placed(item, x + item.x, y + item.y))
                if kind != "card":
                    look(item.items, x + item.x, y + item.y)

    look((page.root,), 0.0, 0.0)
    return found


def said(page: Page, kind: str) -> list[str]:
    return [one.text for one in groups(page, kind)]


def ids(page: Page, kind: str) -> list[str]:
    return [one.id for one in groups(page, kind)]


def ink(item: Item, x: float, y: float) -> Box:
    """Where an item paints, its origin being at (x, y); of type the letters without their accents."""
    if isinstance(item, GlyphRun):
        left, base = x + item.x, y + item.y
        return Box(left, base - _ASCENT * item.size, left + item.advance, base + _DESCENT * item.size)
    if isinstance(item, Rect):
        edge = item.width / 2 if item.stroke else 0.0
        return Box(x + item.x - edge, y + item.y - edge, x + item.x + item.w + edge, y + item.y + item.h + edge)
    if isinstance(item, Image):
        left, top, w, h = (item.crop or (0.0, 0.0, item.w, item.h))[:4]
        return Box(x + item.x + left, y + item.y + top, x + item.x + left + w, y + item.y + top + h)
    if isinstance(item, Link):
        return Box(x + item.x, y + item.y, x + item.x + item.w, y + item.y + item.h)
    assert isinstance(item, Path)
    edge, s = (item.width / 2 if item.stroke else 0.0), item.scale
    left, top, right, bottom = _extent(item.outline)
    x, y = x + item.x, y + item.y
    return Box(x + left * s - edge, y + top * s - edge, x + right * s + edge, y + bottom * s + edge)


def _extent(outline: Outline) -> tuple[float, float, float, float]:
    """Of the corners and handles; an outline without any paints nothing."""
    numbers = [step[1:] for step in outline.steps]
    xs = [float(n) for step in numbers for n in step[::2]] or [0.0]
    ys = [float(n) for step in numbers for n in step[1::2]] or [0.0]
    return min(xs), min(ys), max(xs), max(ys)


def inks(items: tuple[Item, ...], x: float = 0.0, y: float = 0.0) -> Iterator[tuple[Item, Box]]:
    """All that is painted, with where."""
    for item, at_x, at_y in flat(items, x, y):
        nothing = isinstance(item, Link) or (isinstance(item, Path) and not item.outline.steps)
        if not nothing:
            yield item, ink(item, at_x, at_y)


def around(boxes: Iterable[Box]) -> Box | None:
    """The box of all boxes; None for none."""
    found = list(boxes)
    if not found:
        return None
    lefts, tops, rights, bottoms = zip(*found, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def letters(text: str) -> Counter[str]:
    """What is to be read of a text, however it is broken, ordered or hyphenated."""
    return Counter(
        sign for sign in cleaned(unicodedata.normalize("NFC", text)).text if not sign.isspace() and sign.isprintable()
    )


def spelled(group: Group) -> Counter[str]:
    """The letters drawn in a group."""
    return letters("".join(run.text for run in runs(group.items)))


def runs_of(page: Page, besides: Callable[[Tag], bool]) -> list[tuple[GlyphRun, Box]]:
    """The type on a page with where it stands, but for that in groups that are left aside."""
    found: list[tuple[GlyphRun, Box]] = []

    def look(items: Iterable[Item], x: float, y: float) -> None:
        for item in items:
            if isinstance(item, GlyphRun):
                found.append((item, ink(item, x, y)))
            elif isinstance(item, Group) and not (item.tag is not None and besides(item.tag)):
                look(item.items, x + item.x, y + item.y)

    look((page.root,), 0.0, 0.0)
    return found


#: A drawing as plain values, in which outlines count by their steps: two that are equal look the same.
Plain = tuple[object, ...]


def plain(item: Item) -> Plain:
    if isinstance(item, Group):
        return (item.x, item.y, item.w, item.h, item.tag or Tag("", ""), *map(plain, item.items))
    if isinstance(item, Path):
        return (item.outline.steps, *item[1:])
    return (type(item).__name__, *item)
