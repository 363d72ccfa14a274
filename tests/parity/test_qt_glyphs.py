"""What Qt is given to draw is what layout found: the same glyphs at the same places, in every script."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from journey_editor.canvas.glyphs import UNIT, qt_run, raw_font
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import GlyphRun, Group, Item
from journey_editor.layout.fonts import FILES, face
from journey_editor.model.cards import Touchpoint
from journey_editor.model.columns import Phase, Step
from journey_editor.model.lanes import TouchpointCell, TouchpointLane
from journey_editor.model.project import JourneyMap, Project

pytestmark = pytest.mark.usefixtures("qapp")

TEXTS = {
    "german": "Donaudampfschifffahrtsgesellschaft, Kund*innen und „Wann ist es fertig?“",
    "english": "AV To fi ffl: Welcome e-mail, 3.0 %",
    "arabic": "مرحبا بكم في المتجر (2026)",
    "hebrew": "שלום, איפה החנות?",
    "hindi": "ग्राहक सेवा में आपका स्वागत है",
    "thai": "ยินดีต้อนรับสู่ร้านค้าของเรา",
    "japanese": "お客様の旅を地図にする",
    "emoji": "Great 😀 ★ ✓",
}


def runs(items: tuple[Item, ...]) -> list[GlyphRun]:
    found: list[GlyphRun] = []
    for item in items:
        if isinstance(item, GlyphRun):
            found.append(item)
        elif isinstance(item, Group):
            found += runs(item.items)
    return found


def all_runs() -> list[GlyphRun]:
    cards = tuple(
        Touchpoint(id=name, title=text, description=text, call_to_action=text) for name, text in TEXTS.items()
    )
    lane = TouchpointLane(id="lane", kind="touchpoints", title="All", cells=(TouchpointCell(step="s", cards=cards),))
    journey = JourneyMap(id="map", title="Parity", phases=(Phase(id="p", steps=(Step(id="s"),)),), lanes=(lane,))
    return runs(Layouter().layout(Project(id="project", maps=(journey,)), "map").root.items)


def test_every_glyph_origin_is_that_of_the_layout_to_a_hundredth_of_a_point() -> None:
    checked = 0
    for run in all_runs():
        made = qt_run([run])
        assert made.glyphIndexes() == list(run.glyphs)
        for index, position in enumerate(made.positions()):
            wanted = QPointF(run.x + run.offsets[2 * index], run.y + run.offsets[2 * index + 1])
            off = position / UNIT - wanted
            assert abs(off.x()) <= 0.01, (run.text, index)
            assert abs(off.y()) <= 0.01, (run.text, index)
            checked += 1
    assert checked > 500


def test_runs_that_are_drawn_together_keep_their_places() -> None:
    same = [run for run in all_runs() if (run.font, run.size) == ("sans-bold", 8.5)]
    made = qt_run(same)
    wanted = [
        (run.x + run.offsets[i], run.y + run.offsets[i + 1]) for run in same for i in range(0, len(run.offsets), 2)
    ]
    positions = made.positions()
    assert [p.x() / UNIT for p in positions] == pytest.approx([x for x, _ in wanted], abs=0.001)
    assert [p.y() / UNIT for p in positions] == pytest.approx([y for _, y in wanted], abs=0.001)


@pytest.mark.parametrize("key", FILES)
def test_qt_opens_the_very_file_that_was_measured(key: str) -> None:
    font = raw_font(key, 8.5)
    assert font.isValid()
    assert font.unitsPerEm() == face(key).upem
    assert font.pixelSize() == pytest.approx(8.5 * UNIT)


def test_a_glyph_is_as_wide_in_qt_as_harfbuzz_says() -> None:
    for run in all_runs():
        font = raw_font(run.font, run.size)
        if run.font != "sans" or len(run.glyphs) < 2 or run.rtl:
            continue
        first = font.advancesForGlyphIndexes([run.glyphs[0]])[0].x() / UNIT
        # Kerning is in the offsets, not in the glyph: so the next glyph stands near, not exactly at, the advance.
        assert first == pytest.approx(run.offsets[2], abs=run.size * 0.12)
