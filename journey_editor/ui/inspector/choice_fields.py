"""Fields to choose with: a list that opens, segments side by side, a check box, colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journey_editor.ui import theme
from journey_editor.ui.icons import icon
from journey_editor.ui.words import plain_tip
from journey_editor.wording import tr

from .attributes import SEVERAL, Attribute
from .field import Field, no_mnemonic
from .scope import Scope


@dataclass(frozen=True)
class Option:
    """One value to choose, in words, with an icon where it has one."""

    value: Any
    text: str
    mark: str = ""
    colour: str = "text"

    def icon(self) -> QIcon:
        return icon(self.mark, self.colour) if self.mark else QIcon()


_IN_A_ROW = 8  # swatches

Options = Callable[[], Sequence[Option]]


class _Combo(QComboBox):
    """A combo box that says in words that it has several values, and ends what is too long for it with an ellipsis."""

    def __init__(self) -> None:
        super().__init__()
        self.without = ""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(28)
        self.setMaxVisibleItems(20)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        with QPainter(self) as painter:
            self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
            inside = self.rect().adjusted(10, 0, -24, 0)
            if not option.currentIcon.isNull():
                square = QRect(inside.x(), (self.height() - 16) // 2, 16, 16)
                option.currentIcon.paint(painter, square)
                inside.setLeft(square.right() + 7)
            if self.currentIndex() < 0:
                font = painter.font()
                font.setItalic(True)
                painter.setFont(font)
            painter.setPen(theme.colour("text" if self.currentIndex() >= 0 else "text_2"))
            words = self.currentText() if self.currentIndex() >= 0 else self.without
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            self.setToolTip(plain_tip(words) if shown != words else "")


class ChoiceField(Field):
    """One of several values, in a list that opens. The list is asked for anew whenever the project changes."""

    def __init__(self, scope: Scope, attribute: Attribute, label: str, options: Options) -> None:
        super().__init__(scope, attribute, label)
        self._options = options
        self._listed: tuple[Option, ...] = ()
        self.combo = _Combo()
        self.combo.activated.connect(self._chosen)
        self.hold(self.combo, self.combo)

    def refresh(self, anew: bool = False) -> None:
        listed = tuple(self._options())
        if listed != self._listed:
            self._listed = listed
            self.combo.clear()
            for option in listed:
                self.combo.addItem(option.icon(), option.text, option.value)
            anew = True
        super().refresh(anew)

    def show_value(self, value: Any, hint: str) -> None:
        # A file may name what is not offered here, such as an icon of a newer version.
        self.combo.without = tr("several values") if value is SEVERAL else value if isinstance(value, str) else ""
        found = next((n for n, option in enumerate(self._listed) if option.value == value), -1)
        self.combo.setCurrentIndex(-1 if value is SEVERAL else found)

    def _chosen(self, index: int) -> None:
        self.store(self._listed[index].value)


class SegmentField(Field):
    """One of two or three values, side by side."""

    def __init__(self, scope: Scope, attribute: Attribute, label: str, options: Sequence[Option]) -> None:
        super().__init__(scope, attribute, label)
        self._values = [option.value for option in options]
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for n, option in enumerate(options):
            button = Segment(option)
            button.setProperty("place", "first" if n == 0 else "last" if n == len(options) - 1 else "middle")
            button.setAccessibleName(f"{label}: {option.text}")
            self._group.addButton(button, n)
            row.addWidget(button, 1)
        self._group.idClicked.connect(self._chosen)
        self.hold(body, *self._group.buttons())

    def show_value(self, value: Any, hint: str) -> None:
        place = self._values.index(value) if value in self._values else -1
        check(self._group, place)
        for n, button in enumerate(self._group.buttons()):
            # One stop for the tab key: the segment that is on, else the first.
            one_stop = n == max(place, 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one_stop else Qt.FocusPolicy.ClickFocus)
            button.setAccessibleDescription(tr("several values") if value is SEVERAL else "")

    @property
    def control(self) -> QWidget:
        return self._group.checkedButton() or self._group.buttons()[0]

    def _chosen(self, place: int) -> None:
        for n, button in enumerate(self._group.buttons()):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if n == place else Qt.FocusPolicy.ClickFocus)
        self.store(self._values[place])


class Segment(QToolButton):
    """One of the segments; wide enough for its text in bold, in which it stands when it is on."""

    def __init__(self, option: Option) -> None:
        super().__init__()
        self.setText(no_mnemonic(option.text))
        self.setCheckable(True)
        self.setProperty("kind", "segment")
        self.setFixedHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if option.mark:
            self.setIcon(option.icon())
            self.setIconSize(QSize(22, 16))  # drawn 16 wide: the style sets the words too close to it
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


def check(group: QButtonGroup, place: int) -> None:
    """Switch on the button at a place of an exclusive group, or none for -1, without a signal of a click."""
    if place >= 0:
        group.button(place).setChecked(True)
    elif (on := group.checkedButton()) is not None:
        group.setExclusive(False)
        on.setChecked(False)
        group.setExclusive(True)


class CheckField(Field):
    """Yes or no, with words beside the box; partly filled where the nodes differ."""

    def __init__(self, scope: Scope, attribute: Attribute, label: str, text: str, mark: str = "") -> None:
        super().__init__(scope, attribute, label)
        self.box = QCheckBox(no_mnemonic(text))
        self.box.setAccessibleName(f"{label}: {text}")
        self.box.setMinimumHeight(28)
        if mark:
            self.box.setIcon(icon(mark))
        self.box.clicked.connect(self._clicked)
        self.hold(self.box, self.box)

    def show_value(self, value: Any, hint: str) -> None:
        several = value is SEVERAL
        self.box.setTristate(several)
        on = Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        self.box.setCheckState(Qt.CheckState.PartiallyChecked if several else on)
        self.box.setAccessibleDescription(tr("several values") if several else "")

    def _clicked(self) -> None:
        on = self.box.checkState() != Qt.CheckState.Unchecked
        self.box.setTristate(False)
        self.box.setChecked(on)
        self.store(on)


class ColourField(Field):
    """A colour out of the slots of the design, or the automatic one. `automatic` says in words what that is."""

    def __init__(
        self,
        scope: Scope,
        attribute: Attribute,
        label: str,
        slots: Sequence[tuple[str, str]],
        automatic: str,
    ) -> None:
        super().__init__(scope, attribute, label)
        self._values = ["", *(colour for _, colour in slots)]
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._group = QButtonGroup(self)
        plain = Segment(Option("", automatic))
        plain.setProperty("place", "only")
        plain.setAccessibleName(f"{label}: {automatic}")
        self._group.addButton(plain, 0)
        column.addWidget(plain)
        for first in range(0, len(slots), _IN_A_ROW):
            row = QHBoxLayout()
            row.setSpacing(1)
            for n, (name, colour) in enumerate(slots[first : first + _IN_A_ROW], start=first + 1):
                swatch = Swatch(colour)
                swatch.setAccessibleName(f"{label}: {name}")
                swatch.setToolTip(name)
                self._group.addButton(swatch, n)
                row.addWidget(swatch)
            row.addStretch(1)
            column.addLayout(row)
        self._group.idClicked.connect(lambda place: self.store(self._values[place]))
        self.hold(body, *self._group.buttons())

    def show_value(self, value: Any, hint: str) -> None:
        lower = [known.lower() for known in self._values]
        check(self._group, lower.index(value.lower()) if isinstance(value, str) and value.lower() in lower else -1)


class Swatch(QToolButton):
    """A square of one colour; a ring says that it is the one in use, so that this does not hang on colour."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = QColor(colour)
        self.setCheckable(True)
        self.setFixedSize(22, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(self._colour)
            painter.setPen(QPen(theme.colour("field_border"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 3, 3)
            if self.isChecked() or self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "text"), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
