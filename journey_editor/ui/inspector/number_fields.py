"""Fields for figures, days and feelings, written the way the program's language writes them."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDate, QElapsedTimer, QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from journey_editor.session.session import PAUSE_MS
from journey_editor.ui.icons import icon
from journey_editor.wording import language, tr

from .attributes import SEVERAL, Attribute
from .field import Field, Mark, set_look
from .scope import Scope

#: QLocale: as many digits as tell the number from its neighbours.
_SHORTEST = QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value
_LONGEST = 200


def locale() -> QLocale:
    """How the program's language writes figures and days; the system's own way where it speaks the same language."""
    system = QLocale.system()
    spoken = QLocale.Language.German if language() == "de" else QLocale.Language.English
    found = system if system.language() == spoken else QLocale(spoken)
    found.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return found


def number_text(value: float | None, *, sign: bool = False) -> str:
    """A figure in the words of the locale, "" for none; with `sign`, that of a positive one too, and a true minus."""
    if value is None:
        return ""
    text = locale().toString(float(value), "f", _SHORTEST)
    if sign:
        text = "+" + text if value > 0 else text.replace("-", "−")
    return text


def number_from(text: str) -> float:
    """The figure that the text says in the locale, with or without grouping. Raises ValueError."""
    reading = locale()
    reading.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    value, understood = reading.toDouble(text.strip().replace("−", "-").removeprefix("+"))
    if not understood or not math.isfinite(value):
        raise ValueError(text)
    return value


def day_text(day: str) -> str:
    """ "2026-03-22" as the locale writes it, with four digits for the year."""
    date = QDate.fromString(day, Qt.DateFormat.ISODate)
    return locale().toString(date, day_format()) if date.isValid() else day


def day_format() -> str:
    short = locale().dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")


def day_from(text: str) -> str:
    """The day that the text says, as YYYY-MM-DD. Raises ValueError."""
    for form in (day_format(), day_format().replace("dd", "d").replace("MM", "M"), "yyyy-MM-dd"):
        date = locale().toDate(text.strip(), form)
        if date.isValid() and 1000 <= date.year() <= 9999:
            return date.toString(Qt.DateFormat.ISODate)
    raise ValueError(text)


class LineField(Field):
    """A short entry that is read as something else than text; `parse` raises ValueError, and `wrong` says why.

    What is typed is stored as long as it can be read. Once it cannot (1, 1x), the value from before this go of typing
    is back.
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
        self._rest = QElapsedTimer()
        self._rest.start()

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
        if self._rest.restart() > PAUSE_MS:
            self._before = self._shown
        try:
            value = self._parse(text)
        except ValueError:
            if self._shown != self._before and self._before is not SEVERAL:
                self.store(self._before, typing=True)
            self.complain(self._wrong())
        else:
            self.store(value, typing=True)


class NumberField(LineField):
    """A figure. `none` is what an empty field stands for: no value, or 0 for an automatic length."""

    def __init__(
        self,
        scope: Scope,
        attribute: Attribute,
        label: str,
        *,
        none: float | None = None,
        least: float = -math.inf,
        most: float = math.inf,
        unit: str = "",
        example: str = "",
    ) -> None:
        self._none, self._least, self._most, self._example = none, least, most, example
        super().__init__(scope, attribute, label, self._number, self._why)
        body: QWidget = self.line
        if unit:
            body = QWidget()
            row = QHBoxLayout(body)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(self.line, 1)
            says = QLabel(unit)
            says.setProperty("role", "quiet")
            row.addWidget(says)
            self.line.setAccessibleName(f"{label} ({unit})")
        self.hold(body, self.line)

    def _number(self, text: str) -> float | None:
        if not text.strip():
            return self._none
        value = number_from(text)
        if not self._least <= value <= self._most:
            raise ValueError(text)
        return value

    def _why(self) -> str:
        if math.isfinite(self._least) and math.isfinite(self._most):
            least, most = number_text(self._least), number_text(self._most)
            return tr("A number from {least} to {most}.", least=least, most=most)
        return tr("A number such as {example}.", example=number_text(1.5))

    def as_text(self, value: Any) -> str:
        return "" if value == self._none else number_text(value)

    def example(self) -> str:
        return self._example


class DayField(LineField):
    """A day, typed or picked from a calendar."""

    def __init__(self, scope: Scope, attribute: Attribute, label: str) -> None:
        super().__init__(scope, attribute, label, self._day, self._why)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        pick = QToolButton()
        pick.setIcon(icon("calendar"))
        pick.setFixedSize(28, 28)
        pick.setAccessibleName(tr("{field}: pick in a calendar", field=label))
        pick.clicked.connect(self._open_calendar)
        row.addWidget(pick)
        self._pick = pick
        self.hold(body, self.line, pick)

    def _day(self, text: str) -> str:
        return day_from(text) if text.strip() else ""

    def _why(self) -> str:
        return tr("A day such as {example}.", example=day_text("2026-03-22"))

    def as_text(self, value: Any) -> str:
        return day_text(value) if value else ""

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setLocale(locale())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        stored = self.attribute.read(self.scope)
        day = QDate.fromString(stored, Qt.DateFormat.ISODate) if isinstance(stored, str) else QDate()
        calendar.setSelectedDate(day if day.isValid() else QDate.currentDate())
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)

        def picked(day: QDate) -> None:
            menu.close()
            self.store(day.toString(Qt.DateFormat.ISODate))
            self.refresh(anew=True)

        calendar.activated.connect(picked)
        calendar.clicked.connect(picked)
        menu.popup(self._pick.mapToGlobal(QPoint(0, self._pick.height())))


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
