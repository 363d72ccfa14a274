"""What lies under the pointer while no button is held: shown as marks, by the pointer's own shape, and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from journey_editor.layout.hit import hit
from journey_editor.layout.result import Box
from journey_editor.wording import tr

from .borders import border_at
from .grips import curve_cell, hovering, pointer_over, still_held
from .hover_words import hover_words
from .marks import Mark, Offer, Tucked
from .names import name_of
from .pills import tucked_rect
from .storyboard import is_picture
from .tucked import staying, tucked

if TYPE_CHECKING:
    from .view import MapView

ARROW = Qt.CursorShape.ArrowCursor


class Pointer:
    """What the pointer is over in one view."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self.marks: tuple[Mark, ...] = ()
        self.box: Box | None = None
        self._told: Tucked | None = None  # of which the status bar speaks
        self._meant = ""  # what it says of the card under the pointer

    def look(self, at: QPointF) -> None:
        """The pointer is at this pixel now."""
        view, hidden = self._view, self.hidden_at(at)
        self._tell(hidden)
        border = border_at(view.shown_layout, *view.point(at), view.near) if hidden is None else None
        self._find(at)
        self._mean("" if hidden is not None else hover_words(view.session, self.box))
        if hidden is not None or self.offer_at(at):
            self.show(Qt.CursorShape.PointingHandCursor)
        elif border is not None:
            self.show(Qt.CursorShape.SplitHCursor if border.upright else Qt.CursorShape.SplitVCursor)
        else:
            self.show(pointer_over(view, at, self.box))

    def forget(self) -> None:
        """The pointer has left the view or is at work, or what it was over may have moved from under it."""
        self.box = None
        self._mean("")
        if self.marks:
            self.marks = ()
            self._view.viewport().update()

    def show(self, shape: Qt.CursorShape) -> None:
        """The pointer's shape says what can be done; while Space is held, the hand stays."""
        viewport = self._view.viewport()
        if not self._view.mouse.space and viewport.cursor().shape() != shape:
            viewport.setCursor(shape)

    def offer_at(self, at: QPointF) -> str:
        """The empty cell whose plus is here; "" for none."""
        offer = next((mark for mark in self.marks if isinstance(mark, Offer)), None)
        return offer.box.id if offer is not None and self._view.frames.overlay.offers(offer, at) else ""

    def hidden_at(self, at: QPointF) -> Tucked | None:
        """The mark of something hidden that is here."""
        view = self._view
        heads = view.frames.heads
        marks = [staying(heads, mark) for mark in tucked(view.session.journey, view.shown_layout)]
        seen = (mark for mark in marks if mark is not None)
        return next((m for m in seen if tucked_rect(m, view.camera.pixel(m.x, m.y)).contains(at)), None)

    def _over_picture(self) -> bool:
        """Whether what is offered depends on where on the card the pointer is."""
        return self.box is not None and self.box.kind == "card" and is_picture(self._view.session, self.box.id)

    def _tell(self, hidden: Tucked | None) -> None:
        if hidden == self._told:
            return
        view, self._told = self._view, hidden
        names = ", ".join(name_of(view.session, thing) for thing in hidden.ids) if hidden is not None else ""
        view.hint_changed.emit(tr("Hidden: {names}. A click shows it again.", names=names) if names else "")

    def _mean(self, words: str) -> None:
        if words != self._meant:
            self._meant = words
            self._view.hint_changed.emit(words)

    def _find(self, at: QPointF) -> None:
        view = self._view
        x, y = view.point(at)
        box = hit(view.shown_layout, x, y, view.near)
        if still_held(view, at, self.box) and (box is None or box.kind != "card"):
            return
        if box == self.box and not curve_cell(view, x, y) and not self._over_picture():
            return
        self.box = box
        marks = hovering(view, box, at)
        if marks != self.marks:
            self.marks = marks
            view.viewport().update()
