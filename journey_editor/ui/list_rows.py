"""Rows of a list that is searched or worked through: a sign in a colour, a name, and a quiet word at the right.

Heads stand over the rows that belong together; the keyboard passes over them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journey_editor.ui import theme
from journey_editor.ui.icons import icon
from journey_editor.ui.words import plain_tip

_ROW, _HEAD = 30, 28
_INSET, _GAP, _SIGN = 10, 8, 16

Index = QModelIndex | QPersistentModelIndex


class ListRow(NamedTuple):
    """One row; without a key a head. `value` is what the row stands for."""

    key: str
    name: str
    mark: str = ""
    colour: str = "text_2"
    right: str = ""
    value: object = None
    dashed: bool = False  # the sign stands in a dashed frame: only possible
    more: tuple[str, ...] = ()  # other words that it is found by

    @property
    def spoken(self) -> str:
        return f"{self.name}, {self.right}" if self.right else self.name


class ListRows(QAbstractListModel):
    """The rows as a model."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[ListRow, ...] = ()

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # as Qt has it
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not 0 <= index.row() < len(self.rows) or not self.rows[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.spoken)
        return row if role == Qt.ItemDataRole.UserRole else None


class RowPainter(QStyledItemDelegate):
    """Heads in bold small type; of a row the name gives way last."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        return QSize(120, _ROW if row is not None and row.key else _HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, ListRow):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.key:
            self._row(painter, row, rect, state)
        else:
            self._head(painter, row, rect)
        painter.restore()

    @staticmethod
    def _head(painter: QPainter, row: ListRow, rect: QRect) -> None:
        place = rect.adjusted(_INSET, 4, -_INSET, 0)
        painter.setPen(theme.colour("text_2"))
        painter.setFont(theme.font(12))
        room = painter.fontMetrics().horizontalAdvance(row.right)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.right)
        bold = theme.font(12)
        bold.setBold(True)
        painter.setFont(bold)
        width = place.width() - room - _GAP
        shown = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    @staticmethod
    def _row(painter: QPainter, row: ListRow, rect: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or focused or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.colour("accent"), 1.5) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("soft" if chosen else "hover"))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 4, 4)
        left, right = rect.x() + _INSET, rect.right() - _INSET
        if row.mark:
            sign = QRect(left, rect.y() + (rect.height() - _SIGN) // 2, _SIGN, _SIGN)
            if row.dashed:
                pen = QPen(theme.colour("text_2"), 1, Qt.PenStyle.DashLine)
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(sign.adjusted(-3, -3, 2, 2), 3, 3)
            icon(row.mark, row.colour).paint(painter, sign)
            left = sign.right() + _GAP + 1
        painter.setFont(theme.font())
        need = painter.fontMetrics().horizontalAdvance(row.name) + 2
        painter.setFont(theme.font(12))
        letters = painter.fontMetrics()
        room = (
            min(letters.horizontalAdvance(row.right) + 2, max(right - left - need - _GAP, (right - left) // 3))
            if row.right
            else 0
        )
        painter.setPen(theme.colour("text_2"))
        quiet = letters.elidedText(row.right, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRect(right - room, rect.y(), room, rect.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            quiet,
        )
        painter.setFont(theme.font())
        painter.setPen(theme.colour("soft_text" if chosen else "text"))
        place = QRect(left, rect.y(), right - left - (room + _GAP if room else 0), rect.height())
        shown = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)


class RowList(QListView):
    """A list of such rows. `follow` shows others and keeps what was chosen, as far as it is still there."""

    def __init__(self, name: str, parent: QWidget, *, several: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.model_ = ListRows(self)
        self.setModel(self.model_)
        self.setItemDelegate(RowPainter(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        if several:
            self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)

    def follow(self, rows: Sequence[ListRow]) -> None:
        """Show these rows. Where the current one is gone, the next in its place is current."""
        if tuple(rows) == self.model_.rows:
            return
        chosen, here = set(self.chosen()), self.currentIndex().row()
        current = self.current()
        self.model_.show_rows(rows)
        keys = [row.key for row in rows]
        if current is not None and current.key in keys:
            here = keys.index(current.key)
        at = self._nearest(here)
        if at >= 0:
            self.setCurrentIndex(self.model_.index(at, 0))
        if self.selectionMode() == QListView.SelectionMode.ExtendedSelection and chosen & set(keys):
            self.choose(chosen)

    def choose(self, keys: set[str]) -> None:
        """Select the rows of these keys; the first of them is current if the current one is not among them."""
        model, picked = self.selectionModel(), [n for n, row in enumerate(self.model_.rows) if row.key in keys]
        if picked and self.currentIndex().row() not in picked:
            self.setCurrentIndex(self.model_.index(picked[0], 0))
        model.clearSelection()
        for n in picked:
            model.select(self.model_.index(n, 0), model.SelectionFlag.Select)

    def current(self) -> ListRow | None:
        """The row in which the keyboard is."""
        at = self.currentIndex().row()
        return self.model_.rows[at] if 0 <= at < len(self.model_.rows) else None

    def chosen(self) -> tuple[str, ...]:
        """The keys of the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.model_.rows[n].key for n in rows if n < len(self.model_.rows))

    def step(self, by: int) -> None:
        """Go to the next row that is no head, for a field over the list that keeps the focus."""
        rows = self.model_.rows
        at = self.currentIndex().row() + by
        while 0 <= at < len(rows) and not rows[at].key:
            at += by
        if 0 <= at < len(rows):
            self.setCurrentIndex(self.model_.index(at, 0))

    def _nearest(self, here: int) -> int:
        """The row at a place, or the next one that is no head; backwards from the end."""
        rows = self.model_.rows
        after = (n for n in range(max(here, 0), len(rows)) if rows[n].key)
        before = (n for n in range(min(max(here, 0), len(rows)) - 1, -1, -1) if rows[n].key)
        return next(after, next(before, -1))
