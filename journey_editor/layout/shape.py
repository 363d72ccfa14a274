"""The shaper: text of one line in, glyph runs out. Words are shaped once and kept.

A line is its words with spaces between. Spaces are not shaped with the words (no bundled font kerns across them enough
to see), so a line's glyphs do not depend on what was shaped before. A line of Latin letters becomes one glyph run put
together from cached tuples; that path has no loop over characters in Python.

How text and runs belong together: runs come in visual order, left to right. Each run's `text` is in logical order and
its clusters count within it; the texts of all runs, read in logical order (for lines without right-to-left text: as
they come), are the line's text with the spaces between words. A soft hyphen inside a word is in no run. The hyphen that
wrapping draws where it breaks a word stands in the text as U+00AD, with the glyph that the font has for U+00AD: a
reader of a PDF can join the word again, and a real hyphen stays one. Joiners and variation selectors are in the text
but have no glyph: the cluster before them covers them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

from journey_editor.layout.bidi import is_right_to_left, levels, needs_bidi, visual_order
from journey_editor.layout.breaks import cleaned
from journey_editor.layout.drawlist import Color, GlyphRun
from journey_editor.layout.fonts import FontKey
from journey_editor.layout.latin import LatinWord, LatinWords, is_latin, latin_run
from journey_editor.layout.words import UNITS, Part, Word, boxes, shape_word, space_glyph

#: The width of a space in units: that of the sans, also where the font of another script draws it.
SPACE = 260.0
_TEXT_FONTS = frozenset({"sans", "arabic", "hebrew", "thai", "devanagari"})
#: More words than this and the cache starts anew; a map of 10,000 cards in German has some 20,000.
_WORDS_KEPT = 100_000
#: Sizes, weights and languages that the short way keeps words of; exports that fit a map to a paper bring new sizes.
_SIZES_KEPT = 100
#: Longer ones (addresses, text without spaces) hardly come twice.
_LONGEST_KEPT = 120


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text looks. `size` is in points, `leading` the line height as a factor of the size."""

    size: float
    bold: bool = False
    color: Color = "#1B2230"
    leading: float = 1.25


class ShapedLine(NamedTuple):
    """Runs that start at (0, 0) on the baseline, and the line's width in points."""

    runs: tuple[GlyphRun, ...]
    width: float


class Words:
    """Shapes words, and remembers them.

    Apart from the shaper, so that the blocks it keeps lead here and not back to it: in a circle they would stay until
    the collector comes, which is never for what is as large as a map (see `quiet`).
    """

    def __init__(self, missing: set[str]) -> None:
        self._missing = missing
        self._kept: dict[tuple[bool, str], dict[Hashable, Word]] = {}

    def word(self, text: str, bold: bool, language: str, its_levels: Sequence[int] | None = None) -> Word:
        kept = self._kept.get((bold, language))
        if kept is None:
            kept = self._kept[(bold, language)] = {}
        key: Hashable = text if its_levels is None else (text, tuple(its_levels))
        found = kept.get(key)
        if found is None:
            found = shape_word(text, its_levels, bold, language, self._missing)
            if len(text) <= _LONGEST_KEPT:
                if len(kept) >= _WORDS_KEPT:
                    kept.clear()
                kept[key] = found
        return found

    def line(
        self,
        text: str,
        style: TextStyle,
        language: str,
        its_levels: Sequence[int] | None = None,
        after: str = "",
    ) -> ShapedLine:
        """A line of clean text; `after` is what follows it."""
        sans = "sans-bold" if style.bold else "sans"
        runs: list[_Run] = []
        at = 0
        for i, token in enumerate(text.split(" ")):
            if i:
                level = its_levels[at] if its_levels else 0
                last = runs[-1].font if runs else sans
                _append(runs, _space(last if last.removesuffix("-bold") in _TEXT_FONTS else sans, level))
                at += 1
            word_levels = its_levels[at : at + len(token)] if its_levels else None
            for part in self.word(token, style.bold, language, word_levels).parts:
                _append(runs, part)
            at += len(token)
        return _in_visual_order(runs, style, language, after)


class Shaper:
    """Shapes text and remembers words. One serves a whole program; it is not to be shared between threads."""

    def __init__(self) -> None:
        #: Graphemes drawn as boxes since this shaper began, because no bundled font has them. See `undrawable`.
        self.missing: set[str] = set()
        #: What wrapping keeps, by everything that it depends on. See `wrap`.
        self.blocks: dict[Hashable, Any] = {}
        #: Blocks of plain words, each with the width from which on it would be another one. See `wrap`.
        self.reaches: dict[Hashable, Any] = {}
        self.letters = 0  # how many the blocks hold
        self.words = Words(self.missing)
        self._latin: dict[tuple[float, bool, str], LatinWords] = {}

    def forget_blocks(self) -> None:
        self.blocks.clear()
        self.reaches.clear()
        self.letters = 0

    def word(self, text: str, bold: bool, language: str, its_levels: Sequence[int] | None = None) -> Word:
        """A word, shaped now or before. `its_levels` are given when anything in the paragraph runs right to left."""
        return self.words.word(text, bold, language, its_levels)

    def latin(self, style: TextStyle, language: str) -> LatinWords:
        """The words for the short way, at the style's size."""
        key = (style.size, style.bold, language)
        found = self._latin.get(key)
        if found is None:
            if len(self._latin) >= _SIZES_KEPT:
                self._latin.clear()
            bold, words = style.bold, self.words
            space = space_glyph("sans-bold" if bold else "sans")
            found = LatinWords(lambda text: words.word(text, bold, language), space, style.size, _WORDS_KEPT)
            self._latin[key] = found
        return found

    def width(self, text: str, style: TextStyle, language: str = "de") -> float:
        """The width in points of the text set in one line."""
        if is_latin(text):
            return self.latin(style, language).width(text)
        return self._whole(text, style, language).width

    def runs(self, text: str, style: TextStyle, x: float, y: float, language: str = "de") -> tuple[GlyphRun, ...]:
        """One line of text with its left end at x, on the baseline y."""
        return moved(self._whole(text, style, language).runs, x, y)

    def line(self, text: str, style: TextStyle, language: str, its_levels: Sequence[int] | None = None) -> ShapedLine:
        """One line of clean text (see `breaks.cleaned`), given its bidi levels if its paragraph needs any."""
        return self.words.line(text, style, language, its_levels, "\n")

    def latin_line(self, words: list[LatinWord], style: TextStyle, language: str) -> ShapedLine:
        """One line of Latin words."""
        if len(words[0].text) == 0 and len(words) == 1:
            return ShapedLine((), 0.0)
        run = latin_run(words, "sans-bold" if style.bold else "sans", style.size, style.color, "\n", language)
        return ShapedLine((run,), run.advance)

    def _whole(self, text: str, style: TextStyle, language: str) -> ShapedLine:
        if is_latin(text):
            latin = self.latin(style, language)
            return self.latin_line([latin[token] for token in text.split(" ")], style, language)
        clean = cleaned(text).text
        return self.line(clean, style, language, levels(clean, is_right_to_left(clean)) if needs_bidi(clean) else None)


def undrawable(runs: Iterable[GlyphRun]) -> set[str]:
    """The graphemes of these runs that no bundled font has: what an export of them reports."""
    found: set[str] = set()
    for run in runs:
        if 0 in run.glyphs:
            found.update(boxes(run.text, run.glyphs, run.clusters))
    return found


def moved(runs: Sequence[GlyphRun], dx: float, dy: float) -> tuple[GlyphRun, ...]:
    """The same runs elsewhere."""
    return tuple([_moved(run, dx, dy) for run in runs])


def _moved(run: GlyphRun, dx: float, dy: float) -> GlyphRun:
    # Five times as fast as _replace.
    font, size, x, y, glyphs, offsets, clusters, text, advance, color, rtl, after, language = run
    return GlyphRun(font, size, x + dx, y + dy, glyphs, offsets, clusters, text, advance, color, rtl, after, language)


class _Run:
    """Parts of one font and level, collected in logical order."""

    __slots__ = ("font", "level", "parts")

    def __init__(self, part: Part) -> None:
        self.font, self.level = part.font, part.level
        self.parts = [part]


def _append(runs: list[_Run], part: Part) -> None:
    if runs and runs[-1].font == part.font and runs[-1].level == part.level:
        runs[-1].parts.append(part)
    else:
        runs.append(_Run(part))


def _space(font: FontKey, level: int) -> Part:
    return Part(font, level, " ", (space_glyph(font)[0],), (0.0,), (0.0,), (0,), SPACE)


def _in_visual_order(runs: list[_Run], style: TextStyle, language: str, after: str) -> ShapedLine:
    k = style.size / UNITS
    x = 0.0
    drawn: list[GlyphRun] = []
    last = len(runs) - 1
    for i in visual_order([run.level for run in runs]):
        run = _glyph_run(runs[i], style, k, x * k, language, after if i == last else "")
        x += sum(part.advance for part in runs[i].parts)
        if run.glyphs:
            drawn.append(run)
    return ShapedLine(tuple(drawn), x * k)


def _glyph_run(run: _Run, style: TextStyle, k: float, x: float, language: str, after: str) -> GlyphRun:
    rtl = run.level % 2 == 1
    starts = accumulate((len(part.text) for part in run.parts), initial=0)
    placed = list(zip(run.parts, starts, strict=False))
    if rtl:
        placed.reverse()
    glyphs: list[int] = []
    clusters: list[int] = []
    offsets: list[float] = []
    pen = 0.0
    for part, start in placed:
        glyphs += part.glyphs
        clusters += [start + cluster for cluster in part.clusters]
        for part_x, part_y in zip(part.xs, part.ys, strict=True):
            offsets += ((pen + part_x) * k, part_y * k)
        pen += part.advance
    return GlyphRun(
        run.font,
        style.size,
        x,
        0.0,
        tuple(glyphs),
        tuple(offsets),
        tuple(clusters),
        "".join(part.text for part in run.parts),
        pen * k,
        style.color,
        rtl,
        after,
        language,
    )
