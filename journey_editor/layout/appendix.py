"""Pages behind the map: in full what the map had to shorten, and, if wished for, all that the map and its cards hold.

The text is set in columns of a readable width; a line is never cut, a heading stays with what it heads. What hides
behind the first picture of a card, or in what is folded, is shown here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from journey_editor.model.cards import Card, Touchpoint
from journey_editor.model.columns import Phase
from journey_editor.model.lanes import EmotionLane
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import all_cards, cards_at, shown_cards
from journey_editor.wording import tr

from . import look
from .card_texts import captions, labels, said, title_of
from .drawlist import Crop, Group, Image, Item, Link, Tag
from .map_texts import Said, about_project, connections, lanes, personas
from .print_words import Setting
from .wrap import place

_SIZE = 9.0
_COLUMN = 260.0  # the width a column wants to have
_BETWEEN = 22.0
_PICTURE = (120.0, 80.0)  # the widest and the highest a picture gets


class Line(NamedTuple):
    """A line of the appendix, at its own origin. `keep`: it must not be the last one of a column."""

    items: tuple[Item, ...]
    above: float
    height: float
    keep: bool
    address: str = ""
    width: float = 0.0


def appendix(
    setting: Setting, journey: JourneyMap, shortened: frozenset[str], whole: bool, width: float, height: float
) -> list[Group]:
    """The pages, at their own origin, each within width x height. None if there is nothing to say."""
    count = max(1, int((width + _BETWEEN) / (_COLUMN + _BETWEEN)))
    column = (width - (count - 1) * _BETWEEN) / count
    lines = list(_lines(setting, journey, shortened, whole, column))
    if not lines:
        return []
    title = tr("All texts of the map", to=setting.language) if whole else tr("Texts in full", to=setting.language)
    head = setting.block(title, 16.0, width, bold=True)
    top = head.height + 10.0
    pages: list[Group] = []
    while lines:
        items: list[Item] = []
        if not pages:
            items += place(head, 0.0, 0.0)
        start = top if not pages else 0.0
        for number in range(count):
            fitting = _fitting(lines, height - start)
            items += _column(lines[:fitting], number * (column + _BETWEEN), start)
            lines = lines[fitting:]
        tag = Tag("appendix", f"appendix-{len(pages) + 1}", title) if not pages else None
        pages.append(Group(0.0, 0.0, width, height, tuple(items), tag))
    return pages


def _fitting(lines: list[Line], height: float) -> int:
    """How many lines go into a column; at least one, so that it always goes on."""
    y = 0.0
    for number, line in enumerate(lines):
        y += line.height + (line.above if number else 0.0)
        if y > height:
            while number > 1 and lines[number - 1].keep:
                number -= 1
            return max(number, 1)
    return len(lines)


def _column(lines: list[Line], x: float, y: float) -> Iterator[Item]:
    for number, line in enumerate(lines):
        y += line.above if number else 0.0
        yield Group(x, y, line.width, line.height, line.items)
        if line.address:
            yield Link(x, y, line.width, line.height, line.address)
        y += line.height


def _lines(
    setting: Setting, journey: JourneyMap, shortened: frozenset[str], whole: bool, width: float
) -> Iterator[Line]:
    column = _Column(setting, width)
    if whole or journey.id in shortened:
        yield from column.named(_goal_and_description(setting, journey))
    if not whole:
        yield from _labels(column, journey, shortened)
        return
    about = about_project(setting)
    yield from column.chapter(tr("Project", to=setting.language), [about] if about else [])
    yield from column.chapter(tr("Personas", to=setting.language), personas(setting, journey))
    drawn = {card.id for card in shown_cards(journey)}
    for phase in journey.phases:
        if not phase.hidden:
            yield from _phase(column, journey, phase, drawn)
    yield from column.chapter(tr("Lanes", to=setting.language), lanes(setting, journey))
    yield from column.chapter(tr("Connections", to=setting.language), connections(setting, journey))


def _phase(column: _Column, journey: JourneyMap, phase: Phase, drawn: Collection[str]) -> Iterator[Line]:
    setting = column.setting
    yield from column.title(setting.text(phase.id, "title", phase.title) or tr("Untitled", to=setting.language))
    yield from column.named(_goal_and_description(setting, phase))
    names = [setting.text(step.id, "title", step.title) for step in phase.steps]
    yield from column.named([(tr("Steps", to=setting.language), ", ".join(filter(None, names)))])
    for step, name in zip(phase.steps, names, strict=True):
        for lane in journey.lanes:
            for card in () if lane.hidden else cards_at(lane, step.id):
                place = " · ".join(filter(None, (setting.text(lane.id, "title", lane.title), name)))
                yield from _card(column, card, place, drawn=card.id in drawn)


class _Column:
    """Sets text to the width of a column."""

    def __init__(self, setting: Setting, width: float) -> None:
        self.setting = setting
        self._width = width

    def text(
        self,
        words: str,
        above: float = 1.5,
        *,
        bold: bool = False,
        color: str = look.BODY,
        size: float = _SIZE,
        keep: bool = False,
        address: str = "",
    ) -> Iterator[Line]:
        block = self.setting.block(words, size, self._width, bold=bold, color=color)
        for number, line in enumerate(block.lines):
            runs = tuple(run._replace(y=run.y + block.first_baseline) for run in line.runs)
            last = number == len(block.lines) - 1
            yield Line(runs, 0.0 if number else above, block.line_height, keep or not last, address, line.width)

    def title(self, words: str) -> Iterator[Line]:
        return self.text(words, 12.0, bold=True, color=look.INK, size=12.0, keep=True)

    def chapter(self, title: str, all_said: Iterable[Said]) -> Iterator[Line]:
        """A title with all that is said; nothing if nothing is."""
        for number, thing in enumerate(all_said):
            if number == 0:
                yield from self.title(title)
            if thing.heading:
                yield from self.head(thing.heading, keep=True)
            for words in thing.texts:
                yield from self.text(words)

    def picture(self, sha256: str, words: str) -> Iterator[Line]:
        """A small picture; `words` stand for it where it is not seen."""
        asset = next((image for image in self.setting.project.images if image.sha256 == sha256), None)
        if asset is not None:
            scale = min(_PICTURE[0] / asset.width, _PICTURE[1] / asset.height, self._width / asset.width)
            w, h = asset.width * scale, asset.height * scale
            shown = Image(0.0, 0.0, w, h, sha256, words, crop=Crop(0.0, 0.0, w, h, 2.0))
            yield Line((shown,), 4.0, h, bool(words), width=w)

    def head(self, words: str, keep: bool) -> Iterator[Line]:
        return self.text(words, 7.0, bold=True, color=look.INK, keep=keep)

    def named(self, texts: Iterable[tuple[str, str]]) -> Iterator[Line]:
        """ "Name: words" for all that have words."""
        for name, words in texts:
            if words:
                yield from self.text(f"{name}: {words}")


def _goal_and_description(setting: Setting, node: JourneyMap | Phase) -> Iterator[tuple[str, str]]:
    yield tr("Goal", to=setting.language), setting.text(node.id, "goal", node.goal)
    yield tr("Description", to=setting.language), setting.text(node.id, "description", node.description)


def _card(column: _Column, card: Card, where: str, *, drawn: bool) -> Iterator[Line]:
    """All that a card holds. The first picture of a card that is drawn on the map stands there."""
    texts, pictures = list(said(column.setting, card)), captions(column.setting, card)
    yield from column.head(title_of(column.setting, card), keep=bool(texts or pictures or where))
    if where:
        yield from column.text(where, 0.5, color=look.INK_2, size=8.5, keep=bool(texts or pictures))
    for words, address in texts:
        yield from column.text(words, address=address)
    for number, (sha256, words) in enumerate(pictures):
        if number or not drawn:
            yield from column.picture(sha256, words)
        yield from column.named([(tr("Image", to=column.setting.language), words)])


def _labels(column: _Column, journey: JourneyMap, shortened: frozenset[str]) -> Iterator[Line]:
    """The words at the points of emotion curves that were cut."""
    setting = column.setting
    for _, _, card in all_cards(journey):
        if isinstance(card, Touchpoint) and card.id in shortened:
            yield from column.head(title_of(setting, card), keep=True)
            for words in labels(setting, card):
                yield from column.text(words)
    for lane in journey.lanes:
        for point in lane.points if isinstance(lane, EmotionLane) else ():
            if point.id in shortened:
                yield from column.text(setting.text(point.id, "label", point.label), 7.0)
