"""The find bar: counting, stepping, and showing what was found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journey_editor.edit.cards import set_card
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.finding.field_names import field_name
from journey_editor.ui.finding.find_bar import FindBar
from journey_editor.ui.main_window import MainWindow
from tests.model.test_finding import project


@pytest.fixture
def bar(open_window: MainWindow) -> FindBar:
    session = session_of(open_window)
    session.new(Loaded(project(), {}, ()))
    open_window.actions_["edit.find"].trigger()
    return open_window.workspace.find_bar


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def look_for(bar: FindBar, words: str) -> None:
    bar.words.setText(words)
    bar.find()


def test_it_opens_with_the_keyboard_in_it_and_escape_gives_it_back(
    bar: FindBar, open_window: MainWindow, qtbot: QtBot
) -> None:
    assert bar.isVisible()
    assert bar.words.hasFocus()
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert open_window.workspace.view.hasFocus()


def test_enter_steps_through_all_maps_and_around(bar: FindBar, open_window: MainWindow, qtbot: QtBot) -> None:
    session = session_of(open_window)
    look_for(bar, "cafe")
    assert bar.count.text() == "1 of 5"
    assert session.selection == ("a",)
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert session.selection == ("b",)
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert session.map_id == "m2"
    assert bar.count.text() == "4 of 5"
    assert bar.words.hasFocus()
    open_window.actions_["edit.find_next"].trigger()
    assert session.selection == ("mira",)
    open_window.actions_["edit.find_next"].trigger()
    assert (session.map_id, bar.count.text()) == ("m1", "1 of 5")
    qtbot.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "5 of 5"
    open_window.actions_["edit.find_previous"].trigger()
    assert bar.count.text() == "4 of 5"


def test_it_says_map_field_and_language(bar: FindBar) -> None:
    look_for(bar, "Besuche")
    assert bar.where.full_text() == "Der Weg  ·  Metrics: Name"
    look_for(bar, "footpath")
    assert bar.where.full_text() == "Der Weg  ·  Title  ·  English"


def test_it_says_so_when_nothing_is_found(bar: FindBar, open_window: MainWindow) -> None:
    before = session_of(open_window).selection
    look_for(bar, "nirgendwo")
    assert bar.count.text() == "Nothing found"
    bar.next()
    assert session_of(open_window).selection == before


def test_all_hits_of_the_map_are_marked_until_the_bar_is_closed(bar: FindBar, open_window: MainWindow) -> None:
    view = open_window.workspace.view
    look_for(bar, "cafe")
    assert view.found == {"a", "b"}
    session_of(open_window).go_to_map("m2")
    assert view.found == {"m2"}
    bar.close_bar()
    assert not view.found


def test_it_follows_edits_and_keeps_its_place(bar: FindBar, open_window: MainWindow) -> None:
    look_for(bar, "cafe")
    bar.next()
    bar.next()
    assert bar.count.text() == "3 of 5"
    session_of(open_window).apply("Tags", lambda now: set_card(now, "a", tags=()))
    assert bar.count.text() == "2 of 4"


def test_the_key_for_the_next_hit_opens_the_bar_again(bar: FindBar, open_window: MainWindow) -> None:
    look_for(bar, "cafe")
    bar.close_bar()
    open_window.actions_["edit.find_next"].trigger()
    assert bar.isVisible()
    assert bar.count.text() == "2 of 5"


def test_hostile_words_are_only_words(bar: FindBar) -> None:
    for words in ("<b>", "\\", "%s", "{n}", "\u202e\u0623", "x" * 10_000):
        look_for(bar, words)
        assert bar.count.text() == "Nothing found"


def test_fields_have_names() -> None:
    assert field_name("call_to_action") == "Call to action"
    assert field_name("emotions.0.label") == "Emotion: Label"
    assert field_name("goals.2") == "Goals"
