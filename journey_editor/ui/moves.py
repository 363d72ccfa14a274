"""Moving what is selected by one place with the keyboard. Knows no widgets.

"up" and "down" go through a stack of cards and on to the next lane; "left" and "right" go through the columns.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

from journey_editor.edit.cards import move_cards
from journey_editor.edit.channels import move_channel
from journey_editor.edit.lanes import move_lane
from journey_editor.edit.maps import move_map
from journey_editor.edit.personas import move_persona
from journey_editor.edit.phases import move_phase
from journey_editor.edit.steps import move_step
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import cards_at, find_card, find_lane, place_of, steps
from journey_editor.model.things import CARD_KINDS, Thing, find_thing, lane_holds

Way = Literal["up", "down", "left", "right"]


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def moved(project: Project, selection: tuple[str, ...], way: Way) -> Project:
    """The project with the selected things moved by one place; the same one where there is no further place."""
    found = [thing for key in selection if (thing := find_thing(project, key)) is not None]
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


def _one(project: Project, thing: Thing, way: Way) -> Project:
    forward = way in ("down", "right")
    journey = thing.journey
    if thing.kind in CARD_KINDS and journey is not None:
        now = next(known for known in project.maps if known.id == journey.id)
        return _card(project, now, thing.id, way)
    if thing.kind == "phase" and journey is not None:
        return _within(project, journey.phases, thing.id, forward, move_phase)
    if thing.kind == "lane" and journey is not None and way in ("up", "down"):
        return _within(project, journey.lanes, thing.id, forward, move_lane)
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
    row: tuple[_HasId, ...],
    thing: str,
    forward: bool,
    move: Callable[[Project, str, str | None], Project],
) -> Project:
    ids = [known.id for known in row]
    here = ids.index(thing)
    if forward:
        if here == len(ids) - 1:
            return project
        return move(project, thing, ids[here + 2] if here + 2 < len(ids) else None)
    return move(project, thing, ids[here - 1]) if here else project


def _step(project: Project, journey: JourneyMap, step: str, forward: bool) -> Project:
    n, phase = next((n, p) for n, p in enumerate(journey.phases) if any(s.id == step for s in p.steps))
    ids = [known.id for known in phase.steps]
    here = ids.index(step)
    if forward and here < len(ids) - 1:
        return move_step(project, step, phase.id, ids[here + 2] if here + 2 < len(ids) else None)
    if not forward and here:
        return move_step(project, step, phase.id, ids[here - 1])
    there = n + 1 if forward else n - 1
    if not 0 <= there < len(journey.phases) or len(ids) == 1:
        return project
    target = journey.phases[there]
    return move_step(project, step, target.id, target.steps[0].id if forward else None)


def _card(project: Project, journey: JourneyMap, card: str, way: Way) -> Project:
    place = place_of(journey, card)
    node = find_card(journey, card)
    if place is None or node is None:
        return project
    if way in ("left", "right"):
        columns = [step.id for step in steps(journey)]
        there = columns.index(place.step) + (1 if way == "right" else -1)
        return move_cards(project, (card,), place.lane, columns[there]) if 0 <= there < len(columns) else project
    stack = [known.id for known in cards_at(find_lane(journey, place.lane), place.step)]
    if way == "up" and place[2]:
        return move_cards(project, (card,), place.lane, place.step, stack[place[2] - 1])
    if way == "down" and place[2] < len(stack) - 1:
        before = stack[place[2] + 2] if place[2] + 2 < len(stack) else None
        return move_cards(project, (card,), place.lane, place.step, before)
    lanes = [lane for lane in journey.lanes if lane_holds(lane.kind, node)]
    there = [lane.id for lane in lanes].index(place.lane) + (1 if way == "down" else -1)
    if not 0 <= there < len(lanes):
        return project
    target = cards_at(lanes[there], place.step)
    before = target[0].id if way == "down" and target else None
    return move_cards(project, (card,), lanes[there].id, place.step, before)
