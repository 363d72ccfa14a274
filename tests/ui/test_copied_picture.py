"""Copying as a picture: pixels and SVG of what is selected, or of the map."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from journey_editor.layout.band import phase_fills
from journey_editor.ui.copied_picture import SVG_MIME, copied_picture
from journey_editor.ui.main_window import MainWindow
from tests.builders import two_by_two

from .conftest import show


@pytest.fixture
def small_window(window: MainWindow, qtbot: QtBot) -> MainWindow:
    show(window, two_by_two(), qtbot)
    return window


def words(svg: bytes) -> str:
    return " ".join("".join(line.itertext()) for line in ElementTree.fromstring(svg).iterfind(".//{*}text"))


def on_clipboard() -> tuple[QImage, str]:
    mime = QGuiApplication.clipboard().mimeData()
    return QImage(mime.imageData()), words(bytes(mime.data(SVG_MIME).data()))


def test_without_a_selection_it_is_the_whole_map(small_window: MainWindow) -> None:
    small_window.workspace.session.select(())
    small_window.actions_["edit.copy_picture"].trigger()
    image, text = on_clipboard()
    assert all(words in text.split() for words in ("a1", "a2", "a3", "b1", "n1"))
    assert image.width() > 400


def test_a_selected_card_comes_alone(small_window: MainWindow) -> None:
    session = small_window.workspace.session
    whole = copied_picture(session)
    session.select(("a1",))
    small_window.actions_["edit.copy_picture"].trigger()
    image, text = on_clipboard()
    assert {"a1", "a2", "a3", "b1", "n1"} & set(text.split()) == {"a1"}
    assert image.width() < QImage(whole.imageData()).width()


def test_a_phase_keeps_the_colour_that_it_has_among_all(small_window: MainWindow) -> None:
    session = small_window.workspace.session
    fills = phase_fills(session.journey)
    assert fills["p1"] != fills["p2"]
    session.select(("p2",))
    svg = bytes(copied_picture(session).data(SVG_MIME).data()).decode("utf-8")
    assert fills["p2"] in svg
    assert fills["p1"] not in svg
