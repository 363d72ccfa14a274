"""The lines of a service blueprint, from top to bottom, and what they are called."""

from __future__ import annotations

from typing import Literal

from journey_editor.wording import tr

Line = Literal["interaction", "visibility", "internal-interaction"]

LINES: tuple[Line, ...] = ("interaction", "visibility", "internal-interaction")


def line_word(line: str, language: str | None = None) -> str:
    """What a separator is called that has no title of its own; "" for a plain one."""
    words = {
        "interaction": tr("Line of interaction", to=language),
        "visibility": tr("Line of visibility", to=language),
        "internal-interaction": tr("Line of internal interaction", to=language),
    }
    return words.get(line, "")
