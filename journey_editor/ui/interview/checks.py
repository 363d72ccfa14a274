"""Several answers out of many: a grid of boxes to tick with the arrows and Space, Enter goes on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from journey_editor.ui.icons import icon

from .asked import Option

_MANY = 16


class Checks(QWidget):
    """`ticked` tells of each change: the value, and whether it holds now."""

    forward = Signal()
    back = Signal()
    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._boxes: list[QCheckBox] = []
        self._options: tuple[Option, ...] = ()
        self._showing = False
        self._columns = 2

    def put(self, options: tuple[Option, ...], checked: tuple[str, ...], gap: int) -> None:
        """Show these boxes; the ticked ones by their values. Boxes that stay keep the keyboard."""
        self._showing = True
        if [option.value for option in options] != [option.value for option in self._options]:
            for box in self._boxes:
                box.hide()
                box.deleteLater()
            self._boxes = []
            self._columns = 3 if len(options) > _MANY else 2
            for n in range(len(options)):
                box = QCheckBox(self)
                box.setProperty("wall", "check")
                box.installEventFilter(self)
                box.toggled.connect(lambda on, n=n: self._tick(n, on))
                self._grid.addWidget(box, n // self._columns, n % self._columns)
                self._boxes.append(box)
        self._options = options
        self._grid.setVerticalSpacing(max(gap // 3, 3))
        for box, option in zip(self._boxes, options, strict=True):
            box.setText(option.words.replace("&", "&&"))
            if option.icon:
                box.setIcon(icon(option.icon, option.note or "text"))
                box.setIconSize(QSize(gap, gap))
            box.setChecked(option.value in checked)
            box.show()
        self._showing = False

    def boxes(self) -> tuple[QCheckBox, ...]:
        return tuple(self._boxes)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self._boxes and not any(box.hasFocus() for box in self._boxes):
            self._boxes[0].setFocus(reason)

    def _tick(self, n: int, on: bool) -> None:
        if not self._showing and n < len(self._options):
            self.ticked.emit(self._options[n].value, on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or watched not in self._boxes:
            return False
        at = self._boxes.index(watched)
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.forward.emit()
        elif key == Qt.Key.Key_Up and at < self._columns:
            self.back.emit()
        elif key in steps:
            there = at + steps[key]
            if 0 <= there < len(self._boxes):
                self._boxes[there].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True
