"""Switching a map between the band at the top and the mirror."""

from __future__ import annotations

from journey_editor.edit.lanes import set_lane
from journey_editor.edit.mirror import arrange
from journey_editor.model.project import Channel, Project
from journey_editor.model.sides import is_mirrored
from tests.builders import everything, journey, lane, phase, project, tp


def mixed() -> Project:
    return project(
        journey(
            [phase("p1", "s1")],
            [
                lane("touchpoints", "low", mode="offline"),
                lane("emotion", "curve"),
                lane(
                    "touchpoints",
                    "web",
                    {"s1": [tp("a", channel="web"), tp("b", mode="offline"), tp("c", mode="online")]},
                ),
                lane("notes", "up", mode="online"),
                lane("touchpoints", "even", {"s1": [tp("d", mode="offline"), tp("e", mode="online")]}),
            ],
        ),
        channels=(Channel(id="web", mode="online"),),
    )


def rows(after: Project) -> list[str]:
    return [row.id for row in after.maps[0].lanes]


def test_lanes_find_their_side_by_mode_or_by_most_of_their_touchpoints() -> None:
    after = arrange(mixed(), "map", "mirror")
    assert rows(after) == ["web", "up", "low", "curve", "even"]
    assert (after.maps[0].band_below, after.maps[0].theme.band) == ("up", "funnel")
    assert is_mirrored(after.maps[0])


def test_a_mirror_map_is_left_alone() -> None:
    after = arrange(mixed(), "map", "mirror")
    assert arrange(after, "map", "mirror") is after


def test_a_lane_without_a_side_stays_above_the_band() -> None:
    before = everything()
    after = arrange(before, "mp-one", "mirror")
    assert rows(after) == rows(before)
    moved = arrange(
        before.evolve(maps=(before.maps[0].evolve(band_below="ln-notes"), *before.maps[1:])), "mp-one", "mirror"
    )
    assert moved.maps[0].band_below == "ln-notes"
    assert rows(moved)[:3] == ["ln-online", "ln-notes", "ln-offline"]


def test_the_way_back_puts_the_band_over_all_lanes() -> None:
    after = arrange(arrange(mixed(), "map", "mirror"), "map", "top")
    assert (after.maps[0].band_below, after.maps[0].theme.band) == ("", "chevrons")
    assert not is_mirrored(after.maps[0])
    assert arrange(mixed(), "map", "top") == mixed()


def test_where_nothing_is_online_the_funnel_waits_at_the_top() -> None:
    before = project(journey([phase("p1")], [lane("touchpoints", "low", mode="offline")]))
    after = arrange(before, "map", "mirror")
    assert (after.maps[0].band_below, after.maps[0].theme.band) == ("", "funnel")
    assert is_mirrored(after.maps[0])


def test_another_mode_takes_a_lane_of_a_mirror_map_to_its_side() -> None:
    before = arrange(mixed(), "map", "mirror")
    up = set_lane(before, "curve", mode="online")
    assert rows(up) == ["web", "up", "curve", "low", "even"]
    assert up.maps[0].band_below == "curve"
    down = set_lane(up, "curve", mode="offline")
    assert (rows(down), down.maps[0].band_below) == (["web", "up", "curve", "low", "even"], "up")
    alone = set_lane(set_lane(before, "up", mode="offline"), "web", mode="offline")
    assert (rows(alone)[:2], alone.maps[0].band_below) == (["web", "up"], "")


def test_in_other_maps_and_without_a_mode_a_lane_stays() -> None:
    assert rows(set_lane(mixed(), "curve", mode="online")) == rows(mixed())
    before = arrange(mixed(), "map", "mirror")
    assert rows(set_lane(before, "up", mode="")) == rows(set_lane(before, "low", mode="both")) == rows(before)
