"""The list behind the map: in full what the map had to shorten, and, if wished for, all that the map holds.

What hides behind the first picture of a card, or in what is folded, is shown here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from journey_editor.model.cards import Touchpoint
from journey_editor.model.columns import Phase
from journey_editor.model.lanes import EmotionLane
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import all_cards, cards_at
from journey_editor.wording import tr

from .beginning import words_of
from .card_texts import labels, said, title_of
from .details import Details
from .drawlist import Tag
from .list_pages import Paper
from .map_texts import about_project, lanes, personas
from .print_words import Setting
from .text_columns import Column, Line, tagged


class Told(NamedTuple):
    """What is to be told: of what was `shortened` (ids), or the `whole` map; `drawn` are the cards that stand on the
    map, and with `faces` personas have pages of their own."""

    shortened: frozenset[str]
    whole: bool
    drawn: Collection[str]
    faces: bool = False


def appendix(setting: Setting, journey: JourneyMap, told: Told, paper: Paper) -> None:
    """The list, if there is anything to say."""
    lines = list(_lines(setting, journey, told, paper))
    title = tr("All texts of the map", to=setting.language) if told.whole else tr("Texts in full", to=setting.language)
    paper.add(title, lines, Tag("appendix", "appendix-1", title))


def _lines(setting: Setting, journey: JourneyMap, told: Told, paper: Paper) -> Iterator[Line]:
    column = Column(setting, paper.column)
    if f"{journey.id}.title" in told.shortened:
        yield from column.named([(tr("Title", to=setting.language), setting.text(journey.id, "title", journey.title))])
    if told.whole or journey.id in told.shortened:
        yield from column.named(_goal_and_description(setting, journey))
    if not told.whole:
        about = about_project(setting) if setting.project.id in told.shortened else None
        yield from column.chapter(tr("Project", to=setting.language), [about] if about else [])
        cut = personas(setting, journey, told.shortened)
        yield from column.chapter(tr("Personas", to=setting.language), cut)
        yield from _labels(column, journey, told)
        return
    about = about_project(setting)
    yield from column.chapter(tr("Project", to=setting.language), [about] if about else [])
    known = [] if told.faces else personas(setting, journey)
    yield from column.chapter(tr("Personas", to=setting.language), known)
    details = Details(setting, journey, told.drawn, paper.height)
    for phase in journey.phases:
        if not phase.hidden:
            yield from _phase(column, journey, phase, details)
    yield from column.chapter(tr("Lanes", to=setting.language), lanes(setting, journey, every=not told.drawn))


def _phase(column: Column, journey: JourneyMap, phase: Phase, details: Details) -> Iterator[Line]:
    setting = column.setting
    title = setting.text(phase.id, "title", phase.title) or tr("Untitled", to=setting.language)
    yield from column.title(title, f"appendix-{phase.id}")
    about = list(_goal_and_description(setting, phase))
    names = [setting.text(step.id, "title", step.title) for step in phase.steps]
    about.append((tr("Steps", to=setting.language), ", ".join(filter(None, names))))
    for line in column.named(about):
        yield line._replace(keep=True)  # with the first card
    for step, name in zip(phase.steps, names, strict=True):
        for lane in journey.lanes:
            for card in () if lane.hidden else cards_at(lane, step.id):
                yield from details.entry(column, card, lane, name)


def _goal_and_description(setting: Setting, node: JourneyMap | Phase) -> Iterator[tuple[str, str]]:
    yield tr("Goal", to=setting.language), setting.text(node.id, "goal", node.goal)
    yield tr("Description", to=setting.language), setting.text(node.id, "description", node.description)


def _labels(column: Column, journey: JourneyMap, told: Told) -> Iterator[Line]:
    """The words that were cut at the points of emotion curves, on paths and over steps; all of a card with long words,
    and of one that was cut and is not on the map."""
    setting = column.setting
    for _, _, card in all_cards(journey):
        long = words_of(card.id) in told.shortened
        if long or card.id in told.shortened:
            words = [text for text, _ in said(setting, card)]
            if card.id in told.drawn and not long:
                words = list(labels(setting, card)) if isinstance(card, Touchpoint) else []
            title = title_of(setting, card)
            yield from tagged(column.head(title, keep=bool(words)), Tag("subsection", card.id, title))
            for each in words:
                yield from column.text(each)
    for lane in journey.lanes:
        for point in lane.points if isinstance(lane, EmotionLane) else ():
            if point.id in told.shortened:
                yield from column.text(setting.text(point.id, "label", point.label), 7.0)
    for phase in journey.phases:
        for step in phase.steps:
            if step.id in told.shortened:
                yield from column.text(setting.text(step.id, "title", step.title), 7.0)
    titles = {card.id: title_of(setting, card) for _, _, card in all_cards(journey)}
    for path in journey.paths:
        if path.id in told.shortened:
            yield from column.head(f"{titles[path.source]} → {titles[path.target]}", keep=True)
            yield from column.text(setting.text(path.id, "condition", path.condition))
