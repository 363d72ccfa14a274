"""Hands for tests of the table of translations: where a text stands, what it says, and the field it is written in."""

from __future__ import annotations

from PySide6.QtCore import Qt

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


def at(panel: TranslationPanel, key: str) -> int:
    return next(n for n, entry in enumerate(panel.rows.entries) if entry.key == key)


def editor(panel: TranslationPanel) -> CellEditor:
    found = [field for field in panel.table.findChildren(CellEditor) if field.isVisible()]
    assert len(found) == 1
    return found[0]


def words(panel: TranslationPanel, key: str, column: int) -> str:
    return panel.rows.text(at(panel, key), column)
