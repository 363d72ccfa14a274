"""The registry of commands."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journey_editor import wording
from journey_editor.places import resource
from journey_editor.ui.actions import Actions, commands, menus, plain


@pytest.fixture
def actions(app: QApplication, qtbot: QtBot) -> Actions:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = Actions(holder)
    made.holder = holder  # type: ignore[attr-defined]  # keeps it alive
    return made


def test_no_key_has_two_meanings(actions: Actions) -> None:
    keys = Counter(key.toString() for command in actions for key in actions[command.id].shortcuts())
    assert not [key for key, count in keys.items() if count > 1]


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_letter_of_a_menu_has_two_meanings(language: str) -> None:
    wording.set_language(language)
    try:
        for menu in menus():
            letters = [c.text[c.text.index("&") + 1].lower() for c in commands() if c.menu == menu and "&" in c.text]
            assert len(letters) == len(set(letters)), f"{menu}: {sorted(letters)}"
    finally:
        wording.set_language("en")


def test_every_command_has_a_letter_and_an_icon_that_exists() -> None:
    for command in commands():
        assert "&" in command.text
        assert not command.icon or resource("icons", f"{command.icon}.svg").is_file(), command.icon


def test_the_keys_of_other_programs_count_too(actions: Actions) -> None:
    assert QKeySequence("Ctrl+=") in actions["view.zoom_in"].shortcuts()  # plus is a shifted key in English
    assert {QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")} <= set(actions["edit.redo"].shortcuts())


def test_what_needs_a_project_is_off_without_one(actions: Actions) -> None:
    actions.enable(frozenset())
    assert actions["file.open"].isEnabled()
    assert not actions["file.save"].isEnabled()
    actions.enable(frozenset({"project", "undo"}))
    assert actions["file.save"].isEnabled()
    assert actions["edit.undo"].isEnabled()
    assert not actions["edit.delete"].isEnabled()


def test_a_command_is_named_without_its_mnemonic() -> None:
    assert plain("Save &as ...") == "Save as"
