"""The JSON Schema that is given away is the one of the format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from journey_editor.places import resource
from journey_editor.storage.envelope import json_schema


def test_the_copy_in_the_resources_is_up_to_date() -> None:
    copy = resource("schema", "journey-1.schema.json").read_text(encoding="utf-8")
    assert copy == json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", (
        "renew it: python3 run.py schema > resources/schema/journey-1.schema.json"
    )


def test_it_says_what_it_is() -> None:
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "Journey Editor file, version 1"
    assert schema["properties"]["format"]["const"] == "journey-editor"
    assert schema["properties"]["version"]["const"] == 1
    assert schema["required"] == ["format", "version", "project"]
    assert schema["$defs"]["Touchpoint"]["description"] == "One contact between the customer and the company."


def test_every_reference_in_it_leads_somewhere() -> None:
    schema = json_schema()
    for reference in _references(schema):
        assert reference.removeprefix("#/$defs/") in schema["$defs"]


def test_nothing_else_than_what_it_names_is_allowed() -> None:
    for definition in (json_schema(), *json_schema()["$defs"].values()):
        assert definition["additionalProperties"] is False


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield inner
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)
