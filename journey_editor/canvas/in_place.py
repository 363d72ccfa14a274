"""The text that is being edited on the map: where its field stands, how the map makes room, what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRect, Qt

from journey_editor.layout.result import Box
from journey_editor.layout.shape import TextStyle
from journey_editor.model.lanes import LaneBase
from journey_editor.model.things import find_thing
from journey_editor.session import acts
from journey_editor.session.measuring import FIGURES
from journey_editor.session.writing import Cell, Writing, new_card
from journey_editor.wording import tr

from . import measuring
from .names import field_of, kind_of, name_of, offer_words, text_of
from .onward import going_on
from .text_editor import Onward, Place, TextEditor
from .words_place import words_place

if TYPE_CHECKING:
    from .view import MapView

_LEAST_TYPE = 8.5  # pixels: a map that is zoomed out further is edited in larger type, in a field with an edge
_FRAMED_TYPE = 12.0
_LEAST_WIDTH = 150.0
_OUT = 6  # pixels: the edge of the field of figures lies beside their card
_FREE = TextStyle(7.5)


class InPlace:
    """The one field of a view, if it is open."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self.editor: TextEditor | None = None
        self.writing: Writing | None = None

    @property
    def thing(self) -> str:
        """What is being written; "" for nothing."""
        return self.writing.thing if self.writing is not None else ""

    def begin(self, thing: str, field: str | None = "") -> bool:
        """Open the field over a thing; the one that stands for it, or FIGURES. False if it has no text on the map or is
        not shown."""
        view = self._view
        self.commit()
        field, box = field or field_of(view.session, thing), view.map_layout.box(thing)
        if field is None or box is None:
            return False
        view.mouse.cancel()
        if thing not in view.session.selection:
            view.session.select((thing,))
        writing = Writing(view.session, thing, field)
        if field == FIGURES:
            how = tr("Value and target, such as 42 % / 50")
            self._open(writing, measuring.figures_text(view.session, thing), how)
            view.hint_changed.emit(how)
        else:
            self._open(writing, text_of(view.session, thing, field), kind_of(view.session, thing))
        return True

    def begin_card(self, cell: Cell, text: str = "", *, focus: bool = True) -> bool:
        """Open the field for a new card, which is made when it has words. False where there can be none.

        Without `focus` the keyboard stays with the view, which passes on what an input method composes.
        """
        view = self._view
        self.commit()
        row = view.map_layout.row(cell.lane)
        column = view.map_layout.column(cell.step)
        kind = offer_words(view.session, f"{cell.lane}/{cell.step}")
        if not kind or row is None or row.block.folded or column is None or column.folds:
            return False
        view.mouse.cancel()
        writing = new_card(view.session, cell)
        view.preview(writing.preview(text))
        view.reveal(writing.thing)
        self._open(writing, "", kind, focus=focus)
        if text and self.editor is not None:
            self.editor.insertPlainText(text)
        return True

    def commit(self) -> None:
        if self.editor is not None:
            self.editor.commit()

    def cancel(self) -> None:
        if self.editor is not None:
            self.editor.cancel()

    def follow(self) -> None:
        """The map has moved or changed under the field."""
        place = self._place()
        if self.editor is not None and place is not None:
            self.editor.move_over(place)

    def _open(self, writing: Writing, text: str, name: str, *, focus: bool = True) -> None:
        view = self._view
        self.writing = writing
        place = self._place()
        assert place is not None
        editor = TextEditor(view.viewport(), text, place, fresh=writing.cell is not None)
        editor.setAccessibleName(name)
        if not text and isinstance(getattr(find_thing(view.session.project, writing.thing), "node", None), LaneBase):
            editor.setPlaceholderText(name_of(view.session, writing.thing))  # by which it is called without a title
        self.editor = editor
        editor.typed.connect(self._typed)
        editor.done.connect(self._done)
        editor.brought.connect(self._bring)
        editor.show()
        if focus:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
        view.refresh()

    def _bring(self, mime: object) -> None:
        """Put what was pasted instead of words into the cell."""
        cell = self.writing.cell if self.writing is not None else None
        self.cancel()
        if cell is not None:
            self._view.dropped.emit(mime, (cell.lane, cell.step, cell.before or "", ""))

    def _typed(self, text: str) -> None:
        """The map makes room while one types, so that nothing jumps in the end."""
        if self.writing is None:
            return
        try:
            project = self.writing.preview(text)
        except acts.Refused:  # said when it is to be kept
            return
        self._view.session.typing = project
        self._view.preview(project)
        self._view.reveal(self.writing.thing)

    def _place(self) -> Place | None:
        """In the place of the words, in their own type; where that is too small to read, framed over the map."""
        view = self._view
        box = view.map_layout.box(self.thing) if self.thing else None
        if box is None:
            return None
        per = view.camera.scale / view.camera.dpr
        if self.writing is not None and self.writing.field == FIGURES:
            return self._framed_place(measuring.figures_box(view.map_layout, self.thing) or box, _FREE)
        words = words_place(view.map_layout, self.thing, box)
        if words is not None and words.style.size * per >= _LEAST_TYPE:
            shown = view.place_of(box).topLeft() - view.camera.rect(box).topLeft()  # of a head that stays at the edge
            corner = view.camera.pixel(words.x, words.y) + shown
            return Place(corner, words.w * per, per, words.style, words.ground, framed=False)
        return self._framed_place(box, words.style if words is not None else _FREE)

    def _framed_place(self, box: Box, style: TextStyle) -> Place:
        per = max(_FRAMED_TYPE / style.size, self._view.camera.scale / self._view.camera.dpr)
        field = self._framed(box)
        return Place(QPointF(field.topLeft()) + QPointF(7, 7), field.width() - 14.0, per, style, "", framed=True)

    def _framed(self, box: Box) -> QRect:
        """Over the thing, never narrower than a few words, and in view."""
        view = self._view
        place = view.place_of(box).toAlignedRect()
        limit = view.viewport().rect()
        place.setWidth(min(max(place.width(), round(_LEAST_WIDTH)), limit.width()))
        if box.kind == "figures":  # where figures end, at the right of their card
            place.moveRight(view.place_of(box).toAlignedRect().right() + _OUT)
        if place.right() > limit.right():
            place.moveRight(limit.right())
        if place.left() < 0:
            place.moveLeft(0)
        return place

    def _done(self, text: str | None, onward: str) -> None:
        view, editor, writing = self._view, self.editor, self.writing
        self.editor = self.writing = None
        view.session.typing = None
        if editor is None or writing is None:
            return
        if writing.field == FIGURES:
            view.hint_changed.emit("")
        had_focus = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        if had_focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        if text is not None:
            view.attempt(lambda: writing.commit(text))
        view.preview(None)
        going_on(view, writing, bool(text), cast(Onward, onward))
