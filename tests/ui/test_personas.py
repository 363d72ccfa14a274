"""The window of personas: a list and a card on which everything is written in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.edit.maps import add_map
from journey_editor.model.project import Persona
from journey_editor.model.queries import find_persona
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.personas import asking
from journey_editor.ui.personas.window import PersonasWindow, open_personas
from tests.builders import PIXEL, PIXEL_SHA, two_by_two


@pytest.fixture
def opened(app: QApplication, session: Session, qtbot: QtBot) -> PersonasWindow:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = open_personas(session, parent, "pe-eva")
    window.setParent(None)  # type: ignore[call-overload]  # the window is closed by itself
    qtbot.addWidget(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    window._held = parent  # type: ignore[attr-defined]
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def eva(session: Session) -> Persona:
    found = find_persona(session.project, "pe-eva")
    assert found is not None
    return found


def names(window: PersonasWindow) -> list[str]:
    return [window.list.item(row).text() for row in range(window.list.count())]


def test_what_is_written_on_the_card_is_in_the_project_at_once(opened: PersonasWindow, session: Session) -> None:
    for field, words in (("role", "sucht"), ("age", "34"), ("quote", "Ach!"), ("biography", "Lebt <b>hier</b>")):
        QTest.keyClicks(opened.card.fields[field].control, words)
        assert getattr(eva(session), field) == words
    opened.card.edit("name")
    QTest.keyClicks(opened.card.fields["name"].control, "Ida")
    assert eva(session).name == "Ida"
    assert names(opened)[0] == "Ida"


def test_points_are_added_with_enter_and_reordered_and_removed_by_keyboard(
    opened: PersonasWindow, session: Session
) -> None:
    goals = opened.card.lists["goals"]
    assert [row.text.toPlainText() for row in goals.rows] == ["Zeit sparen", ""]
    goals._go_to(1)
    QTest.keyClicks(goals.rows[1].text, "Geld sparen")
    QTest.keyClick(goals.rows[1].text, Qt.Key.Key_Return)
    QTest.keyClicks(goals.rows[2].text, "Ruhe")
    assert eva(session).goals == ("Zeit sparen", "Geld sparen", "Ruhe")
    QTest.keyClick(goals.rows[2].text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert eva(session).goals == ("Zeit sparen", "Ruhe", "Geld sparen")
    assert goals.rows[1].text.hasFocus()
    QTest.keyClick(goals.rows[1].text, Qt.Key.Key_Return)
    assert eva(session).goals == ("Zeit sparen", "Ruhe", "", "Geld sparen")
    QTest.keyClick(goals.rows[2].text, Qt.Key.Key_Backspace)
    assert eva(session).goals == ("Zeit sparen", "Ruhe", "Geld sparen")
    assert goals.rows[1].text.hasFocus()


def test_a_point_left_empty_goes_when_it_is_left(opened: PersonasWindow, session: Session, qtbot: QtBot) -> None:
    goals = opened.card.lists["goals"]
    goals._go_to(0)
    goals.rows[0].text.selectAll()
    QTest.keyClick(goals.rows[0].text, Qt.Key.Key_Delete)
    assert eva(session).goals == ("",)
    opened.card.fields["role"].control.setFocus()
    qtbot.waitUntil(lambda: eva(session).goals == ())
    session.undo()
    session.undo()
    assert eva(session).goals == ("Zeit sparen",)


def test_arrows_lead_from_point_to_point(opened: PersonasWindow) -> None:
    goals = opened.card.lists["goals"]
    goals._go_to(0)
    QTest.keyClick(goals.rows[0].text, Qt.Key.Key_Down)
    assert goals.rows[1].text.hasFocus()
    QTest.keyClick(goals.rows[1].text, Qt.Key.Key_Up)
    assert goals.rows[0].text.hasFocus()


def test_in_another_language_points_are_translated_only(opened: PersonasWindow, session: Session) -> None:
    session.set_language("en")
    goals = opened.card.lists["goals"]
    assert len(goals.rows) == 1
    assert goals.rows[0].text.placeholderText() == "Zeit sparen"
    goals._go_to(0)
    goals.rows[0].text.selectAll()
    QTest.keyClicks(goals.rows[0].text, "save time")
    QTest.keyClick(goals.rows[0].text, Qt.Key.Key_Return)
    assert eva(session).goals == ("Zeit sparen",)
    assert session.project.translations["en"]["pe-eva.goals.0"] == "save time"


def test_personas_are_added_copied_moved_and_undone(opened: PersonasWindow, session: Session) -> None:
    opened.add()
    assert opened.card.fields["name"].control.hasFocus()
    QTest.keyClicks(opened.card.fields["name"].control, "Max")
    assert names(opened)[-1] == "Max"
    opened.choose("pe-eva")
    opened.list.setFocus()
    QTest.keyClick(opened.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    copy = session.project.personas[1]
    assert (copy.name, copy.goals, copy.portrait) == ("Eva (Kopie)", ("Zeit sparen",), PIXEL_SHA)
    assert copy.id in session.project.maps[0].personas
    opened.list.setFocus()
    QTest.keyClick(opened.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [persona.id for persona in session.project.personas][:3] == ["pe-eva", "pe-tom", copy.id]
    assert opened.persona == copy.id, "the one that was moved is still chosen"
    QTest.keyClick(opened.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.project.personas[1].id == copy.id


def test_deleting_says_what_hangs_on_a_persona(
    opened: PersonasWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = [False, True]

    def answer(parent: QWidget, head: str, text: str, action: str) -> bool:
        asked.append(f"{head} {text}")
        return answers.pop(0)

    monkeypatch.setattr(asking, "confirm", answer)
    QTest.keyClick(opened.list, Qt.Key.Key_Delete)
    assert [persona.id for persona in session.project.personas] == ["pe-eva", "pe-tom"]
    assert asked[0] == (
        "Delete the persona “Eva”? With it go the feelings at 2 touchpoints and 1 point on a curve. What stays belongs "
        "to nobody then: 1 note and 1 path. It is named on 1 map. Undo brings everything back."
    )
    opened.delete()
    assert [persona.id for persona in session.project.personas] == ["pe-tom"]
    assert opened.persona == "pe-tom"


def test_nothing_is_asked_where_nothing_hangs_on_a_persona(
    opened: PersonasWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "confirm", lambda *_: pytest.fail("asked"))
    session.new(Loaded(two_by_two(), {}, ()))
    assert opened._stack.currentIndex() == 1, "a project without personas offers the first"
    opened.add()
    assert opened._stack.currentIndex() == 0
    opened.delete()
    assert session.project.personas == ()


def test_a_persona_is_put_on_maps_and_taken_off(opened: PersonasWindow, session: Session) -> None:
    other = next(key for key in opened.card.map_boxes if key != "mp-one")
    assert opened.card.map_boxes[other].isChecked(), "a map that names nobody shows all"
    opened.card.map_boxes[other].click()
    assert session.project.maps[1].personas == ("pe-tom",)
    opened.card.map_boxes[other].click()
    assert session.project.maps[1].personas == ()
    opened.choose("pe-tom")
    opened.card.map_boxes["mp-one"].click()
    assert session.project.maps[0].personas == ("pe-eva",)
    opened.choose("pe-eva")
    opened.card.map_boxes["mp-one"].click()
    assert session.project.maps[0].personas == ("pe-eva",), "somebody has to stay"
    assert opened.card.map_boxes["mp-one"].isChecked()
    assert "another one" in opened.card._complaint.text()


def test_a_new_map_has_a_box_at_once(opened: PersonasWindow, session: Session) -> None:
    made = session.apply("x", lambda project: add_map(project, "<b>Neu</b> & Co"))
    assert opened.card.map_boxes[str(made)].text() == "<b>Neu</b> && Co"


def test_a_portrait_is_pasted_dropped_and_removed(opened: PersonasWindow, session: Session, tmp_path: Path) -> None:
    portrait = opened.card.portrait
    portrait.setFocus()
    QTest.keyClick(portrait, Qt.Key.Key_Delete)
    assert eva(session).portrait == ""
    (tmp_path / "eva.png").write_bytes(PIXEL)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "eva.png"))])
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(portrait, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert eva(session).portrait == PIXEL_SHA
    assert len(session.project.images) == 1, "the same image is there once"
    QGuiApplication.clipboard().setText("no image")
    portrait.paste()
    assert "no image" in opened.card._complaint.text()
    assert eva(session).portrait == PIXEL_SHA


def test_the_colour_is_chosen_on_the_card(opened: PersonasWindow, session: Session) -> None:
    opened.card.fields["color"]._group.button(2).click()  # type: ignore[attr-defined]
    assert eva(session).color
    assert opened.card.color() == eva(session).color


def test_hostile_words_are_shown_as_they_are(opened: PersonasWindow, session: Session) -> None:
    hostile = "<img src=x> مرحبا 😀 & " + "viele Worte " * 8_000
    session.apply("x", lambda project: project.evolve(personas=(eva(session).evolve(name=hostile, goals=(hostile,)),)))
    assert names(opened)[0].startswith("<img src=x> مرحبا 😀 & viele Worte")
    assert opened.card.lists["goals"].rows[0].text.toPlainText() == hostile


def test_the_menu_opens_the_window_once_with_the_selected_persona(open_window: MainWindow, qtbot: QtBot) -> None:
    open_window.workspace.session.select(("pe-tom",))
    open_window.workspace._actions["map.personas"].trigger()
    (window,) = open_window.findChildren(PersonasWindow)
    assert window.persona == "pe-tom"
    open_window.workspace._actions["map.personas"].trigger()
    assert open_window.findChildren(PersonasWindow) == [window]
    window.close()
    qtbot.waitUntil(lambda: not open_window.findChildren(PersonasWindow))


def test_deleting_a_persona_in_the_outline_asks_as_well(open_window: MainWindow, said: list[str]) -> None:
    session = open_window.workspace.session
    session.select(("pe-eva",))
    open_window.workspace.editing.delete()
    assert len(session.project.personas) == 2
    assert said
    assert "feelings at 2 touchpoints" in said[0]
