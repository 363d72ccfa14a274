"""Syllables: where a word that is wider than its line may be broken with a hyphen.

The user's own soft hyphens come before anything here (see `wrap`). Then the exceptions below; then the patterns of
pyphen, which split some German words badly, so they are asked only where nothing else helps, and never for less than
three letters on a side.
"""

from __future__ import annotations

from functools import cache, lru_cache

import pyphen
import regex

#: Letters that stay together on each side of a hyphen.
_LEAST = 3
#: Longer ones are no words.
_LONGEST = 100
_LETTERS = regex.compile(r"[\p{L}\p{M}]+")
#: Beside these, word parts are too short to be understood apart: Kund*innen, Kund:innen, Kund_innen, don't.
_GLUE = frozenset("*:_'’@.\\0123456789")

#: Words, and beginnings and ends of compounds, that the patterns split against their sense.
_EXCEPTIONS: dict[str, tuple[str, ...]] = {
    "de": (),
    "en": (),
}


@cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    name = pyphen.language_fallback(language) or {"en": "en_US", "de": "de_DE"}.get(language)
    return pyphen.Pyphen(lang=name, left=_LEAST, right=_LEAST) if name else None


@cache
def _exceptions(language: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for entry in _EXCEPTIONS.get(language[:2], ()):
        places, at = [], 0
        for syllable in entry.split("-")[:-1]:
            at += len(syllable)
            places.append(at)
        found[entry.replace("-", "")] = tuple(places)
    return found


@lru_cache(maxsize=4096)
def hyphenation(word: str, language: str) -> tuple[int, ...]:
    """The places in a word at which a hyphen may be put, in order. Existing hyphens in it are left alone."""
    places: list[int] = []
    for found in _LETTERS.finditer(word):
        start, end = found.span()
        if end - start < 2 * _LEAST or end - start > _LONGEST:
            continue
        if (start and word[start - 1] in _GLUE) or (end < len(word) and word[end] in _GLUE):
            continue
        places += [start + place for place in _of_letters(found.group(), language)]
    return tuple(places)


def _of_letters(letters: str, language: str) -> tuple[int, ...]:
    exact = _exceptions(language).get(letters.lower())
    if exact is not None:
        return exact
    patterns = _patterns(language)
    if patterns is None:
        return ()
    return tuple(p for p in patterns.positions(letters) if _LEAST <= p <= len(letters) - _LEAST)
