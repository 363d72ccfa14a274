"""How long text takes, as ratios to plain HarfBuzz in the same run. No test: `python tests/benchmarks/measure_text.py`.

The texts are those of 10,000 cards: a bold title of some 25 letters and a description of some 60, made of 8,000 words.
The measure is what HarfBuzz alone takes to shape them, each as a whole, and to hand over glyphs and positions; it
breaks no lines and makes no glyph runs.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Callable
from time import process_time

import uharfbuzz as hb

from journey_editor.layout.fonts import hb_font
from journey_editor.layout.shape import Shaper, TextStyle
from journey_editor.layout.wrap import wrap

TITLE, BODY, WIDTH = TextStyle(8.5, bold=True), TextStyle(7.5), 110.0
SYLLABLES = (
    "be ge ver auf an kun den ser vice on line shop ver sand lie fer ung be stel lung in for ma tion ziel fi nden"
).split()


def cards(count: int = 10_000) -> list[tuple[str, str]]:
    chance = random.Random(1)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(8_000)]
    words += [f"{chance.choice(words)}-{chance.choice(words)}" for _ in range(200)]

    def text(length: int) -> str:
        found = chance.choice(words).capitalize()
        while len(found) < length:
            found += " " + chance.choice(words)
        return found

    return [(text(22), text(56)) for _ in range(count)]


def taken(name: str, work: Callable[[], object], measure: float = 0.0) -> float:
    gc.collect()
    gc.freeze()
    start = process_time()
    work()
    took = process_time() - start
    print(f"{name:45}{took * 1e3:9.1f} ms" + (f"{took / measure:8.2f} x" if measure else ""))
    return took


def main() -> None:
    texts = cards()

    def plainly() -> None:
        for title, description in texts:
            for font, text in ((hb_font("sans-bold"), title), (hb_font("sans"), description)):
                buffer = hb.Buffer()
                buffer.add_str(text)
                buffer.guess_segment_properties()
                hb.shape(font, buffer, {"kern": True, "liga": True})
                pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
                [(glyph.codepoint, glyph.cluster, place.x_advance, place.x_offset) for glyph, place in pairs]

    def wrapped() -> None:
        for title, description in texts:
            wrap(shaper, title, TITLE, WIDTH)
            wrap(shaper, description, BODY, WIDTH)

    def measured() -> None:
        for title, description in texts:
            shaper.width(title, TITLE)
            shaper.width(description, BODY)

    # A program that lays out so much at once pauses the collector, as loading does.
    gc.disable()
    measure = taken("HarfBuzz alone", plainly)
    shaper = Shaper()
    taken("wrapping, no word known", wrapped, measure)
    shaper.forget_blocks()
    taken("wrapping, all words known", wrapped, measure)
    taken("the same texts again", wrapped, measure)
    taken("widths of lines", measured, measure)


if __name__ == "__main__":
    main()
