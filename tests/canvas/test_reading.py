"""The view that only shows a map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from journey_editor.canvas.images import Images
from journey_editor.canvas.reading import MapReader
from journey_editor.layout.compose import Layouter
from tests.builders import large


@pytest.fixture
def reader(qtbot: QtBot) -> MapReader:
    made = MapReader(Images(dict))
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.show_layout(Layouter().layout(large(4, 10, 2), "map"))
    made.settle()
    return made


def test_it_draws_the_map_and_tells_of_a_card_that_is_clicked(reader: MapReader, qtbot: QtBot) -> None:
    box = reader.map_layout.card("c0-1-0")
    assert box is not None
    at = reader.camera.pixel(box.x + 10, box.y + 10).toPoint()
    assert reader.grab().toImage().pixelColor(at + QPoint(0, 0)).isValid()
    with qtbot.waitSignal(reader.clicked) as told:
        qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == ["c0-1-0"]


def test_dragging_and_arrow_keys_scroll_and_say_so(reader: MapReader, qtbot: QtBot) -> None:
    before = reader.visible_part()
    with qtbot.waitSignal(reader.moved):
        qtbot.keyClick(reader, Qt.Key.Key_Right)
    assert reader.visible_part().x > before.x
    qtbot.mousePress(reader.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    qtbot.mouseMove(reader.viewport(), QPoint(260, 150))
    with qtbot.assertNotEmitted(reader.clicked):
        qtbot.mouseRelease(reader.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(260, 150))
    assert reader.visible_part().y > before.y


def test_plus_and_minus_zoom(reader: MapReader, qtbot: QtBot) -> None:
    zoom = reader.zoom
    qtbot.keyClick(reader, "+")
    assert reader.zoom > zoom
    qtbot.keyClick(reader, "-")
    assert reader.zoom == pytest.approx(zoom)


def test_what_is_done_quietly_is_not_told(reader: MapReader, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(reader.moved):
        reader.quietly(lambda: reader.pan(-50.0, -50.0))
    assert reader.share() > (0.0, 0.0)


def test_a_place_comes_to_its_share_of_the_view(reader: MapReader) -> None:
    layout = reader.map_layout
    reader.place_at(layout.width / 2, layout.height / 2, 0.5, 0.5)
    part = reader.visible_part()
    assert part.x + part.w / 2 == pytest.approx(layout.width / 2, abs=2.0)
