"""Undo and redo as values."""

from __future__ import annotations

from datetime import datetime

import pytest

from journey_editor.edit.history import History
from journey_editor.edit.phases import set_phase
from journey_editor.model.project import Project
from tests.builders import two_by_two


def _titled(project: Project, title: str) -> Project:
    return set_phase(project, "p1", title=title)


def test_undo_gives_back_the_very_value_and_redo_the_later_one() -> None:
    first = two_by_two()
    second = _titled(first, "x")
    history = History(first).push(second, "Rename", ("p1",), ("p2",))
    assert history.undo().present is first
    assert history.undo().redo().present is second
    assert history.undo().redo() == history


def test_labels_and_selections_belong_to_the_step() -> None:
    first = two_by_two()
    history = History(first).push(_titled(first, "x"), "Rename", ("p1",), ("p2",))
    assert (history.undo_label, history.redo_label) == ("Rename", "")
    assert history.past[-1].before == ("p1",)
    assert (history.undo().undo_label, history.undo().redo_label) == ("", "Rename")
    assert history.undo().future[0].after == ("p2",)


def test_nothing_to_undo_or_redo_is_no_change() -> None:
    history = History(two_by_two())
    assert history.undo() is history
    assert history.redo() is history
    assert not history.can_undo
    assert not history.can_redo


def test_a_step_that_changes_nothing_is_none_and_leaves_redo() -> None:
    first = two_by_two()
    undone = History(first).push(_titled(first, "x"), "Rename").undo()
    assert undone.push(first, "Nothing") is undone
    assert undone.push(two_by_two(), "Equal") is undone
    assert undone.can_redo


def test_a_new_step_ends_the_future() -> None:
    first = two_by_two()
    history = History(first).push(_titled(first, "x"), "One").undo().push(_titled(first, "y"), "Two")
    assert not history.can_redo
    assert [step.label for step in history.past] == ["Two"]


def test_typing_is_one_step() -> None:
    first = two_by_two()
    history = History(first)
    for text in ("x", "xy", "xyz"):
        history = history.push(_titled(history.present, text), "Type", merge=("title", "p1"))
    assert len(history.past) == 1
    assert history.undo().present is first


def test_typing_goes_on_in_a_new_step_after_a_pause_another_field_or_an_undo() -> None:
    history = History(two_by_two())
    history = history.push(_titled(history.present, "x"), "Type", merge=1).close()
    history = history.push(_titled(history.present, "xy"), "Type", merge=1)
    history = history.push(_titled(history.present, "xyz"), "Type", merge=2)
    assert len(history.past) == 3
    history = history.undo().push(_titled(history.present, "other"), "Type", merge=2)
    assert len(history.past) == 3


def test_typing_back_to_the_beginning_takes_the_step_away() -> None:
    first = two_by_two()
    history = History(first).push(_titled(first, "x"), "Type", merge=1)
    history = history.push(_titled(history.present, "p1"), "Type", merge=1)
    assert history.present is first
    assert not history.can_undo


def test_the_present_can_be_put_in_another_form_without_a_step() -> None:
    first = two_by_two()
    history = History(first).push(_titled(first, "x"), "Type", merge=1)
    dated = history.present.evolve(modified="2026-03-22T14:05:00Z")
    history = history.with_present(dated)
    assert history.present is dated
    assert history.undo().redo().present is dated
    assert len(history.push(_titled(dated, "xy"), "Type", merge=1).past) == 2, "saving ends the typing"


def _of(n: int) -> History:
    history = History(two_by_two())
    for k in range(n):
        history = history.push(_titled(history.present, f"t{k}"), f"step {k}", (f"b{k}",), (f"a{k}",))
    return history


def test_going_to_a_step_is_undoing_or_redoing_up_to_it() -> None:
    history = _of(5)
    by_hand = history
    for done in (4, 3, 2, 1, 0):
        by_hand = by_hand.undo()
        assert history.at(done) == by_hand
        assert history.at(done).present is by_hand.present
    for done in (1, 2, 3, 4, 5):
        by_hand = by_hand.redo()
        assert history.at(0).at(done) == by_hand
    assert history.at(2).at(4).undo() == history.at(3)
    assert history.at(5) is history


def test_there_is_no_step_beyond_the_ends() -> None:
    for done in (-1, 3):
        with pytest.raises(IndexError):
            _of(2).at(done)


def test_a_step_that_goes_on_bears_the_time_of_its_last_part() -> None:
    first, noon, later = two_by_two(), datetime(2026, 1, 1, 12), datetime(2026, 1, 1, 12, 5)
    history = History(first).push(_titled(first, "x"), "Type", merge="k", when=noon)
    assert history.past[-1].when == noon
    history = history.push(_titled(first, "xy"), "Type", merge="k", when=later)
    assert [step.when for step in history.past] == [later]
    assert history.undo().redo().past[-1].when == later


def test_typing_back_to_the_beginning_leaves_the_steps_before_it() -> None:
    history = _of(2)
    typed = history.push(_titled(history.present, "x"), "Type", merge=1)
    assert typed.push(history.present, "Type", merge=1).past == history.past
    back = typed.push(_titled(history.present, "t1"), "Type", merge=1)
    assert back.past == history.past
    # what comes next is a step of its own, whatever it would have joined
    assert len(back.push(_titled(history.present, "y"), "Type", merge=1).past) == 3
    assert not back.can_redo


def test_a_step_that_goes_on_selects_what_its_last_part_did() -> None:
    first = two_by_two()
    history = History(first).push(_titled(first, "x"), "Type", ("p1",), ("p2",), merge=1)
    history = history.push(_titled(first, "xy"), "Other", ("p3",), ("p4",), merge=1)
    assert [(step.label, step.before, step.after) for step in history.past] == [("Type", ("p1",), ("p4",))]
    assert history.undo().push(_titled(first, "z"), "Type", merge=1).past[0].project is first
    kept = history.undo()
    assert kept.close() is kept
    assert history.with_present(history.present) is history  # so that typing goes on in the same step
    assert history.close() is not history
    assert history.close().close().open_key is None
