"""A book in a field: its beginning is shown, nothing of it is ever stored, and all of it comes when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from journey_editor.edit.anything import set_any
from journey_editor.model.queries import find_card
from journey_editor.session.session import Session
from journey_editor.ui.inspector.field import Field
from journey_editor.ui.inspector.inspector import Inspector
from journey_editor.ui.inspector.long_text import BEGINNING, MOST_LETTERS, LongTextFoot
from journey_editor.ui.inspector.text_fields import TextField

Show = Callable[..., Inspector]
Find = Callable[[Inspector, str], Field]

BOOK = "Wort " * (MOST_LETTERS // 5 + 1)


def put(session: Session, text: str) -> None:
    session.apply("x", lambda project: set_any(project, "advice", description=text))


def stored(session: Session) -> str:
    found = find_card(session.journey, "advice")
    return found.description  # type: ignore[union-attr]


def shown_field(inspector: Inspector, field: Find) -> TextField:
    found = field(inspector, "description")
    assert isinstance(found, TextField)
    return found


def foot(found: TextField) -> LongTextFoot | None:
    return found.findChild(LongTextFoot)


def test_a_book_is_shown_as_its_beginning_and_stays_whole_whatever_is_typed(
    session: Session, show: Show, field: Find
) -> None:
    inspector = show("advice")
    put(session, BOOK)
    found = shown_field(inspector, field)
    assert found.text.toPlainText() == BOOK[:BEGINNING]
    below = foot(found)
    assert below is not None
    assert below.isVisible()
    assert below.button.accessibleName() == f"{found.label}: Show all of it"
    found.text.setFocus()
    QTest.keyClicks(found.text, "x")
    QTest.keyClick(found.text, Qt.Key.Key_Delete)
    QTest.keyClick(found.text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    found.text.cut()
    found.text.paste()
    data = QMimeData()
    data.setText("y")
    found.text.insertFromMimeData(data)  # what is dropped comes so
    assert stored(session) == BOOK


def test_all_of_it_comes_when_it_is_asked_for_and_is_written_in(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    put(session, BOOK)
    found = shown_field(inspector, field)
    below = foot(found)
    assert below is not None
    QTest.mouseClick(below.button, Qt.MouseButton.LeftButton)
    assert found.text.toPlainText() == BOOK
    assert found.text.hasFocus()
    assert not below.isVisible()
    QTest.keyClicks(found.text, "x")
    assert stored(session) == "x" + BOOK
    session.undo()
    assert (stored(session), found.text.toPlainText()) == (BOOK, BOOK)


@pytest.mark.parametrize("text", ["short", BOOK[:MOST_LETTERS]])
def test_a_text_of_a_chapter_is_shown_and_written_as_any_other(
    session: Session, show: Show, field: Find, text: str
) -> None:
    inspector = show("advice")
    put(session, BOOK)
    put(session, text)
    found = shown_field(inspector, field)
    below = foot(found)
    assert below is None or not below.isVisible()
    assert found.text.toPlainText() == text
    QTest.keyClicks(found.text, "x")
    assert stored(session) == "x" + text
