"""The parts that compounds of journey maps are often made of, with their syllables: what patterns get wrong.

A word enters here when the patterns break a compound that holds it across the joint ("Newslet-teran-mel-dung"), or
split the word itself against its sense. Small letters, hyphens at the syllables.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

#: Whole words.
_WORDS = {
    "de": "be-inhal-ten be-inhal-tet Mit-ar-bei-ten-de Mit-ar-bei-ten-den Ur-instinkt In-ter-es-se In-ter-es-sen",
    "en": "touch-point check-out on-board-ing trouble-shoot-ing respon-si-bil-i-ty ac-ces-si-bil-i-ty",
}
#: First parts of compounds.
_FIRST = {
    "de": "on-line web-site home-page smart-phone news-let-ter feed-back touch-point on-boar-ding check-out ser-vice "
    "wa-ren-korb show-room call-cen-ter mar-ke-ting nut-zer be-nut-zer kre-dit kun-den preis-ver-gleichs "
    "wett-be-werbs da-ten-schutz be-darfs ge-brauchs ter-min kon-takt tic-ket ver-trags zah-lungs lie-fer rech-nungs",
}
#: Last parts of compounds, also with the endings of case and number.
_LAST = {
    "de": "ab-bruch ab-fra-ge ab-schluss adres-se agen-tur ana-ly-se an-bie-ter an-fra-ge an-ge-bot an-lei-tung "
    "an-mel-dung an-ruf an-spra-che an-trag an-zei-ge ar-beit ar-ti-kel as-sis-tent auf-ga-be auf-trag aus-stel-lung "
    "aus-wahl aus-weis be-ar-bei-tung be-ra-tung be-stel-lung be-such bu-chung ein-kauf ein-stieg ein-tritt "
    "emp-feh-lung ent-schei-dung ent-wick-lung er-eig-nis er-fah-rung er-klä-rung er-leb-nis er-mitt-lung er-stel-lung "
    "er-war-tung ge-neh-mi-gung her-stel-lung hül-le in-for-ma-tion in-stal-la-tion in-ter-es-se mit-ar-bei-ter "
    "mit-ar-bei-te-rin part-ner por-tal preis pro-dukt pro-gramm pro-zess punkt ser-vice sys-tem team ter-min "
    "über-ga-be über-nah-me über-sicht um-fra-ge un-fall un-ter-la-gen un-ter-neh-men ver-ar-bei-tung ver-mitt-lung "
    "zu-frie-den-heit",
}
#: A part shorter than this ahead of a known last part is no word.
_LEAST = 3


class _Parts(NamedTuple):
    words: dict[str, tuple[int, ...]]
    first: re.Pattern[str]
    last: re.Pattern[str]


def known_word(letters: str, language: str) -> tuple[int, ...] | None:
    """The syllables of a word that is listed; None if it is not."""
    return _parts(language[:2]).words.get(letters.lower())


def joint(letters: str, language: str) -> int | None:
    """Where the parts of a compound meet, if one of them is listed."""
    parts, small = _parts(language[:2]), letters.lower()
    if small in parts.words:
        return None
    found = parts.first.match(small)
    if found:
        return found.end()
    found = parts.last.match(small)
    return found.end(1) if found else None


@cache
def _parts(language: str) -> _Parts:
    lists = [table.get(language, "").lower().split() for table in (_WORDS, _FIRST, _LAST)]
    words = {entry.replace("-", ""): _places(entry) for entries in lists for entry in entries}
    _, first, last = ([entry.replace("-", "") for entry in entries] for entries in lists)
    return _Parts(
        words,
        _pattern(first, r"({})(?!ie|innen|erin)(?=.{{4}})"),
        _pattern(last, f"(.{{{{{_LEAST},}}}}?)(?:{{}})(?:e|en|n|s|es)?$"),
    )


def _pattern(entries: list[str], form: str) -> re.Pattern[str]:
    # Without entries, a pattern that never matches. The longest entry is tried first.
    return re.compile(form.format("|".join(sorted(entries, key=len, reverse=True))) if entries else r"(?!)")


def _places(entry: str) -> tuple[int, ...]:
    places: list[int] = []
    at = 0
    for syllable in entry.split("-")[:-1]:
        at += len(syllable)
        places.append(at)
    return tuple(places)
