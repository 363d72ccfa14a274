"""The languages of a project's content as the user handles them: each of these is one step of history."""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.edit import languages
from journey_editor.edit.translations import Saying, set_texts
from journey_editor.model.languages import language_name
from journey_editor.wording import tr, trn

from . import step_words
from .session import Session


def add(session: Session, language: str) -> None:
    """Begin with a language, and show the content in it."""
    label = tr("Added a language: {language}", language=language_name(language))
    session.apply(label, lambda project: languages.add_language(project, language))
    session.set_language(language)


def remove(session: Session, language: str) -> None:
    """Drop a language with all its words."""
    label = tr("Removed a language: {language}", language=language_name(language))
    session.apply(label, lambda project: languages.delete_language(project, language))


def make_first(session: Session, language: str) -> None:
    """Make a language the first one; what is shown stays in the language that it was shown in."""
    shown = session.language
    label = tr("Made {language} the first language", language=language_name(language))
    session.apply(label, lambda project: languages.set_language(project, language))
    if session.language != shown:
        session.set_language(shown)


def rename(session: Session, language: str, to: str) -> None:
    """Say that the words of a language are in another one."""
    shown = session.language
    label = tr("Renamed a language: {language} to {other}", language=language_name(language), other=language_name(to))
    session.apply(label, lambda project: languages.rename_language(project, language, to))
    session.set_language(to if shown == language else shown)


def show_next(session: Session) -> str:
    """Show and edit the content in the next of its languages, and say which that is."""
    every = session.languages
    at = every.index(session.language) if session.language in every else -1
    session.set_language(every[(at + 1) % len(every)])
    name = language_name(session.language)
    session.told.emit(tr("The map's words are shown and entered in this language: {language}", language=name))
    return session.language


def write(session: Session, sayings: Sequence[Saying]) -> None:
    """Texts in any languages, as one step."""
    if not sayings:
        return
    tongues = list(dict.fromkeys(saying.language for saying in sayings))
    in_what = language_name(tongues[0]) if len(tongues) == 1 else trn("{n} language", "{n} languages", len(tongues))
    if len(sayings) == 1:
        what = step_words.things(session, (sayings[0].thing,))
    else:
        what = trn("{n} text", "{n} texts", len(sayings))
    label = tr("Wrote in {language}: {what}", language=in_what, what=what)
    session.apply(label, lambda project: set_texts(project, sayings), select=session.selection)
