"""What the things on a map are called in hints, and as sentences for the screen reader."""

from __future__ import annotations

from journey_editor.layout.numbers import number
from journey_editor.model.cards import Measure, Note, Touchpoint
from journey_editor.model.lanes import EmotionLane
from journey_editor.model.paths import Path
from journey_editor.model.queries import all_cards, cards_at, find_lane, map_personas, text_in
from journey_editor.model.things import find_thing
from journey_editor.model.tones import tone_word
from journey_editor.session import marking
from journey_editor.session.marking import mark_at
from journey_editor.session.names import field_of as field_of
from journey_editor.session.names import kind_of as kind_of
from journey_editor.session.names import name_of as name_of
from journey_editor.session.names import place_name as place_name
from journey_editor.session.names import text_of as text_of
from journey_editor.session.session import Session
from journey_editor.wording import language, tr, trn

from . import measuring


def spoken(session: Session, thing: str) -> str:
    """A thing in one sentence, for a screen reader: what it is, its words, where it lies and what it holds."""
    if (mark := mark_at(session, thing)) is not None:
        return marking.said(session, mark)
    if "/" in thing:
        lane, _, step = thing.partition("/")
        if isinstance(found_lane := find_lane(session.journey, lane), EmotionLane):
            return _curve_spoken(session, found_lane, step)
        count = len(cards_at(find_lane(session.journey, lane), step))
        holds = trn("{n} card", "{n} cards", count) if count else tr("empty")
        return tr("Cell {place}, {holds}", place=place_name(session, lane, step), holds=holds)
    path = next((path for path in session.journey.paths if path.id == thing), None)
    if path is not None:
        return _path_spoken(session, path)
    field = field_of(session, thing)
    words = text_of(session, thing, field) if field else ""
    found = find_thing(session.project, thing)
    kind = kind_of(session, thing)
    if found is not None and isinstance(found.node, Note) and (tone := tone_word(found.node.tone)):
        kind = tr("{kind}, {tone}", kind=kind, tone=tone)
    described = tr("{kind}: {words}", kind=kind, words=words or name_of(session, thing))
    if found is not None and isinstance(found.node, Touchpoint) and found.node.description:
        described += ". " + text_of(session, thing, "description")
    if found is not None and isinstance(found.node, Measure):
        described += ". " + measuring.said(session, thing)
    return described


def _path_spoken(session: Session, path: Path) -> str:
    """A path: where from, where to, of what kind, and when it is taken."""
    kind = {
        "sequence": lambda: tr("sequence"),
        "choice": lambda: tr("choice"),
        "loop": lambda: tr("loop back"),
        "handover": lambda: tr("handover"),
    }[path.kind]()
    ends = tr(
        "Path from “{name}” to “{other}”", name=name_of(session, path.source), other=name_of(session, path.target)
    )
    return ", ".join(part for part in (ends, kind, text_of(session, path.id, "condition")) if part)


def _curve_spoken(session: Session, lane: EmotionLane, step: str) -> str:
    """A cell of a curve: who feels what in it."""
    said = []
    for persona in map_personas(session.project, session.journey):
        if lane.personas and persona.id not in lane.personas:
            continue
        drawn = [point.value for point in lane.points if (point.step, point.persona) == (step, persona.id)]
        drawn = drawn if lane.points_from != "touchpoints" else []
        felt: list[float] = []
        for holder, at, card in all_cards(session.journey) if lane.points_from != "hand" else ():
            if at == step and isinstance(card, Touchpoint) and not holder.hidden:
                felt += [e.value for e in card.emotions if e.persona == persona.id and e.value is not None]
        name = text_in(session.project, session.language, persona.id, "name", persona.name)
        if lane.points_from == "compare":
            said += _compared(name, felt, drawn)
        else:
            said += [f"{name} {signed(value)}" for value in drawn + felt]
    return tr("Curve {place}: {feelings}", place=place_name(session, lane.id, step), feelings=", ".join(said) or "–")


def _compared(name: str, felt: list[float], drawn: list[float]) -> list[str]:
    """What the touchpoints say and what was drawn by hand, each on the average, and how far that is apart."""
    parts = []
    if felt:
        parts.append(tr("touchpoints {value}", value=signed(_mean(felt))))
    if drawn:
        parts.append(tr("by hand {value}", value=signed(_mean(drawn))))
    if felt and drawn:
        parts.append(tr("difference {value}", value=signed(_mean(drawn) - _mean(felt))))
    return [f"{name}: {', '.join(parts)}"] if parts else []


def _mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 1)


def signed(value: float) -> str:
    """A feeling as a figure in the program's language, with its sign."""
    text = number(value, language())
    return f"+{text}" if value > 0 else text


def offer_words(session: Session, cell: str) -> str:
    """What a double click or Enter would make in a cell; "" where the lane holds no cards."""
    lane, _, _ = cell.partition("/")
    return {
        "touchpoints": lambda: tr("Touchpoint"),
        "notes": lambda: tr("Note"),
        "text": lambda: tr("Text"),
        "metrics": lambda: tr("Metric"),
        "images": lambda: tr("Picture"),
    }.get(find_lane(session.journey, lane).kind, lambda: "")()
