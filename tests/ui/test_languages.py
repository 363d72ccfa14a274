"""The languages of a project in the window: which is shown, which there are, adding, correcting, removing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from journey_editor import wording
from journey_editor.session.session import Session
from journey_editor.ui.dialogs import messages
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.translating import languages_dialog
from journey_editor.ui.translating.chooser import LanguageChooser
from journey_editor.ui.translating.languages_dialog import LanguagesDialog
from tests.builders import everything


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> LanguagesDialog:
    made = LanguagesDialog(session, None)
    qtbot.addWidget(made)
    return made


def choose(dialog: LanguagesDialog, code: str) -> None:
    for row in range(dialog.list.count()):
        if dialog.list.item(row).data(Qt.ItemDataRole.UserRole) == code:
            dialog.list.setCurrentRow(row)
            return
    raise AssertionError(code)


def answer(monkeypatch: pytest.MonkeyPatch, key: str) -> list[str]:
    asked: list[str] = []

    def exec_(message: messages.Message) -> int:
        asked.append(f"{message.accessibleName()} {message.accessibleDescription()}")
        message.answer = key
        return 1

    monkeypatch.setattr(messages.Message, "exec", exec_)
    return asked


def test_every_language_says_how_complete_it_is(dialog: LanguagesDialog) -> None:
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert texts[0].startswith("German – Deutsch\nde  ·  first language  ·  complete")
    assert texts[1].startswith("English\nen  ·  ")
    assert "missing" in texts[1]


@pytest.mark.parametrize(
    ("typed", "tag"),
    [("French – Français", "fr"), ("portuguese (brazil)", "pt-BR"), ("tlh", "tlh"), ("arab", "ar"), ("esp", "eo")],
)
def test_any_language_is_added_by_name_or_tag(dialog: LanguagesDialog, session: Session, typed: str, tag: str) -> None:
    dialog.field.setEditText(typed)
    assert tag in dialog.meant.text()
    dialog.add.click()
    assert tag in session.project.translations
    assert session.language == tag
    assert dialog.current() == tag
    assert dialog.field.currentText() == ""


@pytest.mark.parametrize("typed", ["", "Klingon", "<b>", "English", "de"])
def test_what_is_no_language_or_is_there_is_not_added(dialog: LanguagesDialog, typed: str) -> None:
    dialog.field.setEditText(typed)
    assert not dialog.add.isEnabled()


def test_removing_says_what_is_lost_and_can_be_undone(
    dialog: LanguagesDialog, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, "cancel")
    choose(dialog, "en")
    dialog.remove.click()
    count = len(everything().translations["en"])
    assert asked == [f"Remove English? {count} texts in English are removed from all maps. Undo brings them back."]
    assert session.project == everything()
    answer(monkeypatch, "go")
    dialog.remove.click()
    assert session.languages == ("de",)
    session.undo()
    assert session.project == everything()


def test_the_first_language_cannot_be_removed(dialog: LanguagesDialog) -> None:
    choose(dialog, "de")
    assert not dialog.remove.isEnabled()
    assert dialog.remove.toolTip()


def test_another_language_becomes_the_first_after_a_word_of_what_stays(
    dialog: LanguagesDialog, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, "go")
    choose(dialog, "en")
    dialog.first.click()
    assert len(asked) == 1
    assert "have no words in English yet" in asked[0]
    assert session.project.language == "en"
    session.undo()
    assert session.project == everything()


def test_a_language_is_corrected(dialog: LanguagesDialog, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def correct(asking: languages_dialog.CorrectLanguage) -> int:
        asking.field.setEditText("en-GB")
        assert asking.take.isEnabled()
        return 1

    monkeypatch.setattr(languages_dialog.CorrectLanguage, "exec", correct)
    choose(dialog, "en")
    dialog.correct.click()
    assert session.languages == ("de", "en-GB")
    assert dialog.current() == "en-GB"


# Which one is shown


def chooser(window: MainWindow) -> LanguageChooser:
    return window.workspace.bar.chooser


def test_the_button_above_the_map_says_the_language_and_what_is_missing(open_window: MainWindow) -> None:
    session, button = open_window.workspace.session, chooser(open_window)
    assert button.text().strip() == "German"
    assert not button.property("other")
    open_window.actions_["map.next_language"].trigger()
    assert session.language == "en"
    assert button.text().strip().startswith("English: ")
    assert button.text().strip().endswith("missing")
    assert button.property("other")
    open_window.actions_["map.next_language"].trigger()
    assert session.language == "de"


def test_its_menu_shows_and_adds_languages(open_window: MainWindow) -> None:
    session, menu = open_window.workspace.session, chooser(open_window).menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[0] == "German"
    next(action for action in menu.actions() if action.data() == "en").trigger()
    assert session.language == "en"
    more = next(action.menu() for action in menu.actions() if action.menu() is not None)
    assert isinstance(more, QMenu)
    next(action for action in more.actions() if action.data() == "fr").trigger()
    assert session.language == "fr"
    assert session.project.translations["fr"] == {}


def test_languages_are_named_in_the_language_of_the_window(open_window: MainWindow) -> None:
    wording.set_language("de")
    chooser(open_window).follow()
    assert chooser(open_window).text().strip() == "Deutsch"
    open_window.workspace.session.set_language("en")
    assert chooser(open_window).text().strip().startswith("Englisch: ")


def test_the_command_waits_for_a_second_language(open_window: MainWindow) -> None:
    session = open_window.workspace.session
    assert open_window.actions_["map.next_language"].isEnabled()
    session.apply("Remove", lambda project: project.evolve(translations={}))
    assert not open_window.actions_["map.next_language"].isEnabled()
    assert open_window.actions_.why_not("map.next_language") == "needs a second language"


def test_typing_on_the_map_in_the_other_language_writes_the_translation(open_window: MainWindow, qtbot: QtBot) -> None:
    session, view = open_window.workspace.session, open_window.workspace.view
    session.set_language("en")
    view.setFocus()
    view.edit("tp-mail")
    editor = view.in_place.editor
    assert editor is not None
    assert editor.textCursor().selectedText() == "E-Mail"  # the words that stand in; typing replaces them
    qtbot.keyClicks(editor, "Letter")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.project.translations["en"]["tp-mail.title"] == "Letter"
    session.set_language("de")
    assert view.map_layout.card_block("tp-mail").group.tag.label == "E-Mail"


def test_the_tabs_speak_the_language_of_the_map(open_window: MainWindow) -> None:
    bar, session = open_window.workspace.bar, open_window.workspace.session
    assert bar.tabs.tabText(0) == "Kauf"
    session.set_language("en")
    assert bar.tabs.tabText(0) == "Purchase"


@pytest.fixture(autouse=True)
def _no_key_stays_down(qtbot: QtBot, app: object) -> Iterator[None]:
    """Qt takes the Ctrl of the last key for held down, in the tests to come as well."""
    yield
    field = QWidget()
    qtbot.keyRelease(field, Qt.Key.Key_Control)
    field.deleteLater()
