"""Asking whether images that are much finer than paper can show are scaled down before they come into the project."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from journey_editor.layout.numbers import number
from journey_editor.session.shrinking import Taken, may_be_smaller, smaller
from journey_editor.wording import language, tr, trn

from .messages import Answer, Message

_LONGEST_NAME = 60
_MB = 2**20


def fitted(window: QWidget, images: Sequence[Taken]) -> list[Taken] | None:
    """The images as they are to be taken in, each as the user says; None if they are not to be taken in at all."""
    fitting: list[Taken] = []
    remembered = ""
    for n, image in enumerate(images):
        less = _worked_out(image)
        if less is None:
            fitting.append(image)
            continue
        if not remembered:
            further = sum(may_be_smaller(other) for other in images[n + 1 :])
            question = LargeImage(window, image, less, further)
            question.exec()
            if question.answer not in ("less", "keep"):
                return None
            answer = question.answer
            if question.same_for_all:
                remembered = answer
        else:
            answer = remembered
        fitting.append(less if answer == "less" else image)
    return fitting


class LargeImage(Message):
    """One image, its size, and what would be enough. `same_for_all` says whether the `further` ones are meant too."""

    def __init__(self, window: QWidget, image: Taken, less: Taken, further: int) -> None:
        text = tr(
            "“{file}” has {width} × {height} pixels ({size}). On paper {less_width} × {less_height} are enough: "
            "{less_size}. The file on your disk stays as it is.",
            file=_short(image.asset.name),
            width=_number(image.asset.width),
            height=_number(image.asset.height),
            size=size_word(len(image.data)),
            less_width=_number(less.asset.width),
            less_height=_number(less.asset.height),
            less_size=size_word(len(less.data)),
        )
        answers = [
            Answer("cancel", tr("Cancel")),
            Answer("keep", tr("Keep the size")),
            Answer("less", tr("Scale down"), default=True, kind="filled"),
        ]
        super().__init__(window, tr("Scale this image down?"), text, answers, icon_name="image", icon_role="accent")
        words = trn("The same for one further large image", "The same for {n} further large images", further)
        self._same = QCheckBox(words, self)
        self._same.setVisible(further > 0)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self._same)

    @property
    def same_for_all(self) -> bool:
        return self._same.isChecked()


def size_word(size: int) -> str:
    """A number of bytes in words: "8.2 MB", "340 KB"."""
    if size >= _MB / 10:
        return tr("{n} MB", n=_number(round(size / _MB, 1)))
    return tr("{n} KB", n=_number(max(1, round(size / 1024))))


def _number(value: float) -> str:
    """Grouped from four digits on, as pixels are read."""
    if isinstance(value, int) and 1000 <= value < 10_000:
        return f"{value:,}".replace(",", "." if language() == "de" else ",")
    return number(value, language())


def _worked_out(image: Taken) -> Taken | None:
    if not may_be_smaller(image):
        return None
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return smaller(image)
    finally:
        QGuiApplication.restoreOverrideCursor()


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
