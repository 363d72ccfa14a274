"""A list of short texts as an answer: a field for each, and one more below; Enter goes down, and on from the last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journey_editor.wording import tr

from .asked import Row

_MOST = 12  # rows; a longer list is for the map itself


class Rows(QWidget):
    """`written` is called with a row's key ("" for a new one) and its words, and gives back the key from then on."""

    forward = Signal()
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._fields: list[QLineEdit] = []
        self._rows: list[Row] = []
        self._example = ""
        self.written: Callable[[str, str], str] = lambda key, _words: key

    def put(self, rows: tuple[Row, ...], example: str, gap: int) -> None:
        """Show these, with an empty one at the end."""
        wanted = [*rows[:_MOST], Row("", "")]
        self._column.setSpacing(max(gap // 2, 4))
        self._example = example
        while len(self._fields) > len(wanted):
            field = self._fields.pop()
            field.hide()
            field.deleteLater()
        while len(self._fields) < len(wanted):
            self._add_field()
        self._rows = wanted
        for n, (field, row) in enumerate(zip(self._fields, wanted, strict=True)):
            field.setText(row.words)
            self._describe(n, field)

    def fields(self) -> tuple[QLineEdit, ...]:
        return tuple(self._fields)

    def commit(self) -> None:
        """What is being written counts."""
        for n, field in enumerate(self._fields):
            self._write(n, field)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keyboard goes to the row that is to be filled next."""
        if self._fields:
            self._fields[-1].setFocus(reason)

    def _add_field(self) -> None:
        field = QLineEdit(self)
        field.setProperty("wall", "answer")
        field.installEventFilter(self)
        self._column.addWidget(field)
        field.show()
        self._fields.append(field)

    def _describe(self, n: int, field: QLineEdit) -> None:
        last = n == len(self._fields) - 1
        field.setPlaceholderText(self._example if last else "")
        field.setAccessibleName(tr("Line {n}", n=n + 1))

    def _write(self, n: int, field: QLineEdit) -> None:
        row = self._rows[n]
        words = field.text().strip()
        if words == row.words:
            return
        key = self.written(row.key, words)
        self._rows[n] = Row(key, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QLineEdit) or watched not in self._fields:
            return False
        n = self._fields.index(watched)
        if event.type() == QEvent.Type.FocusOut:
            self._write(n, watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(n, watched, event)
        return False

    def _key(self, n: int, field: QLineEdit, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(n, field)
        elif key == Qt.Key.Key_Down:
            self._go(min(n + 1, len(self._fields) - 1))
        elif key == Qt.Key.Key_Up and n:
            self._go(n - 1)
        elif key == Qt.Key.Key_Up:
            self._write(n, field)
            self.back.emit()
        elif key == Qt.Key.Key_Backspace and not field.text() and n and not self._rows[n].key:
            self._go(n - 1)
            return True
        else:
            return False
        return True

    def _enter(self, n: int, field: QLineEdit) -> None:
        """Down to the next; from an empty last one, on to the next question."""
        last = n == len(self._fields) - 1
        empty = not field.text().strip()
        self._write(n, field)
        if last and empty:
            self.forward.emit()
        elif last and len(self._fields) <= _MOST:
            self._add_field()
            self._rows.append(Row("", ""))
            for at, known in enumerate(self._fields):
                self._describe(at, known)
            self._go(n + 1)
        elif last:
            self.forward.emit()
        else:
            self._go(n + 1)

    def _go(self, n: int) -> None:
        if 0 <= n < len(self._fields):
            self._fields[n].setFocus(Qt.FocusReason.TabFocusReason)
