"""Finding words in everything that a project says: every text of every map, in every language, and of its people.

What is found is in reading order: map by map from its title over the phases through the lanes, then what belongs to no
map. A `Search` remembers what it has read, so that finding again after an edit reads only what has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .base import Node
from .cards import Note, Touchpoint
from .folding import folded
from .lanes import Cell, EmotionLane
from .project import JourneyMap, Project
from .queries import card_lanes, steps
from .things import Kind, kind_of_card
from .translatable import texts


class Hit(NamedTuple):
    """Where a text was found. `map_id` is "" for what belongs to the whole project; `language` is the text's own."""

    thing: str
    kind: Kind
    map_id: str
    field: str
    language: str


class _Text(NamedTuple):
    """A text that may be found; `folded` is how it is compared."""

    field: str
    language: str
    folded: str


class Search:
    """Finds words in a project as it is at each call."""

    def __init__(self) -> None:
        #: For each thing what it was when it was read, the translations then, and its texts.
        self._known: dict[str, tuple[Node, object, tuple[_Text, ...]]] = {}

    def find(self, project: Project, wanted: str, language: str = "") -> tuple[Hit, ...]:
        """Every text that has what is wanted in it; upper or lower case, accents and ß or ss make no difference.

        A text that is found in several languages is one hit, in `language` (by default the project's) if it is there.
        """
        needle = folded(" ".join(wanted.split()))
        if not needle:
            return ()
        shown = language or project.language
        known, self._known = self._known, {}
        hits: list[Hit] = []
        for thing, kind, map_id, node in in_order(project):
            was = known.get(thing)
            if was is None or was[0] is not node or was[1] is not project.translations:
                was = (node, project.translations, tuple(_texts(project, thing, node)))
            self._known[thing] = was
            found: dict[str, Hit] = {}
            for text in was[2]:
                if needle in text.folded and (text.field not in found or text.language == shown):
                    found[text.field] = Hit(thing, kind, map_id, text.field, text.language)
            hits += found.values()
        return tuple(hits)


def _texts(project: Project, thing: str, node: Node) -> Iterator[_Text]:
    """The texts of a thing in all languages; several spaces and line breaks count as one space."""
    for field, own in texts(node):
        if own:
            yield _Text(field, project.language, folded(" ".join(own.split())))
        for language, words in project.translations.items():
            if said := words.get(f"{thing}.{field}"):
                yield _Text(field, language, folded(" ".join(said.split())))
    if isinstance(node, (Touchpoint, Note)):
        for i, link in enumerate(node.links):
            yield _Text(f"links.{i}.address", project.language, folded(link.address))


def in_order(project: Project) -> Iterator[tuple[str, Kind, str, Node]]:
    """Everything with words, as it is read: id, kind, map ("" for what belongs to none) and the thing itself."""
    for journey in project.maps:
        yield from _in_map(journey)
    yield project.id, "project", "", project
    for persona in project.personas:
        yield persona.id, "persona", "", persona
    for channel in project.channels:
        yield channel.id, "channel", "", channel


def _in_map(journey: JourneyMap) -> Iterator[tuple[str, Kind, str, Node]]:
    key = journey.id
    yield key, "map", key, journey
    for phase in journey.phases:
        yield phase.id, "phase", key, phase
        for step in phase.steps:
            yield step.id, "step", key, step
    order = {step.id: n for n, step in enumerate(steps(journey))}
    cells: dict[str, list[Cell]] = {
        lane.id: sorted(lane.cells, key=lambda cell: order.get(cell.step, 0)) for lane in card_lanes(journey)
    }
    for lane in journey.lanes:
        yield lane.id, "lane", key, lane
        for cell in cells.get(lane.id, ()):
            for card in cell.cards:
                yield card.id, kind_of_card(card), key, card
        if isinstance(lane, EmotionLane):
            for point in lane.points:
                yield point.id, "point", key, point
    for path in journey.paths:
        yield path.id, "path", key, path
