"""A list inside a panel: one row for each item, of which one can be open with its own fields below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journey_editor.ui.icons import icon
from journey_editor.wording import tr

from .field import Mark, no_mnemonic, plain_label, set_look
from .form import Form, Section
from .scope import Scope


@dataclass(frozen=True)
class Cell:
    """One column of a row: what it says, and how. `width` 0 takes the room that is left."""

    text: str
    width: int = 0
    right: bool = False
    mark: str = ""
    role: str = ""


@dataclass(frozen=True)
class Item:
    """One row. `says` is what a screen reader reads; `dashed` an edge for what is only possible; `checked` the state
    of the box before it, None for no box."""

    key: str
    cells: tuple[Cell, ...]
    says: str
    mark: str = ""
    colour: str = "text_2"
    under: str = ""
    dashed: bool = False
    checked: bool | None = None


def link_button(text: str, mark: str = "") -> QToolButton:
    """A flat button in the colour of links."""
    button = QToolButton()
    button.setText(no_mnemonic(text))
    button.setAccessibleName(text)
    button.setProperty("kind", "link")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if mark:
        button.setIcon(icon(mark, "accent"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def plain_button(text: str, mark: str = "", *, danger: bool = False) -> QPushButton:
    button = QPushButton((" " if mark else "") + no_mnemonic(text))  # the style leaves hardly a gap after the icon
    button.setAccessibleName(text)
    button.setProperty("size", "dense")
    if danger:
        button.setProperty("kind", "danger")
    if mark:
        button.setIcon(icon(mark, "error" if danger else "text"))
    return button


class ItemRow(QPushButton):
    """A row that is pressed to open, or to go where it leads."""

    def __init__(self, opens: bool, sign: bool) -> None:
        super().__init__()
        self.setObjectName("itemRow")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(8)
        self._mark = Mark()
        self._row.addWidget(self._mark)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._words.addLayout(self._line)
        self._under = plain_label(role="caption")
        self._words.addWidget(self._under)
        self._row.addLayout(self._words, 1)
        self._goes = Mark("arrow-up-right" if not opens else "chevron-down", size=14)
        self._goes.setVisible(sign)
        self._row.addWidget(self._goes)
        self._cells: list[tuple[Mark, QLabel]] = []
        self._shown: Item | None = None
        self._opens = opens

    def show_item(self, item: Item, opened: bool) -> None:
        if item != self._shown:
            self._shown = item
            self._mark.setVisible(bool(item.mark))
            self._mark.show_icon(item.mark, item.colour)
            while len(self._cells) < len(item.cells):
                self._add_cell()
            for (mark, label), cell in zip(self._cells, item.cells, strict=True):
                mark.setVisible(bool(cell.mark))
                mark.show_icon(cell.mark, cell.role or "text_2")
                label.setText(cell.text)
                set_look(label, "role", cell.role)
                if cell.width:
                    label.setFixedWidth(cell.width - (20 if cell.mark else 0))
                self._line.setStretchFactor(label, 0 if cell.width else 1)
                across = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
                label.setAlignment(across | Qt.AlignmentFlag.AlignVCenter)
            self._under.setText(item.under)
            self._under.setVisible(bool(item.under))
            self.setAccessibleName(item.says)
        if self._opens:
            self._goes.show_icon("chevron-up" if opened else "chevron-down")
            self.setAccessibleDescription(tr("open") if opened else tr("folded"))

    def _add_cell(self) -> None:
        mark, label = Mark(size=14), plain_label()
        self._line.addWidget(mark)
        self._line.addWidget(label)
        self._cells.append((mark, label))

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._row.minimumSize().height())


class _Holder(QFrame):
    """A row with what stands beside it (box, cross) and the place for its fields below it."""

    def __init__(self, opens: bool, removes: bool, sign: bool) -> None:
        super().__init__()
        self.setObjectName("itemHolder")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(0)
        self.box = QCheckBox()
        self.box.setObjectName("itemBox")
        self.row = ItemRow(opens, sign)
        self.cross = QToolButton()
        self.cross.setIcon(icon("x", "text_2"))
        self.cross.setFixedSize(28, 28)
        self.cross.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        line.addWidget(self.box)
        line.addWidget(self.row, 1)
        line.addWidget(self.cross)
        self.cross.setVisible(removes)
        self.column.addLayout(line)

    def show_item(self, item: Item, opened: bool) -> None:
        self.row.show_item(item, opened)
        self.cross.setAccessibleName(tr("Remove {name}", name=item.says))
        self.box.setVisible(item.checked is not None)
        self.box.setChecked(bool(item.checked))
        self.box.setAccessibleName(item.says)
        set_look(self, "edge", "dashed" if item.dashed else "solid")


class ItemList(Section):
    """The rows of a list, a button that adds one, and the fields of the one that is open.

    Subclasses say what the items are (`items`), what happens when one is wanted (`added`), and either the fields of an
    item (`fill`) or where its row leads (`go`).
    """

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
        self._rows: list[_Holder] = []
        self._form: Form | None = None
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._frame = QFrame()
        self._frame.setObjectName("itemCards" if cards else "itemTable")
        self._table = QVBoxLayout(self._frame)
        self._table.setContentsMargins(*((0,) * 4 if cards else (1,) * 4))
        self._table.setSpacing(6 if cards else 0)
        self._head = _HeadRow(head) if head else None
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
        """The cross of an item was pressed."""

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
        self._frame.setVisible(bool(items))
        self._none.setVisible(not items and bool(self._none.text()))
        if self._form is not None:
            self._form.refresh(anew)

    def _add_row(self) -> None:
        holder = _Holder(self._opens, self._removes, not self._headed)
        place = len(self._rows)
        holder.row.clicked.connect(lambda: self._pressed(place))
        holder.box.clicked.connect(lambda on: self.checked(self._keys[place], on))
        holder.cross.clicked.connect(lambda: self.removed(self._keys[place]))
        self._table.addWidget(holder)
        holder.show()
        self._rows.append(holder)

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
        self._form = Form(self.scope_of(key))
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


class _HeadRow(QWidget):
    """The names of the columns."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        super().__init__()
        self.setObjectName("itemHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        self._labels = []
        for cell in cells:
            label = plain_label(cell.text, "caption")
            label.setAlignment(Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft)
            row.addWidget(label, 0 if cell.width else 1)
            self._labels.append(label)
        self.fit(cells)

    def fit(self, cells: Sequence[Cell]) -> None:
        """Make the columns as wide as those of the rows below."""
        for label, cell in zip(self._labels, cells, strict=True):
            if cell.width:
                label.setFixedWidth(cell.width)


class Buttons(Section):
    """Plain buttons, two in a row."""

    def __init__(self, *buttons: tuple[QPushButton, Callable[[], object]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for n, (button, do) in enumerate(buttons):
            button.clicked.connect(lambda _checked=False, do=do: do())
            grid.addWidget(button, n // 2, n % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._needs: list[tuple[QPushButton, Callable[[], bool]]] = []

    def need(self, button: QPushButton, holds: Callable[[], bool]) -> None:
        """The button works only while that holds."""
        self._needs.append((button, holds))

    def refresh(self, anew: bool = False) -> None:
        for button, holds in self._needs:
            button.setEnabled(holds())
