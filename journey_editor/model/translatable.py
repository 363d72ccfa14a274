"""Which of a thing's words can be translated, under which key, and how they are replaced.

A field is named from its thing: "title", "goals.0", "metrics.0.name", "links.1.title".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from .base import Node
from .cards import Emotion, ImageUse, Measure, Metric, Note, Picture, Touchpoint, WebLink
from .columns import Phase, Step
from .lanes import EmotionPoint, LaneBase
from .paths import Path
from .project import Channel, JourneyMap, Persona, Project

N = TypeVar("N", bound=Node)

_FIELDS: tuple[tuple[type[Node], tuple[str, ...]], ...] = (
    (Project, ("title", "description", "author", "organisation")),
    (Persona, ("name", "role", "age", "quote", "biography", "goals", "needs", "frustrations")),
    (Channel, ("name",)),
    (JourneyMap, ("title", "goal", "description")),
    (Phase, ("title", "goal", "description")),
    (Step, ("title",)),
    (LaneBase, ("title", "description")),
    (EmotionPoint, ("label",)),
    (
        Touchpoint,
        (
            "title", "description", "where", "medium", "content", "call_to_action", "device", "actor", "owner",
            "duration", "source", "expectation", "experience", "emotions", "metrics", "tags", "links", "images",
        ),
    ),
    (Note, ("text", "source", "owner", "tags", "links")),
    (Measure, ("metric", "tags")),
    (Picture, ("text", "image", "tags")),
    (Path, ("condition",)),
    (Emotion, ("label",)),
    (Metric, ("name", "unit", "source")),
    (WebLink, ("title",)),
    (ImageUse, ("caption",)),
)  # fmt: skip


def fields_of(node: Node) -> tuple[str, ...]:
    """The fields that are or hold words; empty for what carries none."""
    return next((fields for kind, fields in _FIELDS if isinstance(node, kind)), ())


#: The fields that are lists of words or of values with words: their translations carry an index.
LISTS = frozenset(("goals", "needs", "frustrations", "emotions", "metrics", "tags", "links", "images"))


def texts(node: Node) -> Iterator[tuple[str, str]]:
    """Every text of a node that can be translated, with its field; also the empty ones."""
    for field in fields_of(node):
        yield from _texts(field, getattr(node, field))


def _texts(field: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _texts(f"{field}.{i}", item)
    elif isinstance(value, Node):
        for inner, text in texts(value):
            yield f"{field}.{inner}", text


def text_at(node: Node, field: str) -> str | None:
    """The text of a field, or None if there is no such text."""
    value: object = node
    for part in field.split("."):
        if isinstance(value, tuple):
            at = _index(part)
            if at is None or at >= len(value):
                return None
            value = value[at]
        elif isinstance(value, Node) and part in fields_of(value):
            value = getattr(value, part)
        else:
            return None
    return value if isinstance(value, str) else None


def _index(part: str) -> int | None:
    """Only as we write it: "0", "12", neither "012" nor "1_2" nor digits of other scripts."""
    plain = part.isascii() and part.isdigit() and len(part) <= 9
    return int(part) if plain and str(int(part)) == part else None


def with_text(node: N, field: str, text: str) -> N:
    """The node with the text of a field replaced. Raises KeyError if there is no such text."""
    head, _, rest = field.partition(".")
    if text_at(node, field) is None:
        raise KeyError(field)
    if not rest:
        return node.evolve(**{head: text})
    value = getattr(node, head)
    if isinstance(value, Node):
        return node.evolve(**{head: with_text(value, rest, text)})
    at, _, inner = rest.partition(".")
    item = value[int(at)]
    after = with_text(item, inner, text) if inner else text
    return node.evolve(**{head: (*value[: int(at)], after, *value[int(at) + 1 :])})
