"""The table of texts, worked like a spreadsheet: arrows, Enter down, Tab across, typing, copying and pasting blocks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from journey_editor.edit.translations import Saying
from journey_editor.model.translating import standing_in
from journey_editor.ui.translating.cell_editor import Cells
from journey_editor.ui.translating.model import PLACES, TextRows
from journey_editor.wording import tr

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WHERE, _FIELD, _NARROWEST = 300, 130, 140
_LEAST_ROW = 28


class TextTable(QTableView):
    """Shows the rows of a model that it does not own; what goes beyond it is asked for by signals."""

    copy_wanted = Signal()
    paste_wanted = Signal()
    jump_wanted = Signal()
    left = Signal()  # Escape: the keyboard goes back to the map

    def __init__(self, rows: TextRows, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("text_table")
        self.setAccessibleName(tr("Translations"))
        self.rows = rows
        self.setModel(rows)
        self._cells = Cells(rows, self)
        self._cells.ended.connect(self._go_on)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_LEAST_ROW)
        self.verticalHeader().setMinimumSectionSize(_LEAST_ROW)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(80)
        head.setStretchLastSection(True)
        head.sectionResized.connect(self._column_sized)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._arranging = False
        self._by_hand = False  # the user has set the width of a column
        self._heights = QTimer(self, singleShot=True, interval=0)
        self._heights.timeout.connect(self.fit_rows)
        self.verticalScrollBar().valueChanged.connect(self._heights.start)
        self._kept: tuple[str, int] | None = None
        rows.modelAboutToBeReset.connect(self._keep_place)
        rows.modelReset.connect(self._find_place)
        rows.dataChanged.connect(self._heights.start)
        self.doubleClicked.connect(self._double_clicked)

    # Places

    def here(self) -> tuple[int, int]:
        """The row and column of the keyboard; (-1, -1) where there are none."""
        index = self.currentIndex()
        return index.row(), index.column()

    def go(self, row: int, column: int, *, jump: bool = False) -> None:
        """Stand on a cell; after a `jump`, with what is around it in view."""
        hint = QAbstractItemView.ScrollHint.PositionAtCenter if jump else QAbstractItemView.ScrollHint.EnsureVisible
        index = self.rows.index(row, column)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
            self.scrollTo(index, hint)
            self.fit_rows()
            self.scrollTo(index, hint)

    def marked(self) -> tuple[range, range]:
        """The rows and columns around all that is selected."""
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        rows, columns = [index.row() for index in chosen], [index.column() for index in chosen]
        return range(min(rows), max(rows) + 1), range(min(columns), max(columns) + 1)

    def next_missing(self) -> bool:
        """Go to the next text without words in this language. False if there is none."""
        row, column = self.here()
        if column < PLACES:
            column = self.rows.working_column()
        found = self.rows.next_missing(row, column)
        if found >= 0:
            self.go(found, column, jump=True)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return found >= 0

    def _go_on(self, way: str) -> None:
        """Where the keyboard goes after an entry."""
        row, column = self.here()
        if row < 0:
            return
        last = PLACES + len(self.rows.languages) - 1
        if way == "missing":
            self.next_missing()
        elif way == "down":
            self.go(min(row + 1, len(self.rows.entries) - 1), column)
        elif way == "up":
            self.go(max(row - 1, 0), column)
        elif way == "next":
            self.go(*((row, column + 1) if column < last else (min(row + 1, len(self.rows.entries) - 1), PLACES)))
        elif way == "back":
            self.go(*((row, column - 1) if column > PLACES else (max(row - 1, 0), last)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_place(self) -> None:
        row, column = self.here()
        self._kept = (self.rows.entries[row].key, column) if 0 <= row < len(self.rows.entries) else None

    def _find_place(self) -> None:
        self.arrange()
        if self._kept is not None:
            key, column = self._kept
            row = next((n for n, entry in enumerate(self.rows.entries) if entry.key == key), 0)
            self.go(row, min(column, self.rows.columnCount() - 1))
        elif self.rows.entries:
            self.go(0, self.rows.working_column())
        self._heights.start()

    # What is done with what is marked

    def clear_marked(self) -> None:
        """Take away the words of all marked cells, as one step."""
        self._write_marked(lambda row, column: "")

    def same_as_first(self) -> None:
        """Give the marked cells the words of the first language: names and brands are the same in all."""
        project, first = self.rows._session.project, PLACES
        entries = self.rows.entries
        self._write_marked(lambda row, column: standing_in(project, entries[row]) if column > first else None)

    def _write_marked(self, words: Callable[[int, int], str | None]) -> None:
        sayings = []
        for index in self.selectionModel().selectedIndexes():
            row, column = index.row(), index.column()
            if column < PLACES:
                continue
            text = words(row, column)
            if text is not None and text != self.rows.text(row, column):
                entry = self.rows.entries[row]
                sayings.append(Saying(self.rows.language(column), entry.thing, entry.field, text))
        self.rows.write(sayings)

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() < PLACES:
            self.jump_wanted.emit()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not those of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_mine(event):
            event.accept()
            return True
        return super().event(event)

    @staticmethod
    def _is_mine(event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return (
            event.key() in _RETURN
            or (control and event.key() in (Qt.Key.Key_R, Qt.Key.Key_G, Qt.Key.Key_D))
            or (plain and bool(event.text()) and event.text().isprintable())
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers()
        control = bool(keys & Qt.KeyboardModifier.ControlModifier)
        shift = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy_wanted.emit()
            self.clear_marked()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not control:
            self.clear_marked()
        elif key in _RETURN:
            self._go_on("missing" if control else "up" if shift else "down")
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not control:
            self._go_on("back" if shift or key == Qt.Key.Key_Backtab else "next")
        elif control and key == Qt.Key.Key_R:
            self.same_as_first()
        elif control and key == Qt.Key.Key_G:
            self.jump_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.entries:
            self.go(0, self.rows.working_column())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes across; F6 and Escape lead out."""
        return False

    # Sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
        self._heights.start()

    def arrange(self) -> None:
        """All columns in view, unless somebody has set their widths."""
        count = len(self.rows.languages)
        if self._by_hand or not count:
            return
        self._arranging = True
        wide = self.viewport().width()
        where = min(_WHERE, max(140, wide // 5))
        field = min(_FIELD, max(80, wide // 10))
        self.setColumnWidth(0, where)
        self.setColumnWidth(1, field)
        for n in range(count):
            self.setColumnWidth(PLACES + n, max(_NARROWEST, (wide - where - field) // count))
        self._arranging = False

    def _column_sized(self) -> None:
        if not self._arranging and self.isVisible():
            self._by_hand = self._by_hand or bool(self.horizontalHeader().underMouse())
        self._heights.start()

    def fit_rows(self) -> None:
        """Rows in view as high as their words need: to look at all ten thousand would take seconds."""
        bottom, row = self.viewport().height(), self.rowAt(0)
        columns = range(PLACES, self.rows.columnCount())  # places are cut short in one line
        while 0 <= row < len(self.rows.entries) and self.rowViewportPosition(row) < bottom:
            high = max(self._cells.lines_high(self.rows.text(row, n)[:400], self.columnWidth(n), self) for n in columns)
            if high != self.rowHeight(row):
                self.setRowHeight(row, max(high, _LEAST_ROW))
            row += 1
