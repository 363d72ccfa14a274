"""Wrapping: text and a width in, lines of placed glyphs out.

Lines are filled greedily, in time linear to the text. A line ends at a space; inside a word at the places that
`breaks.opportunities` gives, at the user's soft hyphens, then at syllables of a piece that is wider than a whole
line, and where all of that fails between two graphemes. Blocks are remembered on the shaper, because a layout asks
for the same texts again after each edit.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from math import inf
from typing import Literal, NamedTuple

from journey_editor.layout.bidi import is_right_to_left, levels, needs_bidi
from journey_editor.layout.breaks import Clean, cleaned, emergency, opportunities, paragraphs
from journey_editor.layout.drawlist import GlyphRun
from journey_editor.layout.fonts import metrics, needed_leading
from journey_editor.layout.hyphenate import hyphenation
from journey_editor.layout.latin import is_latin
from journey_editor.layout.shape import SPACE, ShapedLine, Shaper, TextStyle, moved
from journey_editor.layout.words import SOFT_HYPHEN, UNITS

#: "start" is the left, and for paragraphs from right to left the right.
Align = Literal["start", "center", "end"]

ELLIPSIS = "…"
_BLOCKS_KEPT = 100_000
#: A word longer than this is wider than any line and is never shaped as a whole.
_LONGEST_WORD = 400
#: Rounding must not push a word that fits exactly to the next line.
_SLACK = 1e-6


class TextLine(NamedTuple):
    """One line. The runs lie relative to the block's left edge (x) and the line's baseline (y = 0).

    `text` is the line in logical order, without the spaces at which it was broken, with U+00AD for a hyphen drawn.
    """

    runs: tuple[GlyphRun, ...]
    width: float
    text: str


class TextBlock(NamedTuple):
    """Wrapped text, in points. `width` is that of the widest line, `first_baseline` lies below the block's top.

    `truncated` says that there was more text than `max_lines` took; the last line then ends with an ellipsis.
    """

    lines: tuple[TextLine, ...]
    width: float
    height: float
    first_baseline: float
    line_height: float
    truncated: bool


NOTHING = TextBlock((), 0.0, 0.0, 0.0, 0.0, False)


def wrap(
    shaper: Shaper,
    text: str,
    style: TextStyle,
    width: float,
    language: str = "de",
    max_lines: int | None = None,
    align: Align = "start",
) -> TextBlock:
    """Sets text in lines no wider than `width` points (`math.inf`: only newlines break it).

    Only a single grapheme that is wider than the width makes a line wider. Empty text makes no lines.
    """
    key = (text, style, width, language, max_lines, align)
    found: TextBlock | None = shaper.blocks.get(key)
    if found is None:
        if len(shaper.blocks) >= _BLOCKS_KEPT:
            shaper.blocks.clear()
        found = shaper.blocks[key] = _wrap(shaper, text, style, width, language, max_lines, align)
    return found


def place(block: TextBlock, x: float, y: float) -> tuple[GlyphRun, ...]:
    """The runs of a block whose top left corner lies at (x, y)."""
    runs: list[GlyphRun] = []
    baseline = y + block.first_baseline
    for line in block.lines:
        runs += moved(line.runs, x, baseline)
        baseline += block.line_height
    return tuple(runs)


def _wrap(
    shaper: Shaper, text: str, style: TextStyle, width: float, language: str, max_lines: int | None, align: Align
) -> TextBlock:
    lines: list[TextLine] = []
    truncated = False
    limit = width * UNITS / style.size + _SLACK
    parts = paragraphs(text)
    for number, part in enumerate(parts):
        if max_lines is None and is_latin(part):
            filled = shaper.latin(style, language).lines(part, width + _SLACK)
            if filled is not None:
                for words in filled:
                    shaped = shaper.latin_line(words, style)
                    lines.append(_aligned(shaped, shaped.runs[0].text if shaped.runs else "", width, align, False))
                continue
        paragraph = _Paragraph(shaper, cleaned(part), style, language)
        spans = paragraph.lines(limit)
        for start, end, hyphen in spans:
            last = max_lines is not None and len(lines) + 1 >= max_lines
            if last and (number + 1 < len(parts) or next(spans, None) is not None):
                truncated = True
                shaped, shown = paragraph.cut_short(start, end, limit)
            else:
                shaped, shown = paragraph.shaped(start, end, hyphen)
            lines.append(_aligned(shaped, shown, width, align, paragraph.rtl))
            if last:
                break
        if max_lines is not None and len(lines) >= max_lines:
            break
    return _block(lines, style, truncated)


def _block(lines: list[TextLine], style: TextStyle, truncated: bool) -> TextBlock:
    if not any(line.text for line in lines):
        return NOTHING
    sans = "sans-bold" if style.bold else "sans"
    leading = style.leading
    for line in lines:
        for run in line.runs:
            if run.font != sans:
                leading = max(leading, needed_leading(run.font))
    height = style.size * leading
    measures = metrics(sans)
    # The letters' own height is centred in the line, as CSS does with half-leading.
    baseline = (height + (measures.ascender - measures.descender) * style.size) / 2
    return TextBlock(tuple(lines), max(line.width for line in lines), height * len(lines), baseline, height, truncated)


def _aligned(shaped: ShapedLine, text: str, width: float, align: Align, rtl: bool) -> TextLine:
    runs = shaped.runs
    room = width - shaped.width
    if (rtl or align != "start") and room < inf:
        share = 0.5 if align == "center" else float(rtl != (align == "end"))
        runs = moved(runs, room * share, 0.0)
    return TextLine(runs, shaped.width, text)


class _Paragraph:
    """One paragraph being broken. All places are indices into its cleaned text, all lengths units of the font."""

    def __init__(self, shaper: Shaper, clean: Clean, style: TextStyle, language: str) -> None:
        self._shaper, self._clean, self._style, self._language = shaper, clean, style, language
        self.text = clean.text
        self.rtl = False
        self._levels: list[int] | None = None
        if needs_bidi(self.text):
            self.rtl = is_right_to_left(self.text)
            self._levels = levels(self.text, self.rtl)
        self._hyphen = shaper.word(SOFT_HYPHEN, style.bold, language).advance

    def lines(self, limit: float) -> Iterator[tuple[int, int, bool]]:
        """The lines: (start, end, whether a hyphen is drawn)."""
        line_start = line_end = at = 0
        x = 0.0
        empty = True
        for token in self.text.split(" "):
            start, end = at, at + len(token)
            at = end + 1
            if not token:
                continue
            advance = self._advance(start, end)
            lead = x + SPACE * (start - line_end)
            if lead + advance <= limit:
                x, line_end, empty = lead + advance, end, False
                continue
            pieces: _Pieces | None = None
            while True:
                # Here the rest of the word, from `start`, does not fit behind `lead`.
                pieces = pieces or _Pieces(self, start, end, limit)
                cut = pieces.fitting(start, limit - lead)
                if cut is not None:
                    yield line_start, cut, pieces.hyphen_at(cut)
                elif not empty:
                    yield line_start, line_end, False
                    cut = start
                else:
                    cut = self._torn(start, end, limit - lead)
                    if cut == end:
                        x, line_end, empty = limit, end, False
                        break
                    yield line_start, cut, False
                start = line_start = line_end = cut
                lead, empty = 0.0, True
                rest = pieces.advance_from(start, limit)
                if rest <= limit:
                    x, line_end, empty = rest, end, False
                    break
        if not empty or not self.text.strip(" "):
            yield line_start, line_end, False

    def shaped(self, start: int, end: int, hyphen: bool) -> tuple[ShapedLine, str]:
        text = self.text[start:end]
        its_levels = self._levels[start:end] if self._levels else None
        if hyphen:
            text += SOFT_HYPHEN
            if its_levels:
                its_levels = [*its_levels, its_levels[-1]]
        return self._shaper.line(text, self._style, self._language, its_levels), text

    def cut_short(self, start: int, end: int, limit: float) -> tuple[ShapedLine, str]:
        """The line with an ellipsis, shortened until it fits."""
        ends = [start, *emergency(self.text, start, end)]
        base = int(self.rtl)
        while True:
            text = self.text[start : ends[-1]].rstrip(" ,;:.–-") + ELLIPSIS
            its_levels = None
            if self._levels:
                its_levels = [*self._levels[start : start + len(text) - 1], base]
            shaped = self._shaper.line(text, self._style, self._language, its_levels)
            if len(ends) == 1 or shaped.width * UNITS / self._style.size <= limit:
                return shaped, text
            ends.pop()

    def _advance(self, start: int, end: int) -> float:
        """The width of text[start:end], which has no spaces."""
        if end - start > _LONGEST_WORD:
            return inf
        its_levels = self._levels[start:end] if self._levels else None
        return self._shaper.word(self.text[start:end], self._style.bold, self._language, its_levels).advance

    def _torn(self, start: int, end: int, room: float) -> int:
        """Where a word breaks when nothing better is left: after as many graphemes as fit, but at least one."""
        ends: list[int] = []
        x, at = 0.0, start
        for grapheme_end in emergency(self.text, start, end):
            x += self._advance(at, grapheme_end)
            if ends and x > room * 1.1:
                break
            ends.append(grapheme_end)
            at = grapheme_end
        while len(ends) > 1 and self._advance(start, ends[-1]) > room:
            ends.pop()
        return ends[-1]


class _Pieces:
    """The places at which one word may end a line, with running widths, so that even an endless word is linear."""

    def __init__(self, paragraph: _Paragraph, start: int, end: int, limit: float) -> None:
        self._paragraph, self._end = paragraph, end
        clean = paragraph._clean
        word = paragraph.text[start:end]
        soft = set(_inside(clean.soft_hyphens, start, end))
        plain = {start + place for place in opportunities(word)}
        plain.update(_inside(clean.allowed, start, end))
        plain.difference_update(_inside(clean.forbidden, start, end))
        syllables: set[int] = set()
        stops = sorted(plain | soft | {start, end})
        for left, right in pairwise(stops):
            if paragraph._advance(left, right) > limit:
                syllables |= {left + place for place in hyphenation(paragraph.text[left:right], paragraph._language)}
        self._hyphens = (soft | syllables) - plain
        self._stops = sorted({start, end} | plain | soft | syllables)
        self._widths = list(accumulate((paragraph._advance(a, b) for a, b in pairwise(self._stops)), initial=0.0))

    def hyphen_at(self, place: int) -> bool:
        return place in self._hyphens

    def advance_from(self, start: int, limit: float) -> float:
        """The width of the rest of the word: exact if it may fit, otherwise a guess that says that it does not."""
        rest = self._widths[-1] - self._width_up_to(start)
        return self._paragraph._advance(start, self._end) if rest <= limit * 1.2 else rest

    def fitting(self, start: int, room: float) -> int | None:
        """The last place behind `start` at which the line may end within the room."""
        first = bisect_right(self._stops, start)
        base = self._width_up_to(start)
        last = min(bisect_right(self._widths, base + room * 1.05), len(self._stops) - 1)
        for i in range(last - 1 if last == len(self._stops) else last, first - 1, -1):
            place = self._stops[i]
            if place == self._end:
                continue
            needed = self._paragraph._advance(start, place)
            if place in self._hyphens:
                needed += self._paragraph._hyphen
            if needed <= room:
                return place
        return None

    def _width_up_to(self, place: int) -> float:
        i = bisect_right(self._stops, place) - 1
        return self._widths[i]


def _inside(places: tuple[int, ...], start: int, end: int) -> tuple[int, ...]:
    return places[bisect_right(places, start) : bisect_left(places, end)]
