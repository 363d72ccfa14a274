"""What all fields have in common: they show an attribute, store each entry at once, and say why they did not.

A field is only redrawn if the stored value is another than the one it showed last, so that an edit keeps the cursor
and a wrong entry stays to be mended while the rest of the project changes.
"""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journey_editor.ui.icons import icon
from journey_editor.wording import tr

from .attributes import Attribute
from .scope import Scope

_NOTHING: Final = object()


def plain_label(text: str = "", role: str = "") -> QLabel:
    """A label that takes no text for markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setText(text)
    if role:
        label.setProperty("role", role)
    return label


def no_mnemonic(text: str) -> str:
    """For buttons and for labels with a buddy: an "&" of the user's stays an "&"."""
    return text.replace("&", "&&")


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and let it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it will look for the first time later
            widget.style().unpolish(widget)
            widget.style().polish(widget)


class Mark(QWidget):
    """An icon beside text, in the theme's colour of the moment it is painted."""

    def __init__(self, name: str = "", role: str = "text_2", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_icon(name, role)

    def show_icon(self, name: str, role: str = "text_2") -> None:
        self._icon = icon(name, role) if name else QIcon()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._icon.paint(painter, self.rect())


class Complaint(QWidget):
    """The sentence under a field that says what is wrong with the entry."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = plain_label(role="error")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 0)
        row.setSpacing(6)
        row.addWidget(Mark("circle-alert", "error", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))

    def text(self) -> str:
        return self._sentence.text()


class Field(QWidget):
    """A control for one attribute. Subclasses make the control and say how it shows a value."""

    def __init__(self, scope: Scope, attribute: Attribute, label: str) -> None:
        super().__init__()
        self.scope = scope
        self.attribute = attribute
        self.label = label
        self.part = ""  # what of the nodes it belongs to, if not to them as a whole
        self._shown: object = _NOTHING
        self._hint: str | None = None
        self._complaint: Complaint | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def hold(self, body: QWidget, *controls: QWidget) -> None:
        """Take what a subclass made: the body to be shown and the controls in it that take the focus."""
        self._controls = controls
        self._column.addWidget(body)
        for control in controls:
            control.installEventFilter(self)
            if not control.accessibleName():
                control.setAccessibleName(self.label)

    def add_below(self, body: QWidget) -> None:
        """What a subclass has to say about its control."""
        self._column.insertWidget(1, body)

    @property
    def control(self) -> QWidget:
        """What takes the focus when the label is activated."""
        return self._controls[0]

    def set_label(self, label: str) -> None:
        """The name of the field for screen readers and undo, where it is the user's own word."""
        if label != self.label:
            for control in self._controls:
                control.setAccessibleName(control.accessibleName().replace(self.label, label))
            self.label = label

    def show_value(self, value: Any, hint: str) -> None:
        """Show a value (SEVERAL and None included); must not store anything."""
        raise NotImplementedError

    def refresh(self, anew: bool = False) -> None:
        """Show the stored value if it changed; `anew` also drops what was entered and not stored."""
        value, hint = self.attribute.read(self.scope), self.attribute.hint(self.scope)
        if anew or value != self._shown or hint != self._hint:
            self._shown, self._hint = value, hint
            self.show_value(value, hint)
            self.complain("")

    def store(self, value: Any, *, typing: bool = False) -> None:
        """Store an entry as an edit of its own, or, while typing, as a part of the one that goes on."""
        before, self._shown = self._shown, value
        merge = (self.attribute.key, self.scope.ids) if typing else None
        named = f"{self.part} · {self.label}" if self.part else self.label
        refusal = self.scope.change(
            tr("{field} changed", field=named), lambda now: self.attribute.write(self.scope, now, value), merge
        )
        if refusal:
            self._shown = before
        self.complain(refusal)

    def complain(self, sentence: str) -> None:
        """Say what is wrong with the entry; "" takes it back."""
        if self._complaint is None:
            if not sentence:
                return
            self._complaint = Complaint()
            self._column.addWidget(self._complaint)
        if sentence != self._complaint.text():
            self._complaint.say(sentence)
            for control in self._controls:
                control.setAccessibleDescription(sentence)
                set_look(control, "wrong", bool(sentence))

    @property
    def complaint(self) -> str:
        return self._complaint.text() if self._complaint else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.scope.close_typing()
        elif kind == QEvent.Type.Wheel:
            # Turning the wheel scrolls the panel; it must not change a value that happens to lie under the pointer.
            if not self.scrolls_itself():
                event.ignore()
                return True
        elif kind == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if _undo_or_redo(event):
                event.ignore()  # else a text field keeps the keys for an undo of its own
                return True
        elif kind == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if _undo_or_redo(event):
                # Only where no action of the window has the shortcut.
                session = self.scope.session
                if event.matches(QKeySequence.StandardKey.Undo):
                    session.undo()
                else:
                    session.redo()
                return True
            if event.key() == Qt.Key.Key_Escape and self.complaint:
                self.refresh(anew=True)
                return True
        return super().eventFilter(watched, event)

    def scrolls_itself(self) -> bool:
        return False


def _undo_or_redo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
