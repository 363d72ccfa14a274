"""How large a dialog opens: as large as it likes to be, but never so large that its buttons lie beyond the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_FRAME = QSize(16, 48)  # what the system's title bar and edges take; known only once the window is shown


def fit_on_screen(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog this size in pixels, or what its screen has room for."""
    dialog.resize(QSize(width, height).boundedTo(dialog.screen().availableSize() - _FRAME))
