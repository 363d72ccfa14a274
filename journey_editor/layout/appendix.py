"""Pages behind the map: in full what the map had to shorten, and, if wished for, all that its cards hold.

The text is set in columns of a readable width; a line is never cut, a heading stays with what it heads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from journey_editor.model.cards import Card, Measure, Metric, Note, Touchpoint
from journey_editor.model.lanes import EmotionLane
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import cards_at, find_channel, find_persona
from journey_editor.wording import tr

from . import look
from .drawlist import GlyphRun, Group, Item, Link, Tag
from .numbers import quantity
from .print_words import Setting
from .wrap import TextBlock, place

_SIZE = 9.0
_COLUMN = 260.0  # the width a column wants to have
_BETWEEN = 22.0


class Line(NamedTuple):
    """A line of the appendix, at its own origin. `keep`: it must not be the last one of a column."""

    runs: tuple[GlyphRun, ...]
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
        yield Group(x, y, line.width, line.height, line.runs)
        if line.address:
            yield Link(x, y, line.width, line.height, line.address)
        y += line.height


def _lines(
    setting: Setting, journey: JourneyMap, shortened: frozenset[str], whole: bool, width: float
) -> Iterator[Line]:
    to = setting.language

    def text(words: str, above: float = 1.5, *, bold: bool = False, color: str = look.BODY, size: float = _SIZE,
             keep: bool = False, address: str = "") -> Iterator[Line]:  # fmt: skip
        block = setting.block(words, size, width, bold=bold, color=color)
        return _block_lines(block, above, keep, address)

    if whole or journey.id in shortened:
        own = [
            (tr("Goal", to=to), setting.text(journey.id, "goal", journey.goal)),
            (tr("Description", to=to), setting.text(journey.id, "description", journey.description)),
        ]
        for name, words in own:
            if words:
                yield from text(f"{name}: {words}")
    if not whole:
        yield from _labels(setting, journey, shortened, text)
        return
    for phase in journey.phases:
        if phase.hidden:
            continue
        title = setting.text(phase.id, "title", phase.title) or tr("Untitled", to=to)
        yield from text(title, 12.0, bold=True, color=look.INK, size=12.0, keep=True)
        for name, words in (
            (tr("Goal", to=to), setting.text(phase.id, "goal", phase.goal)),
            (tr("Description", to=to), setting.text(phase.id, "description", phase.description)),
        ):
            if words:
                yield from text(f"{name}: {words}")
        for step in phase.steps:
            for lane in journey.lanes:
                for card in () if lane.hidden else cards_at(lane, step.id):
                    said = list(_said(setting, card))
                    head = _title(setting, card)
                    lane_title = setting.text(lane.id, "title", lane.title)
                    yield from text(head, 7.0, bold=True, color=look.INK, keep=bool(said or lane_title))
                    if lane_title:
                        yield from text(lane_title, 0.5, color=look.INK_2, size=8.5, keep=bool(said))
                    for words, address in said:
                        yield from text(words, address=address)


def _labels(setting: Setting, journey: JourneyMap, shortened: frozenset[str], text) -> Iterator[Line]:  # type: ignore[no-untyped-def]
    """The words at the points of emotion curves that were cut."""
    for lane in journey.lanes:
        for step in (step for phase in journey.phases for step in phase.steps):
            for card in cards_at(lane, step.id):
                if isinstance(card, Touchpoint) and card.id in shortened:
                    yield from text(_title(setting, card), 7.0, bold=True, color=look.INK, keep=True)
                    for words in _feelings(setting, card):
                        yield from text(words)
        if isinstance(lane, EmotionLane):
            for point in lane.points:
                if point.id in shortened:
                    yield from text(setting.text(point.id, "label", point.label), 7.0)


def _block_lines(block: TextBlock, above: float, keep: bool, address: str) -> Iterator[Line]:
    for number, line in enumerate(block.lines):
        runs = tuple(run._replace(y=run.y + block.first_baseline) for run in line.runs)
        last = number == len(block.lines) - 1
        yield Line(runs, 0.0 if number else above, block.line_height, keep or not last, address, line.width)


def _title(setting: Setting, card: Card) -> str:
    if isinstance(card, Touchpoint):
        words = setting.text(card.id, "title", card.title)
    elif isinstance(card, Measure):
        words = setting.text(card.id, "metric.name", card.metric.name)
    else:
        words = setting.text(card.id, "text", card.text)
    return words or tr("Untitled", to=setting.language)


def _said(setting: Setting, card: Card) -> Iterator[tuple[str, str]]:
    """What a card says beside its title: (words, address it leads to or "")."""
    to = setting.language
    if isinstance(card, Touchpoint):
        yield from ((words, "") for words in _touchpoint_texts(setting, card))
    if isinstance(card, Measure):
        yield _metric(setting, card.id, "metric", card.metric, named=False), ""
    elif isinstance(card, Touchpoint):
        for number, metric in enumerate(card.metrics):
            yield _metric(setting, card.id, f"metrics.{number}", metric, named=True), ""
    if isinstance(card, Note):
        for name, words in ((tr("Source", to=to), card.source), (tr("Owner", to=to), card.owner)):
            if words:
                yield f"{name}: {words}", ""
    if card.tags:
        yield f"{tr('Tags', to=to)}: {', '.join(card.tags)}", ""
    if isinstance(card, Touchpoint | Note):
        for link in card.links:
            yield (f"{link.title}: {link.address}" if link.title else link.address), link.address


def _touchpoint_texts(setting: Setting, card: Touchpoint) -> Iterator[str]:
    to = setting.language

    def own(field: str, words: str) -> str:
        return setting.text(card.id, field, words)

    channel = find_channel(setting.project, card.channel)
    if description := own("description", card.description):
        yield description
    for name, words in (
        (tr("Channel", to=to), setting.text(channel.id, "name", channel.name) if channel else ""),
        (tr("Where", to=to), own("where", card.where)),
        (tr("Medium", to=to), own("medium", card.medium)),
        (tr("Content", to=to), own("content", card.content)),
        (tr("Call to action", to=to), own("call_to_action", card.call_to_action)),
        (tr("Device", to=to), own("device", card.device)),
        (tr("Actor", to=to), own("actor", card.actor)),
        (tr("Owner", to=to), own("owner", card.owner)),
        (tr("Duration", to=to), own("duration", card.duration)),
        (tr("Source", to=to), own("source", card.source)),
        (tr("Expectation", to=to), own("expectation", card.expectation)),
        (tr("Experience", to=to), own("experience", card.experience)),
    ):
        if words:
            yield f"{name}: {words}"
    yield from _feelings(setting, card)


def _feelings(setting: Setting, card: Touchpoint) -> Iterator[str]:
    for emotion in card.emotions:
        label = setting.text(card.id, f"emotions.{emotion.persona}.label", emotion.label)
        if label:
            persona = find_persona(setting.project, emotion.persona)
            name = setting.text(persona.id, "name", persona.name) if persona else ""
            yield f"{name}: {label}" if name else label


def _metric(setting: Setting, card: str, field: str, metric: Metric, *, named: bool) -> str:
    """ "Inquiries: 9, target 15 (CRM, 2026-03-01)" """
    to = setting.language
    parts = []
    if metric.value is not None:
        parts.append(quantity(metric.value, metric.unit, to))
    if metric.target is not None:
        parts.append(tr("target {value}", to=to, value=quantity(metric.target, metric.unit, to)))
    origin = ", ".join(part for part in (metric.source, metric.date) if part)
    if not origin and metric.value is not None:
        origin = tr("without source", to=to)
    words = ", ".join(parts) + (f" ({origin})" if origin else "")
    name = setting.text(card, f"{field}.name", metric.name)
    return f"{name}: {words}" if named and name else words
