"""Two maps side by side: what stands where in the one and in the other."""

from __future__ import annotations

from journey_editor.edit.lanes import add_lane
from journey_editor.edit.map_copies import duplicate_map
from journey_editor.edit.phases import add_phase, move_phase
from journey_editor.layout.compose import Layouter
from journey_editor.layout.result import Layout
from journey_editor.layout.side_by_side import Across
from journey_editor.model.comparing import compare
from journey_editor.model.ids import counting_ids
from journey_editor.model.project import Project
from journey_editor.model.queries import find_map
from tests.builders import large

NEW = counting_ids(9000)


def copied() -> tuple[Project, str, dict[str, str]]:
    project, copy = duplicate_map(large(3, 15, 1), "map", "to-be", new=NEW)
    return project, copy, {origin: key for key, origin in find_map(project, copy).origins.items()}


def laid_out(project: Project, copy: str) -> tuple[Layout, Layout, Across]:
    first, second = Layouter().layout(project, "map"), Layouter().layout(project, copy)
    return first, second, Across(first, second, compare(project, "map", copy).pairs)


def test_maps_that_are_the_same_scroll_alike() -> None:
    project, copy, _ = copied()
    first, _, across = laid_out(project, copy)
    for x, y in ((0.0, 0.0), (200.0, 90.0), (first.width, first.height)):
        assert across.there(x, y) == (x, y)
        assert across.back(x, y) == (x, y)


def test_what_is_behind_a_new_phase_stays_beside_its_pair() -> None:
    project, copy, here = copied()
    project, _ = add_phase(project, copy, before=here["p1"], new=NEW)
    project, _ = add_lane(project, copy, "notes", before=here["l1"], new=NEW)
    first, second, across = laid_out(project, copy)
    for origin in ("c1-7-0", "c2-12-0", "c0-0-0"):
        mine, theirs = first.card(origin), second.card(here[origin])
        assert mine is not None
        assert theirs is not None
        x, y = across.there(mine.x, mine.y)
        assert (round(x, 3), round(y, 3)) == (round(theirs.x, 3), round(theirs.y, 3))
        assert tuple(round(v, 3) for v in across.back(x, y)) == (round(mine.x, 3), round(mine.y, 3))


def test_a_phase_that_moved_does_not_turn_the_way_round() -> None:
    project, copy, here = copied()
    project = move_phase(project, here["p0"], None)
    first, second, across = laid_out(project, copy)
    places = [across.there(x, 50.0)[0] for x in range(0, int(first.width), 10)]
    assert places == sorted(places)
    assert across.there(first.width, first.height) == (second.width, second.height)
