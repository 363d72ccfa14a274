"""Keeping translations true to what they belong to, when things are deleted, copied, or have their lists changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from journey_editor.model.base import Node
from journey_editor.model.project import Project
from journey_editor.model.translatable import LISTS


def forget(project: Project, ids: Iterable[str]) -> Project:
    """Drop the translations of things that were deleted."""
    if not any(project.translations.values()):
        return project
    drop = frozenset(ids)
    return _keys(project, lambda key: None if key.partition(".")[0] in drop else key)


def follow(project: Project, before: Node, after: Node) -> Project:
    """Lead the translations of a thing's lists (tags, metrics, links ...) after items that moved or went."""
    if not any(project.translations.values()):
        return project
    moved: dict[str, dict[int, int | None]] = {}
    for field in LISTS:
        old, new = getattr(before, field, ()), getattr(after, field, ())
        if isinstance(old, tuple) and old is not new and (ways := _ways(old, new)):
            moved[field] = ways
    single = getattr(before, "image", None) is not None and getattr(after, "image", None) is None
    if not moved and not single:
        return project
    node_id: str = before.id  # type: ignore[attr-defined]  # only things have translations

    def lead(key: str) -> str | None:
        thing_id, _, field = key.partition(".")
        if thing_id != node_id:
            return key
        head, _, rest = field.partition(".")
        if head == "image" and single:
            return None
        if head not in moved:
            return key
        at, dot, inner = rest.partition(".")
        new_at = moved[head].get(int(at), int(at))
        return None if new_at is None else f"{node_id}.{head}.{new_at}{dot}{inner}"

    return _keys(project, lead)


def copied(project: Project, ids: Mapping[str, str]) -> Project:
    """Give the copies (old id -> new id) the translations of what they were copied from."""
    overlay: dict[str, dict[str, str]] = {}
    for language, words in project.translations.items():
        added = {}
        for key, text in words.items():
            thing_id, _, field = key.partition(".")
            if thing_id in ids:
                added[f"{ids[thing_id]}.{field}"] = text
        overlay[language] = {**words, **added}
    return project.evolve(translations=overlay)


def _ways(old: tuple[object, ...], new: tuple[object, ...]) -> dict[int, int | None]:
    """Where each item went: to itself, else to an equal one, else (as many as before) to what stands in its place."""
    free = set(range(len(new)))
    ways: dict[int, int | None] = {}
    for i, item in enumerate(old):
        if i < len(new) and new[i] == item:
            ways[i] = i
            free.discard(i)
    for i, item in enumerate(old):
        if i not in ways:
            found = next((k for k in sorted(free) if new[k] == item), None)
            if found is not None:
                ways[i] = found
                free.discard(found)
    for i in range(len(old)):
        if i not in ways:
            stays = i in free and len(old) == len(new)
            ways[i] = i if stays else None
    return {i: k for i, k in ways.items() if i != k}


def _keys(project: Project, lead: Callable[[str], str | None]) -> Project:
    """The project with the keys of its translations led to others; None drops one."""
    overlay = {
        language: {new: text for key, text in words.items() if (new := lead(key)) is not None}
        for language, words in project.translations.items()
    }
    return project.evolve(translations=overlay)
