"""Text in a PDF: the glyphs stand where layout put them, and their text comes out again, in every script."""

from __future__ import annotations

import unicodedata

import pytest

from journey_editor.export.pdf import write_pdf
from journey_editor.export.pdf_text import clusters, glyph_texts
from journey_editor.layout.drawlist import GlyphRun, Group
from journey_editor.layout.fonts import FILES, hb_font
from journey_editor.layout.pages import Page, Pages
from journey_editor.layout.scaling import scaled_items
from journey_editor.layout.shape import Shaper, TextStyle
from tests.export import reading

SCRIPTS = {
    "German": "Auffällig effizient: Käufer*innen, 41 % – „Straße“ fi ffl",
    "Arabic": "مرحبا بالعالم السلام لا إله",
    "Hebrew": "שלום עולם",
    "Hindi": "नमस्ते दुनिया किताब क्षत्रिय",
    "Thai": "สวัสดีชาวโลก น้ำ ที่ ก่อน",
    "Japanese": "日本語のテスト、東京",
    "emoji": "gut 👩‍👩‍👧 🇩🇪 👍🏽 ❤️ ok",
    "combining marks": "e\u0301 a\u0308\u0323 x\u0304",
}
HEIGHT = 400.0


def page_of(*lines: tuple[GlyphRun, ...]) -> Pages:
    """A page of lines, the first 30 pt from the top, 30 pt apart, at x = 20."""
    groups = tuple(Group(20.0, 30.0 * (i + 1), 500.0, 20.0, line) for i, line in enumerate(lines))
    root = Group(0.0, 0.0, 600.0, HEIGHT, groups)
    return Pages((Page(600.0, HEIGHT, root),))


def pdf_of(*texts: str, size: float = 9.0, scale: float = 1.0) -> tuple[bytes, list[tuple[GlyphRun, ...]]]:
    shaper = Shaper()
    lines = [
        tuple(scaled_items(shaper.runs(text, TextStyle(size), 0.0, 0.0), scale))  # type: ignore[arg-type]
        for text in texts
    ]
    return write_pdf(page_of(*lines), title="Texts").data, lines  # type: ignore[arg-type]


def wanted_origins(lines: list[tuple[GlyphRun, ...]]) -> list[tuple[int, float, float]]:
    """Glyphs with their origins on the page, y upwards, as the runs say."""
    return [
        (glyph, 20.0 + run.x + run.offsets[2 * i], HEIGHT - (30.0 * (n + 1) + run.y + run.offsets[2 * i + 1]))
        for n, line in enumerate(lines)
        for run in line
        for i, glyph in enumerate(run.glyphs)
    ]


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_text_of_a_script_is_extracted_in_logical_order(name: str) -> None:
    data, _ = pdf_of(SCRIPTS[name])
    found = unicodedata.normalize("NFC", reading.text(data))
    assert unicodedata.normalize("NFC", SCRIPTS[name]) in found


@pytest.mark.parametrize("scale", [1.0, 1.2345678, 0.61])
@pytest.mark.parametrize("name", SCRIPTS)
def test_every_glyph_stands_within_a_hundredth_of_a_point(name: str, scale: float) -> None:
    data, lines = pdf_of(SCRIPTS[name], scale=scale)
    wanted = wanted_origins(lines)
    # A space that only carries text draws nothing; it is the one thing that is shown but not wanted.
    shown = [g for g in reading.glyphs(data) if not _is_carrier(g, wanted)]
    assert len(shown) == len(wanted)
    for (glyph, x, y), there in zip(wanted, shown, strict=True):
        assert there.glyph == glyph
        assert abs(there.x - x) <= 0.01
        assert abs(there.y - y) <= 0.01


def _is_carrier(shown: reading.Shown, wanted: list[tuple[int, float, float]]) -> bool:
    space = {hb_font(key).get_nominal_glyph(0x20) for key in FILES}
    return shown.glyph in space and not any(glyph == shown.glyph and abs(x - shown.x) < 0.01 for glyph, x, _ in wanted)


def test_pdfium_sees_the_characters_where_layout_put_them() -> None:
    data, lines = pdf_of(SCRIPTS["German"], SCRIPTS["Japanese"], SCRIPTS["Hebrew"])
    seen = reading.character_origins(data)
    for _, x, y in wanted_origins(lines):
        assert min(max(abs(x - sx), abs(y - sy)) for _, sx, sy in seen) <= 0.01


def test_errors_do_not_add_up_along_a_long_line() -> None:
    data, lines = pdf_of("Wohnungsbaugesellschaft AVATAR To. " * 12, size=7.3)
    last = wanted_origins(lines)[-1]
    assert abs(reading.glyphs(data)[-1].x - last[1]) <= 0.01


def test_a_hyphen_at_the_end_of_a_line_joins_the_word_again() -> None:
    data, _ = pdf_of("Hausver\u00ad", "käufe und so-")
    assert "Hausverkäufe und" in reading.text(data).replace("\ufffe", "").replace("\u00ad", "").replace("\n", "")


def test_words_on_different_lines_are_not_glued_together() -> None:
    data, _ = pdf_of("Beratung im", "Musterhaus")
    assert reading.text(data).split() == ["Beratung", "im", "Musterhaus"]


def test_a_glyph_that_means_two_things_gives_each_its_text() -> None:
    shaper = Shaper()
    run = shaper.runs("a-b", TextStyle(9), 0.0, 0.0)[0]
    other = run._replace(text="a\u2011b")  # drawn with the very same glyph
    data = write_pdf(page_of((run,), (other,)), title="Hyphens").data
    assert "a-b" in reading.text(data).split("\n")[0]
    assert "a\u2011b" in reading.text(data).split("\n")[1]
    first, second = (g.glyph for g in reading.glyphs(data) if g.glyph == run.glyphs[1])
    assert first == second == run.glyphs[1]


def test_a_ligature_from_right_to_left_carries_one_character_for_each_code() -> None:
    run = Shaper().runs("لا", TextStyle(9), 0.0, 0.0)[0]
    assert len(run.glyphs) == 1
    (cluster,) = clusters(run)
    assert (cluster.texts, cluster.more, cluster.whole) == (("ل",), ("ا",), "")


def test_reordered_letters_are_read_as_a_whole() -> None:
    run = Shaper().runs("कि", TextStyle(9), 0.0, 0.0)[0]
    assert len(run.glyphs) == 2
    (cluster,) = clusters(run)
    assert cluster.whole == "कि"


def test_plain_words_need_no_spans() -> None:
    run = Shaper().runs("Grundstück", TextStyle(9), 0.0, 0.0)[0]
    assert glyph_texts(run) == "Grundstück"
