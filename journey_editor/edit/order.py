"""Tuples of things that have ids: inserting, moving and removing by id, never by index."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from journey_editor.edit.change import gone
from journey_editor.model.base import Identified

T = TypeVar("T", bound=Identified)


def index(items: Iterable[Identified], key: str) -> int:
    """Raises EditError if none bears the id."""
    for i, item in enumerate(items):
        if item.id == key:
            return i
    raise gone(key)


def insert(items: tuple[T, ...], item: T, before: str | None) -> tuple[T, ...]:
    """The item before the one named, or at the end."""
    at = len(items) if before is None else index(items, before)
    return (*items[:at], item, *items[at:])


def move(items: tuple[T, ...], key: str, before: str | None) -> tuple[T, ...]:
    """The item of that id moved before another one; before itself is where it is."""
    at = index(items, key)
    if before == key:
        return items
    return insert(items[:at] + items[at + 1 :], items[at], before)


def remove(items: tuple[T, ...], key: str) -> tuple[T, ...]:
    at = index(items, key)
    return items[:at] + items[at + 1 :]


def put(items: tuple[T, ...], item: T) -> tuple[T, ...]:
    """The item in the place of the one of its id."""
    at = index(items, item.id)
    return (*items[:at], item, *items[at + 1 :])
