"""The buttons of panels: links for what adds, plain ones for what is done with a thing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QToolButton,
)

from journey_editor.ui.icons import icon

from .field import no_mnemonic
from .form import Section

_BETWEEN = 8


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
    """Plain buttons, two in a row; one below the other where their words need that."""

    def __init__(self, *buttons: tuple[QPushButton, Callable[[], object]]) -> None:
        super().__init__()
        self._buttons = [button for button, _ in buttons]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_BETWEEN)
        for button, do in buttons:
            button.clicked.connect(lambda _checked=False, do=do: do())
        self._in_a_row = 0
        self._lay_out(2)
        self._needs: list[tuple[QPushButton, Callable[[], bool]]] = []

    def _lay_out(self, in_a_row: int) -> None:
        if in_a_row != self._in_a_row:
            self._in_a_row = in_a_row
            for n, button in enumerate(self._buttons):
                self._grid.removeWidget(button)
                self._grid.addWidget(button, n // in_a_row, n % in_a_row)
            for column in (0, 1):
                self._grid.setColumnStretch(column, 1 if column < in_a_row else 0)
            self.updateGeometry()

    def _widest(self) -> int:
        return max((button.sizeHint().width() for button in self._buttons), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(2 if 2 * self._widest() + _BETWEEN <= self.width() else 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), super().minimumSizeHint().height())

    def need(self, button: QPushButton, holds: Callable[[], bool]) -> None:
        """The button works only while that holds."""
        self._needs.append((button, holds))

    def refresh(self, anew: bool = False) -> None:
        for button, holds in self._needs:
            button.setEnabled(holds())
