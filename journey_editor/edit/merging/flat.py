"""A project taken apart: every thing by its id, where it lies, and in which order things lie there."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import Final

from journey_editor.model.base import Identified, Node
from journey_editor.model.lanes import EmotionLane, EmotionPoint
from journey_editor.model.paths import Counterpart, Path
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import all_cards
from journey_editor.model.references import references
from journey_editor.model.things import Kind, things

from .texts import At, Texts, is_there, texts_of

#: Where a thing lies: what it belongs to, and as what; a card belongs to its lane and to its step.
Place = tuple[str, str]

#: The fields that hold things with ids of their own, or are put together from them.
INNER: Final = frozenset(
    ("id", "personas", "channels", "maps", "images", "translations", "phases", "lanes", "paths", "counterparts")
)
_INNER_OF_COLUMNS: Final = frozenset(("id", "kind", "steps", "cells", "points"))


def own_fields(node: Node) -> list[str]:
    """The fields of a thing that are no things themselves."""
    inner = INNER if isinstance(node, Project) else _INNER_OF_COLUMNS
    if isinstance(node, JourneyMap):
        inner = INNER - {"personas"}
    return [name for name in type(node).model_fields if name not in inner]


class Flat:
    """One state of a project; `base` is that from which it was made, if it is not that itself."""

    def __init__(self, project: Project, base: Flat | None = None) -> None:
        self.project = project
        self._base = base
        self.nodes: dict[str, Node] = {}
        self.kinds: dict[str, Kind] = {}
        self.places: dict[str, Place] = {}
        self.order: defaultdict[Place, list[str]] = defaultdict(list)
        for thing in things(project):
            self.nodes[thing.id] = thing.node
            self.kinds[thing.id] = thing.kind
        root = project.id
        for field in ("personas", "channels", "maps"):
            self._lay(root, field, getattr(project, field))
        for journey in project.maps:
            for field in ("phases", "lanes", "paths", "counterparts"):
                self._lay(journey.id, field, getattr(journey, field))
            for phase in journey.phases:
                self._lay(phase.id, "steps", phase.steps)
            for lane in journey.lanes:
                if isinstance(lane, EmotionLane):
                    self._lay(lane.id, "points", lane.points)
            for row, step, card in all_cards(journey):
                self._lay(row.id, step, (card,))

    def _lay(self, owner: str, field: str, nodes: tuple[Identified, ...]) -> None:
        for node in nodes:
            self.places[node.id] = (owner, field)
            self.order[owner, field].append(node.id)

    @cached_property
    def texts(self) -> Texts:
        """The translations, in such a way that those of lists stay with their items."""
        return texts_of(self.project, self.before)

    @property
    def before(self) -> dict[str, Node]:
        """The things of the base by id."""
        return self.nodes if self._base is None else self._base.nodes

    def holds(self, at: At) -> bool:
        """Whether there is what a translation belongs to."""
        return is_there(at, self.nodes, self.before)

    @cached_property
    def translated(self) -> dict[str, dict[At, str]]:
        """The translations of each thing."""
        found: defaultdict[str, dict[At, str]] = defaultdict(dict)
        for key, text in self.texts.items():
            found[key[1]][key] = text
        return found

    @cached_property
    def referrers(self) -> dict[str, set[str]]:
        """What points at each thing, or at an image by its sha256."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for key, node in self.nodes.items():
            for reference in references(node):
                found[reference.id].add(key)
        return found

    def needs(self, key: str) -> list[str]:
        """What a thing lies in, ends at or is about: it would go with it."""
        node, place = self.nodes.get(key), self.places.get(key, ())
        others: tuple[str, ...] = ()
        if isinstance(node, Path | Counterpart):
            others = (node.source, node.target)
        elif isinstance(node, EmotionPoint):
            others = (node.step, node.persona)
        return [part for part in (*place, *others) if part in self.nodes]
