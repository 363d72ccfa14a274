"""Points on the map find what is drawn there, and drops find their place."""

from __future__ import annotations

from journey_editor.layout.compose import Layouter
from journey_editor.layout.hit import card_slot, hit, lane_slot, phase_slot, step_slot
from journey_editor.layout.result import Box, Layout
from tests import builders


def layout_of_two_by_two() -> Layout:
    return Layouter().layout(builders.two_by_two(), "map")


def middle(box: Box | None) -> tuple[float, float]:
    assert box is not None
    return box.x + box.w / 2, box.y + box.h / 2


def test_each_thing_is_hit_in_its_middle() -> None:
    layout = layout_of_two_by_two()
    for thing, kind in (("a1", "card"), ("a3", "card"), ("p1", "phase"), ("p2", "phase"), ("b", "lane")):
        found = hit(layout, *middle(layout.box(thing)))
        assert found is not None
        assert (found.kind, found.id) == (kind, thing)


def test_an_empty_cell_is_hit_where_no_card_lies() -> None:
    layout = layout_of_two_by_two()
    found = hit(layout, *middle(layout.cell("b", "s1")))
    assert found is not None
    assert (found.kind, found.id) == ("cell", "b/s1")


def test_outside_the_map_nothing_is_hit() -> None:
    assert hit(layout_of_two_by_two(), -5.0, -5.0) is None


def test_a_path_is_hit_on_its_line() -> None:
    layout = Layouter().layout(builders.everything(), "mp-one")
    line = next(line for line in layout.lines if line.id == "pa-one")
    x, y = line.label[0] + 3, line.label[1] + line.label[3] / 2
    found = hit(layout, x, y)
    assert found is not None
    assert (found.kind, found.id) == ("path", "pa-one")


def test_a_card_lands_before_the_one_whose_upper_half_is_under_the_pointer() -> None:
    layout = layout_of_two_by_two()
    first, second = layout.card("a1"), layout.card("a2")
    assert first is not None
    assert second is not None
    slot = card_slot(layout, first.x + 5, first.y + 1)
    assert slot is not None
    assert (slot.lane, slot.step, slot.before) == ("a", "s1", "a1")
    slot = card_slot(layout, first.x + 5, first.y + first.h - 1)
    assert slot is not None
    assert slot.before == "a2"
    assert first.y + first.h <= slot.y <= second.y
    slot = card_slot(layout, second.x + 5, second.y + second.h)
    assert slot is not None
    assert slot.before is None
    assert slot.y > second.y + second.h


def test_cards_that_are_being_moved_count_as_gone() -> None:
    layout = layout_of_two_by_two()
    first = layout.card("a1")
    assert first is not None
    slot = card_slot(layout, first.x + 5, first.y + 1, frozenset({"a1"}))
    assert slot is not None
    assert slot.before == "a2"


def test_no_card_lands_on_the_phase_band_or_beside_the_columns() -> None:
    layout = layout_of_two_by_two()
    assert card_slot(layout, *middle(layout.box("p1"))) is None
    assert card_slot(layout, layout.left + 2, middle(layout.head_of("a"))[1]) is None


def test_phases_steps_and_lanes_land_before_the_nearer_half() -> None:
    layout = layout_of_two_by_two()
    p1, p2, lane = layout.box("p1"), layout.box("p2"), layout.head_of("b")
    assert p1 is not None
    assert p2 is not None
    assert lane is not None
    assert phase_slot(layout, p1.x + 1).before == "p1"
    assert phase_slot(layout, p2.x + 1).before == "p2"
    assert phase_slot(layout, p2.x + p2.w).before is None
    assert lane_slot(layout, lane.y + 1).before == "b"
    assert lane_slot(layout, layout.height).before is None
    phase, slot = step_slot(layout, p1.x + p1.w - 2) or ("", None)
    assert phase == "p1"
    assert slot is not None
    assert slot.before is None


def test_a_lane_lands_on_either_side_of_the_phase_band() -> None:
    project = builders.two_by_two()
    layout = Layouter().layout(project.evolve(maps=(project.maps[0].evolve(band_below="a"),)), "map")
    band = layout.row("")
    assert band is not None
    above, below = lane_slot(layout, band.y + 2), lane_slot(layout, band.y + band.h - 2)
    assert (above.before, above.above_band, above.y1) == ("b", True, band.y)
    assert (below.before, below.above_band, below.y1) == ("b", False, band.y + band.h)
