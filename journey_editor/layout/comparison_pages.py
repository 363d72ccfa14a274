"""A comparison on paper: both maps with marks on what differs, each on a page, and the list of differences behind them.

The marks carry the numbers of the list; in a file that can be clicked, a mark leads to its place in the list and back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from journey_editor.model.differences import Comparison
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.style import PageSetup
from journey_editor.wording import tr

from . import look
from .around import Extra, setting_for
from .comparison_marks import key_of_signs, marks, pill
from .compose import Layouter
from .difference_names import map_title
from .difference_words import Entry, Section, counted, named, sections, sort_word
from .drawlist import Group, Item, Link, Tag
from .page_foot import footer, footer_height
from .pages import Page, Pages, page_root, pages
from .paper import Sheet, sheets
from .print_words import Setting
from .result import Layout
from .scaling import scaled
from .text_columns import Column, Line, column_width, in_columns, tagged
from .wrap import place

_INDENT = 36.0  # room for a sign with three digits
_ABOVE_FOOTER = 10.0


class _Map(NamedTuple):
    project: Project
    journey: JourneyMap
    after: bool


def comparison_pages(comparison: Comparison, setup: PageSetup, language: str = "", whole: bool = True) -> Pages:
    """The pages of a comparison in the language of the content; all in one setup, whatever the maps' own. Without
    `whole`, only the list. Raises PageProblem for a setup that leaves no room."""
    language = language or comparison.other.language
    setup = setup.evolve(fit="page", map_pages=True, worksheet="", appendix=False, findings=False, sources=False)
    found = sections(comparison, language, language)
    entries = [entry for section in found for entry in section.entries]
    both = (
        _Map(comparison.project, comparison.before, after=False),
        _Map(comparison.other, comparison.after, after=True),
    )
    made = [_map_pages(one, entries, setup, language) for one in both] if whole else []
    first = made[0].pages[0] if made else None
    sheet = next((s for s in sheets(setup) if first is None or s.width == first.width), sheets(setup)[0])
    setting = setting_for(comparison.other, language, Layouter(), sheet)
    listed = [Page(sheet.width, sheet.height, root) for root in _list(setting, comparison, found, sheet)]
    together = [(page, one) for one, its in zip(both, made, strict=False) for page in its.pages]
    together += [(page, both[1]) for page in listed]
    numbered = tuple(
        _numbered(page, one, setup, language, n, len(together)) for n, (page, one) in enumerate(together, start=1)
    )
    shortened = tuple(key for its in made for key in its.shortened)
    return Pages(numbered, min((its.scale for its in made), default=1.0), shortened)


def _map_pages(one: _Map, entries: list[Entry], setup: PageSetup, language: str) -> Pages:
    layouter = Layouter()
    shown = [e for e in entries if (e.difference.after if one.after else e.difference.before)]

    def over(layout: Layout) -> Group:
        return marks(layout, shown, layouter.shaper, after=one.after)

    def under(setting: Setting, width: float) -> tuple[Group, float]:
        return key_of_signs(setting, {entry.difference.sort for entry in shown}, width)

    return pages(one.project, one.journey.id, setup, language, layouter, extra=Extra(over, under))


def _numbered(page: Page, one: _Map, setup: PageSetup, language: str, number: int, count: int) -> Page:
    """The page with a footer that counts all pages of the comparison."""
    sheet = next(s for s in sheets(setup) if s.width == page.width)
    setting = setting_for(one.project, language, Layouter(), sheet)
    items = tuple(
        item
        for item in page.root.items
        if not (isinstance(item, Group) and item.tag is not None and item.tag.kind == "footer")
    )
    last = footer(setting, one.journey, setup, sheet, number, count)
    return page._replace(root=page_root(sheet, (*items, last)))


def _list(setting: Setting, comparison: Comparison, found: tuple[Section, ...], sheet: Sheet) -> list[Group]:
    """The list of differences, on as many pages as it takes."""
    width = sheet.room / sheet.growth
    height = (sheet.height - 2 * sheet.margin) / sheet.growth - footer_height(setting) - _ABOVE_FOOTER
    heading = _heading(setting, comparison, width)
    lines = list(_lines(setting, found, column_width(width)))
    title = tr("Differences", to=setting.language)
    groups = in_columns(heading, lines, width, height, Tag("appendix", "differences", title))
    return [
        page_root(sheet, (scaled(group, sheet.growth)._replace(x=sheet.margin, y=sheet.margin),)) for group in groups
    ]


def _heading(setting: Setting, comparison: Comparison, width: float) -> Group:
    to = setting.language
    before = map_title(comparison.project, comparison.before, to, to)
    after = map_title(comparison.other, comparison.after, to, to)
    head = setting.block(tr("Differences", to=to), 16.0, width, bold=True)
    which = setting.block(tr("{before} → {after}", to=to, before=before, after=after), 10.5, width)
    count = setting.block(counted(comparison, to), 9.5, width, color=look.INK_2)
    words = tr("Differences", to=to)
    items: list[Item] = [Group(0.0, 0.0, width, head.height, place(head, 0.0, 0.0), Tag("title", "differences", words))]
    y = head.height + 2.0
    for block in (which, count):
        items += place(block, 0.0, y)
        y += block.height + 1.5
    return Group(0.0, 0.0, width, y, tuple(items))


def _lines(setting: Setting, found: tuple[Section, ...], width: float) -> Iterator[Line]:
    plain, indented = Column(setting, width), Column(setting, width, _INDENT)
    for section in found:
        lines = plain.text(section.title, 14.0, bold=True, color=look.INK, size=12.0, keep=True)
        yield from tagged(lines, Tag("section", section.title, section.title))
        for entry in section.entries:
            yield from _entry(indented, entry)


def _entry(column: Column, entry: Entry) -> Iterator[Line]:
    to = column.setting.language
    what = " · ".join(filter(None, (sort_word(entry.difference.sort, to), entry.where)))
    for n, line in enumerate(column.text(named(entry, to), 7.0, bold=True, color=look.INK, keep=True)):
        if n:
            yield line
            continue
        sign = pill(entry.difference.sort, entry.number, column.setting.shaper)
        target = entry.difference.after or entry.difference.before
        tag = Tag("entry", f"difference-{entry.number}", sort_word(entry.difference.sort, to))
        badge = sign._replace(y=(line.height - sign.h) / 2, tag=tag)
        link = Link(0.0, badge.y, sign.w, sign.h, f"#{target}")
        yield line._replace(items=(badge, link, *line.items))
    yield from column.text(what, 0.5, color=look.INK_2, size=8.5, keep=bool(entry.details))
    for detail in entry.details:
        yield from column.text(detail)
