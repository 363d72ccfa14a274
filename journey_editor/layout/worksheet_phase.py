"""The rows of the table for one phase: its touchpoints, if they are wanted, and room to add; dealt out on sheets."""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.model.cards import Touchpoint
from journey_editor.model.columns import Phase
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import cards_at
from journey_editor.model.sides import Placed

from .card_texts import title_of
from .drawlist import Item
from .worksheet_asks import Contacts
from .worksheet_hand import Hand
from .worksheet_table import MOST_LINES, Entry, Table

_MOST_PITCH = 1.15  # how far lines may move apart, to fill a sheet


def entries(
    hand: Hand, journey: JourneyMap, phase: Phase, asked: Sequence[Contacts], carried: Sequence[Placed], *, cards: bool
) -> list[Entry]:
    """The rows that a phase's touchpoints make, group by group, each with room to add; `carried` are the offline
    touchpoints that wait to be carried over."""
    made: list[Entry] = []
    for one in asked:
        group: list[Entry] = []
        for lane in one.lanes if cards else ():
            for step in phase.steps:
                name = hand.setting.text(step.id, "title", step.title)
                for card in cards_at(lane, step.id):
                    if isinstance(card, Touchpoint):
                        group.append(Entry(card, name, _source_of(hand, journey, card)))
        if cards and one.task == "carry":
            group += [Entry(None, carried=title_of(hand.setting, placed.card)) for placed in carried]
        group += [Entry(None)]
        above = one.what if len(asked) > 1 else ""
        made += [group[0]._replace(above=above), *group[1:]]
    return made


def _source_of(hand: Hand, journey: JourneyMap, card: Touchpoint) -> str:
    """The offline touchpoints that a touchpoint takes the place of."""
    sources = {trace.source for trace in journey.counterparts if trace.target == card.id}
    sources |= {trace.target for trace in journey.counterparts if trace.source == card.id}
    found = [
        other
        for lane in journey.lanes
        if lane.kind == "touchpoints"
        for cell in lane.cells
        for other in cell.cards
        if other.id in sources
    ]
    return ", ".join(title_of(hand.setting, other) for other in found)


def dealt(table: Table, rows: Sequence[Entry], height: float, *, lone: bool) -> list[list[Entry]]:
    """The rows on sheets with so much height for them; a `lone` group takes the room that is left for more."""
    made: list[list[Entry]] = [[]]
    used = 0.0
    for entry in rows:
        needs = table.needs(entry)
        if made[-1] and used + needs > height:
            made.append([])
            used = 0.0
        made[-1].append(entry)
        used += needs
    while lone and used + (more := table.needs(Entry(None))) <= height:
        made[-1].append(Entry(None))
        used += more
    return made


def drawn(table: Table, rows: Sequence[Entry], y: float, height: float) -> list[Item]:
    """The rows under each other from `y` on; lines are added, and moved apart, as long as there is height."""
    extra = 0
    while extra < MOST_LINES and sum(table.needs(entry, extra + 1) for entry in rows) <= height:
        extra += 1
    usual = table.pitch
    while table.pitch < usual * _MOST_PITCH:
        table.pitch *= 1.01
        if sum(table.needs(entry, extra) for entry in rows) > height:
            table.pitch /= 1.01
            break
    items: list[Item] = []
    for entry in rows:
        group = table.draw(entry, extra)
        items.append(group._replace(y=y))
        y += group.h
    table.pitch = usual
    return items
