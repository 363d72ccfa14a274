"""Drawing what was never drawn before, with too little time for all of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication

from journey_editor.canvas.paint import MapPainter
from journey_editor.canvas.sheet import Sheet
from journey_editor.layout.compose import Layouter
from tests.benchmarks import generator, maps


def sheet_of(layout: object) -> Sheet:
    sheet = Sheet(MapPainter())
    sheet.set_size(QSize(600, 400))
    sheet.set_scale(0.3, QPoint())
    sheet.set_layout(layout, None)  # type: ignore[arg-type]
    return sheet


def test_it_is_drawn_a_bit_at_a_time_and_in_the_end_as_at_once(qapp: QApplication) -> None:
    layout = Layouter().layout(generator.project(100), maps.MAP)
    whole, bit_by_bit = sheet_of(layout), sheet_of(layout)
    whole.finish()
    rounds = 0
    while not bit_by_bit.work(0.0):
        rounds += 1
        assert rounds < 2000
    assert rounds > 1
    one, other = (bytes(sheet.pixmap.toImage().constBits()) for sheet in (bit_by_bit, whole))
    # Which blocks are drawn depends on the clock, and the edge of one may differ by the least shade.
    assert max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 2
