"""Wrapping: text and a width in, lines of placed glyphs out.

Where lines end is decided in `latin` for plain words and in `paragraph` for all else. Here lines become a block:
aligned, cut at a number of lines, with a line height that suits the scripts in it. Blocks are remembered on the
shaper, because a layout asks for the same texts again after each edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import inf
from typing import Literal, NamedTuple

from journey_editor.layout.breaks import cleaned, paragraphs
from journey_editor.layout.drawlist import Color, GlyphRun, Outline, Path
from journey_editor.layout.fonts import metrics, needed_leading
from journey_editor.layout.later import Later
from journey_editor.layout.latin import LatinWord, is_latin, latin_run
from journey_editor.layout.paragraph import SLACK, Paragraph, Span
from journey_editor.layout.shape import ShapedLine, Shaper, TextStyle, moved
from journey_editor.pulse import beat

#: "start" is the left, and for paragraphs from right to left the right.
Align = Literal["start", "center", "end"]

#: How many letters the blocks that are kept may hold: four widths of a map of ten thousand cards. A letter that was set
#: costs about 100 bytes, and a block as much as `_BLOCK` letters however short it is.
_LETTERS_KEPT, _BLOCK = 4_000_000, 20
_DOTS_BELOW = 0.21  # of the size of the type: below the baseline, and above the next line
_DOT, _DOTTED = 0.7, (0.01, 2.6)  # points; the caps are round


class PlainInk:
    """What lines of plain words are drawn with. They are put together anew whenever they are looked at: that takes some
    microseconds, and keeping it a closure for each of the 60,000 lines of a large map."""

    __slots__ = ("after", "color", "font", "language", "size")

    def __init__(self, font: str, size: float, color: Color, after: str, language: str) -> None:
        self.font, self.size, self.color, self.after, self.language = font, size, color, after, language


@cache
def _plain_ink(font: str, size: float, color: Color, after: str, language: str) -> PlainInk:
    return PlainInk(font, size, color, after, language)


class TextLine(NamedTuple):
    """One line. `ink` are its runs, or what makes them when they are asked for (then it is `plain`).

    The runs lie relative to the block's left edge (x) and the line's baseline (y = 0). `text` is the line in logical
    order, without the spaces at which it was broken, with U+00AD for a hyphen drawn.
    """

    ink: tuple[GlyphRun, ...] | Later[tuple[GlyphRun, ...]] | PlainInk
    width: float
    said: str | tuple[LatinWord, ...]

    @property
    def text(self) -> str:
        said = self.said
        return said if isinstance(said, str) else " ".join([word.text for word in said])

    @property
    def runs(self) -> tuple[GlyphRun, ...]:
        ink, said = self.ink, self.said
        if isinstance(ink, tuple):
            return ink
        if isinstance(ink, Later):
            return ink()
        assert not isinstance(said, str)
        return (latin_run(said, ink.font, ink.size, ink.color, ink.after, ink.language),)

    @property
    def plain(self) -> bool:
        """Whether all of it is in the sans font, from left to right, known without making its ink."""
        return not isinstance(self.ink, tuple)


class TextBlock(NamedTuple):
    """Wrapped text, in points. `width` is that of the widest line, `first_baseline` lies below the block's top.

    `truncated` says that there was more text than `max_lines` took; the last line then ends with an ellipsis. `dots`,
    in this style, lie under each line of words that are not in the language they should be in.
    """

    lines: tuple[TextLine, ...]
    width: float
    height: float
    first_baseline: float
    line_height: float
    truncated: bool
    dots: TextStyle | None = None


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
        beat()
        if shaper.letters >= _LETTERS_KEPT:
            shaper.forget_blocks()
        shaper.letters += len(text) + _BLOCK
        found = shaper.blocks[key] = _again(shaper, text, style, width, language, max_lines, align)
    return found


def _again(
    shaper: Shaper, text: str, style: TextStyle, width: float, language: str, max_lines: int | None, align: Align
) -> TextBlock:
    """The block of another width where it is the same at this one: a map is laid out at several for its page."""
    if align != "start" or max_lines is not None:
        return _wrap(shaper, text, style, width, language, max_lines, align)
    key = (text, style, language)
    known: tuple[TextBlock, float] | None = shaper.reaches.get(key)
    if known is not None and known[0].width <= width + SLACK < known[1]:
        return known[0]
    filled = None
    parts = paragraphs(text)
    if len(parts) == 1 and parts[0] and is_latin(parts[0]):
        filled = shaper.latin(style, language).lines(parts[0], width + SLACK)
    if filled is None:
        return _wrap(shaper, text, style, width, language, max_lines, align)
    block = _block(_latin_text_lines(filled[0], style, language), style, False)
    shaper.reaches[key] = (block, filled[1])
    return block


def place(block: TextBlock, x: float, y: float) -> tuple[GlyphRun | Path, ...]:
    """The runs of a block whose top left corner lies at (x, y), and the dots below them."""
    items: list[GlyphRun | Path] = []
    baseline = y + block.first_baseline
    for line in block.lines:
        runs = moved(line.runs, x, baseline)
        items += runs
        if block.dots is not None and runs:
            items.append(_dots(runs, baseline, block.dots))
        baseline += block.line_height
    return tuple(items)


def _dots(runs: Sequence[GlyphRun], baseline: float, style: TextStyle) -> Path:
    """A dotted line below a line of words, from their left to their right."""
    left, right = min(run.x for run in runs), max(run.x + run.advance for run in runs)
    outline = Outline((("M", 0.0, 0.0), ("L", max(right - left, 1.0), 0.0)))
    return Path(outline, left, baseline + _DOTS_BELOW * style.size, stroke=style.color, width=_DOT, dash=_DOTTED)


def _wrap(
    shaper: Shaper, text: str, style: TextStyle, width: float, language: str, max_lines: int | None, align: Align
) -> TextBlock:
    lines: list[TextLine] = []
    parts = paragraphs(text)
    if len(parts) == 1 and (filled := _latin_lines(shaper, parts[0], style, width, language, align)) is not None:
        # Nearly every text ends here.
        if max_lines is None or len(filled) <= max_lines:
            return _block(filled, style, False)
    elif not cleaned(text).text.strip():
        return NOTHING
    for number, part in enumerate(parts, 1):
        if max_lines is None and (filled := _latin_lines(shaper, part, style, width, language, align)) is not None:
            lines += filled
            continue
        paragraph = Paragraph(shaper, cleaned(part), style, language)
        spans = paragraph.lines(width)
        if max_lines is None and paragraph.plain and align == "start":
            # Words of one font: where they stand is known without putting them together.
            lines += [_plain_line(paragraph, span) for span in spans]
            continue
        for span in spans:
            if max_lines is not None and len(lines) + 1 >= max_lines:
                truncated = number < len(parts) or next(spans, None) is not None
                shaped, shown = paragraph.cut_short(span, width) if truncated else paragraph.shaped(span)
                lines.append(_aligned(shaped, shown, width, align, paragraph.rtl))
                return _block(lines, style, truncated)
            shaped, shown = paragraph.shaped(span)
            lines.append(_aligned(shaped, shown, width, align, paragraph.rtl))
    return _block(lines, style, False)


def _latin_lines(
    shaper: Shaper, paragraph: str, style: TextStyle, width: float, language: str, align: Align
) -> list[TextLine] | None:
    """The lines of a paragraph of plain words; None for any other."""
    if not paragraph or not is_latin(paragraph):
        return None
    filled = shaper.latin(style, language).lines(paragraph, width + SLACK)
    if filled is None:
        return None
    lines = _latin_text_lines(filled[0], style, language)
    if align == "start":
        return lines
    return [_aligned(ShapedLine(line.runs, line.width), line.text, width, align, False) for line in lines]


def _latin_text_lines(
    filled: list[tuple[list[LatinWord], float, str]], style: TextStyle, language: str
) -> list[TextLine]:
    font, size, color = "sans-bold" if style.bold else "sans", style.size, style.color
    return [
        TextLine(_plain_ink(font, size, color, after, language), wide, tuple(words)) for words, wide, after in filled
    ]


def _plain_line(paragraph: Paragraph, span: Span) -> TextLine:
    width, text = paragraph.measured(span)
    return TextLine(Later(lambda: paragraph.shaped(span)[0].runs), width, text)


def _block(lines: list[TextLine], style: TextStyle, truncated: bool) -> TextBlock:
    if not lines:
        return NOTHING
    sans = "sans-bold" if style.bold else "sans"
    leading = style.leading
    for line in lines:
        if line.plain:
            continue
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
