"""The command finder: what it lists, what it finds, and what the keyboard does in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journey_editor import wording
from journey_editor.model.folding import folded
from journey_editor.ui.finder.entries import Entry, entries
from journey_editor.ui.finder.matching import rank
from journey_editor.ui.finder.popup import FinderPopup
from journey_editor.ui.finder.rows import spoken
from journey_editor.ui.main_window import MainWindow

K = Qt.Key


def opened(window: MainWindow) -> FinderPopup:
    window.actions_["help.find"].trigger()
    found = [popup for popup in window.findChildren(FinderPopup) if popup.isVisible()]
    assert len(found) == 1
    return found[0]


def names(popup: FinderPopup) -> list[str]:
    return [entry.name for entry in popup.entries()]


@pytest.fixture
def german(open_window: MainWindow) -> Iterator[None]:
    wording.set_language("de")
    yield
    wording.set_language("en")


# Finding


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("loschen", "Löschen"),
        ("loeschen", "Löschen"),
        ("LÖSCHEN", "Löschen"),
        ("strasse", "Straße"),
        ("Straße", "STRASSE"),
        ("path ano", "Path to another card"),
        ("card path", "Path to another card"),
        ("İstanbul", "Istanbul"),
        ("", "Anything"),
    ],
)
def test_words_are_found_however_they_are_typed(typed: str, name: str) -> None:
    assert rank(typed, (name,)) is not None


def test_all_words_must_occur() -> None:
    assert rank("path cheese", ("Path to another card", "Pfad")) is None


def test_words_may_come_from_several_names() -> None:
    assert rank("save sichern", ("Save", "Sichern")) is not None


def test_the_best_name_comes_first() -> None:
    order = ["Step", "Step back", "Last step", "Footsteps", "Schritt"]
    ranks = [rank("step", (name, "Step" if name == "Schritt" else "")) for name in order]
    assert ranks[0] == 0
    assert ranks[4] == 1  # the very word, in the other language
    assert [n for n in ranks[:4] if n is not None] == sorted(n for n in ranks[:4] if n is not None)
    assert len(set(ranks)) == 5


def test_folding_leaves_other_scripts_alone() -> None:
    assert folded("顧客") == "顧客"


# What is listed


def listed(window: MainWindow) -> list[Entry]:
    return entries(window.menuBar(), window.actions_, window.session, lambda _key: None)


def test_every_action_of_the_menus_is_listed_once(open_window: MainWindow) -> None:
    found = listed(open_window)
    assert len({entry.id for entry in found}) == len(found)
    ids = {entry.id for entry in found}
    assert {command.id for command in open_window.actions_} - {"help.find"} <= ids
    assert {"Lane/Notes", "Lane/Separator line", "Theme/Dark", "Language of the program/Deutsch"} <= ids


def test_places_of_the_project_are_listed(open_window: MainWindow) -> None:
    assert open_window.session is not None
    phase = open_window.session.journey.phases[0]
    assert f"Go to the phase “{phase.title}”" in [entry.name for entry in listed(open_window)]


def test_ids_are_the_same_in_both_languages(open_window: MainWindow, german: None) -> None:
    # The window speaks English still; one that is built now speaks German.
    other = MainWindow(open_window._settings)
    try:
        here = {entry.id: entry.other for entry in entries(other.menuBar(), other.actions_, None, lambda _key: None)}
        wording.set_language("en")
        there = {entry.id: entry.name for entry in entries(open_window.menuBar(), open_window.actions_, None, print)}
        common = here.keys() & there.keys()
        assert "Theme/Dark" in common
        assert "edit.delete" in common
        assert here["edit.delete"] == there["edit.delete"] == "Delete"
        assert here["Theme/Dark"] == there["Theme/Dark"]
    finally:
        other.deleteLater()


def test_each_command_knows_its_other_name(open_window: MainWindow) -> None:
    by_id = {entry.id: entry for entry in listed(open_window)}
    assert by_id["edit.delete"].other == "Löschen"
    assert by_id["Lane/Notes"].other == "Spur: Notizen"


def test_what_cannot_be_done_says_why(open_window: MainWindow) -> None:
    by_id = {entry.id: entry for entry in listed(open_window)}
    assert not by_id["edit.redo"].enabled
    assert by_id["edit.redo"].why == "nothing to redo"
    assert "not possible now, nothing to redo" in spoken(by_id["edit.redo"])


def test_an_action_that_somebody_adds_to_a_menu_is_found(open_window: MainWindow, qtbot: QtBot) -> None:
    menu = next(top.menu() for top in open_window.menuBar().actions() if isinstance(top.menu(), QMenu))
    assert isinstance(menu, QMenu)
    menu.addAction("Brew &coffee ...")
    popup = opened(open_window)
    qtbot.keyClicks(popup.field, "coffee")
    assert names(popup) == ["Brew coffee"]


# The popup


def test_it_takes_the_focus_and_gives_it_back(open_window: MainWindow, qtbot: QtBot) -> None:
    view = open_window.workspace.view
    view.setFocus()
    popup = opened(open_window)
    assert QApplication.focusWidget() is popup.field
    qtbot.keyClick(popup.field, K.Key_Escape)
    assert popup.isHidden()
    assert QApplication.focusWidget() is view


def test_its_key_closes_it_again(open_window: MainWindow) -> None:
    popup = opened(open_window)
    open_window.actions_["help.find"].trigger()
    assert popup.isHidden()


def test_enter_runs_the_first_and_it_is_listed_first_the_next_time(open_window: MainWindow, qtbot: QtBot) -> None:
    ran: list[bool] = []
    open_window.actions_["view.zoom_in"].triggered.connect(lambda: ran.append(True))
    popup = opened(open_window)
    popup.field.setText("vergrößern")  # QTest knows ASCII only
    qtbot.keyClick(popup.field, K.Key_Return)
    assert ran
    assert names(opened(open_window))[0] == "Zoom in"


def test_the_arrows_go_round_and_page_keys_leap(open_window: MainWindow, qtbot: QtBot) -> None:
    popup = opened(open_window)
    last = len(popup.entries()) - 1
    row = lambda: popup.list.currentIndex().row()  # noqa: E731
    qtbot.keyClick(popup.field, K.Key_Up)
    assert row() == last
    qtbot.keyClick(popup.field, K.Key_Down)
    assert row() == 0
    qtbot.keyClick(popup.field, K.Key_PageDown)
    leap = row()
    assert leap > 4
    qtbot.keyClick(popup.field, K.Key_PageUp)
    assert row() == 0
    for _ in range(last):
        qtbot.keyClick(popup.field, K.Key_PageDown)
    assert row() == last
    qtbot.keyClick(popup.field, K.Key_Tab)
    assert QApplication.focusWidget() is popup.field


def test_what_cannot_be_done_is_not_run_and_the_popup_stays(open_window: MainWindow, qtbot: QtBot) -> None:
    popup = opened(open_window)
    qtbot.keyClicks(popup.field, "redo")
    with qtbot.assertNotEmitted(popup.wanted):
        qtbot.keyClick(popup.field, K.Key_Return)
    assert popup.isVisible()
    assert popup.field.accessibleDescription() == "nothing to redo"


def test_what_is_reached_is_spoken(open_window: MainWindow, qtbot: QtBot) -> None:
    popup = opened(open_window)
    qtbot.keyClicks(popup.field, "save as")
    qtbot.waitUntil(lambda: popup.field.accessibleDescription().startswith("Save as"))
    assert "1 of" in popup.field.accessibleDescription()
    role = QAccessible.queryAccessibleInterface(popup).role()
    assert role == QAccessible.Role.Dialog


def test_a_click_elsewhere_closes_it(open_window: MainWindow, qtbot: QtBot) -> None:
    popup = opened(open_window)
    beside = open_window.workspace.view.viewport()
    qtbot.mouseClick(beside, Qt.MouseButton.LeftButton, pos=QPoint(10, beside.height() - 10))
    assert popup.isHidden()


def test_a_phase_is_gone_to(open_window: MainWindow, qtbot: QtBot) -> None:
    session = open_window.session
    assert session is not None
    phase = session.journey.phases[-1]
    popup = opened(open_window)
    qtbot.keyClicks(popup.field, f"phase {phase.title}")
    qtbot.keyClick(popup.field, K.Key_Return)
    assert session.selection == (phase.id,)
    assert QApplication.focusWidget() is open_window.workspace.view


def test_nothing_found_is_said(open_window: MainWindow, qtbot: QtBot) -> None:
    popup = opened(open_window)
    qtbot.keyClicks(popup.field, "qwxyz")
    assert names(popup) == []
    qtbot.keyClick(popup.field, K.Key_Return)
    assert popup.isVisible()


def test_it_opens_on_the_start_page_without_places(window: MainWindow) -> None:
    popup = opened(window)
    by_id = {entry.id: entry for entry in popup.entries()}
    assert by_id["file.save"].why == "needs an open project"
    assert not any(key.startswith("go/") for key in by_id)
