"""Content in other languages: setting a text, and keeping the translations true to what they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from journey_editor.edit.change import EditError, changed, gone
from journey_editor.model.base import Node
from journey_editor.model.project import Project
from journey_editor.model.things import find_thing, things
from journey_editor.model.translatable import LISTS, text_at, texts, with_text
from journey_editor.wording import tr

Overlay = Mapping[str, Mapping[str, str]]


def set_text(project: Project, language: str, node_id: str, field: str, text: str) -> Project:
    """A thing's text as it is read in a language: its own words in the project's language, else a translation.

    `field` is that of model.translatable ("title", "goals.0", "metrics.0.name"). Raises EditError.
    """
    if language and language != project.language:
        return set_translation(project, language, node_id, field, text)
    from journey_editor.edit.anything import set_any  # it stands on all edits, this one too

    thing = find_thing(project, node_id)
    if thing is None:
        raise gone(node_id)
    head = field.partition(".")[0]
    return set_any(project, node_id, **{head: getattr(with_text(thing.node, field, text), head)})


def set_translation(project: Project, language: str, node_id: str, field: str, text: str) -> Project:
    """A text in another language than the project's own; "" takes the translation away.

    Raises EditError if there is no such text, or for the project's own language.
    """
    if language == project.language:
        raise EditError(tr("“{language}” is the project's own language.", language=language))
    thing = find_thing(project, node_id)
    if thing is None or text_at(thing.node, field) is None:
        raise gone(f"{node_id}.{field}")
    present = project.translations.get(language, {})
    key = f"{node_id}.{field}"
    if present.get(key, "") == text:
        return project
    if text:
        after = {**present, key: text}
    else:
        after = {name: words for name, words in present.items() if name != key}
    return changed(project, {"translations": _with_language(project.translations, language, after)})


def add_language(project: Project, language: str) -> Project:
    """Begin a translation into a language: it is offered from now on, though nothing is translated yet."""
    if language == project.language or language in project.translations:
        return project
    return changed(project, {"translations": {**project.translations, language: {}}})


def delete_language(project: Project, language: str) -> Project:
    """Drop a language with all its texts."""
    if language not in project.translations:
        return project
    return project.evolve(
        translations={name: words for name, words in project.translations.items() if name != language}
    )


def set_language(project: Project, language: str) -> Project:
    """Make a language the project's own.

    If there is a translation into it, it changes places with the own words, so that nothing is lost; a text that has
    none stays as it is. Otherwise the language was named wrongly so far, and only its name changes.
    """
    if language == project.language:
        return project
    overlay = project.translations.get(language)
    if overlay is None:
        return changed(project, {"language": language})
    given_up: dict[str, str] = {}
    after = project
    from journey_editor.edit.anything import set_any

    for thing in things(project):
        node: Node = thing.node
        for field, own in texts(thing.node):
            words = overlay.get(f"{thing.id}.{field}")
            if words:
                node = with_text(node, field, words)
                if own:
                    given_up[f"{thing.id}.{field}"] = own
        if node is not thing.node:
            heads = {field.partition(".")[0] for field, _ in texts(thing.node)}
            after = set_any(after, thing.id, **{head: getattr(node, head) for head in heads})
    rest = {name: words for name, words in project.translations.items() if name != language}
    return after.evolve(language=language, translations={**rest, project.language: given_up})


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


def _with_language(overlay: Overlay, language: str, words: Mapping[str, str]) -> dict[str, Mapping[str, str]]:
    return {**overlay, language: words}
