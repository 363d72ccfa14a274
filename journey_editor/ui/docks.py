"""The panels at the sides: a dock with a title of 36 px and a menu to float or close it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMenu, QScrollArea, QToolButton, QWidget

from journey_editor.ui.icons import sign_button
from journey_editor.ui.words import label
from journey_editor.wording import tr

_TITLE_HEIGHT = 36
_NARROWEST = 200


class DockTitle(QWidget):
    """Ignores the mouse where there is no button, so that the dock can be dragged by it."""

    def __init__(self, text: str, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("dock_title")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_TITLE_HEIGHT)
        self._dock = dock
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 0, 8, 0)
        row.addWidget(label(text), 1)
        more = sign_button("ellipsis", tr("Panel: {name}", name=text), self)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(more)
        self.menu.addAction(tr("Float or dock")).triggered.connect(self._float)
        self.menu.addAction(tr("Close the panel")).triggered.connect(dock.close)
        more.setMenu(self.menu)
        row.addWidget(more)

    def _float(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())

    def sizeHint(self) -> QSize:
        return QSize(120, _TITLE_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _TITLE_HEIGHT)


class Dock(QDockWidget):
    """A panel. Escape in a floating one docks it again.

    It stands there empty until `fill`, or until its body is asked for: filling the panels must not hold up the map.
    """

    def __init__(
        self, name: str, title: str, make: Callable[[], QWidget], parent: QWidget, *, scrolls: bool = False
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._title = DockTitle(title, self)
        self.setTitleBarWidget(self._title)
        self._make, self._scrolls = make, scrolls
        self._body: QWidget | None = None
        self.setMinimumWidth(_NARROWEST)

    @property
    def body(self) -> QWidget:
        """What is in the panel; made when it is first asked for."""
        if self._body is None:
            self._body = body = self._make()
            body.setAccessibleName(body.accessibleName() or self.windowTitle())
            inside = body
            if self._scrolls:
                inside = area = QScrollArea(self)
                area.setObjectName("dock_body")
                area.setWidgetResizable(True)
                area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
                area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                area.setWidget(body)
            inside.hide()
            self.setWidget(inside)
        return self._body

    def fill(self) -> None:
        """Show what is in the panel."""
        assert self.body is not None  # it is made now
        self.widget().show()

    def add_to_menu(self, text: str, run: Callable[[], object]) -> None:
        """One more entry in the title's menu, above the others."""
        action = QAction(text, self)
        action.triggered.connect(run)
        self._title.menu.insertAction(self._title.menu.actions()[-2], action)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and self.isFloating()
            and event.matches(QKeySequence.StandardKey.Cancel)  # type: ignore[attr-defined]  # it is a QKeyEvent
        ):
            self.setFloating(False)
            return True
        return super().event(event)
