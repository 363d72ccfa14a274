"""Typing into text fields: one undo step a go, the cursor stays, and text is only ever text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from journey_editor.model.queries import find_card
from journey_editor.session.session import Session
from journey_editor.ui.inspector.field import Field
from journey_editor.ui.inspector.inspector import Inspector

Show = Callable[..., Inspector]
Find = Callable[[Inspector, str], Field]

HOSTILE = '<img src="file:///etc/passwd"> <b>fett</b> & "=1+1" &amp;'


def text_of(field: Field) -> QPlainTextEdit:
    assert isinstance(field.control, QPlainTextEdit)
    return field.control


def title(session: Session, card: str = "advice") -> str:
    found = find_card(session.journey, card)
    return found.title  # type: ignore[union-attr]


def steps_back(session: Session) -> int:
    return len(session.history.past)


def test_what_is_typed_is_stored_at_once_as_one_step(session: Session, show: Show, field: Find) -> None:
    typed = text_of(field(show("advice"), "title"))
    typed.setFocus()
    typed.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(typed, " heute")
    assert title(session) == "Beratung heute"
    assert steps_back(session) == 1
    session.undo()
    assert title(session) == "Beratung"
    assert typed.toPlainText() == "Beratung"


def test_leaving_the_field_ends_the_step(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    typed, other = text_of(field(inspector, "title")), text_of(field(inspector, "where"))
    typed.setFocus()
    QTest.keyClicks(typed, "a")
    other.setFocus()
    typed.setFocus()
    QTest.keyClicks(typed, "b")
    assert steps_back(session) == 2


def test_return_ends_the_step_and_makes_no_line(session: Session, show: Show, field: Find) -> None:
    typed = text_of(field(show("advice"), "title"))
    QTest.keyClicks(typed, "a")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    QTest.keyClicks(typed, "b")
    assert steps_back(session) == 2
    assert title(session) == "abBeratung"


def test_another_field_is_another_step(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    QTest.keyClicks(text_of(field(inspector, "title")), "a")
    QTest.keyClicks(text_of(field(inspector, "where")), "b")
    assert steps_back(session) == 2
    assert session.undo_label == "Where? changed: touchpoint “aBeratung”"


def test_the_cursor_stays_where_it_is_while_the_project_changes(session: Session, show: Show, field: Find) -> None:
    typed = text_of(field(show("advice"), "title"))
    typed.setFocus()
    cursor = typed.textCursor()
    cursor.setPosition(3)
    typed.setTextCursor(cursor)
    QTest.keyClicks(typed, "xy")
    assert typed.toPlainText() == "Berxyatung"
    assert typed.textCursor().position() == 5
    session.apply("elsewhere", lambda project: project.evolve(author="A"))
    assert typed.textCursor().position() == 5
    assert typed.hasFocus()


def test_undo_in_a_field_is_that_of_the_session(session: Session, show: Show, field: Find) -> None:
    typed = text_of(field(show("advice"), "title"))
    typed.setFocus()
    QTest.keyClicks(typed, "ab")
    QTest.keySequence(typed, QKeySequence(QKeySequence.StandardKey.Undo))
    assert title(session) == "Beratung"
    assert typed.toPlainText() == "Beratung"
    QTest.keySequence(typed, QKeySequence(QKeySequence.StandardKey.Redo))
    assert title(session) == "abBeratung"


def test_hostile_text_stays_text(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    typed = text_of(field(inspector, "title"))
    typed.selectAll()
    QTest.keyClicks(typed, HOSTILE)
    assert title(session) == HOSTILE
    assert inspector.head.title.accessibleName() == HOSTILE
    assert inspector.head.title.text().replace("\N{ZERO WIDTH SPACE}", "") == HOSTILE
    for label in inspector.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()


def test_control_characters_of_a_paste_are_left_out(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    pasted = QMimeData()
    pasted.setText("eins\x00\x1b[31m\r\nzwei\x07")
    pasted.setHtml("<img src='file:///etc/passwd'>")
    typed = text_of(field(inspector, "description"))
    typed.insertFromMimeData(pasted)
    assert find_card(session.journey, "advice").description == "eins[31m\nzwei"  # type: ignore[union-attr]


def test_a_line_break_pasted_into_a_title_becomes_a_space(session: Session, show: Show, field: Find) -> None:
    typed = text_of(field(show("advice"), "title"))
    typed.selectAll()
    pasted = QMimeData()
    pasted.setText("eins\nzwei")
    typed.insertFromMimeData(pasted)
    assert title(session) == "eins zwei"


def test_a_hundred_thousand_characters_are_kept(session: Session, show: Show, field: Find) -> None:
    long = "Straße und Garten. " * 5300
    inspector = show("advice")
    for key in ("title", "description"):
        typed = text_of(field(inspector, key))
        typed.selectAll()
        typed.insertPlainText(long)
        assert typed.toPlainText() == long
        assert typed.height() < 250
    card = find_card(session.journey, "advice")
    assert card.title == card.description == long  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["日本語のタイトル", "عنوان", "Kund*innen", "🙂 schön", "e\u0301"])
def test_any_script_is_kept_as_it_is(session: Session, show: Show, field: Find, text: str) -> None:
    typed = text_of(field(show("advice"), "title"))
    typed.selectAll()
    typed.insertPlainText(text)
    assert title(session) == text


def test_a_long_title_wraps_and_the_field_grows(show: Show, field: Find) -> None:
    typed = text_of(field(show("advice"), "title"))
    assert typed.height() == 28
    typed.insertPlainText("Bau- und Leistungsbeschreibung mit allen Anlagen ")
    assert typed.height() > 40


def test_lists_have_an_entry_in_each_line(session: Session, show: Show, field: Find) -> None:
    typed = text_of(field(show("brandt"), "goals"))
    typed.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(typed, Qt.Key.Key_Return)
    QTest.keyClicks(typed, "mit Garten")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert session.project.personas[0].goals == ("ein Haus", "bald", "mit Garten")
    assert typed.toPlainText().endswith("\n")
