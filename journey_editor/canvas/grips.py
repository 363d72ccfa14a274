"""What can be taken hold of under the pointer before the thing itself, and what shows that it is there.

Such are the handles of a card, out of which paths are pulled, the ends of a selected path, and the open points of a
curve.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from journey_editor.layout.hit import column_at, row_at
from journey_editor.layout.result import Box, PathLine
from journey_editor.wording import tr

from . import matrix_hand
from .composing import takes_words
from .curve_drag import CurveDrag
from .curve_hand import open_mark
from .curve_spots import Placed, look_of, of_box, open_spots, words
from .gesture import Gesture
from .marks import Bubble, Hovered, Mark, Offer
from .names import offer_words
from .pulling import EndPull, RopePull, is_touchpoint
from .storyboard import invitation

if TYPE_CHECKING:
    from .view import MapView

_HANDLE = 7.0  # pixels around a handle
_POINT = 6.0  # points around an open point of a curve


def grabbed(view: MapView, at: QPointF, hovered: Box | None) -> Gesture | None:
    """The gesture that a press at a pixel begins at once; None where it is for what lies there."""
    if view.heads_cover(at):
        return None
    x, y = view.point(at)
    end = _end_at(view, at)
    if end is not None:
        return EndPull(view.scene(), end[0], x, y, forward=end[1])
    source = _handle_at(view, at, hovered)
    if source is not None:
        return RopePull(view.scene(), source, x, y)
    there = _open_at(view, x, y)
    return CurveDrag(view.scene(), there, x, y, drawn=False) if there is not None else None


def hovering(view: MapView, box: Box | None, at: QPointF) -> tuple[Mark, ...]:
    """What shows that the pointer is over something, and what could be done there."""
    if box is None:
        return ()
    if box.kind == "card":
        handle = is_touchpoint(view.session, box.id)
        offer = invitation(view, box.id, at)
        return offer if box.id in view.session.selection else (Hovered(box, handle), *offer)
    x, y = view.point(at)
    cell = curve_cell(view, x, y)
    if cell and box.kind in ("cell", "point"):
        return _on_curve(view, box, cell, x, y)
    if box.kind == "mark":
        return matrix_hand.hovering(view, box)
    if box.kind == "cell" and takes_words(view, box.id):
        return (Offer(box, offer_words(view.session, box.id)),)
    return ()


def pointer_over(view: MapView, at: QPointF, hovered: Box | None) -> Qt.CursorShape:
    """The shape of the pointer: a cross where a path is pulled, arrows up and down at a point of a curve."""
    if view.heads_cover(at):
        return Qt.CursorShape.ArrowCursor
    if _end_at(view, at) is not None or _handle_at(view, at, hovered) is not None:
        return Qt.CursorShape.CrossCursor
    if hovered is not None and hovered.kind == "mark":
        return Qt.CursorShape.PointingHandCursor
    if hovered is not None and (hovered.kind == "point" or _open_at(view, *view.point(at)) is not None):
        return Qt.CursorShape.SizeVerCursor
    return Qt.CursorShape.ArrowCursor


def still_held(view: MapView, at: QPointF, hovered: Box | None) -> bool:
    """Whether the pointer is on a handle of the card that it was over: half of it lies beside the card."""
    return hovered is not None and hovered.kind == "card" and _handle_at(view, at, hovered) == hovered.id


def let_go(view: MapView, gesture: Gesture) -> None:
    """What stays in hand once a gesture is done."""
    if isinstance(gesture, CurveDrag):
        view.curve.take(gesture.held)
    elif isinstance(gesture, RopePull) and gesture.made is not None:
        view.path_wanted.emit(gesture.made)


def curve_cell(view: MapView, x: float, y: float) -> str:
    """The cell of an emotion lane at a point of the map; "" elsewhere."""
    row, column = row_at(view.shown_layout, y), column_at(view.shown_layout, x)
    if row is None or column is None or row.block.kind != "emotion":
        return ""
    return f"{row.lane}/{column.step}"


def _on_curve(view: MapView, box: Box, cell: str, x: float, y: float) -> tuple[Mark, ...]:
    session = view.session
    under = None if box.kind == "point" else _open_at(view, x, y)
    offered = open_spots(session, view.shown_layout, cell)
    marks: list[Mark] = [open_mark(p, look_of(session, p.spot), hot=p == under) for p in offered]
    there = of_box(view.shown_layout, box) if box.kind == "point" else under
    if there is not None:
        said = words(session, there.spot, there.value)
        if there.open:
            said = tr("{feeling}? Click or drag", feeling=said)
        marks.append(Bubble(there.x, there.y, said))
    return tuple(marks)


def _open_at(view: MapView, x: float, y: float) -> Placed | None:
    """The open point of a curve at a point of the map, unless a point that is set lies nearer."""
    cell = curve_cell(view, x, y)
    if not cell:
        return None
    row = row_at(view.shown_layout, y)
    assert row is not None
    near = min((hypot(p.x - x, p.y + row.y - y) for p in row.block.points), default=_POINT)
    offered = [(hypot(p.x - x, p.y - y), p) for p in open_spots(view.session, view.shown_layout, cell)]
    away, there = min(offered, key=lambda found: found[0], default=(_POINT, None))
    return there if away < min(near, _POINT) else None


def _end_at(view: MapView, at: QPointF) -> tuple[PathLine, bool] | None:
    """The selected path whose end is at a pixel, and whether that is its target."""
    selection = view.session.selection
    line = next((line for line in view.shown_layout.lines if (line.id,) == selection), None)
    if line is None or all(path.id != line.id for path in view.session.journey.paths):
        return None
    for corner, forward in ((line.corners[-1], True), (line.corners[0], False)):
        if (at - view.camera.pixel(*corner)).manhattanLength() <= _HANDLE:
            return line, forward
    return None


def _handle_at(view: MapView, at: QPointF, hovered: Box | None) -> str | None:
    """The card out of whose handle a path would be pulled here."""
    selection = view.session.selection
    cards = [selection[0]] if len(selection) == 1 else []
    if hovered is not None and hovered.kind == "card":
        cards.append(hovered.id)
    for card in cards:
        box = view.shown_layout.card(card)
        if box is None or not is_touchpoint(view.session, card):
            continue
        rect = view.camera.rect(box)
        middle = rect.center()
        ends = [QPointF(rect.right(), middle.y())]
        if card in selection:
            ends += [QPointF(middle.x(), rect.top()), QPointF(middle.x(), rect.bottom())]
        if rect.width() > 6 * _HANDLE and any((at - end).manhattanLength() <= _HANDLE for end in ends):
            return card
    return None
