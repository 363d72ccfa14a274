"""The field for a feeling: a slider between two faces, and the figure beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from journey_editor.wording import tr

from .attributes import SEVERAL, Attribute
from .field import Mark
from .figures import number_from, number_text
from .line_field import LineField
from .scope import Scope


class EmotionField(LineField):
    """A feeling from -2 to +2 in steps of 0.5, on a slider between two faces, or as a figure; empty for none."""

    def __init__(self, scope: Scope, attribute: Attribute, label: str) -> None:
        super().__init__(scope, attribute, label, self._feeling, self._why)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-4, 4)
        self.slider.setPageStep(2)
        self.slider.setMinimumWidth(60)
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(scope.close_typing)
        self.line.setFixedWidth(52)
        self.line.setAccessibleName(tr("{field}: value from −2 to +2", field=label))
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(Mark("frown"))
        row.addWidget(self.slider, 1)
        row.addWidget(Mark("smile"))
        row.addSpacing(4)
        row.addWidget(self.line)
        self._showing = False
        self.hold(body, self.slider, self.line)

    def _feeling(self, text: str) -> float | None:
        if text.strip() in ("", "–"):
            return None
        value = number_from(text)
        if abs(value) > 2 or value * 2 != round(value * 2):
            raise ValueError(text)
        return value + 0.0  # no minus zero

    def _why(self) -> str:
        return tr("From −2 to +2 in steps of {step}.", step=number_text(0.5))

    def as_text(self, value: Any) -> str:
        return number_text(value, sign=True)

    def example(self) -> str:
        return "–"

    def show_value(self, value: Any, hint: str) -> None:
        super().show_value(value, hint)
        if value is SEVERAL:
            self.line.setPlaceholderText("…")
        self._showing = True
        self.slider.setValue(round(value * 2) if isinstance(value, float) else 0)
        self._showing = False
        said = self.line.text() or (tr("several values") if value is SEVERAL else tr("no value"))
        self.slider.setAccessibleDescription(said)

    def store(self, value: Any, *, typing: bool = False) -> None:
        super().store(value, typing=typing)
        self._showing = True
        self.slider.setValue(round(value * 2) if isinstance(value, float) else 0)
        self._showing = False

    def _slid(self, half_steps: int) -> None:
        if not self._showing:
            self._lean(False)
            value = half_steps / 2
            self.line.setText(number_text(value, sign=True))
            self.store(value, typing=True)
