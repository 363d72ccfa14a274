"""Graphemes, scripts and the characters that nobody sees: what Unicode says of characters, without any font."""

from __future__ import annotations

from functools import cache

import regex

_GRAPHEME = regex.compile(r"\X")
_PIECE = 50_000  # characters; a letter with a million marks is more than the expression can remember

#: ISO 15924 tags of the scripts that the bundled fonts can show. Others are left to HarfBuzz to guess.
_SCRIPTS = (
    "Latn", "Grek", "Cyrl", "Arab", "Hebr", "Deva", "Thai", "Hani", "Hira", "Kana", "Hang", "Bopo", "Armn", "Geor",
    "Laoo", "Ethi", "Cans", "Tfng", "Cher", "Nkoo", "Ogam", "Runr", "Brai", "Copt", "Goth",
)  # fmt: skip
_SCRIPT = regex.compile("|".join(rf"(?P<{tag}>\p{{Script={tag}}})" for tag in _SCRIPTS))

#: Characters without ink of their own: joiners, variation selectors, direction marks, tags, control characters.
_IGNORABLE = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Cc}]")


class _Ignorable:
    """A set of characters by rule: `c in IGNORABLE`."""

    @staticmethod
    @cache
    def _is(character: str) -> bool:
        return _IGNORABLE.match(character) is not None

    def __contains__(self, character: str) -> bool:
        return self._is(character)


IGNORABLE = _Ignorable()


def graphemes(text: str) -> list[str]:
    """What a reader takes for one character each (UAX #29): an emoji family, a letter with its marks."""
    if len(text) <= _PIECE:
        return _GRAPHEME.findall(text)
    pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    return [grapheme for piece in pieces for grapheme in _GRAPHEME.findall(piece)]


@cache
def script(character: str) -> str:
    """The script's ISO 15924 tag, or "Zyyy" for what many scripts share (digits, punctuation, marks, symbols)."""
    found = _SCRIPT.match(character)
    return found.lastgroup if found and found.lastgroup else "Zyyy"
