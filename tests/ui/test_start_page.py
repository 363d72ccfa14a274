"""The start page: by keyboard, and with file names that look like markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.ui.settings import Recent
from journey_editor.ui.start_page import StartPage
from journey_editor.ui.template_cards import TemplateFace, TemplateGrid

FILE = Path("folder", "a & <b>b.journey")
FACES = tuple(TemplateFace(name, f"Template {name}", "for shops" if name == "b" else "") for name in "abcde")


@pytest.fixture
def page(app: QApplication, qtbot: QtBot) -> StartPage:
    made = StartPage((Recent(FILE, QDateTime.currentDateTime()),))
    qtbot.addWidget(made)
    made.show_templates(FACES)
    made.resize(1600, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def grid(page: StartPage) -> TemplateGrid:
    return page.gallery.ours


def test_arrows_go_through_the_templates_and_enter_takes_one(page: StartPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len({card.x() for card in grid(page).cards()}) == 3)
    page.focus_templates()
    cards = grid(page).cards()
    with qtbot.waitSignal(page.template_wanted) as taken:
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
            qtbot.keyClick(QApplication.focusWidget() or cards[0], key)
    assert taken.args == ["e"]


def test_a_template_that_is_not_known_yet_cannot_be_taken(app: QApplication, qtbot: QtBot) -> None:
    waiting = TemplateGrid(2)
    qtbot.addWidget(waiting)
    with qtbot.assertNotEmitted(waiting.chosen):
        waiting.cards()[0].click()


def test_searching_leaves_the_templates_with_these_words(page: StartPage) -> None:
    grid(page).filter("SHOP")
    assert [card.face.name for card in grid(page).cards()] == ["b"]


def test_there_are_fewer_columns_in_a_narrow_window(page: StartPage, qtbot: QtBot) -> None:
    page.resize(800, 700)
    qtbot.waitUntil(lambda: grid(page).width() < 560)
    qtbot.waitUntil(lambda: len({card.x() for card in grid(page).cards()}) == 1)


def test_a_recent_file_is_opened_by_enter_and_named_as_it_is(page: StartPage, qtbot: QtBot) -> None:
    item = page._recent.item(0)
    assert item.text() == "a & <b>b"
    page._recent.setCurrentRow(0)
    with qtbot.waitSignal(page.recent_wanted) as wanted:
        page._recent.itemActivated.emit(item)
    assert wanted.args == [FILE]


def test_a_recent_file_that_is_gone_says_so_and_is_taken_off_by_delete(page: StartPage, qtbot: QtBot) -> None:
    page.mark_gone(FILE)
    item = page._recent.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole).endswith("Not found. Delete takes it off the list.")
    page._recent.setCurrentRow(0)
    with qtbot.waitSignal(page.recent_forgotten) as forgotten:
        qtbot.keyClick(page._recent, Qt.Key.Key_Delete)
    assert forgotten.args == [FILE]
