"""The bar that lets some cards of the map stand out. It stays in sight as long as a filter is on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from journey_editor.canvas.accessible import announce
from journey_editor.canvas.view import MapView
from journey_editor.layout.filter_words import attribute_name, value_name
from journey_editor.model.filtering import ATTRIBUTES, NO_FILTER, Attribute, choices
from journey_editor.session.session import Session
from journey_editor.ui.icons import Sign, sign_button
from journey_editor.ui.words import ShortLabel, plain_tip
from journey_editor.wording import tr

_MOST = 60  # values in a menu; who has more tags finds them by searching
_LONGEST = 40  # characters of a value in a menu
_WAIT_MS = 150
_LINE = 44
_ONE_LINE = 860  # pixels from which the menus and what came of them have room side by side


class ChoiceMenu(QMenu):
    """A menu that stays open while its entries are ticked, so that several can be chosen at once."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (chosen and self._tick(self.activeAction())):
            super().keyPressEvent(event)

    @staticmethod
    def _tick(action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True


class MenuButton(QToolButton):
    """A button that opens its menu also with Enter and with the arrow down, as one tries first."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.showMenu()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """A line above the map with a menu for each attribute, the number of cards that match, and the way out."""

    def __init__(self, session: Session, view: MapView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Filter"))
        self._session, self._view = session, view
        self._open = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 0, 8, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._narrow = False
        row = QHBoxLayout()
        row.setSpacing(3)
        row.addWidget(Sign("filter", "accent"))
        row.addSpacing(4)
        self.buttons: dict[Attribute, QToolButton] = {}
        for attribute in ATTRIBUTES:
            button = MenuButton(self)
            button.setProperty("kind", "filter")
            button.setCheckable(True)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            menu = ChoiceMenu(button)
            menu.setObjectName("choices")
            menu.aboutToShow.connect(partial(self._fill, attribute))
            button.setMenu(menu)
            self.buttons[attribute] = button
            row.addWidget(button)
        self._grid.addLayout(row, 0, 0)
        self._result = QWidget(self)
        result = QHBoxLayout(self._result)
        result.setContentsMargins(12, 0, 4, 0)
        self.count = ShortLabel("", self)
        self.count.setProperty("role", "strong")
        result.addWidget(self.count, 1)
        self.off = QPushButton(tr("Show all cards"), self)
        self.off.setToolTip(tr("Take the filter off"))
        self.off.clicked.connect(self.take_off)
        result.addWidget(self.off)
        self.close_button = sign_button("x", tr("Take the filter off and close"), self)
        self.close_button.clicked.connect(self.close_bar)
        self._grid.addWidget(self.close_button, 0, 2)
        self._later = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._later.timeout.connect(self.follow)
        session.filtering.changed.connect(self.follow)
        session.project_changed.connect(self._soon)
        session.map_changed.connect(self.follow)
        session.language_changed.connect(self.follow)
        self.follow()

    # Opening and closing

    def open_bar(self) -> None:
        """Show the bar with the keyboard in it."""
        self._open = True
        self.follow()
        self.buttons["persona"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Take the filter off and the bar away."""
        self._open = False
        self._session.filtering.want(NO_FILTER)
        self.follow()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_off(self) -> None:
        """Let all cards stand out again."""
        self._session.filtering.want(NO_FILTER)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    # What it shows

    def _soon(self) -> None:
        if self._session.filtering.wanted.asks:
            self._later.start()

    def follow(self) -> None:
        """Show the filter as it is now; where the window is narrow, what came of it under the menus."""
        session, wanted = self._session, self._session.filtering.wanted
        self.setVisible(self._open or wanted.asks)
        for attribute, button in self.buttons.items():
            values = wanted.of(attribute)
            name = attribute_name(attribute)
            if values:
                names = sorted(value_name(session.project, session.language, attribute, value) for value in values)
                text = names[0] if len(names) == 1 else tr("{name} + {n}", name=names[0], n=len(names) - 1)
                full = tr("{attribute}: {values}", attribute=name, values=", ".join(names))
                short = _short(text, 14 if self._narrow else 18)
                name = short if self._narrow else tr("{attribute}: {values}", attribute=name, values=short)
            else:
                full = tr("Filter by {attribute}", attribute=name)
            button.setText(name.replace("&", "&&"))
            button.setChecked(bool(values))
            button.setToolTip(plain_tip(full))
            button.setAccessibleName(full)
        self.off.setVisible(wanted.asks)
        found = session.filtering.lit(session.project, session.map_id)
        before = self.count.full_text()
        self.count.say("")
        if found is not None:
            total = sum(1 for _ in self._view.map_layout.cards())
            here = sum(box.id in found.cards for box in self._view.map_layout.cards())
            self.count.say(tr("{n} of {total} match", n=here, total=total))
        self._place_result()
        if found is not None and self.count.full_text() != before and self.isVisible():
            announce(self, self.count.full_text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _ONE_LINE
        if narrow != self._narrow:
            self._narrow = narrow
            self.follow()

    def _place_result(self) -> None:
        asks = self._session.filtering.wanted.asks
        self._grid.removeWidget(self._result)
        if self._narrow:
            self._grid.addWidget(self._result, 1, 0, 1, 3)
        else:
            self._grid.addWidget(self._result, 0, 1)
        self._result.setVisible(asks)
        self._grid.setRowMinimumHeight(0, _LINE)
        self._grid.setRowMinimumHeight(1, _LINE if self._narrow and asks else 0)
        self.setFixedHeight(2 * _LINE if self._narrow and asks else _LINE)

    def _fill(self, attribute: Attribute) -> None:
        session = self._session
        menu = self.buttons[attribute].menu()
        menu.clear()
        chosen = session.filtering.wanted.of(attribute)
        values = list(choices(session.project, session.journey)[attribute])
        known = {value for value, _ in values}
        values += [(value, 0) for value in sorted(chosen - known)]
        for value, count in values[:_MOST]:
            name = _short(value_name(session.project, session.language, attribute, value), _LONGEST)
            action = menu.addAction(tr("{value} ({n})", value=name, n=count).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.toggled.connect(partial(self._toggle, attribute, value))
        if not values:
            menu.addAction(tr("No card of this map has any")).setEnabled(False)
        if chosen:
            menu.addSeparator()
            menu.addAction(tr("Any")).triggered.connect(partial(self._any, attribute))

    def _toggle(self, attribute: Attribute, value: str, on: bool) -> None:
        filtering = self._session.filtering
        values = filtering.wanted.of(attribute)
        filtering.want(filtering.wanted.having(attribute, values | {value} if on else values - {value}))

    def _any(self, attribute: Attribute) -> None:
        filtering = self._session.filtering
        filtering.want(filtering.wanted.having(attribute, frozenset()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not self._session.filtering.wanted.asks:
                self.close_bar()
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)


def _short(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
