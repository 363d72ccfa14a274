"""The panels beside the map: where they stand, which of them are open, and when they are filled.

What a panel shows is made when it is first needed: the map comes first, then the panels, some of it at each turn of the
event loop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from journey_editor.canvas.view import MapView
from journey_editor.ui.actions import Actions
from journey_editor.ui.docks import Dock
from journey_editor.wording import tr

Make = Callable[[], QWidget]

_LEFT, _RIGHT = 240, 336
_FILL_MS = 2000  # so long do the panels wait for the map to be on the screen
_LOWEST = 160  # px; a panel of the second rank that is lower shows too little
_ASKED_FOR = {"history": (2, 1), "counterparts": (1, 1)}  # how the properties share their room with each


class Panels(QObject):
    """The docks of a window around the view of a map, by the name of the command that shows each ("view.NAME")."""

    all_filled = Signal()  # the panels show what is in them

    def __init__(self, view: MapView, actions: Actions, window: QMainWindow, make: dict[str, Make]) -> None:
        """`make` says what each panel shows: palette, outline, inspector, history and counterparts."""
        super().__init__(view)
        self._view = view
        self._actions = actions
        self._window = window
        self.docks = self._dock(window, make)
        self._to_fill: list[Callable[[], object]] = [self.docks["palette"].fill, self.docks["outline"].fill]
        self._fill_timer = QTimer(self, singleShot=True, interval=_FILL_MS)
        self._fill_timer.timeout.connect(self.fill_next)
        view.drawn.connect(self.fill_next)
        self._arranging = False

    @staticmethod
    def _dock(window: QMainWindow, make: dict[str, Make]) -> dict[str, Dock]:
        docks = {
            "palette": Dock("palette_dock", tr("Palette"), make["palette"], window, scrolls=True),
            "outline": Dock("outline_dock", tr("Outline"), make["outline"], window),
            "inspector": Dock("inspector_dock", tr("Properties"), make["inspector"], window),
            "history": Dock("history_dock", tr("History"), make["history"], window),
            "counterparts": Dock("counterparts_dock", tr("Counterparts"), make["counterparts"], window),
        }
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        window.addDockWidget(left, docks["palette"])
        window.splitDockWidget(docks["palette"], docks["outline"], Qt.Orientation.Vertical)
        window.addDockWidget(right, docks["inspector"])
        window.splitDockWidget(docks["inspector"], docks["history"], Qt.Orientation.Vertical)
        window.splitDockWidget(docks["inspector"], docks["counterparts"], Qt.Orientation.Vertical)
        for name in _ASKED_FOR:
            docks[name].hide()  # only those who ask for it have it
        window.resizeDocks([docks["palette"], docks["inspector"]], [_LEFT, _RIGHT], Qt.Orientation.Horizontal)
        window.resizeDocks([docks["palette"], docks["outline"]], [540, 340], Qt.Orientation.Vertical)
        return docks

    def add(self, name: str, dock: Dock) -> None:
        """One more panel, which stands in the window already."""
        self.docks[name] = dock

    def connect_to(self, actions: Actions) -> None:
        """Let the commands that show panels do so, and tell what is shown."""
        for name, dock in self.docks.items():
            actions[f"view.{name}"].toggled.connect(dock.setVisible)
            dock.visibilityChanged.connect(self._show_toggles)
        for name in _ASKED_FOR:
            actions[f"view.{name}"].toggled.connect(partial(self._make_room, name))
        actions.connect_to("view.next_region", self.next_region)

    def _make_room(self, name: str, shown: bool) -> None:
        """A panel of the second rank takes its share of what the properties have, unless it has a size already."""
        dock, inspector = self.docks[name], self.docks["inspector"]
        if shown:
            dock.fill()
        if shown and not dock.isFloating() and dock.height() < _LOWEST:
            self._window.resizeDocks([inspector, dock], list(_ASKED_FOR[name]), Qt.Orientation.Vertical)

    # Which are open

    def keep_closed(self) -> None:
        """Panels that were closed the last time stay closed."""
        for name, dock in self.docks.items():
            self._actions[f"view.{name}"].setChecked(not dock.isHidden())

    def show(self, visible: bool) -> None:
        """The panels stand only beside a map; which of them the user has closed is kept."""
        self._arranging = True
        for name, dock in self.docks.items():
            dock.setVisible(visible and self._actions[f"view.{name}"].isChecked())
        self._arranging = False
        if visible and self._to_fill:
            self._fill_timer.start()

    def fill_later(self, steps: Iterable[Callable[[], object]]) -> None:
        """What is to be done to fill the panels, a turn of the event loop for each, once the map is on the screen."""
        self._to_fill += steps

    @property
    def filled(self) -> bool:
        """Whether the panels show what is in them."""
        return not self._to_fill

    def fill_next(self) -> None:
        """Fill the panels, some of it at each turn of the event loop; the map comes first."""
        self._fill_timer.stop()
        if self._to_fill:
            self._to_fill.pop(0)()
            QTimer.singleShot(0, self, self.fill_next if self._to_fill else self.all_filled.emit)

    def _show_toggles(self) -> None:
        if self._arranging or not self._view.isVisible():
            return
        for name, dock in self.docks.items():
            action = self._actions[f"view.{name}"]
            action.blockSignals(True)
            action.setChecked(not dock.isHidden())
            action.blockSignals(False)

    # The keyboard

    def next_region(self) -> None:
        """The keyboard goes round: palette, outline, map, properties, and what else is open."""
        docks = self.docks
        regions: list[QWidget] = [docks["palette"], docks["outline"], self._view, docks["inspector"]]
        regions += [docks[name] for name in (*_ASKED_FOR, "translations")]
        open_ones = [region for region in regions if region.isVisible()]
        focus = QApplication.focusWidget()
        here = next((n for n, r in enumerate(open_ones) if r is focus or (focus and r.isAncestorOf(focus))), -1)
        region = open_ones[(here + 1) % len(open_ones)]
        if isinstance(region, Dock):
            self.focus_inside(region)
        else:
            region.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_inside(self, dock: Dock) -> None:
        dock.fill()
        body = dock.body
        if body.focusPolicy() & Qt.FocusPolicy.TabFocus:
            body.setFocus(Qt.FocusReason.TabFocusReason)
            return
        step = body.nextInFocusChain()
        while step is not None and step is not body:
            if body.isAncestorOf(step) and step.isVisible() and step.focusPolicy() & Qt.FocusPolicy.TabFocus:
                step.setFocus(Qt.FocusReason.TabFocusReason)
                return
            step = step.nextInFocusChain()
