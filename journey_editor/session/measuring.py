"""What somebody types for a figure, "3,25 s / 2", read by the habits of a language, and written into a measure.

Only what is said is changed: without a unit the old one stays, and without a slash the old target.
"""

from __future__ import annotations

import re
from math import isfinite
from typing import NamedTuple

from journey_editor.edit.cards import set_card, the_card
from journey_editor.edit.change import EditError
from journey_editor.edit.translations import set_text
from journey_editor.model.cards import Measure, Metric
from journey_editor.model.project import Project
from journey_editor.wording import tr

#: The name under which a measure's value and target are written on the map, beside the fields of `translatable`.
FIGURES = "figures"

_NUMBER = r"[+\-−]?\d+(?:[.,\u00a0\u202f'’]\d+)*"
_SAID = re.compile(
    rf"(?P<value>{_NUMBER})?[–—-]?\s*(?P<unit>[^\d/\s].*?|/[^\d\s].*?)?"
    rf"(?P<slash>(?:(?<=\d)|^|\s+|(?<=[–—-])|(?<=%))/\s*(?:(?P<target>{_NUMBER})\s*(?P<other>[^\d\s].*)?)?)?$"
)
_COMMA = frozenset(("de", "fr", "es", "it", "nl", "pt", "pl", "cs", "da", "sv", "nb", "fi", "tr", "ru", "uk"))


class Said(NamedTuple):
    """What was typed: a value, a unit ("" where none is named), and the target, if a slash stands before it."""

    value: float | None
    unit: str
    target: float | None
    has_target: bool


def read_figures(text: str, language: str) -> Said:
    """Raises EditError, with a sentence, where the text is no figure."""
    found = _SAID.match(" ".join(text.replace("\N{NO-BREAK SPACE}", " ").split()))
    if found is None or (found["unit"] and not (found["value"] or found["target"])):
        raise _unclear(text)
    value, target = (_number(found[part], language) if found[part] else None for part in ("value", "target"))
    return Said(value, (found["unit"] or found["other"] or "").strip(), target, found["slash"] is not None)


def write_figures(project: Project, language: str, card: str, text: str) -> Project:
    """The measure with what was typed. Raises EditError."""
    said = read_figures(text, language)
    node = the_card(project, card).card
    assert isinstance(node, Measure)
    metric: Metric = node.metric.evolve(value=said.value)
    if said.has_target:
        metric = metric.evolve(target=said.target)
    project = set_card(project, card, metric=metric)
    return set_text(project, language, card, "metric.unit", said.unit) if said.unit else project


def _number(text: str, language: str) -> float:
    """A number with decimals and groups as the language writes them. What cannot be groups of three are decimals: in
    English, 1,5 is one and a half as well."""
    bare = re.sub("[\u00a0\u202f'’]", "", text.replace("−", "-"))
    point, group = (",", ".") if language.split("-")[0] in _COMMA else (".", ",")
    if point not in bare and not re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}(?:\{group}\d{{3}})+", bare):
        point, group = group, point
    try:
        value = float(bare.replace(group, "").replace(point, "."))
    except ValueError as error:
        raise _unclear(text) from error
    if not isfinite(value):
        raise _unclear(text)
    return value


def _unclear(text: str) -> EditError:
    short = text if len(text) <= 20 else text[:19] + "…"
    return EditError(tr("“{text}” is no figure. Write it like this: 42 % / 50", text=short))
