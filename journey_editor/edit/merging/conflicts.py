"""What two people did that cannot both be: named so that it can be shown and chosen from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Side = Literal["ours", "theirs"]
OTHER: Mapping[Side, Side] = {"ours": "theirs", "theirs": "ours"}

#: field: a field was changed in two ways; text: a translation; gone: one deleted what the other one changed;
#: place: moved to two places; order: put into two orders.
Sort = Literal["field", "text", "gone", "place", "order"]


class Key(NamedTuple):
    """Names a conflict: a choice is kept under it. `field` is a field, the list in which an order is, or ""."""

    sort: Sort
    thing: str
    field: str = ""
    item: str = ""
    language: str = ""


class Conflict(NamedTuple):
    """`ours` and `theirs` are the values on both sides: None where one has deleted the thing, places as (what, as
    what). `taken` is the side that counts: the chosen one, else ours, else the side that did not delete."""

    key: Key
    ours: object
    theirs: object
    taken: Side
