"""Values for any field of any thing, found by what the model says of it: those that fit, and a few that do not."""

from __future__ import annotations

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import hypothesis.strategies as st
from annotated_types import Ge, Gt, Le, MultipleOf
from pydantic.fields import FieldInfo

from journey_editor.model.base import (
    ADDRESS_PATTERN,
    COLOR_PATTERN,
    DAY_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    MOMENT_PATTERN,
    OPTIONAL_ID_PATTERN,
    OPTIONAL_SHA256_PATTERN,
    SHA256_PATTERN,
    TEXT_PATTERN,
    Node,
)
from journey_editor.model.project import Project
from tests.builders import PIXEL_SHA

from .in_session import WORDS

#: What fits a text of a kind, and one that does not.
_OF_PATTERN: dict[str, list[str]] = {
    COLOR_PATTERN: ["", "#112233", "#AAbbCC", "red"],
    LANGUAGE_PATTERN: ["de", "en", "pt-BR", "xx-bad-"],
    DAY_PATTERN: ["", "2026-02-28", "2026-13-01"],
    MOMENT_PATTERN: ["", "2026-02-28T12:00:00Z", "gestern"],
    SHA256_PATTERN: [PIXEL_SHA, "0" * 64],
    OPTIONAL_SHA256_PATTERN: ["", PIXEL_SHA, PIXEL_SHA, "0" * 64],
    ADDRESS_PATTERN: ["https://example.org/", "mailto:a@example.org", "javascript:alert(1)"],
}


def value_for(project: Project, field: str, info: FieldInfo) -> st.SearchStrategy[Any]:
    """A value for a field of the project's things, as its annotation wants it."""
    return _of(project, field, info.annotation, info.metadata)


def _of(project: Project, field: str, wanted: Any, metadata: list[Any]) -> st.SearchStrategy[Any]:
    origin = get_origin(wanted)
    if origin is Annotated:
        inner, *more = get_args(wanted)
        return _of(project, field, inner, [*metadata, *_flat(more)])
    if origin in (Union, types.UnionType):
        return st.one_of(*(_of(project, field, part, metadata) for part in get_args(wanted)))
    if origin is Literal:
        return st.sampled_from(get_args(wanted))
    if origin is tuple:
        inner = get_args(wanted)[0]
        return st.lists(_of(project, field, inner, []), max_size=3).map(tuple)
    if wanted is type(None):
        return st.none()
    if wanted is bool:
        return st.booleans()
    if wanted is str:
        return _text(project, field, metadata)
    if wanted in (int, float):
        return _number(wanted, metadata)
    assert issubclass(wanted, Node), wanted
    return _node(project, wanted)


def _flat(metadata: list[Any]) -> list[Any]:
    """What a field's own annotation says, as pydantic says it of a field."""
    return [part for one in metadata for part in (one.metadata if isinstance(one, FieldInfo) else [one])]


def _text(project: Project, field: str, metadata: list[Any]) -> st.SearchStrategy[str]:
    pattern = next((found for one in metadata if (found := getattr(one, "pattern", None))), TEXT_PATTERN)
    if pattern in (ID_PATTERN, OPTIONAL_ID_PATTERN):
        return st.sampled_from(["", "no-such-thing", *_known(project, field)])
    if pattern == TEXT_PATTERN:
        return WORDS
    return st.sampled_from(_OF_PATTERN[pattern])


def _known(project: Project, field: str) -> list[str]:
    """The ids of what a field of this name may point at."""
    match field:
        case "persona" | "personas":
            return [persona.id for persona in project.personas]
        case "channel" | "channels":
            return [channel.id for channel in project.channels]
        case "band_below":
            return [lane.id for journey in project.maps for lane in journey.lanes]
        case "source" | "target":
            return [
                card.id
                for m in project.maps
                for lane in m.lanes
                for c in getattr(lane, "cells", ())
                for card in c.cards
            ]
        case "step":
            return [step.id for journey in project.maps for phase in journey.phases for step in phase.steps]
        case _:
            raise AssertionError(f"nobody has said what {field} points at")


def _number(wanted: type, metadata: list[Any]) -> st.SearchStrategy[float]:
    least: float = next((float(one.ge) for one in metadata if isinstance(one, Ge)), -1e6)
    least = next((float(one.gt) + 1 for one in metadata if isinstance(one, Gt)), least)
    most: float = next((float(one.le) for one in metadata if isinstance(one, Le)), 1e6)
    if wanted is int:
        return st.integers(int(least), int(most)) | st.just(int(most) + 1)
    if any(isinstance(one, MultipleOf) for one in metadata):
        return st.integers(int(least * 2), int(most * 2)).map(lambda n: n / 2) | st.just(0.3)
    return st.floats(least, most) | st.sampled_from([least, most, most + 1, -0.0])


def _node(project: Project, wanted: type[Node]) -> st.SearchStrategy[Node]:
    """A value of a class: what it must have, and some of what it may have."""
    parts = {name: value_for(project, name, info) for name, info in wanted.model_fields.items()}
    needed = {name: parts[name] for name, info in wanted.model_fields.items() if info.is_required()}
    optional = {name: part for name, part in parts.items() if name not in needed}
    return st.fixed_dictionaries(needed, optional=optional).map(lambda fields: _made(wanted, fields))


def _made(wanted: type[Node], fields: dict[str, Any]) -> Any:
    """The value; where its fields do not fit, they themselves, for the edit to refuse."""
    try:
        return wanted(**fields)
    except ValueError:
        return fields
