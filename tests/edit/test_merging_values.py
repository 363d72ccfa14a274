"""Three versions of one value, of a list of ids, and of an order."""

from __future__ import annotations

from typing import Any

import pytest

from journey_editor.edit.merging.conflicts import OTHER, Key
from journey_editor.edit.merging.fields import field_of, in_order, joined_order, one_of
from journey_editor.edit.merging.texts import put_into, texts_of
from journey_editor.model.cards import Emotion
from journey_editor.model.lanes import ChannelMark
from tests.builders import PIXEL_SHA, everything, journey, lane, phase, project, tp


def never(*values: object) -> Any:
    raise AssertionError(f"nobody has to choose between {values}")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "found"),
    [("a", "a", "a", "a"), ("a", "b", "a", "b"), ("a", "a", "b", "b"), ("a", "b", "b", "b"), (None, None, "b", "b")],
)
def test_whoever_changed_a_value_counts(base: object, ours: object, theirs: object, found: object) -> None:
    assert one_of(base, ours, theirs, never) == found
    assert field_of("title", base, ours, theirs, never) == found


def test_who_changed_it_differently_is_asked() -> None:
    asked: list[tuple[object, ...]] = []

    def second(*values: object) -> object:
        asked.append(values)
        return values[-1]

    assert one_of("a", "b", "c", second) == "c"
    assert field_of("title", "a", "b", "c", second) == "c"
    assert asked == [("b", "c"), ("", "b", "c")]


def test_mappings_are_joined_key_by_key() -> None:
    base = {"same": 1, "mine": 1, "other": 1, "i drop": 1, "they drop": 1, "both": 1, "i drop, they change": 1}
    ours = {"same": 1, "mine": 2, "other": 1, "they drop": 1, "both": 2, "new": 5}
    theirs = {"same": 1, "mine": 1, "other": 3, "i drop": 1, "both": 3, "i drop, they change": 3, "newer": 6}
    asked: list[tuple[object, ...]] = []

    def ours_first(item: str, mine: object, other: object) -> object:
        asked.append((item, mine, other))
        return mine

    found = field_of("widths", base, ours, theirs, ours_first)
    assert found == {"same": 1, "mine": 2, "other": 3, "both": 2, "new": 5, "newer": 6}
    assert asked == [("both", 2, 3), ("i drop, they change", None, 3)]
    theirs_first = field_of("widths", base, ours, theirs, lambda item, mine, other: other)
    assert theirs_first["i drop, they change"] == 3
    assert field_of("widths", base, theirs, ours, lambda item, mine, other: other) == {**found, "both": 2}
    # where the base says something else altogether, or nothing
    assert field_of("widths", None, {"a": 1}, {"b": 2}, never) == {"a": 1, "b": 2}
    assert field_of("widths", "text", {"a": 1}, {"b": 2}, never) == {"a": 1, "b": 2}


def test_emotions_are_joined_by_persona_and_marks_by_channel_and_step() -> None:
    def feeling(persona: str, value: float) -> Emotion:
        return Emotion(persona=persona, value=value)

    base = (feeling("eva", 0.0), feeling("tom", 0.0))
    ours, theirs = (feeling("eva", 1.0), feeling("tom", 0.0)), (feeling("eva", 0.0), feeling("tom", 2.0))
    assert field_of("emotions", base, ours, theirs, never) == (feeling("eva", 1.0), feeling("tom", 2.0))
    asked: list[str] = []

    def mine(item: str, one: object, other: object) -> object:
        asked.append(item)
        return one

    assert field_of("emotions", base, ours, (feeling("eva", -2.0),), mine) == (feeling("eva", 1.0),)
    assert field_of("emotions", None, ours[:1], theirs[1:], never) == (*ours[:1], *theirs[1:])
    marks = [ChannelMark(channel=channel, step=step) for channel in ("c", "d") for step in ("s", "t")]
    more = [mark.evolve(importance=3) for mark in marks]
    joined = field_of("marks", tuple(marks), (more[0], *marks[1:]), (*marks[:3], more[3]), never)
    assert joined == (more[0], marks[1], marks[2], more[3])
    assert field_of("marks", (), (marks[0],), (more[0],), mine) == (marks[0],)
    assert asked == ["eva", "c/s"]


def test_lists_of_ids_keep_what_both_have_and_what_one_has_added() -> None:
    assert joined_order("abc", "abcx", "yabc") == ("y", "a", "b", "c", "x")
    assert joined_order("abc", "ab", "bc") == ("b",)
    assert joined_order("abc", "cab", "abcd") == ("c", "d", "a", "b")
    assert joined_order("", "ab", "bc") == ("a", "b", "c")
    for name in ("personas", "channels"):
        assert field_of(name, ("a", "b"), ("a", "b", "c"), ("b",), never) == ("b", "c")
        assert field_of(name, None, ("a",), ("b",), never) == ("b", "a")
    assert field_of("tags", ("a",), ("b",), ("c",), lambda item, mine, other: (item, mine, other)) == (
        "",
        ("b",),
        ("c",),
    )


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "found", "clash"),
    [
        ("abc", "abc", "abc", "abc", False),
        ("abc", "cab", "abc", "cab", False),
        ("abc", "abc", "cab", "cab", False),
        ("abc", "cab", "cab", "cab", False),
        ("abc", "cab", "bca", "cab", True),
        ("abc", "xabc", "abcy", "xabcy", False),
        ("abc", "axbc", "ab", "axbc", False),
        ("abc", "abc", "axbc", "axbc", False),
        ("abc", "xabc", "yabc", "yxabc", False),
        ("abc", "cba", "abyc", "cbya", False),
        ("abc", "bac", "abxyc", "bxyac", False),
        ("", "ab", "ba", "ab", False),
    ],
)
def test_an_order_follows_whoever_has_changed_it(base: str, ours: str, theirs: str, found: str, clash: bool) -> None:
    members = dict.fromkeys(base + ours + theirs)
    assert in_order(members, base, ours, theirs) == (list(found), clash)


def test_the_side_that_is_chosen_orders_where_both_have() -> None:
    assert in_order("abc", "abc", "cab", "bca", first="theirs") == (list("bca"), True)
    assert in_order("abcx", "abc", "cxab", "bca", first="theirs") == (list("bcxa"), True)


def test_only_members_are_put_in_order_and_all_of_them() -> None:
    assert in_order("ab", "abc", "cab", "abc") == (["a", "b"], False)
    assert in_order("abz", "ab", "ab", "ab") == (["a", "b", "z"], False)
    assert in_order("zab", "ab", "ba", "ab") == (["b", "a", "z"], False)


def test_translations_of_lists_are_named_by_their_items() -> None:
    base = everything()
    found = texts_of(base)
    assert found["en", "tp-web", "title"] == "Web site"
    assert found["en", "tp-web", "tags", "neu", "0", ""] == "new"
    assert found["en", "tp-web", "metrics", "Ladezeit", "0", "name"] == "Loading time"
    assert found["en", "tp-web", "emotions", "pe-eva", "0", "label"] == "glad"
    assert found["en", "tp-web", "images", PIXEL_SHA, "0", "caption"] == "A pixel"
    linked = base.evolve(translations={"en": {"tp-web.links.0.title": "Page"}})
    assert texts_of(linked) == {("en", "tp-web", "links", "https://example.org/", "0", "title"): "Page"}
    assert found["en", "pe-eva", "goals", "Zeit sparen", "0", ""] == "Save time"
    assert len(found) == len(base.translations["en"])
    assert put_into(base.evolve(translations={}), found) == base
    assert texts_of(base.evolve(translations={"en": {}})) == {}


def test_equal_items_have_translations_of_their_own() -> None:
    card = tp("a", tags=("x", "y", "x", "x"))
    made = project(journey([phase("p")], [lane("touchpoints", "l", {"ps": [card]})]), language="de")
    made = made.evolve(
        translations={"en": {"a.tags.0": "first", "a.tags.2": "second", "a.tags.1": "other", "a.tags.3": "third"}}
    )
    found = texts_of(made)
    assert found["en", "a", "tags", "x", "0", ""] == "first"
    assert found["en", "a", "tags", "x", "1", ""] == "second"
    assert found["en", "a", "tags", "x", "2", ""] == "third"
    assert put_into(made.evolve(translations={}), found).translations == made.translations


def test_translations_of_what_is_not_there_are_left_out() -> None:
    base = everything().evolve(translations={})
    texts = {
        ("en", "nobody", "title"): "x",
        ("en", "tp-web", "no field"): "x",
        ("en", "tp-web", "tags", "neu", "1", ""): "x",
        ("en", "tp-web", "tags", "gone", "0", ""): "x",
        ("en", "tp-web", "colours", "gone", "0", ""): "x",
        ("de", "tp-web", "title"): "x",
        ("fr", "tp-web", "title"): "Site",
    }
    assert put_into(base, texts).translations == {"fr": {"tp-web.title": "Site"}}
    kept = base.evolve(translations={"pl": {}, "de": {}})
    assert put_into(kept, {}).translations == {"pl": {}}


def test_a_translation_that_no_item_bears_is_kept_under_its_field() -> None:
    base = everything()
    odd = base.evolve(
        translations={"en": {"tp-web.tags.2": "x", "tp-web.tags.y": "x", "tp-web.title.0": "x", "no": "x"}}
    )
    assert set(texts_of(odd)) == {
        ("en", "tp-web", "tags.2"),
        ("en", "tp-web", "tags.y"),
        ("en", "tp-web", "title.0"),
    }


def test_the_names_of_sides_are_each_the_other() -> None:
    assert {side: OTHER[side] for side in OTHER} == {"ours": "theirs", "theirs": "ours"}
    assert Key("field", "a") == ("field", "a", "", "", "")
