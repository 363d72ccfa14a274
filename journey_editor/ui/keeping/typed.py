"""What stands in a field that is not in the project yet: a name being written in a list or table, or on a tab."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QTabBar, QTextEdit, QWidget

_MOST = 100_000


def typed_words() -> str:
    """The words in the field that has the keyboard, if it keeps them only when it is left; else "".

    Fields of the properties keep each letter at once, and those on the map tell the session (`Session.typing`).
    """
    field = QApplication.focusWidget()
    if not isinstance(field, (QLineEdit, QTextEdit, QPlainTextEdit)) or not _inside(field):
        return ""
    if isinstance(field, QLineEdit):
        return field.text()[:_MOST] if field.isModified() else ""
    return field.toPlainText()[:_MOST] if field.document().isModified() else ""


def _inside(field: QWidget) -> bool:
    above = field.parentWidget()
    while above is not None and not isinstance(above, (QAbstractItemView, QTabBar)):
        above = above.parentWidget()
    return above is not None
