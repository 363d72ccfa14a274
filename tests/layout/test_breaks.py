"""Where a line may end inside a word, and what is taken out of a paragraph before it is shaped."""

from __future__ import annotations

from itertools import pairwise

import pytest

from journey_editor.layout.breaks import Clean, cleaned, emergency, opportunities, paragraphs
from journey_editor.layout.graphemes import graphemes


def parts(word: str) -> list[str]:
    places = [0, *opportunities(word), len(word)]
    return [word[a:b] for a, b in pairwise(places)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Kundenservice", ["Kundenservice"]),
        ("Online-Shop", ["Online-", "Shop"]),
        ("Online-Shop/Website", ["Online-", "Shop/", "Website"]),
        ("Montag–Freitag", ["Montag–", "Freitag"]),
        ("https://example.org/angebot/neu", ["https://example.org/", "angebot/", "neu"]),
    ],
)
def test_a_line_may_end_after_a_hyphen_a_dash_and_a_slash(word: str, expected: list[str]) -> None:
    assert parts(word) == expected


@pytest.mark.parametrize("word", ["E-Mail", "T-Shirt", "1/2", "10–12", "-5", "--x", "Kund*innen", "5-mal", "24/7"])
def test_some_hyphens_and_slashes_hold_together(word: str) -> None:
    assert parts(word) == [word]


def test_japanese_breaks_between_any_two_characters_but_not_before_a_full_stop_or_after_a_bracket() -> None:
    assert parts("お客様「商品」です。") == ["お", "客", "様", "「商", "品」", "で", "す。"]
    assert parts("データ") == ["デー", "タ"]
    assert parts("新UI画面") == ["新", "UI", "画", "面"]


def test_a_line_may_end_between_two_emoji_but_not_inside_one() -> None:
    assert parts("👩‍👩‍👧👍🏽☎️🙂") == ["👩‍👩‍👧", "👍🏽", "☎️", "🙂"]


def test_no_break_space_holds_together() -> None:
    assert parts("10\u00a0000") == ["10\u00a0000"]


def test_every_kind_of_newline_ends_a_paragraph_and_blank_ends_are_cut() -> None:
    assert paragraphs("a\r\nb\n\nc\u2028d\n \n") == ["a", "b", "", "c", "d"]
    assert paragraphs(" \n ") == []


def test_soft_hyphens_and_their_like_are_taken_out_and_remembered() -> None:
    assert cleaned("Auf\u00adfahrt a\u200bb c\u2060d") == Clean("Auffahrt ab cd", (3,), (10,), (13,))


def test_a_tab_becomes_a_space_and_what_cannot_be_drawn_goes() -> None:
    assert cleaned("a\tb\x00\x1bc\ufeff\u202e\ud800").text == "a bc\ufffd"


def test_a_clean_paragraph_is_left_alone() -> None:
    text = "nothing to do"
    assert cleaned(text).text is text


def test_a_torn_word_keeps_graphemes_whole() -> None:
    text = "क्षत्रियn\u0303👩‍👩‍👧🇩🇪"
    assert list(emergency(text, 0, len(text)))[-3:] == [10, 15, 17]
    assert [text[:10], text[10:15]] == ["".join(graphemes(text)[:4]), graphemes(text)[4]]


def test_a_thai_vowel_is_not_torn_from_its_consonant() -> None:
    text = "เกาะ"
    assert list(emergency(text, 0, len(text))) == [4]


def test_a_letter_with_a_million_marks_is_taken_apart() -> None:
    found = graphemes("e" + "\u0301" * 1_000_000)
    assert "".join(found) == "e" + "\u0301" * 1_000_000
    assert len(found) < 30
