"""Moving what is selected with the keyboard: cards through cells, phases and steps sideways, lanes up and down."""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.layout.result import Layout
from journey_editor.model.queries import find_phase, find_step, place_of
from journey_editor.session import acts
from journey_editor.session.session import Session

from .walk import Way, holds_cells


def move(session: Session, layout: Layout, things: Sequence[str], way: Way) -> None:
    """Move things one place. Raises acts.Refused; does nothing where there is no further place."""
    by = 1 if way in ("right", "down") else -1
    first = things[0]
    cards = [thing for thing in things if layout.card(thing) is not None]
    if cards:
        _cards(session, layout, cards, way, by)
    elif any(phase.id == first for phase in layout.phases):
        if way in ("left", "right"):
            _phase(session, layout, first, by)
    elif layout.column(first) is not None:
        if way in ("left", "right"):
            _step(session, first, by)
    elif layout.row(first) is not None and way in ("up", "down"):
        _lane(session, layout, first, by)


def _cards(session: Session, layout: Layout, cards: list[str], way: Way, by: int) -> None:
    place = place_of(session.journey, cards[0])
    if place is None:
        return
    lane, step, index = place
    if way in ("left", "right"):
        steps = [column.step for column in layout.columns]
        at = steps.index(step) + by
        if 0 <= at < len(steps):
            there = layout.cards_in(lane, steps[at])
            before = there[index].id if index < len(there) else None
            acts.move(session, cards, lane, steps[at], before)
        return
    stack = [box.id for box in layout.cards_in(lane, step) if box.id not in cards]
    where = min(index, len(stack)) + by
    if 0 <= where <= len(stack):
        acts.move(session, cards, lane, step, stack[where] if where < len(stack) else None)
        return
    lanes = [row.lane for row in layout.rows if row.lane and holds_cells(row)]
    at = lanes.index(lane) + by
    while 0 <= at < len(lanes):
        if acts.why_not(session, cards, lanes[at]) is None:
            there = layout.cards_in(lanes[at], step)
            acts.move(session, cards, lanes[at], step, there[0].id if there and by > 0 else None)
            return
        at += by


def _before(order: list[str], thing: str, by: int) -> tuple[bool, str | None]:
    """Whether a thing can move one place, and before which other it then stands."""
    at = order.index(thing)
    if not 0 <= at + by < len(order):
        return False, None
    where = at - 1 if by < 0 else at + 2
    return True, order[where] if where < len(order) else None


def _phase(session: Session, layout: Layout, phase: str, by: int) -> None:
    can, before = _before([box.id for box in layout.phases], phase, by)
    if can:
        acts.place_phase(session, phase, before)


def _step(session: Session, step: str, by: int) -> None:
    phase, _ = find_step(session.journey, step)
    can, before = _before([each.id for each in phase.steps], step, by)
    if can:
        acts.place_step(session, step, phase.id, before)
        return
    phases = [each.id for each in session.journey.phases]
    at = phases.index(phase.id) + by
    if 0 <= at < len(phases):
        other = find_phase(session.journey, phases[at])
        acts.place_step(session, step, other.id, other.steps[0].id if by > 0 else None)


def _lane(session: Session, layout: Layout, lane: str, by: int) -> None:
    can, before = _before([row.lane for row in layout.rows if row.lane], lane, by)
    if can:
        acts.place_lane(session, lane, before)
