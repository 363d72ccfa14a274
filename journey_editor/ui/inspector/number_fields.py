"""Fields for figures and days."""

from __future__ import annotations

import math
from typing import Any, TypedDict

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget, QWidgetAction

from journey_editor.ui import theme
from journey_editor.ui.icons import icon
from journey_editor.wording import tr

from .attributes import Attribute
from .figures import day_from, day_text, locale, number_from, number_text
from .line_field import LineField
from .scope import Scope


class Limits(TypedDict, total=False):
    """What a figure may be, as NumberField takes it."""

    none: float | None
    least: float
    most: float
    unit: str
    example: str


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
            says.setTextFormat(Qt.TextFormat.PlainText)
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


def _calendar() -> QCalendarWidget:
    """A month in the colours of the theme; Qt's own red for weekends cannot be read on a dark ground."""
    calendar = QCalendarWidget()
    calendar.setLocale(locale())
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
    calendar.setFixedSize(280, 252)
    weekend, head = QTextCharFormat(), QTextCharFormat()
    weekend.setForeground(theme.colour("text"))
    head.setForeground(theme.colour("text_2"))
    head.setBackground(theme.colour("panel"))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, weekend)
    calendar.setHeaderTextFormat(head)
    for name, mark in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
        button = calendar.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(icon(mark))
    return calendar


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
        calendar = _calendar()
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
