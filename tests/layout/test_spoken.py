"""Words of two languages in one text: each run is in one of them, and nothing stands elsewhere than before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journey_editor.layout.borrowed import Borrowed, Mixed, borrowed, joined
from journey_editor.layout.drawlist import GlyphRun
from journey_editor.layout.shape import Shaper, TextStyle
from journey_editor.layout.spoken import spoken
from journey_editor.layout.wrap import TextBlock, wrap

STYLE = TextStyle(9.0)
SHAPER = Shaper()
WORDS = st.text(alphabet="abffiäß-/ \u00adAVé", min_size=1, max_size=30)


def block_of(words: str, width: float) -> TextBlock:
    return wrap(SHAPER, words, STYLE, width, "en")


def runs(block: TextBlock) -> list[list[GlyphRun]]:
    return [list(line.runs) for line in block.lines]


def origins(line: list[GlyphRun]) -> list[tuple[int, float, float]]:
    return [
        (glyph, round(run.x + run.offsets[2 * i], 6), run.offsets[2 * i + 1])
        for run in line
        for i, glyph in enumerate(run.glyphs)
    ]


def test_a_name_with_words_of_another_language_is_two_runs() -> None:
    words = joined(("Where: ", borrowed("Im Haus", "de")))
    assert isinstance(words, Mixed)
    ((first, second),) = runs(spoken(block_of(words, 500.0), words, "en"))
    assert (first.text, first.language, first.after) == ("Where: ", "en", "")
    assert (second.text, second.language, second.after) == ("Im Haus", "de", "\n")
    assert second.x == first.x + first.advance


def test_words_of_one_language_stay_what_they_are() -> None:
    assert type(joined(("a", "b"), ", ")) is str
    alone = joined((borrowed("Haus", "de"),))
    assert isinstance(alone, Borrowed)
    assert alone.language == "de"
    assert type(borrowed("24 %", "de")) is str  # of no language


@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=2, max_size=4), st.floats(30, 300))
def test_nothing_moves_and_no_letter_is_lost(parts: list[tuple[str, bool]], width: float) -> None:
    words = joined(borrowed(text, "de") if foreign else text for text, foreign in parts)
    block = block_of(str(words), width)
    made = spoken(block, words, "en") if isinstance(words, Mixed) else block
    assert [origins(line) for line in runs(made)] == [origins(line) for line in runs(block)]
    for before, after in zip(runs(block), runs(made), strict=True):
        assert "".join(run.text for run in after) == "".join(run.text for run in before)
        assert [run.after for run in after][-1:] == [run.after for run in before][-1:]
        assert all(len(run.glyphs) == len(run.clusters) == len(run.offsets) // 2 for run in after)
