"""Where on a curve there is a point, and where one could be: the spots of an emotion lane, in points of the map."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from journey_editor.layout.curve import across, aside_of, height_of
from journey_editor.layout.look import CurveLook, curve_look
from journey_editor.layout.result import Box, Column, Layout, PointBlock, Row
from journey_editor.model.lanes import EmotionLane
from journey_editor.model.project import Persona
from journey_editor.model.queries import find_lane, map_personas
from journey_editor.session.feelings import Spot, bearer, persona_name
from journey_editor.session.session import Session
from journey_editor.wording import tr

from .names import name_of, signed


class Placed(NamedTuple):
    """A spot where it stands on the map, and its value: for an open one, that which it is offered with."""

    spot: Spot
    x: float
    y: float
    value: float

    @property
    def open(self) -> bool:
        """Whether there is no point yet."""
        return not self.spot.at or self.offered

    offered: bool = False  # what was expected at a touchpoint that is felt at already


def lane_of(session: Session, lane: str) -> EmotionLane | None:
    """The emotion lane with this id, if it is one and is not collapsed."""
    found = next((each for each in session.journey.lanes if each.id == lane), None)
    return found if isinstance(found, EmotionLane) and not found.collapsed else None


def curves(session: Session, lane: EmotionLane) -> tuple[tuple[Persona, CurveLook], ...]:
    """The personas of a lane from the first to the last, and how each one's curve is drawn."""
    every = map_personas(session.project, session.journey)
    known = ((persona, curve_look(index, persona.color)) for index, persona in enumerate(every))
    return tuple((p, style) for p, style in known if not lane.personas or p.id in lane.personas)


def look_of(session: Session, spot: Spot) -> CurveLook:
    lane = find_lane(session.journey, spot.lane)
    assert isinstance(lane, EmotionLane)
    return next(style for persona, style in curves(session, lane) if persona.id == spot.persona)


def placed(row: Row, point: PointBlock, columns: tuple[Column, ...]) -> Placed:
    """A point of a row as a spot."""
    column = next(column for column in columns if column.step == point.step)
    position = min(max((point.x - across(column, 0.0)) / (across(column, 1.0) - across(column, 0.0)), 0.0), 1.0)
    spot = Spot(row.lane, point.step, point.persona, point.id, point.expected, round(position, 2))
    return Placed(spot, point.x, row.y + point.y, point.value)


def points(layout: Layout, lane: str) -> list[Placed]:
    """All points of a lane, in the order of its curves."""
    row = layout.row(lane)
    return [] if row is None else [placed(row, point, layout.columns) for point in row.block.points]


def found(layout: Layout, spot: Spot) -> Placed | None:
    """Where a spot with a point stands now."""
    wanted = (spot.at, spot.persona, spot.expected)
    return next((p for p in points(layout, spot.lane) if (p.spot.at, p.spot.persona, p.spot.expected) == wanted), None)


def of_box(layout: Layout, box: Box) -> Placed | None:
    """The spot that the box of a point stands for."""
    row = next((row for row in layout.rows if row.y <= box.y + box.h / 2 < row.y + row.h), None)
    if row is None:
        return None
    return next((placed(row, p, layout.columns) for p in row.block.points if p.key == box.id), None)


def open_spots(session: Session, layout: Layout, cell: str) -> list[Placed]:
    """Where a point could be set in a cell: one for each curve that has none in this step, and one for each feeling
    that was not expected or not otherwise, where the lane shows expectations."""
    lane_id, _, step = cell.partition("/")
    lane, row, column = lane_of(session, lane_id), layout.row(lane_id), layout.column(step)
    if lane is None or row is None or column is None or column.folds:
        return []
    known = points(layout, lane_id)
    shown = curves(session, lane)
    drawn = {point.id for point in lane.points}
    offered: list[Placed] = []
    for index, (persona, _) in enumerate(shown):
        own = [p for p in known if p.spot.persona == persona.id]
        felt = [p for p in own if not p.spot.expected]
        here = [p for p in felt if p.spot.step == step]
        if lane.points_from == "compare":  # what is computed is there already; what is missing is drawn by hand
            felt = [p for p in felt if p.spot.at in drawn]
        if all(p.spot.step != step for p in felt):
            x = across(column, 0.5) + aside_of(index, len(shown))
            value = _between(felt, x)
            offered.append(Placed(Spot(lane_id, step, persona.id), x, row.y + height_of(row.h, value), value))
        expected = [p for p in own if p.spot.expected]
        said = {p.spot.at for p in expected}
        for point in here if lane.expectation else ():
            if point.spot.at in said or point.spot.at in drawn:
                continue
            value = _between(expected, point.x) if expected else point.value
            if value == point.value:  # beside the point, not under it
                value += 0.5 if value < 2.0 else -0.5
            spot = point.spot._replace(expected=True)
            offered.append(Placed(spot, point.x, row.y + height_of(row.h, value), value, True))
    return offered


def _between(known: list[Placed], x: float) -> float:
    """The value of a curve at x, in steps of 0.5; beyond its ends that of the end, and 0 where there is none."""
    if not known:
        return 0.0
    ordered = sorted(known, key=lambda p: p.x)
    for a, b in pairwise(ordered):
        if a.x <= x <= b.x:
            share = (x - a.x) / max(b.x - a.x, 1.0)
            return round((a.value + (b.value - a.value) * share) * 2.0) / 2.0 + 0.0
    return ordered[0].value if x < ordered[0].x else ordered[-1].value


def words(session: Session, spot: Spot, value: float) -> str:
    """What the bubble says: whose feeling, and how strong."""
    who = persona_name(session, spot.persona)
    if spot.expected:
        return tr("{name} expects {value}", name=who, value=signed(value))
    return tr("{name} {value}", name=who, value=signed(value))


def place_words(session: Session, spot: Spot) -> str:
    """Where a spot lies: the touchpoint, or the step for a point that is drawn by hand."""
    card = bearer(session, spot)
    return tr("“{name}”", name=name_of(session, card)) if card else name_of(session, spot.step)
