"""A field for an icon: it shows the one in use with its name, and opens a grid to choose another."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from journey_editor.ui.icon_grid import IconGrid
from journey_editor.ui.icons import icon
from journey_editor.wording import tr

from .attributes import SEVERAL, Attribute
from .field import Field, no_mnemonic
from .icon_names import icon_names
from .scope import Scope


class _Opener(QToolButton):
    """Opens with Enter and Down as well, as a list that opens does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.click()
        else:
            super().keyPressEvent(event)


class IconField(Field):
    """`automatic` says in words what no icon means."""

    def __init__(self, scope: Scope, attribute: Attribute, label: str, automatic: str) -> None:
        super().__init__(scope, attribute, label)
        self._automatic = automatic
        self._present = ""
        self.button = _Opener()
        self.button.setProperty("kind", "opener")
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setIconSize(QSize(16, 16))
        self.button.setFixedHeight(28)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self.open)
        self.grid: IconGrid | None = None
        self.hold(self.button, self.button)

    def show_value(self, value: Any, hint: str) -> None:
        several = value is SEVERAL or not isinstance(value, str)
        self._present = "" if several else str(value)
        # A file may name an icon of a newer version.
        said = tr("several values") if several else icon_names().get(self._present, self._present) or self._automatic
        self.button.setText(f" {no_mnemonic(said)}")
        mark = "ellipsis" if several else self._present or "ban"  # as the grid shows it
        self.button.setIcon(icon(mark, "text" if self._present else "text_2"))
        self.button.setAccessibleName(f"{self.label}: {said}")

    def open(self) -> None:
        """Show the grid under the button."""
        grid = self.grid = IconGrid(icon_names(), self._present, self._automatic, self)
        grid.picked.connect(self._picked)
        grid.open_below(self.button)

    def _picked(self, name: str) -> None:
        self.store(name)
        self.refresh(anew=True)
        self.button.setFocus(Qt.FocusReason.PopupFocusReason)
