"""Walks the model as it is declared: every class that a project is made of, their fields, and the values to choose."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from journey_editor.model.base import Node
from journey_editor.model.lanes import LaneBase
from journey_editor.model.project import Project


class ModelField(NamedTuple):
    """A field of a class of the model. Fields that all lanes have are said of `LaneBase`, once."""

    owner: str
    name: str

    def __str__(self) -> str:
        return f"{self.owner}.{self.name}"


def classes(root: type[Node] = Project) -> list[type[Node]]:
    """All classes of values that a project can hold, itself first."""
    found: list[type[Node]] = []

    def visit(kind: type[Node]) -> None:
        if kind not in found:
            found.append(kind)
            for field in kind.model_fields.values():
                for inner in _parts(field.annotation):
                    if isinstance(inner, type) and issubclass(inner, Node):
                        visit(inner)

    visit(root)
    return found


def model_field(kind: type[Node], name: str) -> ModelField:
    common = issubclass(kind, LaneBase) and name in LaneBase.model_fields and name != "kind"
    return ModelField(LaneBase.__name__ if common else kind.__name__, name)


def optional_fields() -> set[ModelField]:
    """Every field that may be left as it is."""
    return {
        model_field(kind, name)
        for kind in classes()
        for name, field in kind.model_fields.items()
        if not field.is_required()
    }


def choices() -> dict[ModelField, set[object]]:
    """What may be chosen in the fields whose values are few: literals, and yes or no."""
    found: dict[ModelField, set[object]] = {}
    for kind in classes():
        for name, field in kind.model_fields.items():
            values = {value for part in _parts(field.annotation) for value in _few(part)}
            if values:
                found.setdefault(model_field(kind, name), set()).update(values)
    return found


def nodes(value: object) -> Iterator[Node]:
    """A value with all values that lie in it."""
    if isinstance(value, Node):
        yield value
        for name in type(value).model_fields:
            yield from nodes(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from nodes(item)


def _few(part: object) -> tuple[object, ...]:
    if get_origin(part) is Literal:
        return get_args(part)
    return (True, False) if part is bool else ()


def _parts(annotation: Any) -> Iterator[object]:
    """What an annotation is made of, without the wrapping."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _parts(get_args(annotation)[0])
    elif origin in (Union, types.UnionType, tuple, dict):
        for part in get_args(annotation):
            if part is not Ellipsis:
                yield from _parts(part)
    else:
        yield annotation
