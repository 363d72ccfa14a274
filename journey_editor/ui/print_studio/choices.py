"""What is chosen in the studio: one page setup, which all its forms show and change."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from journey_editor.model.style import PageSetup


class Choices(QObject):
    """The setup as it is chosen now. `changed` goes out after every change, whoever made it."""

    changed = Signal()

    def __init__(self, setup: PageSetup, parent: QObject) -> None:
        super().__init__(parent)
        self._setup = setup

    @property
    def setup(self) -> PageSetup:
        return self._setup

    def put(self, setup: PageSetup) -> None:
        """Choose all of another setup."""
        if setup != self._setup:
            self._setup = setup
            self.changed.emit()

    def set(self, **fields: Any) -> None:
        """Choose otherwise in some fields."""
        self.put(self._setup.evolve(**fields))
