"""How large the type on the wall is: it grows with the window, so that it can be read from the last row.

On a screen of 1600 x 1000, on a wall two metres wide, what is asked and answered is 30 px and more: 38 mm, which can
be read from five metres and beyond. The map beside it is what the group looks at between two answers.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize

_AT = QSize(1600, 1000)
_LEAST, _MOST = 0.55, 2.4
#: How much larger or smaller the user may make it.
STEPS = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.4)


class Sizes(NamedTuple):
    """Lengths in pixels, for one size of the window."""

    where: int
    question: int
    help: int
    answer: int
    option: int
    fact: int
    hint: int
    clock: int
    gap: int

    @property
    def style(self) -> str:
        """The style sheet of a page in these sizes; colours are the theme's."""
        sizes = {
            'QLabel[wall="where"]': self.where,
            'QLabel[wall="question"]': self.question,
            'QLabel[wall="help"]': self.help,
            'QLabel[wall="fact"]': self.fact,
            'QLabel[wall="fact-head"]': self.fact,
            'QPlainTextEdit[wall="answer"]': self.answer,
            'QLineEdit[wall="answer"]': self.option,
            'QPushButton[wall="option"]': self.option,
            'QPushButton[wall="offer"]': self.fact,
            'QCheckBox[wall="check"]': self.fact,
            'QPushButton[wall="hint"]': self.hint,
            'QLabel[wall="clock"]': self.clock,
        }
        return "\n".join(f"{name} {{ font-size: {px}px; }}" for name, px in sizes.items())


def sizes(window: QSize, by: float = 1.0) -> Sizes:
    """The sizes for a window, made larger or smaller by a factor of the user's."""
    scale = min(window.width() / _AT.width(), window.height() / _AT.height())
    scale = min(max(scale, _LEAST), _MOST) * by

    def px(wanted: float, least: int) -> int:
        return max(round(wanted * scale), least)

    return Sizes(
        where=px(24, 14),
        question=px(38, 19),
        help=px(23, 13),
        answer=px(34, 17),
        option=px(27, 15),
        fact=px(22, 13),
        hint=px(18, 12),
        clock=px(34, 16),
        gap=px(20, 8),
    )
