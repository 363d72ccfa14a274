"""Borders of columns and lanes under the mouse, and the marks of what is hidden."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from pytestqt.qtbot import QtBot

from journey_editor.canvas.borders import border_at
from journey_editor.canvas.marks import Refusal, Tip, Tucked
from journey_editor.canvas.selected import resting_marks
from journey_editor.canvas.view import MapView
from journey_editor.edit.phases import set_phase
from journey_editor.model.queries import find_lane, find_phase
from journey_editor.session import shaping
from journey_editor.session.session import Session

from .hands import LEFT, NO_KEY, NONE, carry, click, drag, middle, mouse


def right_of(view: MapView, phase: str) -> QPoint:
    """The border right of a phase, in the band."""
    box = view.map_layout.box(phase)
    assert box is not None
    return view.camera.pixel(box.x + box.w, box.y + box.h / 2).toPoint()


def under(view: MapView, lane: str) -> QPoint:
    box = view.map_layout.head_of(lane)
    assert box is not None
    return view.camera.pixel(box.x + box.w / 2, box.y + box.h).toPoint()


def test_a_column_follows_its_border_and_says_how_wide_it_is(view: MapView, session: Session) -> None:
    start = right_of(view, "p1")
    carry(view, start, start + QPoint(80, 0))
    tip = next(mark for mark in view.mouse.marks if isinstance(mark, Tip))
    wide = view.map_layout.column("s1")
    assert wide is not None
    assert tip.words == f"Column width: {round(wide.w)} pt"
    assert wide.w == pytest.approx(134 + 80 / view.camera.scale * view.camera.dpr, abs=1.0)
    assert not session.can_undo
    mouse(view, QEvent.Type.MouseButtonRelease, start + QPoint(80, 0), NONE, NO_KEY)
    assert find_phase(session.journey, "p1").steps[0].width == pytest.approx(wide.w, abs=0.6)
    assert session.undo_label == "Changed the column width: Notice"
    session.undo()
    assert not session.can_undo


def test_escape_gives_the_column_its_width_back(view: MapView, session: Session, qtbot: QtBot) -> None:
    before = view.map_layout.column("s1")
    carry(view, right_of(view, "p1"), right_of(view, "p1") + QPoint(80, 0))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.map_layout.column("s1") == before
    assert not session.can_undo


def test_selected_columns_get_one_width(view: MapView, session: Session) -> None:
    session.select(("p1", "p2"))
    start = right_of(view, "p2")
    drag(view, start, start + QPoint(60, 0))
    assert find_phase(session.journey, "p1").steps[0].width == find_phase(session.journey, "p2").steps[0].width > 134
    assert find_phase(session.journey, "p3").steps[0].width == 0


def test_a_width_near_that_of_the_others_is_theirs(view: MapView, session: Session) -> None:
    shaping.resize(session, "step", ("s1",), 200)
    start = right_of(view, "p1")
    by = round((134 - 200) * view.camera.scale / view.camera.dpr) + 2
    drag(view, start, start + QPoint(by, 0))
    assert find_phase(session.journey, "p1").steps[0].width == 134


def test_a_lane_gets_taller_and_never_lower_than_what_it_holds(view: MapView, session: Session) -> None:
    low = view.map_layout.row("online")
    assert low is not None
    start = under(view, "online")
    drag(view, start, start + QPoint(0, 70))
    assert find_lane(session.journey, "online").height > low.h + 30
    start = under(view, "online")
    drag(view, start, start - QPoint(0, 200))
    assert find_lane(session.journey, "online").height == 0
    now = view.map_layout.row("online")
    assert now is not None
    assert now.h == low.h


def test_the_heads_of_all_lanes_get_wider(view: MapView, session: Session) -> None:
    box = view.map_layout.head_of("shop")
    assert box is not None
    start = view.camera.pixel(box.x + box.w, box.y + 10).toPoint()
    drag(view, start, start + QPoint(50, 0))
    assert session.journey.theme.head > 88
    assert session.undo_label == "Changed the width of the lane heads"


def test_a_double_click_makes_a_size_automatic_again(view: MapView, session: Session) -> None:
    shaping.resize(session, "step", ("s1",), 300)
    mouse(view, QEvent.Type.MouseButtonDblClick, right_of(view, "p1"), LEFT, NO_KEY)
    assert find_phase(session.journey, "p1").steps[0].width == 0
    assert view.in_place.editor is None


def test_the_pointer_says_that_a_border_can_be_dragged(view: MapView) -> None:
    mouse(view, QEvent.Type.MouseMove, right_of(view, "p1"), NONE, NO_KEY)
    assert view.viewport().cursor().shape() == Qt.CursorShape.SplitHCursor
    mouse(view, QEvent.Type.MouseMove, under(view, "shop"), NONE, NO_KEY)
    assert view.viewport().cursor().shape() == Qt.CursorShape.SplitVCursor
    mouse(view, QEvent.Type.MouseMove, middle(view, "mood/s2"), NONE, NO_KEY)
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_there_is_no_border_among_the_cards(view: MapView) -> None:
    layout = view.map_layout
    column, row = layout.columns[0], layout.row("shop")
    assert row is not None
    assert border_at(layout, column.x + column.w, row.y + row.h / 2, 3.0) is None


def test_a_mark_shows_where_something_is_hidden_and_a_click_brings_it_back(view: MapView, session: Session) -> None:
    said: list[str] = []
    view.hint_changed.connect(said.append)
    shaping.hide(session, ("p2", "online"))
    marks = [mark for mark in resting_marks(view) if isinstance(mark, Tucked)]
    assert [mark.ids for mark in marks] == [("p2",), ("online",)]
    at = view.camera.pixel(marks[0].x, marks[0].y).toPoint()
    mouse(view, QEvent.Type.MouseMove, at, NONE, NO_KEY)
    assert said[-1] == "Hidden: Compare. A click shows it again."
    click(view, at)
    assert not find_phase(session.journey, "p2").hidden
    assert session.undo_label == "Showed phase “Compare” again"
    assert find_lane(session.journey, "online").hidden


def test_hidden_at_the_end_and_all_of_it_can_be_brought_back(view: MapView, session: Session) -> None:
    shaping.hide(session, ("p1", "p2", "p3"))
    (mark,) = [mark for mark in resting_marks(view) if isinstance(mark, Tucked)]
    assert mark.ids == ("p1", "p2", "p3")
    click(view, view.camera.pixel(mark.x, mark.y).toPoint())
    assert shaping.hidden(session.journey) == ()


def test_a_refusal_stands_beside_the_pointer_and_nothing_is_dropped(view: MapView, session: Session) -> None:
    carry(view, middle(view, "a"), middle(view, "figures/s2"))
    tip = next(mark for mark in view.mouse.marks if isinstance(mark, Tip))
    assert tip == Tip(tip.x, tip.y, "A touchpoint needs a lane of touchpoints.", True)
    assert view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    mouse(view, QEvent.Type.MouseButtonRelease, middle(view, "figures/s2"), NONE, NO_KEY)
    assert view.viewport().cursor().shape() != Qt.CursorShape.ForbiddenCursor
    assert not session.can_undo


def test_the_only_step_of_a_phase_cannot_be_dragged_out_of_it(view: MapView, session: Session) -> None:
    session.apply("Name", lambda project: shaping.resized(project, "map", "step", ("s1",), 0))
    session.apply("Steps", lambda project: set_phase(project, "p2", goal=""))
    from journey_editor.edit.steps import set_step

    session.apply("Step", lambda project: set_step(project, "s1", title="Look"))
    box = view.map_layout.box("s1")
    assert box is not None
    start = view.camera.pixel(box.x + box.w / 2, box.y + box.h - 4).toPoint()
    carry(view, start, middle(view, "p3"))
    assert any(isinstance(mark, Refusal) for mark in view.mouse.marks)


def test_alt_drags_a_copy(view: MapView, session: Session) -> None:
    drag(view, middle(view, "a"), middle(view, "shop/s3"), Qt.KeyboardModifier.AltModifier)
    assert session.undo_label == "Copied touchpoint “Card a” to Buy"
