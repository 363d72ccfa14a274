"""Joining columns: nothing that lies in them is lost."""

from __future__ import annotations

import pytest

from journey_editor.edit.change import EditError
from journey_editor.edit.joining import join_phases, join_steps, split_off
from journey_editor.edit.translations import set_text
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.lanes import ChannelLane, ChannelMark, EmotionLane, EmotionPoint
from journey_editor.model.project import Channel, Persona, Project
from journey_editor.model.queries import all_cards, cards_at
from tests.builders import everything, journey, lane, phase, project, tp


def four_steps() -> Project:
    """Phase p1 with s1, s2 and s3, phase p2 with s4; cards a | b, c | | d; a curve and a matrix."""
    rows = (
        lane("touchpoints", "row", {"s1": (tp("a"),), "s2": (tp("b"), tp("c")), "s4": (tp("d"),)}),
        EmotionLane(
            id="mood",
            kind="emotion",
            points=(
                EmotionPoint(id="e1", step="s1", persona="mira", position=0.5, value=1),
                EmotionPoint(id="e2", step="s2", persona="mira", position=0.5, value=-1),
            ),
        ),
        ChannelLane(
            id="matrix",
            kind="channels",
            marks=(
                ChannelMark(channel="web", step="s1", importance=1),
                ChannelMark(channel="web", step="s2", importance=3),
            ),
        ),
    )
    return project(
        journey((phase("p1", "s1", "s2", "s3"), phase("p2", "s4", goal="Go", collapsed=True)), rows),
        personas=(Persona(id="mira", name="Mira"),),
        channels=(Channel(id="web", name="Web"),),
        language="en",
    )


def stacks(made: Project) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for _, step, card in all_cards(made.maps[0]):
        found.setdefault(step, []).append(card.id)
    return found


def test_joined_steps_hold_the_cards_points_and_marks_of_all() -> None:
    made = join_steps(four_steps(), ["s2", "s1"])
    assert [step.id for step in made.maps[0].phases[0].steps] == ["s1", "s3"]
    assert stacks(made) == {"s1": ["a", "b", "c"], "s4": ["d"]}
    mood, matrix = made.maps[0].lanes[1], made.maps[0].lanes[2]
    assert isinstance(mood, EmotionLane)
    assert isinstance(matrix, ChannelLane)
    assert [(point.step, point.position) for point in mood.points] == [("s1", 0.25), ("s1", 0.75)]
    assert [(mark.step, mark.importance) for mark in matrix.marks] == [("s1", 3)]
    assert problems(made) == ()


def test_joined_steps_are_called_by_the_names_of_all() -> None:
    named = set_text(set_text(four_steps(), "en", "s1", "title", "Look"), "en", "s2", "title", "Ask")
    assert join_steps(named, ["s1", "s2"]).maps[0].phases[0].steps[0].title == "Look / Ask"
    assert join_steps(named, ["s2", "s3"]).maps[0].phases[0].steps[1].title == "Ask"


def test_joined_phases_keep_their_columns_and_say_what_they_were() -> None:
    made = join_phases(four_steps(), ["p1", "p2"])
    (joined,) = made.maps[0].phases
    assert (joined.id, joined.title, joined.goal, joined.collapsed) == ("p1", "p1 / p2", "Go", False)
    assert [(step.id, step.title) for step in joined.steps] == [("s1", ""), ("s2", ""), ("s3", ""), ("s4", "p2")]
    assert cards_at(made.maps[0].lanes[0], "s4")[0].id == "d"
    assert problems(made) == ()


def test_translations_are_joined_as_well() -> None:
    start = set_text(four_steps(), "de", "p2", "title", "Zweite")
    made = join_phases(start, ["p1", "p2"])
    assert made.translations == {"de": {"s4.title": "Zweite", "p1.title": "p1 / Zweite"}}


def test_only_neighbours_of_one_kind_are_joined() -> None:
    for ids in (["s1", "s3"], ["s1"], ["s3", "s4"]):
        with pytest.raises(EditError):
            join_steps(four_steps(), ids)
    with pytest.raises(EditError):
        join_phases(four_steps(), ["p1"])


def test_a_phase_begins_at_a_step_and_joining_brings_it_back() -> None:
    named = set_text(four_steps(), "en", "s2", "title", "Ask")
    made, key = split_off(named, "s2", new=counting_ids())
    assert [(p.title, [s.id for s in p.steps]) for p in made.maps[0].phases] == [
        ("p1", ["s1"]),
        ("Ask", ["s2", "s3"]),
        ("p2", ["s4"]),
    ]
    assert stacks(made) == stacks(named)
    back = join_phases(made, ["p1", key])
    assert [step.id for step in back.maps[0].phases[0].steps] == ["s1", "s2", "s3"]
    with pytest.raises(EditError, match="first"):
        split_off(named, "s1")


def test_joining_everything_leaves_a_sound_map() -> None:
    start = everything()
    made = join_phases(start, [found.id for found in start.maps[0].phases])
    made = join_steps(made, [step.id for step in made.maps[0].phases[0].steps])
    assert problems(made) == ()
    assert len(list(all_cards(made.maps[0]))) == len(list(all_cards(start.maps[0])))


def test_nothing_cannot_be_joined() -> None:
    for join in (join_phases, join_steps):
        with pytest.raises(EditError, match="no neighbour"):
            join(everything(), [])
