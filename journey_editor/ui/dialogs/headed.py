"""The frame of a dialog: its head, and the air around what stands under it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout

from journey_editor.ui.words import label


def headed(dialog: QDialog, head: str, between: int = 12) -> QVBoxLayout:
    """The dialog's column, which begins with its head; `between` are the pixels between what is put into it."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 24, 24, 16)
    column.setSpacing(between)
    column.addWidget(label(head, "dialog-head"))
    return column
