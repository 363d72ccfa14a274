"""The bar at the foot: what a release of the mouse will do, what the map lacks, what is selected, and the zoom."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QStatusBar, QToolButton, QWidget

from journey_editor.ui.icons import Sign, dress, sign_button
from journey_editor.ui.words import ShortLabel, label
from journey_editor.wording import tr

#: The slider runs over the logarithm of the zoom, so that the same way doubles it anywhere.
_STEPS_PER_DOUBLING = 100
_LEAST, _MOST = 0.1, 4.0
_NEWS_MS = 12_000


def slider_place(zoom: float) -> int:
    return round(math.log2(zoom) * _STEPS_PER_DOUBLING)


class ZoomBar(QWidget):
    """Minus, slider, plus, the percentage, and "fit"."""

    zoom_wanted = Signal(float)

    def __init__(self, zoom_in: QAction, zoom_out: QAction, fit: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(4)
        rule = QFrame(self)
        rule.setFixedSize(1, 24)
        rule.setObjectName("rule")
        row.addWidget(rule)
        row.addSpacing(8)
        row.addWidget(self._button("minus", zoom_out))
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(slider_place(_LEAST), slider_place(_MOST))
        self._slider.setPageStep(_STEPS_PER_DOUBLING // 2)
        self._slider.setSingleStep(_STEPS_PER_DOUBLING // 8)
        self._slider.setFixedWidth(124)
        self._slider.setAccessibleName(tr("Zoom"))
        self._slider.valueChanged.connect(self._slide)
        row.addWidget(self._slider)
        row.addWidget(self._button("plus", zoom_in))
        self._percent = label("100 %", "strong")
        self._percent.setAccessibleName(tr("Zoom in percent"))
        self._percent.setMinimumWidth(52)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._percent)
        fit_button = QToolButton(self)
        fit_button.setProperty("kind", "link")
        dress(fit_button, fit.iconText(), "maximize", "accent")
        fit_button.setToolTip(fit.toolTip())
        fit_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        fit_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        fit_button.clicked.connect(fit.trigger)
        row.addSpacing(4)
        row.addWidget(fit_button)

    def _button(self, name: str, action: QAction) -> QToolButton:
        button = sign_button(name, action.toolTip(), self)
        button.clicked.connect(action.trigger)
        return button

    def _slide(self, place: int) -> None:
        self.zoom_wanted.emit(2 ** (place / _STEPS_PER_DOUBLING))

    def show_zoom(self, zoom: float) -> None:
        self._slider.blockSignals(True)
        self._slider.setValue(slider_place(zoom))
        self._slider.blockSignals(False)
        self._percent.setText(tr("{n} %", n=round(zoom * 100)))


class Offers(QWidget):
    """Links behind a sentence: what one may want to do next. `words` are what they say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 16, 0)
        self._row.setSpacing(8)
        self.words: tuple[str, ...] = ()
        self.hide()

    def show_offers(self, offers: Mapping[str, Callable[[], object]]) -> None:
        """Show these instead of those before: words -> deed."""
        self.words = tuple(offers)
        for button in self.findChildren(QToolButton):
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for text, run in offers.items():
            button = QToolButton(self)
            button.setProperty("kind", "link")
            button.setText(text)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, run=run: run())
            self._row.addWidget(button)


class StatusBar(QStatusBar):
    """Left: a hint while dragging, else what is to be known of the map. Right: selection and zoom."""

    def __init__(self, zoom_in: QAction, zoom_out: QAction, fit: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._icon = Sign("check")
        self._icon.hide()
        self._state = label("")
        self._line = ShortLabel("", self)
        self._selected = label("")
        self.zoom = ZoomBar(zoom_in, zoom_out, fit, self)
        left = QWidget(self)
        row = QHBoxLayout(left)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(0)
        row.addWidget(self._icon)
        row.addSpacing(8)
        row.addWidget(self._state)
        self.offers = Offers(left)
        row.addWidget(self.offers)
        row.addWidget(self._line, 1)
        self.addWidget(left, 1)
        self.addPermanentWidget(self._selected)
        self.addPermanentWidget(self.zoom)
        self._said = ("", "")
        self._facts = ""
        self._hint = ""
        self._news = ""
        self._forget_news = QTimer(self, singleShot=True, interval=_NEWS_MS)
        self._forget_news.timeout.connect(lambda: self.say_news(""))

    def say_news(self, text: str) -> None:
        """What was just done, in one sentence; after a while it goes by itself."""
        self._news = text
        if text:
            self._forget_news.start()
        self._show()

    def say_state(self, icon_name: str, text: str, offers: Mapping[str, Callable[[], object]] | None = None) -> None:
        """What holds of the file: saved, changed ... `offers` are what can be done with it now: words -> deed."""
        self._said = (icon_name, text)
        self.offers.show_offers(offers or {})
        self._show()

    def unsay_state(self, icon_name: str) -> None:
        """It does not hold any longer, if it was what the bar says."""
        if self._said[0] == icon_name:
            self.say_state("", "")

    def say_hint(self, text: str) -> None:
        """What a release of the mouse will do; "" when nothing is being dragged."""
        self._hint = text
        self._show()

    def say_facts(self, text: str) -> None:
        self._facts = text
        self._show()

    def say_selected(self, text: str) -> None:
        self._selected.setText(text)

    def _show(self) -> None:
        name, state = ("move", "") if self._hint else ("info", "") if self._news else self._said
        self._icon.setVisible(bool(name))
        if name:
            self._icon.show_icon(name)
        self.offers.setVisible(bool(state and self.offers.words))
        self._state.setText(f"{state}      " if state and self._facts and not self.offers.words else state)
        self._line.say(self._hint or self._news or self._facts)
