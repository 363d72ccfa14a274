"""Editing texts on the map itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journey_editor.canvas.text_editor import TextEditor
from journey_editor.canvas.view import MapView
from journey_editor.model.queries import find_card, find_phase
from journey_editor.session import acts
from journey_editor.session.session import Session


def opened(view: MapView, thing: str) -> TextEditor:
    view.edit(thing)
    assert view.in_place.editor is not None
    return view.in_place.editor


def test_escape_leaves_the_text_as_it_was(view: MapView, session: Session, qtbot: QtBot) -> None:
    editor = opened(view, "a")
    qtbot.keyClicks(editor, "Something else")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert view.in_place.editor is None
    assert not session.can_undo


def test_an_unchanged_text_makes_no_step(view: MapView, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(opened(view, "a"), Qt.Key.Key_Return)
    assert not session.can_undo


def test_typing_is_one_step(view: MapView, session: Session, qtbot: QtBot) -> None:
    before = session.project
    editor = opened(view, "p2")
    qtbot.keyClicks(editor, "Weigh up")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert find_phase(session.journey, "p2").title == "Weigh up"
    session.undo()
    assert session.project is before


def test_shift_enter_begins_a_new_line(view: MapView, session: Session, qtbot: QtBot) -> None:
    editor = opened(view, "n")
    qtbot.keyClicks(editor, "One")
    low = editor.height()
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "Two")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "Three")
    assert editor.height() > low  # nothing that is typed is out of sight
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert getattr(find_card(session.journey, "n"), "text", "") == "One\nTwo\nThree"


def test_leaving_the_field_keeps_the_text(view: MapView, session: Session, qtbot: QtBot) -> None:
    editor = opened(view, "a")
    qtbot.keyClicks(editor, "Kept")
    view.setFocus()
    assert getattr(find_card(session.journey, "a"), "title", "") == "Kept"


def test_a_lane_and_the_map_are_edited_in_place(view: MapView, session: Session, qtbot: QtBot) -> None:
    for thing, text in (("shop", "Store"), ("map", "Buying garden tools")):
        editor = opened(view, thing)
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert session.journey.lanes[0].title == "Store"
    assert session.journey.title == "Buying garden tools"


def test_a_text_is_edited_in_the_language_that_is_shown(view: MapView, session: Session, qtbot: QtBot) -> None:
    session.set_language("de")
    editor = opened(view, "a")
    qtbot.keyClicks(editor, "Plakat")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert session.project.translations["de"]["a.title"] == "Plakat"
    assert getattr(find_card(session.journey, "a"), "title", "") == "Card a"


def test_markup_is_text_like_any_other(view: MapView, session: Session, qtbot: QtBot) -> None:
    editor = opened(view, "a")
    qtbot.keyClicks(editor, "<b>bold</b> & <img src=x>")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert getattr(find_card(session.journey, "a"), "title", "") == "<b>bold</b> & <img src=x>"


def test_undo_from_elsewhere_closes_the_field(view: MapView, session: Session, qtbot: QtBot) -> None:
    acts.write(session, "b", "title", "Sign")
    view.edit("online/s2")
    assert view.in_place.editor is not None
    session.undo()
    assert view.in_place.editor is None
    assert not session.can_undo
