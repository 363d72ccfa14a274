"""Labels: always plain text, because what a user or a file says is never taken for markup."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LONG_WORD = re.compile(r"\S{40,}")


def label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label in a role of the style sheet: "caption", "section", "quiet", "head", "dialog-head", "product" ..."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if role:
        made.setProperty("role", role)
    return made


class ShortLabel(QLabel):
    """A label that ends with an ellipsis where it has no room; the full text is its tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._full = ""
        self.say(text)

    def say(self, text: str) -> None:
        self._full = text
        self.setAccessibleName(text)
        self._fit()

    def full_text(self) -> str:
        return self._full

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(self.width(), 0))
        self.setText(shown)
        self.setToolTip(plain_tip(self._full) if shown != self._full else "")


def in_lines(text: str, font: QFont, width: float, most: int) -> str:
    """A text broken into at most so many lines of a width, the last one ended with an ellipsis where more is left."""
    text = " ".join(text.split())
    layout = QTextLayout(text, font)
    wrapping = QTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrapping)
    found: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(found) == most - 1:
            found.append(QFontMetricsF(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width))
            break
        found.append(text[start : start + line.textLength()].strip())
    layout.endLayout()
    return "\n".join(found)


def breakable(text: str) -> str:
    """The text with places to break in words, say names of files, that no line takes: a label would be as wide as
    they are."""
    if _LONG_WORD.search(text) is None:
        return text
    import regex  # not while the program starts

    return _LONG_WORD.sub(lambda found: regex.sub(r"\X{8}", "\\g<0>\u200b", found[0]), text)


def plain_tip(text: str) -> str:
    """A tooltip that says exactly this: Qt would take some texts for rich text, and load what they name."""
    return f"<span style='white-space: pre-wrap'>{html.escape(text)}</span>" if "<" in text or "&" in text else text
