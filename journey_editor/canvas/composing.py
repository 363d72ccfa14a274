"""Typing on an empty cell: what is typed, or composed with an input method, begins a new card with these words.

While an input method composes, the keyboard stays with the view, which passes on all that comes: taking the keyboard
away would end the composition at its first letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from journey_editor.session.writing import Cell

from . import measuring
from .names import offer_words

if TYPE_CHECKING:
    from .view import MapView


def takes_words(view: MapView, place: str) -> bool:
    """Whether a place is an empty cell in which a card can be."""
    lane, slash, step = place.partition("/")
    layout = view.shown_layout
    row, column = (layout.row(lane), layout.column(step)) if slash else (None, None)
    if row is None or column is None or row.block.folded or column.folds or lane in layout.awaited:
        return False
    return not layout.cards_in(lane, step) and bool(offer_words(view.session, place))


def begin(view: MapView, text: str) -> bool:
    """Begin a card with a letter that was typed, or the value of a measure with a digit. False if it is neither, or
    there is no place for it."""
    if measuring.begin(view, text):
        return True
    if not text.isprintable() or not text.strip() or not takes_words(view, view.here):
        return False
    lane, _, step = view.here.partition("/")
    return view.in_place.begin_card(Cell(lane, step), text)


def compose(view: MapView, event: QInputMethodEvent) -> None:
    """Hand on what an input method brings, to a field that is opened for it."""
    editor = view.in_place.editor
    if editor is None:
        if not (event.preeditString() or event.commitString()) or not takes_words(view, view.here):
            event.ignore()
            return
        lane, _, step = view.here.partition("/")
        view.in_place.begin_card(Cell(lane, step), focus=False)
        editor = view.in_place.editor
    if editor is not None:
        QApplication.sendEvent(editor, event)
        if not event.preeditString():
            editor.setFocus(Qt.FocusReason.OtherFocusReason)


def answer(view: MapView, query: Qt.InputMethodQuery, own: object) -> object:
    """What an input method asks the view: whether words are welcome, and where its window of candidates may stand."""
    editor = view.in_place.editor
    if query == Qt.InputMethodQuery.ImEnabled:
        return editor is not None or takes_words(view, view.here)
    if query == Qt.InputMethodQuery.ImCursorRectangle and editor is not None:
        return editor.cursorRect().translated(editor.viewport().mapTo(view, QPoint()))
    return own
