"""Whatever a file holds: it is a project, or it is refused with a FileProblem, and nothing else happens."""

from __future__ import annotations

import copy
import json
from typing import Any

import hypothesis.strategies as st
from hypothesis import given

from journey_editor.storage import jsontext
from journey_editor.storage.codec import _checked, _parsed, decode, encode
from journey_editor.storage.envelope import JourneyFile
from journey_editor.storage.jsontext import walk
from journey_editor.storage.problem import FileProblem
from journey_editor.storage.repair import may_be_rounded
from journey_editor.storage.unique_keys import each_key_once
from tests.builders import PIXEL, PIXEL_SHA, everything

SOUND = encode(everything(), {PIXEL_SHA: PIXEL})
DOCUMENT = json.loads(SOUND)
PLACES = [pointer for pointer, _ in walk(DOCUMENT) if pointer]

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters())  # with halves of characters and controls
    | st.sampled_from(["", "tp-web", "pe-eva", "st-see", "touchpoints", "#ff0000", 0, 1, -2, 0.5, 10**30, PIXEL_SHA]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.just("id"), inner, max_size=3),
    max_leaves=6,
)


def check(data: bytes) -> None:
    """Reading is safe, and what is read is written and read again as the same; the quick way agrees with the other."""
    try:
        bare = jsontext.bare(data, "x.journey")
    except FileProblem:
        pass
    else:
        quickly = _parsed(bare)
        if isinstance(quickly, JourneyFile) and each_key_once(bare, quickly) and not may_be_rounded(quickly.project):
            assert _checked(bare, "x.journey") == (quickly, ())
    try:
        loaded = decode(data, "x.journey")
    except FileProblem as problem:
        assert problem.message.startswith("x.journey")  # noqa: PT017  # both ends are right ones
        assert all(line.isprintable() and len(line) < 1000 for line in (problem.message, *problem.lines()))  # noqa: PT017
    else:
        again = decode(encode(loaded.project, loaded.images), "x.journey")
        assert (again.project, again.images, again.report) == (loaded.project, loaded.images, ())


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    check(data)


@given(at=st.integers(0, len(SOUND)), length=st.integers(0, 40), instead=st.binary(max_size=5))
def test_any_damage_to_a_sound_file(at: int, length: int, instead: bytes) -> None:
    check(SOUND[:at] + instead + SOUND[at + length :])


@given(place=st.sampled_from(PLACES), value=ANYTHING)
def test_any_value_in_any_place(place: str, value: Any) -> None:
    document = copy.deepcopy(DOCUMENT)
    inner = document
    *way, last = place.split("/")[1:]
    for part in way:
        inner = inner[int(part)] if isinstance(inner, list) else inner[part]
    inner[int(last) if isinstance(inner, list) else last] = value
    check(json.dumps(document).encode())


@given(st.sampled_from(PLACES))
def test_anything_left_out(place: str) -> None:
    document = copy.deepcopy(DOCUMENT)
    inner = document
    *way, last = place.split("/")[1:]
    for part in way:
        inner = inner[int(part)] if isinstance(inner, list) else inner[part]
    del inner[int(last) if isinstance(inner, list) else last]
    check(json.dumps(document).encode())


@given(st.integers(1, 2000), st.sampled_from(["[]", '{"a":}']))
def test_any_depth(depth: int, brackets: str) -> None:
    half = len(brackets) - 1
    deep = brackets[:half] * depth + "1" + brackets[half:] * depth
    check(f'{{"format": "journey-editor", "version": 1, "project": {deep}}}'.encode())
