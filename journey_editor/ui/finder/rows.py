"""The lines of the finder as a Qt model, and how one is painted: sign, name, the other name, menu, key."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journey_editor.ui import theme
from journey_editor.ui.finder.entries import Entry
from journey_editor.ui.icons import icon
from journey_editor.wording import tr

ROW = 34
_INSET, _GAP = 12, 10
_SIGN = 16

Index = QModelIndex | QPersistentModelIndex


class Rows(QAbstractListModel):
    """The entries that were found, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: list[Entry] = []

    def show_entries(self, found: list[Entry]) -> None:
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def entry(self, place: int) -> Entry | None:
        return self._found[place] if 0 <= place < len(self._found) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # as Qt has it
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry)
        return entry if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All can be reached, also what cannot be done now: there one reads why."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def spoken(entry: Entry) -> str:
    """An entry in one sentence, for a screen reader."""
    parts = [entry.name, entry.keys, entry.where]
    if entry.checked:
        parts.append(tr("switched on"))
    if not entry.enabled:
        parts.append(tr("not possible now"))
        parts.append(entry.why)
    return ", ".join(part for part in parts if part)


class RowPainter(QStyledItemDelegate):
    """One line each: what is quiet gives way to the name, and the name is cut only where all else is gone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(entry, Entry):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("soft" if chosen else "hover"))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 4, 4)
        mode = QIcon.Mode.Normal if entry.enabled else QIcon.Mode.Disabled
        sign = QRect(rect.x() + _INSET, rect.y() + (ROW - _SIGN) // 2, _SIGN, _SIGN)
        entry.icon.paint(painter, sign, Qt.AlignmentFlag.AlignCenter, mode)
        right = self._paint_keys(painter, entry, rect) - _GAP
        left = sign.right() + _GAP
        strong = "disabled" if not entry.enabled else "soft_text" if chosen else "text"
        left = self._write(painter, entry.name, theme.font(), strong, QRect(left, rect.y(), right - left, ROW)) + _GAP
        quiet = "disabled" if not entry.enabled else "text_2"
        if entry.checked:
            icon("check", strong).paint(painter, QRect(left, sign.y(), _SIGN, _SIGN))
            left += _SIGN + _GAP
        where = entry.why or entry.where
        small = theme.font(12)
        painter.setFont(small)
        room = painter.fontMetrics().horizontalAdvance(where)
        if right - left > room:
            painter.setPen(theme.colour(quiet))
            painter.drawText(QRect(right - room, rect.y(), room, ROW), Qt.AlignmentFlag.AlignVCenter, where)
            right -= room + _GAP
        if entry.other != entry.name and right - left > 60 and not entry.why:
            self._write(painter, entry.other, small, quiet, QRect(left, rect.y(), right - left, ROW))
        painter.restore()

    def _paint_keys(self, painter: QPainter, entry: Entry, rect: QRect) -> int:
        """The key in its frame at the right end; where it begins."""
        if not entry.keys:
            return rect.right() - _INSET + _GAP
        painter.setFont(theme.font(11))
        width = painter.fontMetrics().horizontalAdvance(entry.keys) + 12
        frame = QRect(rect.right() - _INSET - width, rect.y() + (ROW - 20) // 2, width, 20)
        painter.setBrush(theme.colour("panel"))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawRoundedRect(frame, 3, 3)
        painter.setPen(theme.colour("text_2" if entry.enabled else "disabled"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, entry.keys)
        return frame.left()

    @staticmethod
    def _write(painter: QPainter, text: str, font: QFont, role: str, place: QRect) -> int:
        """A text with an ellipsis where it has no room; where it ends."""
        painter.setFont(font)
        painter.setPen(theme.colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(place.width(), 0))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        return place.left() + painter.fontMetrics().horizontalAdvance(shown)
