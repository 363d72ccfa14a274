"""What the answers of the guided start make of the project, each as one labelled step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, cast

from journey_editor.edit.cards import add_card, delete_cards, move_cards, set_card, set_emotion
from journey_editor.edit.channels import add_channel as _add_channel
from journey_editor.edit.channels import delete_channel
from journey_editor.edit.known_channels import add_known_channel
from journey_editor.edit.lanes import add_lane
from journey_editor.edit.maps import set_map
from journey_editor.edit.personas import add_persona, set_persona
from journey_editor.edit.phases import add_phase, delete_phase
from journey_editor.edit.translations import set_text
from journey_editor.edit.workshop import phase_names, prepare
from journey_editor.model.cards import Touchpoint
from journey_editor.model.channel_library import KnownChannel, missing
from journey_editor.model.guide import Screen, persona_of, touchpoints_of
from journey_editor.model.ids import random_id
from journey_editor.model.lanes import NoteLane
from journey_editor.model.project import Channel, JourneyMap, Project
from journey_editor.model.queries import all_cards, find_card, find_channel, find_map, find_phase, place_of
from journey_editor.model.sides import Side
from journey_editor.model.workshop import lanes_of, shown_phases
from journey_editor.storage.channel_library import channel_library
from journey_editor.wording import tr

from . import step_words
from .names import text_of
from .session import Edit, Session
from .writing import in_shown_language

Listed = Literal["goals", "frustrations"]


def text_place(session: Session, at: Screen) -> tuple[str, str]:
    """The thing and field in which a question of words is answered; ("", "") while there is no such thing."""
    persona = persona_of(session.project, session.journey)
    match at.topic:
        case "title" | "goal":
            return session.map_id, at.topic
        case "persona":
            return (persona.id, "name") if persona is not None else ("", "")
        case "role":
            return (persona.id, "role") if persona is not None else ("", "")
        case _:
            return "", ""


def said(session: Session, at: Screen) -> str:
    thing, field = text_place(session, at)
    return text_of(session, thing, field) if thing else ""


def in_words(session: Session, at: Screen, text: str, fresh: str) -> tuple[str, Callable[[Project], Project]] | None:
    """The name of the step, and the edit; None if there is nothing to do. `fresh` is the id of a persona to come."""
    text, language, map_id = text.strip(), session.language, session.map_id
    thing, field = text_place(session, at)
    if thing:
        if text == said(session, at):
            return None
        return step_words.wrote(session, thing, field, text), lambda p: set_text(p, language, thing, field, text)
    if at.topic != "persona" or not text:
        return None

    def add(project: Project) -> Project:
        named = find_map(project, map_id).personas
        project, key = add_persona(project, name=text, new=lambda _: fresh)
        project = set_text(project, language, key, "name", text)  # and in its own language: the curve names it
        return set_map(project, map_id, personas=(*named, key)) if named else project

    return tr("Added a persona"), add


def write_item(session: Session, field: Listed, at: str, text: str) -> str:
    """A goal or frustration of the persona by its place ("" for one more); emptied, it goes. Its place from then on."""
    persona = persona_of(session.project, session.journey)
    if persona is None:
        return at
    items = getattr(persona, field)
    language, key = session.language, persona.id
    label = step_words.about(session, _of_list(field), (key,))
    if not at:
        if not text:
            return at
        n = len(items)

        def add(project: Project) -> Project:
            # An item without words of its own would be none, so it has them in both languages.
            project = set_persona(project, key, **{field: (*items, text)})
            return set_text(project, language, key, f"{field}.{n}", text)

        _apply(session, label, add)
        return str(n)
    n = int(at)
    if text:
        _apply(session, label, lambda p: set_text(p, language, key, f"{field}.{n}", text))
        return at
    # What is emptied stays in its place until the list is left, so that the others keep theirs.
    _apply(session, label, lambda p: set_persona(p, key, **{field: (*items[:n], "", *items[n + 1 :])}))
    return at


def drop_empty(session: Session, field: Listed) -> None:
    """The items that were emptied go."""
    persona = persona_of(session.project, session.journey)
    if persona is None:
        return
    items = getattr(persona, field)
    left = tuple(item for item in items if item)
    if left != items:
        label = step_words.about(session, _of_list(field), (persona.id,))
        _apply(session, label, lambda p: set_persona(p, persona.id, **{field: left}))


def library(session: Session) -> tuple[tuple[Channel, KnownChannel], ...]:
    """The channels of the library that the project has not, as they would be in it."""
    return tuple(
        (
            Channel(
                id=random_id("ch"),
                name=known.name(session.language),
                icon=known.icon,
                mode=known.mode,
                color=known.color,
            ),
            known,
        )
        for known in missing(session.project, channel_library())
    )


def add_channel(session: Session, channel: Channel, known: KnownChannel | None) -> None:
    """The project gets a channel: one of the library, or one that it had before."""
    label = tr("Added the channel “{name}”", name=step_words.short(channel.name))
    if known is not None:
        _apply(session, label, lambda p: add_known_channel(p, known, new=lambda _: channel.id)[0])
    else:
        fields: dict[str, Any] = {"icon": channel.icon, "mode": channel.mode, "color": channel.color}
        _apply(session, label, lambda p: _add_channel(p, name=channel.name, new=lambda _: channel.id, **fields)[0])


def drop_channel(session: Session, channel_id: str) -> None:
    """The project loses a channel; touchpoints that had it are without one then."""
    if find_channel(session.project, channel_id) is not None:
        _apply(session, step_words.deleted(session, (channel_id,)), lambda p: delete_channel(p, channel_id))


def write_phase(session: Session, key: str, text: str) -> str:
    """A phase by its id ("" for one more); emptied, it goes if nothing lies in it. Its id from then on."""
    map_id, language = session.map_id, session.language
    if not key:
        if not text:
            return key
        add = in_shown_language(session, lambda p: add_phase(p, map_id, title=text))
        return cast(str, session.apply(tr("Added a phase"), add, select=()))
    if text:
        label = step_words.wrote(session, key, "title", text)
        _apply(session, label, lambda p: set_text(p, language, key, "title", text))
    elif _is_empty(session.journey, key):
        _apply(session, step_words.deleted(session, (key,)), lambda p: delete_phase(p, key))
        return ""
    return key


def begin_walk(session: Session) -> None:
    """The map gets what a walk needs: the usual phases if there are none, lanes on both sides, a curve."""
    map_id = session.map_id
    _apply(session, tr("Prepared the map for the walk"), lambda p: prepare(p, map_id))


def usual_phases(session: Session) -> tuple[str, ...]:
    return phase_names(session.language)


def add_usual_phases(session: Session) -> None:
    map_id, language = session.map_id, session.language

    def edit(project: Project) -> Project:
        for title in phase_names(language):
            project, _ = add_phase(project, map_id, title=title)
        return project

    if not shown_phases(session.journey):
        _apply(session, tr("Added the usual phases"), in_shown_language(session, edit))


def write_touchpoint(session: Session, phase: str, key: str, text: str) -> str:
    """A touchpoint of a phase by its id ("" for one more); emptied, it goes. Its id from then on.

    It goes to the side of the channel whose name it holds, else to what is offline: there it can be carried over from.
    """
    if key:
        return _rewrite(session, key, "title", text)
    if not text:
        return key
    channel = _named_in(session, text)
    side: Side = "online" if channel is not None and channel.mode == "online" else "offline"
    lanes = lanes_of(session.project, session.journey, side)
    if not lanes:
        return key
    lane = lanes[-1].id if side == "online" else lanes[0].id
    step = find_phase(session.journey, phase).steps[-1].id
    fields: dict[str, Any] = {"title": text, "mode": side}
    if channel is not None:
        fields["channel"] = channel.id
    label = step_words.added_card(session, lane, step, text)
    add = in_shown_language(session, lambda p: add_card(p, lane, step, **fields))
    return cast(str, session.apply(label, add, select=()))


def set_way(session: Session, card: str, channel_id: str) -> None:
    """By which channel a touchpoint takes place; it moves to the lane of that side."""
    channel, found = find_channel(session.project, channel_id), find_card(session.journey, card)
    place = place_of(session.journey, card)
    if channel is None or place is None or not isinstance(found, Touchpoint):
        return
    side: Side = "online" if channel.mode == "online" else "offline"
    keeps = channel.mode not in ("online", "offline")
    lanes = lanes_of(session.project, session.journey, side)
    home = place.lane if keeps or place.lane in {lane.id for lane in lanes} or not lanes else lanes[0].id

    def edit(project: Project) -> Project:
        project = set_card(project, card, channel=channel_id, **({} if keeps else {"mode": side}))
        return move_cards(project, (card,), home, place.step) if home != place.lane else project

    _apply(session, step_words.about(session, tr("Changed the channel"), (card,)), edit)


def set_feeling(session: Session, card: str, value: float) -> None:
    persona = persona_of(session.project, session.journey)
    if persona is not None:
        label = step_words.about(session, tr("Set how it feels"), (card,))
        _apply(session, label, lambda p: set_emotion(p, card, persona.id, value=value))


def write_pain(session: Session, phase: str, key: str, text: str) -> str:
    """A pain point of a phase by its id ("" for one more); emptied, it goes. Its id from then on."""
    if key:
        return _rewrite(session, key, "text", text)
    if not text:
        return key
    step = find_phase(session.journey, phase).steps[-1].id
    lane = next((lane.id for lane in session.journey.lanes if isinstance(lane, NoteLane) and not lane.hidden), "")
    map_id, title = session.map_id, tr("Pain points and ideas", to=session.language)

    def edit(project: Project) -> tuple[Project, object]:
        home = lane
        if not home:
            project, home = add_lane(project, map_id, "notes", title=title, tone="pain")
        return add_card(project, home, step, text=text, tone="pain")

    label = step_words.added_part(session, "note", step, text)
    return cast(str, session.apply(label, in_shown_language(session, edit), select=()))


def _rewrite(session: Session, card: str, field: str, text: str) -> str:
    """Other words for a card; emptied, it goes. Its id from then on."""
    language = session.language
    if text:
        label = step_words.wrote(session, card, field, text)
        _apply(session, label, lambda p: set_text(p, language, card, field, text))
        return card
    _apply(session, step_words.deleted(session, (card,)), lambda p: delete_cards(p, (card,)))
    return ""


def _of_list(field: Listed) -> str:
    return tr("Changed the goals") if field == "goals" else tr("Changed the frustrations")


def _is_empty(journey: JourneyMap, phase_id: str) -> bool:
    steps = {step.id for step in find_phase(journey, phase_id).steps}
    return not any(step in steps for _, step, _ in all_cards(journey))


def _named_in(session: Session, text: str) -> Channel | None:
    """The channel whose name stands in a touchpoint's title; of several, the one with the longest name."""
    words = text.casefold()
    found = [
        channel
        for channel in session.project.channels
        if (name := text_of(session, channel.id, "name").casefold()) and name in words
    ]
    return max(found, key=lambda channel: len(channel.name), default=None)


def _apply(session: Session, label: str, edit: Edit) -> None:
    session.apply(label, edit)


def named_touchpoints(session: Session, phase: str) -> tuple[tuple[str, str], ...]:
    """The touchpoints of a phase, (id, title) in the language that is shown."""
    found = touchpoints_of(session.project, session.journey, phase)
    return tuple((card.id, text_of(session, card.id, "title")) for card in found)
