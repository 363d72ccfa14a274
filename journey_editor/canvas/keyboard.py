"""The keyboard on the canvas: walking, selecting, editing and moving things without a mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from journey_editor.session import acts

from . import composing, matrix_hand, storyboard, toning, walk
from .deleting import remove
from .keys import keys_of, meaning
from .scene import Keys

if TYPE_CHECKING:
    from .view import MapView

_WAYS: dict[int, walk.Way] = {
    Qt.Key.Key_Left.value: "left",
    Qt.Key.Key_Right.value: "right",
    Qt.Key.Key_Up.value: "up",
    Qt.Key.Key_Down.value: "down",
}
_MODIFIERS = (Qt.Key.Key_Control.value, Qt.Key.Key_Shift.value, Qt.Key.Key_Alt.value)


def press(view: MapView, event: QKeyEvent) -> bool:
    """Do what a key stands for, by the table of `keys`; False if it stands for nothing here."""
    if event.key() in _MODIFIERS:
        view.mouse.keys_changed(_held(event, down=True))
        return False
    if not view.mouse.busy and (
        view.connecting.press(event)
        or view.curve.press(event)
        or matrix_hand.press(view, event)
        or toning.press(view, event)
    ):
        return True
    meant = meaning(event.key(), keys_of(event.modifiers()))
    if meant == "pan":
        if not event.isAutoRepeat():
            view.mouse.space, view.mouse.panned = True, False
            view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        return True
    if meant == "escape":
        return _escape(view)
    do = DOES.get(meant)
    if view.mouse.busy:
        return False
    if do is None:
        held = keys_of(event.modifiers())
        return not (held.ctrl or held.alt) and composing.begin(view, event.text())
    view.keyboard_used = True
    do(view, event)
    return True


def claims(view: MapView, event: QKeyEvent) -> bool:
    """Whether a key is meant for what is going on, not for the command that has it as its shortcut."""
    return view.connecting.claims(event) or view.curve.claims(event) or matrix_hand.claims(view, event)


def release(view: MapView, event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
        view.mouse.space = False
        view.viewport().unsetCursor()
        if not view.mouse.panned and not view.mouse.busy:
            _ = matrix_hand.tapped(view) or storyboard.tapped(view)
        return True
    if event.key() in _MODIFIERS:
        view.mouse.keys_changed(_held(event, down=False))
    return False


def tab(view: MapView, event: QEvent) -> bool:
    """Tab goes through everything on the map and leaves the canvas at its ends."""
    if not isinstance(event, QKeyEvent):
        return False
    if claims(view, event):
        return view.connecting.press(event) or view.curve.press(event)
    meant = meaning(event.key(), keys_of(event.modifiers()))
    if meant not in ("next", "previous"):
        return False
    there = walk.next_of(view.map_layout, view.here, 1 if meant == "next" else -1)
    if there is None:
        return False
    view.keyboard_used = True
    view.stand_on(there)
    return True


def _held(event: QKeyEvent, *, down: bool) -> Keys:
    """The modifiers after this event: on some systems it names those before."""
    keys = keys_of(QApplication.keyboardModifiers())
    name = {Qt.Key.Key_Control.value: "ctrl", Qt.Key.Key_Shift.value: "shift", Qt.Key.Key_Alt.value: "alt"}[event.key()]
    return keys._replace(**{name: down})


def _escape(view: MapView) -> bool:
    if view.mouse.cancel() or view.dropping.cancel():
        return True
    if view.session.selection:
        view.session.select(())
        return True
    return False


def _walk(view: MapView, event: QKeyEvent) -> None:
    there = _neighbour(view, event)
    if there is not None:
        view.stand_on(there)


def _extend(view: MapView, event: QKeyEvent) -> None:
    there = _neighbour(view, event)
    if there is None:
        return
    if "/" not in there:
        chosen = view.session.selection
        view.session.select((*chosen, there) if there not in chosen else chosen)
    view.stand_on(there, select=False)


def _look(view: MapView, event: QKeyEvent) -> None:
    there = _neighbour(view, event)
    if there is not None:
        view.stand_on(there, select=False)


def _neighbour(view: MapView, event: QKeyEvent) -> str | None:
    """Where an arrow key leads; None where there is nothing, or where the keyboard only just came to the map."""
    if not view.here:
        view.stand_on(view.first_place())
        return None
    return walk.step(view.map_layout, view.here, _WAYS[event.key()])


def _move(view: MapView, event: QKeyEvent) -> None:
    things = view.session.selection or ((view.here,) if view.here and "/" not in view.here else ())
    if things:
        view.attempt(lambda: acts.nudge(view.session, things, _WAYS[event.key()]))
        view.reveal(things[0])


def _edit(view: MapView, _event: QKeyEvent) -> None:
    view.edit(view.here or view.first_place())


def _select_all(view: MapView, _event: QKeyEvent) -> None:
    view.session.select(tuple(box.id for box in view.map_layout.cards()))


def _end_of_row(view: MapView, event: QKeyEvent) -> None:
    by = -1 if event.key() == Qt.Key.Key_Home else 1
    there = walk.end_of_row(view.map_layout, view.here or view.first_place(), by)
    if there is not None:
        view.stand_on(there)


def _end_of_map(view: MapView, event: QKeyEvent) -> None:
    order = list(walk.in_order(view.map_layout))
    view.stand_on(order[0 if event.key() == Qt.Key.Key_Home else -1])


def _delete(view: MapView, _event: QKeyEvent) -> None:
    things = view.session.selection
    if not things:
        return
    near = None
    if view.here in things:
        near = walk.step(view.map_layout, view.here, "down") or walk.step(view.map_layout, view.here, "left")
    view.attempt(lambda: remove(view.session, things))
    if near is not None and near not in things and view.map_layout.box(near) is not None:
        view.stand_on(near)


def _menu(view: MapView, _event: QKeyEvent) -> None:
    """Qt opens a menu for the menu key alone on some systems."""
    at = view.viewport().rect().center()
    where = view.viewport().mapToGlobal(at)
    view.mouse.menu(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, where))


#: What each key of the table does, by its id. Panning, cancelling and Tab count also while the mouse is busy.
DOES: dict[str, Callable[[MapView, QKeyEvent], None]] = {
    "walk": _walk,
    "extend": _extend,
    "look": _look,
    "move": _move,
    "edit": _edit,
    "delete": _delete,
    "select_all": _select_all,
    "menu": _menu,
    "row_start": _end_of_row,
    "row_end": _end_of_row,
    "map_start": _end_of_map,
    "map_end": _end_of_map,
}
