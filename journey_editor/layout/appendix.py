"""Pages behind the map: in full what the map had to shorten, and, if wished for, all that the map and its cards hold.

What hides behind the first picture of a card, or in what is folded, is shown here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from journey_editor.model.cards import Card, Touchpoint
from journey_editor.model.columns import Phase
from journey_editor.model.lanes import EmotionLane
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import all_cards, cards_at, shown_cards
from journey_editor.wording import tr

from . import look
from .card_texts import captions, labels, said, title_of
from .drawlist import Group, Tag
from .map_texts import about_project, connections, lanes, personas
from .print_words import Setting
from .text_columns import Column, Line, column_width, in_columns
from .wrap import place


def appendix(
    setting: Setting, journey: JourneyMap, shortened: frozenset[str], whole: bool, width: float, height: float
) -> list[Group]:
    """The pages, at their own origin, each within width x height. None if there is nothing to say."""
    lines = list(_lines(setting, journey, shortened, whole, column_width(width)))
    if not lines:
        return []
    title = tr("All texts of the map", to=setting.language) if whole else tr("Texts in full", to=setting.language)
    head = setting.block(title, 16.0, width, bold=True)
    heading = Group(0.0, 0.0, width, head.height, place(head, 0.0, 0.0))
    return in_columns(heading, lines, width, height, Tag("appendix", "appendix-1", title))


def _lines(
    setting: Setting, journey: JourneyMap, shortened: frozenset[str], whole: bool, width: float
) -> Iterator[Line]:
    column = Column(setting, width)
    if whole or journey.id in shortened:
        yield from column.named(_goal_and_description(setting, journey))
    if not whole:
        cut = personas(setting, journey, shortened)
        yield from column.chapter(tr("Personas", to=setting.language), cut)
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


def _phase(column: Column, journey: JourneyMap, phase: Phase, drawn: Collection[str]) -> Iterator[Line]:
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


def _goal_and_description(setting: Setting, node: JourneyMap | Phase) -> Iterator[tuple[str, str]]:
    yield tr("Goal", to=setting.language), setting.text(node.id, "goal", node.goal)
    yield tr("Description", to=setting.language), setting.text(node.id, "description", node.description)


def _card(column: Column, card: Card, where: str, *, drawn: bool) -> Iterator[Line]:
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


def _labels(column: Column, journey: JourneyMap, shortened: frozenset[str]) -> Iterator[Line]:
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
