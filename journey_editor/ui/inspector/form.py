"""The rows of a panel, each a label and a field, and what says them: a panel is a tuple of `Group`s, whose `fill` says
its rows one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Unpack

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from .attributes import Attribute, WordList
from .choice_fields import CheckField, ChoiceField, ColourField, Option, Options, SegmentField
from .emotion_field import EmotionField
from .field import Field, no_mnemonic, plain_label
from .number_fields import DayField, Limits, NumberField
from .scope import Scope
from .text_fields import AddressField, LinesField, TextField

LABELS = 112  # the width of the label column with its gap
GAP = 8
_LINE = 28  # the height of a field of one line
_ANY = 16_777_215  # Qt's own word for a width without a limit


class Section(QWidget):
    """A part of a panel that is not a row of label and field: a list, some buttons ... `action` is a button of it that
    stands in the head of its group."""

    action: QWidget | None = None

    def refresh(self, anew: bool = False) -> None:
        raise NotImplementedError


When = Callable[[Scope], bool]


def in_narrow(widget: QWidget | None) -> bool:
    """Whether it lies in a panel in which labels stand above their fields, which a property of that panel says."""
    while widget is not None:
        if (narrow := widget.property("narrow")) is not None:
            return bool(narrow)
        widget = widget.parentWidget()
    return False


class Form(QWidget):
    """Rows of fields about the nodes in scope; `part` is what of them they are about, such as a metric."""

    def __init__(self, scope: Scope, *, part: str = "") -> None:
        super().__init__()
        self.scope = scope
        self._part = part
        self._parts: list[Field | Section] = []
        self._next = 0
        self._rows: list[tuple[QLabel, Field, int]] = []
        self._stacked = False
        self._when: list[tuple[When, tuple[QWidget, ...]]] = []
        self._grid = QGridLayout(self)
        self.setContentsMargins(0, 0, 0, 0)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnMinimumWidth(0, LABELS)
        self._grid.setColumnStretch(1, 1)

    def line(
        self, label: str, attribute: Attribute, *, mark: str = "", example: str = "", when: When | None = None
    ) -> Field:
        """A text of one paragraph."""
        return self.add(TextField(self.scope, attribute, label, mark=mark, example=example), when)

    def text(self, label: str, attribute: Attribute, when: When | None = None) -> Field:
        """A text of several paragraphs."""
        return self.add(TextField(self.scope, attribute, label, lines=True), when)

    def lines(self, label: str, attribute: WordList) -> Field:
        """A list of texts."""
        return self.add(LinesField(self.scope, attribute, label))

    def address(self, label: str, attribute: Attribute) -> Field:
        return self.add(AddressField(self.scope, attribute, label))

    def choice(self, label: str, attribute: Attribute, options: Options, when: When | None = None) -> Field:
        return self.add(ChoiceField(self.scope, attribute, label, options), when)

    def segments(self, label: str, attribute: Attribute, options: Sequence[Option], when: When | None = None) -> Field:
        return self.add(SegmentField(self.scope, attribute, label, options), when)

    def check(self, label: str, attribute: Attribute, text: str, mark: str = "", *, when: When | None = None) -> Field:
        return self.add(CheckField(self.scope, attribute, label, text, mark), when)

    def colour(self, label: str, attribute: Attribute, slots: Sequence[tuple[str, str]], automatic: str) -> Field:
        return self.add(ColourField(self.scope, attribute, label, slots, automatic))

    def number(self, label: str, attribute: Attribute, when: When | None = None, **limits: Unpack[Limits]) -> Field:
        return self.add(NumberField(self.scope, attribute, label, **limits), when)

    def day(self, label: str, attribute: Attribute) -> Field:
        return self.add(DayField(self.scope, attribute, label))

    def emotion(self, label: str, attribute: Attribute) -> Field:
        return self.add(EmotionField(self.scope, attribute, label))

    def add(self, field: Field, when: When | None = None) -> Field:
        """A row with a label and a field; with `when`, only while that is so."""
        field.part = self._part
        label = plain_label(no_mnemonic(field.label))
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        label.setBuddy(field.control)
        self._rows.append((label, field, self._next))
        self._parts.append(field)
        self._place(label, field, self._next)
        self._next += 2
        if when is not None:
            self._when.append((when, (label, field)))
        return field

    def _place(self, label: QLabel, field: Field, row: int) -> None:
        """A label beside its field, or above it where there is no room. Either way a row takes two of the grid's."""
        if self._stacked:
            label.setMinimumSize(0, 0)
            label.setMaximumWidth(_ANY)
            label.setContentsMargins(0, 0, 0, 0)
            self._grid.addWidget(label, row, 0, 1, 2)
            self._grid.addWidget(field, row + 1, 0, 1, 2)
        else:
            label.setMinimumHeight(_LINE)
            label.setFixedWidth(LABELS)
            # Its first line beside that of the field; it has all the height of the row, for it may have several lines.
            label.setContentsMargins(0, max(0, (_LINE - label.fontMetrics().lineSpacing()) // 2), 4, 0)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(field, row, 1)

    def stack(self, stacked: bool) -> None:
        """Set the labels above their fields, or beside them."""
        if stacked == self._stacked:
            return
        self._stacked = stacked
        self._grid.setColumnMinimumWidth(0, 0 if stacked else LABELS)
        self._grid.setVerticalSpacing(GAP // 2 if stacked else GAP)
        for label, field, row in self._rows:
            self._grid.removeWidget(label)
            self._grid.removeWidget(field)
            self._place(label, field, row)
        self.updateGeometry()
        for part in self._parts:
            if isinstance(part, Section) and self.scope.nodes:
                part.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        # Not when it is resized: what asks for another height while the forms around it are laid out does not get it.
        super().showEvent(event)
        self.stack(in_narrow(self))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part, for labels can stand above their fields."""
        margins = self.contentsMargins()
        wide = max((part.minimumSizeHint().width() for part in self._parts if not part.isHidden()), default=0)
        return QSize(wide + margins.left() + margins.right(), super().minimumSizeHint().height())

    def section(self, section: Section) -> None:
        """Something over the whole width."""
        self._grid.addWidget(section, self._next, 0, 1, 2)
        self._next += 1
        self._parts.append(section)

    def remark(self, text: str, when: When | None = None) -> None:
        """A quiet sentence over the whole width."""
        label = plain_label(text, "caption")
        self._grid.addWidget(label, self._next, 0, 1, 2)
        self._next += 1
        if when is not None:
            self._when.append((when, (label,)))

    def refresh(self, anew: bool = False) -> None:
        for when, widgets in self._when:
            shown = when(self.scope)
            for widget in widgets:
                widget.setVisible(shown)
        for part in self._parts:
            part.refresh(anew)

    @property
    def action(self) -> QWidget | None:
        """The button that belongs into the head of the group."""
        return next((part.action for part in self._parts if isinstance(part, Section) and part.action), None)

    @property
    def fields(self) -> list[Field]:
        return [part for part in self._parts if isinstance(part, Field)]


@dataclass(frozen=True)
class Group:
    """A titled part of a panel. `folded`: whether it is closed until the user opens it for the first time."""

    key: str
    title: Callable[[], str]
    fill: Callable[[Form], None]
    folded: bool = False
    about: Callable[[Scope], Scope] | None = None
