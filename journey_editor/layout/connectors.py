"""Paths and traces that cross from one page of a map to another: a pill at each end with the same letter, the page
where the other end is, and the card there."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from journey_editor.model.cards import Card, Touchpoint
from journey_editor.model.paths import Counterpart, Path
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import shown_cards
from journey_editor.wording import tr

from . import look
from .card_texts import title_of
from .drawlist import Group, Item, Link, Rect, Tag
from .print_words import Setting
from .result import Box, Layout
from .shape import TextStyle
from .wrap import TextBlock, place, wrap

_STYLE, _BRIEF = TextStyle(7.0, bold=True, color=look.INK), TextStyle(7.0, color=look.INK)
_PAD, _EDGES = 4.0, 1.5  # at its sides, and above and below together
_BESIDE = look.CELL_LEFT + look.CELL_RIGHT  # as far as the card beside it: so much more, where there is more to say
_TOUCH = 3.0  # so far a pill may lie on a card, where no words are
_LETTERS = 300  # more are not on a line
_LEAST = 60.0  # so wide may a pill be on a narrow card


class _End(NamedTuple):
    """What a pill says of a path: its letter, the page and the card of its other end, and its condition."""

    letter: str
    page: int
    other: str
    path: str
    condition: str


class Connectors(NamedTuple):
    """What lies over each page's map, in its own coordinates, and the ids of the paths whose conditions are not to be
    read there in full."""

    over: tuple[tuple[Item, ...], ...]
    cut: frozenset[str]


def connectors(setting: Setting, journey: JourneyMap, layouts: Sequence[Layout]) -> Connectors:
    """The pills on all pages. Pages count from 1, the first of these being page 1."""
    where: dict[str, tuple[int, Box]] = {}
    for number, layout in enumerate(layouts):
        where.update({box.id: (number, box) for box in layout.cards()})
    cards = {card.id: card for card in shown_cards(journey)}
    ends: dict[tuple[str, bool], list[_End]] = {}
    letters = 0
    links: tuple[Path | Counterpart, ...] = (*journey.paths, *journey.counterparts)
    for link in links:
        source, target = where.get(link.source), where.get(link.target)
        if source is None or target is None or source[0] == target[0]:
            continue
        letter, letters = _letter(letters), letters + 1
        condition = setting.text(link.id, "condition", link.condition) if isinstance(link, Path) else ""
        leaving = _End(letter, target[0] + 1, link.target, link.id, condition)
        ends.setdefault((link.source, True), []).append(leaving)
        arriving = _End(letter, source[0] + 1, link.source, link.id, "")
        ends.setdefault((link.target, False), []).append(arriving)
    made: list[list[Item]] = [[] for _ in layouts]
    cut: set[str] = set()
    for (card, leaves), others in ends.items():
        number, box = where[card]
        pill, whole = _pill(setting, layouts[number], box, others, cards, leaves=leaves)
        made[number].append(pill)
        cut.update(end.path for end in others if end.condition and not whole)
    return Connectors(tuple(map(tuple, made)), frozenset(cut))


def _pill(
    setting: Setting,
    layout: Layout,
    box: Box,
    others: list[_End],
    cards: dict[str, Card],
    *,
    leaves: bool,
) -> tuple[Group, bool]:
    """At the foot of a card that a path leaves, at the head of one that it reaches; between cards there is room. And
    whether it says all that is to be said of the paths."""
    to = setting.language
    room, single = max(box.w - 2 * _PAD, _LEAST), len(others) == 1
    if single:
        (end,) = others
        if end.condition:
            room += _BESIDE
        title = end.condition or _name(setting, cards.get(end.other))
        words = _one(setting, end, title, leaves=leaves)
        # Of the title as much as there is room for; of where it goes on, all.
        least = wrap(setting.shaper, _one(setting, end, "\N{HORIZONTAL ELLIPSIS}", leaves=leaves), _STYLE, inf, to)
        room = max(room, least.width + 1.0)
    else:
        listed = ", ".join(f"{end.letter}\N{NO-BREAK SPACE}{end.page}" for end in others)
        words = tr("to pages: {listed}", to=to, listed=listed) if leaves else ""
        words = words or tr("from pages: {listed}", to=to, listed=listed)
        room += _BESIDE
    block, whole = wrap(setting.shaper, words, _STYLE, room, to), False
    if single:
        block, whole = _line(setting, words, room), not wrap(setting.shaper, words, _STYLE, room, to, 1).truncated
        # Nobody else tells a condition: it is said more briefly, or takes more room where no card is.
        brief = f"{end.letter}→{end.page}: {end.condition}"
        for said, wide in (
            ((brief, room), (words, inf), (brief, inf), (words, room)) if end.condition and not whole else ()
        ):
            tried = wrap(setting.shaper, said, _STYLE if said == words else _BRIEF, wide, to)
            fits = said == brief and len(tried.lines) == 1 and tried.width <= room
            if not whole and (fits or _is_free(layout, box, _spot(layout, box, tried, leaves=leaves))):
                block, whole = tried, True
    x, y, w, h = _spot(layout, box, block, leaves=leaves)
    line = block.line_height + _EDGES
    items: list[Item] = [Rect(0.0, 0.0, w, h, look.PAPER, look.LINE, 0.75, line / 2)]
    items += place(block, _PAD, 0.75)
    if single:
        items.append(Link(0.0, 0.0, w, h, f"#{others[0].other}"))
    return Group(x, y, w, h, tuple(items), Tag("connector", box.id, words)), whole


def _spot(layout: Layout, box: Box, block: TextBlock, *, leaves: bool) -> tuple[float, float, float, float]:
    """Where a pill lies: hardly on its card, whose words stay free."""
    w, h, line = block.width + 2 * _PAD, block.height + _EDGES, block.line_height + _EDGES
    x = box.x + box.w - w if leaves else box.x
    y = box.y + box.h - line * 0.25 if leaves else box.y + line * 0.2 - h
    return (
        min(max(x, layout.left), layout.right - w),
        min(max(y, look.MARGIN), layout.height - look.MARGIN - h),
        w,
        h,
    )


def _is_free(layout: Layout, own: Box, spot: tuple[float, float, float, float]) -> bool:
    """Whether a pill may have several lines there: it covers no other card, and its own one no more than with one."""
    x, y, w, h = spot
    others = (card for card in layout.cards() if card.id != own.id)
    inside = layout.left <= x and x + w <= layout.right
    beside = inside and (y >= own.y + own.h - _STYLE.size or y + h <= own.y + _STYLE.size)
    return beside and not any(
        x < card.x + card.w and card.x < x + w and y < card.y + card.h - _TOUCH and card.y + _TOUCH < y + h
        for card in others
    )


def _one(setting: Setting, end: _End, title: str, *, leaves: bool) -> str:
    """Where a single path goes on, or comes from."""
    to, letter, page = setting.language, end.letter, end.page
    if leaves:
        return tr("{letter} to page {page}: {title}", to=to, letter=letter, page=page, title=title)
    return tr("{letter} from page {page}: {title}", to=to, letter=letter, page=page, title=title)


def _line(setting: Setting, words: str, room: float) -> TextBlock:
    """Words on one line; where they are too long, cut at a letter, for whole words would often leave nothing."""
    block = wrap(setting.shaper, words, _STYLE, room, setting.language, 1)
    if not block.truncated:
        return block
    low, high = 0, min(len(words), _LETTERS)
    while low < high:
        middle = (low + high + 1) // 2
        tried = wrap(setting.shaper, words[:middle].rstrip() + "…", _STYLE, room, setting.language, 1)
        if tried.truncated:
            high = middle - 1
        else:
            low, block = middle, tried
    return block


def _name(setting: Setting, card: Card | None) -> str:
    if card is None:
        return ""
    if isinstance(card, Touchpoint):
        return setting.text(card.id, "title", card.title) or tr("Untitled", to=setting.language)
    return title_of(setting, card)


def _letter(number: int) -> str:
    """A to Z, then AA, AB ..."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
