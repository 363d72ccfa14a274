"""Digits on selected notes: each gives them a tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journey_editor.model.tones import TONES
from journey_editor.session.toning import notes_in, set_tone

from . import accessible
from .keys import TONE_KEYS, keys_of, meaning

if TYPE_CHECKING:
    from .view import MapView


def press(view: MapView, event: QKeyEvent) -> bool:
    """Give what is selected the tone that a digit stands for; False where it is no digit, or not all are notes."""
    if not meaning(event.key(), keys_of(event.modifiers()), TONE_KEYS) or not view.session.selection:
        return False
    notes = notes_in(view.session, view.session.selection)
    if not notes:
        return False
    view.keyboard_used = True
    tone = TONES[event.key() - Qt.Key.Key_0.value]
    done = view.attempt(lambda: set_tone(view.session, notes, tone))
    if done is not None:
        accessible.say(view, done)
        view.hint_changed.emit(done)
    return True
