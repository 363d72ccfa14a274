"""The figures of a measure, written where they stand: "3,25 s / 2" in a field of its own beside that of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journey_editor.layout.measures import verdict_word
from journey_editor.layout.numbers import quantity
from journey_editor.layout.result import Box, Layout
from journey_editor.layout.value_words import trend_word
from journey_editor.model.cards import Measure
from journey_editor.model.figures import unsourced
from journey_editor.model.queries import find_card
from journey_editor.session.measuring import FIGURES
from journey_editor.session.names import text_of
from journey_editor.session.session import Session
from journey_editor.wording import language, tr

if TYPE_CHECKING:
    from .view import MapView

_SHARE = 0.5  # of a measure's width, at its right, which is for the figures at least
_LINE = 12.0  # points: the height of the figures


def measure_of(session: Session, thing: str) -> Measure | None:
    """The measure that a thing is, if it is one."""
    card = find_card(session.journey, thing)
    return card if isinstance(card, Measure) else None


def figures_text(session: Session, card: str) -> str:
    """Value, unit and target as they are typed, by the habits of the language that the map is shown in."""
    measure = measure_of(session, card)
    if measure is None:
        return ""
    metric, to, unit = measure.metric, session.language, text_of(session, card, "metric.unit")
    value = "" if metric.value is None else quantity(metric.value, unit, to)
    if metric.target is None:
        return value
    return f"{value} / {quantity(metric.target, '' if value else unit, to)}".strip()


def figures_box(layout: Layout, card: str) -> Box | None:
    """The part of a measure in which its figures stand: at the right, or under a name that fills the line."""
    box, block = layout.card(card), layout.card_block(card)
    if box is None or block is None:
        return None
    x = min(block.words[0] + block.words[1], box.w * _SHARE)
    return Box("figures", card, box.x + x, box.y, box.w - x, min(box.h, _LINE))


def field_at(view: MapView, thing: str, x: float, y: float) -> str:
    """The field that a double click at a point of a thing is for: FIGURES, or "" for the one that it always has."""
    if measure_of(view.session, thing) is None:
        return ""
    box = figures_box(view.map_layout, thing)
    return FIGURES if box is not None and box.x <= x else ""


def begin(view: MapView, text: str) -> bool:
    """Begin to write the value of the measure that the keyboard stands on, with a digit or sign that was typed."""
    if not (text.isdigit() or text in ("-", "−", "+")) or measure_of(view.session, view.here) is None:
        return False
    if not view.in_place.begin(view.here, FIGURES):
        return False
    if view.in_place.editor is not None:
        view.in_place.editor.insertPlainText(text)
    return True


def said(session: Session, card: str) -> str:
    """What a measure says beside its name, for a screen reader; in the language of the program."""
    measure = measure_of(session, card)
    if measure is None:
        return ""
    metric, to, unit = measure.metric, language(), text_of(session, card, "metric.unit")
    parts = [tr("no value") if metric.value is None else quantity(metric.value, unit, to)]
    if metric.target is not None:
        parts.append(tr("target {target}", target=quantity(metric.target, unit, to)))
    parts += [verdict_word(metric, to), trend_word(metric.trend, to), tr("without source") if unsourced(metric) else ""]
    return ", ".join(part for part in parts if part)
