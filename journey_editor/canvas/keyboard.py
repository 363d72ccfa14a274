"""The keyboard on the canvas: walking, selecting, editing and moving things without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from journey_editor.session import acts

from . import moving, walk
from .mouse import keys_of
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
    """Do what a key stands for; False if it stands for nothing here."""
    key, keys = event.key(), keys_of(event.modifiers())
    if key in _MODIFIERS:
        view.mouse.keys_changed(_held(event, down=True))
        return False
    if key == Qt.Key.Key_Space:
        if not event.isAutoRepeat():
            view.mouse.space = True
            view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        return True
    if key == Qt.Key.Key_Escape:
        return _escape(view)
    if view.mouse.busy:
        return False
    view.keyboard_used = True
    way = _WAYS.get(key)
    if way is not None:
        _arrow(view, way, event)
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not keys.ctrl:
        view.edit(view.here or view.first_place())
    elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        _delete(view)
    elif key == Qt.Key.Key_A and keys.ctrl:
        view.session.select(tuple(box.id for box in view.map_layout.cards()))
    elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        _end(view, -1 if key == Qt.Key.Key_Home else 1, whole=keys.ctrl)
    else:
        return False
    return True


def release(view: MapView, event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
        view.mouse.space = False
        view.viewport().unsetCursor()
        return True
    if event.key() in _MODIFIERS:
        view.mouse.keys_changed(_held(event, down=False))
    return False


def tab(view: MapView, event: QEvent) -> bool:
    """Tab goes through everything on the map and leaves the canvas at its ends."""
    if not isinstance(event, QKeyEvent) or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return False
    by = 1 if event.key() == Qt.Key.Key_Tab else -1
    there = walk.next_of(view.map_layout, view.here, by)
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


def _arrow(view: MapView, way: walk.Way, event: QKeyEvent) -> None:
    keys = keys_of(event.modifiers())
    if keys.alt:
        things = view.session.selection or ((view.here,) if view.here and "/" not in view.here else ())
        if things:
            view.attempt(lambda: moving.move(view.session, view.map_layout, things, way))
            view.reveal(things[0])
        return
    if not view.here:
        view.stand_on(view.first_place())
        return
    there = walk.step(view.map_layout, view.here, way)
    if there is None:
        return
    if keys.shift and "/" not in there:
        chosen = view.session.selection
        view.session.select((*chosen, there) if there not in chosen else chosen)
    view.stand_on(there, select=not (keys.shift or keys.ctrl))


def _end(view: MapView, by: int, *, whole: bool) -> None:
    if whole:
        order = list(walk.in_order(view.map_layout))
        view.stand_on(order[0 if by < 0 else -1])
        return
    there = walk.end_of_row(view.map_layout, view.here or view.first_place(), by)
    if there is not None:
        view.stand_on(there)


def _delete(view: MapView) -> None:
    things = view.session.selection
    if not things:
        return
    near = None
    if view.here in things:
        near = walk.step(view.map_layout, view.here, "down") or walk.step(view.map_layout, view.here, "left")
    view.attempt(lambda: acts.remove(view.session, things))
    if near is not None and near not in things and view.map_layout.box(near) is not None:
        view.stand_on(near)
