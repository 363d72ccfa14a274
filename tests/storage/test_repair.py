"""Harmless faults are mended and reported instead of refused."""

from __future__ import annotations

import json
from typing import Any

from journey_editor.storage.codec import decode, encode
from tests.builders import PIXEL, PIXEL_SHA, everything

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
