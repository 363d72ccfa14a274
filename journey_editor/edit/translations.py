"""Setting a text in a language: the thing's own words, or a translation of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from journey_editor.edit.anything import set_any
from journey_editor.edit.change import EditError, changed, gone
from journey_editor.model.project import Project
from journey_editor.model.things import find_thing, ids
from journey_editor.model.translatable import text_at, texts, with_text
from journey_editor.wording import tr


def set_text(project: Project, language: str, node_id: str, field: str, text: str) -> Project:
    """A thing's text as it is read in a language: its own words in the project's language, else a translation.

    `field` is that of model.translatable ("title", "goals.0", "metrics.0.name"). Raises EditError.
    """
    if language and language != project.language:
        return set_translation(project, language, node_id, field, text)
    thing = find_thing(project, node_id)
    if thing is None:
        raise gone(node_id)
    head = field.partition(".")[0]
    return set_any(project, node_id, **{head: getattr(with_text(thing.node, field, text), head)})


class Saying(NamedTuple):
    """A text as it is to be read in a language; "" takes it away."""

    language: str
    thing: str
    field: str
    text: str


def set_texts(project: Project, sayings: Iterable[Saying]) -> Project:
    """Many texts at once, as `set_text` sets one: a table of thousands may be pasted. Raises EditError."""
    every = tuple(sayings)
    own = [saying for saying in every if saying.language == project.language]
    others = [saying for saying in every if saying.language != project.language]
    for saying in own:  # first: words of its own that change in a list lead the translations along
        project = set_text(project, *saying)
    overlay: dict[str, dict[str, str]] = {}
    for language, thing_id, field, text in others:
        thing, key = find_thing(project, thing_id), f"{thing_id}.{field}"
        if thing is None or text_at(thing.node, field) is None:
            raise gone(key)
        words = overlay.get(language)
        if words is None:
            words = overlay[language] = dict(project.translations.get(language, {}))
        if text:
            words[key] = text
        else:
            words.pop(key, None)
    present = project.translations
    differing = {language: words for language, words in overlay.items() if words != present.get(language, {})}
    return changed(project, {"translations": {**present, **differing}}) if differing else project


def said_in(before: Project, after: Project, language: str) -> Project:
    """What an edit has made, with its words as those of a language: they were written while it was shown.

    The first language has none of them then; it shows those of the other one until somebody writes some.
    """
    if language == after.language:
        return after
    for thing_id in set(ids(after)).difference(ids(before)):
        thing = find_thing(after, thing_id)
        assert thing is not None
        for field, own in tuple(texts(thing.node)):
            if own and "." not in field:
                after = set_translation(after, language, thing_id, field, own)
                after = set_text(after, after.language, thing_id, field, "")
    return after


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
    return changed(project, {"translations": {**project.translations, language: after}})
