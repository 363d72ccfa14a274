"""What stands around the map on each of its pages: the title above, or on further pages a line that says which part
this is; the legend of what is on this very page below; and the room that is left between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.style import PageSetup

from . import look
from .compose import Layouter
from .drawlist import Group, Item, Tag
from .fit import Room, readable_scale
from .page_foot import footer_height, under_the_map
from .paper import Sheet
from .print_words import Setting, kind_of_map
from .result import Layout
from .title_block import title_block
from .wrap import place

#: The smallest type around the map, in points of the page.
_LEAST_TYPE = 8.0
_UNDER_TITLE = 12.0
_ABOVE_LEGEND = 10.0
UNDER_LEGEND = 4.0
#: How much larger than on screen a map gets on paper at most, times the sheet's growth.
_LARGEST = 1.7
#: How much larger than it was wanted at least type may get.
_LARGER = 1.4
#: What a map gets at least of the height between the margins, and in points of the page.
_LEAST_SHARE, _LEAST_HEIGHT = 0.3, 60.0
_BRIEFEST = 3  # ways to say what stands above the map, from the longest to the briefest
_AGAIN = 14.0  # type size of the title on further pages
_PART = 9.0  # and of the words that say which part it is


class Extra(NamedTuple):
    """What a page has beside the map itself: `over` is drawn on top of the map, at its own scale and origin; `under`
    stands between map and legend, set to a width, with its height."""

    over: Callable[[Layout], Group]
    under: Callable[[Setting, float], tuple[Group, float]]


class Around(NamedTuple):
    """What stands around the map, at the size of an A3 page, and the room below `top` that is left for the map."""

    head: Group
    foot: Group
    top: float
    room: Room
    cut: frozenset[str]


class Place(NamedTuple):
    """Which page of the map it is: whether the `first`, and which part in `words` ("" where it shows the whole)."""

    first: bool = True
    words: str = ""


WHOLE = Place()


def setting_for(
    project: Project, language: str, layouter: Layouter, sheet: Sheet, setup: PageSetup | None = None
) -> Setting:
    """Around the map, no type gets so small that it would be warned of, or smaller than a setup wants it."""
    wanted = setup.type_least if setup is not None and setup.fit == "readable" else 0.0
    return Setting(project, language, layouter.shaper, max(_LEAST_TYPE, wanted) / sheet.growth)


def around(
    setting: Setting,
    journey: JourneyMap,
    setup: PageSetup,
    sheet: Sheet,
    filtered: str,
    extra: Extra | None,
    where: Place = WHOLE,
) -> Around:
    """What stands around a map or a part of it.

    On small paper, or with words without end, it is as brief as it must be for the map to have its share of the page.
    """
    least = max((sheet.height - 2 * sheet.margin) * _LEAST_SHARE, _LEAST_HEIGHT)
    for brief in range(_BRIEFEST):
        made = _around(setting, journey, setup, sheet, filtered, extra, where, brief)
        if made.room.height >= least:
            return made
    return _around(setting, journey, setup.evolve(legend=False), sheet, filtered, extra, where, _BRIEFEST - 1)


def _around(
    setting: Setting,
    journey: JourneyMap,
    setup: PageSetup,
    sheet: Sheet,
    filtered: str,
    extra: Extra | None,
    where: Place,
    brief: int,
) -> Around:
    width = sheet.room / sheet.growth
    head, head_height, cut = _head(setting, journey, setup, width, where, brief)
    foot, foot_height = under_the_map(setting, journey, width, filtered, with_legend=setup.legend)
    if extra is not None:
        first, first_height = extra.under(setting, width)
        foot = Group(0.0, 0.0, width, first_height + foot_height, (first, foot._replace(y=first_height)))
        foot_height += first_height
    foot_height += _ABOVE_LEGEND + UNDER_LEGEND
    top = sheet.margin + head_height * sheet.growth
    bottom = sheet.height - sheet.margin - (footer_height(setting) + foot_height) * sheet.growth
    most = _LARGEST * sheet.growth
    if setup.fit == "readable":
        most = readable_scale(setup) * _LARGER
    room = Room(sheet.room, max(bottom - top, 1.0), most)
    return Around(head, foot, top, room, cut)


def _head(
    setting: Setting, journey: JourneyMap, setup: PageSetup, width: float, where: Place, brief: int
) -> tuple[Group, float, frozenset[str]]:
    """The head of a page, its height with the gap below, and what it cuts short."""
    head, height, cut = Group(0.0, 0.0, width, 0.0, ()), 0.0, frozenset[str]()
    part = setting.block(where.words, _PART, width, color=look.INK_2, most=1) if where.words else None
    if setup.title_block and where.first:
        head, height, cut = title_block(setting, journey, width, personas=setup.persona_block, brief=brief)
    elif setup.title_block:
        title = setting.text(journey.id, "title", journey.title) or kind_of_map(journey.kind, setting.language)
        room = width - (part.width + 24.0 if part else 0.0)
        block = setting.block(title, _AGAIN, max(room, width / 3), bold=True, most=1)
        again = Group(0.0, 0.0, block.width, block.height, place(block, 0.0, 0.0), Tag("running", "", title))
        items: list[Item] = [again]
        height = block.height
        if part is not None and block.width + 24.0 + part.width <= width:
            y = block.first_baseline - part.first_baseline
            tag = Tag("part", "", where.words)
            items.append(Group(width - part.width, y, part.width, part.height, place(part, 0.0, 0.0), tag))
            part = None
        head = Group(0.0, 0.0, width, height, tuple(items))
    if part is not None:
        height += 4.0 if height else 0.0
        words = Group(0.0, height, width, part.height, place(part, 0.0, 0.0), Tag("part", "", where.words))
        height += part.height
        head = Group(0.0, 0.0, width, height, (head, words))
    return head, height + _UNDER_TITLE if height else 0.0, cut
