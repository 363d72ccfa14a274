"""The history as a list: every step that was done, and those that were undone, to go back or forward to any of them.

Built when it is first shown, and silent while nobody sees it. A row is a state: the first the project as it was opened,
each other what a step led to.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from journey_editor.session.session import Session
from journey_editor.ui import theme
from journey_editor.ui.icons import icon
from journey_editor.ui.words import in_lines, plain_tip
from journey_editor.wording import language, tr

Index = QModelIndex | QPersistentModelIndex

_ROW = 40
_INSET, _SIGN = 12, 14


class State(NamedTuple):
    """One row: what led there and when."""

    label: str
    when: datetime | None


class HistoryRows(QAbstractListModel):
    """The states of a session's history, the oldest first."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._states: list[State] = []
        self.now = 0  # the row of the present
        self._saved: int | None = None

    def follow(self) -> None:
        """Take over what has changed: rows that stay are not told of as new."""
        history = self._session.history
        states = [State(tr("At the beginning"), None)]
        states += [State(step.label, step.when) for step in (*history.past, *history.future)]
        common = 0
        for old, new in zip(self._states, states, strict=False):
            if old != new:
                break
            common += 1
        if common < len(self._states):
            self.beginRemoveRows(QModelIndex(), common, len(self._states) - 1)
            del self._states[common:]
            self.endRemoveRows()
        if common < len(states):
            self.beginInsertRows(QModelIndex(), common, len(states) - 1)
            self._states = states
            self.endInsertRows()
        self.now, self._saved = len(history.past), self._session.saved_step
        self.dataChanged.emit(self.index(0, 0), self.index(len(states) - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # as Qt has it
        return 0 if parent.isValid() else len(self._states)

    def is_saved(self, row: int) -> bool:
        return row == self._saved

    def clock(self, row: int) -> str:
        """The time of day of a step, as it is written here."""
        when = self._states[row].when
        if when is None:
            return ""
        moment = QDateTime.fromSecsSinceEpoch(int(when.timestamp())).time()
        return QLocale(language()).toString(moment, QLocale.FormatType.ShortFormat)

    def spoken(self, row: int) -> str:
        """A row in one sentence, for a screen reader."""
        parts = [self._states[row].label, self.clock(row)]
        if row == self.now:
            parts.append(tr("here you are"))
        elif row > self.now:
            parts.append(tr("undone"))
        if self.is_saved(row):
            parts.append(tr("saved"))
        return ", ".join(part for part in parts if part)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._states):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._states[index.row()].label
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._states[index.row()].label)
        return self.spoken(index.row()) if role == Qt.ItemDataRole.AccessibleTextRole else None


class _RowPainter(QStyledItemDelegate):
    """The words in up to two lines; before them where one is, behind them the time and whether it is saved."""

    def __init__(self, rows: HistoryRows, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rows, row = self._rows, index.row()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        here, ahead = row == rows.now, row > rows.now
        role = "soft_text" if here else "disabled" if ahead else "text"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(4, 1, -4, -1)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if here or focused or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("soft" if here else "hover"))
            painter.drawRoundedRect(inner, 4, 4)
        sign = QRect(rect.x() + _INSET, rect.center().y() - _SIGN // 2, _SIGN, _SIGN)
        if here:
            icon("chevron-right", role).paint(painter, sign)
        right = rect.right() - _INSET
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("disabled" if ahead else "text_2"))
        clock = rows.clock(row)
        if clock:
            width = painter.fontMetrics().horizontalAdvance(clock)
            painter.drawText(QRect(right - width, rect.y(), width, _ROW), Qt.AlignmentFlag.AlignVCenter, clock)
            right -= width + 6
        if rows.is_saved(row):
            icon("save", "text_2").paint(painter, QRect(right - _SIGN, sign.y(), _SIGN, _SIGN))
            right -= _SIGN + 6
        place = QRect(sign.right() + 8, rect.y() + 2, right - sign.right() - 8, _ROW - 4)
        painter.setFont(theme.font())
        painter.setPen(theme.colour(role))
        words = in_lines(str(index.data()), painter.font(), place.width(), 2)
        painter.setClipRect(place)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter.value, words)
        painter.restore()


class HistoryPanel(QWidget):
    """The list in its dock. Enter, Space or a click goes to a state; the arrows only look."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self._session = session
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._list: HistoryList | None = None
        session.project_changed.connect(self._follow)
        session.file_changed.connect(self._follow)

    @property
    def list(self) -> HistoryList:
        """The list, made when it is first asked for."""
        if self._list is None:
            self._list = HistoryList(self._session, self)
            self._column.addWidget(self._list)
            self.setFocusProxy(self._list)
        return self._list

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.follow()

    def _follow(self) -> None:
        if self._list is not None and self.isVisible():
            self._list.follow()


class HistoryList(QListView):
    """The rows, and how one goes to one of them."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.rows = HistoryRows(session, self)
        self.setObjectName("history_list")
        self.setAccessibleName(tr("History"))
        self.setModel(self.rows)
        self.setItemDelegate(_RowPainter(self.rows, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._go)
        self.follow()

    def follow(self) -> None:
        """Show the history as it is now, with the present in view."""
        self.rows.follow()
        self.setCurrentIndex(self.rows.index(self.rows.now, 0))

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self._session.go_to_step(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)
