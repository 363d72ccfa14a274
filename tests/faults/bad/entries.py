"""Entries of a project: other versions, entries that nobody knows, that are missing, or that hold the wrong type."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .sound import PLACES, SOUND, WEB, Bad, at, changed, put


def versions() -> Iterator[Bad]:
    for version in (0, -1, 2, 3, 99, 2**31, 2**63, 10**30, 1.0, 1.5, True, False, None, "1", "", "newest", [], [1], {}):
        yield Bad(f"the version is {version!r}", changed(lambda d, v=version: d.update(version=v)), "refused")
    yield Bad("no version", changed(lambda d: d.pop("version")), "refused")
    yield Bad(
        "a newer version with entries that nobody knows",
        changed(lambda d: (d.update(version=2, signature="x"), d["project"].update(boards=[]))),
        "refused",
    )
    yield Bad("the version as 1e0", SOUND.replace(b'"version": 1', b'"version": 1e0'), "refused")


def unknown() -> Iterator[Bad]:
    for name, place in PLACES.items():
        yield Bad(
            f"an entry that nobody knows in {name}", changed(lambda d, p=place: at(d, p).update(unknown=1)), "refused"
        )
    for key in (
        "",
        "__proto__",
        "__class__",
        "constructor",
        "$ref",
        "$schema",
        "Title",
        "title ",
        "tıtle",
        "\u202eeltit",
    ):
        yield Bad(
            f"the entry {key!a} in a touchpoint", changed(lambda d, k=key: at(d, WEB).update({k: "x"})), "refused"
        )
    yield Bad("an entry beside the project", changed(lambda d: d.update(comment="mine")), "refused")
    yield Bad("a reference of JSON to itself", put("/maps/1", {"$ref": "#/project/maps/1"}), "refused")


def missing() -> Iterator[Bad]:
    for name, place in PLACES.items():
        for key in (
            "id",
            "kind",
            "steps",
            "step",
            "cards",
            "persona",
            "address",
            "sha256",
            "value",
            "source",
            "target",
        ):
            held = at(json.loads(SOUND), place)
            needed = not (key == "value" and name in ("an emotion", "a metric"))
            if key in held and needed and not (key == "persona" and name in ("a note", "a path")):
                data = changed(lambda d, p=place, k=key: at(d, p).pop(k))
                if (key, name) not in (("source", "a metric"), ("target", "a metric"), ("kind", "a path")):
                    yield Bad(f"{name} without its {key}", data, "refused")
    yield Bad("no project", changed(lambda d: d.pop("project")), "refused")
    yield Bad("no format", changed(lambda d: d.pop("format")), "refused")
    yield Bad(
        "a project with nothing but its id", changed(lambda d: d.update(project={"id": "a"}, images={})), "opened"
    )
    yield Bad("a project without maps", changed(lambda d: d["project"].update(maps=[], translations={})), "opened")


def wrong_types() -> Iterator[Bad]:
    sound = json.loads(SOUND)
    seen: set[tuple[str, str]] = set()
    for name, place in PLACES.items():
        for key, value in at(sound, place).items():
            if (name, key) in seen:
                continue
            seen.add((name, key))
            wrong: Any = {str: 5, bool: "true", int: "1", float: "1.5", list: {}, dict: []}[type(value)]
            yield Bad(f"{key} of {name} is {wrong!r}", put(f"{place}/{key}", wrong), "refused")
    for name, place in PLACES.items():
        for wrong in (None, "x", []):
            data = put(place, wrong) if place else changed(lambda d, w=wrong: d.update(project=w))
            yield Bad(f"{wrong!r} where {name} should be", data, "refused")
