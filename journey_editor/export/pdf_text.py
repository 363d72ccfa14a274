"""A glyph run as PDF operators, at the very origins that layout gave its glyphs, and with its text in logical order.

A pen is followed as a reader of the PDF would move it; only where it is not already at a glyph's origin, a number in
the TJ array moves it (ISO 32000-1, 9.4.3). So errors do not add up along a line. The same words come again and again:
each is put into operators once for a font and a size.

What a line lost where it was broken, the space, stands behind it (left of it, if it runs from right to left): some who
read the text go by the codes alone, and would join the last word of a line with the first of the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import lt
from typing import NamedTuple

from journey_editor.export.pdf_fonts import EmbeddedFont
from journey_editor.layout.drawlist import GlyphRun
from journey_editor.layout.fonts import hb_font

#: How far (points) the pen may be off before it is moved.
_TOLERANCE = 0.002
#: The words of a line, each with the space behind it.
_words = re.compile("[^ ]* |[^ ]+").findall


class Word(NamedTuple):
    """Glyphs of one font and size as the inside of a TJ string, with moves in it. `last` is the origin of its last
    glyph and `advance` where the pen then is, from the first glyph's origin."""

    glyphs: tuple[int, ...]
    string: str
    last: float
    advance: float


class Cluster(NamedTuple):
    """Glyphs first to last - 1 of a run, in visual order.

    `texts` are theirs one by one. `whole` is what they mean together where that cannot be told glyph by glyph, else "".
    `more` are characters that need a carrier of their own, without ink, to the left of the glyphs (see `clusters`).
    """

    first: int
    last: int
    texts: tuple[str, ...]
    whole: str
    more: tuple[str, ...] = ()


@cache
def _counting(n: int) -> tuple[int, ...]:
    return tuple(range(n))


@cache
def _counting_down(n: int) -> tuple[int, ...]:
    return tuple(range(n - 1, -1, -1))


def glyph_texts(run: GlyphRun) -> str | tuple[str, ...] | None:
    """What each glyph stands for where the run is that plain: one glyph for each character in order, as a string, or
    glyphs of which some stand for several characters (ligatures), from left to right. None for any other run."""
    n = len(run.glyphs)
    if n == len(run.text):
        if run.clusters == _counting(n):
            return run.text
        if run.clusters == _counting_down(n):
            return run.text[::-1]
    elif n < len(run.text) and not run.rtl and all(map(lt, run.clusters, run.clusters[1:])) and run.clusters[0] == 0:
        return tuple(map(run.text.__getitem__, map(slice, run.clusters, (*run.clusters[1:], None))))
    return None


def clusters(run: GlyphRun) -> list[Cluster]:
    """The run's glyphs by what they stand for, in visual order.

    From right to left, each code stands for one character at most: readers of PDFs turn the codes of such a line
    around, and PDFium and Poppler turn the characters of one code around with them. So a ligature (lam-alef) carries
    its first character, and the others get a space of no width each.
    """
    starts = sorted(set(run.clusters))
    ends = dict(zip(starts, [*starts[1:], len(run.text)], strict=True))
    found = []
    for start, group in groupby(range(len(run.glyphs)), key=run.clusters.__getitem__):
        members = list(group)
        first, last = members[0], members[-1] + 1
        n, text = last - first, run.text[start : ends[start]]
        if run.rtl:
            turned = tuple(reversed(text))
            texts = turned[-n:] if n <= len(text) else ("",) * (n - len(text)) + turned
            found.append(Cluster(first, last, texts, text if n > len(text) else "", turned[:-n]))
        elif n == 1:
            found.append(Cluster(first, last, (text,), ""))
        elif n == len(text) and _plain_glyphs(run, first, text):
            found.append(Cluster(first, last, tuple(text), ""))
        else:
            found.append(Cluster(first, last, (text,) + ("",) * (n - 1), text))
    return found


def _plain_glyphs(run: GlyphRun, first: int, text: str) -> bool:
    """Whether each glyph is the font's own for the character at its place (so nothing was reordered or merged)."""
    nominal = hb_font(run.font).get_nominal_glyph
    return all(nominal(ord(c)) == run.glyphs[first + i] for i, c in enumerate(text))


def show_text(run: GlyphRun, font: EmbeddedFont, x: float, y: float, *, spaced: bool = False) -> str:
    """Operators from BT to ET that draw the run with its origin at (x, y) of the page, y upwards.

    Font, size and colour are set already; the size must be stated as `stated_size(run.size)`. With `spaced`, a space
    stands behind the words.
    """
    space = font.space if spaced else None
    before = ""
    if space is not None and run.rtl:
        before, x = space.code, x - space.width * float(stated_size(run.size))
    after = "" if space is None or run.rtl else space.code
    texts = glyph_texts(run)
    if texts is not None and not any(run.offsets[1::2]):
        return f"BT {x:.3f} {y:.3f} Td [({before}{_on_one_line(run, font, texts)}{after})] TJ ET"
    writer = _TextWriter(run, font, before)
    for cluster in clusters(run):
        if cluster.whole:
            writer.begin_span(cluster.whole)
        writer.carriers(cluster.more)
        writer.glyphs(cluster.first, cluster.last, cluster.texts)
        if cluster.whole:
            writer.end_span()
    writer.codes(after)
    return f"BT {x:.3f} {y:.3f} Td {writer.finished()} ET"


def _on_one_line(run: GlyphRun, font: EmbeddedFont, texts: str | tuple[str, ...]) -> str:
    """The inside of a TJ string for what nearly all runs are, word by word: all glyphs on the baseline, each with a
    text of its own."""
    size = float(stated_size(run.size))
    thousandth = size / 1000
    known, glyphs, xs = font.words[size], run.glyphs, run.offsets[::2]
    pen, start, parts = 0.0, 0, []
    words: Iterable[str | tuple[str, ...]] = _words(texts) if isinstance(texts, str) else _words_of(texts)
    for text in words:
        end = start + len(text)
        x = xs[start]
        word = known.get(text)
        if word is None or word.glyphs != glyphs[start:end] or abs(xs[end - 1] - x - word.last) > _TOLERANCE:
            word = known[text] = _word(font, size, glyphs[start:end], text, xs[start:end])
        gap = x - pen
        if gap > _TOLERANCE or gap < -_TOLERANCE:
            move = round(gap / thousandth, 1)
            parts.append(f"){-move:.1f}(")
            pen += move * thousandth
        parts.append(word.string)
        pen += word.advance
        start = end
    return "".join(parts)


def _words_of(texts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The same for texts of which some are longer than a character."""
    start = 0
    for end, text in enumerate(texts, start=1):
        if text == " ":
            yield texts[start:end]
            start = end
    if start < len(texts):
        yield texts[start:]


def _word(
    font: EmbeddedFont, size: float, glyphs: tuple[int, ...], texts: Iterable[str], xs: tuple[float, ...]
) -> Word:
    thousandth, pen, letters = size / 1000, xs[0], font.letters[size]
    parts: list[str] = []
    for glyph, text, x in zip(glyphs, texts, xs, strict=True):
        gap = x - pen
        if gap > _TOLERANCE or gap < -_TOLERANCE:
            move = round(gap / thousandth, 1)
            parts.append(f"){-move:.1f}(")
            pen += move * thousandth
        letter = letters.get(text)
        if letter is None or letter[0] != glyph:
            _, code, width = font.coded(glyph, text)
            letter = letters[text] = (glyph, code, width * size)
        parts.append(letter[1])
        pen += letter[2]
    return Word(glyphs, "".join(parts), xs[-1] - xs[0], pen - xs[0])


@cache
def stated_size(size: float) -> str:
    """A font size as the PDF states it: so precise that a line of 1,000 pt ends within 0.005 pt."""
    return f"{size:.5f}".rstrip("0").rstrip(".")


class _TextWriter:
    """Strings and pen moves of one run, as the operand of TJ, broken where the baseline or a span changes."""

    def __init__(self, run: GlyphRun, font: EmbeddedFont, before: str) -> None:
        self._run = run
        self._font = font
        self._size = float(stated_size(run.size))
        self._pen = 0.0
        self._rise = 0.0
        self._parts = [before] if before else []  # of the string being written
        self._moved = False
        self._done: list[str] = []

    def glyphs(self, first: int, last: int, texts: tuple[str, ...]) -> None:
        offsets, size = self._run.offsets, self._size
        for i, text in zip(range(first, last), texts, strict=True):
            rise = -offsets[2 * i + 1]
            if abs(rise - self._rise) > _TOLERANCE:
                self._flush()
                self._done.append(f"{rise:.3f} Ts")
                self._rise = rise
            gap = offsets[2 * i] - self._pen
            if abs(gap) > _TOLERANCE:
                move = round(gap * 1000 / size, 1)
                self._parts.append(f"){-move:.1f}(")
                self._moved = True
                self._pen += move * size / 1000
            self._add(self._run.glyphs[i], text)

    def codes(self, codes: str) -> None:
        """Codes behind all else, where the pen is."""
        if codes:
            self._parts.append(codes)

    def carriers(self, texts: tuple[str, ...]) -> None:
        """Spaces that carry a character each; the next glyph is moved back over them."""
        space = hb_font(self._run.font).get_nominal_glyph(0x20) or 0
        for text in texts:
            self._add(space, text)

    def _add(self, glyph: int, text: str) -> None:
        _, code, width = self._font.coded(glyph, text)
        self._parts.append(code)
        self._pen += width * self._size

    def begin_span(self, text: str) -> None:
        self._flush()
        self._done.append(f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC")

    def end_span(self) -> None:
        self._flush()
        self._done.append("EMC")

    def finished(self) -> str:
        self._flush()
        if self._rise:
            self._done.append("0 Ts")  # the rise would outlive ET
        return " ".join(self._done)

    def _flush(self) -> None:
        if self._parts:
            string = f"({''.join(self._parts)})"
            self._done.append(f"[{string}] TJ" if self._moved else f"{string} Tj")
            self._parts.clear()
            self._moved = False
