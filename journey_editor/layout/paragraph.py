"""Where the lines of one paragraph end.

Lines are filled greedily, in time linear to the text. A line ends at a space; inside a word at the places that
`breaks.opportunities` gives and at the user's soft hyphens; then at syllables of a piece that is wider than a whole
line; and where all of that fails, between two graphemes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from journey_editor.layout.bidi import is_right_to_left, levels, needs_bidi
from journey_editor.layout.breaks import Clean, emergency, opportunities
from journey_editor.layout.hyphenate import hyphenation
from journey_editor.layout.latin import is_latin
from journey_editor.layout.shape import SPACE, ShapedLine, Shaper, TextStyle
from journey_editor.layout.words import SOFT_HYPHEN, UNITS

#: Rounding must not push a word that fits exactly to the next line (points).
SLACK = 1e-6
#: A word longer than this is wider than any line and is never shaped as a whole.
_LONGEST_WORD = 400
_ELLIPSIS = "…"


class Span(NamedTuple):
    """A line as a part of the paragraph's cleaned text, whether a hyphen is drawn at its end, and what follows it, as
    `GlyphRun.after` says."""

    start: int
    end: int
    hyphen: bool
    after: str


class Paragraph:
    """One paragraph being broken. All places are indices into its cleaned text, all lengths units of the font."""

    def __init__(self, shaper: Shaper, clean: Clean, style: TextStyle, language: str) -> None:
        self._words, self._style, self.language = shaper.words, style, language
        self.clean = clean
        self.text = clean.text
        self.rtl = False
        self._scale = UNITS / style.size
        self._levels: list[int] | None = None
        if needs_bidi(self.text):
            self.rtl = is_right_to_left(self.text)
            self._levels = levels(self.text, self.rtl)
        #: Whether all of it is set in the sans font, from left to right.
        self.plain = is_latin(self.text) is not None
        self.hyphen = shaper.word(SOFT_HYPHEN, style.bold, language).advance

    def lines(self, width: float) -> Iterator[Span]:
        """The lines, none wider than `width` points unless a single grapheme is."""
        limit = (width + SLACK) * self._scale
        marked = bool(self.clean.soft_hyphens or self.clean.allowed)
        line_start = line_end = at = 0
        x = 0.0
        empty = True
        for token in self.text.split(" "):
            start, end = at, at + len(token)
            at = end + 1
            if not token:
                continue
            advance = self.advance(start, end)
            lead = x + SPACE * (start - line_end)
            if empty and lead + advance > limit:
                # Spaces at the beginning give way before a word is torn.
                line_start, lead = start, 0.0
            if lead + advance <= limit:
                x, line_end, empty = lead + advance, end, False
                continue
            if advance <= limit and not marked and not self._cuts(start, end):
                yield Span(line_start, line_end, False, " ")
                line_start, line_end, x = start, end, advance
                continue
            pieces = _Pieces(self, start, end, limit)
            while True:
                # Here the rest of the word, from `start`, does not fit behind `lead`.
                cut = pieces.fitting(start, limit - lead)
                if cut is not None:
                    yield Span(line_start, cut, pieces.hyphen_at(cut), "")
                elif not empty:
                    yield Span(line_start, line_end, False, " ")
                    cut = start
                else:
                    cut = self._torn(start, end, limit)
                    if cut == end:
                        x, line_end, empty = limit, end, False
                        break
                    yield Span(line_start, cut, False, "")
                start = line_start = line_end = cut
                lead, empty = 0.0, True
                rest = pieces.advance_from(start, limit)
                if rest <= limit:
                    x, line_end, empty = rest, end, False
                    break
        if not empty or not self.text.strip(" "):
            yield Span(line_start, line_end, False, "\n")

    def measured(self, span: Span) -> tuple[float, str]:
        """The width and the text of a line of a plain paragraph, without the glyphs."""
        text = self.text[span.start : span.end]
        word, bold, language = self._words.word, self._style.bold, self.language
        tokens = text.split(" ")
        units = sum([word(token, bold, language).advance for token in tokens]) + SPACE * (len(tokens) - 1)
        if span.hyphen:
            return (units + self.hyphen) / self._scale, text + SOFT_HYPHEN
        return units / self._scale, text

    def shaped(self, span: Span) -> tuple[ShapedLine, str]:
        """A line and its text."""
        text = self.text[span.start : span.end]
        its_levels = self._levels[span.start : span.end] if self._levels else None
        if span.hyphen:
            text += SOFT_HYPHEN
            if its_levels:
                its_levels = [*its_levels, its_levels[-1]]
        return self._words.line(text, self._style, self.language, its_levels, span.after), text

    def cut_short(self, span: Span, width: float) -> tuple[ShapedLine, str]:
        """A line with an ellipsis, shortened until it fits."""
        start = span.start
        ends = [start, *emergency(self.text, start, span.end)]
        while True:
            text = self.text[start : ends[-1]].rstrip(" ,;:.–-") + _ELLIPSIS
            its_levels = None
            if self._levels:
                its_levels = [*self._levels[start : start + len(text) - 1], int(self.rtl)]
            shaped = self._words.line(text, self._style, self.language, its_levels, "\n")
            if len(ends) == 1 or shaped.width <= width + SLACK:
                return shaped, text
            ends.pop()

    def _cuts(self, start: int, end: int) -> tuple[int, ...]:
        its_levels = self._levels[start:end] if self._levels else None
        return self._words.word(self.text[start:end], self._style.bold, self.language, its_levels).cuts

    def advance(self, start: int, end: int) -> float:
        """The width of text[start:end], which has no spaces."""
        if end - start > _LONGEST_WORD:
            return inf
        its_levels = self._levels[start:end] if self._levels else None
        return self._words.word(self.text[start:end], self._style.bold, self.language, its_levels).advance

    def _torn(self, start: int, end: int, room: float) -> int:
        """Where a word breaks when nothing better is left: after as many graphemes as fit, but at least one."""
        ends: list[int] = []
        x, at = 0.0, start
        for grapheme_end in emergency(self.text, start, end):
            x += self.advance(at, grapheme_end)
            if ends and x > room * 1.1:
                break
            ends.append(grapheme_end)
            at = grapheme_end
        while len(ends) > 1 and self.advance(start, ends[-1]) > room:
            ends.pop()
        return ends[-1]


class _Pieces:
    """The places at which one word may end a line, with running widths, so that even an endless word is linear."""

    def __init__(self, paragraph: Paragraph, start: int, end: int, limit: float) -> None:
        self._paragraph, self._end = paragraph, end
        clean = paragraph.clean
        word = paragraph.text[start:end]
        soft = set(_inside(clean.soft_hyphens, start, end))
        plain = {start + place for place in opportunities(word)}
        plain.update(_inside(clean.allowed, start, end))
        plain.difference_update(_inside(clean.forbidden, start, end))
        syllables: set[int] = set()
        stops = sorted(plain | soft | {start, end})
        for left, right in pairwise(stops):
            if paragraph.advance(left, right) > limit:
                syllables |= {left + place for place in hyphenation(paragraph.text[left:right], paragraph.language)}
        self._hyphens = (soft | syllables) - plain
        self._stops = sorted({start, end} | plain | soft | syllables)
        self._widths = list(accumulate((paragraph.advance(a, b) for a, b in pairwise(self._stops)), initial=0.0))

    def hyphen_at(self, place: int) -> bool:
        return place in self._hyphens

    def advance_from(self, start: int, limit: float) -> float:
        """The width of the rest of the word: exact if it may fit, otherwise a guess that says that it does not."""
        rest = self._widths[-1] - self._width_up_to(start)
        return self._paragraph.advance(start, self._end) if rest <= limit * 1.2 else rest

    def fitting(self, start: int, room: float) -> int | None:
        """The last place behind `start` at which the line may end within the room."""
        first = bisect_right(self._stops, start)
        base = self._width_up_to(start)
        last = min(bisect_right(self._widths, base + room * 1.05), len(self._stops) - 1)
        for i in range(last - 1 if last == len(self._stops) else last, first - 1, -1):
            place = self._stops[i]
            if place == self._end:
                continue
            needed = self._paragraph.advance(start, place)
            if place in self._hyphens:
                needed += self._paragraph.hyphen
            if needed <= room:
                return place
        return None

    def _width_up_to(self, place: int) -> float:
        i = bisect_right(self._stops, place) - 1
        return self._widths[i]


def _inside(places: tuple[int, ...], start: int, end: int) -> tuple[int, ...]:
    return places[bisect_right(places, start) : bisect_left(places, end)]
