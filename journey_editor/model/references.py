"""Which things a thing points at. Checking a file, refusing an edit, and clearing what pointed at something deleted all
ask here, so that a new reference needs to be named once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from .base import Node
from .cards import Note, Picture, Touchpoint
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
    ("channel", "persona", "emotions", "images", "image", "portrait", "personas", "channels", "band_below")
)


def references(node: Node) -> Iterator[Reference]:
    """All that the node points at, itself and not what lies inside it with an id of its own."""
    match node:
        case Touchpoint():
            if node.channel:
                yield Reference("/channel", "channel", node.channel)
            for i, emotion in enumerate(node.emotions):
                yield Reference(f"/emotions/{i}/persona", "persona", emotion.persona)
            for i, use in enumerate(node.images):
                yield Reference(f"/images/{i}/sha256", "image", use.sha256)
        case Note():
            if node.persona:
                yield Reference("/persona", "persona", node.persona)
        case Picture():
            if node.image:
                yield Reference("/image/sha256", "image", node.image.sha256)
        case Persona():
            if node.portrait:
                yield Reference("/portrait", "image", node.portrait)
        case EmotionLane():
            for i, persona in enumerate(node.personas):
                yield Reference(f"/personas/{i}", "persona", persona)
            for i, point in enumerate(node.points):
                yield Reference(f"/points/{i}/step", "step", point.step)
                yield Reference(f"/points/{i}/persona", "persona", point.persona)
        case ChannelLane():
            for i, channel in enumerate(node.channels):
                yield Reference(f"/channels/{i}", "channel", channel)
            for i, mark in enumerate(node.marks):
                yield Reference(f"/marks/{i}/channel", "channel", mark.channel)
                yield Reference(f"/marks/{i}/step", "step", mark.step)
        case JourneyMap():
            for i, persona in enumerate(node.personas):
                yield Reference(f"/personas/{i}", "persona", persona)
            if node.band_below:
                yield Reference("/band_below", "lane", node.band_below)
        case Path() | Counterpart():
            yield Reference("/source", "touchpoint", node.source)
            yield Reference("/target", "touchpoint", node.target)


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
