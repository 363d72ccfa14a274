"""What comes from the clipboard under our own name is checked like a file: it may come from anywhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from journey_editor.edit.clipboard import copy, cut
from journey_editor.model.clipping import Clipping
from journey_editor.storage.clippings import ClippingRefused, decode, encode
from tests.builders import PIXEL, PIXEL_SHA, everything


def clipping() -> Clipping:
    found = cut(everything(), ["tp-web"])[1]
    assert found is not None
    return found


def sent() -> dict[str, Any]:
    return dict(json.loads(encode(clipping(), {PIXEL_SHA: PIXEL})))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_clipping_or_a_sentence(data: bytes) -> None:
    with pytest.raises(ClippingRefused):
        decode(data)


@given(st.integers(0, 10_000), st.integers(0, 255))
def test_a_clipping_with_a_wrong_byte_is_one_or_a_sentence(at: int, byte: int) -> None:
    data = bytearray(encode(clipping(), {PIXEL_SHA: PIXEL}))
    data[at % len(data)] = byte
    try:
        found, _ = decode(bytes(data))
    except ClippingRefused:
        return
    assert found.what in ("cards", "phases", "steps", "lanes")


@given(st.integers(0, 10_000))
def test_a_clipping_that_is_cut_off_is_refused(end: int) -> None:
    data = encode(clipping(), {PIXEL_SHA: PIXEL})
    with pytest.raises(ClippingRefused):
        decode(data[: end % len(data)])


def _newer(file: dict[str, Any]) -> None:
    file["version"] = 99


def _no_version(file: dict[str, Any]) -> None:
    file["version"] = "1"


def _other_format(file: dict[str, Any]) -> None:
    file["format"] = "journey-editor"


def _no_map(file: dict[str, Any]) -> None:
    file["clipping"]["project"]["maps"] = []


def _two_maps(file: dict[str, Any]) -> None:
    file["clipping"]["project"]["maps"].append({"id": "other"})


def _nothing_in_it(file: dict[str, Any]) -> None:
    file["clipping"]["project"]["maps"][0]["lanes"] = []


def _dangling_channel(file: dict[str, Any]) -> None:
    file["clipping"]["project"]["channels"] = []


def _dangling_path(file: dict[str, Any]) -> None:
    file["clipping"]["paths"][0]["source"] = "nowhere"


def _path_twice(file: dict[str, Any]) -> None:
    file["clipping"]["paths"] *= 2


def _words_of_nothing(file: dict[str, Any]) -> None:
    file["clipping"]["words"] = {"en": {"tp-x.title": "x"}}


def _half_a_character(file: dict[str, Any]) -> None:
    file["clipping"]["project"]["maps"][0]["phases"][0]["title"] = "\ud800"


def _image_of_another_size(file: dict[str, Any]) -> None:
    file["clipping"]["project"]["images"][0]["width"] = 30_000


def _image_without_bytes(file: dict[str, Any]) -> None:
    file["images"] = {}


@pytest.mark.parametrize(
    "harm",
    [
        _no_version,
        _other_format,
        _no_map,
        _two_maps,
        _nothing_in_it,
        _dangling_channel,
        _dangling_path,
        _path_twice,
        _words_of_nothing,
        _half_a_character,
        _image_of_another_size,
        _image_without_bytes,
    ],
)
def test_a_clipping_that_cannot_be_is_refused_with_one_sentence(harm: Callable[[dict[str, Any]], None]) -> None:
    file = sent()
    assert decode(json.dumps(file).encode())[0] == clipping()
    harm(file)
    with pytest.raises(ClippingRefused, match=r"^What was copied is damaged and cannot be pasted\. Copy it again\.$"):
        decode(json.dumps(file).encode())


def test_a_newer_clipping_says_so() -> None:
    file = sent()
    _newer(file)
    with pytest.raises(ClippingRefused, match="newer"):
        decode(json.dumps(file).encode())


def test_control_characters_are_taken_out() -> None:
    file = sent()
    file["clipping"]["project"]["maps"][0]["phases"][0]["title"] = "a\0b\r\nc"
    assert decode(json.dumps(file).encode())[0].journey.phases[0].title == "ab\nc"


def test_a_portrait_travels_with_its_persona() -> None:
    found = copy(everything(), ["tp-shop"])
    assert found is not None
    assert [persona.portrait for persona in found.project.personas] == [PIXEL_SHA]
    assert decode(encode(found, {PIXEL_SHA: PIXEL}))[1] == {PIXEL_SHA: PIXEL}
