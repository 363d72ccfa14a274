"""The first layout of 10,000 cards, against HarfBuzz shaping the same strings, each as a whole and without a cache."""

from __future__ import annotations

from unittest.mock import patch

import uharfbuzz as hb

from journey_editor.layout import environment
from journey_editor.layout.compose import Layouter
from journey_editor.layout.fonts import hb_font
from journey_editor.layout.shape import Shaper, TextStyle
from journey_editor.layout.wrap import TextBlock, wrap

from . import maps
from .figure import Reading, alternating, cpu

_CARDS = 10_000


def layout() -> Reading:
    project = maps.project(_CARDS)
    strings = _strings()

    def shape() -> None:
        """Shapes and takes over glyphs and advances, the least with which anything could be laid out."""
        for text, bold in strings:
            buffer = hb.Buffer()
            buffer.add_str(text)
            buffer.guess_segment_properties()
            hb.shape(hb_font("sans-bold" if bold else "sans"), buffer, {"kern": True, "liga": True})
            [glyph.codepoint for glyph in buffer.glyph_infos]
            [place.x_advance for place in buffer.glyph_positions]

    taken = alternating(
        lambda: cpu(lambda: Layouter().layout(project, maps.MAP)), lambda: cpu(shape), 3, warm=1
    ).reading()
    return Reading(taken.value, {**taken.parts, "strings": float(len(strings))})


def _strings() -> list[tuple[str, bool]]:
    """Every text that a layout sets, with its weight, in order; one that is measured before it is set counts once."""
    found: list[tuple[str, bool]] = []

    def recorded(
        shaper: Shaper, text: str, style: TextStyle, width: float, language: str = "de", most: int | None = None
    ) -> TextBlock:
        if text and (not found or found[-1] != (text, style.bold)):
            found.append((text, style.bold))
        return wrap(shaper, text, style, width, language, most)

    with patch.object(environment, "wrap", recorded):
        Layouter().layout(maps.project(_CARDS), maps.MAP)
    return found
