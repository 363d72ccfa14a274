"""The three-way merge: what either side has changed since the base, joined thing by thing.

It goes in this order: which things are there, where they lie, what their fields say, in which order they stand, and the
translations. Then the project is put together again, and what points at nothing any more is cleared, as an edit does.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from journey_editor.edit.languages import set_language
from journey_editor.model.base import Node
from journey_editor.model.project import Project
from journey_editor.model.things import CARD_KINDS, lane_holds

from .build import built
from .conflicts import OTHER, Conflict, Key, Side
from .fields import about_what, field_of, in_order, joined_order, one_of, with_what_is_back
from .flat import Flat, Place, own_fields
from .texts import At, list_of, put_into

Choices = Mapping[Key, Side]

#: Parents before what lies in them; cards before what joins them.
_RANKS = ("project", "persona", "channel", "map", "phase", "lane", "step")


class Merged(NamedTuple):
    """The joined project, and what contradicted itself in it: how it was decided stands with each."""

    project: Project
    conflicts: tuple[Conflict, ...]


def merge(base: Project, ours: Project, theirs: Project, choices: Choices | None = None) -> Merged:
    """What `ours` and `theirs` have made of `base`. All are states of one project; what is the same has the same id."""
    if ours is theirs or ours == theirs or theirs == base:
        return Merged(ours, ())
    if ours == base:
        return Merged(theirs, ())
    # A state whose first language is another one is told in that of the base, so that its words meet the others'.
    mine, other = (set_language(side, base.language) for side in (ours, theirs))
    merging = _Merging(base, mine, other, choices or {})
    project = merging.merged()
    language = one_of(base.language, ours.language, theirs.language, merging.choose_language)
    return Merged(set_language(project, language), merging.conflicts())


class _Merging:
    def __init__(self, base: Project, ours: Project, theirs: Project, choices: Choices) -> None:
        self._base = Flat(base)
        self._ours, self._theirs = Flat(ours, self._base), Flat(theirs, self._base)
        self._sides: dict[Side, Flat] = {"ours": self._ours, "theirs": self._theirs}
        self._choices = choices
        self._conflicts: dict[Key, Conflict] = {}
        self._touched: dict[Side, set[str]] = {side: self._touched_by(flat) for side, flat in self._sides.items()}
        self._kept_whole: dict[str, Side] = {}  # deleted by one side, and kept because the other one changed it
        self._back: dict[Side, set[str]] = {"ours": set(), "theirs": set()}  # what of this a side had deleted

    def merged(self) -> Project:
        everything = dict.fromkeys((*self._ours.nodes, *self._theirs.nodes))
        ranked = sorted(everything, key=lambda key: self._rank(key))
        alive = {key for key in ranked if self._is_alive(key)}
        for key, keeper in self._kept_whole.items():
            if key in alive:
                self._back[OTHER[keeper]].add(key)
        places = self._placed([key for key in ranked if key in alive])
        alive &= {*places, self._ours.project.id}
        nodes = {key: self._joined(key) for key in ranked if key in alive}
        order: dict[Place, list[str]] = {}
        for key in everything:
            if key in places:
                order.setdefault(places[key], []).append(key)
        order = {place: self._ordered(place, keys) for place, keys in order.items()}
        project = built(self._ours.project, nodes, order, self._theirs.project)
        spoken = [tuple(side.project.translations) for side in (self._base, self._ours, self._theirs)]
        project = project.evolve(translations={language: {} for language in joined_order(*spoken)})
        return put_into(project, self._texts(), self._base.nodes)

    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple(self._conflicts.values())

    def choose_language(self, ours: str, theirs: str) -> str:
        key = Key("field", self._base.project.id, "language")
        return ours if self._decide(key, ours, theirs) == "ours" else theirs

    def _decide(self, key: Key, ours: Any, theirs: Any, otherwise: Side = "ours") -> Side:
        taken = self._choices.get(key, otherwise)
        self._conflicts[key] = Conflict(key, ours, theirs, taken)
        return taken

    def _rank(self, key: str) -> int:
        kind = (self._ours if key in self._ours.kinds else self._theirs).kinds[key]
        if kind in ("path", "counterpart"):
            return len(_RANKS) + 1
        return _RANKS.index(kind) if kind in _RANKS else len(_RANKS)

    # What is there

    def _touched_by(self, side: Flat) -> set[str]:
        """What a side has added, changed, moved, or pointed at anew, and all that such things need."""
        base = self._base
        found = set()
        for key, node in side.nodes.items():
            was = base.nodes.get(key)
            if (
                was is None
                or side.places.get(key) != base.places.get(key)
                or side.translated.get(key) != base.translated.get(key)
                or (
                    was is not node
                    and any(getattr(was, name, None) != getattr(node, name) for name in own_fields(node))
                )
                or not side.referrers.get(key, set()) <= base.referrers.get(key, set())
            ):
                found.add(key)
                found.update(about_what(was, node))
        waiting = list(found)
        while waiting:
            for needed in side.needs(waiting.pop()):
                if needed not in found:
                    found.add(needed)
                    waiting.append(needed)
        return found

    def _is_alive(self, key: str) -> bool:
        if key not in self._base.nodes or (key in self._ours.nodes and key in self._theirs.nodes):
            return True
        keeper: Side = "ours" if key in self._ours.nodes else "theirs"
        flat = self._sides[keeper]
        for needed in flat.needs(key):
            if needed in self._kept_whole:
                # it went along with that, and comes back with it
                if self._kept_whole[needed] == keeper:
                    self._kept_whole[key] = keeper
                    return True
                return False
        if key not in self._touched[keeper]:
            return False
        node = flat.nodes[key]
        mine, other = (node, None) if keeper == "ours" else (None, node)
        if self._decide(Key("gone", key), mine, other, keeper) == keeper:
            self._kept_whole[key] = keeper
            return True
        self._kept_whole[key] = OTHER[keeper]
        return False

    # Where it lies

    def _placed(self, keys: list[str]) -> dict[str, Place]:
        """Where each thing lies; what has no place left is not in it. Parents come first in `keys`."""
        found: dict[str, Place] = {}
        root = self._ours.project.id
        there = {root, "personas", "channels", "maps", "phases", "lanes", "paths", "counterparts", "steps", "points"}
        for key in keys:
            wanted = [side.places[key] for side in self._wishes(key) if key in side.places]
            for place in wanted:
                if set(place) <= there and self._may_lie(key, place):
                    found[key] = place
                    there.add(key)
                    break
        return found

    def _wishes(self, key: str) -> list[Flat]:
        """The sides whose place counts, the first before the other."""
        base, ours, theirs = (side.places.get(key) for side in (self._base, self._ours, self._theirs))
        both = [self._ours, self._theirs]
        if ours is None or theirs is None or ours == theirs:
            return both
        if ours == base:
            return both[::-1]
        if theirs != base and self._decide(Key("place", key), ours, theirs) == "theirs":
            return both[::-1]
        return both

    def _may_lie(self, key: str, place: Place) -> bool:
        flat = self._ours if key in self._ours.nodes else self._theirs
        if flat.kinds[key] not in CARD_KINDS:
            return True
        lane: Any = (self._ours if place[0] in self._ours.nodes else self._theirs).nodes[place[0]]  # cards lie in lanes
        return lane_holds(lane.kind, flat.nodes[key])

    def _ordered(self, place: Place, keys: list[str]) -> list[str]:
        base, ours, theirs = (side.order.get(place, []) for side in (self._base, self._ours, self._theirs))
        found, clash = in_order(keys, base, ours, theirs)
        if clash and self._decide(Key("order", place[0], place[1]), tuple(ours), tuple(theirs)) == "theirs":
            found, _ = in_order(keys, base, ours, theirs, first="theirs")
        return found

    # What it says

    def _joined(self, key: str) -> Node:
        ours, theirs = self._ours.nodes.get(key), self._theirs.nodes.get(key)
        if ours is None or theirs is None:
            node = ours if ours is not None else theirs
            assert node is not None
            return node
        if ours is theirs:
            return ours
        if type(ours) is not type(theirs):
            return ours if self._decide(Key("field", key), ours, theirs) == "ours" else theirs
        base = self._base.nodes.get(key)
        was = base.__dict__ if type(base) is type(ours) else {}
        changes = {}
        for name in own_fields(ours):
            mine = with_what_is_back(name, was.get(name), getattr(ours, name), self._back["ours"])
            other = with_what_is_back(name, was.get(name), getattr(theirs, name), self._back["theirs"])
            if mine is other or mine == other:
                changes[name] = mine
                continue
            if name == "modified":
                changes[name] = max(mine, other)
            else:
                choose = partial(self._choose, key, name)
                changes[name] = field_of(name, was.get(name), mine, other, choose, self._said_of_gone(key, name))
        return ours.evolve(**changes)

    def _choose(self, thing: str, field: str, item: str, ours: Any, theirs: Any) -> Any:
        return ours if self._decide(Key("field", thing, field, item), ours, theirs) == "ours" else theirs

    def _said_of_gone(self, thing: str, field: str) -> set[str]:
        """The items of a list that one side has taken away and the other one has translated anew."""
        found = set()
        for side, flat in self._sides.items():
            before = self._base.translated.get(thing, {})
            for at, text in flat.translated.get(thing, {}).items():
                gone = self._base.holds(at) and not self._sides[OTHER[side]].holds(at)
                if list_of(at) == field and before.get(at) != text and gone:
                    found.add(at[3])
        return found

    def _texts(self) -> dict[At, str]:
        """The translations of what is there in the end. Who has taken away what they belong to has no say in it: that
        it is there again was decided before."""
        base, ours, theirs = self._base.texts, self._ours.texts, self._theirs.texts
        found = {}
        for at in dict.fromkeys((*ours, *theirs)):
            choose = partial(self._choose_text, at)
            if at in ours and not self._theirs.holds(at):
                text: str | None = ours[at]
            elif at in theirs and not self._ours.holds(at):
                text = theirs[at]
            else:
                text = one_of(base.get(at), ours.get(at), theirs.get(at), choose)
            if text is not None:
                found[at] = text
        return found

    def _choose_text(self, at: At, ours: str | None, theirs: str | None) -> str | None:
        language, thing, field = at[:3]
        key = Key("text", thing, field, " ".join(at[3:]), language)
        return ours if self._decide(key, ours, theirs) == "ours" else theirs
