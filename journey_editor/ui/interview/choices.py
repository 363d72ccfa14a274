"""A few answers to choose from: one key chooses, Enter goes on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from journey_editor.ui.icons import icon
from journey_editor.ui.words import plain_tip
from journey_editor.wording import tr

from .asked import Option

_FEW, _SOME = 6, 14


def columns(options: int) -> int:
    """Beside each other stand so many columns of options; one goes down each of them."""
    return 1 if options <= _FEW else 2 if options <= _SOME else 3


class Choices(QWidget):
    """One stop for the keyboard; arrows, numbers and letters choose, the mouse as well."""

    chosen = Signal(str)
    forward = Signal()
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", False)  # the chosen button is the place of the keyboard
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._options: tuple[Option, ...] = ()
        self._buttons: list[QPushButton] = []
        self._upright = True
        self.value = ""

    def put(self, options: tuple[Option, ...], value: str, *, upright: bool, gap: int, icon_px: int) -> None:
        """Show these options; `value` is the one that holds by now, "" for none."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._options, self._upright, self.value = options, upright, value
        self._grid.setSpacing(max(gap // 2, 6))
        lines = -(-len(options) // columns(len(options))) if upright else 1
        self._buttons = []
        for number, option in enumerate(options, 1):
            button = QPushButton(self)
            words = option.words.replace("&", "&&")
            button.setText(f"{(option.keys[:1] or str(number)).upper()}   {words}" if upright else words)
            button.setAccessibleName(option.words)
            button.setToolTip(plain_tip(option.note))
            if option.icon:
                button.setIcon(icon(option.icon, "text_2", "soft_text"))
                button.setIconSize(QSize(icon_px, icon_px))
            button.setProperty("wall", "option")
            button.setProperty("upright", upright)
            button.setCheckable(True)
            button.setChecked(option.value == value)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, value=option.value: self._click(value))
            if upright:  # so that a name that is too long for half the width is cut, not the other half
                button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._grid.addWidget(button, (number - 1) % lines, (number - 1) // lines)
            self._buttons.append(button)
        self._describe()

    def take(self, value: str) -> None:
        """Choose one."""
        self.value = value
        for button, option in zip(self._buttons, self._options, strict=True):
            button.setChecked(option.value == value)
        self._describe()
        self.chosen.emit(value)

    def _click(self, value: str) -> None:
        again = value == self.value
        self.take(value)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if again or self._upright:
            self.forward.emit()

    def _describe(self) -> None:
        now = next((option.words for option in self._options if option.value == self.value), "")
        self.setAccessibleDescription(now or tr("nothing chosen"))

    def _step(self, by: int) -> None:
        values = [option.value for option in self._options]
        if not values:
            return
        middle = -1 if self._upright and by > 0 else len(values) // 2  # from where nothing is chosen yet
        now = values.index(self.value) if self.value in values else middle
        self.take(values[min(max(now + by, 0), len(values) - 1)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text().casefold()
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
            return
        along = (Qt.Key.Key_Up, Qt.Key.Key_Down) if self._upright else (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.forward.emit()
        elif key in along:
            self._step(-1 if key == along[0] else 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Backspace):
            self.back.emit()
        elif found := self._keyed(text):
            self.take(found)
        elif not self._upright and text and text in "+=":
            self._step(1)
        elif not self._upright and text and text in "-–−":
            self._step(-1)
        else:
            super().keyPressEvent(event)

    def _keyed(self, text: str) -> str:
        """The option that a key stands for; "" for none."""
        if not text:
            return ""
        for number, option in enumerate(self._options, 1):
            if text in option.keys.casefold() or (self._upright and text == str(number)):
                return option.value
        return ""
