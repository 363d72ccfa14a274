"""A field for a short entry that is read as something else than text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit

from journey_editor.wording import tr

from .attributes import SEVERAL, Attribute
from .field import Field, set_look
from .scope import Scope

_LONGEST = 200  # characters


class LineField(Field):
    """A short entry that is read as something else than text; `parse` raises ValueError, and `wrong` says why.

    What is typed is stored as long as it can be read. Once it cannot (1, 1x), the value from before the field was
    entered is back.
    """

    def __init__(
        self, scope: Scope, attribute: Attribute, label: str, parse: Callable[[str], Any], wrong: Callable[[], str]
    ) -> None:
        super().__init__(scope, attribute, label)
        self._parse = parse
        self._wrong = wrong
        self._before: Any = None
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setFixedHeight(28)
        self.line.textEdited.connect(self._entered)
        self.line.returnPressed.connect(self._settle)

    def as_text(self, value: Any) -> str:
        raise NotImplementedError

    def example(self) -> str:
        return ""

    def show_value(self, value: Any, hint: str) -> None:
        self._before = value
        several = value is SEVERAL
        self.line.setText("" if several else self.as_text(value))
        self.line.setPlaceholderText(tr("several values") if several else self.example())
        self._lean(several)

    def _lean(self, several: bool) -> None:
        set_look(self.line, "several", several)

    def _settle(self) -> None:
        """What is typed from now on is another go."""
        self.scope.close_typing()
        self._before = self._shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._before = self._shown
        return super().eventFilter(watched, event)

    def _entered(self, text: str) -> None:
        self._lean(False)
        try:
            value = self._parse(text)
        except ValueError:
            if self._shown != self._before and self._before is not SEVERAL:
                self.store(self._before, typing=True)
            self.complain(self._wrong())
        else:
            self.store(value, typing=True)
