"""The tabs of the maps: named in place, moved, copied, deleted, and found when there are many."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from journey_editor.edit.maps import add_map, set_map
from journey_editor.model.project import Project
from journey_editor.session.session import Session
from journey_editor.ui.comparison.window import ComparisonWindow
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.map_bar import MapBar
from journey_editor.ui.map_tabs import Tabs


@pytest.fixture
def bar(open_window: MainWindow) -> MapBar:
    return open_window.workspace.bar


@pytest.fixture
def tabs(bar: MapBar) -> Tabs:
    return bar.tabs


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def titles(window: MainWindow) -> list[str]:
    return [journey.title for journey in session_of(window).project.maps]


def test_a_double_click_renames_in_place_and_enter_takes_it(open_window: MainWindow, tabs: Tabs, qtbot: QtBot) -> None:
    qtbot.mouseDClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    field = tabs.field
    assert field is not None
    assert field.text() == "Kauf"
    qtbot.keyClicks(field, "Kund*innen & <b>")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert titles(open_window)[0] == "Kund*innen & <b>"
    assert tabs.tabText(0) == "Kund*innen && <b>"
    assert "&lt;b&gt;" in tabs.tabToolTip(0)
    assert session_of(open_window).undo_label


def test_escape_and_an_unchanged_name_make_no_step(open_window: MainWindow, tabs: Tabs, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        tabs.setFocus()
        qtbot.keyClick(tabs, Qt.Key.Key_F2)
        field = tabs.field
        assert field is not None
        if key == Qt.Key.Key_Escape:
            qtbot.keyClicks(field, "x")
        qtbot.keyClick(field, key)
        assert tabs.field is None
    assert not session_of(open_window).can_undo


def test_the_name_is_that_of_the_language_on_show(open_window: MainWindow, tabs: Tabs, qtbot: QtBot) -> None:
    session = session_of(open_window)
    session.set_language("en")
    assert tabs.tabText(0) == "Purchase"
    open_window.actions_["map.rename"].trigger()
    field = tabs.field
    assert field is not None
    field.setText("Buying")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert session.project.maps[0].title == "Kauf"
    assert session.project.translations["en"]["mp-one.title"] == "Buying"


def test_tabs_say_what_is_as_is_and_what_to_be(open_window: MainWindow, tabs: Tabs) -> None:
    session_of(open_window).apply("x", lambda project: set_map(project, "mp-two", kind="to-be"))
    assert tabs.accessibleTabName(0) == "Kauf, as is"
    assert tabs.accessibleTabName(1) == "Untitled map, to be"
    signs = [tabs.tabButton(n, Tabs.ButtonPosition.LeftSide) for n in (0, 1)]
    assert [sign.text() for sign in signs] == ["as is", "to be"]  # type: ignore[attr-defined]


def test_maps_are_moved_with_the_keyboard(open_window: MainWindow, tabs: Tabs) -> None:
    session, actions = session_of(open_window), open_window.actions_
    actions["map.right"].trigger()
    assert [journey.id for journey in session.project.maps] == ["mp-two", "mp-one"]
    assert tabs.data() == ("mp-two", "mp-one")
    assert tabs.currentIndex() == 1
    actions["map.right"].trigger()
    actions["map.left"].trigger()
    actions["map.left"].trigger()
    assert [journey.id for journey in session.project.maps] == ["mp-one", "mp-two"]


def test_a_dragged_tab_moves_its_map_as_one_step(open_window: MainWindow, tabs: Tabs, qtbot: QtBot) -> None:
    session = session_of(open_window)
    start, end = tabs.tabRect(0).center(), tabs.tabRect(1).center() + QPoint(30, 0)
    qtbot.mousePress(tabs, Qt.MouseButton.LeftButton, pos=start)
    for n in range(1, 11):
        qtbot.mouseMove(tabs, start + (end - start) * n / 10)
    qtbot.mouseRelease(tabs, Qt.MouseButton.LeftButton, pos=end)
    assert [journey.id for journey in session.project.maps] == ["mp-two", "mp-one"]
    assert session.map_id == "mp-one"
    session.undo()
    assert tabs.data() == ("mp-one", "mp-two")
    assert not session.can_undo


def test_a_map_is_duplicated_as_to_be_and_shown(open_window: MainWindow, tabs: Tabs) -> None:
    session = session_of(open_window)
    told: list[str] = []
    session.told.connect(told.append)
    open_window.actions_["map.to_be"].trigger()
    assert titles(open_window) == ["Kauf", "Kauf (Soll)", ""]
    assert session.journey.kind == "to-be"
    assert session.journey.origins
    assert tabs.currentIndex() == 1
    assert told == ["Duplicated map “Kauf” as to-be, with 7 cards. Undo takes it back."]
    session.undo()
    assert titles(open_window) == ["Kauf", ""]
    session.go_to_map("mp-one")
    open_window.actions_["map.duplicate"].trigger()
    assert titles(open_window) == ["Kauf", "Kauf (Kopie)", ""]


def test_deleting_a_map_says_so_in_a_sentence(open_window: MainWindow) -> None:
    session = session_of(open_window)
    told: list[str] = []
    session.told.connect(told.append)
    open_window.actions_["map.delete"].trigger()
    assert len(session.project.maps) == 1
    assert told == ["Deleted: Map “Kauf”, with 7 cards, 2 paths. Undo brings it back."]
    assert not open_window.actions_["map.delete"].isEnabled()
    assert not open_window.actions_["map.compare"].isEnabled()


def many(project: Project) -> Project:
    for n in range(40):
        project, _ = add_map(project, f"Map {n} " + "sehr lang " * 30)
    return project


def test_many_maps_with_long_names_leave_the_window_as_wide_as_it_was(
    open_window: MainWindow, bar: MapBar, tabs: Tabs
) -> None:
    session = session_of(open_window)
    width = open_window.width()
    session.apply("x", many)
    assert open_window.width() == width
    assert tabs.count() == 42
    assert all(tabs.tabRect(n).width() <= 280 for n in range(tabs.count()))
    assert tabs.width() < bar.width()
    assert tabs.tabText(2).endswith("…")
    room = tabs.tabRect(2).width() - tabs.tabButton(2, Tabs.ButtonPosition.LeftSide).width()  # type: ignore[union-attr]
    assert tabs.fontMetrics().horizontalAdvance(tabs.tabText(2)) < room
    bar._maps.aboutToShow.emit()
    entries = bar._maps.actions()
    assert len(entries) == 42
    entries[41].trigger()
    assert session.map_id == session.project.maps[41].id


def test_the_menu_of_a_tab_offers_all_that_can_be_done_with_a_map(bar: MapBar, open_window: MainWindow) -> None:
    offered = [action.objectName() for action in bar.menu().actions() if not action.isSeparator()]
    assert offered == [
        "map.rename",
        "map.duplicate",
        "map.to_be",
        "map.compare",
        "map.left",
        "map.right",
        "map.properties",
        "map.delete",
    ]


def test_the_comparison_opens_once_and_leads_back_to_the_editor(open_window: MainWindow, qtbot: QtBot) -> None:
    session, actions = session_of(open_window), open_window.actions_
    actions["map.to_be"].trigger()
    actions["map.compare"].trigger()
    actions["map.compare"].trigger()
    (window,) = open_window.findChildren(ComparisonWindow)
    assert window.foot.said.text() == "The maps do not differ."
    window.shown_wanted.emit("mp-one", "tp-web")
    assert session.map_id == "mp-one"
    assert session.selection == ("tp-web",)
    window.close()
