"""The channel matrix under the hand: a click or Space goes through the importances, digits set one, Delete takes it
away; what a place says stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journey_editor.layout.result import Box
from journey_editor.session import marking
from journey_editor.session.marking import Mark, mark_at

from . import accessible
from .keys import MARK_KEYS, keys_of, meaning
from .marks import Bubble, Hovered
from .marks import Mark as Shown

if TYPE_CHECKING:
    from .view import MapView

_ZERO = Qt.Key.Key_0.value


def here(view: MapView) -> Mark | None:
    """The place of a matrix that the keyboard stands on."""
    return mark_at(view.session, view.here) if view.here.count("/") == 2 else None


def claims(view: MapView, event: QKeyEvent) -> bool:
    """Whether a key is meant for the place of a matrix, not for the command that has it as its shortcut."""
    return view.here.count("/") == 2 and _meant(event) != "" and here(view) is not None


def press(view: MapView, event: QKeyEvent) -> bool:
    """Do what a key means for the place that the keyboard stands on; False where it means nothing to it."""
    meant = _meant(event) if view.here.count("/") == 2 else ""
    mark = here(view) if meant else None
    if mark is None:
        return False
    view.keyboard_used = True
    if meant == "mark":
        _set(view, mark, marking.next_importance(mark))
    elif meant == "unmark":
        _set(view, mark, 0)
    else:
        _set(view, mark, event.key() - _ZERO)
    return True


def tapped(view: MapView) -> bool:
    """Space was pressed and let go of, and the map was not dragged meanwhile. False where no place is marked by it."""
    mark = here(view)
    if mark is None:
        return False
    _set(view, mark, marking.next_importance(mark))
    return True


def click(view: MapView, place: str) -> None:
    """A click on a place goes on with its importance, and the keyboard stands there."""
    view.session.select(())
    view.here = place
    mark = mark_at(view.session, place)
    if mark is not None:
        _set(view, mark, marking.next_importance(mark))
    view.refresh()


def hovering(view: MapView, box: Box) -> tuple[Shown, ...]:
    """What shows that a place can be clicked, and what it says."""
    mark = mark_at(view.session, box.id)
    if mark is None:
        return ()
    return Hovered(box, False), Bubble(box.x + box.w / 2, box.y, marking.said_here(view.session, mark))


def _set(view: MapView, mark: Mark, importance: int) -> None:
    view.attempt(lambda: marking.set_importance(view.session, mark, importance))
    after = mark_at(view.session, f"{mark.lane}/{mark.step}/{mark.channel}")
    if after is not None:
        sentence = marking.said(view.session, after)
        accessible.say(view, sentence)
        view.hint_changed.emit(sentence)


def _meant(event: QKeyEvent) -> str:
    return meaning(event.key(), keys_of(event.modifiers()), MARK_KEYS)
