"""Which words of a text that is set are in another language: its runs are parted there. Nothing moves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from .borrowed import Mixed, language_of
from .drawlist import GlyphRun
from .words import SOFT_HYPHEN
from .wrap import TextBlock


def spoken(block: TextBlock, words: Mixed, language: str) -> TextBlock:
    """The block that was made of these words with each run in one language; `language` is that of the rest.

    Where letters were left out, or run from right to left, it is given back as it was: it claims the page's language.
    """
    letters = [(c, language_of(part, language)) for part in words.parts for c in part if _counts(c)]
    lines, at = [], 0
    for line in block.lines:
        runs: list[GlyphRun] = []
        for run in line.runs:
            languages: list[str] = []
            for c in run.text:
                if _counts(c):
                    if run.rtl or at == len(letters) or letters[at][0] != c:
                        return block
                    languages.append(letters[at][1])
                    at += 1
                else:
                    languages.append(languages[-1] if languages else letters[min(at, len(letters) - 1)][1])
            runs += _parted(run, languages)
        lines.append(line._replace(ink=tuple(runs), said=line.text))
    return block._replace(lines=tuple(lines))


def _counts(c: str) -> bool:
    """Whether a character is in the text and in its runs alike: spaces are lost at line ends, hyphens come there."""
    return not c.isspace() and c != SOFT_HYPHEN


def _parted(run: GlyphRun, languages: Sequence[str]) -> Iterator[GlyphRun]:
    """A run from left to right in pieces, given the language of each of its characters."""
    start = 0
    for end in range(1, len(languages) + 1):
        if end < len(languages):
            glyph = bisect_left(run.clusters, end)
            if languages[end] == languages[start] or run.clusters[glyph : glyph + 1] != (end,):
                continue
        yield _piece(run, start, end, languages[start])
        start = end


def _piece(run: GlyphRun, start: int, end: int, language: str) -> GlyphRun:
    if end - start == len(run.text):
        return run._replace(language=language)
    first, last = bisect_left(run.clusters, start), bisect_left(run.clusters, end)
    xs, left = run.offsets, run.offsets[2 * first]
    right = xs[2 * last] if last < len(run.glyphs) else run.advance
    return run._replace(
        x=run.x + left,
        glyphs=run.glyphs[first:last],
        offsets=tuple(value if i % 2 else value - left for i, value in enumerate(xs[2 * first : 2 * last])),
        clusters=tuple(cluster - start for cluster in run.clusters[first:last]),
        text=run.text[start:end],
        advance=right - left,
        after=run.after if end == len(run.text) else "",
        language=language,
    )
