"""The controls of the studio's forms, each for one field of the page setup."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journey_editor.model.style import PageSetup
from journey_editor.ui.inspector.choice_fields import Option, Segment
from journey_editor.ui.print_studio.choices import Choices
from journey_editor.ui.words import label
from journey_editor.wording import language

_LABELS = 104
_HEIGHT = 28
_INSET = 5  # so that words stand below each other in all fields
When = Callable[[PageSetup], bool]


class Chooser(QComboBox):
    """One of a list that opens. The wheel scrolls what is around it unless it has the keyboard."""

    def __init__(self, options: Sequence[Option], parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setMaxVisibleItems(20)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for option in options:
            self.addItem(option.text, option.value)

    def choose(self, value: object) -> None:
        """Show a value without telling anybody; one that is not listed shows as nothing."""
        self.blockSignals(True)
        self.setCurrentIndex(self.findData(value))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Number(QDoubleSpinBox):
    """A number with its unit. Return takes it and does not press the dialog's button."""

    def __init__(self, least: float, most: float, unit: str, decimals: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setDecimals(decimals)
        self.setSuffix(f" {unit}" if unit else "")
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLocale(QLocale(language()))
        self.setGroupSeparatorShown(False)
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)  # the style sheet's padding is not for its words

    def textFromValue(self, value: float) -> str:
        """Without zeros that say nothing."""
        text = f"{value:.{self.decimals()}f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        return text.replace(".", self.locale().decimalPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.selectAll()
            event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Segments(QWidget):
    """Two or three values side by side."""

    def __init__(self, name: str, options: Sequence[Option], parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.group = QButtonGroup(self)
        self.values = [option.value for option in options]
        for n, option in enumerate(options):
            button = Segment(option)
            button.setProperty("place", "first" if n == 0 else "last" if n == len(options) - 1 else "middle")
            button.setAccessibleName(f"{name}: {option.text}")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.group.addButton(button, n)
            row.addWidget(button, 1)

    def choose(self, value: object) -> None:
        if value in self.values:
            self.group.button(self.values.index(value)).setChecked(True)


def section(form: QWidget, head: str) -> QVBoxLayout:
    """The column of one form of the studio, under its head."""
    column = QVBoxLayout(form)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(label(head, "section"))
    return column


class Rows:
    """Rows of a form, each a name and its control, which follow the choices. `when` says whether a row is there."""

    def __init__(self, choices: Choices, parent: QWidget) -> None:
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnMinimumWidth(0, _LABELS)
        self.grid.setColumnStretch(1, 1)
        self._choices, self._parent = choices, parent
        self._shown: list[tuple[QWidget, QWidget, When]] = []
        choices.changed.connect(self._follow)

    def _row(self, name: str, control: QWidget, when: When | None) -> None:
        head = label(name)
        if control.focusPolicy() != Qt.FocusPolicy.NoFocus:
            head.setBuddy(control)
            control.setAccessibleName(name)
        n = self.grid.rowCount()
        self.grid.addWidget(head, n, 0)
        self.grid.addWidget(control, n, 1)
        if when is not None:
            self._shown.append((head, control, when))
            head.setVisible(when(self._choices.setup))
            control.setVisible(when(self._choices.setup))

    def _follow(self) -> None:
        for head, control, when in self._shown:
            wanted = when(self._choices.setup)
            head.setVisible(wanted)
            control.setVisible(wanted)

    def chooser(self, name: str, field: str, options: Sequence[Option], when: When | None = None) -> Chooser:
        choices, control = self._choices, Chooser(options, self._parent)
        control.currentIndexChanged.connect(lambda _n: choices.set(**{field: control.currentData()}))
        self._bind(field, control.choose)
        self._row(name, control, when)
        return control

    def segments(self, name: str, field: str, options: Sequence[Option], when: When | None = None) -> Segments:
        choices, control = self._choices, Segments(name, options, self._parent)
        control.group.idClicked.connect(lambda n: choices.set(**{field: control.values[n]}))
        self._bind(field, control.choose)
        self._row(name, control, when)
        return control

    def number(
        self,
        name: str,
        field: str,
        least: float,
        most: float,
        unit: str = "",
        when: When | None = None,
        note: QWidget | None = None,
    ) -> Number:
        """A number; `note` stands beside it."""
        choices = self._choices
        control = Number(least, most, unit, 1 if unit else 0, self._parent)
        whole = not unit
        control.valueChanged.connect(lambda value: choices.set(**{field: int(value) if whole else value}))

        def choose(value: float) -> None:
            control.blockSignals(True)
            control.setValue(value)
            control.blockSignals(False)

        self._bind(field, choose)
        control.setFixedWidth(92)
        holder = QWidget(self._parent)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(control)
        if note is not None:
            row.addWidget(note, 1)
        row.addStretch(1)
        control.setAccessibleName(name)
        self._row(name, holder, when)
        return control

    def _bind(self, field: str, show: Callable[[object], None] | Callable[[float], None]) -> None:
        choices = self._choices

        def follow() -> None:
            show(getattr(choices.setup, field))

        follow()
        choices.changed.connect(follow)


def check_box(choices: Choices, field: str, text: str, parent: QWidget) -> QCheckBox:
    """A switch of the setup."""
    box = QCheckBox(text, parent)
    box.setMinimumHeight(24)
    box.setChecked(getattr(choices.setup, field))
    box.toggled.connect(lambda on: choices.set(**{field: on}))

    def follow() -> None:
        box.blockSignals(True)
        box.setChecked(getattr(choices.setup, field))
        box.blockSignals(False)

    choices.changed.connect(follow)
    return box
