"""Marks of a channel matrix by hand: how important a channel is in a step, each change as one step of the history."""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.edit.matrix import set_mark
from journey_editor.model.cards import Touchpoint
from journey_editor.model.lanes import ChannelLane
from journey_editor.model.queries import all_cards, find_channel, find_lane, text_in
from journey_editor.wording import tr, trn

from . import step_words
from .names import name_of
from .session import Session

MOST = 3


class Mark(NamedTuple):
    """A place of a matrix: what was set by hand there (0 for nothing), and how many touchpoints touch it."""

    lane: str
    step: str
    channel: str
    by_hand: int
    touched: int

    @property
    def weight(self) -> int:
        """How important it is drawn, 0 to 3."""
        return self.by_hand or min(self.touched, MOST)


def mark_at(session: Session, place: str) -> Mark | None:
    """The mark at a place "LANE/STEP/CHANNEL"; None where there is no such place."""
    lane_id, _, rest = place.partition("/")
    step, slash, channel = rest.partition("/")
    if not slash or all(lane.id != lane_id for lane in session.journey.lanes):
        return None
    lane = find_lane(session.journey, lane_id)
    if not isinstance(lane, ChannelLane):
        return None
    by_hand = next((m.importance for m in lane.marks if (m.channel, m.step) == (channel, step)), 0)
    touched = sum(
        1
        for _, at, card in all_cards(session.journey)
        if at == step and isinstance(card, Touchpoint) and card.channel == channel
    )
    return Mark(lane_id, step, channel, by_hand, touched)


def set_importance(session: Session, mark: Mark, importance: int) -> None:
    """Set it by hand, 1 to 3; 0 takes away what was set by hand. What touchpoints say stays."""
    channel, where = channel_name(session, mark.channel), step_words.called(session, mark.step)
    if importance:
        label = tr(
            "Marked “{channel}” in {where}: {importance}",
            channel=step_words.short(channel),
            where=where,
            importance=importance_word(importance),
        )
    else:
        label = tr("Deleted the mark of “{channel}” in {where}", channel=step_words.short(channel), where=where)
    session.apply(label, lambda project: set_mark(project, mark.lane, mark.channel, mark.step, importance))


def next_importance(mark: Mark) -> int:
    """From nothing over the three importances back to nothing."""
    return (mark.by_hand + 1) % (MOST + 1)


def importance_word(importance: int) -> str:
    return (tr("not touched"), tr("touched"), tr("important"), tr("very important"))[importance]


def said(session: Session, mark: Mark) -> str:
    """A place in words: "Website, Entscheidung: important, set by hand, 2 touchpoints"."""
    return tr(
        "{channel}, {step}: {what}",
        channel=channel_name(session, mark.channel),
        step=name_of(session, mark.step),
        what=what(mark),
    )


def said_here(session: Session, mark: Mark) -> str:
    """The same where one sees which step it is."""
    return tr("{channel}: {what}", channel=channel_name(session, mark.channel), what=what(mark))


def what(mark: Mark) -> str:
    """How important a place is, and where that comes from."""
    parts = [importance_word(mark.weight)]
    if mark.by_hand:
        parts.append(tr("set by hand"))
    if mark.touched:
        parts.append(trn("{n} touchpoint", "{n} touchpoints", mark.touched))
    return ", ".join(parts)


def channel_name(session: Session, channel_id: str) -> str:
    """A channel's name in the language that is shown."""
    channel = find_channel(session.project, channel_id)
    if channel is None or not channel.name:
        return tr("Unnamed channel")
    return text_in(session.project, session.language, channel_id, "name", channel.name)
