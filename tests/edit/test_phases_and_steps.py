"""Phases and steps: adding, moving and deleting columns with all that lies in them."""

from __future__ import annotations

import pytest

from journey_editor.edit.change import EditError
from journey_editor.edit.phases import add_phase, delete_phase, move_phase, set_phase
from journey_editor.edit.steps import add_step, delete_step, move_step, set_step
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import steps
from tests.builders import everything, two_by_two


def _phases(project: Project) -> list[str]:
    return [phase.id for phase in project.maps[0].phases]


def _steps(journey: JourneyMap) -> list[str]:
    return [step.id for step in steps(journey)]


def _columns_of_lane_a(project: Project) -> list[str]:
    return [cell.step for cell in project.maps[0].lanes[0].cells]  # type: ignore[union-attr]


def test_a_new_phase_has_one_unnamed_step_and_stands_where_it_was_dropped() -> None:
    project, key = add_phase(two_by_two(), "map", title="New", before="p2", new=counting_ids())
    assert _phases(project) == ["p1", key, "p2"]
    phase = project.maps[0].phases[1]
    assert phase.title == "New"
    assert [step.title for step in phase.steps] == [""]


def test_a_new_phase_goes_to_the_end_without_a_place() -> None:
    project, key = add_phase(two_by_two(), "map", new=counting_ids())
    assert _phases(project) == ["p1", "p2", key]


def test_moving_a_phase_takes_its_cells_along() -> None:
    project = move_phase(two_by_two(), "p2", before="p1")
    assert _phases(project) == ["p2", "p1"]
    assert _columns_of_lane_a(project) == ["s3", "s1"]
    assert problems(project) == ()


def test_moving_a_phase_to_where_it_stands_is_no_change() -> None:
    project = two_by_two()
    assert move_phase(project, "p1", before="p2") is project
    assert move_phase(project, "p1", before="p1") is project
    assert move_phase(project, "p2", before=None) is project


def test_deleting_a_phase_deletes_its_cells_paths_counterparts_points_marks_and_translations() -> None:
    project = delete_phase(everything(), "ph-before")
    journey = project.maps[0]
    assert _phases(project) == ["ph-after"]
    assert journey.paths == ()
    assert journey.counterparts == ()
    assert not [key for key in project.translations["en"] if key.startswith(("ph-before.", "tp-web.", "pa-one."))]
    assert "pt-one.label" in project.translations["en"], "the point lies in the other phase"
    assert problems(project) == ()


def test_deleting_the_last_phase_leaves_an_empty_map() -> None:
    project = delete_phase(delete_phase(everything(), "ph-before"), "ph-after")
    assert project.maps[0].phases == ()
    assert problems(project) == ()


def test_setting_a_phase_to_what_it_is_gives_the_same_project() -> None:
    project = two_by_two()
    assert set_phase(project, "p1", title="p1", goal="") is project


def test_a_phase_refuses_a_colour_that_is_none() -> None:
    with pytest.raises(EditError, match="A colour is written like"):
        set_phase(two_by_two(), "p1", color="red")


def test_the_steps_of_a_phase_cannot_be_set_from_outside() -> None:
    with pytest.raises(AttributeError):
        set_phase(two_by_two(), "p1", steps=())


def test_what_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(EditError, match="“nobody”"):
        set_phase(two_by_two(), "nobody", title="x")


def test_splitting_a_phase_adds_an_empty_column() -> None:
    project, key = add_step(two_by_two(), "p1", title="between", before="s2", new=counting_ids())
    assert _steps(project.maps[0]) == ["s1", key, "s2", "s3"]
    assert _columns_of_lane_a(project) == ["s1", "s3"]


def test_moving_a_step_to_another_phase_takes_its_cells_along() -> None:
    project = move_step(two_by_two(), "s1", "p2", before=None)
    assert _steps(project.maps[0]) == ["s2", "s3", "s1"]
    assert _columns_of_lane_a(project) == ["s3", "s1"]
    assert problems(project) == ()


def test_moving_a_step_within_its_phase_sorts_the_cells() -> None:
    project = move_step(two_by_two(), "s2", "p1", before="s1")
    assert _steps(project.maps[0]) == ["s2", "s1", "s3"]
    assert problems(project) == ()


@pytest.mark.parametrize("edit", [lambda p: delete_step(p, "s3"), lambda p: move_step(p, "s3", "p1", None)])
def test_the_last_step_of_a_phase_stays(edit) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(EditError, match="at least one step"):
        edit(two_by_two())


def test_a_step_does_not_leave_its_map() -> None:
    with pytest.raises(EditError, match="its own map"):
        move_step(everything(), "st-see", "ph-x", None)


def test_deleting_a_step_deletes_what_lies_in_it() -> None:
    project = delete_step(everything(), "st-ask")
    assert _steps(project.maps[0]) == ["st-see", "st-use"]
    assert project.maps[0].paths == ()
    assert problems(project) == ()


def test_a_step_can_be_named_and_widened() -> None:
    before = two_by_two()
    first, second = set_step(before, "s2", title="Second", width=120.0).maps[0].phases[0].steps
    assert (second.title, second.width) == ("Second", 120.0)
    assert first is before.maps[0].phases[0].steps[0]
