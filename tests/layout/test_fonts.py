"""The bundled fonts and who draws what."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey_editor.layout import fonts
from journey_editor.layout.fonts import FILES, face, font_of, font_path, hb_font, metrics


@pytest.mark.parametrize("key", FILES)
def test_every_font_is_there_and_is_a_static_truetype_font(key: str) -> None:
    opened = face(key)
    assert "glyf" in opened.table_tags
    assert not opened.has_var_data
    assert opened.glyph_count > 50
    measures = metrics(key)
    assert 0.4 < measures.cap_height < measures.ascender + 0.1
    assert measures.descender > 0


def test_the_fonts_lie_beside_their_licences_and_stay_small() -> None:
    files = [font_path(key) for key in FILES]
    assert sum(file.stat().st_size for file in files) < 12_000_000
    assert {file.name for file in files[0].parent.glob("*.ttf")} == {file.name for file in files}
    assert len(list((files[0].parent / "licences").iterdir())) >= 5


@pytest.mark.parametrize(
    ("grapheme", "regular", "bold"),
    [
        ("a", "sans", "sans-bold"),
        ("ß", "sans", "sans-bold"),
        ("Ж", "sans", "sans-bold"),
        ("م", "arabic", "arabic-bold"),
        ("ש", "hebrew", "hebrew-bold"),
        ("ก", "thai", "thai-bold"),
        ("क्ष", "devanagari", "devanagari-bold"),
        ("商", "cjk", "cjk"),
        ("。", "cjk", "cjk"),
        ("가", "korean", "korean-bold"),
        ("★", "symbols", "symbols-bold"),
        ("→", "symbols", "symbols-bold"),
        ("🙂", "emoji", "emoji"),
        ("👩‍👩‍👧", "emoji", "emoji"),
        ("🇩🇪", "emoji", "emoji"),
        ("1️⃣", "emoji", "emoji"),
        ("☎️", "emoji", "emoji"),
        ("1", "sans", "sans-bold"),
        ("x\u0301", "sans", "sans-bold"),
    ],
)
def test_each_grapheme_has_its_font(grapheme: str, regular: str, bold: str) -> None:
    assert font_of(grapheme) == regular
    assert font_of(grapheme, bold=True) == bold


def test_a_telephone_without_variation_selector_is_a_text_symbol() -> None:
    assert font_of("☎") == "symbols"


def test_what_no_font_has_has_no_font() -> None:
    assert font_of("\U00013000") is None


def test_the_box_for_a_missing_character_is_visible() -> None:
    for key in ("sans", "sans-bold"):
        extents = hb_font(key).get_glyph_extents(0)
        assert extents.width > 300
        assert extents.height < -500


def test_the_big_font_is_opened_only_when_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def recording(key: str) -> Path:
        opened.append(key)
        return font_path(key)

    monkeypatch.setattr(fonts, "font_path", recording)
    for cached in (fonts.face, fonts.hb_font, fonts._coverage, fonts.font_of):
        cached.cache_clear()
    font_of("ä")
    font_of("م")
    assert "cjk" not in opened
    font_of("商")
    assert opened.count("cjk") == 1


def test_a_broken_installation_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "font_path", lambda key: tmp_path / "NotoSans-Regular.ttf")
    fonts.face.cache_clear()
    with pytest.raises(fonts.NoFontError, match=r"NotoSans-Regular\.ttf"):
        face("sans")
    (tmp_path / "NotoSans-Regular.ttf").write_bytes(b"no font")
    with pytest.raises(fonts.NoFontError, match=r"NotoSans-Regular\.ttf"):
        face("sans")
    fonts.face.cache_clear()
