"""Hands for tests: pointing, dragging and dropping on a view by places of the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from journey_editor.canvas.parts import PART_MIME, Part, encode
from journey_editor.canvas.view import MapView
from journey_editor.layout.result import Box

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NO_KEY, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def middle(view: MapView, thing: str) -> QPoint:
    """The pixel in the middle of a thing or cell."""
    return pixel(view, thing, 0.5, 0.5)


def pixel(view: MapView, thing: str, across: float, down: float) -> QPoint:
    """The pixel at a share of a thing's width and height."""
    box: Box | None = view.map_layout.box(thing)
    assert box is not None, f"{thing} is not on the map"
    return view.camera.pixel(box.x + box.w * across, box.y + box.h * down).toPoint()


def mouse(view: MapView, kind: QEvent.Type, at: QPoint, held: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
    button = NONE if kind == QEvent.Type.MouseMove else LEFT
    viewport = view.viewport()
    event = QMouseEvent(kind, QPointF(at), QPointF(viewport.mapToGlobal(at)), button, held, keys)
    QApplication.sendEvent(viewport, event)


def click(view: MapView, at: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    mouse(view, QEvent.Type.MouseButtonPress, at, LEFT, keys)
    mouse(view, QEvent.Type.MouseButtonRelease, at, NONE, keys)


def carry(view: MapView, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press and drag, without letting go."""
    mouse(view, QEvent.Type.MouseButtonPress, start, LEFT, NO_KEY)
    for share in (0.25, 0.5, 0.75, 1.0):
        at = start + (end - start) * share
        mouse(view, QEvent.Type.MouseMove, at, LEFT, keys)


def drag(view: MapView, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    carry(view, start, end, keys)
    mouse(view, QEvent.Type.MouseButtonRelease, end, NONE, keys)


def load(part: Part) -> QMimeData:
    mime = QMimeData()
    mime.setData(PART_MIME, encode(part))
    return mime


def hover_part(view: MapView, mime: QMimeData, at: QPoint) -> bool:
    """Drag from the palette to a place; whether the view would take it there."""
    copy = Qt.DropAction.CopyAction
    view.dragEnterEvent(QDragEnterEvent(at, copy, mime, LEFT, NO_KEY))
    moved = QDragMoveEvent(at, copy, mime, LEFT, NO_KEY)
    view.dragMoveEvent(moved)
    return moved.isAccepted()


def drop_part(view: MapView, part: Part, at: QPoint) -> bool:
    """Drop from the palette; whether the view took it."""
    mime = load(part)
    hover_part(view, mime, at)
    event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, LEFT, NO_KEY)
    view.dropEvent(event)
    return event.isAccepted()
