"""Where something new goes that was not dragged to a place: next to what is selected. Knows no widgets."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple, cast

from journey_editor.canvas.parts import Part
from journey_editor.edit.cards import add_card
from journey_editor.edit.change import EditError
from journey_editor.edit.channels import add_channel
from journey_editor.edit.lanes import add_lane
from journey_editor.edit.paths import add_path
from journey_editor.model.base import Identified
from journey_editor.model.lane_words import lane_word
from journey_editor.model.lanes import Lane, LaneKind
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import (
    cards_at,
    find_channel,
    find_lane,
    find_map,
    find_step,
    place_of,
    steps,
    text_in,
)
from journey_editor.session import acts, step_words
from journey_editor.session.session import Session
from journey_editor.session.writing import in_shown_language
from journey_editor.wording import tr

#: The lane kinds that a card part may go to, the best first.
_LANES_FOR = {
    "touchpoint": ("touchpoints",),
    "note": ("notes", "text"),
    "measure": ("metrics",),
    "picture": ("images",),
}


class Spot(NamedTuple):
    """A place between the cards of a cell."""

    lane: str
    step: str
    before: str | None


class Around(NamedTuple):
    """What the selection says about a place; "" where it says nothing."""

    lane: str = ""
    step: str = ""
    phase: str = ""
    card: str = ""


def around(journey: JourneyMap, selection: tuple[str, ...]) -> Around:
    """The lane, step, phase and card that the last selected thing stands for."""
    for thing in reversed(selection):
        place = place_of(journey, thing)
        if place is not None:
            return Around(place.lane, place.step, find_step(journey, place.step)[0].id, thing)
        lane, slash, rest = thing.partition("/")
        step = rest.partition("/")[0]  # a place of a matrix names a channel as well
        if slash and any(step == known.id for known in steps(journey)):
            return Around(lane, step, find_step(journey, step)[0].id)
        for phase in journey.phases:
            if phase.id == thing:
                return Around(step=phase.steps[0].id, phase=thing)
            if any(known.id == thing for known in phase.steps):
                return Around(step=thing, phase=phase.id)
        if any(known.id == thing for known in journey.lanes):
            return Around(lane=thing)
    return Around()


def insert(session: Session, selection: tuple[str, ...], part: Part) -> str:
    """Put a part next to the selection, as one step, and select it; its id. Raises EditError."""
    journey = session.journey
    here = around(journey, selection)
    match part.part:
        case "phase":
            return acts.add_phase_before(session, following(journey.phases, here.phase))
        case "step":
            if not journey.phases:
                raise EditError(tr("A step stands in a phase: add a phase first."))
            phase = next((phase for phase in journey.phases if phase.id == here.phase), journey.phases[-1])
            return acts.add_step_before(session, phase.id, following(phase.steps, here.step))
        case "lane":
            kind = cast(LaneKind, part.kind or "touchpoints")
            return acts.add_lane_before(session, kind, following(journey.lanes, here.lane), line=part.line)
        case "persona":
            return acts.add_persona_to_map(session)
        case "channel":
            name = tr("New channel", to=session.language)
            add = in_shown_language(session, lambda p: add_channel(p, name=name, icon="circle-dot"))
            return str(session.apply(tr("Added a channel"), add))
        case "path":
            label = step_words.connected_in_order(session, selection)
            return str(session.apply(label, lambda project: connect(project, journey, selection)))
        case _:
            label, language = _card_label(session, journey, here, part), session.language
            insert = in_shown_language(session, lambda p: _insert_card(p, journey, here, part, language))
            return str(session.apply(label, insert))


def spot_for(session: Session, selection: tuple[str, ...], part: Part) -> Spot | None:
    """Where a card would go; None where the map has to grow for it first."""
    journey = session.journey
    here = around(journey, selection)
    lane = _lane_for(journey, here.lane, _LANES_FOR[part.part], "")
    if lane is None or not journey.phases:
        return None
    return _spot(journey, here, lane)


def _spot(journey: JourneyMap, here: Around, lane: Lane) -> Spot:
    """In the column of the selection, or the first; below the selected card if that is in this lane."""
    step = here.step or next(steps(journey)).id
    before = following(cards_at(lane, step), here.card) if here.card and here.lane == lane.id else None
    return Spot(lane.id, step, before)


def _card_label(session: Session, journey: JourneyMap, here: Around, part: Part) -> str:
    """What the step is called; the lane may have to be made with it, the step of the map is there."""
    step = here.step or next((known.id for known in steps(journey)), "")
    title = ""
    if part.channel:
        channel = find_channel(session.project, part.channel)
        title = text_in(session.project, session.language, part.channel, "name", channel.name) if channel else ""
    return step_words.added_part(session, part.part, step, title)


def connect(project: Project, journey: JourneyMap, selection: tuple[str, ...]) -> tuple[Project, str]:
    """Paths from each selected touchpoint to the next, in the order of selection; the id of the last one."""
    cards = [thing for thing in selection if place_of(journey, thing) is not None]
    if len(cards) < 2:
        raise EditError(tr("Select two touchpoints or more; the path runs from the first to the next."))
    made = ""
    for source, target in pairwise(cards):
        project, made = add_path(project, journey.id, source, target)
    return project, made


def following(things: tuple[Identified, ...], thing_id: str) -> str | None:
    """The id of what follows a thing; None for the end."""
    ids = [thing.id for thing in things]
    if thing_id not in ids:
        return None
    rest = ids[ids.index(thing_id) + 1 :]
    return rest[0] if rest else None


def _insert_card(project: Project, journey: JourneyMap, here: Around, part: Part, language: str) -> tuple[Project, str]:
    kinds = _LANES_FOR[part.part]
    if not journey.phases:
        raise EditError(tr("A card stands in a phase: add a phase first."))
    channel = find_channel(project, part.channel) if part.channel else None
    lane = _lane_for(journey, here.lane, kinds, channel.mode if channel else "")
    if lane is None:
        kind = cast(LaneKind, kinds[0])
        project, lane_id = add_lane(project, journey.id, kind, title=lane_word(kind, language))
        journey = find_map(project, journey.id)
        lane = find_lane(journey, lane_id)
    spot = _spot(journey, here, lane)
    fields: dict[str, Any] = {}
    if part.part == "touchpoint":
        title = text_in(project, language, channel.id, "name", channel.name) if channel else ""
        fields = {"title": title, "channel": part.channel}
    elif part.part == "note" and part.tone and lane.kind == "notes":
        fields = {"tone": part.tone}
    return add_card(project, spot.lane, spot.step, before=spot.before, **fields)


def _lane_for(journey: JourneyMap, wanted: str, kinds: tuple[str, ...], mode: str) -> Lane | None:
    """The selected lane if it can hold the card; else the first that can, on the side that the channel belongs to."""
    fitting = [lane for lane in journey.lanes if lane.kind in kinds]
    for lane in fitting:
        if lane.id == wanted:
            return lane
    if mode in ("online", "offline"):
        for lane in fitting:
            if lane.mode == mode:
                return lane
    fitting.sort(key=lambda lane: kinds.index(lane.kind))
    return fitting[0] if fitting else None
