"""Digits give selected notes a tone; on anything else they mean something else or nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from pytestqt.qtbot import QtBot

from journey_editor.canvas.names import spoken
from journey_editor.canvas.view import MapView
from journey_editor.edit.cards import add_card
from journey_editor.model.cards import Note
from journey_editor.model.queries import find_card
from journey_editor.session.session import Session

from .hands import NO_KEY, NONE, middle, mouse

K = Qt.Key


def tone(session: Session, key: str) -> str:
    card = find_card(session.journey, key)
    assert isinstance(card, Note)
    return card.tone


def test_a_digit_gives_the_selected_notes_a_tone_in_one_step(view: MapView, session: Session, qtbot: QtBot) -> None:
    other = str(session.apply("made", lambda project: add_card(project, "notes", "s2", text="Nice")))
    view.stand_on("n")
    qtbot.keyClick(view, K.Key_5)
    assert tone(session, "n") == "opportunity"
    assert session.undo_label == "Changed the tone of note “Too slow”: opportunity"
    session.select(("n", other))
    qtbot.keyClick(view, K.Key_9)
    assert (tone(session, "n"), tone(session, other)) == ("challenge", "challenge")
    session.undo()
    assert (tone(session, "n"), tone(session, other)) == ("opportunity", "pain")
    qtbot.keyClick(view, K.Key_0)
    assert tone(session, "n") == "text"


def test_a_digit_is_left_alone_where_not_only_notes_are_selected(view: MapView, session: Session, qtbot: QtBot) -> None:
    before = session.project
    session.select(("n", "a"))
    qtbot.keyClick(view, K.Key_5)
    assert session.project is before
    view.stand_on("notes/s2")
    qtbot.keyClick(view, K.Key_5)
    assert view.in_place.editor is not None
    assert view.in_place.editor.text() == "5"


def test_under_the_pointer_a_note_says_its_tone(view: MapView, session: Session) -> None:
    hints: list[str] = []
    view.hint_changed.connect(hints.append)
    mouse(view, QEvent.Type.MouseMove, middle(view, "n"), NONE, NO_KEY)
    assert hints[-1] == "Note: pain point"
    mouse(view, QEvent.Type.MouseMove, middle(view, "a"), NONE, NO_KEY)
    assert hints[-1] == ""
    assert spoken(session, "n") == "Note, pain point: Too slow"
