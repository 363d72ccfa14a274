"""Setting a text in a language: the thing's own words, or a translation of them."""

from __future__ import annotations

from journey_editor.edit.anything import set_any
from journey_editor.edit.change import EditError, changed, gone
from journey_editor.model.project import Project
from journey_editor.model.things import find_thing
from journey_editor.model.translatable import text_at, with_text
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
