"""Fields for text: one that grows with what is in it, for titles and descriptions alike, and one for lists of texts.

Nothing is cut: a long title wraps. Text is plain and may be as long as anyone likes; past some lines the field scrolls,
and a book is shown as its beginning until one asks for all of it (`long_text`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from journey_editor.ui.words import plain_tip
from journey_editor.wording import tr, trn

from .attributes import SEVERAL, Attribute, WordList, storable
from .field import Field, Mark, set_look
from .long_text import BEGINNING, MOST_LETTERS, LongTextFoot
from .scope import Scope

_MARGIN = 3  # above and below the text, and beside it, inside of frame and padding
_FRAME = 2  # frame and padding, above as below (themes/inspector.qss)
_ROUNDS = 3  # with a scroll bar, without it, and as it stays


def _nothing() -> None:
    """What a field does at Return if it was not told otherwise."""


class GrowingText(QPlainTextEdit):
    """Plain text, as high as its lines up to `most`. Without `lines`, Return ends the entry and a paste is one line."""

    def __init__(self, *, lines: bool, most: int) -> None:
        super().__init__()
        self._lines = lines
        self._most = most
        self._fitting = False
        self.ended: Callable[[], None] = _nothing
        self.moves_lines = False
        self.setProperty("kind", "growing")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # undo is the session's
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def set_hint(self, text: str) -> None:
        """What stands in the field while it is empty."""
        if text != self.placeholderText():
            self.setPlaceholderText(text)
            self._fit()

    def _fit(self) -> None:
        # A scroll bar that comes or goes changes the width and calls again, while the document still counts its lines:
        # two such calls would chase each other.
        if self._fitting:
            return
        self._fitting = True
        for _ in range(_ROUNDS):
            if not self._fit_once():
                break
        self._fitting = False

    def _fit_once(self) -> bool:
        """Take the height of the lines of now; whether that changed how wide they may be."""
        width = self.viewport().width()
        lines = max(1, round(self.document().size().height()))
        if self.document().isEmpty() and self.placeholderText():
            # What shines through an empty field, such as the text in the first language, is not cut either.
            room = QRect(0, 0, max(self.viewport().width() - 2 * _MARGIN, 1), 0)
            wraps = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
            high = QFontMetrics(self.font()).boundingRect(room, wraps, self.placeholderText()[:2000]).height()
            lines = max(1, round(high / QFontMetrics(self.font()).lineSpacing()))
        shown = min(lines, self._most)
        height = shown * QFontMetrics(self.font()).lineSpacing() + 2 * (_MARGIN + _FRAME)
        always_off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(needed if lines > shown else always_off)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        return self.viewport().width() != width

    def sizeHint(self) -> QSize:
        return QSize(80, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._moves(event):  # type: ignore[arg-type]  # of a key
            event.accept()
            return True
        return super().event(event)

    def _moves(self, event: QKeyEvent) -> bool:
        """Whether a key moves the line with the cursor; elsewhere it moves the selected card."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        moves = self.moves_lines and not self.isReadOnly() and held == Qt.KeyboardModifier.AltModifier
        return moves and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)

    def _move_line(self, by: int) -> None:
        """The line with the cursor changes places with its neighbour, in one go."""
        cursor, lines = self.textCursor(), self.toPlainText().split("\n")
        here, column = cursor.blockNumber(), cursor.positionInBlock()
        there = here + by
        if 0 <= there < len(lines):
            lines[here], lines[there] = lines[there], lines[here]
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText("\n".join(lines))
            cursor.setPosition(self.document().findBlockByNumber(there).position() + column)
            self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._moves(event):
            self._move_line(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._lines:
            self.ended()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = storable(source.text())
        self.insertPlainText(text if self._lines else " ".join(text.split("\n")).strip("\n"))


class TextField(Field):
    """A text; `lines` for one of several lines, `mark` for an icon at its left."""

    def __init__(
        self, scope: Scope, attribute: Attribute, label: str, *, lines: bool = False, mark: str = "", example: str = ""
    ) -> None:
        super().__init__(scope, attribute, label)
        self._example = example
        self._showing = False
        self._part = False  # whether only the beginning is shown
        self._whole_of: tuple[str, ...] = ()  # what all of it was asked for
        self._foot: LongTextFoot | None = None
        self.text = GrowingText(lines=lines, most=10 if lines else 5)
        self.text.ended = scope.close_typing
        self.text.textChanged.connect(self._entered)
        if mark:
            # The mark lies in the field, as one would write it.
            Mark(mark, parent=self.text).move(9, 6)
            self.text.setViewportMargins(22, 0, 0, 0)
        self.hold(self.text, self.text)

    def show_value(self, value: Any, hint: str) -> None:
        several = value is SEVERAL
        text = self.as_text(value)
        self._part = len(text) > MOST_LETTERS and self._whole_of != self.scope.ids
        self._showing = True
        self.text.setPlainText(text[:BEGINNING] if self._part else text)
        self._showing = False
        self.text.setReadOnly(self._part)
        if self._part and self._foot is None:
            self._foot = LongTextFoot(self.label, self._show_all)
            self.add_below(self._foot)
        if self._foot is not None:
            self._foot.say(len(text) if self._part else 0)
        self.text.set_hint(tr("several values") if several else (hint or self._example))
        self._lean(several)

    def _show_all(self) -> None:
        self._whole_of = self.scope.ids
        self.refresh(anew=True)
        self.text.setFocus()

    def as_text(self, value: Any) -> str:
        return value if isinstance(value, str) else ""

    def _lean(self, several: bool) -> None:
        """ "several values" stands there in italics, what is entered does not."""
        set_look(self.text, "several", several)

    def _entered(self) -> None:
        if not self._showing and not self._part:
            self._lean(False)
            self.enter(storable(self.text.toPlainText()))

    def enter(self, text: str) -> None:
        self.store(text, typing=True)

    def scrolls_itself(self) -> bool:
        return True  # and hands the wheel on at its ends


class LinesField(TextField):
    """A list of texts, one in each line. In another language, line n translates the n-th of the first language."""

    attribute: WordList

    def __init__(self, scope: Scope, attribute: WordList, label: str) -> None:
        super().__init__(scope, attribute, label, lines=True, example=tr("one per line"))

        self.text.moves_lines = True
        self.text.setToolTip(plain_tip(tr("Alt+Up and Alt+Down move a line")))

    def as_text(self, value: Any) -> str:
        return "\n".join(value) if isinstance(value, tuple) else ""

    def enter(self, text: str) -> None:
        lines = [line.strip() for line in text.split("\n")]
        places = self.attribute.places(self.scope)
        if places is None:
            self.store(tuple(line for line in lines if line), typing=True)
            return
        while lines and not lines[-1]:
            lines.pop()
        if len(lines) > places:
            self.complain(
                trn(
                    "The first language has {n} line here; more are added there.",
                    "The first language has {n} lines here; more are added there.",
                    places,
                )
            )
            return
        self.store(tuple(lines), typing=True)


class AddressField(TextField):
    """A web or mail address. Anything else (javascript:, file: ...) could do harm when clicked and is refused."""

    def enter(self, text: str) -> None:
        address = text.strip()
        trouble = address_trouble(address)
        if trouble:
            self.complain(trouble)
        else:
            self.store(address, typing=True)


def address_trouble(address: str) -> str:
    """Why an address is not stored, or ""."""
    scheme, colon, rest = address.partition(":")
    if not colon or scheme.lower() not in ("https", "http", "mailto"):
        return tr("An address begins with https://, http:// or mailto:")
    if any(character.isspace() for character in address):
        return tr("An address has no spaces.")
    if not rest.removeprefix("//") or (scheme.lower() != "mailto" and not rest.startswith("//")):
        return tr("The address is not complete yet.")
    return ""
