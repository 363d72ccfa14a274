"""The ring around the focused control outlives the controls it was drawn around."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.ui.focus_ring import FocusRing


def window_with_a_bar(qtbot: QtBot) -> tuple[QWidget, QWidget, QPushButton, QLineEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    bar = QWidget(window)
    button = QPushButton("Undo", bar)
    QVBoxLayout(bar).addWidget(button)
    field = QLineEdit(window)
    column = QVBoxLayout(window)
    column.addWidget(bar)
    column.addWidget(field)
    FocusRing(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    return window, bar, button, field


def test_the_ring_shows_around_a_button_and_goes_with_the_focus(qtbot: QtBot) -> None:
    window, _, button, field = window_with_a_bar(qtbot)
    ring = window.findChildren(FocusRing)[0]
    button.setFocus()
    assert ring.isVisible()
    field.setFocus()
    assert not ring.isVisible()


def test_a_button_that_was_deleted_with_its_bar_does_no_harm(qtbot: QtBot) -> None:
    window, bar, button, field = window_with_a_bar(qtbot)
    button.setFocus()
    shiboken6.delete(bar)
    field.setFocus()
    assert not window.findChildren(FocusRing)[0].isVisible()
