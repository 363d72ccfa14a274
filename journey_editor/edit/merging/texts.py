"""Translations by what they translate: those of items of a list stand in a file by index, which two people shift
differently; here they are named by the item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from journey_editor.model.base import Node
from journey_editor.model.project import Project
from journey_editor.model.things import find_thing, things
from journey_editor.model.translatable import LISTS, text_at

#: (language, thing, field) or (language, thing, list, item, which of equal items, rest) -> text
Texts = dict[tuple[str, ...], str]


def texts_of(project: Project) -> Texts:
    """All translations of a project."""
    found: Texts = {}
    if not any(project.translations.values()):
        return found
    nodes = {thing.id: thing.node for thing in things(project)}
    for language, words in project.translations.items():
        for key, text in words.items():
            thing, _, field = key.partition(".")
            node = nodes.get(thing)
            if node is not None:
                found[language, thing, *_named(node, field)] = text
    return found


def put_into(project: Project, texts: Mapping[tuple[str, ...], str]) -> Project:
    """The project with these translations; those of what is not there are left out."""
    translations: dict[str, dict[str, str]] = {language: {} for language in project.translations}
    for (language, thing, *path), text in texts.items():
        found = find_thing(project, thing)
        field = _indexed(found.node, path) if found is not None else None
        if found is not None and field and language != project.language and text_at(found.node, field) is not None:
            translations.setdefault(language, {})[f"{thing}.{field}"] = text
    translations.pop(project.language, None)
    return project.evolve(translations=translations)


def _named(node: Node, field: str) -> tuple[str, ...]:
    head, _, rest = field.partition(".")
    at, _, inner = rest.partition(".")
    items = getattr(node, head, None)
    if head not in LISTS or not isinstance(items, tuple) or not at.isdigit() or int(at) >= len(items):
        return (field,)
    names = _names(items)
    return (head, *names[int(at)], inner)


def _indexed(node: Node, path: list[str]) -> str | None:
    if len(path) == 1:
        return path[0]
    head, name, which, inner = path
    items = getattr(node, head, None)
    names = _names(items) if isinstance(items, tuple) else []
    if (name, which) not in names:
        return None
    return f"{head}.{names.index((name, which))}" + (f".{inner}" if inner else "")


def _names(items: tuple[object, ...]) -> list[tuple[str, str]]:
    """What each item is called, and the how-manieth of that name it is."""
    seen: Counter[str] = Counter()
    found = []
    for item in items:
        name = item if isinstance(item, str) else _name(item)
        found.append((name, str(seen[name])))
        seen[name] += 1
    return found


def _name(item: object) -> str:
    for field in ("persona", "sha256", "address", "name"):
        if isinstance(name := getattr(item, field, None), str):
            return name
    return ""
