"""Keeping translations true to what they belong to, when things are deleted, copied, or have their lists changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import takewhile

from journey_editor.model.base import Identified, Node
from journey_editor.model.cards import Emotion, ImageUse, Metric, WebLink
from journey_editor.model.project import Project
from journey_editor.model.translatable import LISTS


def forget(project: Project, ids: Iterable[str]) -> Project:
    """Drop the translations of things that were deleted."""
    if not any(project.translations.values()):
        return project
    drop = frozenset(ids)
    return _keys(project, lambda key: None if key.partition(".")[0] in drop else key)


def forget_text(project: Project, node_id: str, field: str) -> Project:
    """Drop the translations of one text that was deleted."""
    dropped = f"{node_id}.{field}"
    if all(dropped not in words for words in project.translations.values()):
        return project
    return _keys(project, lambda key: None if key == dropped else key)


def follow(project: Project, replaced: Iterable[tuple[Identified, Identified]]) -> Project:
    """Lead the translations of lists (tags, metrics, emotions ...) after items that moved or went.

    `replaced` are things before and after a change. Their items are addressed by an index in the file, so that this
    has to be asked for after whatever may change a list.
    """
    if not any(project.translations.values()):
        return project
    moved: dict[tuple[str, str], dict[int, int | None]] = {}
    for before, after in replaced:
        for field in LISTS:
            old, new = getattr(before, field, ()), getattr(after, field, ())
            if isinstance(old, tuple) and old is not new and (ways := ways_of_items(old, new)):
                moved[before.id, field] = ways
        image = getattr(before, "image", None)
        if image is not None and not _may_be(image, getattr(after, "image", None)):
            moved[before.id, "image"] = {}
    if not moved:
        return project

    def lead(key: str) -> str | None:
        thing_id, _, field = key.partition(".")
        head, _, rest = field.partition(".")
        ways = moved.get((thing_id, head))
        if ways is None:
            return key
        if head == "image":
            return None
        at, dot, inner = rest.partition(".")
        new_at = ways.get(int(at), int(at))
        return None if new_at is None else f"{thing_id}.{head}.{new_at}{dot}{inner}"

    return _keys(project, lead)


def copied(project: Project, ids: Mapping[str, str], *, fields: Collection[str] | None = None) -> Project:
    """Give the copies (old id -> new id) the translations of what they were made of: of all texts or these `fields`."""
    overlay: dict[str, dict[str, str]] = {}
    for language, words in project.translations.items():
        added = {}
        for key, text in words.items():
            thing_id, _, field = key.partition(".")
            if thing_id in ids and (fields is None or field in fields):
                added[f"{ids[thing_id]}.{field}"] = text
        overlay[language] = {**words, **added}
    return project.evolve(translations=overlay)


def ways_of_items(old: tuple[object, ...], new: tuple[object, ...]) -> dict[int, int | None]:
    """Where each item went (None: away); those that stayed are left out.

    An item is looked for as itself; then as its equal, from both ends, because equal tags are told apart by their
    neighbours only; then as what bears its key; at last, if as many are left over on both sides, as what was made of
    it in its place.
    """
    ways: dict[int, int] = {}
    free = dict.fromkeys(range(len(new)))

    def pair(i: int, k: int) -> None:
        ways[i] = k
        del free[k]

    def search(same: Callable[[object, object], bool]) -> None:
        for i, item in enumerate(old):
            if i not in ways and (found := next((k for k in free if same(item, new[k])), None)) is not None:
                pair(i, found)

    search(lambda a, b: isinstance(a, Node) and a is b)
    shorter = min(len(old), len(new))
    from_the_front = ((n, n) for n in range(shorter))
    from_the_back = ((len(old) - n, len(new) - n) for n in range(1, shorter + 1))
    for pairs in (from_the_front, from_the_back):
        for i, k in takewhile(lambda at: old[at[0]] == new[at[1]], pairs):
            if i not in ways and k in free:
                pair(i, k)
    for i, item in enumerate(old):  # in its place before any other
        if i not in ways and i in free and new[i] == item:
            pair(i, i)
    search(lambda a, b: a == b)
    search(_bears_the_same_key)
    rest = [i for i in range(len(old)) if i not in ways]
    if len(rest) == len(free):
        for i, k in zip(rest, tuple(free), strict=True):
            if _may_be(old[i], new[k]):
                pair(i, k)
    return {i: ways.get(i) for i in range(len(old)) if ways.get(i) != i}


def _bears_the_same_key(old: object, new: object) -> bool:
    match old, new:
        case (Emotion(), Emotion()):
            return old.persona == new.persona
        case (ImageUse(), ImageUse()):
            return old.sha256 == new.sha256
        case (WebLink(), WebLink()):
            return old.address == new.address
        case (Metric(), Metric()):
            return bool(old.name) and old.name == new.name
    return False


def _may_be(old: object, new: object) -> bool:
    """Whether an item in another's place may be the same, changed: what another feels or another image shows is not,
    unless it took over the words."""
    match old, new:
        case (Emotion(), Emotion()):
            return old.persona == new.persona or old.label == new.label
        case (ImageUse(), ImageUse()):
            return old.sha256 == new.sha256 or old.caption == new.caption
    return type(old) is type(new)


def _keys(project: Project, lead: Callable[[str], str | None]) -> Project:
    """The project with the keys of its translations led to others; None drops one."""
    overlay = {
        language: {new: text for key, text in words.items() if (new := lead(key)) is not None}
        for language, words in project.translations.items()
    }
    return project.evolve(translations=overlay)
