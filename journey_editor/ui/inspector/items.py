"""A list inside a panel: one row for each item, of which one can be open with its own fields below it.

A row is reached with Tab and gone along with the arrow keys; Delete takes its item away, and where the order is the
user's, Alt+Up and Alt+Down move it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from journey_editor.ui.words import plain_tip
from journey_editor.wording import tr

from .buttons import link_button
from .field import plain_label
from .form import Form, Section
from .item_rows import Cell, HeadRow, Holder, Item, ItemRow
from .scope import Scope

_ALONG = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ItemList(Section):
    """The rows of a list, a button that adds one, and the fields of the one that is open.

    Subclasses say what the items are (`items`), what happens when one is wanted (`added`) or taken away (`removed`),
    and either the fields of an item (`fill`) or where its row leads (`go`). `part` says what an item is called, for the
    names of undo steps; `moves` whether the order is the user's (`moved`), `deletes` whether the Delete key works.
    """

    part = ""
    moves = False
    deletes = False

    def __init__(
        self,
        scope: Scope,
        *,
        opens: bool,
        add: str = "",
        none: str = "",
        head: Sequence[Cell] = (),
        removes: bool = False,
        cards: bool = False,
    ) -> None:
        super().__init__()
        self.scope = scope
        self._opens = opens
        self._removes = removes
        self._headed = bool(head)
        self._keys: tuple[str, ...] = ()
        self._open = ""
        self._rows: list[Holder] = []
        self._form: Form | None = None
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._frame = QFrame()
        self._frame.setObjectName("itemCards" if cards else "itemTable")
        self._table = QVBoxLayout(self._frame)
        self._table.setContentsMargins(*((0,) * 4 if cards else (1,) * 4))
        self._table.setSpacing(6 if cards else 0)
        self._head = HeadRow(head) if head else None
        if self._head is not None:
            self._table.addWidget(self._head)
        column.addWidget(self._frame)
        self._none = plain_label(none, "caption")
        column.addWidget(self._none)
        self.add_button = link_button(tr("Add"), "plus") if add else None
        if self.add_button is not None:
            self.add_button.setAccessibleName(add)
            self.add_button.clicked.connect(self._add)
            self.action = self.add_button

    def items(self) -> Sequence[Item]:
        raise NotImplementedError

    def fill(self, form: Form, key: str) -> None:
        """The fields of an item that is opened."""

    def go(self, key: str) -> None:
        """Where the row of an item leads, if it does not open."""

    def removed(self, key: str) -> None:
        """The cross of an item was pressed, or the Delete key on it."""

    def moved(self, key: str, by: int) -> str:
        """An item is to change places with the one before (-1) or after it (1); the key that it has then."""
        return key

    def checked(self, key: str, on: bool) -> None:
        """The box of an item was switched."""

    def added(self) -> str:
        """Add an item; the key of it, so that it opens."""
        return ""

    def scope_of(self, key: str) -> Scope:
        return self.scope

    def _add(self) -> None:
        key = self.added()
        if key and self._opens:
            self.refresh()
            self.open(key)
            if self._form is not None and self._form.fields:
                self._form.fields[0].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, anew: bool = False) -> None:
        items = tuple(self.items())
        keys = tuple(item.key for item in items)
        held = self._holds_focus()
        if anew and self._open:
            self.open("")
        if self._open and (len(keys) < len(self._keys) or self._open not in keys):
            self.open("")  # which one went is not known here, and the fields of another must not take its place
        self._keys = keys
        while len(self._rows) > len(items):
            holder = self._rows.pop()
            self._table.removeWidget(holder)
            holder.hide()
            holder.deleteLater()
        while len(self._rows) < len(items):
            self._add_row()
        for holder, item in zip(self._rows, items, strict=True):
            holder.show_item(item, item.key == self._open)
        if self._head is not None and items:
            self._head.fit(items[0].cells)
            self._head.setVisible(self._head.heads(items[0].cells))
        self._frame.setVisible(bool(items))
        self._none.setVisible(not items and bool(self._none.text()))
        if self._form is not None:
            self._form.refresh(anew)
        if held and not self._holds_focus():
            self._focus_near()

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus) and focus.isVisibleTo(self)

    def _focus_near(self) -> None:
        """What had the focus is gone, as an added row is when that is undone: Qt would give it to the tool bar."""
        rows: list[QWidget] = [self._rows[-1].row] if self._rows else []
        for place in (*rows, self.add_button, self.parentWidget()):
            if place is not None and place.isEnabled() and place.isVisibleTo(self.window()):
                place.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _add_row(self) -> None:
        holder = Holder(self._opens, self._removes, not self._headed)
        place = len(self._rows)
        holder.row.installEventFilter(self)
        if hint := self._hint():
            holder.row.setToolTip(plain_tip(hint))
        holder.row.clicked.connect(lambda: self._pressed(place))
        holder.box.clicked.connect(lambda on: self.checked(self._keys[place], on))
        holder.cross.clicked.connect(lambda: self.removed(self._keys[place]))
        self._table.addWidget(holder)
        holder.show()
        self._rows.append(holder)

    def _hint(self) -> str:
        """What the keys do on a row."""
        said = [tr("Alt+Up and Alt+Down move it")] if self.moves else []
        return "; ".join([*said, tr("Delete removes it")] if self.deletes or self._removes else said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            assert isinstance(event, QKeyEvent)
            place = next((n for n, holder in enumerate(self._rows) if holder.row is watched), None)
            if place is not None and self._is_ours(event):
                if event.type() == QEvent.Type.KeyPress:
                    self._act(event, place)
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Whether a key on a row is one of the list, which otherwise would act on the selected card."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ALONG:
            return not held or (held == Qt.KeyboardModifier.AltModifier and self.moves)
        return event.key() in _REMOVES and not held

    def _act(self, event: QKeyEvent, place: int) -> None:
        key = Qt.Key(event.key())
        if key in _REMOVES:
            if self.deletes or self._removes:
                self.take_away(self._keys[place])
            return
        there = place + _ALONG[key]
        if 0 <= there < len(self._rows):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.shift(self._keys[place], _ALONG[key])
            else:
                self._rows[there].row.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_away(self, key: str) -> None:
        """Remove an item; the focus goes to its neighbour."""
        place = self._keys.index(key)
        self.removed(key)
        self.refresh()
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].row.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_near()

    def shift(self, key: str, by: int) -> None:
        """Move an item by one place; its fields stay open, and the focus goes with it."""
        opened = key == self._open
        self.open("")
        now = self.moved(key, by)
        self.refresh()
        if now in self._keys:
            if opened:
                self.open(now)
                self.refresh()
            self._rows[self._keys.index(now)].row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressed(self, place: int) -> None:
        key = self._keys[place]
        if self._opens:
            self.open("" if key == self._open else key)
            self.refresh()
        else:
            self.go(key)

    def open(self, key: str) -> None:
        """Show the fields of an item, "" of none."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self._open = key
        if key not in self._keys:
            return
        self._form = Form(self.scope_of(key), part=self.part)
        self._form.setContentsMargins(8, 4, 8, 8)
        self.fill(self._form, key)
        self._rows[self._keys.index(key)].column.addWidget(self._form)
        self._form.show()  # now, so that it can take the focus
        self._form.refresh(anew=True)

    @property
    def rows(self) -> list[ItemRow]:
        return [holder.row for holder in self._rows]

    @property
    def open_form(self) -> Form | None:
        return self._form
