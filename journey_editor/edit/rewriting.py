"""The same change to all lanes or all cards of a project, for what belongs to the whole of it."""

from __future__ import annotations

from collections.abc import Callable

from journey_editor.edit import translations
from journey_editor.edit.cells import each_card_lane
from journey_editor.model.cards import Card
from journey_editor.model.lanes import CardLane, Lane
from journey_editor.model.project import Project


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
    for old, new in rewritten:
        project = translations.follow(project, old, new)
    return project
