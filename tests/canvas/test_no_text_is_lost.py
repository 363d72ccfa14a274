"""Hostile strings that are written on the map are what the card is called then."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from journey_editor.canvas.view import MapView
from journey_editor.model.queries import find_card
from journey_editor.session.session import Session
from tests.faults.strings import hostile_strings

#: What Qt itself keeps out of its texts: marks of its own, and a byte order mark at the beginning.
_QTS_OWN = ("\ufdd0", "\ufffe", "\ufeff")


def test_through_the_canvas(view: MapView, session: Session) -> None:
    counted = 0
    for text in hostile_strings():
        wanted = text.strip()
        if "\n" in wanted or "\t" in wanted or not wanted or len(wanted) > 1000 or wanted.startswith(_QTS_OWN):
            continue
        view.edit("a")
        editor = view.in_place.editor
        assert editor is not None
        editor.selectAll()
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(editor, event)
        view.in_place.commit()
        assert getattr(find_card(session.journey, "a"), "title", "") == wanted, ascii(text)
        counted += 1
    assert counted > 550
