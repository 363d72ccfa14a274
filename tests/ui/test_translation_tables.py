"""The table of translations in spreadsheets: what is copied, what comes back, and what is asked before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.session.session import Session
from journey_editor.storage import tsv
from journey_editor.ui.translating import panel as panels
from journey_editor.ui.translating.filter import Wanted
from journey_editor.ui.translating.panel import TranslationPanel
from tests.builders import everything

from .texts import CTRL, DE, EN, SHIFT, Key, at, shown_panel, words


@pytest.fixture
def panel(app: QApplication, session: Session, qtbot: QtBot) -> Iterator[TranslationPanel]:
    yield from shown_panel(session, qtbot)


def test_a_block_is_copied_and_pasted_in_one_step(panel: TranslationPanel, session: Session, qtbot: QtBot) -> None:
    row = at(panel, "tp-web.tags.0")
    panel.table.go(row, DE)
    qtbot.keyClick(panel.table, Key.Key_Down, SHIFT)
    qtbot.keyClick(panel.table, Key.Key_Right, SHIFT)
    qtbot.keyClick(panel.table, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "neu\tnew\nwichtig\timportant"
    QGuiApplication.clipboard().setText("frisch\tfresh\nwesentlich\tessential")
    panel.table.go(row, DE)
    qtbot.keyClick(panel.table, Key.Key_V, CTRL)
    assert [words(panel, f"tp-web.tags.{n}", column) for n in (0, 1) for column in (DE, EN)] == [
        "frisch", "fresh", "wesentlich", "essential",
    ]  # fmt: skip
    session.undo()
    assert session.project == everything()


def test_all_that_is_listed_goes_to_a_spreadsheet_and_comes_back(
    panel: TranslationPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[panels.PasteTexts] = []

    def agree(dialog: panels.PasteTexts) -> int:
        asked.append(dialog)
        return 1

    monkeypatch.setattr(panels.PasteTexts, "exec", agree)
    panel.show_only(Wanted(missing="en"))
    panel.copy_all()
    table = [list(row) for row in tsv.read(QGuiApplication.clipboard().text())]
    assert table[0] == ["ID", "Where", "Field", "German [de]", "English [en]"]
    for row in table[1:]:
        row[4] = f"EN: {row[3]}"
    table.insert(1, ["tp-gone.title", "", "", "", "lost"])
    QGuiApplication.clipboard().setText(tsv.written(table))
    panel.paste()
    assert len(asked) == 1
    assert "1 row belongs to no text" in "".join(asked[0]._warnings())
    assert panel.rows.done("en")[0] == panel.rows.done("en")[1]
    assert session.project.translations["en"]["tp-web.description"] == "EN: Die erste Seite"
    session.undo()
    assert session.project == everything()


def test_a_block_that_does_not_fit_is_shown_before_it_is_pasted(
    panel: TranslationPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(panels.PasteTexts, "exec", lambda dialog: asked.append(True) or 0)
    panel.table.go(len(panel.rows.entries) - 1, EN)
    QGuiApplication.clipboard().setText("a\nb")
    panel.paste()
    assert asked == [True]
    assert session.project == everything()


def test_the_first_language_is_left_alone_unless_it_is_checked(session: Session, qtbot: QtBot) -> None:
    from journey_editor.edit.text_tables import by_ids

    rows = (("ID", "de", "en"), ("tp-web.title", "Netz", "Web"))
    brought = by_ids(session.project, session.texts.entries(session.project), session.languages, rows)
    dialog = panels.PasteTexts(session, brought, None)
    qtbot.addWidget(dialog)
    assert [change.language for change in dialog.wanted] == ["en"]
    dialog.checks["de"].setChecked(True)
    assert [change.language for change in dialog.wanted] == ["de", "en"]
    assert dialog.table.model().rowCount() == 2
    assert dialog.table.model().index(0, 3).data() == "Netz"


def test_places_are_not_pasted_over(panel: TranslationPanel, session: Session) -> None:
    row = at(panel, "tp-shop.title")
    panel.table.go(row, 0)
    QGuiApplication.clipboard().setText("somewhere\tTitle\tGeschäft\tStore")
    panel.paste()
    assert (words(panel, "tp-shop.title", DE), words(panel, "tp-shop.title", EN)) == ("Geschäft", "Store")
