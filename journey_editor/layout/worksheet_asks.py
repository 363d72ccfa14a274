"""What a worksheet of a map asks for: its sections, each with rows that belong together, for some of the columns.

The touchpoints of a mirror map are asked for side by side: first those offline, then those to carry them over to. The
lanes of touchpoints of any other map are asked for one after the other. All other lanes follow as rows of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journey_editor.model.cards import Touchpoint
from journey_editor.model.lane_words import lane_word
from journey_editor.model.lanes import ChannelLane, EmotionLane, Lane, TouchpointLane
from journey_editor.model.project import Channel, JourneyMap
from journey_editor.model.queries import cards_at, find_channel, touchpoints
from journey_editor.model.sides import channel_modes, is_mirrored, side_of_lane

from . import worksheet_words as words
from .drawlist import Tag
from .worksheet_cells import printed_card, printed_cards, printed_to_carry
from .worksheet_columns import Upright
from .worksheet_hand import Hand
from .worksheet_rows import Printed, Row

_MORE_CHANNELS = 2  # empty rows of a matrix


class Group(NamedTuple):
    """Rows that stay together where that is possible. `name` is the lane by which a sheet is called. What is `spare`
    stands under what is above it on the same sheet, or else once among the lanes that follow."""

    rows: tuple[Row, ...]
    name: str = ""
    spare: bool = False


class Section(NamedTuple):
    """A sheet's matter: of contacts, of contacts to "carry" over to online, or of "lanes" beside them. What of contacts
    it is of is said by `what`."""

    task: str
    what: str
    groups: tuple[Group, ...]


class Contacts(NamedTuple):
    """Lanes of touchpoints that are asked for together."""

    task: str
    what: str
    lanes: tuple[TouchpointLane, ...]
    tag: Tag | None


def contacts(hand: Hand, journey: JourneyMap) -> list[Contacts]:
    """The touchpoints of a map, by sides or by lanes; of a map without any lane, touchpoints none the less."""
    setting, to = hand.setting, hand.setting.language
    lanes = [lane for lane in journey.lanes if isinstance(lane, TouchpointLane) and not lane.hidden]
    modes = channel_modes(setting.project)
    sided = [(lane, side_of_lane(lane, modes)) for lane in lanes]
    found = []
    if is_mirrored(journey) and {side for _, side in sided} >= {"online", "offline"}:
        for side in ("offline", "online"):
            of_side = tuple(lane for lane, its in sided if its == side)
            found.append(Contacts("carry" if side == "online" else "contacts", words.of_side(side, to), of_side, None))
        lanes = [lane for lane, side in sided if side is None]
    for lane in lanes:
        name = name_of(hand, lane)
        found.append(Contacts("contacts", name, (lane,), Tag("lane", lane.id, name)))
    if not found and not any(lane.kind != "separator" and not lane.hidden for lane in journey.lanes):
        found.append(Contacts("contacts", lane_word("touchpoints", to), (), None))
    return found


def name_of(hand: Hand, lane: Lane) -> str:
    return hand.setting.text(lane.id, "title", lane.title) or lane_word(lane.kind, hand.setting.language)


def sections(hand: Hand, journey: JourneyMap, columns: Sequence[Upright], each: float, *, cards: bool) -> list[Section]:
    """The sections for some columns of a width; with the cards of the map, if so wished."""
    to = hand.setting.language
    asked = contacts(hand, journey)
    curves = [lane for lane in journey.lanes if isinstance(lane, EmotionLane) and not lane.hidden]
    sided = any(one.task == "carry" for one in asked)
    made = []
    for number, one in enumerate(asked):
        groups = [Group(_contact_rows(hand, journey, one, asked, columns, each, cards=cards))]
        if curves and (number == 0 or sided):
            groups.append(Group((_curve(hand, curves[0]),), name_of(hand, curves[0]), spare=True))
        made.append(
            Section(one.task, words.by_phase(one.what, to) if one.task == "contacts" else one.what, tuple(groups))
        )
    others = further(hand, journey, columns, each, cards=cards, without=curves[:1] if asked else [])
    if others:
        made.append(Section("lanes", "", tuple(others)))
    return made


def _contact_rows(
    hand: Hand,
    journey: JourneyMap,
    one: Contacts,
    asked: Sequence[Contacts],
    columns: Sequence[Upright],
    each: float,
    *,
    cards: bool,
) -> tuple[Row, ...]:
    to, inner = hand.setting.language, each - 2 * hand.inset
    rows = []
    name, caption = words.touchpoint(to)
    if one.task == "carry":
        rows.append(_to_carry(hand, journey, asked, columns, inner, cards=cards))
        name, caption = words.online_touchpoint(to)
    there = tuple(printed_cards(hand, _cards_in(one.lanes, column), inner) for column in columns) if cards else ()
    boxes = tuple(word for _, word in words.ticks(to))
    rows.append(Row("ruled", name, caption, 1 if any(there) else 2, 4, 1, there, boxes=boxes, bound=True, tag=one.tag))
    for field, name, caption in words.questions(to):
        heavy = 2 if field == "content" else 1
        rows.append(Row("ruled", name, caption, 2, 6, heavy, bound=field != "content"))
    return tuple(rows)


def _cards_in(lanes: Sequence[Lane], column: Upright) -> list[Touchpoint]:
    return [card for lane in lanes for card in cards_at(lane, column.step.id) if isinstance(card, Touchpoint)]


def _to_carry(
    hand: Hand,
    journey: JourneyMap,
    asked: Sequence[Contacts],
    columns: Sequence[Upright],
    width: float,
    *,
    cards: bool,
) -> Row:
    """The row of the offline touchpoints that are to be carried over."""
    name, caption = words.carried(hand.setting.language)
    there: tuple[tuple[Printed, ...], ...] = ()
    if cards:
        there = tuple(offline_printed(hand, journey, asked, column, width) for column in columns)
    return Row("ruled", name, caption, 1 if any(there) else 2, 3, 1, there, bound=True)


def offline_printed(
    hand: Hand, journey: JourneyMap, asked: Sequence[Contacts], column: Upright, width: float
) -> tuple[Printed, ...]:
    """The offline touchpoints of a column; those that have a counterpart are ticked."""
    done = {end for trace in journey.counterparts for end in (trace.source, trace.target)}
    lanes = [lane for one in asked if one.task == "contacts" and one.tag is None for lane in one.lanes]
    return tuple(printed_to_carry(hand, card, width, done=card.id in done) for card in _cards_in(lanes, column))


def _curve(hand: Hand, lane: EmotionLane) -> Row:
    caption = hand.setting.text(lane.id, "description", lane.description)
    usual, task = words.enthusiasm(hand.setting.language)
    title = hand.setting.text(lane.id, "title", lane.title) or usual
    return Row("scale", title, caption or task, 0, 2, 1, tag=Tag("lane", lane.id, title))


def further(
    hand: Hand,
    journey: JourneyMap,
    columns: Sequence[Upright],
    each: float,
    *,
    cards: bool,
    without: Sequence[Lane] = (),
) -> list[Group]:
    """The lanes that hold no touchpoints, in the order of the map; a line across it stays with what stands below it."""
    made: list[Group] = []
    above: tuple[Row, ...] = ()
    beside = False  # whether what stands right above is no lane of touchpoints
    for lane in journey.lanes:
        if lane.hidden or lane in without:
            continue
        if isinstance(lane, TouchpointLane):
            above, beside = (), False
            continue
        name = name_of(hand, lane)
        tag = Tag("lane", lane.id, name)
        if lane.kind == "separator":
            # Beside a lane of touchpoints, which has a sheet of its own, a line has no place.
            above = (*above, Row("line", name, lines=0, most=0, bound=True, tag=tag)) if beside else ()
            continue
        own = hand.setting.text(lane.id, "description", lane.description)
        caption = own or words.prompt(lane, hand.setting.language)
        if isinstance(lane, EmotionLane):
            rows: tuple[Row, ...] = (_curve(hand, lane),)
        elif isinstance(lane, ChannelLane):
            rows = _matrix(hand, journey, lane, name, caption, columns, cards=cards)
        else:
            there: tuple[tuple[Printed, ...], ...] = ()
            if cards:
                inner = each - 2 * hand.inset
                there = tuple(
                    tuple(printed_card(hand, card, inner) for card in cards_at(lane, column.step.id))
                    for column in columns
                )
            row = Row("ruled", name, caption, 3, 12, 1, there, tag=tag)
            if lane.kind == "metrics":
                row = row._replace(kind="figures", lines=4, most=8, boxes=words.figure_words(hand.setting.language))
            elif lane.kind == "images":
                row = row._replace(kind="frame", lines=4, most=10)
            rows = (row,)
        made.append(Group((*above, *rows), name))
        above, beside = (), True
    return made


def _matrix(
    hand: Hand,
    journey: JourneyMap,
    lane: ChannelLane,
    name: str,
    caption: str,
    columns: Sequence[Upright],
    *,
    cards: bool,
) -> tuple[Row, ...]:
    """A row of boxes for each channel, and some for others."""
    head = Row("ticks", name, caption, 0, 0, bound=True, tag=Tag("lane", lane.id, name))
    used = {mark.channel for mark in lane.marks} | {card.channel for card in touchpoints(journey) if card.channel}
    keys = lane.channels or tuple(channel.id for channel in hand.setting.project.channels if channel.id in used)
    known = [channel for key in keys if (channel := find_channel(hand.setting.project, key)) is not None]
    rows = [Row("ticks", "", lines=0, most=0)._replace(title=_channel(hand, one)) for one in known]
    if cards:
        rows = [row._replace(ticked=_marked(journey, lane, one, columns)) for row, one in zip(rows, known, strict=True)]
    rows += [Row("ticks", "", lines=0, most=0)] * (_MORE_CHANNELS if known else 4)
    return (head, *(row._replace(bound=True) for row in rows[:-1]), rows[-1])


def _channel(hand: Hand, channel: Channel) -> str:
    return hand.setting.text(channel.id, "name", channel.name)


def _marked(journey: JourneyMap, lane: ChannelLane, channel: Channel, columns: Sequence[Upright]) -> tuple[bool, ...]:
    marked = {mark.step for mark in lane.marks if mark.channel == channel.id}
    for other in journey.lanes:
        if isinstance(other, TouchpointLane) and not other.hidden:
            marked |= {cell.step for cell in other.cells if any(card.channel == channel.id for card in cell.cards)}
    return tuple(column.step.id in marked for column in columns)
