"""The list of sources: each with where the map relies on it, the web pages, and the numbers that have no source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from journey_editor.model.cards import Card, Measure, Note, Touchpoint
from journey_editor.model.figures import unsourced
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import cards_at
from journey_editor.wording import tr

from . import look
from .card_texts import metrics_of, title_of
from .drawlist import Tag
from .list_pages import Paper
from .print_words import Setting
from .text_columns import Column, Line, together

_TOGETHER = 0.4  # of a column's height
_INDENT = 10.0


class Use(NamedTuple):
    """Where something is used: a card with what it is called there, and its phase."""

    card: str
    words: str
    phase: str


class Found(NamedTuple):
    """What a map relies on: sources and web pages by their words, and the numbers nobody can look up."""

    sources: dict[str, list[Use]]
    pages: dict[str, list[Use]]
    unsourced: list[Use]


def found_in(setting: Setting, journey: JourneyMap) -> Found:
    """All sources of a map but those of what is hidden, in the order of the map."""
    found = Found({}, {}, [])
    for phase in journey.phases:
        title = setting.text(phase.id, "title", phase.title)
        for step in () if phase.hidden else phase.steps:
            for lane in journey.lanes:
                for card in () if lane.hidden else cards_at(lane, step.id):
                    _look_at(setting, card, title, found)
    return found


def _look_at(setting: Setting, card: Card, phase: str, found: Found) -> None:
    name = title_of(setting, card)
    if isinstance(card, Touchpoint | Note):
        if source := setting.text(card.id, "source", card.source):
            _note(found.sources, source, Use(card.id, name, phase))
        for number, link in enumerate(card.links):
            title = setting.text(card.id, f"links.{number}.title", link.title)
            _note(found.pages, link.address, Use(card.id, f"{name} ({title})" if title else name, phase))
    for words, source, metric in metrics_of(setting, card):
        use = Use(card.id, words if isinstance(card, Measure) else f"{name}: {words}", phase)
        if source:
            _note(found.sources, source, use)
        elif unsourced(metric):
            found.unsourced.append(use)


def _note(entries: dict[str, list[Use]], words: str, use: Use) -> None:
    """Two spellings that differ in spaces and capitals only are one source."""
    same = " ".join(words.split()).casefold()
    key = next((known for known in entries if " ".join(known.split()).casefold() == same), words)
    uses = entries.setdefault(key, [])
    if use not in uses:
        uses.append(use)


def sources(setting: Setting, journey: JourneyMap, leads: Callable[[str], str], paper: Paper) -> None:
    """The list, if there is anything in it. `leads` says where a card is found."""
    to, found = setting.language, found_in(setting, journey)
    column, inner = Column(setting, paper.column), Column(setting, paper.column, _INDENT)
    lines: list[Line] = []
    named = (
        (tr("Sources", to=to), "sources-said", found.sources),
        (tr("Web pages", to=to), "sources-pages", found.pages),
    )
    for title, key, entries in named:
        if entries:
            lines += column.title(title, key)
        for words in sorted(entries, key=str.casefold):
            address = words if entries is found.pages else ""
            lines += together(_entry(column, inner, words, address, entries[words], leads), paper.height * _TOGETHER)
    if found.unsourced:
        lines += column.title(tr("Numbers without source", to=to), "sources-none")
        for use in found.unsourced:
            lines += together(_use(column, use, leads(use.card), 4.0), paper.height)
    title = tr("List of sources", to=to)
    paper.add(title, lines, Tag("sources", "sources-1", title))


def _entry(
    column: Column, inner: Column, words: str, address: str, uses: list[Use], leads: Callable[[str], str]
) -> Iterator[Line]:
    yield from column.text(words, 7.0, bold=True, color=look.INK, keep=True, address=address)
    for use in uses:
        yield from _use(inner, use, leads(use.card), 1.0)


def _use(column: Column, use: Use, address: str, above: float) -> Iterator[Line]:
    words = f"{use.words} · {use.phase}" if use.phase else use.words
    return column.text(words, above, address=address)
