"""The text that is being edited on the map: where its field stands and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

from journey_editor.layout.result import Box
from journey_editor.session import acts

from .names import field_of, kind_of, text_of
from .text_editor import TextEditor

if TYPE_CHECKING:
    from .view import MapView

#: The type size and weight of a thing's text on the map.
_TYPE = {"title": (14.0, True), "phase": (10.5, True), "step": (7.5, True), "lane": (9.0, True), "path": (7.0, False)}
_LEAST_WIDTH = 150


class InPlace:
    """The one field of a view, if it is open."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self.editor: TextEditor | None = None
        self.thing = ""

    def begin(self, thing: str) -> bool:
        """Open the field over a thing. False if it has no text on the map or is not shown."""
        view = self._view
        self.commit()
        field, box = field_of(view.session, thing), view.map_layout.box(thing)
        if field is None or box is None:
            return False
        view.mouse.cancel()
        if thing not in view.session.selection:
            view.session.select((thing,))
        size, bold = _TYPE.get(box.kind, (8.5, True) if field == "title" else (7.5, False))
        pixels = size * view.camera.scale / view.camera.dpr
        editor = TextEditor(view.viewport(), text_of(view.session, thing, field), self._place(box), pixels, bold=bold)
        editor.setAccessibleName(kind_of(view.session, thing))
        self.editor, self.thing = editor, thing
        editor.done.connect(lambda text: self._done(thing, field, text))
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def commit(self) -> None:
        if self.editor is not None:
            self.editor.commit()

    def cancel(self) -> None:
        if self.editor is not None:
            self.editor.cancel()

    def follow(self) -> None:
        """The map has moved under the field."""
        if self.editor is not None:
            box = self._view.map_layout.box(self.thing)
            if box is not None:
                self.editor.move_over(self._place(box))

    def _place(self, box: Box) -> QRect:
        """Over the thing, never narrower than a few words, and in view."""
        view = self._view
        place = view.place_of(box).toAlignedRect()
        if box.kind == "title":
            place.setHeight(min(place.height(), round(24 * view.camera.scale / view.camera.dpr)))
        if place.width() < _LEAST_WIDTH:
            place.setWidth(_LEAST_WIDTH)
        limit = view.viewport().rect()
        place.setWidth(min(place.width(), limit.width()))
        if place.right() > limit.right():
            place.moveRight(limit.right())
        if place.left() < 0:
            place.moveLeft(0)
        return place

    def _done(self, thing: str, field: str, text: str | None) -> None:
        view, editor = self._view, self.editor
        self.editor = None
        had_focus = editor is not None and editor.hasFocus()
        if editor is not None:
            editor.hide()
            editor.deleteLater()
        if had_focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        if text is not None:
            view.attempt(lambda: acts.write(view.session, thing, field, text))
