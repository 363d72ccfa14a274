"""The same change to all lanes, cards or things of a project, for what concerns the whole of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from journey_editor.edit import overlay
from journey_editor.edit.cells import each_card_lane
from journey_editor.model.base import Identified
from journey_editor.model.cards import Card
from journey_editor.model.lanes import CardLane, EmotionLane, Lane
from journey_editor.model.project import JourneyMap, Project

T = TypeVar("T", bound=Identified)


class EachThing(Protocol):
    """A change of anything that has an id, which keeps its class."""

    def __call__(self, thing: T, thing_id: str, /) -> T: ...


def each_lane(project: Project, change: Callable[[Lane], Lane]) -> Project:
    """Every lane changed; those that `change` gives back as they were stay the same objects."""
    return project.evolve(
        maps=tuple(journey.evolve(lanes=tuple(change(lane) for lane in journey.lanes)) for journey in project.maps)
    )


def each_card(project: Project, change: Callable[[Card], Card]) -> Project:
    """Every card changed to one of the same id; translations follow the items of their lists."""
    rewritten: list[tuple[Card, Card]] = []

    def in_cards(cards: tuple[Card, ...]) -> tuple[Card, ...]:
        after = tuple(change(card) for card in cards)
        rewritten.extend((old, new) for old, new in zip(cards, after, strict=True) if old is not new)
        return after

    def in_lane(lane: CardLane) -> CardLane:
        return lane.evolve(cells=tuple(cell.evolve(cards=in_cards(cell.cards)) for cell in lane.cells))

    project = project.evolve(maps=tuple(each_card_lane(journey, in_lane) for journey in project.maps))
    return overlay.follow(project, rewritten)


def each_thing(project: Project, change: EachThing) -> Project:
    """Everything that has an id changed, the project last; `change` gets a thing and its id, and keeps what lies in it.

    Translations are left alone.
    """

    def of(items: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(change(item, item.id) for item in items)

    def of_lane(lane: Lane) -> Lane:
        if isinstance(lane, EmotionLane):
            lane = lane.evolve(points=of(lane.points))
        return change(lane, lane.id)

    def of_cells(lane: CardLane) -> CardLane:
        return lane.evolve(cells=tuple(cell.evolve(cards=of(cell.cards)) for cell in lane.cells))

    def of_map(journey: JourneyMap) -> JourneyMap:
        journey = each_card_lane(journey, of_cells).evolve(
            phases=of(tuple(phase.evolve(steps=of(phase.steps)) for phase in journey.phases)),
            paths=of(journey.paths),
            counterparts=of(journey.counterparts),
        )
        journey = journey.evolve(lanes=tuple(of_lane(lane) for lane in journey.lanes))
        return change(journey, journey.id)

    project = project.evolve(
        personas=of(project.personas),
        channels=of(project.channels),
        maps=tuple(of_map(journey) for journey in project.maps),
    )
    return change(project, project.id)
