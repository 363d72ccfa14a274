"""Pages: a map composed for paper, with title, legend and footer, as draw lists that every painter draws alike.

What is previewed in the window and what is written to a PDF are the very same pages. Nothing on a page depends on
the day it is made: the date in the footer is the project's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from math import inf
from typing import NamedTuple

from journey_editor.model.filtering import Lit
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import find_map, shown_cards
from journey_editor.model.style import PageSetup

from . import look
from .behind import behind
from .compose import Layouter
from .cross_links import linked
from .drawlist import GlyphRun, Group, Item, Rect, Tag
from .fit import Fit, Room, filling
from .guess import Guess
from .page_foot import footer, footer_height, under_the_map
from .paper import MOST, Sheet, sheets
from .print_words import Setting
from .result import Layout
from .scaling import runs, scaled, scaled_items
from .title_block import title_block
from .worksheet import for_hands, worksheet_pages

#: The smallest type around the map, in points of the page.
_LEAST_TYPE = 8.0
#: The share of the room's height that is too much to be left empty below a map that fills the page.
_MUCH_SPARE = 0.12
_UNDER_TITLE = 12.0
_ABOVE_LEGEND = 10.0
_UNDER_LEGEND = 4.0
#: How much larger than on screen a map gets on paper at most, times the sheet's growth.
_LARGEST = 1.7
#: What a map gets at least, though the title be endless; it then prints very small, which is refused.
_LEAST_HEIGHT = 60.0


class Page(NamedTuple):
    """One page: its size and all that is drawn on it, in points."""

    width: float
    height: float
    root: Group


class Type(NamedTuple):
    """What is to be known of all type on some pages: the smallest size in points, and characters that no font has."""

    smallest: float
    missing: frozenset[str]


class Pages:
    """The pages of a map. Immutable by convention.

    `scale` is how much larger than on screen the map is, `shortened` has the ids of what ends with an ellipsis on the
    map (full in the appendix). `type` is found by looking at every glyph run, unless somebody did so before and says.
    """

    def __init__(
        self, pages: tuple[Page, ...], scale: float = 1.0, shortened: tuple[str, ...] = (), type_: Type | None = None
    ) -> None:
        self.pages = pages
        self.scale = scale
        self.shortened = shortened
        if type_ is not None:
            self.type = type_

    @cached_property
    def type(self) -> Type:
        return type_of(run for page in self.pages for run in runs(page.root.items))

    @property
    def smallest(self) -> float:
        """The smallest type in points."""
        return self.type.smallest

    @property
    def missing(self) -> frozenset[str]:
        """Characters that no font has; boxes stand for them."""
        return self.type.missing


class Extra(NamedTuple):
    """What a page has beside the map itself: `over` is drawn on top of the map, at its own scale and origin; `under`
    stands between map and legend, set to a width, with its height."""

    over: Callable[[Layout], Group]
    under: Callable[[Setting, float], tuple[Group, float]]


class _Parts(NamedTuple):
    """What stands around the map, at the size of an A3 page, and the room below `top` that is left for the map."""

    head: Group
    foot: Group
    top: float
    room: Room
    cut: frozenset[str]


def pages(
    project: Project,
    map_id: str,
    setup: PageSetup | None = None,
    language: str = "",
    layouter: Layouter | None = None,
    lit: Lit | None = None,
    filtered: str = "",
    extra: Extra | None = None,
) -> Pages:
    """The pages of a map. `setup` is the map's own by default, `language` the project's. What is not `lit` is pale;
    `filtered` says under the map through which filter it is seen. `extra` is what is drawn beside it all.

    Raises KeyError for an unknown map, PageProblem for a setup that leaves no room.
    """
    journey = find_map(project, map_id)
    setup = setup or journey.page
    layouter = layouter or Layouter()
    language = language or project.language
    guess = Guess(journey)
    if setup.worksheet or not setup.map_pages:
        sheet = sheets(setup)[0]
        return _without_map(setting_for(project, language, layouter, sheet), journey, setup, sheet)
    choices = [
        (sheet, _parts(setting_for(project, language, layouter, sheet), journey, setup, sheet, filtered, extra))
        for sheet in sheets(setup)
    ]
    fill = setup.columns == "fill"
    sheet, parts = max(choices, key=lambda choice: choice[1].room.guessed(guess, fill) / choice[0].growth)
    setting = setting_for(project, language, layouter, sheet)

    def lay_out(width: float | None, its_project: Project = project) -> Layout:
        columns = None if width is None else width + 2 * look.MARGIN
        return layouter.layout(its_project, map_id, language=language, columns=columns, title=False, lit=lit)

    if fill:
        fit = filling(parts.room, guess, lay_out)
        if taller := _with_taller_lanes(project, journey, fit, parts.room):
            fit = parts.room.fit(lay_out(fit.layout.width - 2 * look.MARGIN, taller))
    else:
        fit = parts.room.fit(lay_out(None))
    shortened = frozenset(fit.layout.shortened) | parts.cut
    if setup.persona_pages:
        shortened -= {persona.id for persona in project.personas}  # they are told of in full there
    drawn = {card.id for card in shown_cards(journey)}
    after = _behind(setting, journey, setup, sheet, shortened, drawn)
    count = 1 + len(after)
    roots = [_map_page(setting, journey, setup, sheet, parts, fit, count, extra)]
    roots += _numbered(setting, journey, setup, sheet, after, 2, count)
    made = linked(tuple(Page(sheet.width, sheet.height, root) for root in roots))
    return Pages(made, fit.scale, tuple(sorted(shortened)))


def _without_map(setting: Setting, journey: JourneyMap, setup: PageSetup, sheet: Sheet) -> Pages:
    """Worksheets in place of the map, or nothing in its place, and the pages behind it."""
    leaves = worksheet_pages(setting, journey, setup, sheet) if setup.worksheet else []
    cut = frozenset(key for leaf in leaves for key in leaf.cut)
    after = _behind(setting, journey, setup, sheet, cut, frozenset())
    count = len(leaves) + len(after)
    roots = []
    for number, leaf in enumerate(leaves, start=1):
        body = leaf.body._replace(x=sheet.margin, y=sheet.margin)
        last = footer(for_hands(setting, sheet), journey, setup, sheet, number, count, leaf.note)
        roots.append(page_root(sheet, (body, last)))
    roots += _numbered(setting, journey, setup, sheet, after, len(leaves) + 1, count)
    made = linked(tuple(Page(sheet.width, sheet.height, root) for root in roots))
    return Pages(made, 1.0, tuple(sorted(cut)))


def _behind(
    setting: Setting,
    journey: JourneyMap,
    setup: PageSetup,
    sheet: Sheet,
    shortened: frozenset[str],
    drawn: Collection[str],
) -> list[Group]:
    """The pages behind the map, scaled to the sheet."""
    width = sheet.room / sheet.growth
    height = (sheet.height - 2 * sheet.margin) / sheet.growth - footer_height(setting) - _ABOVE_LEGEND
    made = behind(setting, journey, setup, shortened, width, height, drawn)
    return [scaled(group, sheet.growth)._replace(x=sheet.margin, y=sheet.margin) for group in made]


def _numbered(
    setting: Setting, journey: JourneyMap, setup: PageSetup, sheet: Sheet, bodies: list[Group], first: int, count: int
) -> list[Group]:
    """Bodies with a footer each, from page `first` on of `count`."""
    return [
        page_root(sheet, (body, footer(setting, journey, setup, sheet, number, count)))
        for number, body in enumerate(bodies, start=first)
    ]


def setting_for(project: Project, language: str, layouter: Layouter, sheet: Sheet) -> Setting:
    """Around the map, no type gets so small that it would be warned of."""
    return Setting(project, language, layouter.shaper, _LEAST_TYPE / sheet.growth)


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


def _parts(
    setting: Setting, journey: JourneyMap, setup: PageSetup, sheet: Sheet, filtered: str, extra: Extra | None
) -> _Parts:
    width = sheet.room / sheet.growth
    head, head_height, cut = Group(0.0, 0.0, width, 0.0, ()), 0.0, frozenset[str]()
    if setup.title_block:
        head, head_height, cut = title_block(setting, journey, width, personas=setup.persona_block)
        head_height += _UNDER_TITLE
    foot, foot_height = under_the_map(setting, journey, width, filtered, with_legend=setup.legend)
    if extra is not None:
        first, first_height = extra.under(setting, width)
        foot = Group(0.0, 0.0, width, first_height + foot_height, (first, foot._replace(y=first_height)))
        foot_height += first_height
    foot_height += _ABOVE_LEGEND + _UNDER_LEGEND
    top = sheet.margin + head_height * sheet.growth
    bottom = sheet.height - sheet.margin - (footer_height(setting) + foot_height) * sheet.growth
    room = Room(sheet.room, max(bottom - top, _LEAST_HEIGHT), _LARGEST * sheet.growth)
    return _Parts(head, foot, top, room, cut)


def _map_page(
    setting: Setting,
    journey: JourneyMap,
    setup: PageSetup,
    sheet: Sheet,
    parts: _Parts,
    fit: Fit,
    count: int,
    extra: Extra | None,
) -> Group:
    x = sheet.margin + (sheet.room - fit.width) / 2 - look.MARGIN * fit.scale
    y = parts.top - look.MARGIN * fit.scale
    root = fit.layout.root
    # The map's own white ground would cover what stands close to it; the page has one.
    items = tuple(item for item in root.items if not (isinstance(item, Rect) and item.h >= root.h - 0.01))
    drawn = Group(
        x, y, root.w * fit.scale, root.h * fit.scale, scaled_items(items, fit.scale), root.tag, root.bleed * fit.scale
    )
    marks = () if extra is None else (scaled(extra.over(fit.layout), fit.scale)._replace(x=x, y=y),)
    head = scaled(parts.head, sheet.growth)._replace(x=sheet.margin, y=sheet.margin)
    legend_y = sheet.height - sheet.margin - (footer_height(setting) + parts.foot.h + _UNDER_LEGEND) * sheet.growth
    foot = scaled(parts.foot, sheet.growth)._replace(x=sheet.margin, y=legend_y)
    return page_root(sheet, (head, drawn, *marks, foot, footer(setting, journey, setup, sheet, 1, count)))


def page_root(sheet: Sheet, items: tuple[Item, ...]) -> Group:
    return Group(0.0, 0.0, sheet.width, sheet.height, items, Tag("page", ""))


def type_of(of: Iterable[GlyphRun]) -> Type:
    """What is to be known of the type in these runs."""
    smallest, missing = inf, set[str]()
    for run in of:
        smallest = min(smallest, run.size)
        if 0 in run.glyphs:
            missing.update(missing_in(run))
    return Type(smallest, frozenset(missing))


def missing_in(run: GlyphRun) -> Iterator[str]:
    """What is drawn as a box because no font has it: glyph 0 is a font's sign for that."""
    ends = sorted({*run.clusters, len(run.text)})
    for glyph, start in zip(run.glyphs, run.clusters, strict=True):
        if glyph == 0:
            yield run.text[start : ends[ends.index(start) + 1]]
