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
from .compose import Layouter
from .connectors import connectors
from .curve_edges import curve_edges
from .drawlist import Group, Item, Rect, Tag
from .fit import Fit, Room, filling
from .guess import Guess
from .page_foot import footer_height
from .paper import MOST, Sheet, sheets
from .part_words import part_words
from .parting import by_lanes, by_phases, by_room, by_width, downwards
from .picture_words import picture_words
from .result import Layout
from .scaling import scaled, scaled_items

#: The share of the room's height that is too much to be left empty below a map that fills the page.
_MUCH_SPARE = 0.12
#: With smaller type than on screen, parts go on over further pages, at a type that reads well (points of the page).
_SMALL, _READABLE = 7.0, 8.0
#: How far below its width on screen a part may go for the sake of larger type.
_NARROWER = 0.88
_TRIES = 3
_HARDLY = 1.0001


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
        guess = Guess(journey)
        self.sheet, parts = max(choices, key=lambda c: c[1].room.guessed(guess, self._fill) / c[0].growth)
        self.setting = setting_for(project, language, layouter, self.sheet)
        self.leaves: list[tuple[Item, ...]] = []
        self.scale = 1.0
        self._cut = parts.cut
        self._shortened = frozenset[str]()
        if setup.fit == "page":
            fit = self._on_one(parts.room, guess)
            self.scale = fit.scale
            self._seen(fit.layout)
            self.leaves.append(self._drawn(fit, parts))
        else:
            self._on_several()

    @property
    def shortened(self) -> frozenset[str]:
        """The ids of what ends with an ellipsis somewhere."""
        return self._shortened | self._cut

    def _around(self, sheet: Sheet, part: JourneyMap, where: Place = WHOLE) -> Around:
        setting = setting_for(self._project, self._language, self._layouter, sheet)
        return around(setting, part, self._setup, sheet, self._filtered, self._extra, where)

    def _lay_out(self, width: float | None, shown: JourneyMap | None = None, project: Project | None = None) -> Layout:
        made = self._layouter.layout(
            project or self._project,
            self._journey.id,
            language=self._language,
            columns=None if width is None else width + 2 * look.MARGIN,
            title=False,
            lit=self._lit,
            shown=shown,
        )
        self._seen(made)
        return made

    def _seen(self, layout: Layout) -> None:
        self._shortened = frozenset(layout.shortened)

    def _on_one(self, room: Room, guess: Guess) -> Fit:
        if not self._fill:
            return room.fit(self._lay_out(None))
        fit = filling(room, guess, self._lay_out)
        if taller := _with_taller_lanes(self._project, self._journey, fit, room):
            fit = room.fit(self._lay_out(fit.layout.width - 2 * look.MARGIN, project=taller))
        return fit

    def _on_several(self) -> None:
        journey, setup = self._journey, self._setup
        blocks = {
            "phases": lambda: by_phases(journey, setup.phases_each),
            "lanes": lambda: by_lanes(journey, setup.lanes_each),
            "natural": lambda: by_room(journey, self.sheet.room),
            "pages": lambda: by_width(journey, setup.pages_wide),
        }[setup.fit]()
        # The longest words there can be: how high they are must be known before the pages are counted.
        rooms = [self._around(self.sheet, block, Place(not n, "1")).room for n, block in enumerate(blocks)]
        further = [self._around(self.sheet, block, Place(first=False, words="1")).room for block in blocks]
        self.scale = self._one_scale(blocks, rooms)
        shortened = frozenset[str]()
        leaves: list[_Leaf] = []
        for n, block in enumerate(blocks):
            layout = self._at(self.scale, block)
            heights = [room.height / self.scale for room in (rooms[n], further[n])]
            for part in downwards(block, layout, *heights):
                made = self._at(self.scale, part)
                shortened |= self._shortened
                leaves.append(_Leaf(part, Fit(made, self.scale)))
        self._shortened = shortened
        layouts = [leaf.fit.layout for leaf in leaves]
        joined = connectors(self.setting, journey, layouts)
        edges = curve_edges(self._project, journey, layouts)
        for n, leaf in enumerate(leaves):
            words = part_words(journey, leaf.part, n + 1, len(leaves), self.setting.language)
            parts = self._around(self.sheet, leaf.part, Place(not n, words))
            scale = min(self.scale, parts.room.fit(leaf.fit.layout).scale)
            over = (*edges[n], *joined[n])
            self.leaves.append(self._drawn(Fit(leaf.fit.layout, scale), parts, over, first=not n))

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
        readable = min(_READABLE * _HARDLY / smallest, rooms[0].most)
        if scale * smallest < _SMALL:
            narrower = _NARROWER if self._fill else 1.0
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
            if fitting * _HARDLY >= scale:
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


def _with_taller_lanes(project: Project, journey: JourneyMap, fit: Fit, room: Room) -> Project | None:
    """The project with lanes that share the height that a sparse map leaves over; None if that is not much."""
    spare = room.height - fit.height
    rows = {row.lane: row.h for row in fit.layout.rows if row.lane and row.block.kind != "separator"}
    rows = {lane.id: rows[lane.id] for lane in journey.lanes if lane.id in rows and not lane.collapsed}
    if spare < room.height * _MUCH_SPARE or not rows:
        return None
    each = spare / fit.scale / len(rows)
    lanes = tuple(
        lane.evolve(height=min(rows[lane.id] + each, MOST)) if lane.id in rows else lane for lane in journey.lanes
    )
    maps = tuple(journey.evolve(lanes=lanes) if other is journey else other for other in project.maps)
    return project.evolve(maps=maps)
