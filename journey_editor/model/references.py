"""Which things a thing points at. Checking a file, refusing an edit, and clearing what pointed at something deleted all
ask here. A new reference of a card is named twice, by its place and in bulk; a test holds the two equal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from .base import Node
from .cards import Card, Note, Picture, Touchpoint
from .lanes import ChannelLane, EmotionLane
from .paths import Counterpart, Path
from .project import JourneyMap, Persona, Project

Target = Literal["channel", "persona", "image", "step", "lane", "touchpoint"]


class Reference(NamedTuple):
    """`pointer` is a JSON pointer from the thing that points ("/emotions/0/persona")."""

    pointer: str
    target: Target
    id: str


#: The fields that can hold references to what belongs to the whole project or map; a change of any other cannot dangle.
REFERRING_FIELDS = frozenset(
    ("channel", "persona", "emotions", "images", "image", "portrait", "logo", "personas", "channels", "band_below")
)


def references(node: Node) -> Sequence[Reference]:
    """All that the node points at, itself and not what lies inside it with an id of its own."""
    of_its_class = _OF_CLASS.get(type(node))
    return of_its_class(node) if of_its_class else ()


def targets(cards: Sequence[Card]) -> Mapping[Target, set[str]]:
    """The ids that any of the cards, all of one class, points at: those of their `references`, without the places.

    Each reading of a file asks so whether its 10,000 cards point at what is there: it takes a third of the time.
    """
    of_their_class = _TARGETS_OF_CLASS.get(type(cards[0])) if cards else None
    return of_their_class(cards) if of_their_class else {}


def _of_touchpoint(node: Touchpoint) -> Sequence[Reference]:
    found = [Reference("/channel", "channel", node.channel)] if node.channel else []
    if node.emotions:
        found += [Reference(f"/emotions/{i}/persona", "persona", e.persona) for i, e in enumerate(node.emotions)]
    if node.images:
        found += [Reference(f"/images/{i}/sha256", "image", use.sha256) for i, use in enumerate(node.images)]
    return found


def _of_note(node: Note) -> Sequence[Reference]:
    return (Reference("/persona", "persona", node.persona),) if node.persona else ()


def _of_picture(node: Picture) -> Sequence[Reference]:
    return (Reference("/image/sha256", "image", node.image.sha256),) if node.image else ()


def _of_persona(node: Persona) -> Sequence[Reference]:
    return (Reference("/portrait", "image", node.portrait),) if node.portrait else ()


def _of_project(node: Project) -> Sequence[Reference]:
    return (Reference("/logo", "image", node.logo),) if node.logo else ()


def _of_emotion_lane(node: EmotionLane) -> Sequence[Reference]:
    found = [Reference(f"/personas/{i}", "persona", persona) for i, persona in enumerate(node.personas)]
    for i, point in enumerate(node.points):
        found.append(Reference(f"/points/{i}/step", "step", point.step))
        found.append(Reference(f"/points/{i}/persona", "persona", point.persona))
    return found


def _of_channel_lane(node: ChannelLane) -> Sequence[Reference]:
    found = [Reference(f"/channels/{i}", "channel", channel) for i, channel in enumerate(node.channels)]
    for i, mark in enumerate(node.marks):
        found.append(Reference(f"/marks/{i}/channel", "channel", mark.channel))
        found.append(Reference(f"/marks/{i}/step", "step", mark.step))
    return found


def _of_map(node: JourneyMap) -> Sequence[Reference]:
    found = [Reference(f"/personas/{i}", "persona", persona) for i, persona in enumerate(node.personas)]
    if node.band_below:
        found.append(Reference("/band_below", "lane", node.band_below))
    return found


def _of_connection(node: Path | Counterpart) -> Sequence[Reference]:
    return (Reference("/source", "touchpoint", node.source), Reference("/target", "touchpoint", node.target))


def _of_path(node: Path) -> Sequence[Reference]:
    whose = (Reference("/persona", "persona", node.persona),) if node.persona else ()
    return (*_of_connection(node), *whose)


def _targets_of_touchpoints(cards: Sequence[Touchpoint]) -> Mapping[Target, set[str]]:
    return {
        "channel": {card.channel for card in cards} - {""},
        "persona": {emotion.persona for card in cards for emotion in card.emotions},
        "image": {use.sha256 for card in cards for use in card.images},
    }


def _targets_of_notes(cards: Sequence[Note]) -> Mapping[Target, set[str]]:
    return {"persona": {card.persona for card in cards} - {""}}


def _targets_of_pictures(cards: Sequence[Picture]) -> Mapping[Target, set[str]]:
    return {"image": {card.image.sha256 for card in cards if card.image}}


_TARGETS_OF_CLASS: dict[type[Node], Callable[[Any], Mapping[Target, set[str]]]] = {
    Touchpoint: _targets_of_touchpoints,
    Note: _targets_of_notes,
    Picture: _targets_of_pictures,
}


_OF_CLASS: dict[type[Node], Callable[[Any], Sequence[Reference]]] = {
    Touchpoint: _of_touchpoint,
    Note: _of_note,
    Picture: _of_picture,
    Project: _of_project,
    Persona: _of_persona,
    EmotionLane: _of_emotion_lane,
    ChannelLane: _of_channel_lane,
    JourneyMap: _of_map,
    Path: _of_path,
    Counterpart: _of_connection,
}


def exists(project: Project, reference: Reference) -> bool:
    """Whether a channel, persona or image that is pointed at is there."""
    match reference.target:
        case "channel":
            return any(channel.id == reference.id for channel in project.channels)
        case "persona":
            return any(persona.id == reference.id for persona in project.personas)
        case "image":
            return any(image.sha256 == reference.id for image in project.images)
        case _:
            raise ValueError(f"a {reference.target} is looked for in its map")
