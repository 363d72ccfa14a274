"""A window can be shown where there is no screen and no font, without Qt complaining."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu
from pytestqt.qtbot import QtBot


def test_a_window_opens_offscreen_without_a_warning(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setMinimumSize(320, 200)
    window.setCentralWidget(QLineEdit("text"))
    with qtbot.waitExposed(window):
        window.show()
    menu = QMenu(window)
    menu.addAction("one")
    menu.popup(window.mapToGlobal(window.rect().center()))
    assert not window.grab().isNull()
    menu.close()
    assert QGuiApplication.platformName() == "offscreen"
