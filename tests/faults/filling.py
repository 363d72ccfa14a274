"""Puts words of one's choice into every text that a project can hold: fields, lists and translations."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, get_args

from journey_editor.model.base import TEXT_PATTERN, Node
from journey_editor.model.project import Project
from journey_editor.storage.codec import Loaded, decode, encode
from tests.model_walk import classes


def filled(loaded: Loaded, words: Callable[[str], str]) -> Loaded:
    """The project with `words(place)` as each of its texts; a place is a JSON pointer. Fields that were empty have
    words too, lists two of them, and each language a word for each text that had one."""
    document = json.loads(encode(loaded.project, loaded.images))
    _fill("", document["project"], loaded.project, words)
    for language, texts in document["project"].get("translations", {}).items():
        document["project"]["translations"][language] = {key: words(f"/{language}/{key}") for key in texts}
    return decode(json.dumps(document).encode(), "filled")


def text_fields(kind: type[Node]) -> tuple[list[str], list[str]]:
    """The fields of a class that are a text, and those that are a list of texts."""
    single, several = [], []
    for name, field in kind.model_fields.items():
        if _is_text(field.metadata):
            single.append(name)
        elif (inner := get_args(field.annotation)) and _is_text(getattr(inner[0], "__metadata__", ())):
            several.append(name)
    return single, several


def _is_text(metadata: Any) -> bool:
    return any(getattr(rule, "pattern", None) == TEXT_PATTERN for rule in metadata)


def _fill(place: str, said: dict[str, Any], node: Node, words: Callable[[str], str]) -> None:
    single, several = text_fields(type(node))
    for name in single:
        said[name] = words(f"{place}/{name}")
    for name in several:
        said[name] = [words(f"{place}/{name}/{n}") for n in range(max(2, len(getattr(node, name))))]
    for name in type(node).model_fields:
        value = getattr(node, name)
        if isinstance(value, Node) and name in said:
            _fill(f"{place}/{name}", said[name], value, words)
        elif isinstance(value, tuple):
            for n, item in enumerate(value):
                if isinstance(item, Node):
                    _fill(f"{place}/{name}/{n}", said[name][n], item, words)


def all_text_fields() -> set[tuple[str, str]]:
    """Every class of the model with each of its fields that hold text."""
    return {(kind.__name__, name) for kind in classes() for names in text_fields(kind) for name in names}


def fields_with_text(project: Project) -> set[tuple[str, str]]:
    """The fields out of `all_text_fields` that hold words somewhere in a project."""
    found: set[tuple[str, str]] = set()

    def visit(value: object) -> None:
        if isinstance(value, Node):
            single, several = text_fields(type(value))
            found.update((type(value).__name__, name) for name in (*single, *several) if getattr(value, name))
            for name in type(value).model_fields:
                visit(getattr(value, name))
        elif isinstance(value, tuple):
            for item in value:
                visit(item)

    visit(project)
    return found
