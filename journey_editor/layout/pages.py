"""Pages: a map composed for paper, with title, legend and footer, as draw lists that every painter draws alike.

What is previewed in the window and what is written to a PDF are the very same pages. Nothing on a page depends on
the day it is made: the date in the footer is the project's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from math import inf
from typing import NamedTuple

from journey_editor.model.filtering import Lit
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import find_map, shown_cards
from journey_editor.model.style import PageSetup

from .around import Extra, setting_for
from .behind import behind
from .compose import Layouter
from .cross_links import linked
from .drawlist import GlyphRun, Group, Item, Tag
from .map_pages import MapPages
from .page_foot import footer, footer_height
from .paper import Sheet, sheets
from .print_words import Setting
from .scaling import runs, scaled
from .windows import Window
from .worksheet import for_hands, worksheet_pages

#: Between a page behind the map and its footer.
_ABOVE_FOOTER = 10.0


class Trim(NamedTuple):
    """What is left of a page when a print shop has cut it, and how far ink runs out over that; y grows downwards."""

    x: float
    y: float
    w: float
    h: float
    bleed: float


class Share(NamedTuple):
    """What a sheet shows of a poster, which are counted from 1: that part of it, whose corner lies at (x, y)."""

    poster: int
    window: Window
    x: float
    y: float


class Page(NamedTuple):
    """One page: its size and all that is drawn on it, in points. `trim` is where it is cut, if it is not used whole,
    `share` what it shows of a poster, if it is a sheet of one."""

    width: float
    height: float
    root: Group
    trim: Trim | None = None
    share: Share | None = None


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
    partly = bool(filtered) and lit is None  # the others are left out
    if setup.worksheet or not setup.map_pages:
        sheet = sheets(setup)[0]
        setting = setting_for(project, language, layouter, sheet, setup)._replace(partly=partly)
        return _without_map(setting, journey, setup, sheet)
    made = MapPages(project, journey, setup, language, layouter, lit, filtered, extra)
    sheet, setting, leaves = made.sheet, made.setting._replace(partly=partly), made.leaves
    shortened = made.shortened
    if setup.persona_pages:
        shortened -= {persona.id for persona in project.personas}  # they are told of in full there
    drawn = {card.id for card in shown_cards(journey)}
    after = _behind(setting, journey, setup, sheet, shortened, drawn)
    count = len(leaves) + len(after)
    roots = []
    for number, leaf in enumerate(leaves, start=1):
        last = footer(setting, journey, setup, sheet, number, count)
        roots.append(page_root(sheet, (*leaf, last)))
    roots += _numbered(setting, journey, setup, sheet, after, len(leaves) + 1, count)
    whole = linked(tuple(Page(sheet.width, sheet.height, root) for root in roots))
    return Pages(whole, made.scale, tuple(sorted(shortened)))


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
    height = (sheet.height - 2 * sheet.margin) / sheet.growth - footer_height(setting) - _ABOVE_FOOTER
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
