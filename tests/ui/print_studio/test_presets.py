"""Presets in the studio: chosen, marked, and one's own named, replaced and deleted, undoably."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from journey_editor import wording
from journey_editor.model.presets import PRESETS
from journey_editor.session.session import Session
from journey_editor.ui.print_studio.preset_list import PresetList
from journey_editor.ui.print_studio.preset_words import faces
from journey_editor.ui.print_studio.studio import PrintStudio


def row_of(listed: PresetList, name: str) -> int:
    (row,) = [n for n in range(listed.count()) if listed.item(n).text() == name]
    return row


def test_a_click_chooses_a_preset_and_it_is_marked(studio: PrintStudio, qtbot: QtBot) -> None:
    listed = studio.side.presets.list
    studio.show()
    for n, (key, setup) in enumerate(PRESETS.items()):
        place = listed.visualItemRect(listed.item(n)).center()
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert studio.choices.setup == setup
        assert listed.marked() == key
    studio.side.page.margin.setValue(33)
    assert listed.marked() == ""
    assert "chosen" not in str(listed.item(0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_return_chooses_and_the_arrows_only_go(studio: PrintStudio, qtbot: QtBot) -> None:
    listed, before = studio.side.presets.list, studio.choices.setup
    listed.setCurrentRow(0)
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert studio.choices.setup == before
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert studio.choices.setup == PRESETS["wall"]
    assert "chosen" in str(listed.item(1).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_present_choices_are_saved_and_named_at_once(studio: PrintStudio, session: Session, qtbot: QtBot) -> None:
    presets = studio.side.presets
    studio.show()
    studio.choices.set(paper="A1", orientation="landscape", grey=True)
    presets.save_button.click()
    assert session.project.presets[-1].name == "A1, landscape, on one page, grey"
    assert presets.list.marked() == session.project.presets[-1].name
    assert not presets.save_button.isEnabled()
    field = presets.list.findChild(QLineEdit)
    assert field is not None
    field.setText("  For the <b>boss</b> ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.project.presets[-1].name == "For the <b>boss</b>")
    assert studio.isVisible()
    assert presets.list.marked() == "For the <b>boss</b>"
    session.undo()
    session.undo()
    assert not [kept for kept in session.project.presets if kept.page.paper == "A1"]


def test_own_presets_are_replaced_and_deleted_by_menu_and_key(
    studio: PrintStudio, session: Session, qtbot: QtBot
) -> None:
    presets, listed = studio.side.presets, studio.side.presets.list
    studio.choices.set(paper="A1")
    presets.save()
    name = session.project.presets[-1].name
    studio.choices.set(paper="Legal")
    listed.setCurrentRow(row_of(listed, name))
    face = listed.current_face()
    assert face is not None
    menu = listed.menu_for(face)
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Use this preset",
        "Rename",
        "Replace by the present choices",
        "Delete",
    ]
    menu.actions()[3].trigger()
    assert session.project.presets[-1].page.paper == "Legal"
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert name not in [kept.name for kept in session.project.presets]


def test_a_name_that_is_taken_is_refused(studio: PrintStudio, session: Session, said: list[str]) -> None:
    presets = studio.side.presets
    for paper in ("A1", "A2"):
        studio.choices.set(paper=paper)
        presets.save()
    first, second = (kept.name for kept in session.project.presets[-2:])
    presets.list.renamed.emit(first, second)
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    assert "already" in said[0]
    assert session.project.presets[-2].name == first


def test_the_keyboard_opens_the_menu_too(studio: PrintStudio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(PresetList, "open_menu", lambda _list, where=None: opened.append(where))
    listed = studio.side.presets.list
    qtbot.keyClick(listed, Qt.Key.Key_Menu)
    qtbot.keyClick(listed, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert opened == [None, None]


def test_built_in_presets_are_not_for_deleting(studio: PrintStudio, session: Session, qtbot: QtBot) -> None:
    listed, before = studio.side.presets.list, session.project
    listed.setCurrentRow(0)
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    qtbot.keyClick(listed, Qt.Key.Key_F2)
    face = listed.current_face()
    assert face is not None
    assert len(listed.menu_for(face).actions()) == 1
    assert session.project is before


def test_every_built_in_preset_has_words_in_both_languages(session: Session) -> None:
    english = {face.key: face.about for face in faces(session.project)}
    wording.set_language("de")
    german = {face.key: face.about for face in faces(session.project)}
    wording.set_language("en")
    for key in PRESETS:
        assert english[key]
        assert english[key] != german[key]


def test_what_was_done_to_presets_is_undone_in_the_studio_and_nothing_else(
    studio: PrintStudio, session: Session, qtbot: QtBot
) -> None:
    session.apply("Before", lambda project: project.evolve(title="Another"))
    presets = studio.side.presets
    studio.choices.set(paper="A1")
    presets.save()
    studio.show()
    studio.activateWindow()
    qtbot.waitUntil(studio.isActiveWindow)
    presets.list.setFocus()
    for _ in range(3):
        qtbot.keyClick(presets.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not [kept for kept in session.project.presets if kept.page.paper == "A1"]
    assert session.project.title == "Another"
