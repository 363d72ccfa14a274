"""A curve drawn by hand beside the computed one: both are there, and what lies between is hatched and said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_editor.layout.compose import Layouter
from journey_editor.layout.curve import BY_HAND_WIDTH, smooth
from journey_editor.layout.curve_compare import HATCH_WIDTH, difference_words, gaps, hatching, widest
from journey_editor.layout.drawlist import GlyphRun, Path
from journey_editor.layout.result import RowBlock
from journey_editor.model.cards import Emotion
from journey_editor.model.lanes import EmotionPoint
from journey_editor.model.project import Persona, Project
from tests.builders import journey, lane, phase, project, tp
from tests.drawn import inked


def compared(*by_hand: float | None, points_from: str = "compare", personas: int = 1) -> Project:
    """Three steps; the touchpoints say 1, 0 and -1, what is drawn by hand stands in the arguments."""
    steps = ("s1", "s2", "s3")
    cells = {step: [tp(f"t{n}", emotions=(Emotion(persona="p0", value=1.0 - n),))] for n, step in enumerate(steps)}
    points = tuple(
        EmotionPoint(id=f"e{n}", step=step, persona="p0", value=value)
        for n, (step, value) in enumerate(zip(steps, by_hand, strict=True))
        if value is not None
    )
    mood = lane("emotion", "mood", points_from=points_from, points=points)
    people = tuple(Persona(id=f"p{n}", name=f"P{n}") for n in range(personas))
    base = journey([phase("p", *steps)], [lane("touchpoints", "t", cells), mood])
    return project(base, personas=people, language="en")


def row(made: Project) -> RowBlock:
    found = Layouter().layout(made, "map").row("mood")
    assert found is not None
    return found.block


def words(block: RowBlock) -> list[str]:
    return [item.text for item in inked(block.group.items) if isinstance(item, GlyphRun)]


def hatched(block: RowBlock) -> int:
    """How many strokes the hatching has."""
    return sum(
        len(item.outline.steps) // 2
        for item in inked(block.group.items)
        if isinstance(item, Path) and item.width == HATCH_WIDTH
    )


def test_both_curves_are_there_and_what_lies_between_is_hatched() -> None:
    block = row(compared(2.0, 2.0, -1.0))
    lines = [
        item
        for item in inked(block.group.items)
        if isinstance(item, Path) and not item.fill and item.width != HATCH_WIDTH
    ]
    assert {1.75, BY_HAND_WIDTH} <= {item.width for item in lines}
    assert len(block.points) == 6
    assert hatched(block) > 20
    assert "by hand 2 higher" in words(block)
    assert {"touchpoints", "by hand"} <= set(words(block))


def test_of_several_personas_each_curve_says_whose_it_is() -> None:
    said = words(row(compared(2.0, 2.0, -1.0, personas=2)))
    assert "P0, by hand" in said
    assert "P0" in said


def test_where_both_agree_there_is_no_difference() -> None:
    block = row(compared(1.0, 0.0, -1.0))
    assert hatched(block) == 0
    assert not [text for text in words(block) if "higher" in text or "lower" in text]


@pytest.mark.parametrize("by_hand", [(None, None, None), (1.0, None, None)])
def test_without_a_second_curve_nothing_is_hatched(by_hand: tuple[float | None, ...]) -> None:
    assert hatched(row(compared(*by_hand))) == 0


def test_as_one_curve_nothing_is_compared() -> None:
    block = row(compared(2.0, 2.0, -1.0, points_from="both"))
    assert hatched(block) == 0
    assert "by hand" not in words(block)


_values = st.floats(0.0, 80.0)


@given(st.lists(_values, min_size=2, max_size=6), st.lists(_values, min_size=2, max_size=6), st.floats(0.0, 200.0))
def test_the_hatching_lies_between_the_curves(a: list[float], b: list[float], shift: float) -> None:
    one = smooth([(50.0 * n, y) for n, y in enumerate(a)])
    other = smooth([(shift + 40.0 * n, y) for n, y in enumerate(b)])
    found = gaps(one, other)
    left, right = max(0.0, shift), min(50.0 * (len(a) - 1), shift + 40.0 * (len(b) - 1))
    for x, y_one, y_other in found:
        assert left - 1e-6 <= x <= right + 1e-6
        assert min(a) - 1e-6 <= y_one <= max(a) + 1e-6
        assert min(b) - 1e-6 <= y_other <= max(b) + 1e-6
    assert bool(found) == (right >= left)
    assert len(hatching(found, "#000000").outline.steps) <= 2 * len(found)


def test_the_height_of_a_curve_at_its_points_is_theirs() -> None:
    line = smooth([(0.0, 10.0), (40.0, 30.0), (80.0, 20.0)])
    at = {x: y for x, y, _ in gaps(line, line)}
    assert (at[0.0], at[40.0], at[80.0]) == pytest.approx((10.0, 30.0, 20.0))


def test_the_widest_place_is_told_in_halves() -> None:
    found = [(0.0, 10.0, 10.0), (4.0, 30.0, 14.0), (8.0, 30.0, 20.0)]
    most = widest(found, 10.0)
    assert most is not None
    assert (most.x, most.value) == (4.0, 1.5)
    assert difference_words(most.value, "de") == "von Hand 1,5 höher"
    assert difference_words(-0.5, "en") == "by hand 0.5 lower"
    assert widest([(0.0, 10.0, 12.0)], 10.0) is None
