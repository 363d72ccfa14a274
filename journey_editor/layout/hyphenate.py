"""Syllables: where a word that is wider than its line may be broken with a hyphen.

The user's own soft hyphens come before anything here (see `wrap`). Then the word parts in `compounds`; then the
patterns of the language, which split some German compounds across their joint, so they are asked only where nothing
else helps, and never for less than three letters on a side.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import regex

from journey_editor.layout.compounds import joint, known_word
from journey_editor.layout.patterns import patterns

#: Letters that stay together at either end of a word.
_LEAST = 3
#: Longer ones are no words.
_LONGEST = 100
_LETTERS = regex.compile(r"[\p{L}\p{M}]+")
_VOWEL = regex.compile("[aeiouyäöüé]", regex.IGNORECASE)
#: Beside these, word parts are too short to be understood apart: Kund*innen, Kund:innen, Kund_innen, don't.
_GLUE = frozenset("*:_'’@.\\0123456789")


@lru_cache(maxsize=4096)
def hyphenation(word: str, language: str) -> tuple[int, ...]:
    """The places in a word at which a hyphen may be put, in order. `language` is a tag like "de" or "en-GB".

    Each run of letters in the word is looked at by itself, so nothing comes beside an existing hyphen. A language
    without patterns has no places.
    """
    places: list[int] = []
    for found in _LETTERS.finditer(word):
        start, end = found.span()
        if not 2 * _LEAST <= end - start <= _LONGEST:
            continue
        if _glued(word[:start][::-1]) or _glued(word[end:]):
            continue
        letters = found.group()
        last = len(letters) - _LEAST
        places += [start + place for place in _of_letters(letters, language) if _LEAST <= place <= last]
    return tuple(places)


def _glued(beside: str) -> bool:
    """Whether what stands beside letters, read away from them, joins them to more; a colon at the end does not."""
    return bool(beside) and beside[0] in _GLUE and (beside[0].isdigit() or beside[1:2].isalnum())


def _of_letters(letters: str, language: str) -> list[int]:
    known = known_word(letters, language)
    if known is not None:
        return list(known)
    split = joint(letters, language)
    if split is not None:
        ahead = _of_letters(letters[:split], language)
        return [*ahead, split, *(split + place for place in _of_letters(letters[split:], language))]
    known_patterns = patterns(language)
    if known_patterns is None:
        return []
    places = known_patterns.places(letters)
    if language.startswith("de"):
        return _believable(letters, places)
    return [place for place in places if place - 1 not in places]


def _believable(letters: str, places: list[int]) -> list[int]:
    """Without the places that cannot be right: around single letters, and beside a part that has no vowel.

    The German patterns know where parts may begin in one compound and where in another, and offer both:
    "mit-a-r-bei-ter", "ge-n-eh-mi-gung", "werb-s-ana-ly-se".
    """
    kept: list[int] = []
    i = 0
    while i < len(places):
        end = i
        while end + 1 < len(places) and places[end + 1] - places[end] == 1:
            end += 1
        kept += _of_neighbours(letters, places[i : end + 1])
        i = end + 1
    stops = [0, *kept, len(letters)]
    dead = {a if a else b for a, b in pairwise(stops) if not _VOWEL.search(letters, a, b)}
    return [place for place in kept if place not in dead]


def _of_neighbours(letters: str, places: list[int]) -> list[int]:
    """Which of several places next to each other to believe."""
    if len(places) == 1:
        return places
    if len(places) > 2:
        return [places[0], places[-1]]
    first, second = places
    if letters[first] in "sz":
        # The s that joins two parts, or the end of one, belongs to what is before it.
        return [second] if _VOWEL.match(letters, second) else [first]
    return [first] if _VOWEL.match(letters, first) else []
