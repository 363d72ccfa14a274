"""What is saved is what is read, and one project has one form of bytes."""

from __future__ import annotations

import json
import random
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from journey_editor.model.cards import Emotion, Metric, Touchpoint, WebLink
from journey_editor.model.project import Project
from journey_editor.storage.codec import decode, encode
from tests.builders import PIXEL, PIXEL_SHA, everything, journey, lane, large, phase, project, tp, two_by_two

IMAGES = {PIXEL_SHA: PIXEL}

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n\t"\\/<&\u2028\ufeff'), max_size=30)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.none()
FEELINGS = st.integers(-4, 4).map(lambda n: n / 2)


@st.composite
def touchpoints(draw: st.DrawFn) -> dict[str, Any]:
    """Fields for one touchpoint, any of them."""
    return draw(
        st.fixed_dictionaries(
            {},
            optional={
                **{
                    name: WORDS
                    for name, field in Touchpoint.model_fields.items()
                    if field.annotation is str and name not in ("id", "channel", "color")
                },
                "color": st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True),
                "status": st.sampled_from(["existing", "possible"]),
                "evidence": st.sampled_from(["observed", "assumed", "proposed"]),
                "moment_of_truth": st.booleans(),
                "optional": st.booleans(),
                "flow_role": st.sampled_from(["", "start", "decision", "action", "wait", "end"]),
                "tags": st.lists(WORDS, max_size=3).map(tuple),
                "emotions": FEELINGS.map(lambda value: (Emotion(persona="pe", value=value),)),
                "metrics": st.tuples(st.builds(Metric, name=WORDS, value=NUMBERS, target=NUMBERS, unit=WORDS)),
                "links": st.tuples(st.builds(WebLink, title=WORDS, address=st.just("https://example.org/ä?b=1"))),
            },
        )
    )


def with_touchpoints(fields: list[dict[str, Any]]) -> Project:
    cards = [tp(f"tp-{n}", **{"title": "x", **given}) for n, given in enumerate(fields)]
    return Project.model_validate(
        {
            **project(journey([phase("p")], [lane("touchpoints", "l", {"ps": cards})] if cards else [])).__dict__,
            "personas": ({"id": "pe"},),
        }
    )


@given(st.lists(touchpoints(), max_size=4))
def test_whatever_a_touchpoint_holds_is_read_as_it_was_saved(fields: list[dict[str, Any]]) -> None:
    saved = with_touchpoints(fields)
    data = encode(saved, {})
    loaded = decode(data, "x.journey")
    assert loaded.project == saved
    assert loaded.report == ()
    assert encode(loaded.project, {}) == data


@pytest.mark.parametrize("made", [everything, two_by_two, large])
def test_a_project_is_read_as_it_was_saved(made: Any) -> None:
    data = encode(made(), IMAGES)
    loaded = decode(data, "x.journey")
    assert loaded.project == made()
    assert encode(loaded.project, loaded.images) == data


def test_the_form_is_utf8_with_two_spaces_and_one_line_feed_at_the_end() -> None:
    text = encode(everything(), IMAGES).decode("utf-8")
    assert text.startswith('{\n  "format": "journey-editor",\n  "version": 1,\n  "project": {\n    "id": "pr-all",\n')
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert '"So schön"' in text
    assert "\r" not in text


def test_a_changed_title_is_one_changed_line() -> None:
    before = encode(everything(), IMAGES).splitlines()
    journey_map = everything().maps[0].evolve(title="Anders")
    after = encode(everything().evolve(maps=(journey_map, everything().maps[1])), IMAGES).splitlines()
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_defaults_are_left_out_also_where_they_were_set_by_hand() -> None:
    card = tp("t", description="", status="existing", emotions=(), optional=False).evolve(owner="a").evolve(owner="")
    made = project(journey([phase("p")], [lane("touchpoints", "l", {"ps": [card]})]))
    cards = json.loads(encode(made, {}))["project"]["maps"][0]["lanes"][0]["cells"][0]["cards"]
    assert cards == [{"id": "t", "title": "t"}]


def test_translations_and_images_are_written_in_a_fixed_order() -> None:
    words = everything().translations["en"]
    shuffled = dict(random.Random(1).sample(sorted(words.items()), len(words)))
    one = everything().evolve(translations={"en": words, "cs": {"mp-one.title": "Nákup"}})
    other = everything().evolve(translations={"cs": {"mp-one.title": "Nákup"}, "en": shuffled})
    assert encode(one, IMAGES) == encode(other, IMAGES)


def test_a_file_that_somebody_else_formatted_is_read_alike_and_saved_in_our_form() -> None:
    data = encode(everything(), IMAGES)
    document = json.loads(data)
    for foreign in (
        json.dumps(document),
        json.dumps(document, indent="\t", sort_keys=True),
        json.dumps(document, indent=8, separators=(" ,", " : ")).replace("\n", "\r\n"),
        "\ufeff" + json.dumps(document, ensure_ascii=False),
    ):
        loaded = decode(foreign.encode("utf-8"), "x.journey")
        assert loaded.project == everything()
        assert encode(loaded.project, loaded.images) == data


def test_whole_numbers_stand_for_numbers() -> None:
    text = encode(everything(), IMAGES).decode().replace('"value": 42.0', '"value": 42')
    assert decode(text.encode(), "x.journey").project == everything()


def test_keys_made_of_quotation_marks_and_colons_do_not_confuse_the_counting() -> None:
    made = with_touchpoints([{"title": '": "', "description": '\\": x', "where": '\\\\":', "tags": ('a": b', "\\")}])
    data = encode(made, {})
    assert decode(data, "x.journey").project == made
