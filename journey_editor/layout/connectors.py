"""Paths and traces that cross from one page of a map to another: a pill at each end with the same letter, the page
where the other end is, and the card there."""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.model.cards import Card, Touchpoint
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

_STYLE = TextStyle(7.0, bold=True, color=look.INK)
_PAD = 4.0
_LEAST = 60.0  # so wide may a pill be on a narrow card


def connectors(setting: Setting, journey: JourneyMap, layouts: Sequence[Layout]) -> list[tuple[Item, ...]]:
    """What lies over each page's map, in its own coordinates. Pages count from 1, the first of these being page 1."""
    where: dict[str, tuple[int, Box]] = {}
    for number, layout in enumerate(layouts):
        where.update({box.id: (number, box) for box in layout.cards()})
    cards = {card.id: card for card in shown_cards(journey)}
    ends: dict[tuple[str, bool], list[tuple[str, int, str]]] = {}
    letters = 0
    for one, other in [(link.source, link.target) for link in journey.paths] + [
        (link.source, link.target) for link in journey.counterparts
    ]:
        source, target = where.get(one), where.get(other)
        if source is None or target is None or source[0] == target[0]:
            continue
        letter, letters = _letter(letters), letters + 1
        ends.setdefault((one, True), []).append((letter, target[0] + 1, other))
        ends.setdefault((other, False), []).append((letter, source[0] + 1, one))
    made: list[list[Item]] = [[] for _ in layouts]
    for (card, leaves), others in ends.items():
        number, box = where[card]
        made[number] += _pill(setting, layouts[number], box, others, cards, leaves=leaves)
    return [tuple(items) for items in made]


def _pill(
    setting: Setting,
    layout: Layout,
    box: Box,
    others: list[tuple[str, int, str]],
    cards: dict[str, Card],
    *,
    leaves: bool,
) -> tuple[Item, ...]:
    """At the foot of a card that a path leaves, at the head of one that it reaches; between cards there is room."""
    to = setting.language
    if len(others) == 1:
        letter, page, other = others[0]
        name = _name(setting, cards.get(other))
        if leaves:
            words = tr("{letter} to page {page}: {title}", to=to, letter=letter, page=page, title=name)
        else:
            words = tr("{letter} from page {page}: {title}", to=to, letter=letter, page=page, title=name)
    elif leaves:
        listed = ", ".join(f"{letter} {page}" for letter, page, _ in others)
        words = tr("to pages: {listed}", to=to, listed=listed)
    else:
        listed = ", ".join(f"{letter} {page}" for letter, page, _ in others)
        words = tr("from pages: {listed}", to=to, listed=listed)
    block = _line(setting, words, max(box.w - 2 * _PAD, _LEAST))
    w, h = block.width + 2 * _PAD, block.height + 1.5
    x = box.x + box.w - w if leaves else box.x
    x = min(max(x, layout.left), layout.right - w)
    y = box.y + box.h - h * 0.25 if leaves else box.y - h * 0.8  # hardly on the card, whose words stay free
    y = min(max(y, look.MARGIN), layout.height - look.MARGIN - h)
    items: list[Item] = [Rect(0.0, 0.0, w, h, look.PAPER, look.LINE, 0.75, h / 2)]
    items += place(block, _PAD, 0.75)
    if len(others) == 1:
        items.append(Link(0.0, 0.0, w, h, f"#{others[0][2]}"))
    return (Group(x, y, w, h, tuple(items), Tag("connector", box.id, words)),)


def _line(setting: Setting, words: str, room: float) -> TextBlock:
    """Words on one line; where they are too long, cut at a letter, for whole words would often leave nothing."""
    block = wrap(setting.shaper, words, _STYLE, room, setting.language, 1)
    if not block.truncated:
        return block
    low, high = 0, len(words)
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
