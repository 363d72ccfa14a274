"""A narrow panel: labels stand above their fields, buttons below each other, and no word is cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QToolButton, QWidget

from journey_editor import wording
from journey_editor.session.session import Session
from journey_editor.ui.inspector.inspector import LEAST, WIDTH, Inspector
from tests.ui_inspector.everything import loaded, one_of_each, with_rows_opened

Show = Callable[..., Inspector]

#: A label that needs another line tells the layout around it, and that the next one, each in a turn of the event loop.
_LAYERS = 4


def cut(inspector: Inspector) -> list[str]:
    """The words that are not wholly seen."""
    found = []
    for widget in inspector.findChildren(QWidget):
        if not widget.isVisibleTo(inspector) or widget.width() == 0:
            continue
        if isinstance(widget, QLabel) and widget.text() and not widget.pixmap():
            room = widget.contentsRect().width()
            wide = widget.fontMetrics().horizontalAdvance
            parts = widget.text().replace("\u00ad", "-\n").replace("\u200b", "\n").split()
            if not widget.wordWrap():
                parts = [widget.text()]
            found += [part for part in parts if wide(part) > room + 1 and not _breaks(part)]
            if widget.heightForWidth(widget.width()) > widget.height() + 1:
                found.append(widget.text())
        elif isinstance(widget, QPushButton | QToolButton) and widget.sizeHint().width() > widget.width() + 1:
            found += [widget.text()] if widget.text() else []  # not all have words
        right = widget.mapTo(inspector, QPoint(widget.width(), 0)).x()
        if isinstance(widget, QAbstractButton | QLabel) and right > inspector.width():
            found.append(f"{widget.accessibleName() or type(widget).__name__} at {right}")
    return found


def _breaks(word: str) -> bool:
    """Addresses are broken where there is room."""
    return "/" in word or "@" in word or "." in word


@pytest.mark.parametrize("width", [LEAST, WIDTH])
@pytest.mark.parametrize("language", ["de", "en"])
def test_no_word_of_any_panel_is_cut(session: Session, show: Show, language: str, width: int) -> None:
    wording.set_language(language)
    try:
        inspector = show(project=loaded().project)
        inspector.resize(width, 3000)
        for thing in one_of_each():
            session.go_to_map(thing.journey.id if thing.journey else session.map_id)
            session.select([thing.id] if thing.kind != "map" else [])
            for _ in with_rows_opened(inspector):
                for _ in range(_LAYERS):
                    QApplication.processEvents()
                assert inspector.panel.minimumSizeHint().width() <= width, thing
                assert not cut(inspector), (thing.kind, thing.id)
    finally:
        wording.set_language("en")
