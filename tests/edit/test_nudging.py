"""Moving by one place: nothing goes out of sight, and the phase band is a place to pass."""

from __future__ import annotations

from journey_editor.edit.lanes import set_band, set_lane
from journey_editor.edit.nudging import moved
from journey_editor.edit.phases import set_phase
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from tests.builders import journey, lane, phase, project, tp


def three_by_three() -> Project:
    rows = (
        lane("touchpoints", "top", {"s1": (tp("a"), tp("b"), tp("c")), "s3": (tp("d"),)}),
        lane("notes", "middle"),
        lane("touchpoints", "bottom"),
    )
    return project(journey((phase("p1", "s1"), phase("p2", "s2"), phase("p3", "s3", "s4")), rows))


def places(made: Project) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row, step, card in all_cards(made.maps[0]):
        found.setdefault(f"{row.id}/{step}", []).append(card.id)
    return found


def test_cards_of_a_cell_move_as_one_and_keep_their_place() -> None:
    made = moved(three_by_three(), ("b", "c"), "up")
    assert places(made)["top/s1"] == ["b", "c", "a"]
    made = moved(three_by_three(), ("a", "b"), "down")
    assert places(made)["top/s1"] == ["c", "a", "b"]
    made = moved(three_by_three(), ("a", "c"), "right")
    assert places(made)["top/s2"] == ["a", "c"]


def test_hidden_lanes_and_phases_are_passed_over() -> None:
    start = set_phase(set_lane(three_by_three(), "bottom", hidden=True), "p2", hidden=True)
    assert moved(start, ("c",), "down") is start
    assert places(moved(start, ("a",), "right"))["top/s3"] == ["a", "d"]
    assert [known.id for known in moved(start, ("p1",), "right").maps[0].phases] == ["p2", "p3", "p1"]
    assert [known.id for known in moved(start, ("p3",), "left").maps[0].phases] == ["p3", "p1", "p2"]


def test_a_lane_passes_the_phase_band_before_it_passes_another_lane() -> None:
    start = set_band(three_by_three(), "map", "top")
    up = moved(start, ("middle",), "up")
    assert [known.id for known in up.maps[0].lanes] == ["top", "middle", "bottom"]
    assert up.maps[0].band_below == "middle"
    up = moved(up, ("middle",), "up")
    assert [known.id for known in up.maps[0].lanes] == ["middle", "top", "bottom"]
    assert up.maps[0].band_below == "top"
    down = moved(moved(up, ("middle",), "down"), ("middle",), "down")
    assert [known.id for known in down.maps[0].lanes] == ["top", "middle", "bottom"]
    assert down.maps[0].band_below == "top"


def test_phases_move_down_as_well_for_so_they_stand_in_the_outline_but_lanes_never_sideways() -> None:
    start = three_by_three()
    assert [known.id for known in moved(start, ("p1",), "down").maps[0].phases] == ["p2", "p1", "p3"]
    assert moved(start, ("top",), "right") is start
