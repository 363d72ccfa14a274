"""The table of translations: what it lists, how it is worked, and what goes to a spreadsheet and comes back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.edit.languages import add_language
from journey_editor.edit.remove import delete
from journey_editor.edit.translations import set_text
from journey_editor.session import languages
from journey_editor.session.session import Session
from journey_editor.storage import tsv
from journey_editor.storage.codec import Loaded
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.translating.filter import ANY, Wanted
from journey_editor.ui.translating.model import MISSING, TextRows
from journey_editor.ui.translating.panel import TranslationPanel
from tests.builders import everything, large

from .texts import ALT, CTRL, DE, EN, SHIFT, Key, at, editor, shown_panel, words


@pytest.fixture
def panel(app: QApplication, session: Session, qtbot: QtBot) -> Iterator[TranslationPanel]:
    yield from shown_panel(session, qtbot)


@pytest.fixture
def docked(open_window: MainWindow, qtbot: QtBot) -> Iterator[TranslationPanel]:
    """The panel in its window."""
    open_window.actions_["view.translations"].setChecked(True)
    made = open_window.workspace.languages.panel
    qtbot.waitUntil(made.isVisible)
    yield made
    qtbot.keyRelease(open_window, Key.Key_Control)


# What it lists


def test_the_rows_are_a_sound_model(session: Session, qtbot: QtBot) -> None:
    rows = TextRows(session, session)
    # What it finds is a warning of Qt, which fails the test.
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert tester.model() is rows
    rows.follow()
    every, columns = rows.rowCount(), rows.columnCount()
    assert every == len(session.texts.entries(session.project)) > 0
    done, total = rows.done("en")
    rows.filter(Wanted(missing="en"))
    assert rows.rowCount() == total - done > 0
    languages.add(session, "fr")
    rows.follow()
    assert (rows.rowCount(), rows.columnCount()) == (total - done, columns + 1)
    session.apply("Delete", lambda project: delete(project, ["ph-before"]))
    rows.follow()
    rows.filter(Wanted())
    assert 0 < rows.rowCount() == len(session.texts.entries(session.project)) < every


def test_each_text_has_a_row_with_its_place_and_its_words(panel: TranslationPanel) -> None:
    row = at(panel, "tp-web.title")
    cells = [panel.rows.index(row, column).data() for column in range(panel.rows.columnCount())]
    assert cells == ["Kauf › ph-before › Berührungspunkte", "Title", "Website", "Web site"]
    assert panel.rows.index(at(panel, "tp-web.tags.1"), 1).data() == "Tags 2"


def test_what_is_missing_is_said_in_words_and_counted(panel: TranslationPanel) -> None:
    index = panel.rows.index(at(panel, "tp-web.description"), EN)
    assert index.data(MISSING)
    assert "missing" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    done, total = panel.rows.done("en")
    assert panel.rows.headerData(EN, Qt.Orientation.Horizontal) == f"English   {done} of {total}"
    assert f"English: {total - done} missing" in panel.count.full_text()
    assert "German: complete" in panel.count.full_text()


def test_a_screen_reader_hears_language_words_and_place(panel: TranslationPanel) -> None:
    heard = panel.rows.index(at(panel, "tp-web.title"), EN).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "English: Web site; Kauf › ph-before › Berührungspunkte, Title"


def test_it_opens_at_the_thing_that_is_selected(open_window: MainWindow, qtbot: QtBot) -> None:
    open_window.workspace.session.select(("tp-shop",))
    open_window.actions_["view.translations"].setChecked(True)
    panel = open_window.workspace.languages.panel
    assert panel.table.here() == (at(panel, "tp-shop.title"), EN)
    assert panel.table.hasFocus()


def test_it_opens_in_the_column_of_the_language_that_is_shown(panel: TranslationPanel, session: Session) -> None:
    languages.add(session, "fr")
    panel.follow()
    panel.show_thing("tp-shop")
    assert panel.table.here()[1] == panel.rows.column_of("fr")
    session.set_language("de")
    panel.show_thing("tp-web")
    assert panel.table.here() == (at(panel, "tp-web.title"), EN)


def test_filters_list_less(panel: TranslationPanel) -> None:
    every = len(panel.rows.entries)
    panel.show_only(Wanted(missing="en"))
    missing_in_english = len(panel.rows.entries)
    assert 0 < missing_in_english < every
    panel.show_only(Wanted(missing=ANY))
    assert len(panel.rows.entries) == missing_in_english
    panel.show_only(Wanted(map_id="mp-two"))
    assert {entry.thing for entry in panel.rows.entries} == {"ph-x", "tp-x"}
    panel.show_only(Wanted(kinds="personas"))
    assert {entry.kind for entry in panel.rows.entries} == {"persona"}
    panel.show_only(Wanted(words="WEB site"))
    assert [entry.key for entry in panel.rows.entries] == ["tp-web.title"]
    assert panel.count.full_text().startswith(f"1 of {every}")


def test_the_menus_of_the_bar_set_the_filter(panel: TranslationPanel) -> None:
    panel.lacking.setCurrentIndex(panel.lacking.findData("en"))
    panel.lacking.activated.emit(panel.lacking.currentIndex())
    assert panel.rows.wanted == Wanted(missing="en")
    panel.words.setText("pixel")
    panel._filter()
    assert panel.rows.wanted == Wanted(missing="en", words="pixel")


def test_a_text_that_is_filled_in_stays_until_the_filter_is_set_anew(panel: TranslationPanel) -> None:
    panel.show_only(Wanted(missing="en"))
    row = at(panel, "tp-web.description")
    before = len(panel.rows.entries)
    assert panel.rows.setData(panel.rows.index(row, EN), "The first page")
    assert at(panel, "tp-web.description") == row
    panel.show_only(Wanted(missing="en"))
    assert len(panel.rows.entries) == before - 1


def test_it_follows_what_is_done_elsewhere(panel: TranslationPanel, session: Session) -> None:
    session.apply("Write", lambda project: set_text(project, "en", "tp-mail", "title", "E-mail"))
    panel.follow()
    assert words(panel, "tp-mail.title", EN) == "E-mail"
    languages.add(session, "ar")
    panel.follow()
    assert panel.rows.languages == ("de", "en", "ar")


# The keyboard


def test_typing_replaces_the_words_and_enter_goes_down(panel: TranslationPanel, session: Session, qtbot: QtBot) -> None:
    row = at(panel, "tp-web.title")
    panel.table.go(row, EN)
    qtbot.keyClick(panel.table, Key.Key_S)
    field = editor(panel)
    qtbot.keyClicks(field, "ite")
    qtbot.keyClick(field, Key.Key_Return)
    assert session.project.translations["en"]["tp-web.title"].lower() == "site"
    assert session.undo_label == "Wrote in English: touchpoint “Website”"
    assert panel.table.here() == (row + 1, EN)
    assert panel.table.hasFocus()
    session.undo()
    assert session.project == everything()


def test_tab_goes_across_and_on_to_the_next_row(panel: TranslationPanel, qtbot: QtBot) -> None:
    panel.table.go(3, DE)
    for there in ((3, EN), (4, DE), (4, EN)):
        qtbot.keyClick(panel.table, Key.Key_Tab)
        assert panel.table.here() == there
    qtbot.keyClick(panel.table, Key.Key_Backtab, SHIFT)
    assert panel.table.here() == (4, DE)
    qtbot.keyClick(panel.table, Key.Key_Return, SHIFT)
    assert panel.table.here() == (3, DE)


def test_tab_ends_an_entry_too(panel: TranslationPanel, session: Session, qtbot: QtBot) -> None:
    panel.table.go(at(panel, "tp-mail.title"), DE)
    qtbot.keyClick(panel.table, Key.Key_F2)
    editor(panel).setPlainText("Post")
    qtbot.keyClick(editor(panel), Key.Key_Tab)
    assert words(panel, "tp-mail.title", DE) == "Post"
    assert panel.table.here()[1] == EN


def test_escape_leaves_the_words_and_then_the_table(
    docked: TranslationPanel, open_window: MainWindow, qtbot: QtBot
) -> None:
    panel = docked
    panel.table.go(at(panel, "tp-web.title"), EN)
    qtbot.keyClick(panel.table, Key.Key_F2)
    editor(panel).setPlainText("Never mind")
    qtbot.keyClick(editor(panel), Key.Key_Escape)
    assert words(panel, "tp-web.title", EN) == "Web site"
    assert panel.table.hasFocus()
    qtbot.keyClick(panel.table, Key.Key_Escape)
    assert open_window.workspace.view.hasFocus()


@pytest.mark.parametrize("keys", [SHIFT, ALT])
def test_a_text_may_have_several_lines(
    panel: TranslationPanel, session: Session, qtbot: QtBot, keys: Qt.KeyboardModifier
) -> None:
    panel.table.go(at(panel, "tp-web.description"), EN)
    qtbot.keyClick(panel.table, Key.Key_F2)
    qtbot.keyClicks(editor(panel), "one")
    qtbot.keyClick(editor(panel), Key.Key_Return, keys)
    qtbot.keyClicks(editor(panel), "two")
    qtbot.keyClick(editor(panel), Key.Key_Return)
    assert session.project.translations["en"]["tp-web.description"] == "one\ntwo"
    panel.table.fit_rows()
    assert panel.table.rowHeight(at(panel, "tp-web.description")) > panel.table.rowHeight(at(panel, "tp-web.title"))


def test_control_enter_goes_to_the_next_missing_one(panel: TranslationPanel, qtbot: QtBot) -> None:
    panel.table.go(0, EN)
    seen = set()
    for _ in range(3):
        qtbot.keyClick(panel.table, Key.Key_Return, CTRL)
        row, column = panel.table.here()
        assert column == EN
        assert panel.rows.lacks(row, EN)
        seen.add(row)
    assert len(seen) == 3


def test_where_nothing_is_missing_the_table_says_so(panel: TranslationPanel) -> None:
    panel.table.go(0, DE)
    panel.next_missing()
    assert panel.count.full_text() == "No text is missing in this language."
    assert panel.table.here() == (0, DE)


def test_delete_empties_all_that_is_marked_in_one_step(panel: TranslationPanel, session: Session, qtbot: QtBot) -> None:
    row = at(panel, "tp-web.tags.0")
    panel.table.go(row, EN)
    qtbot.keyClick(panel.table, Key.Key_Down, SHIFT)
    qtbot.keyClick(panel.table, Key.Key_Delete)
    said = session.project.translations["en"]
    assert "tp-web.tags.0" not in said
    assert "tp-web.tags.1" not in said
    assert session.undo_label == "Wrote in English: 2 texts"
    session.undo()
    assert session.project == everything()


def test_the_entry_of_a_list_is_not_emptied_in_the_first_language(
    panel: TranslationPanel, session: Session, qtbot: QtBot
) -> None:
    panel.table.go(at(panel, "tp-web.tags.0"), DE)
    qtbot.keyClick(panel.table, Key.Key_Delete)
    assert session.project == everything()
    assert "properties" in panel.count.full_text()


def test_a_name_is_taken_over_as_it_is(panel: TranslationPanel, session: Session, qtbot: QtBot) -> None:
    panel.table.go(at(panel, "pe-eva.name"), EN)
    qtbot.keyClick(panel.table, Key.Key_R, CTRL)
    assert session.project.translations["en"]["pe-eva.name"] == "Eva"
    assert not panel.rows.lacks(at(panel, "pe-eva.name"), EN)


def test_keys_of_the_window_do_nothing_to_the_map_meanwhile(
    docked: TranslationPanel, open_window: MainWindow, qtbot: QtBot
) -> None:
    panel, session = docked, open_window.workspace.session
    session.select(("tp-web",))
    panel.table.setFocus()
    panel.table.go(0, EN)
    qtbot.keyClick(panel.table, Key.Key_D, CTRL)
    qtbot.keyClick(panel.table, Key.Key_A, CTRL)
    assert session.project == everything()


def test_going_to_the_map_shows_the_thing_and_keeps_the_keyboard(
    docked: TranslationPanel, open_window: MainWindow, qtbot: QtBot
) -> None:
    panel, session = docked, open_window.workspace.session
    panel.table.go(at(panel, "tp-x.title"), EN)
    qtbot.keyClick(panel.table, Key.Key_G, CTRL)
    assert session.map_id == "mp-two"
    assert session.selection == ("tp-x",)
    assert open_window.workspace.view.here == "tp-x"
    assert panel.table.hasFocus()
    panel.table.doubleClicked.emit(panel.rows.index(at(panel, "ph-before.title"), 0))
    panel.table.go(at(panel, "ph-before.title"), 0)
    panel.jump()
    assert (session.map_id, session.selection) == ("mp-one", ("ph-before",))


# Any words


@pytest.mark.parametrize(
    "text", ["<b>fett</b><img src=x>", "Kund*innen", "عربي", "👍🏽", "x" * 100_000, "=1+1", "a\x00b\x1b"]
)
def test_hostile_words_are_kept_and_shown_as_they_are(panel: TranslationPanel, session: Session, text: str) -> None:
    row = at(panel, "tp-web.title")
    assert panel.rows.setData(panel.rows.index(row, EN), text)
    assert session.project.translations["en"]["tp-web.title"] == text.replace("\x00", "").replace("\x1b", "")
    panel.table.go(row, EN)
    panel.copy()
    assert tsv.read(QGuiApplication.clipboard().text())[0][0] == session.project.translations["en"]["tp-web.title"]
    panel.table.viewport().repaint()


def test_words_from_the_right_stand_at_the_right(panel: TranslationPanel, session: Session, qtbot: QtBot) -> None:
    languages.add(session, "ar")
    panel.follow()
    column = panel.rows.column_of("ar")
    panel.table.go(0, column)
    qtbot.keyClick(panel.table, Key.Key_F2)
    assert editor(panel).layoutDirection() == Qt.LayoutDirection.RightToLeft
    editor(panel).setPlainText("شراء")
    qtbot.keyClick(editor(panel), Key.Key_Return)
    from PySide6.QtWidgets import QStyleOptionViewItem

    option = QStyleOptionViewItem()
    panel.table._cells.initStyleOption(option, panel.rows.index(0, column))
    assert option.direction == Qt.LayoutDirection.RightToLeft
    assert option.displayAlignment & Qt.AlignmentFlag.AlignRight


def test_ten_thousand_texts_are_measured_only_where_they_are_seen(
    panel: TranslationPanel, session: Session, qtbot: QtBot
) -> None:
    session.new(Loaded(add_language(large(), "en"), {}, ()))
    panel.follow()
    assert len(panel.rows.entries) > 10_000
    panel.table.go(9_000, EN)
    measured: list[int] = []
    high = panel.table._cells.lines_high
    panel.table._cells.lines_high = lambda *args: measured.append(1) or high(*args)  # type: ignore[method-assign]
    panel.table.fit_rows()
    assert 0 < len(measured) < 400
    assert panel.rows.setData(panel.rows.index(9_000, EN), "Touch")
    assert panel.table.here() == (9_000, EN)


# The export leads here


def test_the_export_warns_of_missing_words_and_leads_to_them(
    open_window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from journey_editor.ui.print_studio.studio import PrintStudio

    def go(dialog: PrintStudio) -> int:
        dialog.side.words.language.setCurrentIndex(dialog.side.words.language.findData("de"))
        dialog.compose()
        assert dialog.side.words.lacking.isHidden()
        dialog.side.words.language.setCurrentIndex(dialog.side.words.language.findData("en"))
        dialog.compose()
        assert "have no words in English" in dialog.side.words.lacking.text()
        dialog.side.words.show_lacking_button.click()
        return 0

    monkeypatch.setattr(PrintStudio, "exec", go)
    open_window.workspace.export()
    panel = open_window.workspace.languages.panel
    assert panel.rows.wanted == Wanted(missing="en")
    assert panel.table.here() == (0, EN)
    assert panel.isVisible()


def test_the_panel_is_there_again_with_the_next_start(open_window: MainWindow, docked: TranslationPanel) -> None:
    state = open_window.saveState(1)
    open_window.actions_["view.translations"].setChecked(False)
    QApplication.processEvents()
    assert not docked.isVisible()
    open_window.restoreState(state, 1)
    open_window.workspace.panels.keep_closed()
    assert open_window.actions_["view.translations"].isChecked()


def test_an_index_of_nothing_has_no_words(session: Session) -> None:
    rows = TextRows(session, session)
    assert rows.data(QModelIndex()) is None
    assert rows.rowCount() == 0
    assert rows.next_missing(0, EN) == -1
