"""Text in lines."""

from __future__ import annotations

import re
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_editor.layout.breaks import cleaned
from journey_editor.layout.graphemes import graphemes
from journey_editor.layout.paragraph import Paragraph
from journey_editor.layout.shape import Shaper, TextStyle
from journey_editor.layout.wrap import TextBlock, place, wrap

BODY = TextStyle(7.5)
TITLE = TextStyle(8.5, bold=True)

SAMPLES = {
    "de": "Die Kundin fragt im Online-Shop/Chat nach der Kundenzufriedenheitsbefragung für Mitarbeiter*innen.",
    "en": "She compares offers, reads 1,200 reviews and can't decide yet – understandably.",
    "ar": "تقارن العميلة العروض على Website (جديد) في 12:30 ثم تقرر الشراء.",
    "he": "הלקוחה משווה הצעות באתר Shop (חדש) בשעה 12:30 ומחליטה לקנות.",
    "hi": "ग्राहक प्रस्तावों की तुलना करता है और क्षत्रिय निर्णय लेता है।",
    "th": "ลูกค้าเปรียบเทียบข้อเสนอบนเว็บไซต์และตัดสินใจซื้อ",
    "ja": "お客様はウェブサイトで「商品」を比較し、購入を決めます。とても便利！",
    "ko": "고객이 웹사이트에서 제안을 비교하고 구매를 결정합니다.",
    "emoji": "👩‍👩‍👧‍👦👍🏽🇩🇪☎️ 1️⃣🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
    "marks": "\u0301\u0302 a\u0301\u0323 \u05b8 \u0e31",
}


def lines(text: str, width: float, style: TextStyle = BODY, **more: object) -> list[str]:
    return [line.text for line in wrap(Shaper(), text, style, width, **more).lines]  # type: ignore[arg-type]


def joined(block: TextBlock) -> str:
    """The text of a block without what wrapping may drop or add."""
    return bare("".join(line.text for line in block.lines))


def bare(text: str) -> str:
    return re.sub(r"\s", "", cleaned(text).text)


def check(text: str, width: float, style: TextStyle = BODY, language: str = "de") -> TextBlock:
    """What holds for any text at any width."""
    shaper = Shaper()
    block = wrap(shaper, text, style, width, language)
    for line in block.lines:
        visible = line.text.removesuffix("\u00ad")
        alone = len(graphemes(visible)) <= 1 or is_thai_syllable(visible)
        assert line.width <= width + 1e-6 or alone, line.text
        assert line.width == pytest.approx(sum(run.advance for run in line.runs), abs=1e-6)
        assert line.text == line.text.rstrip(" ")
    assert joined(block) == bare(text)
    assert block.height == pytest.approx(len(block.lines) * block.line_height)
    assert block.width == max((line.width for line in block.lines), default=0.0)
    assert not block.truncated
    assert wrap(Shaper(), text, style, width, language) == block
    return block


def is_thai_syllable(text: str) -> bool:
    return all("\u0e00" <= c <= "\u0e7f" or c in "\u0301" for c in text)


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize("width", [400, 110, 40, 12, 3])
def test_every_script_fills_its_lines_and_loses_nothing(language: str, width: float) -> None:
    check(SAMPLES[language], width, BODY, language)
    check(SAMPLES[language], width, TITLE, language)


def test_words_go_to_the_next_line_when_they_do_not_fit() -> None:
    assert lines("Das Angebot wird im Portal verglichen", 70) == ["Das Angebot wird", "im Portal", "verglichen"]


def test_a_word_that_fits_exactly_stays() -> None:
    shaper = Shaper()
    width = shaper.width("Das Angebot", BODY)
    assert [line.text for line in wrap(shaper, "Das Angebot ist", BODY, width).lines] == ["Das Angebot", "ist"]


def test_empty_and_blank_text_makes_no_lines() -> None:
    for text in ("", "  ", "\n\n", "\u00ad", " \u200b"):
        block = wrap(Shaper(), text, BODY, 100)
        assert (block.lines, block.height, block.width) == ((), 0.0, 0.0)


def test_a_newline_ends_a_line_and_a_blank_line_stays() -> None:
    assert lines("eins\n\nzwei drei", inf) == ["eins", "", "zwei drei"]


def test_a_no_break_space_does_not_break() -> None:
    assert lines("etwa 10\u00a0000 Euro", 40) == ["etwa", "10\u00a0000", "Euro"]


def test_a_zero_width_space_breaks_without_a_hyphen_and_a_word_joiner_forbids_a_break() -> None:
    assert lines("abcdef\u200bghijkl", 30) == ["abcdef", "ghijkl"]
    assert lines("abc Online-\u2060Shop", 50) == ["abc", "Online-Shop"]


def test_a_word_breaks_at_the_hyphen_it_has() -> None:
    assert lines("Im Online-Shop", 40) == ["Im Online-", "Shop"]


def test_the_users_soft_hyphen_comes_first_and_is_drawn_only_where_it_breaks() -> None:
    assert lines("Auf\u00adfahr\u00adunfall", 32) == ["Auffahr\u00ad", "unfall"]
    assert lines("Auf\u00adfahr\u00adunfall", 90) == ["Auffahrunfall"]


def test_a_drawn_hyphen_stands_in_the_text_as_a_soft_hyphen_with_a_glyph_of_its_own() -> None:
    (line, _) = wrap(Shaper(), "Auf\u00adfahrt", BODY, 20).lines
    (run,) = line.runs
    (real,) = Shaper().runs("-", BODY, 0, 0)
    assert run.text == "Auf\u00ad"
    assert len(run.glyphs) == 4
    assert run.glyphs[-1] not in {0, real.glyphs[0]}
    assert line.width > Shaper().width("Auf", BODY) + 1


def test_patterns_break_only_a_word_that_is_wider_than_the_line() -> None:
    assert lines("Eine Zufriedenheit", 60) == ["Eine", "Zufriedenheit"]
    assert lines("Eine Zufriedenheit", 46) == ["Eine Zufrie\u00ad", "denheit"]


def test_kund_innen_is_not_torn_while_it_fits() -> None:
    assert lines("für alle Kund*innen da", 56) == ["für alle", "Kund*innen da"]


def test_where_nothing_else_helps_a_word_is_torn_between_graphemes() -> None:
    assert lines("aaaaaaaaaa", 20) == ["aaaa", "aaaa", "aa"]
    assert lines("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3) == ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]


def test_a_right_to_left_paragraph_is_set_flush_right() -> None:
    block = wrap(Shaper(), "שלום\nabc", BODY, 100, "he")
    hebrew, latin = block.lines
    assert hebrew.runs[0].x == pytest.approx(100 - hebrew.width)
    assert latin.runs[0].x == 0


def test_without_a_width_right_to_left_text_starts_at_zero() -> None:
    (line,) = wrap(Shaper(), "שלום", BODY, inf, "he").lines
    assert line.runs[0].x == 0


def test_text_can_be_centred_or_set_at_the_end() -> None:
    for text, sides in {"abc": (0.5, 1.0), "שלום": (0.5, 0.0)}.items():
        for align, side in zip(("center", "end"), sides, strict=True):
            (line,) = wrap(Shaper(), text, BODY, 80, align=align).lines  # type: ignore[arg-type]
            assert line.runs[0].x == pytest.approx((80 - line.width) * side)


def test_too_much_text_ends_with_an_ellipsis_that_fits() -> None:
    text = "Das Angebot wird im Portal verglichen und besprochen"
    block = wrap(Shaper(), text, BODY, 70, max_lines=2)
    assert [line.text for line in block.lines] == ["Das Angebot wird", "im Portal…"]
    assert block.truncated
    assert block.width <= 70


def test_text_that_fits_into_its_lines_is_not_truncated() -> None:
    text = "Das Angebot wird"
    assert wrap(Shaper(), text, BODY, 70, max_lines=1).lines[0].text == text


def test_a_second_paragraph_counts_as_more_text() -> None:
    for text in ("eins\nzwei", "eins\neins"):
        block = wrap(Shaper(), text, BODY, 60, max_lines=1)
        assert [line.text for line in block.lines] == ["eins…"]
        assert block.truncated
    assert wrap(Shaper(), "x\nx", BODY, 60, max_lines=1).truncated


def test_an_ellipsis_in_hebrew_stands_at_the_left() -> None:
    (line,) = wrap(Shaper(), "שלום עולם שלום עולם", BODY, 40, "he", max_lines=1).lines
    assert line.text.endswith("…")
    assert "…" in line.runs[0].text


def test_lines_are_as_high_as_the_leading_and_higher_for_scripts_that_need_it() -> None:
    latin = wrap(Shaper(), "abc", BODY, 90)
    arabic = wrap(Shaper(), "مرحبا", BODY, 90)
    assert latin.line_height == 7.5 * 1.25
    assert arabic.line_height > latin.line_height
    assert 7.5 * 0.8 < latin.first_baseline < latin.line_height


def test_placing_a_block_moves_its_runs_below_each_other() -> None:
    block = wrap(Shaper(), "Das Angebot wird im Portal verglichen", BODY, 70)
    runs = place(block, 10, 20)
    assert [run.x for run in runs] == [10, 10, 10]
    assert [run.y for run in runs] == pytest.approx(
        [20 + block.first_baseline + i * block.line_height for i in range(3)]
    )
    assert runs[0].glyphs == block.lines[0].runs[0].glyphs


def test_the_same_question_is_answered_from_memory() -> None:
    shaper = Shaper()
    first = wrap(shaper, "Das Angebot", BODY, 60)
    assert wrap(shaper, "Das Angebot", TextStyle(7.5), 60) is first
    assert wrap(shaper, "Das Angebot", TITLE, 60) is not first


@pytest.mark.parametrize(
    "text",
    ["Wort " * 20_000, "x" * 100_000, "ab-" * 33_333, "a\u00ad" * 50_000, "日本語" * 33_333, "אב " * 33_333,
     "(" * 50_000 + "א)" * 25_000, "\u0301" * 100_000, "🙂" * 50_000],
    ids=["words", "one word", "hyphens", "soft hyphens", "japanese", "hebrew", "brackets", "marks", "emoji"],
)  # fmt: skip
def test_a_hundred_thousand_characters_are_wrapped(text: str) -> None:
    block = wrap(Shaper(), text, BODY, 100)
    assert joined(block) == bare(text)
    assert len(wrap(Shaper(), text, BODY, 100, max_lines=3).lines) <= 3


_ALPHABET = st.sampled_from(
    list("abÄßfi  --/–.,!?()*\u00ad\u00a0\u200b\u2060\n\t1٣مרשكก้เะक्िT日「」。ー가👩\u200d👧🇩🇪\ufe0f\u0301★")
)
_WILD = st.text(alphabet=_ALPHABET, max_size=60)


@given(_WILD, st.floats(1, 200), st.booleans())
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: float, bold: bool) -> None:
    check(text, width, TextStyle(8, bold))


@given(st.lists(st.text("abcdefgfimnoöAVT-/", min_size=1, max_size=14), min_size=1, max_size=20), st.floats(20, 200))
def test_the_short_way_breaks_where_the_long_way_does(words: list[str], width: float) -> None:
    text = " ".join(words)
    short = wrap(Shaper(), text, BODY, width)
    paragraph = Paragraph(Shaper(), cleaned(text), BODY, "de")
    long = [paragraph.shaped(span) for span in paragraph.lines(width)]
    assert [line.text for line in short.lines] == [text for _, text in long]
    assert [line.width for line in short.lines] == pytest.approx([shaped.width for shaped, _ in long])


@given(_WILD, st.floats(20, 200), st.integers(1, 3))
def test_truncated_text_fits(text: str, width: float, most: int) -> None:
    block = wrap(Shaper(), text, BODY, width, max_lines=most)
    full = wrap(Shaper(), text, BODY, width)
    assert len(block.lines) == min(most, len(full.lines))
    assert block.truncated == (len(full.lines) > most)
    if block.truncated:
        assert block.lines[-1].text.endswith("…")
        assert block.lines[-1].width <= width + 1e-6


@given(
    st.lists(
        st.sampled_from("die Kundin vergleicht Angebote im Online-Shop und/oder liest weiter".split()), max_size=12
    ),
    st.lists(st.floats(20.0, 200.0), min_size=2, max_size=6),
)
def test_a_text_that_was_set_at_other_widths_is_set_as_by_a_new_shaper(words: list[str], widths: list[float]) -> None:
    text, shaper = " ".join(words), Shaper()
    for width in widths:
        again, anew = wrap(shaper, text, BODY, width), wrap(Shaper(), text, BODY, width)
        assert [line.text for line in again.lines] == [line.text for line in anew.lines]
        assert again[1:] == anew[1:]


@pytest.mark.parametrize("text", ["\u00a0", " ", "\n", "\u00a0\n\u00a0", ""])
def test_nothing_but_space_makes_no_lines(text: str) -> None:
    assert wrap(Shaper(), text, BODY, 100.0).lines == wrap(Shaper(), text, BODY, 100.0, max_lines=1).lines == ()
