"""Words that stand in for missing ones: a text that a language lacks is shown in another one that has it.

Which language words are in is known only from where they were kept. It is never guessed from their script or their
letters: Latin letters may be of a hundred languages, Arabic ones of Persian, Chinese ones of Japanese, and a name is no
word of any. So a text in Hebrew that was typed into a German map counts as German, as the map's owner said.
"""

from __future__ import annotations

from collections.abc import Iterable

from journey_editor.model.project import Project
from journey_editor.model.queries import text_in
from journey_editor.model.translating import needs_words


class Borrowed(str):
    """Words in another language than the map's, which has none for this text. They are set by the rules of their own
    language; those that are `dotted` have dots below them, as on the screen."""

    __slots__ = ("dotted", "language")

    language: str
    dotted: bool

    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return (
            type(other) is Borrowed
            and str.__eq__(self, other)
            and (self.language, self.dotted) == (other.language, other.dotted)
        )

    def __ne__(self, other: object) -> bool:
        return not self == other


def borrowed(words: str, language: str, *, dotted: bool = False) -> str:
    """Words of another language; what has no letters, such as a figure, is of none and stays as it is."""
    if not needs_words(words):
        return words
    made = Borrowed(words)
    made.language, made.dotted = language, dotted
    return made


class Mixed(str):
    """Words of which some are in another language, such as "Where: Im Laden"; `parts` are all of them, in order."""

    __slots__ = ("parts",)

    parts: tuple[str, ...]


def joined(parts: Iterable[str], between: str = "") -> str:
    """The parts as one text, which knows where it is in another language."""
    pieces: list[str] = []
    for part in parts:
        if pieces and between:
            pieces.append(between)
        pieces += part.parts if isinstance(part, Mixed) else (part,)
    if not any(isinstance(piece, Borrowed) for piece in pieces):
        return "".join(pieces)
    if len(pieces) == 1:
        return pieces[0]
    made = Mixed("".join(pieces))
    made.parts = tuple(pieces)
    return made


def text_of(project: Project, language: str, node: str, field: str, own: str) -> str:
    """A text as `text_in` finds it, which says so where it is in another language."""
    words = text_in(project, language, node, field, own)
    if not words or not project.translations:
        return words
    key = f"{node}.{field}"
    if language != project.language and project.translations.get(language, {}).get(key):
        return words
    if own:
        return words if language == project.language else borrowed(words, project.language)
    return borrowed(words, next(its for its, texts in project.translations.items() if texts.get(key)))


def language_of(words: str, language: str) -> str:
    """The language that words are in, `language` unless they say another one."""
    return words.language if type(words) is Borrowed else language
