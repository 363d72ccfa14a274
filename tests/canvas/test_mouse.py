"""Clicking and dragging on the map with a mouse; each drag is one step that undo takes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.canvas.marks import DropLine, Ghost, Hovered, Offer, Origin, Refusal, Selected, Target
from journey_editor.canvas.view import MapView
from journey_editor.edit.lanes import set_band
from journey_editor.model.queries import cards_at, find_lane
from journey_editor.session.session import Session

from .hands import CTRL, NONE, SHIFT, carry, click, drag, middle, mouse, pixel


def cards(session: Session, lane: str, step: str) -> tuple[str, ...]:
    return tuple(card.id for card in cards_at(find_lane(session.journey, lane), step))


def marks(view: MapView, kind: type) -> list[object]:
    return [mark for mark in view.mouse.marks if isinstance(mark, kind)]


def test_a_click_selects_a_card_a_phase_a_lane_and_a_path(view: MapView, session: Session) -> None:
    for thing in ("a", "p2", "notes"):
        click(view, middle(view, thing))
        assert session.selection == (thing,)
    line = next(line for line in view.map_layout.lines if line.id == "way")
    (x1, y1), (x2, y2) = line.corners[0], line.corners[1]
    click(view, view.camera.pixel((x1 + x2) / 2, (y1 + y2) / 2).toPoint())
    assert session.selection == ("way",)


def test_a_click_on_empty_ground_selects_nothing(view: MapView, session: Session) -> None:
    session.select(("a",))
    click(view, middle(view, "online/s2"))
    assert session.selection == ()
    assert view.here == "online/s2"


def test_ctrl_and_shift_add_and_take_away(view: MapView, session: Session) -> None:
    click(view, middle(view, "a"))
    click(view, middle(view, "c"), CTRL)
    click(view, middle(view, "e"), SHIFT)
    assert session.selection == ("a", "c", "e")
    click(view, middle(view, "c"), CTRL)
    assert session.selection == ("a", "e")


def test_a_click_never_makes_a_step_of_history(view: MapView, session: Session) -> None:
    click(view, middle(view, "a"))
    drag(view, middle(view, "a"), middle(view, "a") + QPoint(1, 1))
    assert not session.can_undo


def test_dragging_a_card_to_another_cell_moves_it_and_undo_brings_it_back(view: MapView, session: Session) -> None:
    before = session.project
    drag(view, middle(view, "b"), middle(view, "online/s2"))
    assert cards(session, "online", "s2") == ("b",)
    assert session.selection == ("b",)
    assert session.undo_label == "Moved touchpoint “Card b” to Compare"
    session.undo()
    assert session.project is before


def test_dragging_within_a_cell_changes_the_order(view: MapView, session: Session) -> None:
    drag(view, middle(view, "b"), pixel(view, "a", 0.5, 0.1))
    assert cards(session, "shop", "s1") == ("b", "a")


def test_dropping_a_card_where_it_was_changes_nothing(view: MapView, session: Session) -> None:
    drag(view, middle(view, "a"), middle(view, "a") + QPoint(12, 4))
    assert not session.can_undo


def test_several_cards_are_dragged_at_once(view: MapView, session: Session) -> None:
    session.select(("a", "d"))
    carry(view, middle(view, "d"), middle(view, "shop/s3"))
    ghost = marks(view, Ghost)[0]
    assert isinstance(ghost, Ghost)
    assert ghost.number == 2
    assert len(marks(view, Origin)) == 2
    mouse(view, QEvent.Type.MouseButtonRelease, middle(view, "shop/s3"), NONE, Qt.KeyboardModifier.NoModifier)
    assert cards(session, "shop", "s3") == ("a", "d")
    assert session.undo_label == "Moved 2 touchpoints to Buy"


def test_ctrl_copies_what_is_dragged(view: MapView, session: Session) -> None:
    drag(view, middle(view, "a"), middle(view, "shop/s3"), CTRL)
    assert cards(session, "shop", "s1") == ("a", "b")
    (copy,) = cards(session, "shop", "s3")
    assert session.selection == (copy,)
    session.undo()
    assert cards(session, "shop", "s3") == ()


def test_a_drag_says_in_words_what_release_will_do(view: MapView, qtbot: QtBot) -> None:
    said: list[str] = []
    view.hint_changed.connect(said.append)
    carry(view, middle(view, "a"), pixel(view, "c", 0.5, 0.9))
    assert said[-1] == "Move “Card a” to Shop, Compare"
    assert len(marks(view, DropLine)) == 1
    assert len(marks(view, Target)) == 1
    mouse(view, QEvent.Type.MouseMove, pixel(view, "c", 0.5, 0.1), Qt.MouseButton.LeftButton, CTRL)
    assert said[-1] == "Copy “Card a” to Shop, Compare, before “Card c”"


def test_a_place_that_cannot_take_a_card_says_so_and_takes_nothing(view: MapView, session: Session) -> None:
    said: list[str] = []
    view.hint_changed.connect(said.append)
    carry(view, middle(view, "a"), middle(view, "figures/s2"))
    assert len(marks(view, Refusal)) == 1
    assert said[-1] == "A touchpoint needs a lane of touchpoints."
    mouse(view, QEvent.Type.MouseButtonRelease, middle(view, "figures/s2"), NONE, Qt.KeyboardModifier.NoModifier)
    assert not session.can_undo


def test_escape_drops_a_drag(view: MapView, session: Session, qtbot: QtBot) -> None:
    carry(view, middle(view, "a"), middle(view, "shop/s3"))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.mouse.marks == ()
    mouse(view, QEvent.Type.MouseButtonRelease, middle(view, "shop/s3"), NONE, Qt.KeyboardModifier.NoModifier)
    assert not session.can_undo


def test_a_phase_is_dragged_by_its_chevron(view: MapView, session: Session) -> None:
    drag(view, middle(view, "p3"), pixel(view, "p1", 0.2, 0.5))
    assert [phase.id for phase in session.journey.phases] == ["p3", "p1", "p2"]
    assert session.undo_label == "Moved phase “Buy” before “Notice”"


def test_a_lane_is_dragged_by_its_head(view: MapView, session: Session) -> None:
    drag(view, middle(view, "notes"), pixel(view, "shop", 0.5, 0.2))
    assert [lane.id for lane in session.journey.lanes][:3] == ["notes", "shop", "online"]
    session.undo()
    assert [lane.id for lane in session.journey.lanes][:3] == ["shop", "online", "notes"]


def test_the_phase_band_is_dragged_between_the_lanes(view: MapView, session: Session) -> None:
    band = view.map_layout.head_of("")
    assert band is not None
    start = view.camera.pixel(band.x + 10, band.y + band.h / 2).toPoint()
    drag(view, start, pixel(view, "online", 0.3, 0.2))
    assert session.journey.band_below == "shop"


def test_a_lane_is_dropped_as_the_last_above_the_phase_band(view: MapView, session: Session) -> None:
    session.apply("Band", lambda project: set_band(project, session.map_id, "shop"))
    band = view.map_layout.head_of("")
    assert band is not None
    drag(view, middle(view, "notes"), view.camera.pixel(band.x + 10, band.y + 3).toPoint())
    assert [lane.id for lane in session.journey.lanes][:3] == ["shop", "notes", "online"]
    assert session.journey.band_below == "notes"


def test_a_rectangle_over_empty_ground_selects_the_cards_in_it(view: MapView, session: Session) -> None:
    start = pixel(view, "shop/s2", 0.5, 0.97)
    drag(view, start, pixel(view, "shop/s1", 0.02, 0.02))
    assert set(session.selection) == {"a", "b", "c"}


def test_what_a_rectangle_would_select_shows_already(view: MapView) -> None:
    carry(view, pixel(view, "shop/s2", 0.5, 0.97), pixel(view, "shop/s1", 0.02, 0.02))
    assert {mark.box.id for mark in view.mouse.marks if isinstance(mark, Selected)} == {"a", "b", "c"}


def test_a_path_is_pulled_out_of_the_handle_of_a_selected_card(view: MapView, session: Session) -> None:
    click(view, middle(view, "d"))
    drag(view, pixel(view, "d", 1.0, 0.5), middle(view, "e"))
    assert ("d", "e") in [(path.source, path.target) for path in session.journey.paths]
    assert session.undo_label == "Drew a path from “Card d” to “Card e”"


def test_a_path_to_a_note_is_not_made(view: MapView, session: Session) -> None:
    click(view, middle(view, "d"))
    drag(view, pixel(view, "d", 1.0, 0.5), middle(view, "n"))
    assert not session.can_undo


def test_the_card_and_the_empty_cell_under_the_pointer_are_shown(view: MapView) -> None:
    mouse(view, QEvent.Type.MouseMove, middle(view, "a"), NONE, Qt.KeyboardModifier.NoModifier)
    assert isinstance(view.mouse.marks[0], Hovered)
    mouse(view, QEvent.Type.MouseMove, middle(view, "online/s2"), NONE, Qt.KeyboardModifier.NoModifier)
    assert isinstance(view.mouse.marks[0], Offer)
    mouse(view, QEvent.Type.MouseMove, middle(view, "mood/s2"), NONE, Qt.KeyboardModifier.NoModifier)
    assert view.mouse.marks == ()


def test_a_double_click_into_an_empty_cell_adds_a_card_and_edits_it(
    view: MapView, session: Session, qtbot: QtBot
) -> None:
    at = middle(view, "online/s2")
    mouse(view, QEvent.Type.MouseButtonDblClick, at, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    editor = view.in_place.editor
    assert editor is not None
    qtbot.keyClicks(editor, "Call us")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    (card,) = cards_at(find_lane(session.journey, "online"), "s2")
    assert getattr(card, "title", "") == "Call us"


def test_the_menu_is_asked_for_what_lies_under_the_pointer(view: MapView, session: Session, qtbot: QtBot) -> None:
    at = middle(view, "c")
    with qtbot.waitSignal(view.context_menu_wanted) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), event)
    assert asked.args is not None
    assert asked.args[1] == ("c",)


def wheel(view: MapView, at: QPoint, notches: int, keys: Qt.KeyboardModifier) -> None:
    phase = Qt.ScrollPhase.NoScrollPhase
    place, buttons = QPointF(at), Qt.MouseButton.NoButton
    turn = QPoint(0, 120 * notches)
    event = QWheelEvent(place, QPointF(view.mapToGlobal(at)), QPoint(), turn, buttons, keys, phase, False)
    QApplication.sendEvent(view.viewport(), event)


def test_ctrl_and_the_wheel_zoom_at_the_pointer(view: MapView) -> None:
    view.set_zoom(2.0)
    view.camera.scroll_to(QPointF(300, 200))
    view.pan(0, 0)
    at = QPoint(420, 310)
    before = view.camera.point(QPointF(at))
    wheel(view, at, 2, CTRL)
    assert view.zoom == pytest.approx(2.88)
    after = view.camera.point(QPointF(at))
    assert after == pytest.approx(before, abs=0.5)


def test_the_wheel_scrolls_and_shift_makes_it_go_sideways(view: MapView) -> None:
    view.set_zoom(3.0)
    view.pan(10_000, 10_000)
    top, left = view.verticalScrollBar().value(), view.horizontalScrollBar().value()
    wheel(view, QPoint(300, 300), -1, Qt.KeyboardModifier.NoModifier)
    assert (view.verticalScrollBar().value() > top, view.horizontalScrollBar().value() == left) == (True, True)
    wheel(view, QPoint(300, 300), -1, SHIFT)
    assert view.horizontalScrollBar().value() > left


def test_space_and_drag_move_the_paper(view: MapView, session: Session, qtbot: QtBot) -> None:
    view.set_zoom(3.0)
    view.pan(10_000, 10_000)
    before = view.camera.origin
    qtbot.keyPress(view, Qt.Key.Key_Space)
    drag(view, QPoint(500, 400), QPoint(440, 370))
    qtbot.keyRelease(view, Qt.Key.Key_Space)
    assert view.camera.origin - before == QPoint(-60, -30)
    assert session.selection == ()
