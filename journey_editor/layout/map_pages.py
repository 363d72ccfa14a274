"""The pages of the map itself: into which parts it is divided, at which scale all of them are drawn, and each part with
what stands around it.

All pages of a map have one scale: as large as the fullest of them allows. Where that would be too small to read, parts
go on over further pages downwards. Only a card that alone is larger than a sheet makes its page smaller.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from journey_editor.model.filtering import Lit
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.style import PageSetup

from . import look
from .around import UNDER_LEGEND, WHOLE, Around, Extra, Place, around, setting_for
from .beginning import words_of
from .compose import Layouter
from .connectors import connectors
from .curve_edges import curve_edges
from .divided import NARROWER, READABLE, blocks_of, promise, ways
from .drawlist import Group, Item, Rect, Tag
from .fit import HARDLY, Fit, Room, filling, readable_scale
from .guess import Guess
from .page_foot import footer_height
from .paper import Sheet, sheets
from .part_words import part_words
from .parting import downwards
from .picture_words import picture_words
from .result import Layout
from .scaling import scaled, scaled_items
from .spare_height import shared_out, stretched

#: With smaller type than on screen, parts go on over further pages, at a type that reads well (points of the page).
_SMALL = 7.0
#: How often larger type is tried where it takes no more pages: not on so many that it would hardly be seen.
_TRIES_LARGER, _MANY_PAGES = 4, 30
_TRIES = 3


class _Leaf(NamedTuple):
    """A page of the map: the part that it shows, and its layout at a scale."""

    part: JourneyMap
    fit: Fit


class MapPages:
    """The pages of a map. `leaves` are the items of each, without its footer."""

    def __init__(
        self,
        project: Project,
        journey: JourneyMap,
        setup: PageSetup,
        language: str,
        layouter: Layouter,
        lit: Lit | None,
        filtered: str,
        extra: Extra | None,
    ) -> None:
        self._project, self._journey, self._setup = project, journey, setup
        self._language, self._layouter, self._lit = language, layouter, lit
        self._filtered, self._extra = filtered, extra
        self._fill = setup.columns == "fill"
        choices = [(sheet, self._around(sheet, journey)) for sheet in sheets(setup)]
        self.sheet, parts = max(choices, key=lambda c: promise(journey, setup, c[0], c[1].room))
        self.setting = setting_for(project, language, layouter, self.sheet, setup)
        self.leaves: list[tuple[Item, ...]] = []
        self.scale = 1.0
        self._cut = parts.cut
        self._shortened = frozenset[str]()
        if setup.fit == "page":
            fit = self._on_one(parts.room, Guess(journey))
            self.scale = fit.scale
            self._shortened = _cut_in(fit.layout)
            self.leaves.append(self._drawn(fit, parts))
        else:
            self._on_several()

    @property
    def shortened(self) -> frozenset[str]:
        """The ids of what ends with an ellipsis somewhere."""
        return self._shortened | self._cut

    def _around(self, sheet: Sheet, part: JourneyMap, where: Place = WHOLE) -> Around:
        setting = setting_for(self._project, self._language, self._layouter, sheet, self._setup)
        return around(setting, part, self._setup, sheet, self._filtered, self._extra, where)

    def _lay_out(self, width: float | None, shown: JourneyMap | None = None, project: Project | None = None) -> Layout:
        return self._layouter.layout(
            project or self._project,
            self._journey.id,
            language=self._language,
            columns=None if width is None else width + 2 * look.MARGIN,
            title=False,
            lit=self._lit,
            shown=shown,
        )

    def _on_one(self, room: Room, guess: Guess) -> Fit:
        if not self._fill:
            return room.fit(self._lay_out(None))
        fit = filling(room, guess, self._lay_out)
        if higher := shared_out(self._journey, fit, room):
            fit = room.fit(self._lay_out(fit.layout.width - 2 * look.MARGIN, higher))
        return fit

    def _on_several(self) -> None:
        journey = self._journey
        if self._setup.fit == "readable":
            shown = self._readable()
        else:
            blocks = blocks_of(journey, self._setup, self.sheet)
            self.scale = self._one_scale(blocks, self._rooms(blocks))
            shown = self._parts(blocks)
        leaves = [self._leaf(part) for part in shown]
        if self._fill and self._setup.fit != "natural":
            leaves = self._higher(leaves)
        layouts = [leaf.fit.layout for leaf in leaves]
        joined = connectors(self.setting, journey, layouts)
        self._shortened = joined.cut.union(*map(_cut_in, layouts))
        edges = curve_edges(self._project, journey, layouts)
        for n, leaf in enumerate(leaves):
            words = part_words(journey, leaf.part, n + 1, len(leaves), self.setting.language)
            parts = self._around(self.sheet, leaf.part, Place(not n, words))
            scale = min(self.scale, parts.room.fit(leaf.fit.layout).scale)
            over = (*edges[n], *joined.over[n])
            self.leaves.append(self._drawn(Fit(leaf.fit.layout, scale), parts, over, first=not n))

    def _rooms(self, blocks: list[JourneyMap], *, first: bool = True) -> list[Room]:
        """The room of each part on its page. The longest words there can be: how high they are must be known before
        the pages are counted."""
        places = [Place(first and not n, "1") for n in range(len(blocks))]
        return [self._around(self.sheet, block, place).room for block, place in zip(blocks, places, strict=True)]

    def _parts(self, blocks: list[JourneyMap]) -> list[JourneyMap]:
        """What each page shows of some parts, which go on downwards where one page is not enough."""
        parts: list[JourneyMap] = []
        rooms, further = self._rooms(blocks), self._rooms(blocks, first=False)
        for block, first, other in zip(blocks, rooms, further, strict=True):
            layout = self._at(self.scale, block)
            parts += downwards(block, layout, first.height / self.scale, other.height / self.scale)
        return parts

    def _leaf(self, part: JourneyMap) -> _Leaf:
        return _Leaf(part, Fit(self._at(self.scale, part), self.scale))

    def _readable(self) -> list[JourneyMap]:
        """As few pages as type of the wanted size takes, and then as large as so many pages allow."""
        least = readable_scale(self._setup)
        best: tuple[list[JourneyMap], list[JourneyMap], float] | None = None
        for blocks in ways(self._journey, self.sheet.room / least):
            self.scale = self._widest_scale(least, blocks, self._rooms(blocks))
            parts = self._parts(blocks)
            if best is None or len(parts) < len(best[0]):
                best = parts, blocks, self.scale
        assert best is not None
        parts, blocks, low = best
        high = max(self._rooms(blocks)[0].most, low)
        for _ in range(_TRIES_LARGER if len(parts) < _MANY_PAGES else 0):
            middle = (low + high) / 2
            self.scale = self._widest_scale(middle, blocks, self._rooms(blocks))
            tried = self._parts(blocks) if self.scale >= middle else parts
            if self.scale >= middle and len(tried) == len(parts):
                parts, low = tried, middle
            else:
                high = middle
        self.scale = low
        return parts

    def _higher(self, leaves: list[_Leaf]) -> list[_Leaf]:
        """The pages, with lanes that take up some of what a page has left over."""
        found = []
        for leaf, first in zip(leaves, [True] + [False] * len(leaves[1:]), strict=True):
            room = self._around(self.sheet, leaf.part, Place(first, "1")).room
            part = stretched(leaf.part, leaf.fit, room)
            found.append(leaf if part is None else self._leaf(part))
        return found

    def _one_scale(self, blocks: list[JourneyMap], rooms: list[Room]) -> float:
        """The scale of all pages: the smallest that one of the parts needs, but rather readable on more pages."""
        if self._setup.fit == "natural":
            return min(1.0, self._widest_scale(1.0, blocks, rooms))
        fits = []
        for block, room in zip(blocks, rooms, strict=True):
            if self._fill:
                fits.append(filling(room, Guess(block), partial(self._lay_out, shown=block)))
            else:
                fits.append(room.fit(self._lay_out(None, block)))
        scale = min(fit.scale for fit in fits)
        smallest = fits[0].layout.smallest
        readable = min(READABLE * HARDLY / smallest, rooms[0].most)
        if scale * smallest < _SMALL:
            narrower = NARROWER if self._fill else 1.0
            wide = min(
                room.width / max(Guess(block).natural * narrower, 1.0)
                for block, room in zip(blocks, rooms, strict=True)
            )
            scale = max(scale, min(readable, wide))
        return self._widest_scale(scale, blocks, rooms)

    def _widest_scale(self, scale: float, blocks: list[JourneyMap], rooms: list[Room]) -> float:
        """A scale at which no part is wider than its page; columns do not get narrower than can be read."""
        for _ in range(_TRIES):
            widths = [self._at(scale, block).width - 2 * look.MARGIN for block in blocks]
            fitting = min(room.width / max(width, 1.0) for width, room in zip(widths, rooms, strict=True))
            if fitting * HARDLY >= scale:
                break
            scale = fitting
        return scale

    def _at(self, scale: float, part: JourneyMap) -> Layout:
        return self._lay_out(self.sheet.room / scale if self._fill else None, part)

    def _drawn(self, fit: Fit, parts: Around, over: tuple[Item, ...] = (), *, first: bool = True) -> tuple[Item, ...]:
        """The items of a page: its head, the map, what lies over it, and what stands under it."""
        sheet = self.sheet
        x = sheet.margin + (sheet.room - fit.width) / 2 - look.MARGIN * fit.scale
        y = parts.top - look.MARGIN * fit.scale
        root, scale = fit.layout.root, fit.scale
        # The map's own white ground would cover what stands close to it; the page has one.
        items = tuple(item for item in root.items if not (isinstance(item, Rect) and item.h >= root.h - 0.01))
        said = picture_words(self.setting, self._journey, fit.layout)
        items = (*scaled_items(items, scale), *said, *scaled_items(over, scale))
        drawn = Group(x, y, root.w * scale, root.h * scale, items, root.tag, root.bleed * scale)
        marks = () if self._extra is None else (scaled(self._extra.over(fit.layout), scale)._replace(x=x, y=y),)
        head = scaled(parts.head, sheet.growth)._replace(x=sheet.margin, y=sheet.margin)
        below = footer_height(self.setting) + parts.foot.h + UNDER_LEGEND
        foot_y = sheet.height - sheet.margin - below * sheet.growth
        foot = scaled(parts.foot, sheet.growth)._replace(x=sheet.margin, y=foot_y)
        goes_on = () if first else (Group(0.0, 0.0, 0.0, 0.0, (), Tag("continued", self._journey.id)),)
        return (head, *goes_on, drawn, *marks, foot)


def _cut_in(layout: Layout) -> frozenset[str]:
    """What is cut on this very layout; the layouter remembers those before as well, of which other parts were tried."""
    shown = {line.id for line in layout.lines} | {column.step for column in layout.columns}
    shown |= {point.id for row in layout.rows for point in row.block.points}
    if layout.shortened:
        shown |= {words_of(card.id) for card in layout.cards()}
    return frozenset(shown.intersection(layout.shortened))
