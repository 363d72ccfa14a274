"""A panel on the screen: groups that fold. What a folded group holds is made when it is first opened, so that showing a
panel stays quick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from journey_editor.wording import tr

from .field import Field, Mark, plain_label
from .folding import Folding
from .form import Form, Group
from .scope import Scope

_HEAD = 24  # the height of a group's head with one line


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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 2, 0)
        self._row.setSpacing(4)
        self._row.addWidget(plain_label(title, "section"), 1)
        self._sign = Mark("chevron-down", size=14)
        self._row.addWidget(self._sign)
        self._title = title

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """One line, or as many as the title needs beside its button."""
        return max(_HEAD, self._row.heightForWidth(width))

    def sizeHint(self) -> QSize:
        return QSize(60, _HEAD)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _HEAD)

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
