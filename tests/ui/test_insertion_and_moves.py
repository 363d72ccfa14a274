"""Where something new goes without a mouse, and how far a key moves what is there."""

from __future__ import annotations

import pytest

from journey_editor.canvas.parts import Part
from journey_editor.edit.change import EditError
from journey_editor.edit.nudging import Way, moved
from journey_editor.model.queries import cards_at, find_lane, place_of
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.insertion import insert
from tests.builders import journey, project, two_by_two


@pytest.fixture
def small(session: Session) -> Session:
    session.new(Loaded(two_by_two(), {}, ()))
    return session


def stack(session: Session, lane: str, step: str) -> list[str]:
    return [card.id for card in cards_at(find_lane(session.journey, lane), step)]


def test_a_touchpoint_goes_right_below_the_selected_card(small: Session) -> None:
    made = insert(small, ("a1",), Part("touchpoint"))
    assert stack(small, "a", "s1") == ["a1", made, "a2"]
    assert small.selection == (made,)


def test_a_note_goes_to_the_lane_of_notes_in_the_selected_column(small: Session) -> None:
    made = insert(small, ("a3",), Part("note", tone="idea"))
    assert stack(small, "n", "s3") == [made]


def test_a_card_goes_into_the_cell_where_the_keyboard_stands(small: Session) -> None:
    made = insert(small, ("b/s3",), Part("touchpoint"))
    assert stack(small, "b", "s3") == [made]


def test_a_lane_is_made_where_none_can_take_the_card_and_both_are_one_step(small: Session) -> None:
    before = small.project
    insert(small, (), Part("picture"))
    assert [lane.kind for lane in small.journey.lanes][-1] == "images"
    small.undo()
    assert small.project is before


def test_a_touchpoint_goes_to_the_side_of_the_map_that_its_channel_belongs_to(session: Session) -> None:
    made = insert(session, (), Part("touchpoint", channel="ch-shop"))
    place = place_of(session.journey, made)
    assert place is not None
    assert place.lane == "ln-offline"


@pytest.mark.parametrize(("part", "row"), [("phase", "phases"), ("lane", "lanes")])
def test_a_phase_or_lane_goes_behind_the_selected_one(small: Session, part: str, row: str) -> None:
    selected = "p1" if part == "phase" else "a"
    made = insert(small, (selected,), Part(part, kind="notes" if part == "lane" else ""))
    assert [thing.id for thing in getattr(small.journey, row)][1] == made


def test_a_step_goes_behind_the_selected_one(small: Session) -> None:
    made = insert(small, ("s1",), Part("step"))
    assert [step.id for step in small.journey.phases[0].steps] == ["s1", made, "s2"]


def test_a_path_runs_through_the_cards_in_the_order_they_were_selected(small: Session) -> None:
    insert(small, ("a3", "a1", "b1"), Part("path"))
    assert [(path.source, path.target) for path in small.journey.paths] == [("a3", "a1"), ("a1", "b1")]


@pytest.mark.parametrize("part", ["touchpoint", "step", "path"])
def test_a_map_without_phases_says_what_is_missing_and_stays_as_it_is(session: Session, part: str) -> None:
    session.new(Loaded(project(journey()), {}, ()))
    before = session.project
    with pytest.raises(EditError):
        insert(session, (), Part(part))
    assert session.project is before


def move(session: Session, way: Way, *ids: str) -> None:
    session.apply("move", lambda project: moved(project, ids, way))


def test_a_card_goes_down_its_stack_and_then_to_the_next_lane(small: Session) -> None:
    move(small, "down", "a1")
    assert stack(small, "a", "s1") == ["a2", "a1"]
    move(small, "down", "a1")
    assert stack(small, "b", "s1") == ["a1"]
    move(small, "down", "a1")  # the lane below holds notes
    assert stack(small, "b", "s1") == ["a1"]
    move(small, "up", "a1")
    assert stack(small, "a", "s1") == ["a2", "a1"]


def test_several_cards_keep_their_order(small: Session) -> None:
    move(small, "right", "a2", "a1")
    assert sorted(stack(small, "a", "s2")) == ["a1", "a2"]
    assert stack(small, "a", "s1") == []


def test_a_card_goes_through_all_columns_and_stops_at_the_edge(small: Session) -> None:
    for _ in range(4):
        move(small, "right", "b1")
    assert stack(small, "b", "s3") == ["b1"]
    before = small.project
    move(small, "right", "b1")
    assert small.project is before


def test_phases_steps_and_lanes_move_by_one_place(small: Session) -> None:
    move(small, "right", "p1")
    assert [p.id for p in small.journey.phases] == ["p2", "p1"]
    move(small, "right", "s1")
    assert [s.id for s in small.journey.phases[1].steps] == ["s2", "s1"]
    move(small, "left", "s2")
    assert [s.id for s in small.journey.phases[0].steps] == ["s3", "s2"]
    move(small, "down", "a")
    assert [lane.id for lane in small.journey.lanes] == ["b", "a", "n"]


def test_personas_channels_and_maps_move_too(session: Session) -> None:
    move(session, "down", "pe-eva")
    move(session, "down", "ch-web")
    move(session, "down", "mp-one")
    assert session.project.personas[0].id == "pe-tom"
    assert session.project.channels[0].id == "ch-shop"
    assert session.project.maps[0].id == "mp-two"
