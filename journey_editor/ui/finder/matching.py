"""Finding names by words as people type them: in any order, without accents, upper or lower case. Knows no Qt."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from journey_editor.model.folding import folded

#: How those write German who have no such keys.
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "æ": "ae", "ø": "oe"})


@lru_cache(maxsize=4096)
def _spellings(text: str) -> tuple[str, ...]:
    plain, spelt = folded(text), folded(unicodedata.normalize("NFC", text).casefold().translate(_SPELT_OUT))
    return (plain,) if plain == spelt else (plain, spelt)


def rank(wanted: str, names: Sequence[str]) -> int | None:
    """How well a thing with these names, the most important first, answers to what is wanted: 0 best; None if not.

    All words must occur in the names together. A name that is what was typed comes before one that begins with it, that
    before names of which words begin so, and those before names that only contain it; an earlier name before a later.
    """
    words = folded(wanted).split()
    if not words:
        return 0
    spelt = [_spellings(name) for name in names]
    if not all(any(word in way for ways in spelt for way in ways) for word in words):
        return None
    phrase = " ".join(words)
    best = 4 * len(names)
    for place, ways in enumerate(spelt):
        for way in ways:
            if way == phrase:
                return place
            if way.startswith(phrase):
                best = min(best, len(names) + place)
            elif all(_begins_a_word(word, way) for word in words):
                best = min(best, 2 * len(names) + place)
            elif all(word in way for word in words):
                best = min(best, 3 * len(names) + place)
    return best


def _begins_a_word(word: str, text: str) -> bool:
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at >= 0
