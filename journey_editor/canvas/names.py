"""What the things on a map are called, for hints, labels and the screen reader: always words, never an id."""

from __future__ import annotations

from journey_editor.layout.numbers import number
from journey_editor.model.cards import Measure, Note, Picture, Touchpoint
from journey_editor.model.columns import Phase, Step
from journey_editor.model.lanes import EmotionLane, LaneBase
from journey_editor.model.paths import Path
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import all_cards, cards_at, find_lane, find_step, map_personas, text_in
from journey_editor.model.things import find_thing
from journey_editor.model.translatable import text_at
from journey_editor.session.acts import lane_title
from journey_editor.session.session import Session
from journey_editor.wording import language, tr, trn

_LONGEST = 40


def text_of(session: Session, thing: str, field: str) -> str:
    """A thing's text in the language that the map is shown in."""
    project, found = session.project, find_thing(session.project, thing)
    own = (text_at(found.node, field) or "") if found is not None else ""
    if session.language == project.language:
        return own
    return project.translations.get(session.language, {}).get(f"{thing}.{field}") or own


def field_of(session: Session, thing: str) -> str | None:
    """The text that stands for a thing on the map and is edited in place; None for what has none."""
    found = find_thing(session.project, thing)
    if found is None:
        return None
    node = found.node
    if isinstance(node, (Touchpoint, Phase, Step, LaneBase, JourneyMap)):
        return "title"
    if isinstance(node, (Note, Picture)):
        return "text"
    if isinstance(node, Measure):
        return "metric.name"
    return "condition" if isinstance(node, Path) else None


def kind_of(session: Session, thing: str) -> str:
    """What a thing is, in a word; "" for an unknown one."""
    if "/" in thing:
        return tr("Cell")
    found = find_thing(session.project, thing)
    if found is None:
        return ""
    return {
        "map": lambda: tr("Map"),
        "phase": lambda: tr("Phase"),
        "step": lambda: tr("Step"),
        "lane": lambda: tr("Lane"),
        "touchpoint": lambda: tr("Touchpoint"),
        "note": lambda: tr("Note"),
        "measure": lambda: tr("Metric"),
        "picture": lambda: tr("Picture"),
        "path": lambda: tr("Path"),
        "counterpart": lambda: tr("Trace"),
        "point": lambda: tr("Point of the curve"),
    }.get(found.kind, lambda: "")()


def name_of(session: Session, thing: str) -> str:
    """A short name: the first line of its text, or what it is where it has none."""
    field = field_of(session, thing)
    text = text_of(session, thing, field).strip().split("\n")[0] if field else ""
    if text:
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
    found = find_thing(session.project, thing)
    if found is not None and isinstance(found.node, LaneBase):
        return lane_title(getattr(found.node, "kind", "text"), session.language)
    if found is not None and isinstance(found.node, Step) and found.journey is not None:
        phase, step = find_step(found.journey, thing)
        if len(phase.steps) == 1:
            return name_of(session, phase.id)
        return tr("step {n} of {phase}", n=phase.steps.index(step) + 1, phase=name_of(session, phase.id))
    if found is not None and isinstance(found.node, Phase) and found.journey is not None:
        return tr("phase {n}", n=[phase.id for phase in found.journey.phases].index(thing) + 1)
    return tr("untitled")


def place_name(session: Session, lane: str, step: str) -> str:
    """A cell, as "Personal, Compare"."""
    return tr("{lane}, {step}", lane=name_of(session, lane), step=name_of(session, step))


def spoken(session: Session, thing: str) -> str:
    """A thing in one sentence, for a screen reader: what it is, its words, where it lies and what it holds."""
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
    described = tr("{kind}: {words}", kind=kind_of(session, thing), words=words or name_of(session, thing))
    found = find_thing(session.project, thing)
    if found is not None and isinstance(found.node, Touchpoint) and found.node.description:
        described += ". " + text_of(session, thing, "description")
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
        values = [point.value for point in lane.points if (point.step, point.persona) == (step, persona.id)]
        values = values if lane.points_from != "touchpoints" else []
        for holder, at, card in all_cards(session.journey) if lane.points_from != "hand" else ():
            if at == step and isinstance(card, Touchpoint) and not holder.hidden:
                values += [e.value for e in card.emotions if e.persona == persona.id and e.value is not None]
        name = text_in(session.project, session.language, persona.id, "name", persona.name)
        said += [f"{name} {signed(value)}" for value in values]
    return tr("Curve {place}: {feelings}", place=place_name(session, lane.id, step), feelings=", ".join(said) or "–")


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
