"""The filter bar: choosing, counting, and the way out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from journey_editor.model.filtering import ATTRIBUTES, NO_FILTER, Attribute
from journey_editor.session import acts
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.finding.filter_bar import FilterBar
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.print_studio.studio import PrintStudio
from tests.model.test_filtering import project


@pytest.fixture
def session(open_window: MainWindow) -> Session:
    made = open_window.session
    assert made is not None
    made.new(Loaded(project(), {}, ()))
    return made


@pytest.fixture
def bar(open_window: MainWindow, session: Session) -> FilterBar:
    open_window.resize(1600, 900)
    open_window.actions_["view.filter"].trigger()
    return open_window.workspace.filter_bar


def entries(bar: FilterBar, attribute: Attribute) -> list[QAction]:
    menu = bar.buttons[attribute].menu()
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if action.isCheckable()]


def choose(bar: FilterBar, attribute: Attribute, place: int) -> None:
    entries(bar, attribute)[place].trigger()


def test_every_attribute_has_a_menu_with_a_name(bar: FilterBar) -> None:
    assert bar.isVisible()
    assert tuple(bar.buttons) == ATTRIBUTES
    assert all(button.accessibleName() for button in bar.buttons.values())
    assert [action.text() for action in entries(bar, "channel")] == ["Untitled (2)", "Untitled (1)"]


def test_choosing_counts_and_dims(bar: FilterBar, session: Session, open_window: MainWindow) -> None:
    before = open_window.workspace.view.map_layout
    choose(bar, "status", 1)
    assert bar.count.full_text() == "2 of 5 match"
    assert bar.buttons["status"].text() == "Status: possible"
    choose(bar, "channel", 1)
    assert bar.count.full_text() == "1 of 5 match"
    assert open_window.workspace.view.map_layout is not before
    assert not session.dirty


def test_one_click_takes_it_off(bar: FilterBar, session: Session, open_window: MainWindow, qtbot: QtBot) -> None:
    choose(bar, "status", 1)
    assert bar.off.isVisible()
    qtbot.mouseClick(bar.off, Qt.MouseButton.LeftButton)
    assert session.filtering.wanted == NO_FILTER
    assert not bar.off.isVisible()
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_the_bar_stays_in_sight_while_a_filter_is_on(bar: FilterBar, open_window: MainWindow, qtbot: QtBot) -> None:
    choose(bar, "status", 1)
    qtbot.keyClick(bar.buttons["status"], Qt.Key.Key_Escape)
    assert bar.isVisible()
    assert open_window.workspace.view.hasFocus()


def test_the_menu_stays_open_for_several_values(bar: FilterBar, session: Session, qtbot: QtBot) -> None:
    menu = bar.buttons["status"].menu()
    menu.popup(bar.mapToGlobal(bar.rect().bottomLeft()))
    menu.setActiveAction(menu.actions()[0])
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    menu.setActiveAction(menu.actions()[1])
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    menu.close()
    assert session.filtering.wanted.status == {"existing", "possible"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Space])
def test_a_menu_opens_with_every_key_that_one_tries(bar: FilterBar, qtbot: QtBot, key: Qt.Key) -> None:
    button = bar.buttons["channel"]
    opened: list[bool] = []

    def close() -> None:
        opened.append(button.menu().isVisible())
        button.menu().close()

    QTimer.singleShot(0, close)  # a menu opened by a key keeps the event loop
    qtbot.keyClick(button, key)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened == [True]


def test_the_filter_follows_edits_and_goes_with_the_project(bar: FilterBar, session: Session, qtbot: QtBot) -> None:
    choose(bar, "status", 1)
    acts.remove(session, ("b",))
    qtbot.waitUntil(lambda: bar.count.full_text() == "1 of 4 match")
    session.undo()
    assert session.filtering.wanted.status == {"possible"}
    session.new(Loaded(project(), {}, ()))
    assert session.filtering.wanted == NO_FILTER


def test_the_export_offers_the_filter(bar: FilterBar, session: Session, qtbot: QtBot) -> None:
    choose(bar, "status", 1)
    dialog = PrintStudio(session, None)
    qtbot.addWidget(dialog)
    project, shown, said = dialog.side.filter.filtered(session.project, "de")
    assert (project, shown) == (session.project, session.filtering.lit(session.project, "map"))
    assert "2 von 5 Karten, die übrigen blass" in said  # in the language of the map, which is German
    dialog.side.filter.rest.setCurrentIndex(dialog.side.filter.rest.findData("leave-out"))
    left, shown, said = dialog.side.filter.filtered(session.project, "de")
    assert shown is None
    assert said.endswith("die übrigen weggelassen")
    assert len(left.maps[0].paths) == 0
    dialog.side.filter.rest.setCurrentIndex(dialog.side.filter.rest.findData("full"))
    assert dialog.side.filter.filtered(session.project, "de") == (session.project, None, "")


def test_where_there_is_no_room_beside_the_menus_the_count_stands_under_them(bar: FilterBar, qtbot: QtBot) -> None:
    choose(bar, "status", 1)

    def below() -> bool:
        return bar.count.mapTo(bar, QPoint()).y() > bar.buttons["status"].geometry().bottom()

    bar.setParent(None)
    bar.resize(1200, bar.height())
    bar.show()
    assert bar.buttons["status"].text() == "Status: possible"
    assert not below()
    one_line = bar.height()
    bar.resize(480, bar.height())
    qtbot.waitUntil(below)
    assert bar.height() == 2 * one_line
    assert bar.buttons["status"].text() == "possible"
    assert bar.count.width() >= bar.count.fontMetrics().horizontalAdvance("2 of 5 match")
    bar.take_off()
    assert bar.height() == one_line
    bar.deleteLater()
