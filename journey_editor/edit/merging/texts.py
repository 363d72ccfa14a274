"""Translations by what they translate: those of items of a list stand in a file by index, which two people shift
differently; here they are named by the item of the base that theirs was made of, so that a reworded one is the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from journey_editor.edit.overlay import ways_of_items
from journey_editor.model.base import Node
from journey_editor.model.project import Project
from journey_editor.model.things import things
from journey_editor.model.translatable import LISTS, text_at

#: Names an item of a list: what it was called in the base, or is called now if it is new, and the how-manieth of that.
Item = tuple[str, str]

#: (language, thing, field) or (language, thing, list, *item, rest)
At = tuple[str, ...]
Texts = dict[At, str]


def texts_of(project: Project, base: Mapping[str, Node] | None = None) -> Texts:
    """All translations of a project; `base` are the things by id of the state it was made from, if it is another."""
    found: Texts = {}
    if not any(project.translations.values()):
        return found
    nodes = {thing.id: thing.node for thing in things(project)}
    base = nodes if base is None else base
    for language, words in project.translations.items():
        for key, text in words.items():
            thing, _, field = key.partition(".")
            if (node := nodes.get(thing)) is not None:
                found[language, thing, *_named(node, base.get(thing), field)] = text
    return found


def put_into(project: Project, texts: Mapping[At, str], base: Mapping[str, Node] | None = None) -> Project:
    """The project with these translations; those of what is not there are left out. `base` as in `texts_of`."""
    translations: dict[str, dict[str, str]] = {language: {} for language in project.translations}
    nodes = {thing.id: thing.node for thing in things(project)}
    base = nodes if base is None else base
    for (language, thing, *path), text in texts.items():
        node = nodes.get(thing)
        field = _indexed(node, base.get(thing), path) if node is not None else None
        if node is not None and field and language != project.language and text_at(node, field) is not None:
            translations.setdefault(language, {})[f"{thing}.{field}"] = text
    translations.pop(project.language, None)
    return project.evolve(translations=translations)


def is_there(at: At, nodes: Mapping[str, Node], base: Mapping[str, Node]) -> bool:
    """Whether there is what a translation belongs to: the thing, and the item of its list."""
    node = nodes.get(at[1])
    field = None if node is None else _indexed(node, base.get(at[1]), at[2:])
    return node is not None and field is not None and text_at(node, field) is not None


def list_of(at: At) -> str:
    """The list, or the image, that the words are of an item of; "" for what always is there."""
    return at[2] if len(at) > 3 else ""


def items(was: object, now: object) -> list[Item]:
    """What each item of a list is called, so that those which came from one item of the base are called the same."""
    before = was if isinstance(was, tuple) else ()
    after = now if isinstance(now, tuple) else ()
    of_base = list(_counted(map(_name, before)))
    ways = ways_of_items(before, after) if before and after else dict.fromkeys(range(len(before)))
    found: dict[int, Item] = {}
    for i, item in enumerate(of_base):
        at = ways.get(i, i)
        if at is not None:
            found[at] = item
    new = [k for k in range(len(after)) if k not in found]
    for k, (name, which) in zip(new, _counted(_name(after[k]) for k in new), strict=True):
        found[k] = (name, f"+{which}")
    return [found[k] for k in range(len(after))]


def _named(node: Node, was: Node | None, field: str) -> At:
    head, _, rest = field.partition(".")
    there = items(_held(was, head), _held(node, head))
    if head == "image":
        return (head, *there[0], rest) if there else (field,)
    at, _, inner = rest.partition(".")
    if head not in LISTS or not at.isdigit() or int(at) >= len(there):
        return (field,)
    return (head, *there[int(at)], inner)


def _indexed(node: Node, was: Node | None, path: Sequence[str]) -> str | None:
    if len(path) == 1:
        return path[0]
    head, name, which, inner = path
    there = items(_held(was, head), _held(node, head))
    if (name, which) not in there:
        return None
    at = "" if head == "image" else f".{there.index((name, which))}"
    return f"{head}{at}" + (f".{inner}" if inner else "")


def _held(node: Node | None, field: str) -> object:
    value = getattr(node, field, None)
    return (value,) if field == "image" and value is not None else value


def _counted(names: Iterator[str]) -> Iterator[Item]:
    seen: Counter[str] = Counter()
    for name in names:
        yield name, str(seen[name])
        seen[name] += 1


def _name(item: object) -> str:
    if isinstance(item, str):
        return item
    for field in ("persona", "sha256", "address", "name"):
        if isinstance(name := getattr(item, field, None), str):
            return name
    return ""
