"""How much of a text of any length a card shows: its beginning. The rest is in the file, the inspector, the clipboard
and the appendix of a page."""

from __future__ import annotations

import regex

from .borrowed import Borrowed, borrowed

#: Letters and lines that a card shows of one text: about a page of a book. With more, the map would be so high that
#: no paper could show it in type that can be read, and each letter typed would be waited for.
MOST_LETTERS, MOST_LINES = 2_000, 60

_NEAR = 60  # so far back an end of a word is looked for
_GRAPHEME = regex.compile(r"\X")


def beginning(text: str) -> str:
    """The text itself, or what a card shows of it: its beginning, to the end of a word, with an ellipsis."""
    if len(text) <= MOST_LINES:
        return text
    end = len(text)
    if text.count("\n") >= MOST_LINES:
        end = -1
        for _ in range(MOST_LINES):
            end = text.index("\n", end + 1)
    if end <= MOST_LETTERS:
        if end == len(text):
            return text
    else:
        end = _end_of_word(text, MOST_LETTERS)
    shown = text[:end].rstrip() + "…"
    return borrowed(shown, text.language, dotted=text.dotted) if isinstance(text, Borrowed) else shown


def _end_of_word(text: str, most: int) -> int:
    """Where the last whole word ends within so many letters; of a long one, the last whole grapheme."""
    for end in range(most, most - _NEAR, -1):
        if text[end].isspace():
            return end
    graphemes = [found.span() for found in _GRAPHEME.finditer(text, most - _NEAR, most + _NEAR)]
    return next((end for _, end in reversed(graphemes) if end <= most), most)


def words_of(card: str) -> str:
    """Under what it is remembered that the words of a card are shown as their beginning."""
    return f"{card}.words"
