"""Hyphenation patterns: Liang's algorithm over the dictionaries that come with pyphen.

pyphen itself parses all of a dictionary before the first word, which takes 0.8 s for the 66,000 German patterns, and
nearly every German map needs some word hyphenated at its first layout. Here a pattern is parsed when a word meets it.
(F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983. The files' format is that of Hunspell's hyphen library.)
"""

from __future__ import annotations

import re
from functools import cache
from itertools import compress
from operator import ne
from pathlib import Path

import pyphen

_HEX = re.compile(rb"\^\^([0-9a-f]{2})")
_PIECE = re.compile("([0-9]?)([^0-9]?)")
#: No language has longer patterns; longer lines are comments.
_LONGEST = 40
#: pyphen has its dictionaries by country; these are meant by a bare language.
_COUNTRY = {"de": "de_DE", "en": "en_US", "pt": "pt_PT", "nb": "nb_NO"}


class Patterns:
    """The patterns of one language."""

    def __init__(self, path: Path) -> None:
        encoding, _, lines = path.read_bytes().replace(b"\r", b"").partition(b"\n")
        if b"^^" in lines:
            lines = _HEX.sub(lambda found: bytes([int(found[1], 16)]), lines)
        name = encoding.decode("ascii").strip()
        name = {"microsoft-cp1251": "cp1251"}.get(name.lower(), name)
        # In every encoding in use a digit is one byte, so all of them are struck out at once. Patterns that change the
        # spelling ("/" in them), comments and settings match no word.
        letters = lines.translate(None, b"0123456789").decode(name).split("\n")
        pointed = lines.decode(name).split("\n")
        some = list(map(ne, letters, pointed))
        self._of_letters = dict(zip(compress(letters, some), compress(pointed, some), strict=True))
        self._longest = max((n for n in set(map(len, self._of_letters)) if n <= _LONGEST), default=0)

    def places(self, word: str) -> list[int]:
        """Where a hyphen may be put, in order. `word` is made of letters only."""
        pointed = f".{word.lower()}."
        if len(pointed) != len(word) + 2:
            return []
        values = [0] * (len(pointed) + 1)
        for start in range(len(pointed)):
            for end in range(start + 1, min(start + self._longest, len(pointed)) + 1):
                pattern = self._of_letters.get(pointed[start:end])
                if pattern:
                    for i, (digit, _) in enumerate(_PIECE.findall(pattern), start):
                        if digit and int(digit) > values[i]:
                            values[i] = int(digit)
        return [gap - 1 for gap in range(2, len(pointed) - 1) if values[gap] % 2]


@cache
def patterns(language: str) -> Patterns | None:
    """The patterns for a language tag like "de" or "en-GB"; None if there are none."""
    tag = language.replace("-", "_")
    name = pyphen.language_fallback(_COUNTRY.get(tag, tag)) or pyphen.language_fallback(tag.split("_")[0])
    path = pyphen.LANGUAGES.get(name) if name else None
    return Patterns(Path(path)) if path else None
