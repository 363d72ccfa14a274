"""A list of points on a card, each written in place: Enter begins the next one, an empty one goes when it is left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from journey_editor.edit import translations
from journey_editor.edit.anything import set_any
from journey_editor.model.project import Project
from journey_editor.ui.icons import icon
from journey_editor.ui.inspector.field import Mark
from journey_editor.ui.inspector.scope import Scope
from journey_editor.ui.inspector.text_fields import TextField
from journey_editor.wording import tr

_TO_FIRST_LINE = 8  # pixels from the top of a field to the middle of its first line, less half a sign


class Point:
    """One point of a list; the one behind the last is empty, and is added when something is written there."""

    def __init__(self, field: str, place: int) -> None:
        self.field, self.place = field, place

    @property
    def key(self) -> str:
        return f"{self.field}.{self.place}"

    def _own(self, scope: Scope) -> str:
        points = getattr(scope.node, self.field, ())
        return points[self.place] if self.place < len(points) else ""

    def read(self, scope: Scope) -> Any:
        if scope.first_language:
            return self._own(scope)
        return scope.project.translations.get(scope.language, {}).get(f"{scope.ids[0]}.{self.key}", "")

    def hint(self, scope: Scope) -> str:
        return "" if scope.first_language else self._own(scope)

    def write(self, scope: Scope, project: Project, value: Any) -> Project:
        node_id = scope.ids[0]
        if not scope.first_language:
            return translations.set_translation(project, scope.language, node_id, self.key, value)
        points = list(getattr(scope.node, self.field))
        if self.place < len(points):
            points[self.place] = value
        elif value:
            points.append(value)
        return set_any(project, node_id, **{self.field: tuple(points)})


class PointList(QWidget):
    """The points of one field of the persona in scope. In another language than the first they are only translated."""

    def __init__(self, scope: Scope, field: str, label: str, example: str) -> None:
        super().__init__()
        self._scope, self._field, self._label, self._example = scope, field, label, example
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.rows: list[_Row] = []

    @property
    def points(self) -> tuple[str, ...]:
        """The points as they are stored now."""
        found: tuple[str, ...] = getattr(self._scope.node, self._field, ())
        return found

    def refresh(self, anew: bool = False) -> None:
        wanted = len(self.points) + (1 if self._scope.first_language else 0)
        while len(self.rows) > wanted:
            row = self.rows.pop()
            if row.text.hasFocus() and self.rows:
                self.rows[-1].text.setFocus(Qt.FocusReason.OtherFocusReason)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < wanted:
            self._add_row()
        for place, row in enumerate(self.rows):
            row.show_as(place < len(self.points), self._scope.first_language)
            row.field.refresh(anew)

    def _add_row(self) -> None:
        place = len(self.rows)
        row = _Row(self._scope, Point(self._field, place), f"{self._label} {place + 1}", self._example)
        row.text.installEventFilter(self)
        row.text.ended = lambda: self._entered(place)
        row.more.clicked.connect(lambda: self._open_menu(place))
        self._column.insertWidget(place, row)
        self.rows.append(row)
        row.show()

    # What is done with points

    def _entered(self, place: int) -> None:
        """Enter: the next one, which is made where there is one already."""
        self._scope.close_typing()
        points = self.points
        if self._scope.first_language and place < len(points) - 1:
            self._store(tr("Added to a list"), (*points[: place + 1], "", *points[place + 1 :]))
        self._go_to(place + 1)

    def _remove(self, place: int) -> None:
        points = self.points
        if place < len(points):
            self._store(tr("Removed from a list"), (*points[:place], *points[place + 1 :]))

    def _move(self, place: int, by: int) -> None:
        points, there = list(self.points), place + by
        if place < len(points) and 0 <= there < len(points):
            points.insert(there, points.pop(place))
            self._store(tr("Moved in a list"), tuple(points))
            self._go_to(there)

    def _tidy(self) -> None:
        """Take away what was left empty, unless somebody writes there."""
        here = next((n for n, row in enumerate(self.rows) if row.text.hasFocus()), -1)
        kept = tuple(point for n, point in enumerate(self.points) if point.strip() or n == here)
        if self._scope.first_language and kept != self.points:
            gone = sum(not point.strip() for point in self.points[: max(here, 0)])
            self._store(tr("Removed from a list"), kept)
            if here >= 0:
                self._go_to(here - gone)

    def _store(self, label: str, points: tuple[str, ...]) -> None:
        node_id, field = self._scope.ids[0], self._field
        self._scope.change(label, lambda project: set_any(project, node_id, **{field: points}))
        self.refresh()

    def _go_to(self, place: int, *, end: bool = False) -> None:
        if 0 <= place < len(self.rows):
            text = self.rows[place].text
            text.setFocus(Qt.FocusReason.OtherFocusReason)
            text.moveCursor(QTextCursor.MoveOperation.End if end else QTextCursor.MoveOperation.Start)

    def _open_menu(self, place: int) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, key, name, do, able in (
            (tr("Move up"), "Alt+Up", "arrow-up", lambda: self._move(place, -1), place > 0),
            (tr("Move down"), "Alt+Down", "arrow-down", lambda: self._move(place, 1), place < len(self.points) - 1),
            (tr("Remove"), "", "trash-2", lambda: self._remove(place), True),
        ):
            action = menu.addAction(icon(name), text + (f"\t{key}" if key else ""))
            action.setEnabled(able)
            action.triggered.connect(lambda _checked=False, do=do: do())
        button = self.rows[place].more
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        place = next((n for n, row in enumerate(self.rows) if row.text is watched), -1)
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._tidy)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and place >= 0:
            return self._key(place, event)
        return super().eventFilter(watched, event)

    def _key(self, place: int, event: QKeyEvent) -> bool:
        key, text = event.key(), self.rows[place].text
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and alt:
            if self._scope.first_language:
                self._move(place, -1 if key == Qt.Key.Key_Up else 1)
            return True
        if key == Qt.Key.Key_Backspace and not text.toPlainText() and place and self._scope.first_language:
            self._remove(place)
            self._go_to(place - 1, end=True)
            return True
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            up, cursor = key == Qt.Key.Key_Up, text.textCursor()
            lines = cursor.block().layout()
            line = lines.lineForTextPosition(cursor.positionInBlock()).lineNumber()
            at_edge = line <= 0 if up else line >= lines.lineCount() - 1
            if at_edge and 0 <= place + (-1 if up else 1) < len(self.rows):
                self._go_to(place + (-1 if up else 1), end=up)
                return True
        return False


class _Row(QWidget):
    """A bullet, the words, and what can be done with them."""

    def __init__(self, scope: Scope, point: Point, label: str, example: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._sign = Mark("circle-dot", size=12)
        beside = QVBoxLayout()
        beside.addSpacing(_TO_FIRST_LINE)
        beside.addWidget(self._sign)
        beside.addStretch(1)
        row.addLayout(beside)
        self.field = TextField(scope, point, label, example=example)
        self.text = self.field.text
        row.addWidget(self.field, 1)
        self.more = QToolButton()
        self.more.setIcon(icon("ellipsis-vertical", "text_2"))
        self.more.setIconSize(QSize(14, 14))
        self.more.setFixedSize(20, 26)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setAccessibleName(tr("{point}: move or remove", point=label))
        self.more.setToolTip(tr("Move or remove"))
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    def show_as(self, there: bool, first_language: bool) -> None:
        """As a point that is there, or as the place for a new one."""
        self._sign.show_icon("circle-dot" if there else "plus")
        policy = self.more.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.more.setSizePolicy(policy)
        self.more.setVisible(there and first_language)
