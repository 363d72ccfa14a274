"""Presets in the studio: chosen, marked, and one's own named, replaced and deleted, undoably."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from journey_editor import wording
from journey_editor.model.presets import PRESETS
from journey_editor.session.session import Session
from journey_editor.storage.files import load
from journey_editor.ui.print_studio.preset_list import PresetList
from journey_editor.ui.print_studio.preset_words import faces
from journey_editor.ui.print_studio.studio import PrintStudio


def row_of(listed: PresetList, name: str) -> int:
    (row,) = [n for n in range(listed.count()) if listed.item(n).text() == name]
    return row


def test_a_click_chooses_a_preset_and_it_is_marked(studio: PrintStudio, qtbot: QtBot) -> None:
    listed = studio.side.presets.list
    studio.show()
    first = row_of(listed, "Handout A4")
    for n, (key, setup) in enumerate(PRESETS.items(), start=first):
        place = listed.visualItemRect(listed.item(n)).center()
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert studio.choices.setup == setup
        assert listed.marked() == key
    studio.side.page.margin.setValue(33)
    assert listed.marked() == ""
    assert "chosen" not in str(listed.item(0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_arrows_choose_at_once_and_ctrl_only_goes(studio: PrintStudio, qtbot: QtBot) -> None:
    listed = studio.side.presets.list
    listed.setCurrentRow(row_of(listed, "Handout A4"))
    before = studio.choices.setup
    qtbot.keyClick(listed, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert studio.choices.setup == before
    assert listed.currentRow() == row_of(listed, "Wall map A3")
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert studio.choices.setup == PRESETS["wall"]
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert studio.choices.setup == PRESETS["poster"]
    assert "chosen" in str(listed.currentItem().data(Qt.ItemDataRole.AccessibleTextRole))
    qtbot.keyClick(listed, Qt.Key.Key_End)
    assert studio.choices.setup == PRESETS["slides"]
    qtbot.keyClick(listed, Qt.Key.Key_H)  # the letter it begins with
    assert studio.choices.setup == PRESETS["handout"]
    assert listed.marked() == "handout"


def test_what_the_map_had_is_there_to_come_back_to(app: QApplication, session: Session, qtbot: QtBot) -> None:
    for page, there in ((PRESETS["wall"], False), (PRESETS["wall"].evolve(margin=33, grey=True), True)):
        studio = PrintStudio(session, None, page)
        qtbot.addWidget(studio)
        listed = studio.side.presets.list
        assert (listed.item(0).text() == "As it was") is there
        assert listed.count() == len(PRESETS) + len(session.project.presets) + there
        assert "chosen" in str(listed.currentItem().data(Qt.ItemDataRole.AccessibleTextRole))
        studio.side.presets.list.setCurrentRow(0)
        qtbot.keyClick(listed, Qt.Key.Key_End)
        assert studio.choices.setup != page
        qtbot.keyClick(listed, Qt.Key.Key_Home)
        assert (studio.choices.setup == page) is there
        face = listed.current_face()
        assert face is not None
        assert not face.own


def test_the_keyboard_stands_on_what_is_marked(studio: PrintStudio) -> None:
    listed = studio.side.presets.list
    studio.choices.put(PRESETS["slides"])
    assert listed.currentRow() == row_of(listed, "Slides 16:9")
    studio.choices.set(margin=33)
    assert listed.marked() == ""
    assert listed.currentRow() == row_of(listed, "Slides 16:9")


def test_own_presets_are_in_the_file(studio: PrintStudio, session: Session, tmp_path: Path) -> None:
    studio.choices.set(paper="A1", margin=17)
    studio.side.presets.save()
    session.save(tmp_path / "kept.journey")
    (kept,) = [one for one in load(tmp_path / "kept.journey").project.presets if one.page.paper == "A1"]
    assert kept.page == studio.choices.setup
    assert kept.name == session.project.presets[-1].name


def test_a_preset_is_changed_and_replaced_by_keyboard(
    studio: PrintStudio, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = studio.side.presets.list
    studio.choices.set(paper="A1")
    studio.side.presets.save()
    name = session.project.presets[-1].name
    qtbot.keyClick(listed, Qt.Key.Key_Home)
    qtbot.keyClick(listed, Qt.Key.Key_End)
    assert studio.choices.setup.paper == "A1"
    studio.side.page.margin.setValue(21)
    monkeypatch.setattr(
        PresetList, "open_menu", lambda shown: shown.menu_for(shown.current_face()).actions()[3].trigger()
    )
    qtbot.keyClick(listed, Qt.Key.Key_Menu)
    assert (session.project.presets[-1].name, session.project.presets[-1].page.margin) == (name, 21)
    assert listed.marked() == name


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
    listed.setCurrentRow(row_of(listed, "Handout A4"))
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
