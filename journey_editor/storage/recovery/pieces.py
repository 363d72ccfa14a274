"""A project as a file, made piece by piece, so that a thread that does it never holds up another one for long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic_core import to_json

from journey_editor.model.base import Node
from journey_editor.model.project import Project
from journey_editor.storage.assets import encoded
from journey_editor.storage.envelope import FORMAT, VERSION

_AT_ONCE = 60  # cells of a lane; each may hold some ten cards


def pieces(project: Project, images: Mapping[str, bytes]) -> Iterator[bytes]:
    """The file of a project: what `codec.encode` would write, in another order of its entries.

    Raises KeyError where an image has no bytes.
    """
    yield b'{"format":' + to_json(FORMAT) + b',"version":' + to_json(VERSION) + b',"project":'
    yield from _with_list(project, "maps", (_map(journey) for journey in project.maps))
    yield b',"images":{'
    for n, image in enumerate(project.images):
        # one at a time: an image may have some MB
        one = encoded(project.evolve(images=(image,)), images)
        yield b"," * bool(n) + to_json(one)[1:-1]
    yield b"}}"


def _map(journey: Any) -> Iterator[bytes]:
    return _with_list(journey, "lanes", (_lane(lane) for lane in journey.lanes))


def _lane(lane: Any) -> Iterator[bytes]:
    cells = getattr(lane, "cells", ())
    if not cells:
        yield _written(lane)
        return
    groups = (iter([b",".join(map(_written, group))]) for group in _grouped(cells))
    yield from _with_list(lane, "cells", groups)


def _grouped(cells: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    return (cells[start : start + _AT_ONCE] for start in range(0, len(cells), _AT_ONCE))


def _with_list(node: Node, field: str, items: Iterator[Iterator[bytes]]) -> Iterator[bytes]:
    """A node, one of whose lists is made in pieces; an item may be several of the list."""
    head = _written(node.model_copy(update={field: ()}))  # never empty: it has an id
    yield head[:-1] + b"," + to_json(field) + b":["
    for n, item in enumerate(items):
        if n:
            yield b","
        yield from item
    yield b"]}"


def _written(node: Node) -> bytes:
    return node.__pydantic_serializer__.to_json(node, exclude_defaults=True)
