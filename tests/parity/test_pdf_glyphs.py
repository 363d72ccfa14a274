"""Screen equals print, the PDF's side: every glyph of a page stands in the PDF where the page's draw list has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from journey_editor.export.maps import export_map
from journey_editor.layout.drawlist import GlyphRun, Group, Item
from journey_editor.layout.fonts import FILES, face, hb_font
from journey_editor.layout.pages import Page, pages
from journey_editor.model.project import Project
from journey_editor.model.style import PageSetup
from tests.builders import PIXEL, PIXEL_SHA, everything, journey, lane, note, phase, project, tp
from tests.export import reading

ALL_SCRIPTS = (
    ("Käuferinnen & Käufer", "Größe: „effizient“ – 41 %, ﬁ, Straßenbahn"),
    ("English", "AVATAR To Wave, office affairs"),
    ("العربية", "مَرْحَبًا بِكُمْ في السلام ١٢٣"),
    ("עברית", "שָׁלוֹם עולם (2026)"),
    ("हिन्दी", "नमस्ते दुनिया, किताब क्षत्रिय"),
    ("ไทย", "สวัสดีชาวโลก น้ำ ที่ ก่อน"),
    ("日本語", "旅の地図を印刷する。東京"),
    ("emoji 👍🏽", "👩‍👩‍👧 🇩🇪 ❤️ → ★ 𐍈"),
    ("mixed", "abc עברית 123 العربية def"),
)


def many_scripts() -> Project:
    cards = [tp(f"t{n}", title, description=text, evidence="assumed") for n, (title, text) in enumerate(ALL_SCRIPTS)]
    notes = [note(f"n{n}", text, tone="idea") for n, (_, text) in enumerate(ALL_SCRIPTS)]
    return project(
        journey(
            [phase("p1"), phase("p2")],
            [
                lane("touchpoints", "a", {"p1s": cards[:5], "p2s": cards[5:]}, title="旅 Spur"),
                lane("notes", "n", {"p1s": notes}),
            ],
            title="Alle Schriften: العربية, ไทย",
        )
    )


def drawn(page: Page) -> Iterator[tuple[str, int, float, float]]:
    """(font name, glyph, x, y) of all glyphs on a page, y upwards."""

    def inside(items: tuple[Item, ...], x: float, y: float) -> Iterator[tuple[str, int, float, float]]:
        for item in items:
            if isinstance(item, Group):
                yield from inside(item.items, x + item.x, y + item.y)
            elif isinstance(item, GlyphRun):
                for i, glyph in enumerate(item.glyphs):
                    ox, oy = item.offsets[2 * i : 2 * i + 2]
                    yield NAMES[item.font], glyph, x + item.x + ox, page.height - y - item.y - oy

    return inside(page.root.items, page.root.x, page.root.y)


NAMES = {key: face(key).get_name(6) for key in FILES}
SPACES = {NAMES[key]: hb_font(key).get_nominal_glyph(0x20) for key in FILES}


@pytest.mark.parametrize("paper", ["A4", "A3", "A0"])
@pytest.mark.parametrize("columns", ["fill", "screen"])
@pytest.mark.parametrize("made_of", [many_scripts, everything])
def test_every_glyph_of_a_page_stands_in_the_pdf_within_a_hundredth_of_a_point(
    made_of: object, columns: str, paper: str
) -> None:
    of: Project = made_of()  # type: ignore[operator]
    key = of.maps[0].id
    setup = PageSetup(paper=paper, columns=columns, appendix=True)  # type: ignore[arg-type]
    composed = pages(of, key, setup)
    data = export_map(of, key, {PIXEL_SHA: PIXEL}, setup, allow_small=True).data
    shown: dict[tuple[int, str, int], list[tuple[float, float]]] = defaultdict(list)
    for glyph in reading.glyphs(data):
        shown[glyph.page, glyph.font, glyph.glyph].append((glyph.x, glyph.y))
    for number, page in enumerate(composed.pages):
        for font, glyph_id, x, y in drawn(page):
            there = shown[number, font, glyph_id]
            nearest = min(there, key=lambda spot: abs(spot[0] - x) + abs(spot[1] - y))
            assert max(abs(nearest[0] - x), abs(nearest[1] - y)) <= 0.01
            there.remove(nearest)
    # What is left over is spaces that carry a character of a ligature.
    assert all(glyph_id == SPACES[font] for (_, font, glyph_id), left in shown.items() if left)
