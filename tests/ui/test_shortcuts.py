"""The list of shortcuts holds every key of the program, and is searched by words or keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.canvas.keys import key_words
from journey_editor.ui.dialogs.shortcuts import ShortcutsWindow
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.shortcuts import shortcut_groups

_NATIVE = QKeySequence.SequenceFormat.NativeText


def opened(window: MainWindow) -> ShortcutsWindow:
    window.actions_["help.shortcuts"].trigger()
    found = window.findChild(ShortcutsWindow)
    assert isinstance(found, ShortcutsWindow)
    return found


def test_every_key_of_every_action_is_listed(open_window: MainWindow) -> None:
    listed = [row.keys for group in shortcut_groups(open_window.actions_) for row in group.rows]
    for command in open_window.actions_:
        for sequence in open_window.actions_[command.id].shortcuts():
            assert any(sequence.toString(_NATIVE) in keys for keys in listed), command.id


def test_every_key_of_the_canvas_is_listed(open_window: MainWindow) -> None:
    listed = {
        keys for group in shortcut_groups(open_window.actions_) for row in group.rows for keys in row.keys.split(", ")
    }
    for text, written, sequences in key_words():
        assert written in listed or all(s.toString(_NATIVE) in listed for s in sequences), (text, written)


def test_it_is_searched_by_words_and_by_keys(open_window: MainWindow, qtbot: QtBot) -> None:
    window = opened(open_window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.field)
    qtbot.keyClicks(window.field, "undo")
    assert window.shown() == [("Undo", "Ctrl+Z")]
    window.field.setText("ctrl+9")
    assert window.shown() == [("Fit the map", "Ctrl+9")]
    window.field.setText("mouse")
    assert ("Zoom in or out where the pointer is", "Ctrl and wheel, or pinch") in window.shown()
    window.field.setText("nothing like it")
    assert window.shown() == []
    assert window.field.accessibleDescription() == "0 shortcuts"


def test_it_stays_open_beside_the_work_and_is_one(open_window: MainWindow) -> None:
    window = opened(open_window)
    assert not window.isModal()
    assert opened(open_window) is window


def test_the_list_is_reached_and_read_by_keyboard(open_window: MainWindow, qtbot: QtBot) -> None:
    window = opened(open_window)
    qtbot.keyClick(window.field, Qt.Key.Key_Down)
    item = window.tree.currentItem()
    assert item is not None
    assert item.data(0, Qt.ItemDataRole.AccessibleTextRole) == f"{item.text(0)}, {item.text(1)}"
    qtbot.keyClick(window.tree, Qt.Key.Key_Escape)
    assert window.isHidden()
