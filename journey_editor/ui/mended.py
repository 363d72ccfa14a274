"""What was mended while a file was opened, told in one dialog: nothing is changed behind the user's back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journey_editor.model.problem import Problem
from journey_editor.ui.dialogs.messages import Answer, Message
from journey_editor.wording import tr, trn

_MOST_LINES = 1000  # as many as anybody reads


def tell_what_was_mended(parent: QWidget, path: Path, report: Sequence[Problem]) -> None:
    """Names every change; the file on the disk is still as it was. Nothing to tell shows nothing."""
    if report:
        mended(parent, path, report).exec()


def mended(parent: QWidget, path: Path, report: Sequence[Problem]) -> Message:
    """The dialog of `tell_what_was_mended`."""
    lines = [f"{place}: {what}" for place, what in report[:_MOST_LINES]]
    if more := len(report) - len(lines):
        lines.append(trn("({n} more change.)", "({n} more changes.)", more))
    words = trn(
        "{n} place in “{file}” was not as it should be and was mended. The file on the disk stays as it is until you "
        "save.",
        "{n} places in “{file}” were not as they should be and were mended. The file on the disk stays as it is until "
        "you save.",
        len(report),
        file=path.name,
    )
    done = [Answer("ok", tr("OK"), default=True, kind="filled")]
    return Message(parent, tr("The file was mended while it was opened"), words, done, details="\n".join(lines))
