"""Figures and days the way the program's language writes them, and back from what people type."""

from __future__ import annotations

import math

from PySide6.QtCore import QDate, QLocale, Qt

from journey_editor.wording import language

#: QLocale: as many digits as tell the number from its neighbours.
_SHORTEST = QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value


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
