"""What is mended instead of refused: harmless faults of a file are put right and reported, so that it opens.

Mended are line ends of other systems, and control characters in texts, which no font can show and which other programs
leave behind. Figures with more digits than a number of the program holds are rounded. Nothing here guesses: what could
be meant in two ways is refused by the checks that follow.
"""

from __future__ import annotations

import re
from typing import Any

from journey_editor.model.cards import Card, Measure, Metric, Touchpoint
from journey_editor.model.problem import Problem
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from journey_editor.wording import tr

from .jsontext import escaped, walk

_LINE_END = re.compile("\r\n?")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")  # with the carriage return

_EXACT = 2**53  # below, a float holds every whole number


def may_be_rounded(project: Project) -> bool:
    """Whether a figure of the project is so large that the file may have said it with more digits. Only figures can be
    as large."""
    figures = (metric for journey in project.maps for _, _, card in all_cards(journey) for metric in _metrics(card))
    return any(abs(number) >= _EXACT for metric in figures for number in (metric.value, metric.target) if number)


def _metrics(card: Card) -> tuple[Metric, ...]:
    if isinstance(card, Touchpoint):
        return card.metrics
    return (card.metric,) if isinstance(card, Measure) else ()


def repair(document: dict[str, Any]) -> tuple[Problem, ...]:
    """Mends the document in place; what was mended, with its place."""
    report = []
    for pointer, value in walk(document):
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, text in list(items):
            if type(text) is int and abs(text) >= _EXACT:
                rounded = _as_float(text)
                if rounded != text:
                    value[key] = rounded
                    what = tr("The number has more digits than can be kept. It was rounded.")
                    report.append(Problem(f"{pointer}/{escaped(str(key))}", what))
            elif isinstance(text, str) and _CONTROL.search(text):
                lines = _LINE_END.sub("\n", text)
                value[key] = _CONTROL.sub("", lines)
                if value[key] != lines:
                    what = tr("Control characters were removed from the text.")
                else:
                    what = tr("Line ends of another system were replaced in the text.")
                report.append(Problem(f"{pointer}/{escaped(str(key))}", what))
    return tuple(report)


def _as_float(number: int) -> float:
    """The nearest number that a figure can have; what is beyond all is refused by the checks that follow."""
    try:
        return float(number)
    except OverflowError:
        return number
