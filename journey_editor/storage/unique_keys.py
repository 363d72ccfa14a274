"""Whether every key of a file stands there once, found by counting: what stands there twice is read only once.

Asking the parser to look costs as much as parsing; writing the project again and comparing, twice what this does.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from journey_editor.model.base import Node


def each_key_once(data: bytes, file: Node) -> bool:
    """Whether the JSON text `data` holds no key twice; `file` is what was read from it, with all keys that it has."""
    return _written(data) == _read(file)


def _written(data: bytes) -> int:
    """How many keys stand in a valid JSON text, or -1 if counting cannot tell."""
    # Without white space, a key is followed by `":`, and elsewhere these two stand only inside a text, where the
    # quotation mark is escaped. Only a key that ends in a backslash looks the same, `\\":`; it is no key of ours.
    dense = data.translate(None, b" \t\r\n")
    if b"\\" not in dense:
        return dense.count(b'":')
    return -1 if b'\\\\":' in dense else dense.count(b'":') - dense.count(b'\\":')


def _read(node: Node) -> int:
    """How many keys the values were read from."""
    count = len(node.model_fields_set)
    values = node.__dict__
    for name in _inner(type(node)):
        value = values[name]
        if value:
            if type(value) is tuple:
                for item in value:
                    count += _read(item)
            elif type(value) is dict:
                count += _in_mapping(value)
            else:
                count += _read(value)
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
