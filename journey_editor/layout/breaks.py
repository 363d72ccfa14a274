"""Where a line may end: a small part of UAX #14, for words with hyphens and slashes, CJK and emoji.

Spaces are not listed: every run of spaces is an opportunity, and wrapping splits at them. Breaks in the middle of a
word that has none of these are in `hyphenate` (syllables) and in `emergency` (anywhere between two graphemes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

_PARAGRAPH_END = regex.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")

#: Control characters and surrogates, which nothing can draw; direction controls, which `bidi` does not know; and the
#: characters that speak of breaks alone: soft hyphen, zero width space, word joiner.
_DROPPED = regex.compile(r"[\p{Cc}\p{Cs}\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")

_CJK = (
    r"\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}"
    r"\u3000-\u303f\u30fb\u30fc\u31c0-\u31ef\u3200-\u33ff\uff00-\uffef"
)
#: Kinsoku, the strict set: what may not begin a line, what may not end one.
_NOT_FIRST = (
    r"\p{M}\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\u00a0\u202f\u2007"
    r"、。，．・：；！？!?.,:;%％)\]}）］｝〕〉》」』】〙〗〟｠»›’”…‥ー々〻ゝゞヽヾ‐–〜～゠\u3000"
    r"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧ-ｯｰ"
)
_NOT_LAST = r"(\[{（［｛〔〈《「『【〘〖〝｟«‹‘“$£¥＄￡￥#＃\u00a0\u202f\u2007\u200d"
_EMOJI = r"\p{Extended_Pictographic}"

_OPPORTUNITY = regex.compile(
    # A hyphen, dash or slash inside a word, before a letter: not in 1/2, 10-12, -5, https://, nor in E-Mail.
    r"(?<=[^\s\-‐–—/]{2}[\-‐–/])(?=[\p{L}(\[„“])"
    r"|(?<=[^\s\-‐–—/][—])"
    r"|(?<=[\u2000-\u2006\u2008-\u200a\u205f\u3000])"
    rf"|(?<=[{_CJK}])(?<![{_NOT_LAST}])(?![{_NOT_FIRST}])"
    rf"|(?<![{_NOT_LAST}])(?=[{_CJK}])(?![{_NOT_FIRST}])"
    rf"|(?<={_EMOJI}[\ufe0f\U0001f3fb-\U0001f3ff]?)(?={_EMOJI})"
)
#: Without one of these there is no opportunity; this much cheaper question settles it for most words.
_may_break = re.compile(
    r"[\-\u2000-\u200a\u2010-\u2014\u203c-\u2bff\u2e80-\uffef/©®\u205f\U0001f000-\U0003ffff]"
).search
#: Between graphemes, but not where a Thai vowel would lose its consonant.
_GRAPHEME = regex.compile(r"(?:[เแโใไ](?=[ก-ฮ]))?\X(?:(?<=[ก-ฮ][ะ-ฺๅๆ็-๎]{0,6})[ะาำๅๆฯ]){0,3}")


class Clean(NamedTuple):
    """A paragraph as it is shaped, and what the characters taken out of it said: places in `text`, in order."""

    text: str
    soft_hyphens: tuple[int, ...] = ()
    #: Where a zero width space allows a break.
    allowed: tuple[int, ...] = ()
    #: Where a word joiner forbids one.
    forbidden: tuple[int, ...] = ()


def paragraphs(text: str) -> list[str]:
    """The parts between forced breaks. Blank ends are cut: a stray newline is no line."""
    text = text.rstrip()
    if not text:
        return []
    if text.isprintable():
        return [text]
    return _PARAGRAPH_END.split(text)


def cleaned(paragraph: str) -> Clean:
    """Takes out what is not drawn. Tabs and newlines become spaces; a lone surrogate becomes U+FFFD."""
    if not _DROPPED.search(paragraph):
        return Clean(paragraph)
    places: dict[str, list[int]] = {"\u00ad": [], "\u200b": [], "\u2060": []}
    kept: list[str] = []
    length = at = 0
    for found in _DROPPED.finditer(paragraph):
        kept.append(paragraph[at : found.start()])
        length += found.start() - at
        at = found.end()
        character = found.group()
        if character in "\t\n\r\v\f\x85":
            kept.append(" ")
            length += 1
        elif "\ud800" <= character <= "\udfff":
            kept.append("\ufffd")
            length += 1
        elif character in places:
            places[character].append(length)
    kept.append(paragraph[at:])
    return Clean("".join(kept), tuple(places["\u00ad"]), tuple(places["\u200b"]), tuple(places["\u2060"]))


def opportunities(word: str) -> list[int]:
    """The places inside a word at which a line may end without a hyphen, in order."""
    if not _may_break(word):
        return []
    return [found.start() for found in _OPPORTUNITY.finditer(word) if 0 < found.start() < len(word)]


def emergency(text: str, start: int, end: int) -> Iterator[int]:
    """The ends of the graphemes in text[start:end], one after the other."""
    for found in _GRAPHEME.finditer(text, start, end):
        yield found.end()
