"""What a row of a list looks like: columns of words, a line under them, a box before and a cross behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
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

from .field import Mark, plain_label, set_look


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
        self._row.addWidget(self._goes)
        self._goes.setVisible(sign)  # only now: without a parent it would be a window of its own for a moment
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
            for n, (mark, label) in enumerate(self._cells):
                label.setVisible(n < len(item.cells))
                mark.setVisible(False)
            for (mark, label), cell in zip(self._cells, item.cells, strict=False):
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


class Holder(QFrame):
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
        self.column.addLayout(line)
        self.cross.setVisible(removes)  # only now: without a parent it would be a window of its own for a moment

    def show_item(self, item: Item, opened: bool) -> None:
        self.row.show_item(item, opened)
        self.cross.setAccessibleName(tr("Remove {name}", name=item.says))
        self.box.setVisible(item.checked is not None)
        self.box.setChecked(bool(item.checked))
        self.box.setAccessibleName(item.says)
        set_look(self, "edge", "dashed" if item.dashed else "solid")


class HeadRow(QWidget):
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

    def heads(self, cells: Sequence[Cell]) -> bool:
        """Whether rows of these cells have its columns."""
        return len(cells) == len(self._labels)

    def fit(self, cells: Sequence[Cell]) -> None:
        """Make the columns as wide as those of the rows below"""
        for label, cell in zip(self._labels, cells, strict=False):
            if cell.width:
                label.setFixedWidth(cell.width)
