"""The languages of a project's content."""

from __future__ import annotations

from journey_editor.edit.change import EditError, changed
from journey_editor.edit.rewriting import T, each_thing
from journey_editor.model.project import Project
from journey_editor.model.translatable import texts, with_text
from journey_editor.wording import tr


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


def rename_language(project: Project, language: str, to: str) -> Project:
    """Say that the words of a language are in another one: the tag was wrong, or too wide ("pt" for "pt-BR").

    Raises EditError if there are words in that one already, or if `to` is no tag.
    """
    if to == language:
        return project
    if to == project.language or to in project.translations:
        raise EditError(tr("The project has words in “{language}” already.", language=to))
    if language == project.language:
        return changed(project, {"language": to})
    if language not in project.translations:
        return project
    renamed = {to if name == language else name: words for name, words in project.translations.items()}
    return changed(project, {"translations": renamed})


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

    def swap(node: T, thing_id: str) -> T:
        after = node
        for field, own in texts(node):
            words = overlay.get(f"{thing_id}.{field}")
            if words:
                after = with_text(after, field, words)
                if own:
                    given_up[f"{thing_id}.{field}"] = own
        return after

    after = each_thing(project, swap)
    rest = {name: words for name, words in project.translations.items() if name != language}
    return after.evolve(language=language, translations={**rest, project.language: given_up})
