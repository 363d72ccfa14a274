"""What an answer in a workshop makes of the project: shown on the map while it is typed, then done as one step.

While somebody types, nothing is done to the session: the map shows what `Answer.edit` would make. So an answer that is
left as it was leaves no trace, and a touchpoint that was never given a name has never been there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from journey_editor.edit.cards import add_card, move_cards, set_card, set_emotion
from journey_editor.edit.counterparts import carry_over, link_counterparts
from journey_editor.edit.known_channels import add_known_channel
from journey_editor.edit.maps import set_map
from journey_editor.edit.personas import add_persona
from journey_editor.edit.phases import add_phase
from journey_editor.edit.translations import set_text
from journey_editor.edit.workshop import prepare
from journey_editor.model import workshop
from journey_editor.model.cards import Touchpoint
from journey_editor.model.channel_library import likely
from journey_editor.model.project import Project
from journey_editor.model.queries import find_card, find_phase, place_of
from journey_editor.model.sides import Side
from journey_editor.model.workshop import Position
from journey_editor.storage.channel_library import channel_library, known_channel
from journey_editor.wording import tr

from . import acts, step_words
from .counterpart_acts import side_named_in, side_title
from .names import text_of
from .session import Session

_OFFERED = 5


class Answer(NamedTuple):
    """An answer on its way: its name in the history, what it does, and where one stands once it is done."""

    label: str
    edit: Callable[[Project], Project]
    position: Position


class Offer(NamedTuple):
    """Something to take instead of typing it: a text, with the project's `channel` or one of the library (`known`, by
    its key) where it names one; or a `touchpoint` that is there already, to be linked."""

    text: str
    channel: str = ""
    known: str = ""
    touchpoint: str = ""


def get_ready(session: Session) -> None:
    """Make the map that is shown ready, as one step; nothing happens where it is."""
    map_id = session.map_id
    session.apply(tr("Prepared the map for a workshop"), lambda project: prepare(project, map_id))


def said(session: Session, at: Position) -> str:
    """The words that answer a question by now, in the language that is shown."""
    thing, field = _text_place(session, at)
    return text_of(session, thing, field) if thing else ""


def in_words(session: Session, at: Position, text: str, fresh: str, offer: Offer | None = None) -> Answer | None:
    """An answer in words. `fresh` is the id of what is made along with it. None if there is nothing to do.

    A medium that is called like a channel of the project or of the library gives the touchpoint that channel, if it has
    none yet; the `offer` that was taken does in any case.
    """
    text = text.strip()
    language, map_id = session.language, session.map_id
    thing, field = _text_place(session, at)
    if thing:
        if text == said(session, at) and offer is None:
            return None
        if not text and at.question in ("name", "phase", "persona"):
            return None  # what is there keeps its name; to take it away is another command
        label = step_words.wrote(session, thing, field, text)
        if at.question == "medium" and offer is None:
            offer = _channel_called(session, at, text)

        def write(project: Project) -> Project:
            project = set_text(project, language, thing, field, text)
            return _with_channel(project, thing, offer) if offer is not None else project

        return Answer(label, write, at)
    if not text:
        return None
    if at.question == "phase":

        def phase(project: Project) -> Project:
            project, key = add_phase(project, map_id, title=text, new=_first(fresh))
            return set_text(project, language, key, "title", text)

        return Answer(tr("Added a phase"), phase, at._replace(phase=fresh))
    if at.question == "persona":
        there = at._replace(persona=fresh)
        return Answer(tr("Added a persona"), lambda project: _with_persona(project, map_id, text, fresh), there)
    return _named(session, at, text, fresh)


def link(session: Session, at: Position, target: str) -> Answer:
    """A touchpoint that is there already is the counterpart."""
    source = at.source
    return Answer(
        step_words.linked(session, source, target),
        lambda project: link_counterparts(project, (source,), target)[0],
        at._replace(card=target),
    )


def status(session: Session, at: Position, value: str) -> Answer:
    label = step_words.about(session, tr("Changed the status"), (at.card,))
    return Answer(label, lambda project: set_card(project, at.card, status=value), at)


def feeling(session: Session, at: Position, value: float | None, fresh: str) -> Answer:
    """How the persona feels there, -2 to +2; None takes it away. Where the map has no persona, it gets one."""
    map_id, card = session.map_id, at.card
    if at.persona:
        label = step_words.about(session, tr("Set how it feels"), (card,))
        return Answer(label, lambda project: set_emotion(project, card, at.persona, value=value), at)

    def edit(project: Project) -> Project:
        project = _with_persona(project, map_id, tr("Customer", to=project.language), fresh)
        return set_emotion(project, card, fresh, value=value)

    return Answer(step_words.about(session, tr("Set how it feels"), (card,)), edit, at._replace(persona=fresh))


def lane(session: Session, at: Position, lane_id: str) -> Answer:
    place = place_of(session.journey, at.card)
    step = place.step if place is not None else ""
    label = step_words.moved_cards(session, (at.card,), lane_id, step)
    return Answer(label, lambda project: move_cards(project, (at.card,), lane_id, step), at)


def do(session: Session, answer: Answer) -> None:
    """Do it, as one step. Raises EditError."""
    session.apply(answer.label, answer.edit)


def remove(session: Session, at: Position) -> bool:
    """Take away what is asked about; False where it is nothing that can go."""
    thing = at.card or (at.phase if at.question == "phase" else "")
    if thing:
        acts.remove(session, (thing,))
    return bool(thing)


def offers(session: Session, at: Position) -> tuple[Offer, ...]:
    """What could be meant: an online touchpoint that is there already, a channel, a place that was named before."""
    if at.question == "name" and at.source and not at.card:
        linked = {end for trace in session.journey.counterparts for end in (trace.source, trace.target)}
        found = workshop.captured(session.project, session.journey, at.phase, "online")
        return tuple(
            Offer(text_of(session, card.id, "title"), touchpoint=card.id)
            for card in found
            if card.id not in linked and card.title
        )[:_OFFERED]
    if at.question == "medium" and at.round != "frame":
        return _channels(session, at, at.round)[: _OFFERED + 1]
    if at.question == "where" and at.round != "frame":
        return tuple(Offer(text) for text in _said_before(session, at.round, at))
    return ()


def home_lane(session: Session, side: Side) -> str:
    """The lane in which a new touchpoint of a side lies: that beside the phase band; "" where there is none."""
    lanes = workshop.lanes_of(session.project, session.journey, side)
    return (lanes[-1] if side == "online" else lanes[0]).id if lanes else ""


def _named(session: Session, at: Position, title: str, fresh: str) -> Answer | None:
    """A touchpoint that is not there yet, by its name; for a source, as its counterpart."""
    assert at.round != "frame"
    side, language = at.round, session.language
    there = at._replace(card=fresh)
    if at.source:
        label = tr(
            "Carried “{offline}” over to “{online}”",
            offline=step_words.called(session, at.source),
            online=step_words.short(title),
        )

        def carry(project: Project) -> Project:
            lane_title = side_title(side, project.language)
            # Without a channel: the medium is asked for next, and brings it.
            after, _ = carry_over(
                project, (at.source,), to=side, channel="", lane_title=lane_title, title=title, new=_first(fresh)
            )
            return set_text(side_named_in(project, after, side, language), language, fresh, "title", title)

        return Answer(label, carry, there)
    home = home_lane(session, side)
    if not home:
        return None
    step = find_phase(session.journey, at.phase).steps[-1].id

    def add(project: Project) -> Project:
        project, key = add_card(project, home, step, title=title, mode=side, new=_first(fresh))
        return set_text(project, language, key, "title", title)

    return Answer(step_words.added_card(session, home, step, title), add, there)


def _with_persona(project: Project, map_id: str, name: str, fresh: str) -> Project:
    named = next(journey.personas for journey in project.maps if journey.id == map_id)
    project, key = add_persona(project, name=name, new=lambda _: fresh)
    return set_map(project, map_id, personas=(*named, key)) if named else project


def _text_place(session: Session, at: Position) -> tuple[str, str]:
    """The thing and field that hold the words of an answer; ("", "") while there is no such thing."""
    match at.question:
        case "title":
            return session.map_id, "title"
        case "persona":
            return at.persona, "name"
        case "phase":
            return at.phase, "title"
        case "name":
            return at.card, "title"
        case "where" | "medium" | "content":
            return at.card, at.question
        case _:
            return "", ""


def _with_channel(project: Project, card: str, offer: Offer) -> Project:
    """The touchpoint with the channel that an offer names, which the project may get only now."""
    key, known = offer.channel, known_channel(offer.known) if offer.known else None
    if known is not None:
        project, key = add_known_channel(project, known)
    return set_card(project, card, channel=key) if key else project


def _channels(session: Session, at: Position, side: Side) -> tuple[Offer, ...]:
    """The channels of a side: for a counterpart those that suit it best first, then those of the project."""
    source = find_card(session.journey, at.source) if at.source else None
    first: list[Offer] = []
    for one in likely(session.project, source, side, channel_library()) if isinstance(source, Touchpoint) else ():
        if one.channel is not None:
            first.append(Offer(text_of(session, one.channel.id, "name"), channel=one.channel.id))
        elif one.known is not None:
            first.append(Offer(one.known.name(session.language), known=one.known.key))
    own = tuple(
        Offer(text_of(session, channel.id, "name"), channel=channel.id)
        for channel in session.project.channels
        if channel.name and channel.mode in ("", "both", side)
    )
    return tuple(dict.fromkeys((*first, *own)))


def _channel_called(session: Session, at: Position, text: str) -> Offer | None:
    """The channel whose name stands first among the media, for a touchpoint that has none yet."""
    card = find_card(session.journey, at.card)
    if not isinstance(card, Touchpoint) or card.channel or at.round == "frame":
        return None
    for word in filter(None, (part.strip().casefold() for part in re.split(r"[,;/\n]", text))):
        for channel in session.project.channels:
            if word in (channel.name.casefold(), text_of(session, channel.id, "name").casefold()):
                return Offer(text, channel=channel.id)
        for known in channel_library():
            called = [name.casefold() for name in known.names.values()]
            called += [name.strip().casefold() for words in known.also.values() for name in words.split(",")]
            if word in called and known.mode in (at.round, "both"):
                return Offer(text, known=known.key)
    return None


def _said_before(session: Session, side: Side, at: Position) -> Sequence[str]:
    """The places named most often on this side so far."""
    counts: dict[str, int] = {}
    for phase in workshop.shown_phases(session.journey):
        for card in workshop.captured(session.project, session.journey, phase.id, side):
            words = text_of(session, card.id, "where").strip()
            if words and card.id != at.card and "\n" not in words:
                counts[words] = counts.get(words, 0) + 1
    return sorted(counts, key=lambda words: -counts[words])[:_OFFERED]


def _first(fresh: str) -> Callable[[str], str]:
    """An id source that gives this id first, for what has more than one, and others of its kind after it."""
    left = [fresh]
    return lambda prefix: left.pop() if left else f"{prefix}-{fresh.partition('-')[2]}"
