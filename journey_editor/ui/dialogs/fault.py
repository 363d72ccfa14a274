"""The dialog that tells of an error of the program: calm, with the details to copy."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from journey_editor.ui.dialogs.messages import Answer, Message
from journey_editor.wording import tr


class FaultMessage(Message):
    """`details` is what the button copies; it holds nothing of a map."""

    def __init__(self, parent: QWidget | None, text: str, details: str) -> None:
        self._details = details
        answers = [Answer("copy", tr("Copy details")), Answer("ok", tr("Keep working"), default=True, kind="filled")]
        super().__init__(parent, tr("Something went wrong in the program"), text, answers, details=details)

    def _take(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton) and pressed.objectName() == "copy":
            QGuiApplication.clipboard().setText(self._details)
            pressed.setText(tr("Copied"))
        else:
            super()._take()
