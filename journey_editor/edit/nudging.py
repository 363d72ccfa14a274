"""Moving things by one place, as the arrow keys do.

"up" and "down" go through a stack of cards and on to the next lane, "left" and "right" through the columns. Cards of
one cell move as one; what is hidden is passed over, so that nothing moves out of sight.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from journey_editor.edit.cards import move_cards, refusal, the_card
from journey_editor.edit.channels import move_channel
from journey_editor.edit.lanes import move_lane, set_band, the_lane
from journey_editor.edit.maps import move_map
from journey_editor.edit.personas import move_persona
from journey_editor.edit.phases import move_phase
from journey_editor.edit.steps import move_step
from journey_editor.model.base import Identified
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import cards_at, find_lane, place_of, steps
from journey_editor.model.things import CARD_KINDS, Thing, find_thing

Way = Literal["up", "down", "left", "right"]


def moved(project: Project, selection: tuple[str, ...], way: Way) -> Project:
    """The project with the selected things moved by one place; the same one where there is no further place."""
    found = [thing for key in selection if (thing := find_thing(project, key)) is not None]
    if len(_cells_of(found)) == 1:
        return _cards(project, [thing.id for thing in found], way)
    # The one that goes first makes room for the others.
    found.sort(key=_rank, reverse=way in ("down", "right"))
    for thing in found:
        project = _one(project, thing, way)
    return project


def _rank(thing: Thing) -> int:
    """Its place in its row or stack; all that counts is the order among neighbours."""
    journey = thing.journey
    if journey is None:
        return 0
    place = place_of(journey, thing.id)
    if place is not None:
        return place[2]
    row = (*journey.phases, *steps(journey), *journey.lanes)
    return next((n for n, known in enumerate(row) if known.id == thing.id), 0)


def _cells_of(found: Sequence[Thing]) -> set[tuple[str, str]]:
    """The cells in which these lie, if all of them are cards."""
    cells = set()
    for thing in found:
        place = place_of(thing.journey, thing.id) if thing.journey is not None and thing.kind in CARD_KINDS else None
        if place is None:
            return set()
        cells.add((place.lane, place.step))
    return cells


def _one(project: Project, thing: Thing, way: Way) -> Project:
    forward = way in ("down", "right")
    journey = thing.journey
    if thing.kind in CARD_KINDS and journey is not None:
        return _cards(project, [thing.id], way)
    if thing.kind == "phase" and journey is not None:  # in the outline phases stand one below the other
        return _within(project, journey.phases, thing.id, forward, move_phase)
    if thing.kind == "lane" and journey is not None and way in ("up", "down"):
        return _lane(project, thing.id, forward)
    if thing.kind == "step" and journey is not None:
        return _step(project, journey, thing.id, forward)
    if thing.kind == "persona":
        return _within(project, project.personas, thing.id, forward, move_persona)
    if thing.kind == "channel":
        return _within(project, project.channels, thing.id, forward, move_channel)
    if thing.kind == "map":
        return _within(project, project.maps, thing.id, forward, move_map)
    return project


def _within(
    project: Project,
    row: tuple[Identified, ...],
    thing: str,
    forward: bool,
    move: Callable[[Project, str, str | None], Project],
) -> Project:
    ids = [known.id for known in row]
    seen = [known.id for known in row if known.id == thing or not getattr(known, "hidden", False)]
    at = seen.index(thing) + (1 if forward else -1)
    if not 0 <= at < len(seen):
        return project
    beside = ids.index(seen[at])
    if not forward:
        return move(project, thing, ids[beside])
    return move(project, thing, ids[beside + 1] if beside + 1 < len(ids) else None)


def _lane(project: Project, lane: str, forward: bool) -> Project:
    """Up or down; the phase band between two lanes is a place to pass as well."""
    journey, _ = the_lane(project, lane)
    seen = [known.id for known in journey.lanes if known.id == lane or not known.hidden]
    at = seen.index(lane)
    if journey.band_below:
        if forward and journey.band_below == lane:
            above = seen[at - 1] if at else ""
            return set_band(project, journey.id, above)
        if not forward and at and journey.band_below == seen[at - 1]:
            return set_band(project, journey.id, lane)
        if forward and journey.band_below in seen[at + 1 : at + 2]:  # past that lane, not past the band as well
            return _within(project, journey.lanes, lane, forward, partial(move_lane, above_band=True))
    return _within(project, journey.lanes, lane, forward, move_lane)


def _step(project: Project, journey: JourneyMap, step: str, forward: bool) -> Project:
    shown = [p for p in journey.phases if not p.hidden or any(s.id == step for s in p.steps)]
    n, phase = next((n, p) for n, p in enumerate(shown) if any(s.id == step for s in p.steps))
    ids = [known.id for known in phase.steps]
    here = ids.index(step)
    if forward and here < len(ids) - 1:
        return move_step(project, step, phase.id, ids[here + 2] if here + 2 < len(ids) else None)
    if not forward and here:
        return move_step(project, step, phase.id, ids[here - 1])
    there = n + 1 if forward else n - 1
    if not 0 <= there < len(shown) or len(ids) == 1:
        return project
    target = shown[there]
    return move_step(project, step, target.id, target.steps[0].id if forward else None)


def _cards(project: Project, cards: Sequence[str], way: Way) -> Project:
    """Cards of one cell, which move as one."""
    spot = the_card(project, cards[0])
    journey, lane = spot.journey, spot.lane
    step, index = lane.cells[spot.c].step, min(the_card(project, card).k for card in cards)
    if way in ("left", "right"):
        hidden = {known.id for phase in journey.phases if phase.hidden for known in phase.steps}
        columns = [known.id for known in steps(journey) if known.id == step or known.id not in hidden]
        at = columns.index(step) + (1 if way == "right" else -1)
        if not 0 <= at < len(columns):
            return project
        there = cards_at(lane, columns[at])
        before = there[index].id if index < len(there) else None
        return move_cards(project, cards, lane.id, columns[at], before)
    rest = [known.id for known in cards_at(lane, step) if known.id not in cards]
    at = min(index, len(rest)) + (1 if way == "down" else -1)
    if 0 <= at <= len(rest):
        return move_cards(project, cards, lane.id, step, rest[at] if at < len(rest) else None)
    lanes = [
        known.id
        for known in journey.lanes
        if known.id == lane.id or (not known.hidden and refusal(project, cards, known.id) is None)
    ]
    at = lanes.index(lane.id) + (1 if way == "down" else -1)
    if not 0 <= at < len(lanes):
        return project
    there = cards_at(find_lane(journey, lanes[at]), step)
    return move_cards(project, cards, lanes[at], step, there[0].id if there and way == "down" else None)
