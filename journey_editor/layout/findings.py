"""The list of what is in the way and of what could be better, phase by phase, each with where it belongs on the map.

It has the notes of these tones, and the touchpoints at which somebody feels bad.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from journey_editor.model.cards import Card, Note, Touchpoint
from journey_editor.model.columns import Phase
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import cards_at
from journey_editor.wording import tr

from . import look
from .borrowed import joined
from .card_texts import badly_felt, title_of
from .drawlist import Tag
from .figures import icon_path
from .list_pages import Paper
from .print_words import Setting
from .text_columns import Column, Line, together

_INDENT = 16.0
_SIGN = 9.0
_TOGETHER = 0.3  # of a column's height
_GOODS = ("pain", "opportunity")


class Finding(NamedTuple):
    """A card with what it says, and where it belongs."""

    tone: str
    card: str
    words: str
    where: str


def findings_in(setting: Setting, journey: JourneyMap, phase: Phase) -> list[Finding]:
    """What is in the way in a phase, then what could be better; lane by lane, as on the map."""
    found: list[Finding] = []
    for step in phase.steps:
        for lane in journey.lanes:
            for card in () if lane.hidden else cards_at(lane, step.id):
                names = (setting.text(lane.id, "title", lane.title), setting.text(step.id, "title", step.title))
                where = joined(filter(None, names), " · ")
                found += _of(setting, card, where)
    return sorted(found, key=lambda one: _GOODS.index(one.tone))


def _of(setting: Setting, card: Card, where: str) -> Iterator[Finding]:
    if isinstance(card, Note) and card.tone in _GOODS:
        yield Finding(card.tone, card.id, title_of(setting, card), where)
    if isinstance(card, Touchpoint) and (words := badly_felt(setting, card)):
        at = tr("touchpoint “{name}”", to=setting.language, name=title_of(setting, card))
        yield Finding("pain", card.id, words, joined(filter(None, (at, where)), " · "))


def findings(setting: Setting, journey: JourneyMap, leads: Callable[[str], str], paper: Paper) -> None:
    """The list, if there is anything in it. `leads` says where a card is found."""
    to, column = setting.language, Column(setting, paper.column)
    lines: list[Line] = []
    counts = dict.fromkeys(_GOODS, 0)
    for phase in journey.phases:
        found = [] if phase.hidden else findings_in(setting, journey, phase)
        if found:
            title = setting.text(phase.id, "title", phase.title) or tr("Untitled", to=to)
            lines += column.title(title, f"findings-{phase.id}")
        for one in found:
            counts[one.tone] += 1
            lines += together(_entry(setting, one, leads(one.card), paper.column), paper.height * _TOGETHER)
    title = tr("Pain points and opportunities", to=to)
    about = tr(
        "{pains} in the way, {goods} that could be better", to=to, pains=counts["pain"], goods=counts["opportunity"]
    )
    paper.add(title, lines, Tag("findings", "findings-1", title), about)


def _entry(setting: Setting, one: Finding, address: str, width: float) -> Iterator[Line]:
    """The sign of the tone, the words, and below them where they belong."""
    column = Column(setting, width, _INDENT)
    tone = look.TONES[one.tone]
    for number, line in enumerate(column.text(one.words, 6.0, color=look.INK, address=address)):
        sign = icon_path(tone.icon, 1.0, (line.height - _SIGN) / 2, _SIGN, tone.symbol)
        yield line if number else line._replace(items=(sign, *line.items))
    if one.where:
        yield from column.text(one.where, 0.5, color=look.INK_2, size=8.5)
