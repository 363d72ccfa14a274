"""The order of mixed directions. Capitals stand for Hebrew letters, as in the examples of UAX #9."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journey_editor.layout.bidi import is_right_to_left, levels, needs_bidi, visual_order
from journey_editor.layout.drawlist import GlyphRun, Path
from journey_editor.layout.icons import icon
from journey_editor.layout.pages import pages
from journey_editor.model.style import PageSetup
from tests.builders import journey, lane, phase, project, tp
from tests.layout.measured import groups, inks

_HEBREW = {chr(ord("A") + i): chr(0x05D0 + i) for i in range(26)}
_LATIN = {hebrew: latin for latin, hebrew in _HEBREW.items()}


def hebrew(text: str) -> str:
    return "".join(_HEBREW.get(c, c) for c in text)


def shown(text: str) -> str:
    """What a reader sees from left to right, brackets mirrored, Hebrew as capitals again."""
    logical = hebrew(text)
    found = levels(logical, is_right_to_left(logical))
    mirrored = {"(": ")", ")": "(", "[": "]", "]": "["}
    order = visual_order(found)
    return "".join(
        _LATIN.get(logical[i], mirrored.get(logical[i], logical[i]) if found[i] % 2 else logical[i]) for i in order
    )


def test_text_of_one_direction_keeps_its_order() -> None:
    assert shown("only this, 12 (twelve)") == "only this, 12 (twelve)"
    assert shown("ABC") == "CBA"


def test_the_first_strong_letter_decides_the_direction_of_a_paragraph() -> None:
    assert not is_right_to_left("12 abc " + hebrew("ABC"))
    assert is_right_to_left("12: " + hebrew("ABC") + " abc")
    assert not is_right_to_left("12 !")


def test_a_hebrew_quotation_in_latin_text_is_turned_by_itself() -> None:
    assert shown("car means CAR.") == "car means RAC."
    assert shown('he said "IT IS CAR!" ok') == 'he said "RAC SI TI!" ok'


def test_latin_words_in_hebrew_text_keep_their_own_order() -> None:
    assert shown("CAR means car") == "means car RAC"
    assert shown("ABC new shop DEF") == "FED new shop CBA"


def test_numbers_read_from_left_to_right_in_hebrew_text() -> None:
    assert shown("ABC 12:30 DEF") == "FED 12:30 CBA"
    assert shown("ABC 1,234.50 DEF") == "FED 1,234.50 CBA"
    assert shown("ABC 25% DEF") == "FED 25% CBA"


def test_a_hyphen_between_numbers_in_arabic_text_does_not_join_them() -> None:
    arabic = "\u0627 12-34"
    assert visual_order(levels(arabic, True)) == [5, 6, 4, 2, 3, 1, 0]


def test_brackets_go_with_what_they_hold() -> None:
    assert shown("ABC (neu) DEF") == "FED (neu) CBA"
    assert shown("a (B) c") == "a (B) c"
    assert shown("A(b)") == "(b)A"
    assert shown("a (B c) D") == "a (B c) D"


def test_marks_stay_with_their_letter() -> None:
    text = "\u05d0\u05b8\u05d1"
    assert levels(text, True) == [1, 1, 1]


def test_a_control_character_has_the_level_of_what_is_before_it() -> None:
    assert levels("\u05d0\u202a\u05d1", True) == [1, 1, 1]


def test_most_text_needs_none_of_this() -> None:
    assert not needs_bidi("Ärger mit € 5,– (日本語) 🙂")
    assert needs_bidi("a \u05d0")
    assert needs_bidi("\u0627")


@given(st.text(alphabet="abAB12 ()[].,-+%\u0301\u0627\u0661", max_size=30), st.booleans())
def test_every_character_is_shown_once(text: str, rtl: bool) -> None:
    found = levels(hebrew(text), rtl)
    assert sorted(visual_order(found)) == list(range(len(text)))
    assert all(level in (0, 1, 2) for level in found)


def test_the_way_back_stands_beside_a_title_that_runs_from_right_to_left() -> None:
    title = "رحلة العميل إلى المتجر والعودة منه"
    base = journey([phase("p")], [lane("touchpoints", "l", {"ps": [tp("one", title)]})])
    made = pages(project(base), "map", PageSetup(appendix=True), "de")
    (page,) = (page for page in made.pages if groups(page, "detail"))
    signs = [box for item, box in inks(page.root.items) if isinstance(item, Path) and item.outline is icon("undo-2")]
    words = [box for item, box in inks(page.root.items) if isinstance(item, GlyphRun)]
    assert len(signs) == 1
    assert not any(signs[0].meets(box) for box in words)
