"""The workshop in the window, as a coach uses it: with the keyboard alone, and nothing is ever lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.model import workshop
from journey_editor.model.queries import touchpoints
from journey_editor.model.style import PageSetup
from journey_editor.model.workshop import Position
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.workshop.countdown import Countdown
from journey_editor.ui.workshop.page import WorkshopPage
from tests.builders import everything
from tests.ui.conftest import show
from tests.ui.test_everything_by_keyboard import check


@pytest.fixture
def page(window: MainWindow) -> Iterator[WorkshopPage]:
    """A workshop from nothing, begun on the start page."""
    window.actions_["workshop.start"].trigger()
    QApplication.processEvents()
    found = window.assistants.page
    assert isinstance(found, WorkshopPage)
    yield found
    if window.assistants.page is not None:
        window.assistants.leave()


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        QTest.keyClick(focus, key, held)
        QApplication.processEvents()


def say(text: str) -> None:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    QTest.keyClicks(focus, text)
    press(Qt.Key.Key_Return)


def begin(page: WorkshopPage) -> None:
    """Through the frame with its answers as they are, to the first name of round one."""
    press(Qt.Key.Key_Return)
    say("Kauf eines Hauses")
    while page.at.round == "frame":
        press(Qt.Key.Key_Return)


def titles(page: WorkshopPage) -> list[str]:
    return [card.title for card in touchpoints(page.session.journey)]


def test_it_builds_a_mirror_map_from_nothing_offline_first_then_online(page: WorkshopPage) -> None:
    begin(page)
    assert page.at == Position("offline", "name", page.session.journey.phases[0].id)
    say("Messe")
    say("Halle 3")
    say("Stand")
    say("Preise")
    press(Qt.Key.Key_P, Qt.Key.Key_Return)
    press(Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Return)
    assert page.at.question == "name"
    assert not page.at.card
    while page.stage == "asking":
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)  # what is advised: carry over what is left
    assert (page.at.round, page.at.question, page.at.source) == ("online", "name", _card(page, "Messe"))
    say("Rundgang im Video")
    assert page.at.question == "where"
    assert titles(page) == ["Rundgang im Video", "Messe"]
    fair = next(card for card in touchpoints(page.session.journey) if card.title == "Messe")
    assert (fair.where, fair.medium, fair.content, fair.mode) == ("Halle 3", "Stand", "Preise", "offline")
    assert (fair.status, fair.emotions[0].value) == ("possible", 2.0)
    assert workshop.tally(page.session.project, page.session.journey).without == ()


def _card(page: WorkshopPage, title: str) -> str:
    return next(card.id for card in touchpoints(page.session.journey) if card.title == title)


def test_what_is_typed_is_on_the_map_at_once_and_in_the_project_with_enter(page: WorkshopPage) -> None:
    begin(page)
    QTest.keyClicks(page.field, "Mes")
    offline = page.session.journey.lanes[1].id
    step = page.session.journey.phases[0].steps[0].id
    assert len(page.wall.view.map_layout.cards_in(offline, step)) == 1
    assert titles(page) == []
    press(Qt.Key.Key_Return)
    assert titles(page) == ["Mes"]


def test_escape_leaves_without_a_question_keeps_what_was_typed_and_goes_on_there(
    window: MainWindow, page: WorkshopPage
) -> None:
    begin(page)
    say("Messe")
    QTest.keyClicks(page.field, "Halle 3")
    at = page.at
    press(Qt.Key.Key_Escape)
    assert window.assistants.page is None
    assert window.workspace.isVisible()
    assert not window.isFullScreen()
    assert [card.where for card in touchpoints(window.workspace.session.journey)] == ["Halle 3"]
    window.actions_["workshop.start"].trigger()
    press(Qt.Key.Key_Return)
    again = window.assistants.page
    assert isinstance(again, WorkshopPage)
    assert again.at == at
    assert again.field.toPlainText() == "Halle 3"


def test_undo_takes_back_the_last_answer_and_goes_to_its_question(window: MainWindow, page: WorkshopPage) -> None:
    begin(page)
    say("Messe")
    say("Halle 3")
    assert page.at.question == "medium"
    press(Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    if page.at.question == "medium":  # no shortcuts without a window manager
        window.actions_["edit.undo"].trigger()
    assert page.at.question == "where"
    assert page.field.toPlainText() == ""
    window.actions_["edit.undo"].trigger()
    assert page.at.question == "name"
    assert not page.at.card
    assert titles(page) == []
    window.actions_["edit.redo"].trigger()
    assert titles(page) == ["Messe"]


def test_back_and_forth_loses_nothing(page: WorkshopPage) -> None:
    begin(page)
    say("Messe")
    say("Halle 3")
    press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert page.at.question == "name"
    assert page.field.toPlainText() == "Messe"
    say("Hausmesse")
    assert page.field.toPlainText() == "Halle 3"
    assert titles(page) == ["Hausmesse"]


def test_pages_go_from_phase_to_phase_and_a_removed_touchpoint_comes_back_with_undo(
    window: MainWindow, page: WorkshopPage
) -> None:
    begin(page)
    say("Messe")
    phases = [phase.id for phase in page.session.journey.phases]
    press(Qt.Key.Key_PageDown)
    assert page.at.phase == phases[1]
    press(Qt.Key.Key_PageUp, Qt.Key.Key_Up)
    assert page.at.card == _card(page, "Messe")
    press(Qt.Key.Key_F8)
    assert titles(page) == []
    assert page.at == Position("offline", "name", phases[0])
    window.actions_["edit.undo"].trigger()
    assert titles(page) == ["Messe"]


def test_a_click_on_the_map_asks_about_what_was_clicked(page: WorkshopPage) -> None:
    begin(page)
    say("Messe")
    key = page.at.card
    press(Qt.Key.Key_PageDown)
    page.go_to_thing(key, "")
    assert page.at.card == key
    page.go_to_thing("", page.session.journey.phases[2].steps[0].id)
    assert page.at.phase == page.session.journey.phases[2].id
    view = page.wall.view
    box = view.map_layout.box(key)
    assert box is not None
    spot = view.camera.rect(box).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(spot.x()), round(spot.y())))
    assert page.at.card == key


def test_the_commands_of_the_map_rest_while_one_asks(window: MainWindow, page: WorkshopPage) -> None:
    assert not window.actions_["insert.phase"].isEnabled()
    assert not window.actions_["view.next_region"].isEnabled()
    assert window.actions_["file.save"].isEnabled()
    assert window.menuBar().isHidden()
    window.assistants.leave()
    assert window.actions_["insert.phase"].isEnabled()
    assert not window.menuBar().isHidden()


def test_everything_on_the_page_has_a_name(page: WorkshopPage) -> None:
    check(page)
    begin(page)
    check(page)


def test_a_map_that_is_there_goes_on_with_what_is_left(window: MainWindow, qtbot: QtBot) -> None:
    show(window, everything(), qtbot)
    window.actions_["workshop.start"].trigger()
    press(Qt.Key.Key_5, Qt.Key.Key_Return)
    page = window.assistants.page
    assert isinstance(page, WorkshopPage)
    assert page.stage == "end"
    window.assistants.leave()
    assert not window.workspace.session.dirty


def test_opening_another_file_puts_the_workshop_away(window: MainWindow, page: WorkshopPage, qtbot: QtBot) -> None:
    show(window, everything(), qtbot)
    assert window.assistants.page is None
    assert window.actions_["insert.phase"].isEnabled()


def test_closing_the_window_asks_about_what_is_still_being_typed(
    window: MainWindow, page: WorkshopPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(page)
    QTest.keyClicks(page.field, "Messe")
    asked: list[list[str]] = []

    def stay() -> bool:
        asked.append(titles(page))
        return False

    monkeypatch.setattr(window.workspace.documents, "may_leave", stay)
    window.close()
    assert asked == [["Messe"]]
    assert window.assistants.page is page


def test_hostile_words_stay_words(page: WorkshopPage) -> None:
    begin(page)
    for text in ("<b>fett</b>", "Kund*innen", "مرحبا", "x" * 5000):
        page.field.setPlainText(text)
        press(Qt.Key.Key_Return)
        assert text in titles(page)
        assert page._question.textFormat() == Qt.TextFormat.PlainText
        press(Qt.Key.Key_PageUp if page.at.phase != page.session.journey.phases[0].id else Qt.Key.Key_PageDown)


# The time


class Ticking:
    """A clock that is turned by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_time_counts_down_pauses_warns_and_goes_on_below_nothing() -> None:
    clock = Ticking()
    time = Countdown(clock)
    assert time.state == "off"
    time.set("phase", 10)
    assert (time.words, time.state) == ("10:00", "paused")
    time.toggle()
    clock.now += 9 * 60 + 1
    assert (time.words, time.state) == ("0:59", "soon")
    time.toggle()
    clock.now += 1000
    assert (time.words, time.state) == ("0:59", "paused")
    time.toggle()
    clock.now += 90
    assert (time.words, time.state) == ("−0:31", "over")
    time.add(2)
    assert time.words == "1:29"
    time.restart()
    assert (time.words, time.running) == ("10:00", True)


def test_the_time_is_kept_in_the_settings_and_nonsense_is_none() -> None:
    assert str(Countdown.read("whole:90")) == "whole:90"
    assert Countdown.read("whole:90").words == "1:30:00"
    for text in ("", "phase", "phase:-3", "phase:0", "often:5", "phase:100000"):
        assert Countdown.read(text).what == "none"


def test_the_time_is_chosen_by_keys_and_begins_anew_with_each_phase(window: MainWindow, page: WorkshopPage) -> None:
    press(Qt.Key.Key_T, Qt.Key.Key_Plus)
    assert (page.countdown.what, page.countdown.minutes) == ("phase", 15)
    begin(page)
    assert page.countdown.running
    assert page.clock.isVisibleTo(page)
    press(Qt.Key.Key_F3)
    assert not page.clock.isVisibleTo(page)
    press(Qt.Key.Key_F2)
    assert not page.countdown.running
    press(Qt.Key.Key_F4)
    assert page.countdown.left > 15 * 60
    press(Qt.Key.Key_PageDown)
    assert page.countdown.left == 15 * 60
    press(Qt.Key.Key_Escape)
    assert window._settings.workshop_time == "phase:15"


def test_undo_in_the_field_takes_back_what_was_typed_first(page: WorkshopPage) -> None:
    begin(page)
    say("Messe")
    QTest.keyClicks(page.field, "Hal")
    QTest.keySequence(page.field, QKeySequence(QKeySequence.StandardKey.Undo))
    assert page.at.question == "where"
    assert titles(page) == ["Messe"]


def test_the_end_offers_a_worksheet_with_what_there_is(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(window, everything(), qtbot)
    window.actions_["workshop.start"].trigger()
    press(Qt.Key.Key_5, Qt.Key.Key_Return)
    page = window.assistants.page
    assert isinstance(page, WorkshopPage)
    wanted: list[PageSetup] = []
    monkeypatch.setattr(window.workspace, "export", wanted.append)
    press(
        *(
            getattr(Qt.Key, f"Key_{1 + [one.value for one in page.asked().options].index('worksheet')}"),
            Qt.Key.Key_Return,
        )
    )
    assert [(setup.worksheet, setup.worksheet_cards) for setup in wanted] == [("map", True)]
    assert page.stage == "end"
    assert page.choices.value == "worksheet"
    window.assistants.leave()
