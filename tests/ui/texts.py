"""Hands for tests of the table of translations: where a text stands, what it says, and the field it is written in."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journey_editor.session.session import Session
from journey_editor.ui.translating.cell_editor import CellEditor
from journey_editor.ui.translating.model import PLACES
from journey_editor.ui.translating.panel import TranslationPanel

DE, EN = PLACES, PLACES + 1
Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def shown_panel(session: Session, qtbot: QtBot) -> Iterator[TranslationPanel]:
    """The table by itself, with the keyboard in it."""
    made = TranslationPanel(session)
    qtbot.addWidget(made)
    made.resize(1100, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.table.setFocus()
    yield made
    qtbot.keyRelease(made, Key.Key_Control)  # else Qt takes it for held down in the tests to come


def at(panel: TranslationPanel, key: str) -> int:
    return next(n for n, entry in enumerate(panel.rows.entries) if entry.key == key)


def editor(panel: TranslationPanel) -> CellEditor:
    found = [field for field in panel.table.findChildren(CellEditor) if field.isVisible()]
    assert len(found) == 1
    return found[0]


def words(panel: TranslationPanel, key: str, column: int) -> str:
    return panel.rows.text(at(panel, key), column)
