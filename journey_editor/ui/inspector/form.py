"""A panel's layout: folding groups of rows, each row a label and a field.

A panel is a tuple of `Group`s, whose `fill` says its rows one after the other. What a folded group holds is made when
it is first opened, so that showing a panel stays quick.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from journey_editor.wording import tr

from .attributes import Attribute, WordList
from .choice_fields import CheckField, ChoiceField, ColourField, Option, Options, SegmentField
from .emotion_field import EmotionField
from .field import Field, Mark, no_mnemonic, plain_label
from .folding import Folding
from .number_fields import DayField, NumberField
from .scope import Scope
from .text_fields import AddressField, LinesField, TextField

LABELS = 112  # the width of the label column with its gap
GAP = 8


class Section(QWidget):
    """A part of a panel that is not a row of label and field: a list, some buttons ... `action` is a button of it that
    stands in the head of its group."""

    action: QWidget | None = None

    def refresh(self, anew: bool = False) -> None:
        raise NotImplementedError


When = Callable[[Scope], bool]


class Form(QWidget):
    """Rows of fields about the nodes in scope."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope
        self._parts: list[Field | Section] = []
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

    def check(self, label: str, attribute: Attribute, text: str, mark: str = "") -> Field:
        return self.add(CheckField(self.scope, attribute, label, text, mark))

    def colour(self, label: str, attribute: Attribute, slots: Sequence[tuple[str, str]], automatic: str) -> Field:
        return self.add(ColourField(self.scope, attribute, label, slots, automatic))

    def number(self, label: str, attribute: Attribute, when: When | None = None, **limits: float | str | None) -> Field:
        return self.add(NumberField(self.scope, attribute, label, **limits), when)  # type: ignore[arg-type]

    def day(self, label: str, attribute: Attribute) -> Field:
        return self.add(DayField(self.scope, attribute, label))

    def emotion(self, label: str, attribute: Attribute) -> Field:
        return self.add(EmotionField(self.scope, attribute, label))

    def add(self, field: Field, when: When | None = None) -> Field:
        """A row with a label and a field; with `when`, only while that is so."""
        row = self._grid.rowCount()
        label = plain_label(no_mnemonic(field.label))
        label.setMinimumHeight(28)
        label.setFixedWidth(LABELS)
        label.setContentsMargins(0, 0, 4, 0)
        label.setBuddy(field.control)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1)
        self._parts.append(field)
        if when is not None:
            self._when.append((when, (label, field)))
        return field

    def section(self, section: Section) -> None:
        """Something over the whole width."""
        self._grid.addWidget(section, self._grid.rowCount(), 0, 1, 2)
        self._parts.append(section)

    def remark(self, text: str, when: When | None = None) -> None:
        """A quiet sentence over the whole width."""
        label = plain_label(text, "caption")
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)
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


class FoldingGroup(QWidget):
    """A group on the screen: its head folds it, and it stays as it was left, also in the next session."""

    def __init__(self, group: Group, scope: Scope, folding: Folding) -> None:
        super().__init__()
        self.group = group
        self._scope = group.about(scope) if group.about else scope
        self._folding = folding
        self._form: Form | None = None
        self.head = _Head(group.title())
        self.head.clicked.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.head)
        self._show(not folding.folded(group.key, group.folded))

    @property
    def form(self) -> Form | None:
        return self._form

    def _toggle(self) -> None:
        opened = self.head.isChecked()
        self._folding.fold(self.group.key, not opened)
        self._show(opened)

    def _show(self, opened: bool) -> None:
        self.head.show_open(opened)
        if opened and self._form is None:
            self._form = Form(self._scope)
            self.group.fill(self._form)
            self._column.addWidget(self._form)
            if self._form.action is not None:
                self.head.take(self._form.action)
        if self._form is not None:
            self._form.setVisible(opened)
            if self._form.action is not None:
                self._form.action.setVisible(opened)
            if opened and self._scope.nodes:
                self._form.refresh(anew=True)

    def refresh(self, anew: bool = False) -> None:
        opened = not self._folding.folded(self.group.key, self.group.folded)
        if opened != self.head.isChecked():
            self._show(opened)  # folded in another panel with the same group
        elif opened and self._form is not None:
            self._form.refresh(anew)


class _Head(QToolButton):
    """A group's title; the sign of its being open or closed stands at the right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("groupHead")
        self.setCheckable(True)
        self.setFixedHeight(24)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 2, 0)
        self._row.setSpacing(4)
        self._row.addWidget(plain_label(title, "section"), 1)
        self._sign = Mark("chevron-down", size=14)
        self._row.addWidget(self._sign)
        self._title = title

    def take(self, action: QWidget) -> None:
        """A button for the whole group, between title and sign."""
        self._row.insertWidget(1, action)

    def show_open(self, opened: bool) -> None:
        self.setChecked(opened)
        self._sign.show_icon("chevron-up" if opened else "chevron-down")
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(tr("open") if opened else tr("folded"))


class Panel(QWidget):
    """All groups of a kind of thing."""

    def __init__(self, groups: Sequence[Group], scope: Scope, folding: Folding) -> None:
        super().__init__()
        self.scope = scope
        column = self._column = QVBoxLayout(self)
        column.setSpacing(12)
        self.leave_room(0)
        self.groups = [FoldingGroup(group, scope, folding) for group in groups]
        for group in self.groups:
            column.addWidget(group)
        column.addStretch(1)

    def refresh(self, anew: bool = False) -> None:
        if self.scope.nodes:
            for group in self.groups:
                group.refresh(anew)

    def leave_room(self, bar: int) -> None:
        """A margin of 16 at both sides; a scroll bar of that width stands in it."""
        self._column.setContentsMargins(16, 8, 16 - bar, 20)

    def fields(self) -> list[Field]:
        """The fields of the open groups, from top to bottom."""
        return [field for group in self.groups if group.form is not None for field in group.form.fields]
