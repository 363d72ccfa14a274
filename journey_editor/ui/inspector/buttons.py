"""The buttons of panels: links for what adds, plain ones for what is done with a thing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QToolButton,
)

from journey_editor.ui.icons import icon

from .field import no_mnemonic
from .form import Section


def link_button(text: str, mark: str = "") -> QToolButton:
    """A flat button in the colour of links."""
    button = QToolButton()
    button.setText(no_mnemonic(text))
    button.setAccessibleName(text)
    button.setProperty("kind", "link")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if mark:
        button.setIcon(icon(mark, "accent"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def plain_button(text: str, mark: str = "", *, danger: bool = False) -> QPushButton:
    button = QPushButton((" " if mark else "") + no_mnemonic(text))  # the style leaves hardly a gap after the icon
    button.setAccessibleName(text)
    button.setProperty("size", "dense")
    if danger:
        button.setProperty("kind", "danger")
    if mark:
        button.setIcon(icon(mark, "error" if danger else "text"))
    return button


class Buttons(Section):
    """Plain buttons, two in a row."""

    def __init__(self, *buttons: tuple[QPushButton, Callable[[], object]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for n, (button, do) in enumerate(buttons):
            button.clicked.connect(lambda _checked=False, do=do: do())
            grid.addWidget(button, n // 2, n % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._needs: list[tuple[QPushButton, Callable[[], bool]]] = []

    def need(self, button: QPushButton, holds: Callable[[], bool]) -> None:
        """The button works only while that holds."""
        self._needs.append((button, holds))

    def refresh(self, anew: bool = False) -> None:
        for button, holds in self._needs:
            button.setEnabled(holds())
