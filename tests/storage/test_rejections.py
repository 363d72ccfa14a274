"""What the model refuses, in sentences and with places: fault by fault."""

from __future__ import annotations

import datetime
import json
from typing import Annotated, Any

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from journey_editor.model import base
from journey_editor.storage import codec, rejections
from journey_editor.storage.codec import decode, encode
from journey_editor.storage.problem import FileProblem
from journey_editor.storage.rejections import rejected, sentences
from tests.builders import PIXEL, PIXEL_SHA, everything

SOUND = encode(everything(), {PIXEL_SHA: PIXEL})
AN_ID = "An id is made of 1 to 64 letters A to Z, digits, “-” and “_”. Give it another."
A_SHA = "Here must be a sha256: 64 digits 0 to 9 and a to f."


def error_of(kind: Any, value: object) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_json(json.dumps(value), strict=True)
    return caught.value


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        (base.Id, "ä", AN_ID),
        (base.OptionalId, "ä", AN_ID),
        (base.Color, "red", "A colour is written “#RRGGBB”, with six digits 0 to 9 and A to F."),
        (base.Day, "1.2.2026", "A day is written “2026-03-22”."),
        (base.Moment, "noon", "A moment is written “2026-03-22T14:05:00Z”."),
        (base.Language, "Deutsch", "A language is written “de”, “en” or “pt-BR”."),
        (base.Sha256, "", A_SHA),
        (base.OptionalSha256, "x", A_SHA),
        (
            base.Address,
            "file:///etc/passwd",
            "An address must start with https://, http:// or mailto: and hold no spaces.",
        ),
        (base.Text, "a\x07b", "The text holds control characters. Write it anew."),
        (Annotated[float, Field(ge=-2)], -3, "The number must be at least -2."),
        (Annotated[float, Field(gt=0.5)], 0.5, "The number must be greater than 0.5."),
        (Annotated[float, Field(le=14400)], 14401, "The number must be at most 14400."),
        (Annotated[int, Field(multiple_of=5)], 7, "The number must be a multiple of 5."),
        (bool, "x", "Here must be true or false."),
        (int, 1.5, "Here must be a whole number."),
        (float, "x", "Here must be a number, without quotation marks."),
        (datetime.date, "x", "This does not fit here (date_parsing). Use a backup of the file."),
    ],
)
def test_a_single_value_is_refused_with_a_sentence(kind: Any, value: object, sentence: str) -> None:
    assert sentences(error_of(kind, value)) == [sentence]


def refused(change: dict[str, Any]) -> FileProblem:
    document = json.loads(SOUND)
    document["project"].update(change)
    with pytest.raises(FileProblem) as caught:
        decode(json.dumps(document).encode(), "x.journey")
    return caught.value


def journey(**fields: Any) -> dict[str, Any]:
    return {"maps": [{"id": "m", **fields}]}


@pytest.mark.parametrize(
    ("change", "place", "sentence"),
    [
        ({"title": 1}, "/project/title", "Here must be a text. Put it in quotation marks."),
        ({"maps": {}}, "/project/maps", "Here must be a list in square brackets."),
        ({"maps": [1]}, "/project/maps/0", "Here must be entries in curly brackets."),
        ({"translations": []}, "/project/translations", "Here must be entries in curly brackets."),
        ({"extra": 1}, "/project/extra", "There is no entry “extra” here. Remove it, or correct its name."),
        (journey(phases=[{"id": "p"}]), "/project/maps/0/phases/0/steps", "The entry “steps” is missing. Add it."),
        (journey(lanes=[{"id": "l"}]), "/project/maps/0/lanes/0", "The entry “kind” is missing. Add it."),
        (
            journey(lanes=[{"id": "l", "kind": "separator", "line": "x"}]),
            "/project/maps/0/lanes/0/line",
            "Here must be one of: “”, “interaction”, “visibility”, “internal-interaction”.",
        ),
        (
            {"translations": {"Deutsch": {}}},
            "/project/translations/Deutsch",
            "A language is written “de”, “en” or “pt-BR”.",
        ),
    ],
)
def test_a_fault_is_named_by_its_place_in_the_file(change: dict[str, Any], place: str, sentence: str) -> None:
    found = refused(change)
    assert [tuple(fault) for fault in found.faults if fault.pointer == place] == [(place, sentence)]


def test_a_list_is_too_short_only_if_nothing_in_it_was_refused() -> None:
    found = refused(journey(phases=[{"id": "p", "steps": [{"id": "ä"}]}, {"id": "q", "steps": []}]))
    assert [fault.pointer for fault in found.faults] == [
        "/project/maps/0/phases/0/steps/0/id",
        "/project/maps/0/phases/1/steps",
    ]


def test_places_are_json_pointers_and_not_long() -> None:
    at = rejections._pointer
    assert at(("project", "maps", 0, "lanes", 1, "touchpoints", "cells", 2)) == "/project/maps/0/lanes/1/cells/2"
    assert at(("lanes", 1, "touchpoints", "title")) == "/lanes/1/title"
    assert at(("lanes", "x", "y")) == "/lanes/x/y"
    assert at(("a/b~c", "[key]")) == "/a~1b~0c"
    assert at(("[key]", "a")) == "/[key]/a"
    assert at(("x" * 81,)) == "/" + "x" * 80 + "…"


def test_more_faults_than_anybody_reads_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    three, four = ({"tags" + str(n): 1 for n in range(count)} for count in (3, 4))
    for module in (rejections, codec):
        monkeypatch.setattr(module, "MOST_COUNTED", 3)
    assert len(refused(three).faults) == 3
    assert refused(four).lines() == [
        "x.journey: The file has 4 faults; it was hardly made by this program. Use a backup of it."
    ]
    # also where something else in the file was mended
    assert refused({**four, "title": "a\x07b"}).lines() == refused(four).lines()


def test_what_is_not_listed_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rejections, "MOST_LISTED", 2)
    error = error_of(list[int], ["a", "b", "c", "d", "e"])
    found = rejected(error, "x.journey")
    assert (len(found.faults), found.more, found.file) == (2, 3, "x.journey")
    assert len(sentences(error)) == 2
