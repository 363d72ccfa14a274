"""Pages for a print shop: the sheet is larger than the page and is cut to it, so that colour can run to the very edge.

What touches the edge runs on into the bleed, since no knife cuts exactly there; without a margin, that is what reaches
as far as words may stand. Only grounds and rules do that; nothing that has an outline, such as a card, is made larger.
Where to cut, marks say that stand clear of the bleed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy

from journey_editor.model.style import PageSetup
from journey_editor.wording import tr

from . import look
from .drawlist import Group, Item, Rect, Tag
from .pages import Page, Pages, Trim
from .paper import MOST, POINTS_PER_MM, PageProblem, margin_of

_MARK_LENGTH = 5 * POINTS_PER_MM
_MARK_AWAY = 3 * POINTS_PER_MM  # from the trimmed page at least, so that no mark is seen where a cut was not exact
_MARK_WIDTH = 0.25
_EDGE = 0.5  # what is nearer to the edge than this touches it


def bled(composed: Pages, setup: PageSetup) -> Pages:
    """The pages with `setup.bleed` around them, and marks; as they are without a bleed, and for office paper.

    Raises PageProblem if they would get larger than a PDF may be.
    """
    if not setup.bleed or setup.tile:
        return composed
    bleed = setup.bleed * POINTS_PER_MM
    around = max(bleed, _MARK_AWAY) + _MARK_LENGTH
    if any(max(page.width, page.height) + 2 * around > MOST for page in composed.pages):
        raise PageProblem(
            tr("With its bleed the page would be larger than a PDF may be; choose smaller paper or no bleed.")
        )
    made = copy(composed)  # with all else that is known of the pages, such as the size of their type
    edge = _EDGE if setup.margin else _EDGE + margin_of(setup) * POINTS_PER_MM
    made.pages = tuple(_bled(page, bleed, around, edge) for page in composed.pages)
    return made


def _bled(page: Page, bleed: float, around: float, edge: float) -> Page:
    width, height = page.width + 2 * around, page.height + 2 * around
    items = tuple(_run_out(page.root.items, page, bleed, edge, page.root.x, page.root.y))
    body = page.root._replace(x=around + page.root.x, y=around + page.root.y, items=items, tag=None)
    marks = Group(0.0, 0.0, width, height, tuple(_marks(page, around)), Tag("footer", ""))
    root = Group(0.0, 0.0, width, height, (body, marks), page.root.tag)
    return Page(width, height, root, Trim(around, around, page.width, page.height, bleed))


def _run_out(items: Iterable[Item], page: Page, bleed: float, edge: float, x: float, y: float) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            if item.tag is not None and item.tag.kind == "card":
                yield item
            else:
                yield item._replace(items=tuple(_run_out(item.items, page, bleed, edge, x + item.x, y + item.y)))
        elif isinstance(item, Rect) and item.stroke is None:
            yield _longer(item, page, bleed, edge, x, y)
        else:
            yield item


def _longer(rect: Rect, page: Page, bleed: float, edge: float, x: float, y: float) -> Rect:
    """The rectangle out into the bleed at each side at which it comes as near to the edge as `edge`."""
    left, top = x + rect.x, y + rect.y
    right, bottom = page.width - left - rect.w, page.height - top - rect.h
    gaps = [gap + bleed if gap <= edge else 0.0 for gap in (left, top, right, bottom)]
    if not any(gaps):
        return rect
    w, h = rect.w + gaps[0] + gaps[2], rect.h + gaps[1] + gaps[3]
    return rect._replace(x=rect.x - gaps[0], y=rect.y - gaps[1], w=w, h=h, radius=0.0)


def _marks(page: Page, around: float) -> Iterator[Item]:
    """A pair of lines at each corner."""
    half = _MARK_WIDTH / 2
    for x in (around, around + page.width):
        for y in (0.0, around * 2 + page.height - _MARK_LENGTH):
            yield Rect(x - half, y, _MARK_WIDTH, _MARK_LENGTH, fill=look.INK)
    for y in (around, around + page.height):
        for x in (0.0, around * 2 + page.width - _MARK_LENGTH):
            yield Rect(x, y - half, _MARK_LENGTH, _MARK_WIDTH, fill=look.INK)
