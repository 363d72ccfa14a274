"""Editing a text where it stands on the map: a plain text field over it, committed once.

It is a child widget, so input methods, the clipboard and screen readers work as in any field. It says while one types
what the text is (`typed`), and once, at the end, what is to become of it (`done`). Enter commits and goes on below, Tab
in the next place, Ctrl+Enter only commits; Shift+Enter begins a new line; Escape leaves the text as it was.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from journey_editor.layout.fonts import font_path
from journey_editor.layout.shape import TextStyle
from journey_editor.session.contents import kind_of

from .overlay import ACCENT, INK
from .words_place import baseline_of

#: Where writing goes on after a text: nowhere, to a new card below, to the next place, or back to the one before.
Onward = Literal["", "below", "next", "back"]

_MARGIN = 2.0  # pixels around the words, so that the cursor shows at both ends of a line
_EDGE = 3.0  # more of it, in a field that does not stand in the place of its words
_ROW = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Place(NamedTuple):
    """Where a field stands in the viewport, in logical pixels: the top left corner of its words, the width to break
    lines at, and how large a point is. `framed` fields lie over the map with an edge, for want of a place in it."""

    corner: QPointF
    width: float
    pixels_per_point: float
    style: TextStyle
    ground: str
    framed: bool


@cache
def _family() -> str:
    """The map's own font, for Qt's text fields."""
    QFontDatabase.addApplicationFont(str(font_path("sans-bold")))
    known = QFontDatabase.addApplicationFont(str(font_path("sans")))
    return (QFontDatabase.applicationFontFamilies(known) or ["Noto Sans"])[0]


class TextEditor(QTextEdit):
    """A field over the map. `done` tells the text to keep, or None when nothing is to change, and where to go on."""

    typed = Signal(str)
    done = Signal(object, str)
    brought = Signal(object)  # a QMimeData, pasted into the field of a new card: more than words for one card

    def __init__(self, parent: QWidget, text: str, place: Place, *, fresh: bool = False) -> None:
        super().__init__(parent)
        self._fresh = fresh
        self._before = text
        self._open = True
        self._map = parent.parentWidget() or parent
        self._place = place
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self._dress()
        self.setPlainText(text)
        self._set_lines()
        self.selectAll()
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self._grow()

    def text(self) -> str:
        """What is typed, as it is: Qt's own plain text has lost its no-break spaces."""
        return self.document().toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n").replace("\N{LINE SEPARATOR}", "\n")

    def commit(self, onward: Onward = "") -> None:
        """Close, keeping what was typed."""
        self._close(self.text().strip(), onward)

    def cancel(self) -> None:
        """Close, leaving the text as it was."""
        self._close(None, "")

    def move_over(self, place: Place) -> None:
        """The map has moved or changed: stand here from now on."""
        if place != self._place:
            anew = place[2:] != self._place[2:]
            self._place = place
            if anew:
                self._dress()
                self._set_lines()
            self._grow()

    def _close(self, text: str | None, onward: Onward) -> None:
        if self._open:
            self._open = False
            self.done.emit(None if text == self._before else text, onward)

    def _changed(self) -> None:
        self._grow()
        if self._open:
            self.typed.emit(self.text().strip())

    def _dress(self) -> None:
        """The map's type and ground. The paper is white in the dark theme as well."""
        style, framed = self._place.style, self._place.framed
        font = QFont(_family())
        font.setPointSizeF(style.size * self._place.pixels_per_point * 72.0 / self.logicalDpiY())
        font.setBold(style.bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # lines end where they do on the map
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(_MARGIN + (_EDGE if framed else 0.0))
        ink, ground = (INK, "#FFFFFF") if framed else (style.color, self._place.ground)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, ground)
        palette.setColor(QPalette.ColorRole.Text, ink)
        self.setPalette(palette)
        edge = f"2px solid {ACCENT}; border-radius: 4px" if framed else "none"
        self.setStyleSheet(
            f"QTextEdit {{ background: {ground}; color: {ink}; border: {edge};"
            f" selection-background-color: {ACCENT}; selection-color: white; padding: 0; }}"
        )

    def _set_lines(self) -> None:
        """As far from line to line as on the map; not as something that undo would take back."""
        rows = QTextBlockFormat()
        rows.setLineHeight(self._place.style.size * self._place.style.leading * self._place.pixels_per_point, _ROW)
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(rows)
        self.document().setUndoRedoEnabled(True)

    def _grow(self) -> None:
        """As high as the text needs: nothing that is typed may be out of sight."""
        place, around = self._place, _MARGIN + (_EDGE + 2.0 if self._place.framed else 0.0)
        width = round(place.width + 2 * around)
        self.resize(width, self.height())
        self.document().setTextWidth(self.viewport().width())
        height = self.document().size().height() + (4.0 if place.framed else 0.0)
        style = place.style
        sunk = QFontMetricsF(self.font()).ascent() - baseline_of(style) * place.pixels_per_point
        left, top = round(place.corner.x() - around), round(place.corner.y() - around - sunk)
        self.setGeometry(left, top, width, round(height))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words go into the text. Cards, lines, tables and images go into the cell, while nothing is written yet."""
        kind = kind_of(source)
        several = kind == "words" and re.search(r"[\t\n\r]", source.text().strip()) is not None
        if self._fresh and not self.text() and (several or kind not in ("", "words")):
            self.brought.emit(source)
        else:
            super().insertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Keys that mean something on the map, such as Ctrl+Enter, are keys of writing here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence(event.keyCombination())
            if any(action.shortcut() == keys for action in self._map.actions()):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers()
        shift = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in _RETURN and shift:
            self.textCursor().insertText("\n")  # not Qt's line separator, which a file would keep
        elif key in _RETURN:
            self.commit("" if keys & Qt.KeyboardModifier.ControlModifier else "below")
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.commit("back" if shift or key == Qt.Key.Key_Backtab else "next")
        else:
            super().keyPressEvent(event)
        event.accept()  # a key that means nothing here does not mean something on the map

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.commit()
