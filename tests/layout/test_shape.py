"""One line of text as glyph runs."""

from __future__ import annotations

import re
from itertools import pairwise
from math import isfinite

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from journey_editor.layout.drawlist import GlyphRun
from journey_editor.layout.fonts import face, hb_font
from journey_editor.layout.latin import is_latin
from journey_editor.layout.shape import SPACE, Shaper, TextStyle, undrawable
from journey_editor.layout.words import PLAIN_CHARACTERS, space_glyph

BODY = TextStyle(7.5)
BOLD = TextStyle(8.5, bold=True)


def line(text: str, style: TextStyle = BODY, language: str = "de") -> tuple[GlyphRun, ...]:
    return Shaper().runs(text, style, 0, 0, language)


def covered(run: GlyphRun) -> list[str]:
    """The text that each cluster of a run stands for, in logical order."""
    starts = [*sorted(set(run.clusters)), len(run.text)]
    return [run.text[a:b] for a, b in pairwise(starts)]


def test_a_latin_line_is_one_run_that_holds_its_text() -> None:
    (run,) = line("Größe und Preis – 5 €")
    assert run.font == "sans"
    assert run.text == "Größe und Preis – 5 €"
    assert len(run.glyphs) == len(run.text) == len(run.clusters)
    assert not run.rtl


def test_the_run_lies_where_it_was_asked_for() -> None:
    shaper = Shaper()
    (run,) = shaper.runs("Preis", BOLD, 12.5, 40.25)
    assert (run.x, run.y, run.size, run.font, run.color) == (12.5, 40.25, 8.5, "sans-bold", "#1B2230")
    assert run.offsets[:2] == (0.0, 0.0)
    assert run.advance == pytest.approx(shaper.width("Preis", BOLD))


def test_positions_are_font_units_times_size_by_units_per_em() -> None:
    buffer = hb.Buffer()
    buffer.add_str("AVATar")
    buffer.guess_segment_properties()
    hb.shape(hb_font("sans"), buffer, {"kern": True})
    expected, x = [], 0
    for position in buffer.glyph_positions:
        expected.append(x * 7.5 / face("sans").upem)
        x += position.x_advance
    (run,) = line("AVATar")
    assert run.offsets[::2] == pytest.approx(expected, abs=1e-9)
    assert run.advance == pytest.approx(x * 7.5 / 1000, abs=1e-9)


def test_letters_are_kerned() -> None:
    shaper = Shaper()
    assert shaper.width("AV", BODY) < shaper.width("A", BODY) + shaper.width("V", BODY) - 0.1


def test_a_ligature_is_one_glyph_for_several_letters() -> None:
    (run,) = line("Auf finden wir")
    assert len(run.glyphs) == len(run.text) - 1
    assert covered(run) == [*"Auf ", "fi", *"nden wir"]


def test_the_glyphs_of_a_line_do_not_depend_on_what_was_shaped_before() -> None:
    text = "Anfrage AVA fi  \u0627\u0628 ★ 日本 👩‍👩‍👧 क्षत्रिय"
    used = Shaper()
    for other in ("Anfrage", "AVA fi", "★ 日本", "\u0627\u0628 b"):
        used.runs(other, BODY, 0, 0)
        used.runs(other, BOLD, 0, 0)
    assert used.runs(text, BODY, 0, 0) == line(text)


def test_a_space_is_as_wide_in_every_font() -> None:
    assert space_glyph("sans")[1] == space_glyph("sans-bold")[1] == SPACE
    for text in ("a b", "م ر", "ש ל", "ก ข", "क ख", "日 本", "★ ★"):
        shaper = Shaper()
        words = sum(shaper.width(word, BOLD) for word in text.split(" "))
        assert shaper.width(text, BOLD) - words == pytest.approx(8.5 * SPACE / 1000)


def test_each_script_is_drawn_by_its_font_in_visual_order() -> None:
    runs = line("neu: שלום 12 ★")
    assert [(run.font, run.text) for run in runs] == [
        ("sans", "neu: "),
        ("sans", "12"),
        ("hebrew", "שלום "),
        ("sans", " "),
        ("symbols", "★"),
    ]
    edges = [run.x for run in runs]
    assert edges == sorted(edges)
    for left, right in pairwise(runs):
        assert right.x == pytest.approx(left.x + left.advance)


def test_arabic_letters_join_and_run_from_right_to_left() -> None:
    (run,) = line("مرحبا", language="ar")
    assert run.rtl
    assert list(run.clusters) == sorted(run.clusters, reverse=True)
    isolated = [line(letter)[0].glyphs[0] for letter in "مرحبا"]
    assert list(reversed(run.glyphs)) != isolated


def test_a_right_to_left_run_of_several_words_keeps_its_text_in_reading_order() -> None:
    (run,) = line("שלום עולם")
    assert run.text == "שלום עולם"
    assert covered(run) == list("שלום עולם")
    assert list(run.offsets[::2]) == sorted(run.offsets[::2])


def test_an_emoji_family_is_one_glyph_that_stands_for_all_its_characters() -> None:
    (run,) = line("👩‍👩‍👧‍👦")
    assert run.font == "emoji"
    assert len(run.glyphs) == 1
    assert covered(run) == ["👩‍👩‍👧‍👦"]


def test_devanagari_is_reordered() -> None:
    (run,) = line("कि", language="hi")
    assert len(run.glyphs) == 2
    assert covered(run) == ["कि"]


def test_marks_are_placed_over_their_letter() -> None:
    (run,) = line("x\u0301\u0323")
    assert run.font == "sans"
    assert any(y for y in run.offsets[1::2]) or any(run.offsets[2::2])
    assert run.advance == pytest.approx(Shaper().width("x", BODY))


def test_what_no_font_has_is_a_visible_box_and_reported_by_name() -> None:
    shaper = Shaper()
    (run,) = shaper.runs("a\U00013000b", BODY, 0, 0)
    assert run.glyphs[1] == 0
    assert run.text == "a\U00013000b"
    assert run.advance > shaper.width("ab", BODY) + 3
    assert shaper.missing == {"\U00013000"}
    assert undrawable([run]) == {"\U00013000"}
    assert undrawable(line("alles da")) == set()


def test_a_soft_hyphen_inside_a_word_is_in_no_run() -> None:
    (with_one,), (without,) = line("Auf\u00adfahrt"), line("Auffahrt")
    assert (with_one.text, with_one.glyphs) == (without.text, without.glyphs)
    assert with_one.offsets == pytest.approx(without.offsets)


def test_empty_text_has_no_runs() -> None:
    assert line("") == ()
    assert Shaper().width("", BODY) == 0.0
    assert line("\u200b\u00ad") == ()


def test_hostile_text_is_drawn_somehow() -> None:
    for text in ("\ud800", "\x00\x01", "\u202e abc", "\u200d", "\ufe0f", "\u0301", " \u0301", "\U0010ffff"):
        for run in line(text):
            assert len(run.glyphs) == len(run.clusters) == len(run.offsets) / 2
            assert isfinite(run.advance)
            assert all(isfinite(offset) for offset in run.offsets)


def test_the_short_way_for_latin_text_makes_the_same_line_as_the_long_one() -> None:
    shaper = Shaper()
    for text in ("Auffinden von Kund*innen", "  zwei  Leerzeichen ", "AV. To fi", "x"):
        assert is_latin(text)
        (short,) = shaper.runs(text, BOLD, 0, 0)
        (long,) = shaper.line(text, BOLD, "de").runs
        assert short.glyphs == long.glyphs
        assert (short.clusters, short.text) == (long.clusters, long.text)
        assert short.offsets == pytest.approx(long.offsets, abs=1e-9)
        assert short.advance == pytest.approx(long.advance, abs=1e-9)


def test_noto_sans_has_all_that_the_short_way_takes() -> None:
    plain = re.compile(f"[{PLAIN_CHARACTERS}]")
    for key in ("sans", "sans-bold"):
        characters = [chr(c) for c in range(0x20, 0x2200) if plain.match(chr(c))]
        assert all(ord(c) in face(key).unicodes for c in characters)


_ANY = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("aéß \u0627\u05d0क日🙂fi-"))


@given(_ANY, st.booleans())
def test_the_runs_of_a_line_hold_its_text(text: str, bold: bool) -> None:
    shaper = Shaper()
    runs = shaper.runs(text, TextStyle(9, bold), 0, 0)
    dropped = set("\u00ad\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    seen = "".join(run.text for run in runs)
    # Runs of nothing but invisible characters have no glyph and are left out.
    assert set(seen) <= set(text)
    assert len(seen) <= len([c for c in text if c not in dropped])
    for run in runs:
        assert len(run.glyphs) == len(run.clusters) == len(run.offsets) // 2 > 0
        assert all(0 <= cluster < len(run.text) for cluster in run.clusters)
        assert list(run.clusters) == sorted(run.clusters, reverse=run.rtl)
    assert shaper.width(text, TextStyle(9, bold)) == pytest.approx(sum(run.advance for run in runs), abs=1e-6)
