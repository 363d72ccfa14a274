"""The guided start in the window: from nothing to a map, each answer a step in the project."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.model.cards import Note, Touchpoint
from journey_editor.model.invariants import problems
from journey_editor.model.queries import all_cards, touchpoints
from journey_editor.ui.guide.page import GuidePage
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.workshop.page import WorkshopPage
from tests.builders import everything
from tests.ui.conftest import show
from tests.ui.test_everything_by_keyboard import check
from tests.ui.test_workshop import press, say


@pytest.fixture
def page(window: MainWindow) -> Iterator[GuidePage]:
    window.start_page.offers.guide_wanted.emit()
    QApplication.processEvents()
    found = window.assistants.page
    assert isinstance(found, GuidePage)
    yield found
    if window.assistants.page is not None:
        window.assistants.leave()


ENTER = Qt.Key.Key_Return


def up_to_phases() -> None:
    """Goals, customer and two channels."""
    say("Kauf eines Hauses")
    say("Mehr Anfragen")
    say("Eva")
    say("baut")
    say("Zeit sparen")
    press(ENTER)
    press(ENTER)  # nothing annoys her
    press(Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space, ENTER)


def test_five_steps_lead_from_nothing_to_a_map(page: GuidePage) -> None:
    session = page.session
    up_to_phases()
    persona = session.project.personas[0]
    assert (persona.name, persona.role, persona.goals, persona.frustrations) == ("Eva", "baut", ("Zeit sparen",), ())
    assert (session.journey.title, session.journey.goal) == ("Kauf eines Hauses", "Mehr Anfragen")
    assert len(session.project.channels) == 2
    say("Vorher")
    say("Nachher")
    press(ENTER)
    assert [phase.title for phase in session.journey.phases] == ["Vorher", "Nachher"]
    assert page.at is not None
    assert page.at.topic == "touchpoints"
    say("Schaut ins Netz")
    press(ENTER)
    press(Qt.Key.Key_1, ENTER)  # in which way
    press(ENTER)  # nothing in the second phase
    assert page.at.topic == "feeling"
    press(Qt.Key.Key_Minus, ENTER)
    assert page.at.topic == "pains"
    say("Findet nichts")
    press(ENTER)
    assert page.at is None
    cards = {type(card): card for _, _, card in all_cards(session.journey)}
    seen, pain = cards[Touchpoint], cards[Note]
    assert isinstance(seen, Touchpoint)
    assert isinstance(pain, Note)
    assert (seen.channel, seen.mode) == (session.project.channels[0].id, "online")
    assert seen.emotions[0].value == -1.0
    assert (pain.text, pain.tone) == ("Findet nichts", "pain")
    assert not problems(session.project)


def test_at_the_end_the_workshop_begins_with_what_is_there(window: MainWindow, page: GuidePage) -> None:
    up_to_phases()
    press(Qt.Key.Key_1, held=Qt.KeyboardModifier.ControlModifier)  # the usual phases
    assert len(page.session.journey.phases) == 5
    while page.at is not None:
        press(ENTER)
    press(Qt.Key.Key_1, ENTER)
    assert isinstance(window.assistants.page, WorkshopPage)
    assert window.assistants.page.session.journey.title == "Kauf eines Hauses"


def test_leaving_and_coming_back_goes_on_at_the_first_open_question(window: MainWindow, page: GuidePage) -> None:
    say("Kauf eines Hauses")
    page.field.setPlainText("Mehr Anfragen")
    press(Qt.Key.Key_Escape)
    assert window.assistants.page is None
    session = window.workspace.session
    assert session.journey.goal == "Mehr Anfragen"
    assert len(session.history.past) == 2
    window.actions_["workshop.guide"].trigger()
    QApplication.processEvents()
    again = window.assistants.page
    assert isinstance(again, GuidePage)
    assert again.at is not None
    assert again.at.topic == "persona"


def test_back_shows_what_was_said_and_undo_takes_it_back(window: MainWindow, page: GuidePage) -> None:
    say("Kauf eines Hauses")
    press(Qt.Key.Key_Up)
    assert page.field.toPlainText() == "Kauf eines Hauses"
    press(ENTER)
    window.actions_["edit.undo"].trigger()
    assert page.at is not None
    assert page.at.topic == "title"
    assert page.field.toPlainText() == ""
    assert not page.session.can_undo


def test_an_emptied_line_takes_its_thing_away(page: GuidePage) -> None:
    up_to_phases()
    say("Vorher")
    say("Nachher")
    press(Qt.Key.Key_Up)
    page.rows.fields()[1].setText("")
    press(ENTER)
    press(ENTER)
    assert [phase.title for phase in page.session.journey.phases] == ["Vorher"]


def test_unticking_a_channel_takes_it_away(page: GuidePage) -> None:
    up_to_phases()
    press(Qt.Key.Key_Up)
    box = page.checks.boxes()[0]
    assert box.isChecked()
    press(Qt.Key.Key_Space)
    assert len(page.session.project.channels) == 1
    assert not page.checks.boxes()[0].isChecked()


def test_every_screen_names_its_controls(page: GuidePage) -> None:
    check(page)
    up_to_phases()
    check(page)


def test_on_a_map_that_is_full_it_asks_only_for_what_is_missing(window: MainWindow, qtbot: QtBot) -> None:
    show(window, everything(), qtbot)
    window.actions_["workshop.guide"].trigger()
    QApplication.processEvents()
    page = window.assistants.page
    assert isinstance(page, GuidePage)
    assert page.at is not None
    assert page.at.topic == "goal"
    assert sum(1 for _ in touchpoints(page.session.journey)) == 3
    press(Qt.Key.Key_Escape)
    assert not window.workspace.session.dirty
