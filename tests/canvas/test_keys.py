"""The table of the canvas's keys: what it says is what the keyboard does."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from journey_editor.canvas import keyboard, keys
from journey_editor.canvas.scene import Keys
from journey_editor.canvas.view import MapView

_ASIDE = {"pan", "escape", "next", "previous"}  # these count also while the mouse is busy


def test_every_key_of_the_table_does_something_and_has_words() -> None:
    ids = {entry.id for entry in keys.KEYS}
    assert ids == {*keyboard.DOES, *_ASIDE}
    assert ids == set(keys.words())


def test_no_key_of_the_canvas_has_two_meanings() -> None:
    held = Counter((key, how) for entry in keys.KEYS for key in entry.keys for how in entry.held)
    assert not [pair for pair, count in held.items() if count > 1]


@pytest.mark.parametrize("entry", keys.KEYS, ids=lambda entry: f"{entry.id} {entry.held[0]}")
def test_the_canvas_takes_every_key_of_the_table(view: MapView, entry: keys.CanvasKey) -> None:
    view.session.select(("b",))
    for key in entry.keys:
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, keys.modifiers(entry.held[0]))
        QApplication.sendEvent(view, event)
        assert event.isAccepted(), key


def test_the_keys_of_points_notes_marks_and_paths_have_words_and_one_meaning() -> None:
    for table, words in (
        (keys.POINT_KEYS, keys.point_words()),
        ((*keys.TONE_KEYS, *keys.MARK_KEYS), keys.mark_words()),
        (keys.CONNECT_KEYS, keys.connect_words()),
    ):
        assert {entry.id for entry in table} == set(words)
        where = Counter((table[0] == entry, key, how) for entry in table for key in entry.keys for how in entry.held)
        assert max(where.values()) == 1


def test_the_keyboard_knows_no_key_beside_the_table() -> None:
    source = Path(keyboard.__file__).read_text(encoding="utf-8")
    named = {
        node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute) and node.attr[:4] == "Key_"
    }
    table = {key.name for entry in keys.KEYS for key in entry.keys}
    assert named - {"Key_Control", "Key_Shift", "Key_Alt"} <= table


def test_a_key_with_other_modifiers_means_nothing() -> None:
    assert keys.meaning(Qt.Key.Key_Down.value, Keys()) == "walk"
    assert keys.meaning(Qt.Key.Key_Down.value, Keys(ctrl=True, alt=True)) == ""


def test_keys_are_written_as_people_write_them() -> None:
    written = {text: how for text, how, _ in keys.key_words()}
    assert written["Go to the next card or cell"] == "Arrow keys"
    assert written["Take the next card into the selection"] == "Shift+Arrow keys"
    assert written["Go to the thing before in reading order"] == "Shift+Tab"
    assert written["Go to the beginning of the map"] == "Ctrl+Home"
