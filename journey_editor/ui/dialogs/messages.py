"""Messages and questions: a head, a sentence, and buttons that say what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.icons import Sign
from journey_editor.ui.words import breakable, label
from journey_editor.wording import tr

_WIDTH = 460


@dataclass(frozen=True)
class Answer:
    """A button: what it answers, what it says, and whether it is the one that Enter presses."""

    key: str
    text: str
    default: bool = False
    kind: Literal["", "filled", "danger"] = ""


class Message(QDialog):
    """A message with its answers. `answer` is "" when it was closed by Escape."""

    def __init__(
        self,
        parent: QWidget | None,
        head: str,
        text: str,
        answers: Sequence[Answer],
        *,
        icon_name: str = "circle-alert",
        icon_role: str = "warning",
        details: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Journey Editor"))
        self.setModal(True)
        self.answer = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(Sign(icon_name, icon_role, 24), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        for part, role in ((head, "dialog-head"), (text, "")):
            line = label(breakable(part), role)
            line.setWordWrap(True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(line)
        words.addStretch(1)
        top.addLayout(words, 1)
        column.addLayout(top)
        if details:
            box = QPlainTextEdit(details, self)
            box.setReadOnly(True)
            box.setAccessibleName(tr("Details"))
            box.setMinimumHeight(160)
            column.addWidget(box)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for entry in answers:
            row.addWidget(self._button(entry))
        column.addSpacing(8)
        column.addLayout(row)
        self.setMinimumWidth(_WIDTH)
        self.setAccessibleName(head)
        self.setAccessibleDescription(text)
        FocusRing(self)

    def sizeHint(self) -> QSize:
        """As high as its lines are at the width that it will have, not at the narrower one they could do with."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), _WIDTH), hint.height())

    def _button(self, entry: Answer) -> QPushButton:
        button = QPushButton(entry.text, self)
        button.setObjectName(entry.key)
        button.setMinimumHeight(32)
        if entry.kind:
            button.setProperty("kind", entry.kind)
        button.setDefault(entry.default)
        button.setAutoDefault(entry.default)
        button.clicked.connect(self._take)
        if entry.default:
            button.setFocus()
        return button

    def _take(self) -> None:
        button = self.sender()
        self.answer = button.objectName()
        self.accept()


def say(parent: QWidget | None, head: str, text: str, details: str = "") -> None:
    """Tell of something that went wrong."""
    done = [Answer("ok", tr("OK"), default=True)]
    Message(parent, head, text, done, icon_role="error", details=details).exec()


def ask_to_save(parent: QWidget, title: str) -> Literal["save", "discard", ""]:
    """What to do with unsaved changes; "" is: stay."""
    message = Message(
        parent,
        tr("Save the changes to “{title}”?", title=title),
        tr("What was changed since the last save is lost otherwise."),
        [
            Answer("discard", tr("Do not save"), kind="danger"),
            Answer("cancel", tr("Cancel")),
            Answer("save", tr("Save"), default=True, kind="filled"),
        ],
        icon_name="save",
    )
    message.exec()
    match message.answer:
        case "save" | "discard" as answer:
            return answer
    return ""


def ask_to_keep_restored(parent: QWidget, title: str) -> Literal["keep", "delete", ""]:
    """What to do with restored work that is not saved; "" is: stay."""
    message = Message(
        parent,
        tr("Keep the restored work on “{title}” for later?", title=title),
        tr("It stands in no file yet. If it is kept, the next start offers it again."),
        [
            Answer("delete", tr("Delete it for good"), kind="danger"),
            Answer("cancel", tr("Cancel")),
            Answer("keep", tr("Keep it"), default=True, kind="filled"),
        ],
        icon_name="save",
    )
    message.exec()
    return {"keep": "keep", "delete": "delete"}.get(message.answer, "")  # type: ignore[return-value]


def confirm(parent: QWidget, head: str, text: str, action: str, *, for_good: bool = False) -> bool:
    """Ask before something that takes much away. Enter does it, unless no undo brings it back (`for_good`)."""
    message = Message(
        parent,
        head,
        text,
        [Answer("cancel", tr("Cancel"), default=for_good), Answer("go", action, default=not for_good, kind="danger")],
        icon_name="trash-2",
    )
    message.exec()
    return message.answer == "go"
