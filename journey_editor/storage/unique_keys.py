"""Whether every key of a file stands there once, found by counting: what stands there twice is read only once.

Asking the parser to look costs as much as parsing; writing the project again and comparing, twice what this does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, get_args

from journey_editor.model.base import Node


def each_key_once(data: bytes, file: Node) -> bool:
    """Whether the JSON text `data` holds no key twice; `file` is what was read from it, with all keys that it has."""
    return _written(data) == _read([file])


def _written(data: bytes) -> int:
    """How many keys stand in a valid JSON text, or -1 if counting cannot tell."""
    # Without white space, a key is followed by `":`, and elsewhere these two stand only inside a text, where the
    # quotation mark is escaped. Only a key that ends in a backslash looks the same, `\\":`; it is no key of ours.
    dense = data.translate(None, b" \t\r\n")
    if b"\\" not in dense:
        return dense.count(b'":')
    return -1 if b'\\\\":' in dense else dense.count(b'":') - dense.count(b'\\":')


_fields_set = attrgetter("__pydantic_fields_set__")  # `model_fields_set` without the way through a property


def _read(values: Iterable[Any]) -> int:
    """How many keys the values, nodes of any classes and mappings, were read from; there is at least one."""
    # Class by class and field by field, all values at once: value by value takes twice as long.
    listed = list(values)
    kinds = set(map(type, listed))
    if len(kinds) > 1:
        return sum(_read(value for value in listed if type(value) is kind) for kind in kinds)
    kind = kinds.pop()
    return _read_of(kind, listed) if issubclass(kind, Node) else sum(map(_in_mapping, listed))


def _read_of(kind: type[Node], nodes: Sequence[Node]) -> int:
    count = sum(map(len, map(_fields_set, nodes)))
    inner = _inner(kind)
    if inner:
        held = [node.__dict__ for node in nodes]  # asking pydantic for each field would take most of the time
        for name in inner:
            found = [value for values in held if (value := values[name])]
            if found:
                count += _read(chain.from_iterable(found) if type(found[0]) is tuple else found)
    return count


def _in_mapping(value: dict[str, Any]) -> int:
    return len(value) + sum(_in_mapping(inner) for inner in value.values() if isinstance(inner, dict))


@cache
def _inner(kind: type[Node]) -> tuple[str, ...]:
    """The fields that hold values with keys of their own."""
    return tuple(name for name, field in kind.model_fields.items() if _has_keys(field.annotation))


def _has_keys(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, (Node, dict)):
        return True
    return getattr(annotation, "__origin__", None) is dict or any(_has_keys(part) for part in get_args(annotation))
