"""The emotion lane: whose curve is whose, what is expected beside what is felt, and values by height."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_editor.layout import look
from journey_editor.layout.compose import Layouter
from journey_editor.layout.curve import height_of, value_at
from journey_editor.layout.drawlist import GlyphRun, Group, Path
from journey_editor.layout.figures import dot_outline
from journey_editor.layout.result import RowBlock
from journey_editor.model.cards import Emotion, Touchpoint
from journey_editor.model.columns import Phase, Step
from journey_editor.model.lanes import EmotionLane, TouchpointCell, TouchpointLane
from journey_editor.model.project import JourneyMap, Persona, Project
from tests.drawn import inked


def row_with(emotions: tuple[Emotion, ...], *, star: bool = False, **lane: object) -> RowBlock:
    """The emotion row of a map with one touchpoint and three personas."""
    card = Touchpoint(id="a", title="A", emotions=emotions, moment_of_truth=star)
    journey = JourneyMap(
        id="map",
        phases=(Phase(id="p", steps=(Step(id="s1"), Step(id="s2"))),),
        lanes=(
            TouchpointLane(id="shop", kind="touchpoints", cells=(TouchpointCell(step="s1", cards=(card,)),)),
            EmotionLane(id="mood", kind="emotion", **lane),  # type: ignore[arg-type]
        ),
    )
    personas = (Persona(id="mira", name="Mira"), Persona(id="tom", name="Tom", color="#123456"), Persona(id="eva"))
    project = Project(id="project", language="en", personas=personas, maps=(journey,))
    row = Layouter().layout(project, "map").row("mood")
    assert row is not None
    return row.block


def words(block: RowBlock) -> list[str]:
    return [item.text for item in inked(block.group.items) if isinstance(item, GlyphRun)]


@given(st.integers(-4, 4), st.floats(60, 400))
def test_a_value_is_found_again_at_its_height(halves: int, h: float) -> None:
    assert value_at(h, height_of(h, halves / 2)) == halves / 2


@pytest.mark.parametrize(("y", "value"), [(-500, 2.0), (500, -2.0)])
def test_beyond_the_scale_lies_its_end(y: float, value: float) -> None:
    assert value_at(84, y) == value


def test_sixteen_personas_differ_in_more_than_colour() -> None:
    looks = {look.curve_look(index, "#123456")[1:] for index in range(16)}
    assert len(looks) == 16


def test_a_persona_has_its_own_colour_and_the_dots_of_its_place() -> None:
    block = row_with((Emotion(persona="tom", value=1.0),))
    dots = [
        item for item in inked(block.group.items) if isinstance(item, Path) and item.outline is dot_outline("square")
    ]
    assert {item.stroke for item in dots} == {"#123456"}


def test_curves_end_with_a_name_where_there_are_several() -> None:
    feelings = (Emotion(persona="mira", value=1.0), Emotion(persona="tom", value=1.0))
    assert words(row_with(feelings)).count("Tom") == 2  # in the head, and at the end of the curve
    assert "Tom" not in words(row_with(feelings, personas=("mira",)))


def test_points_of_two_personas_at_one_touchpoint_lie_side_by_side() -> None:
    block = row_with((Emotion(persona="mira", value=1.0), Emotion(persona="tom", value=1.0)))
    (a, b) = block.points
    assert a.y == b.y
    assert abs(a.x - b.x) >= 5.0


def test_what_is_expected_is_a_point_of_its_own_where_the_lane_shows_it() -> None:
    emotions = (Emotion(persona="mira", value=1.0, expected=-1.0),)
    assert [p.expected for p in row_with(emotions).points] == [False]
    shown = row_with(emotions, expectation=True).points
    assert sorted((p.expected, p.value) for p in shown) == [(False, 1.0), (True, -1.0)]
    assert {p.key for p in shown} == {"a/mira", "a/mira/expected"}


def test_what_is_only_expected_is_shown_too() -> None:
    (point,) = row_with((Emotion(persona="mira", expected=2.0),), expectation=True).points
    assert (point.expected, point.value) == (True, 2.0)


def test_a_moment_of_truth_keeps_the_dot_that_tells_whose_it_is() -> None:
    def dots(block: RowBlock) -> int:
        return sum(isinstance(item, Path) and item.outline is dot_outline("round") for item in inked(block.group.items))

    feeling = (Emotion(persona="mira", value=1.0),)
    assert dots(row_with(feeling, star=True)) == dots(row_with(feeling, star=False))
    assert isinstance(row_with(feeling).group, Group)
