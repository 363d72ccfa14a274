"""What differs between two maps, as values: a field that changed, a thing that differs, a whole comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal, NamedTuple

from .project import JourneyMap, Project
from .things import Kind

Sort = Literal["added", "removed", "moved", "changed"]
SORTS: tuple[Sort, ...] = ("added", "removed", "moved", "changed")


class Change(NamedTuple):
    """A field before and after: a text, number, id or tuple of a node, or None where there was nothing.

    `item` is the persona of an emotion or the "CHANNEL/STEP" of a mark; `language` says that a translation changed.
    A move has the field "phase", "step" or "lane" (ids of both maps) or "order" (places, counted from 1).
    """

    field: str
    before: object
    after: object
    item: str = ""
    language: str = ""


class Difference(NamedTuple):
    """One thing that differs: its id in both maps, "" where it is missing, and in which of the comparison's `columns`
    it stands (-1: the whole map)."""

    sort: Sort
    kind: Kind
    before: str
    after: str
    column: int
    changes: tuple[Change, ...] = ()


class Comparison(NamedTuple):
    """Two maps and their differences, in the order of the map. `columns` are the phases of both from left to right:
    (id in the first, id in the second), "" where one has none; `pairs` leads from the first map to the second."""

    project: Project
    before: JourneyMap
    other: Project
    after: JourneyMap
    columns: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]
    pairs: Mapping[str, str]

    @property
    def counts(self) -> Mapping[Sort, int]:
        found = Counter(difference.sort for difference in self.differences)
        return {sort: found[sort] for sort in SORTS}
