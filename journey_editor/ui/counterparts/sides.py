"""The commands for the two sides of a map: carrying over, the panel of what waits for it, and the mirror layout."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction

from journey_editor.canvas.view import MapView
from journey_editor.edit.mirror import Arrangement
from journey_editor.model.sides import is_mirrored
from journey_editor.session import counterpart_acts as acts
from journey_editor.session.session import Session
from journey_editor.ui.actions import Actions

from .carrying import CarryingOver
from .panel import CounterpartPanel


class Sides(QObject):
    """`try_to` does an edit and says why if it is refused."""

    can_changed = Signal()

    def __init__(self, session: Session, view: MapView, try_to: Callable[[Callable[[], object]], bool]) -> None:
        super().__init__(view)
        self._session, self._view, self._try_to = session, view, try_to
        self.carrying = CarryingOver(session, view, try_to)
        self._mirror: QAction | None = None
        self._has_panel = False
        self._keys = ""

    @cached_property
    def panel(self) -> CounterpartPanel:
        """The list of what has no counterpart, made when it is first shown."""
        panel = CounterpartPanel(self._session, self._keys)
        panel.shown.connect(self._show)
        panel.carry_wanted.connect(lambda ids, at: self.carrying.begin(ids, panel, at))
        panel.can_changed.connect(self.can_changed)
        self._has_panel = True
        return panel

    def connect_to(self, actions: Actions) -> None:
        carry = actions["insert.counterpart"]
        self._keys = carry.shortcut().toString(carry.shortcut().SequenceFormat.NativeText)
        self._mirror = actions["map.mirror"]
        actions.connect_to("insert.counterpart", self.carry_over)
        actions.connect_to("map.mirror", self.mirror)
        actions["view.counterparts"].triggered.connect(self._go_into)

    def available(self) -> frozenset[str]:
        """The needs that are met beyond those of the selection."""
        return frozenset(("carriable",)) if self._has_panel and self.panel.can_carry else frozenset()

    def follow(self) -> None:
        """Say in the menu how the map is laid out."""
        if self._mirror is not None:
            self._mirror.setChecked(is_mirrored(self._session.journey))

    def carry_over(self) -> None:
        """What is marked in the panel if the keyboard is there, else what is selected."""
        if self._has_panel and self.panel.focused:
            self.panel.carry_over()
        else:
            self.carrying.begin(self._session.selection)

    def mirror(self) -> None:
        """From one layout to the other."""
        wanted: Arrangement = "top" if is_mirrored(self._session.journey) else "mirror"
        self._try_to(lambda: acts.arrange(self._session, wanted))
        self.follow()

    def _go_into(self, shown: bool) -> None:
        """Whoever opens the panel works in it."""
        if shown:
            self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, card: str) -> None:
        """A touchpoint on the map, with the keyboard where it is."""
        self._session.select((card,))
        self._view.reveal(card)
