"""Lanes: rows of every kind, and the phase band between them."""

from __future__ import annotations

from typing import get_args

import pytest

from journey_editor.edit.change import EditError
from journey_editor.edit.lanes import add_lane, delete_lane, move_lane, set_band, set_lane
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.lanes import LaneKind
from journey_editor.model.project import Project
from tests.builders import everything, two_by_two


def _lanes(project: Project) -> list[str]:
    return [lane.id for lane in project.maps[0].lanes]


@pytest.mark.parametrize("kind", get_args(LaneKind))
def test_a_lane_of_each_kind_can_be_added(kind: LaneKind) -> None:
    project, key = add_lane(two_by_two(), "map", kind, title="New", before="b", new=counting_ids())
    assert _lanes(project) == ["a", key, "b", "n"]
    assert project.maps[0].lanes[1].kind == kind
    assert problems(project) == ()


def test_a_lane_can_be_given_its_fields_at_once() -> None:
    project, _ = add_lane(two_by_two(), "map", "notes", tone="pain", mode="online")
    assert project.maps[0].lanes[-1].tone == "pain"  # type: ignore[union-attr]


def test_moving_a_lane_keeps_its_cards() -> None:
    before = two_by_two()
    project = move_lane(before, "a", None)
    assert _lanes(project) == ["b", "n", "a"]
    assert project.maps[0].lanes[2] is before.maps[0].lanes[0]


@pytest.mark.parametrize("before", ["a", "b"])
def test_moving_a_lane_to_where_it_stands_is_no_change(before: str) -> None:
    project = two_by_two()
    assert move_lane(project, "a", before) is project


def test_the_band_stays_between_its_lanes_when_the_one_above_it_moves() -> None:
    project = set_band(two_by_two(), "map", "b")
    assert move_lane(project, "b", None).maps[0].band_below == "a"
    assert move_lane(move_lane(project, "b", None), "a", None).maps[0].band_below == ""


def test_the_band_follows_no_lane_that_moves_elsewhere() -> None:
    project = set_band(two_by_two(), "map", "a")
    assert move_lane(project, "n", "b").maps[0].band_below == "a"


def test_a_lane_at_the_band_lies_on_the_side_it_was_dropped_on() -> None:
    project = set_band(two_by_two(), "map", "a")
    assert move_lane(project, "n", "b", above_band=True).maps[0].band_below == "n"
    assert move_lane(project, "n", "b", above_band=False).maps[0].band_below == "a"
    assert move_lane(project, "b", "b", above_band=True).maps[0].band_below == "b"
    assert move_lane(project, "a", "b", above_band=False).maps[0].band_below == ""
    assert move_lane(project, "a", "b") is project
    assert move_lane(project, "n", None, above_band=True) is project, "it does not touch the band"


def test_a_new_lane_at_the_band_lies_on_the_side_it_was_dropped_on() -> None:
    project = set_band(two_by_two(), "map", "a")
    above, key = add_lane(project, "map", "notes", before="b", above_band=True)
    assert above.maps[0].band_below == key
    below, _ = add_lane(project, "map", "notes", before="b")
    assert below.maps[0].band_below == "a"
    top, key = add_lane(two_by_two(), "map", "notes", before="a", above_band=True)
    assert top.maps[0].band_below == key


def test_the_band_falls_to_the_lane_above_when_its_lane_is_deleted() -> None:
    assert delete_lane(set_band(two_by_two(), "map", "b"), "b").maps[0].band_below == "a"
    assert delete_lane(set_band(two_by_two(), "map", "a"), "a").maps[0].band_below == ""


def test_the_band_refuses_a_lane_of_another_map() -> None:
    with pytest.raises(EditError):
        set_band(everything(), "mp-one", "ln-x")


def test_deleting_a_lane_deletes_its_cards_with_their_paths_and_translations() -> None:
    project = delete_lane(everything(), "ln-online")
    assert project.maps[0].paths == ()
    assert project.maps[0].counterparts == ()
    assert "tp-web.title" not in project.translations["en"]
    assert problems(project) == ()


def test_deleting_an_emotion_lane_deletes_the_translations_of_its_points() -> None:
    project = delete_lane(everything(), "ln-emotion")
    assert "pt-one.label" not in project.translations["en"]
    assert problems(project) == ()


def test_a_lane_keeps_its_kind() -> None:
    with pytest.raises(AttributeError):
        set_lane(two_by_two(), "a", kind="notes")


def test_a_lane_refuses_personas_and_channels_that_are_not_there() -> None:
    with pytest.raises(EditError, match="no persona"):
        set_lane(everything(), "ln-emotion", personas=("nobody",))
    with pytest.raises(EditError, match="no channel"):
        set_lane(everything(), "ln-channels", channels=("ch-web", "none"))


def test_a_lane_lists_nothing_twice() -> None:
    with pytest.raises(EditError, match="twice"):
        set_lane(everything(), "ln-channels", channels=("ch-web", "ch-web"))
