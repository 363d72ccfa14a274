"""The foot of a dialog: at the right the way back, and beside it the one thing that the dialog is for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from journey_editor.ui.icons import dress
from journey_editor.wording import tr

_HEIGHT = 32  # px of a button


class Foot(QHBoxLayout):
    """A row for the end of a dialog. `take` is the filled button, which Enter presses."""

    def __init__(
        self,
        dialog: QDialog,
        action: str,
        icon_name: str = "",
        *,
        words: QWidget | None = None,
        parent: QWidget | None = None,
        do: Callable[[], object] | None = None,
    ) -> None:
        """`words` stand at the left. `parent` is the widget whose layout this is, if it is any's. The button does `do`
        instead of accepting the dialog."""
        super().__init__(parent) if parent is not None else super().__init__()
        self.setSpacing(8)
        if words is not None:
            self.addWidget(words, 1)
        else:
            self.addStretch(1)
        cancel = QPushButton(tr("Cancel"), parent or dialog)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(dialog.reject)
        self.take = QPushButton(action, parent or dialog)
        if icon_name:
            dress(self.take, action, icon_name, "on_accent")
        self.take.setProperty("kind", "filled")
        self.take.setDefault(True)
        self.take.clicked.connect(do or dialog.accept)
        for button in (cancel, self.take):
            button.setMinimumHeight(_HEIGHT)
            self.addWidget(button)
