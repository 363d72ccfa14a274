"""What differs between two states of a project, as small pieces of JSON, and putting them into a file's JSON.

States share all that did not change, so that looking for what did goes past nearly everything at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from journey_editor.model.base import Node

#: `at` leads from the project to the place: names of fields, keys of mappings, indexes of lists. Then either `set` with
#: a value, or `drop` for a key of a mapping that went, or `from`, `gone` and `come` for a stretch of a list.
Patch = dict[str, Any]

_Place = tuple[str | int, ...]


def patches(old: Node, new: Node) -> list[Patch]:
    """What leads from one state to another. Both are of the same class."""
    return list(_between(old, new, ()))


def apply(document: Any, changes: Iterable[Patch]) -> None:
    """Puts patches into the JSON of the old state, in place, in which entries that have their default may be missing.

    Raises KeyError, IndexError or TypeError for patches of another document.
    """
    for change in changes:
        at = change["at"]
        inner = document
        for n, key in enumerate(at[:-1]):
            if isinstance(inner, dict) and key not in inner:
                inner[key] = [] if isinstance(at[n + 1], int) else {}
            inner = inner[key]
        last = at[-1]
        if "set" in change:
            inner[last] = change["set"]
        elif "drop" in change:
            del inner[last]
        else:
            items = inner.setdefault(last, []) if isinstance(inner, dict) else inner[last]
            start, gone = change["from"], change["gone"]
            if not 0 <= start <= start + gone <= len(items):
                raise IndexError(f"a list of {len(items)} has no items {start} to {start + gone}")
            items[start : start + gone] = change["come"]


def _between(old: Any, new: Any, at: _Place) -> Iterator[Patch]:
    if old is new:
        return
    if isinstance(old, Node) and type(old) is type(new):
        was, now = old.__dict__, new.__dict__
        for name, value in now.items():
            if was[name] is not value:
                yield from _between(was[name], value, (*at, name))
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _in_list(old, new, at)
    elif isinstance(old, dict) and isinstance(new, dict):
        for key in old:
            if key not in new:
                yield {"at": (*at, key), "drop": True}
        for key, value in new.items():
            if key not in old:
                yield {"at": (*at, key), "set": plain(value)}
            elif old[key] is not value:
                yield from _between(old[key], value, (*at, key))
    elif type(old) is not type(new) or old != new:
        yield {"at": at, "set": plain(new)}


def _in_list(old: tuple[Any, ...], new: tuple[Any, ...], at: _Place) -> Iterator[Patch]:
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and _same(old[start], new[start]):
        start += 1
    end = 0
    while end < shorter - start and _same(old[-1 - end], new[-1 - end]):
        end += 1
    gone, come = old[start : len(old) - end], new[start : len(new) - end]
    if len(gone) == len(come) and all(map(_one_thing, gone, come)):
        for n, (was, now) in enumerate(zip(gone, come, strict=True), start):
            yield from _between(was, now, (*at, n))
    elif gone or come:
        yield {"at": at, "from": start, "gone": len(gone), "come": [plain(item) for item in come]}


def _same(old: Any, new: Any) -> bool:
    return old is new or (not isinstance(old, Node) and type(old) is type(new) and old == new)


def _one_thing(old: Any, new: Any) -> bool:
    """Whether one is made of the other, so that telling what changed inside is shorter than telling it anew."""
    if not isinstance(old, Node) or type(old) is not type(new):
        return False
    # a thing has an id, a cell the step in which it stands; what has neither is short
    return all(getattr(old, key, None) == getattr(new, key, None) for key in ("id", "step"))


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, Node):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return value
