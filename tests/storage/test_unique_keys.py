"""Keys that stand twice are found by counting, however the file is written."""

from __future__ import annotations

import json

import hypothesis.strategies as st
import pytest
from hypothesis import given

from journey_editor.storage.codec import decode, encode
from journey_editor.storage.envelope import JourneyFile
from journey_editor.storage.problem import FileProblem
from journey_editor.storage.unique_keys import each_key_once
from tests.builders import PIXEL, PIXEL_SHA, everything, journey, large, project, two_by_two

SOUND = encode(everything(), {PIXEL_SHA: PIXEL})
KEYS = [n for n in range(len(SOUND)) if SOUND.startswith(b'": ', n)]


def once(data: bytes) -> bool:
    return each_key_once(data, JourneyFile.model_validate_json(data))


def test_a_file_as_we_write_it_has_each_key_once() -> None:
    assert once(SOUND)


def test_other_white_space_changes_nothing() -> None:
    assert once(json.dumps(json.loads(SOUND)).encode())
    assert once(json.dumps(json.loads(SOUND), separators=(" ,\n", "\t \r\n: ")).encode())


@given(at=st.sampled_from(KEYS), space=st.text(" \t\r\n", max_size=3), value=st.sampled_from(["1", '"x"', "{}", "[]"]))
def test_a_key_that_is_doubled_anywhere_is_found(at: int, space: str, value: str) -> None:
    """The key gets a twin before it, with any value; the spaces before the colons vary, too."""
    begin = SOUND.rindex(b'"', 0, at)
    key = SOUND[begin : at + 1] + space.encode()
    doubled = SOUND[:begin] + key + b":" + value.encode() + b", " + key + SOUND[at + 1 :]
    assert len(json.loads(doubled)) == len(json.loads(SOUND))  # other readers take it
    with pytest.raises(FileProblem, match="stands here twice"):
        decode(doubled, "x.journey")


def test_a_space_before_one_colon_does_not_make_up_for_a_doubled_key() -> None:
    with pytest.raises(FileProblem, match="stands here twice"):
        decode(SOUND.replace(b'"version": 1', b'"version" : 1, "version": 1'), "x.journey")


def test_a_key_that_ends_in_a_backslash_is_left_to_the_careful_reader() -> None:
    data = SOUND.replace(b'"pa-one.condition": ', rb'"pa-one.condition\\": ')
    assert not once(data)
    with pytest.raises(FileProblem, match="belongs to no text"):
        decode(data, "x.journey")


def test_lists_of_one_two_and_of_many_classes_are_counted() -> None:
    assert once(encode(two_by_two(), {}))
    assert once(encode(large(1, 1, 1), {}))
    empty = project(journey([], [])).evolve(translations={"de": {}, "en": {"map.title": "x"}})
    assert once(encode(empty, {}))


def test_what_looks_like_a_key_inside_a_text_is_none() -> None:
    for words in ('": ', '\\": ', 'a": "b', "\\", '\\\\":'):
        found = encode(two_by_two().evolve(title=words), {})
        assert decode(found, "x").project.title == words
        assert once(found) == ('\\":' not in words)  # that cannot be told from a key, and is read the long way
