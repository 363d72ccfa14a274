"""The command finder as it is seen: a field over the top of the window and under it what was found.

It is a child of the window, not a window of its own, so that input methods and screen readers work as in any field. The
field keeps the focus; the arrows move in the list, and what is reached is spoken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from journey_editor.ui.finder.entries import Entry
from journey_editor.ui.finder.matching import rank
from journey_editor.ui.finder.rows import ROW, RowPainter, Rows, spoken
from journey_editor.ui.search_field import search_field
from journey_editor.ui.words import ShortLabel
from journey_editor.wording import tr, trn

_WIDTH = 680
_TOP = 56
_ROWS = 11.5
_FEWEST = 3
_AROUND = 86  # the field, the foot and the margins
_SAY_MS = 150  # after the last key, so that a screen reader is not spoken over


class FinderPopup(QDialog):
    """Lists commands, and says which one is wanted after it has closed and the focus is back where it was."""

    wanted = Signal(object)  # Entry

    def __init__(self, window: QWidget, found: Sequence[Entry], recent: Sequence[str]) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setObjectName("finder_popup")
        self.setAccessibleName(tr("Find a command"))
        self._all = tuple(found)
        self._recent = {key: place for place, key in enumerate(recent)}
        self._came_from = QApplication.focusWidget()
        self._say_later = QTimer(self, singleShot=True, interval=_SAY_MS)
        self._say_later.timeout.connect(self._say_current)
        self._build()
        self._list("")
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 9, 9, 7)
        column.setSpacing(6)
        self.field = search_field(tr("Find a command, phase, lane or map"), 36, self)
        self.field.textChanged.connect(self._list)
        self.field.installEventFilter(self)
        column.addWidget(self.field)
        self._rows = Rows(self)
        self.list = QListView(self)
        self.list.setObjectName("finder_list")
        self.list.setAccessibleName(tr("Commands"))
        self.list.setModel(self._rows)
        self.list.setItemDelegate(RowPainter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._clicked)
        column.addWidget(self.list, 1)
        self._foot = ShortLabel("", self)
        self._foot.setProperty("role", "caption")
        self._foot.setContentsMargins(4, 0, 4, 0)
        column.addWidget(self._foot)

    # What is listed

    def _list(self, words: str) -> None:
        """The best first; of equally good ones what can be done, then what was used last, then as in the menus."""
        ranked = [
            (best, not entry.enabled, self._recent.get(entry.id, len(self._recent)), place, entry)
            for place, entry in enumerate(self._all)
            if (best := rank(words, entry.names)) is not None
        ]
        if not words.strip():
            ranked = [(0, False, recent, place, entry) for _, _, recent, place, entry in ranked]
        ranked.sort(key=lambda found: found[:4])
        self._rows.show_entries([entry for *_, entry in ranked])
        if ranked:
            self._go_to(0)
            count = trn("{n} command", "{n} commands", len(ranked))
            self._foot.say(tr("{count}   ·   Up and Down choose   ·   Enter runs   ·   Esc closes", count=count))
        else:
            self._foot.say(tr("Nothing is called that. Other words may do, in English or German."))
            self._say_later.start()
        self._place()

    @property
    def current(self) -> Entry | None:
        return self._rows.entry(self.list.currentIndex().row())

    def entries(self) -> list[Entry]:
        """What is listed, from the top."""
        return [entry for n in range(self._rows.rowCount()) if (entry := self._rows.entry(n)) is not None]

    def _go_to(self, place: int) -> None:
        self.list.setCurrentIndex(self._rows.index(place, 0))
        self._say_later.start()

    def _say_current(self) -> None:
        entry = self.current
        if entry is None:
            words = self._foot.full_text()
        else:
            place = tr("{n} of {count}", n=self.list.currentIndex().row() + 1, count=self._rows.rowCount())
            words = f"{spoken(entry)}, {place}"
        self._say(words)

    def _say(self, words: str) -> None:
        self.field.setAccessibleDescription(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    # Keys and mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.field:
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event)
            if kind == QEvent.Type.FocusOut:
                QTimer.singleShot(0, self, self._close_if_left)
        elif watched is self._window and kind == QEvent.Type.Resize:
            self._place()
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            inside = QRect(self.mapToGlobal(QPoint(0, 0)), self.size()).contains(event.globalPosition().toPoint())
            if not inside and watched.window() is self.window():
                self.close_to(None)  # the press goes on to what lies under it, and that takes the focus
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """The keys that act on the list; all others are the field's."""
        count, here = self._rows.rowCount(), self.list.currentIndex().row()
        page = max(1, self.list.viewport().height() // ROW - 1)
        moves: dict[int, Callable[[], int]] = {
            Qt.Key.Key_Down.value: lambda: (here + 1) % count,
            Qt.Key.Key_Up.value: lambda: (here - 1) % count,
            Qt.Key.Key_Tab.value: lambda: (here + 1) % count,
            Qt.Key.Key_Backtab.value: lambda: (here - 1) % count,
            Qt.Key.Key_PageDown.value: lambda: min(here + page, count - 1),
            Qt.Key.Key_PageUp.value: lambda: max(here - page, 0),
        }
        key = event.key()
        if key in moves:
            if count:
                self._go_to(moves[key]())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.current)
        elif key == Qt.Key.Key_Escape:
            self.give_back()
        else:
            return False
        return True

    def _clicked(self, index: QModelIndex) -> None:
        self._take(self._rows.entry(index.row()))

    def _take(self, entry: Entry | None) -> None:
        if entry is None:
            return
        if not entry.enabled:
            words = entry.why or tr("This cannot be done now.")
            self._foot.say(words)
            self._say(words)
            return
        self.give_back()
        self.wanted.emit(entry)

    # Coming and going

    def _place(self) -> None:
        window = self._window
        width = min(_WIDTH, window.width() - 32)
        # The last row is cut in half where there are more, so that one sees that.
        rows = max(_FEWEST, min(self._rows.rowCount(), _ROWS))
        height = min(_AROUND + round(rows * ROW), window.height() - _TOP - 32)
        self.setGeometry((window.width() - width) // 2, _TOP, width, height)

    def give_back(self) -> None:
        """Close, and let the keyboard go on where it was."""
        self.close_to(self._came_from)

    def close_to(self, focus: QWidget | None) -> None:
        """Close, and give the focus to a widget if one is named."""
        if self.isHidden():
            return
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if focus is not None and isValid(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()

    def _close_if_left(self) -> None:
        """The focus went elsewhere in the window. Another window, or the field's own menu, leaves the finder open."""
        focus = QApplication.focusWidget()
        if focus is not None and focus.window() is self.window() and not self.isAncestorOf(focus):
            self.close_to(None)
