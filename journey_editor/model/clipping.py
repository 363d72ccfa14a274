"""What was cut or copied: a small project that holds nothing else, so that it can travel to other projects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from . import invariants
from .base import Language, Node, Text
from .paths import Counterpart, Path
from .problem import Problem
from .project import JourneyMap, Project
from .queries import card_lanes, touchpoints
from .things import ids
from .translatable import text_at

#: What of a map was taken: single cards with their places, or whole columns or rows with all that lies in them.
What = Literal["cards", "phases", "steps", "lanes"]


class Clipping(Node):
    """Pieces of one map, with the channels, personas, images, paths and translations that they need.

    `project` has one map. Of "cards" it holds all phases, so that the cards keep their places towards each other; of
    "lanes" likewise; of "phases" and "steps" only these, with what lies in them.

    What was cut may come back where it was: `paths` and `counterparts` are those that led from what was cut to what
    stayed, and `words` are their translations, as in a project.
    """

    what: What
    project: Project
    cut: bool = False
    paths: tuple[Path, ...] = ()
    counterparts: tuple[Counterpart, ...] = ()
    words: dict[Language, dict[str, Text]] = {}  # noqa: RUF012  # pydantic copies it

    @property
    def journey(self) -> JourneyMap:
        """The map of the pieces."""
        return self.project.maps[0]


def count_cards(clipping: Clipping) -> int:
    return sum(len(cell.cards) for lane in card_lanes(clipping.journey) for cell in lane.cells)


def problems(clipping: Clipping) -> tuple[Problem, ...]:
    """All that is wrong with a clipping, which may come from anywhere; empty if it is sound."""
    return tuple(_problems(clipping))


def _problems(clipping: Clipping) -> Iterator[Problem]:
    for place, what in invariants.problems(clipping.project):
        yield Problem("/project" + place, what)
    if len(clipping.project.maps) != 1:
        yield Problem("/project/maps", "")
        return
    journey = clipping.journey
    if not (
        journey.lanes
        if clipping.what == "lanes"
        else journey.phases and (clipping.what != "cards" or any(lane.cells for lane in card_lanes(journey)))
    ):
        yield Problem("/project/maps/0", "")
    if clipping.what == "cards" and any(not lane.cells for lane in card_lanes(journey)):
        yield Problem("/project/maps/0/lanes", "")
    inside = {card.id for card in touchpoints(journey)}
    ways: tuple[Path | Counterpart, ...] = (*clipping.paths, *clipping.counterparts)
    known = {way.id: way for way in ways}
    if len(known) != len(ways) or known.keys() & set(ids(clipping.project)):
        yield Problem("/paths", "")
    if any((way.source in inside) == (way.target in inside) for way in ways):
        yield Problem("/paths", "")
    for texts in clipping.words.values():
        for key in texts:
            thing, _, field = key.partition(".")
            if thing not in known or text_at(known[thing], field) is None:
                yield Problem("/words", "")
