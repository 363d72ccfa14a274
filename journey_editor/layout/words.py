"""Shaping one word: which fonts and scripts it is made of, and which glyphs HarfBuzz answers.

A word is text without spaces. Its lengths are thousandths of an em, so that one shaped word serves every size; those
of Noto Sans are whole numbers, as its design grid is that fine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

import uharfbuzz as hb

from journey_editor.layout.breaks import opportunities
from journey_editor.layout.fonts import FontKey, face, font_of, hb_font
from journey_editor.layout.graphemes import graphemes, script

SOFT_HYPHEN = "\u00ad"
#: Lengths are in this part of an em.
UNITS = 1000

#: Characters that Noto Sans has and places without offsets, that run from left to right and need no look at each.
PLAIN_CHARACTERS = r"!-~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
_is_plain = re.compile(f"[{PLAIN_CHARACTERS}]*").fullmatch
_FEATURES = {"kern": True, "liga": True, "clig": True}


class Part(NamedTuple):
    """Glyphs of one font in one direction. `xs` and `ys` are their origins, y growing downwards."""

    font: FontKey
    level: int
    text: str
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    clusters: tuple[int, ...]
    advance: float


class Word(NamedTuple):
    """A shaped word. `parts` are in logical order, `cuts` the places where a line may end inside it."""

    text: str
    advance: float
    parts: tuple[Part, ...]
    cuts: tuple[int, ...]


def shape_word(text: str, levels: Sequence[int] | None, bold: bool, language: str, missing: set[str]) -> Word:
    """The glyphs of a word. `levels` are its bidi levels (None: all from left to right).

    Soft hyphens must have been taken out; one at the very end is drawn, with the glyph that the font has for it, so
    that the text of a PDF shows a soft hyphen there. Graphemes that no font has are added to `missing`.
    """
    sans = "sans-bold" if bold else "sans"
    shown = text.removesuffix(SOFT_HYPHEN)
    parts: list[Part] = []
    if levels is None and _is_plain(shown):
        if shown:
            parts.append(_shape_plain(shown, sans, language, missing))
    else:
        parts = [
            _shape(piece, font, its_script, level, language, missing)
            for piece, font, its_script, level in _items(shown, levels, bold)
        ]
    if len(shown) < len(text):
        parts.append(_hyphen(sans, levels[-1] if levels else 0))
    return Word(text, sum(part.advance for part in parts), tuple(parts), tuple(opportunities(shown)))


def space_glyph(font: FontKey) -> tuple[int, float]:
    """Glyph and advance of the space."""
    return _nominal(font, " ")


def _items(text: str, levels: Sequence[int] | None, bold: bool) -> Iterator[tuple[str, FontKey, str, int]]:
    """Cuts a word where font, script or level change: (text, font, script, level)."""
    start = at = 0
    now: tuple[FontKey, int] | None = None
    its_script = "Zyyy"
    for grapheme in graphemes(text):
        font = font_of(grapheme, bold) or ("sans-bold" if bold else "sans")
        level = levels[at] if levels else 0
        this = script(grapheme[0])
        # What many scripts share goes with the script around it.
        other_script = this != its_script and this != "Zyyy" and its_script != "Zyyy"
        if now is not None and (now != (font, level) or other_script):
            yield text[start:at], now[0], its_script, now[1]
            start, its_script = at, "Zyyy"
        now = (font, level)
        if this != "Zyyy":
            its_script = this
        at += len(grapheme)
    if now is not None:
        yield text[start:], now[0], its_script, now[1]


def _shape(text: str, key: FontKey, its_script: str, level: int, language: str, missing: set[str]) -> Part:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if its_script != "Zyyy":
        buffer.script = its_script
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.language = language
    # Joiners and variation selectors have done their work once shaped; left in, they would be spaces to a PDF reader.
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(hb_font(key), buffer, _FEATURES)
    scale = UNITS / face(key).upem
    glyphs, clusters, xs, ys = [], [], [], []
    x = y = 0
    for glyph, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        x_offset, y_offset, x_advance, y_advance = (
            position.x_offset,
            position.y_offset,
            position.x_advance,
            position.y_advance,
        )
        glyphs.append(glyph.codepoint)
        clusters.append(glyph.cluster)
        xs.append((x + x_offset) * scale)
        ys.append(-(y + y_offset) * scale)
        x += x_advance
        y += y_advance
    if 0 in glyphs:
        missing.update(boxes(text, glyphs, clusters))
    return Part(key, level, text, tuple(glyphs), tuple(xs), tuple(ys), tuple(clusters), x * scale)


def _shape_plain(text: str, key: FontKey, language: str, missing: set[str]) -> Part:
    """What `_shape` gives for plain characters, in half the time: they have no offsets."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.script = "Latn"
    buffer.direction = "ltr"
    buffer.language = language
    hb.shape(hb_font(key), buffer, _FEATURES)
    scale = UNITS / face(key).upem
    infos = buffer.glyph_infos
    glyphs = tuple([glyph.codepoint for glyph in infos])
    clusters = tuple([glyph.cluster for glyph in infos])
    ends = list(accumulate([place.x_advance * scale for place in buffer.glyph_positions], initial=0.0))
    if 0 in glyphs:
        missing.update(boxes(text, glyphs, clusters))
    return Part(key, 0, text, glyphs, tuple(ends[:-1]), _zeros(len(glyphs)), clusters, ends[-1])


@cache
def _zeros(count: int) -> tuple[float, ...]:
    return (0.0,) * count  # shared by all words of that many glyphs


def boxes(text: str, glyphs: Sequence[int], clusters: Sequence[int]) -> Iterator[str]:
    """The graphemes that no font has, so that they are drawn as boxes."""
    unknown = {cluster for glyph, cluster in zip(glyphs, clusters, strict=True) if not glyph}
    at = 0
    for grapheme in graphemes(text):
        if any(at <= box < at + len(grapheme) for box in unknown):
            yield grapheme
        at += len(grapheme)


def _hyphen(sans: FontKey, level: int) -> Part:
    glyph, advance = _nominal(sans, SOFT_HYPHEN)
    return Part(sans, level, SOFT_HYPHEN, (glyph,), (0.0,), (0.0,), (0,), advance)


def _nominal(key: FontKey, character: str) -> tuple[int, float]:
    font = hb_font(key)
    glyph = font.get_nominal_glyph(ord(character)) or 0
    return glyph, font.get_glyph_h_advance(glyph) * UNITS / face(key).upem
