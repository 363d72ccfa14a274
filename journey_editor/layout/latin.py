"""The short way for what nearly all texts are: words of Latin letters in the one sans font, from left to right.

A line is put together from cached tuples, without a loop over characters or glyphs in Python. It is the same line that
the long way makes (a test holds them together); whatever needs more thought than a space to break at is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import accumulate
from math import inf
from operator import attrgetter
from typing import NamedTuple

from journey_editor.layout.drawlist import Color, GlyphRun
from journey_editor.layout.words import PLAIN_CHARACTERS, UNITS, Word

is_latin = re.compile(f"[ {PLAIN_CHARACTERS}]*").fullmatch


class LatinWord(NamedTuple):
    """A word at one size, in points. `glyphs` and `advances` have a space behind the word.

    `clusters` is None when each glyph stands for one character. `cuts` are the places where a line may end inside it.
    """

    text: str
    advance: float
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    clusters: tuple[int, ...] | None
    cuts: tuple[int, ...]


_text = attrgetter("text")


class LatinWords(dict[str, LatinWord]):
    """The words of one font, size and language, each made when first asked for."""

    def __init__(self, shape: Callable[[str], Word], space: tuple[int, float], size: float, most: int) -> None:
        super().__init__()
        self._shape, self._most, self._scale = shape, most, size / UNITS
        self._space_glyph, self.space = space[0], space[1] * self._scale

    def __missing__(self, text: str) -> LatinWord:
        if len(self) >= self._most:
            self.clear()
        k = self._scale
        shaped = self._shape(text)
        glyphs: list[int] = []
        advances: list[float] = []
        clusters: list[int] = []
        advance, offset = 0.0, 0
        for part in shaped.parts:
            ends = (*part.xs[1:], part.advance)
            glyphs += part.glyphs
            advances += [(end - x) * k for x, end in zip(part.xs, ends, strict=True)]
            clusters += [offset + cluster for cluster in part.clusters]
            advance += part.advance * k
            offset += len(part.text)
        self[text] = word = LatinWord(
            text,
            advance,
            (*glyphs, self._space_glyph),
            (*advances, self.space),
            None if len(clusters) == len(text) else tuple(clusters),
            shaped.cuts,
        )
        return word

    def lines(self, paragraph: str, width: float) -> tuple[list[tuple[list[LatinWord], float, str]], float] | None:
        """Fills lines with words, each line given with its width and with what follows it (`GlyphRun.after`); and the
        width from which on they would be others.

        None when a word wants syllables, or when spaces stand where none should.
        """
        if "  " in paragraph or paragraph[:1] == " " or paragraph[-1:] == " ":
            return None
        lines: list[tuple[list[LatinWord], float, str]] = []
        space = self.space
        line: list[LatinWord] = []
        x = -space
        until = inf
        for token in paragraph.split(" "):
            word = self[token]
            before = x
            x += space + word.advance
            if x <= width:
                line.append(word)
            elif not line or word.advance > width:
                return None
            else:
                if word.cuts:  # where it is cut depends on the very width
                    until = 0.0
                elif x < until:
                    until = x
                rest = self._rest(word, width - (x - word.advance), line) if word.cuts else word
                if rest is not word:
                    before += space + line[-1].advance
                lines.append((line, before, " " if rest is word else ""))
                line = [rest]
                x = rest.advance
        lines.append((line, x, "\n"))
        return lines, until

    def _rest(self, word: LatinWord, room: float, line: list[LatinWord]) -> LatinWord:
        """Puts as much of a word on the line as has room there; the rest of it."""
        for cut in reversed(word.cuts):
            head = self[word.text[:cut]]
            if head.advance <= room:
                line.append(head)
                return self[word.text[cut:]]
        return word

    def width(self, line: str) -> float:
        tokens = line.split(" ")
        return sum([self[token].advance for token in tokens]) + self.space * (len(tokens) - 1)


def latin_run(
    words: Sequence[LatinWord], font: str, size: float, color: Color, after: str = "", language: str = ""
) -> GlyphRun:
    """One line. Its words have at least one glyph in all."""
    glyphs: list[int] = []
    advances: list[float] = []
    for word in words:
        glyphs += word.glyphs
        advances += word.advances
    glyphs.pop()
    count = len(glyphs)
    offsets = [0.0] * (2 * count + 4)
    offsets[::2] = accumulate(advances, initial=0.0)
    text = " ".join(map(_text, words))
    clusters = _one_to_one(count) if count == len(text) else _clusters(words)
    advance = offsets[2 * count]
    return GlyphRun(
        font,
        size,
        0.0,
        0.0,
        tuple(glyphs),
        tuple(offsets[: 2 * count]),
        clusters,
        text,
        advance,
        color,
        False,
        after,
        language,
    )


@cache
def _one_to_one(count: int) -> tuple[int, ...]:
    # Shared by all lines of that many glyphs: most lines have no ligature.
    return tuple(range(count))


def _clusters(words: Iterable[LatinWord]) -> tuple[int, ...]:
    found: list[int] = []
    at = 0
    for word in words:
        end = at + len(word.text)
        found += range(at, end) if word.clusters is None else [at + cluster for cluster in word.clusters]
        found.append(end)
        at = end + 1
    return tuple(found[:-1])
