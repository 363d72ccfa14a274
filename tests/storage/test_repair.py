"""Harmless faults are mended and reported instead of refused."""

from __future__ import annotations

import json
from typing import Any

from journey_editor.model.cards import Measure, Metric
from journey_editor.storage.codec import decode, encode
from journey_editor.storage.repair import may_be_rounded, repair
from tests.builders import PIXEL, PIXEL_SHA, everything, journey, lane, phase, project, tp

SOUND = encode(everything(), {PIXEL_SHA: PIXEL})


def changed(**title: Any) -> bytes:
    document = json.loads(SOUND)
    document["project"].update(title)
    return json.dumps(document).encode()


def test_control_characters_are_removed_from_texts_and_reported() -> None:
    loaded = decode(changed(title="Al\x00le\x1bs\x7f"), "x.journey")
    assert loaded.project == everything()
    assert [tuple(fault) for fault in loaded.report] == [
        ("/project/title", "Control characters were removed from the text.")
    ]


def test_line_ends_of_other_systems_become_ours_and_are_reported() -> None:
    loaded = decode(changed(description="eins\r\nzwei\rdrei\n"), "x.journey")
    assert loaded.project.description == "eins\nzwei\ndrei\n"
    assert [tuple(fault) for fault in loaded.report] == [
        ("/project/description", "Line ends of another system were replaced in the text.")
    ]


def test_what_is_mended_deep_inside_is_named_with_its_place() -> None:
    document = json.loads(SOUND)
    document["project"]["maps"][0]["lanes"][0]["cells"][0]["cards"][0]["tags"] = ["neu", "wich\x02tig"]
    loaded = decode(json.dumps(document).encode(), "x.journey")
    assert loaded.project == everything()
    assert loaded.report[0].pointer == "/project/maps/0/lanes/0/cells/0/cards/0/tags/1"


def test_text_directions_and_joiners_are_no_faults() -> None:
    words = "\u202bعربي\u202c \u200d\u2060\u00ad Kund\u00adin\ufeff"
    assert decode(changed(title=words), "x.journey").project.title == words


def test_what_is_mended_is_saved_sound() -> None:
    loaded = decode(changed(title="Al\x00les"), "x.journey")
    assert encode(loaded.project, loaded.images) == SOUND


def with_figure(number: int) -> bytes:
    document = json.loads(SOUND)
    document["project"]["maps"][0]["lanes"][0]["cells"][0]["cards"][0]["metrics"][0]["value"] = number
    return json.dumps(document).encode()


def test_figures_with_more_digits_than_can_be_kept_are_rounded_and_reported() -> None:
    for number in (2**53 + 1, -(2**53) - 1, 10**30 + 1):
        loaded = decode(with_figure(number), "x.journey")
        assert [tuple(fault) for fault in loaded.report] == [
            (
                "/project/maps/0/lanes/0/cells/0/cards/0/metrics/0/value",
                "The number has more digits than can be kept. It was rounded.",
            )
        ]
    for number in (2**53 - 1, 2**53, -(2**53), 2**54):
        assert decode(with_figure(number), "x.journey").report == ()


def test_keys_in_the_report_are_parts_of_a_json_pointer() -> None:
    document: dict[str, Any] = {"a/b": {"~": ["x\x01", "y\r\n", 5, True, None]}, "c\x01": 1}
    report = repair(document)
    assert document == {"a/b": {"~": ["x", "y\n", 5, True, None]}, "c\x01": 1}
    assert [fault.pointer for fault in report] == ["/a~1b/~0/0", "/a~1b/~0/1"]


def test_which_figures_may_have_been_rounded() -> None:
    def measured(**fields: Any) -> bool:
        metric = Metric(name="m", **fields)
        card = tp("a", metrics=(Metric(name="small", value=1.0), metric))
        touched = project(journey([phase("p")], [lane("touchpoints", "l", {"ps": [card]})]))
        measure = lane("metrics", "l", {"ps": [Measure(id="a", metric=metric)]})
        assert may_be_rounded(project(journey([phase("p")], [measure]))) == may_be_rounded(touched)
        return may_be_rounded(touched)

    assert measured(value=2.0**53)
    assert measured(target=-(2.0**53))
    assert not measured(value=2.0**53 - 1, target=1.0)
    assert not measured()
