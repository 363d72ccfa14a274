"""The field in which one types what to look for: a glass in front, a cross to empty it, and a name for each part."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from journey_editor.ui.icons import icon
from journey_editor.wording import tr


def search_field(words: str, height: int, parent: QWidget) -> QLineEdit:
    """A field of a height in pixels; `words` say what is looked for, to the eye and to a screen reader."""
    field = QLineEdit(parent)
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    field.setMinimumHeight(height)
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QAbstractButton):
        button.setAccessibleName(tr("Empty the field"))
    glass = field.addAction(icon("search", "text_2"), QLineEdit.ActionPosition.LeadingPosition)
    glass.setText(words)
    for button in field.findChildren(QAbstractButton):
        if not button.accessibleName():
            button.setAccessibleName(words)
    return field
