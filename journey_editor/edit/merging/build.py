"""Puts the things of a merge together to a project, and clears what points at nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from journey_editor.model.base import Node
from journey_editor.model.cards import Note, Touchpoint
from journey_editor.model.columns import Phase, Step
from journey_editor.model.lanes import CELL_OF_LANE, ChannelLane, EmotionLane
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.references import references
from journey_editor.model.things import things

from .flat import Place


def built(ours: Project, nodes: Mapping[str, Node], order: Mapping[Place, Sequence[str]], theirs: Project) -> Project:
    """The project of these things, each in its place, without translations. Images are those that something shows, and
    those that both have; so what shows one needs no look: it is there on the side that it comes from."""
    return _Building(ours, nodes, order, theirs).project()


class _Building:
    def __init__(
        self, ours: Project, nodes: Mapping[str, Node], order: Mapping[Place, Sequence[str]], theirs: Project
    ) -> None:
        self._ours, self._theirs = ours, theirs
        self._nodes, self._order = nodes, order
        self._personas = set(order.get((ours.id, "personas"), ()))
        self._channels = set(order.get((ours.id, "channels"), ()))

    def _in(self, owner: str, field: str) -> list[Any]:
        """The things of a place; which class they are of follows from the place, where the types cannot see it."""
        return [self._nodes[key] for key in self._order.get((owner, field), ())]

    def project(self) -> Project:
        root = self._ours.id
        own: Any = self._nodes[root]
        made: Project = own.evolve(
            personas=tuple(self._in(root, "personas")),
            channels=tuple(self._in(root, "channels")),
            maps=tuple(self._map(journey) for journey in self._in(root, "maps")),
            translations={},
        )
        used = {one.id for thing in things(made) for one in references(thing.node) if one.target == "image"}
        both = {image.sha256 for image in self._ours.images} & {image.sha256 for image in self._theirs.images}
        images = {image.sha256: image for image in self._ours.images}
        images = images | {image.sha256: image for image in self._theirs.images if image.sha256 not in images}
        return made.evolve(images=tuple(image for key, image in images.items() if key in used or key in both))

    def _map(self, journey: JourneyMap) -> JourneyMap:
        phases = tuple(self._phase(phase) for phase in self._in(journey.id, "phases"))
        steps = [step.id for phase in phases for step in phase.steps]
        lanes = tuple(self._lane(lane, steps) for lane in self._in(journey.id, "lanes"))
        known = {lane.id for lane in lanes}
        touchpoints = {
            card.id
            for lane in lanes
            for cell in getattr(lane, "cells", ())
            for card in cell.cards
            if isinstance(card, Touchpoint)
        }
        ways: dict[str, list[Any]] = {}
        for field in ("paths", "counterparts"):
            ends: set[tuple[str, str]] = set()
            ways[field] = []
            for way in self._in(journey.id, field):
                twice = field == "counterparts" and (way.source, way.target) in ends
                if {way.source, way.target} <= touchpoints and way.source != way.target and not twice:
                    ends.add((way.source, way.target))
                    lost = getattr(way, "persona", "") not in {"", *self._personas}
                    ways[field].append(way.evolve(persona="") if lost else way)
        return journey.evolve(
            phases=phases,
            lanes=lanes,
            paths=tuple(ways["paths"]),
            counterparts=tuple(ways["counterparts"]),
            personas=self._those(journey.personas, self._personas),
            band_below=journey.band_below if journey.band_below in known else "",
        )

    def _phase(self, phase: Phase) -> Phase:
        steps = tuple(self._in(phase.id, "steps"))
        return phase.evolve(steps=steps or (Step(id=self._free(phase.id)),))

    def _free(self, start: str) -> str:
        """An id for a step that nobody had: a phase all of whose steps have gone keeps one without a name."""
        return next(key for n in range(10_000) if (key := f"{start[:56]}-s{n or ''}") not in self._nodes)

    def _lane(self, lane: Any, steps: Sequence[str]) -> Any:
        if isinstance(lane, EmotionLane):
            known = set(steps)
            points = [
                point
                for point in self._in(lane.id, "points")
                if point.step in known and point.persona in self._personas
            ]
            return lane.evolve(points=tuple(points), personas=self._those(lane.personas, self._personas))
        if isinstance(lane, ChannelLane):
            known = set(steps)
            marks = tuple(mark for mark in lane.marks if mark.step in known and mark.channel in self._channels)
            return lane.evolve(marks=marks, channels=self._those(lane.channels, self._channels))
        cell = CELL_OF_LANE.get(lane.kind)
        if cell is None:
            return lane
        cells = []
        for step in steps:
            cards = tuple(self._card(card) for card in self._in(lane.id, step))
            if cards:
                cells.append(cell(step=step, cards=cards))
        return lane.evolve(cells=tuple(cells))

    def _card(self, card: Any) -> Any:
        if isinstance(card, Touchpoint):
            return card.evolve(
                channel=card.channel if card.channel in self._channels else "",
                emotions=tuple(emotion for emotion in card.emotions if emotion.persona in self._personas),
            )
        if isinstance(card, Note):
            return card if card.persona in self._personas else card.evolve(persona="")
        return card

    @staticmethod
    def _those(ids: Sequence[str], known: set[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for key in ids if key in known))
