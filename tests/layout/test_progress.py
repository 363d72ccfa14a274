"""A large map is laid out in parts: each shows all lanes, and in the end it is the layout that one go gives."""

from __future__ import annotations

from journey_editor.edit.cards import set_card
from journey_editor.edit.lanes import set_lane
from journey_editor.layout.compose import Layouter
from journey_editor.layout.result import Layout
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from tests.benchmarks import generator

from .test_compose import ink

PROJECT = generator.project(300)
MAP = PROJECT.maps[0].id


def parts(layouter: Layouter, project: Project) -> list[Layout]:
    """What is shown until all is there, with no time to spare."""
    made = [layouter.layout(project, MAP, seconds=0.0)]
    while not made[-1].complete:
        assert len(made) < 30
        made.append(layouter.layout(project, MAP, seconds=0.0))
    return made


def test_parts_add_up_to_the_layout_that_one_go_gives() -> None:
    made = parts(Layouter(), PROJECT)
    assert len(made) > 3
    whole = Layouter().layout(PROJECT, MAP)
    assert ink(made[-1]) == ink(whole)
    assert list(made[-1].cards()) == list(whole.cards())
    assert made[-1].lines == whole.lines


def test_each_part_has_every_lane_and_never_half_a_row() -> None:
    made = parts(Layouter(), PROJECT)
    whole = made[-1]
    for part in made[:-1]:
        assert [row.lane for row in part.rows] == [row.lane for row in whole.rows]
        for row in part.rows:
            done = whole.row(row.lane)
            assert done is not None
            if row.lane in part.awaited:
                assert not list(row.block.cells)
                assert done.h * 0.4 < row.h < done.h * 2.5
            else:
                assert row.block is done.block


def test_rows_that_are_there_stand_where_they_will_stand() -> None:
    first, *_, last = parts(Layouter(), PROJECT)
    for now, then in zip(first.rows, last.rows, strict=True):
        assert now.y == then.y
        if now.lane in first.awaited:
            break


def test_an_edit_in_between_is_in_the_end_result() -> None:
    layouter = Layouter()
    layouter.layout(PROJECT, MAP, seconds=0.0)
    edited = set_card(PROJECT, next(all_cards(PROJECT.maps[0]))[2].id, tags=("neu",))
    edited = set_lane(edited, PROJECT.maps[0].lanes[0].id, title="Anders")
    assert ink(parts(layouter, edited)[-1]) == ink(Layouter().layout(edited, MAP))


def test_a_collapsed_lane_waits_for_nothing() -> None:
    project = PROJECT
    for lane in PROJECT.maps[0].lanes:
        project = set_lane(project, lane.id, collapsed=True)
    assert Layouter().layout(project, MAP, seconds=0.0).complete
