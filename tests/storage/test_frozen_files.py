"""The files of every version ever shipped stay readable, and say what they said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from journey_editor.model.base import Node
from journey_editor.storage.codec import decode, encode
from journey_editor.storage.envelope import VERSION
from journey_editor.storage.files import load

FORMATS = Path(__file__).resolve().parents[1] / "data" / "formats"
FULL = FORMATS / f"v{VERSION}" / "full.journey"

#: Fields that can have one value only.
SINGLE_VALUED = {"Theme.name"}


def test_every_version_has_its_frozen_file() -> None:
    assert all((FORMATS / f"v{version}" / "full.journey").is_file() for version in range(1, VERSION + 1))


def test_the_frozen_file_is_read_as_it_always_was() -> None:
    for golden in FORMATS.glob("*/*.read.json"):
        read = load(golden.with_name(golden.name.replace(".read.json", ".journey")))
        assert read.project.model_dump(mode="json") == json.loads(golden.read_text(encoding="utf-8"))
        assert read.report == ()


def test_the_frozen_file_of_this_version_is_written_byte_for_byte() -> None:
    data = FULL.read_bytes()
    loaded = decode(data, "full.journey")
    assert encode(loaded.project, loaded.images) == data


def test_the_frozen_file_uses_every_field_of_the_format() -> None:
    used: dict[str, bool] = {}
    for node in _nodes(load(FULL).project):
        for name, field in type(node).model_fields.items():
            key = f"{type(node).__name__}.{name}"
            used[key] = used.get(key, False) or getattr(node, name) != field.get_default()
    # No project holds the frame around it in a file or on the clipboard, what only others are made of, nor what stands
    # in for a lane while a part of a map is printed.
    frames = {"JourneyFile", "Clipping", "_ClippingFile"}
    kinds = set(_all_kinds(Node)) - frames - {"Identified", "LaneBase", "UnseenLane"}
    assert {key.split(".")[0] for key in used} == kinds
    assert {key for key, is_used in used.items() if not is_used} == SINGLE_VALUED


def _nodes(value: Any) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
        for inner in value.__dict__.values():
            yield from _nodes(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _nodes(inner)


def _all_kinds(kind: type[Node]) -> Iterator[str]:
    for inner in kind.__subclasses__():
        if inner.__module__.startswith("journey_editor."):
            yield inner.__name__
            yield from _all_kinds(inner)
