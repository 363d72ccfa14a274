"""Where a path runs on the map: a small field over it to choose its kind and to say when it is taken.

It opens when a path has been drawn, and on a double click, Enter or F2. Each choice is a step of its own; the condition
is kept with Enter and when the field is left, Escape leaves it as it was.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journey_editor.canvas.names import name_of, text_of
from journey_editor.canvas.view import MapView
from journey_editor.layout.result import PathLine
from journey_editor.model.paths import Path
from journey_editor.session import acts, path_acts
from journey_editor.ui.inspector.choice_fields import Segment, check
from journey_editor.ui.inspector.words import path_kinds
from journey_editor.wording import tr

_AWAY = 12  # pixels between the line and the field
_WIDTH = 240  # of the condition at least


class PathPopup(QFrame):
    """The field of one view; hidden while no path is being spoken of."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view.viewport())
        self.setObjectName("path_popup")
        self._view = view
        self.path = ""
        self._kinds = [option.value for option in path_kinds()]
        self._build()
        self.hide()
        view.view_changed.connect(self._follow)
        view.session.project_changed.connect(self._show)
        view.session.selection_changed.connect(self._selected)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.group = QButtonGroup(self)
        options = path_kinds()
        for n, option in enumerate(options):
            button = Segment(option)
            button.setProperty("place", "first" if n == 0 else "last" if n == len(options) - 1 else "middle")
            button.setAccessibleName(f"{tr('Kind')}: {option.text}")
            self.group.addButton(button, n)
            row.addWidget(button, 1)
        self.group.idClicked.connect(self._chosen)
        self.line = QLineEdit()
        self.line.setMinimumWidth(_WIDTH)
        self.line.setPlaceholderText(tr("Condition: if ..."))
        self.line.setAccessibleName(tr("Condition"))
        column.addLayout(row)
        column.addWidget(self.line)
        for part in (self.line, *self.group.buttons()):
            part.installEventFilter(self)

    # Opening and closing ----------------------------------------------------------------------------------------

    def open(self, path: str) -> None:
        """Open over a path, with the keyboard in its condition."""
        if self._node(path) is None or self._drawn(path) is None:
            return
        self.keep()
        self.path = path
        self._view.session.select((path,))
        self._show(anew=True)
        self.adjustSize()
        self._follow()
        self.show()
        self.raise_()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Close, keeping the condition that was typed."""
        path, text = self.path, self.line.text().strip()
        self.close_unchanged()
        if path and self._node(path) is not None and text != text_of(self._view.session, path, "condition"):
            self._view.attempt(lambda: acts.write(self._view.session, path, "condition", text))

    def close_unchanged(self) -> None:
        """Close, leaving the condition as it was."""
        self.path = ""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if inside:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    # What it shows ----------------------------------------------------------------------------------------------

    def _show(self, anew: bool = False) -> None:
        if not self.path:
            return
        node = self._node(self.path)
        if node is None or self._drawn(self.path) is None:
            self.close_unchanged()
            return
        session = self._view.session
        name, other = name_of(session, node.source), name_of(session, node.target)
        self.setAccessibleName(tr("Path from “{name}” to “{other}”", name=name, other=other))
        place = self._kinds.index(node.kind)
        check(self.group, place)
        for n, button in enumerate(self.group.buttons()):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if n == place else Qt.FocusPolicy.ClickFocus)
        condition = text_of(session, self.path, "condition")
        if anew or not self.line.isModified():
            self.line.setText(condition)
        self._follow()

    def _selected(self) -> None:
        if self.path and self._view.session.selection != (self.path,):
            self.keep()

    def _follow(self) -> None:
        """Stand over the line's condition, or the middle of its longest run, clear of the two cards that the path
        joins; under them where there is no room."""
        line = self._drawn(self.path) if self.path else None
        if line is None:
            return
        view = self._view
        room = view.viewport().rect()
        across, top, bottom = _middle(line)
        at, under = view.camera.pixel(across, top), view.camera.pixel(across, bottom)
        x = min(max(round(at.x()) - self.width() // 2, 4), max(4, room.width() - self.width() - 4))
        highest, lowest = at.y(), under.y()
        for card in (line.source, line.target):
            box = view.map_layout.card(card)
            place = view.place_of(box) if box is not None else None
            if place is not None and place.right() > x and place.left() < x + self.width():
                highest, lowest = min(highest, place.top()), max(lowest, place.bottom())
        last = max(4, room.height() - self.height() - 4)
        above, below = round(highest) - _AWAY - self.height(), round(lowest) + _AWAY
        if above < 4 and below > last:  # the cards fill the view
            above, below = round(at.y()) - _AWAY - self.height(), round(under.y()) + _AWAY
        y = below if above < 4 else above
        self.move(QPoint(x, min(max(y, 4), last)))

    def _node(self, path: str) -> Path | None:
        return next((node for node in self._view.session.journey.paths if node.id == path), None)

    def _drawn(self, path: str) -> PathLine | None:
        return next((line for line in self._view.map_layout.lines if line.id == path), None)

    # What is done with it ---------------------------------------------------------------------------------------

    def _chosen(self, place: int) -> None:
        path, kind = self.path, self._kinds[place]
        if path:
            self._view.attempt(lambda: path_acts.set_kind(self._view.session, path, kind))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        elif event.type() == QEvent.Type.FocusOut:
            focus = QApplication.focusWidget()
            if focus is None or not (focus is self or self.isAncestorOf(focus)):
                self.keep()
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_unchanged()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
            return True
        buttons: list[QWidget] = list(self.group.buttons())
        if watched in buttons and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = 1 if event.key() == Qt.Key.Key_Right else -1
            place = (buttons.index(watched) + by) % len(buttons)
            self._chosen(place)
            buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):  # only these two: the field stays until it is left
            on = self.group.checkedButton()
            (on if watched is self.line and on is not None else self.line).setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False


def _middle(line: PathLine) -> tuple[float, float, float]:
    """x of the middle of the words on a line, their top and bottom; where it has none, of its longest run."""
    x, y, w, h = line.label
    if w:
        return x + w / 2, y, y + h
    runs = list(zip(line.corners, line.corners[1:], strict=False))
    (ax, ay), (bx, by) = max(runs, key=lambda run: abs(run[0][0] - run[1][0]) + abs(run[0][1] - run[1][1]))
    return (ax + bx) / 2, (ay + by) / 2, (ay + by) / 2
