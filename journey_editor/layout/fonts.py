"""The bundled fonts: which file a font key means, and which font has the glyphs for a grapheme.

A font key ("sans", "sans-bold", "arabic" ...) names one static TrueType file. Screen, PDF and measuring open that very
file, so a glyph id means the same to all of them. Files are opened when first needed: the CJK font alone is 4 MB.
Nothing here shapes text.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import regex
import uharfbuzz as hb

from journey_editor.layout.graphemes import IGNORABLE, script
from journey_editor.places import resource
from journey_editor.wording import tr

FontKey = str

FILES: dict[FontKey, str] = {
    "sans": "NotoSans-Regular.ttf",
    "sans-bold": "NotoSans-Bold.ttf",
    "arabic": "NotoSansArabic-Regular.ttf",
    "arabic-bold": "NotoSansArabic-Bold.ttf",
    "hebrew": "NotoSansHebrew-Regular.ttf",
    "hebrew-bold": "NotoSansHebrew-Bold.ttf",
    "thai": "NotoSansThai-Regular.ttf",
    "thai-bold": "NotoSansThai-Bold.ttf",
    "devanagari": "NotoSansDevanagari-Regular.ttf",
    "devanagari-bold": "NotoSansDevanagari-Bold.ttf",
    "korean": "NanumSquareR.ttf",
    "korean-bold": "NanumSquareB.ttf",
    "symbols": "DejaVuSans.ttf",
    "symbols-bold": "DejaVuSans-Bold.ttf",
    "symbols2": "NotoSansSymbols2-Regular.ttf",
    "emoji": "NotoEmoji-Regular.ttf",
    "cjk": "DroidSansFallbackFull.ttf",
}

_REGULAR = ("sans", "arabic", "hebrew", "thai", "devanagari", "symbols", "symbols2", "emoji", "cjk", "korean")
_BOLD = tuple(f"{key}-bold" if f"{key}-bold" in FILES else key for key in _REGULAR)

_UNREADABLE = "The font file {file} is missing or damaged. Installing the program again puts it back."

#: Scripts that a font of their own serves better than DejaVu, which has parts of them.
_PREFERRED = {"Arab": "arabic", "Hebr": "hebrew", "Thai": "thai", "Deva": "devanagari", "Hang": "korean"}
_CJK_SCRIPTS = frozenset({"Hani", "Hira", "Kana", "Bopo"})
_CJK_PUNCTUATION = regex.compile(r"[\u3000-\u303f\u31c0-\u31ef\u3200-\u33ff\uff00-\uffef]")

#: What asks for an emoji: a character that is shown as one by itself, or one with U+FE0F or U+20E3 behind it.
_EMOJI = regex.compile(
    r"\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Emoji}(?:\p{Emoji_Modifier}|\ufe0f|\u200d|\u20e3)"
)

#: Fonts whose letters and marks reach higher or lower than those of the sans: the least leading at which two lines do
#: not touch, found by looking.
_LEADING = {"arabic": 1.6, "devanagari": 1.4, "thai": 1.45}


class Metrics(NamedTuple):
    """Vertical measures as parts of the em; `descender` is positive downwards."""

    upem: int
    ascender: float
    descender: float
    cap_height: float


class NoFontError(OSError):
    """A bundled font file is missing or unreadable: the installation is broken."""


def font_path(key: FontKey) -> Path:
    """The file of a font. Raises KeyError for an unknown key."""
    return resource("fonts", FILES[key])


@cache
def face(key: FontKey) -> hb.Face:
    """The opened file. Raises NoFontError with a sentence when it cannot be read."""
    path = font_path(key)
    try:
        opened = hb.Face(hb.Blob.from_file_path(str(path)))
    except (OSError, hb.HarfBuzzError) as error:
        raise NoFontError(tr(_UNREADABLE, file=path.name)) from error
    if not opened.glyph_count:
        raise NoFontError(tr(_UNREADABLE, file=path.name))
    return opened


@cache
def hb_font(key: FontKey) -> hb.Font:
    """The font at a scale of its units per em, so that shaping gives whole font units."""
    return hb.Font(face(key))


@cache
def metrics(key: FontKey) -> Metrics:
    font, upem = hb_font(key), face(key).upem
    extents = font.get_font_extents("ltr")
    cap = font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
    return Metrics(upem, extents.ascender / upem, -extents.descender / upem, cap / upem)


def needed_leading(key: FontKey) -> float:
    """The least line height, as a factor of the size, at which two lines of this font do not touch; 0: any will do."""
    return _LEADING.get(key.removesuffix("-bold"), 0.0)


@cache
def _coverage(key: FontKey) -> hb.Set:
    return face(key).unicodes


def covers(key: FontKey, character: str) -> bool:
    return ord(character) in _coverage(key)


def _chain(grapheme: str, bold: bool) -> tuple[FontKey, ...]:
    """The fonts to ask, best first."""
    chain = _BOLD if bold else _REGULAR
    first = grapheme[0]
    if "\ufe0e" not in grapheme and _EMOJI.match(grapheme):
        return ("emoji", *chain)
    its_script = script(first)
    if its_script in _CJK_SCRIPTS or _CJK_PUNCTUATION.match(first):
        return ("cjk", *chain)
    own = _PREFERRED.get(its_script)
    if own:
        return (f"{own}-bold" if bold else own, *chain)
    return chain


@cache
def font_of(grapheme: str, bold: bool = False) -> FontKey | None:
    """The first font of the chain that has every character of the grapheme; None when no font has its base.

    When no font has all, the one that has the base is taken and draws a box for the mark alone.
    """
    characters = [c for c in grapheme if c not in IGNORABLE]
    if not characters:
        return "sans-bold" if bold else "sans"
    chain = _chain(grapheme, bold)
    for key in chain:
        if all(covers(key, c) for c in characters):
            return key
    return next((key for key in chain if covers(key, characters[0])), None)
