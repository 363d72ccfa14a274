"""Three versions of a value: whoever changed it, counts; who changed it differently, is asked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final

from journey_editor.model.cards import Emotion
from journey_editor.model.lanes import ChannelMark

#: What chooses between two values: (item of the list or "", ours, theirs) -> the one that counts.
Choose = Callable[[str, Any, Any], Any]

_MISSING: Final = object()
_ANOTHER: Final = object()  # what no side has


def one_of(base: Any, ours: Any, theirs: Any, choose: Callable[[Any, Any], Any]) -> Any:
    """The value that was changed; `choose` where both were, in two ways."""
    if ours is theirs or ours == theirs or theirs == base:
        return ours
    return theirs if ours == base else choose(ours, theirs)


def field_of(name: str, base: Any, ours: Any, theirs: Any, choose: Choose, said: Collection[str] = ()) -> Any:
    """A field of a thing. Emotions, marks and what is named by ids are joined item by item. `said`: items that one side
    has taken away though the other one has written words for them, which stand elsewhere: somebody has to choose."""
    if ours == theirs or (theirs == base and not said):
        return ours
    if ours == base and not said:
        return theirs
    if isinstance(ours, dict) and isinstance(theirs, dict):
        was = base if isinstance(base, dict) else {}
        return _mapped(was, ours, theirs, choose)
    if name in ("emotions", "marks"):
        keyed = _by_persona if name == "emotions" else _by_mark
        was = {**keyed(base or ()), **dict.fromkeys(said, _ANOTHER)}
        joined = _mapped(was, keyed(ours), keyed(theirs), choose)
        return tuple(joined.values())
    if name in ("personas", "channels") and isinstance(ours, tuple):
        return joined_order(base or (), ours, theirs)
    return choose("", ours, theirs)


def about_what(was: Any, now: Any) -> set[str]:
    """The ids of what changed emotions and marks are about: without it they could not be."""
    found: set[str] = set()
    for emotion in getattr(now, "emotions", ()):
        if emotion not in getattr(was, "emotions", ()):
            found.add(emotion.persona)
    for mark in getattr(now, "marks", ()):
        if mark not in getattr(was, "marks", ()):
            found |= {mark.channel, mark.step}
    return found


def with_what_is_back(name: str, base: Any, value: Any, back: AbstractSet[str]) -> Any:
    """A field of the side that had deleted what stays after all (`back`): what pointed at that had gone with it, which
    is no wish of its own."""
    if not back or not base or value == base:
        return value
    if name in ("channel", "persona", "band_below"):
        return base if base in back and not value else value
    if name in ("emotions", "marks"):
        keyed = _by_persona if name == "emotions" else _by_mark
        now = keyed(value)
        was = {key: item for key, item in keyed(base).items() if key in now or not back.isdisjoint(key.split("/"))}
        return tuple({**was, **now}.values())
    if name in ("personas", "channels") and isinstance(value, tuple):
        return tuple(in_order([*value, *(key for key in base if key in back)], base, value, base)[0])
    return value


def _mapped(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any], choose: Choose) -> dict[str, Any]:
    found = {}
    for key in dict.fromkeys((*ours, *theirs)):

        def chosen(mine: Any, other: Any, key: str = key) -> Any:
            return choose(key, None if mine is _MISSING else mine, None if other is _MISSING else other)

        value = one_of(base.get(key, _MISSING), ours.get(key, _MISSING), theirs.get(key, _MISSING), chosen)
        if value is not _MISSING and value is not None:
            found[key] = value
    return found


def _by_persona(emotions: Iterable[Emotion]) -> dict[str, Any]:
    return {emotion.persona: emotion for emotion in emotions}


def _by_mark(marks: Iterable[ChannelMark]) -> dict[str, Any]:
    return {f"{mark.channel}/{mark.step}": mark for mark in marks}


def joined_order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """What both have, and what one has added; without what one has taken away."""
    gone = {key for key in base if key not in ours or key not in theirs}
    kept = [key for key in dict.fromkeys((*ours, *theirs)) if key not in gone]
    return tuple(in_order(kept, base, ours, theirs)[0])


def in_order(
    members: Iterable[str], base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], *, first: str = "ours"
) -> tuple[list[str], bool]:
    """The members in an order that follows whoever has changed it, and whether both have, in two ways.

    Members of one side only come behind what they stand behind there. `first` is the side that counts then.
    """
    wanted = dict.fromkeys(members)
    mine, other = ([key for key in side if key in wanted] for side in (ours, theirs))
    both = set(mine) & set(other)
    known = [key for key in base if key in both]
    of_mine, of_other = ([key for key in side if key in both and key in set(known)] for side in (mine, other))
    clash = of_mine != of_other and of_mine != known and of_other != known
    lead_mine = first == "ours" if clash else of_mine != known or of_other == known
    lead, rest = (mine, other) if lead_mine else (other, mine)
    found = list(lead)
    there: set[Hashable] = set(found)
    for at, key in enumerate(rest):
        if key not in there:
            before = next((earlier for earlier in reversed(rest[:at]) if earlier in there), None)
            found.insert(found.index(before) + 1 if before is not None else 0, key)
            there.add(key)
    return [*found, *(key for key in wanted if key not in there)], clash
