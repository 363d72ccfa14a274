"""The menus of tones, and of importances in the matrix: with their keys, the present one ticked, where they belong."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.model.cards import Note
from journey_editor.model.queries import find_card
from journey_editor.session.marking import mark_at
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.matrix_menu import offer_importance
from journey_editor.ui.tones import has_tones, tone_menu
from tests.builders import everything, two_by_two


@pytest.fixture
def session() -> Session:
    made = Session()
    made.new(Loaded(two_by_two(), {}, ()))
    return made


def test_the_menu_gives_a_note_its_tone(session: Session, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    menu = tone_menu(session, window)
    session.select(("n1",))
    menu.aboutToShow.emit()
    assert [action.shortcut().toString() for action in menu.actions()] == [*"1234567890"]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Text"]
    idea = next(action for action in menu.actions() if action.text() == "Idea")
    idea.trigger()
    card = find_card(session.journey, "n1")
    assert isinstance(card, Note)
    assert card.tone == "idea"
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Idea"]


def test_only_notes_have_a_tone(session: Session, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    menu = tone_menu(session, window)
    for chosen in ((), ("a1",), ("a1", "n1"), ("n",)):
        session.select(chosen)
        assert not has_tones(session)
        menu.aboutToShow.emit()
        assert not any(action.isEnabled() for action in menu.actions())


def test_the_menu_at_a_place_of_the_matrix_sets_its_importance(session: Session, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    session.new(Loaded(everything(), {}, ()))
    offer_importance(menu, session, "ln-channels/st-ask/ch-shop", lambda act: act())
    choices = [action for action in menu.actions() if not action.isSeparator()]
    assert [(action.text(), action.isChecked()) for action in choices] == [
        ("No mark", False),
        ("Touched", False),
        ("Important", False),
        ("Very important", True),
    ]
    choices[1].trigger()
    mark = mark_at(session, "ln-channels/st-ask/ch-shop")
    assert mark is not None
    assert mark.by_hand == 1
    offer_importance(menu := QMenu(), session, "ln-channels/st-ask", lambda act: act())
    assert not menu.actions()
