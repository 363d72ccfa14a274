"""The plan of a pasted table for a table view. Words are shortened: a cell may hold pages."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from journey_editor.edit.tables import Plan
from journey_editor.ui.words import plain_tip
from journey_editor.wording import tr, trn

_Index = QModelIndex | QPersistentModelIndex
_PADDING = (6, 5)  # as the style sheet has it
_LONGEST_HEAD, _LONGEST_CARD, _MOST_CARDS = 40, 80, 4


class PlanTable(QAbstractTableModel):
    """Rows are lanes, columns are phases and steps; a cell shows its cards below each other."""

    def __init__(self, plan: Plan, titles: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._plan, self._titles = plan, titles
        self._heads = tuple(self._head(n) for n in range(len(plan.columns)))
        # Where all is new, saying so of each would say nothing.
        self._mixed = any(column.step for column in plan.columns) or any(row.lane for row in plan.rows)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # as Qt has it
        return 0 if parent.isValid() else len(self._plan.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._plan.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        texts = self._plan.cells.get((index.row(), index.column()), ())
        if role == Qt.ItemDataRole.DisplayRole:
            lines = [_short(text, _LONGEST_CARD) for text in texts[:_MOST_CARDS]]
            if len(texts) > _MOST_CARDS:
                more = len(texts) - _MOST_CARDS
                lines.append(trn("{n} more card", "{n} more cards", more))
            return "\n".join(lines)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal
        title = self._heads[section] if across else self._titles[section]
        if role == Qt.ItemDataRole.DisplayRole:
            new = not (self._plan.columns[section].step if across else self._plan.rows[section].lane)
            short = _short(title, _LONGEST_HEAD)
            return tr("{name} (new)", name=short) if new and self._mixed else short
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(_short(title, 400))
        return None

    def _head(self, at: int) -> str:
        """The phase of a column, with the number of the step where the phase has several."""
        columns = self._plan.columns
        if not columns[at].further:
            return columns[at].title
        first = next(n for n in range(at, -1, -1) if not columns[n].further)
        return tr("{phase}, step {n}", phase=columns[at].title, n=at - first + 1)


class HighAsItsWords(QStyledItemDelegate):
    """Makes a row as high as its words need: Qt's own reckoning knows nothing of the style sheet's padding."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        table = self.parent()
        assert isinstance(table, QTableView)
        wide = table.columnWidth(index.column()) - 2 * (_PADDING[0] + 5)  # Qt leaves some for the focus rectangle
        room = QRect(0, 0, max(wide, 20), 10_000)
        words = str(index.data() or "")
        high = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, words).height()
        return QSize(wide, high + 2 * _PADDING[1])


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
