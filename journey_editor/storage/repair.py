"""What is mended instead of refused: harmless faults of a file are put right and reported, so that it opens.

Mended are line ends of other systems, and control characters in texts, which no font can show and which other programs
leave behind. Nothing here guesses: what could be meant in two ways is refused by the checks that follow.
"""

from __future__ import annotations

import re
from typing import Any

from journey_editor.model.problem import Problem
from journey_editor.wording import tr

from .jsontext import walk

_LINE_END = re.compile("\r\n?")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def repair(document: dict[str, Any]) -> tuple[Problem, ...]:
    """Mends the document in place; what was mended, with its place."""
    report = []
    for pointer, value in walk(document):
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, text in list(items):
            if isinstance(text, str) and _CONTROL.search(text):
                lines = _LINE_END.sub("\n", text)
                value[key] = _CONTROL.sub("", lines)
                if value[key] != lines:
                    report.append(Problem(f"{pointer}/{key}", tr("Control characters were removed from the text.")))
    return tuple(report)
