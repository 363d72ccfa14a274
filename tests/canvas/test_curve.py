"""The emotion curve under mouse and keyboard: dragging, setting and deleting points; each is one step of history."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.canvas.curve_spots import open_spots, points
from journey_editor.canvas.marks import Bubble, HeldPoint, OpenPoint
from journey_editor.canvas.names import spoken
from journey_editor.canvas.selected import resting_marks
from journey_editor.canvas.view import MapView
from journey_editor.edit.cards import delete_cards, set_emotion
from journey_editor.edit.curves import add_point, set_point
from journey_editor.edit.lanes import set_lane
from journey_editor.edit.personas import add_persona
from journey_editor.model.cards import Touchpoint
from journey_editor.model.lanes import EmotionLane
from journey_editor.model.project import Project
from journey_editor.model.queries import find_card, find_lane
from journey_editor.session.session import Session

from .hands import NO_KEY, NONE, carry, click, drag, middle, mouse

K = Qt.Key


def value(session: Session, card: str, persona: str = "mira", *, expected: bool = False) -> float | None:
    found = find_card(session.journey, card)
    assert isinstance(found, Touchpoint)
    felt = next((emotion for emotion in found.emotions if emotion.persona == persona), None)
    return None if felt is None else felt.expected if expected else felt.value


def at(view: MapView, card: str, persona: str = "mira", *, expected: bool = False) -> QPoint:
    """The pixel of a point of the curve."""
    wanted = (card, persona, expected)
    there = next(p for p in points(view.map_layout, "mood") if (p.spot.at, p.spot.persona, p.spot.expected) == wanted)
    return view.camera.pixel(there.x, there.y).toPoint()


def level(view: MapView, feeling: float) -> int:
    """The pixels that a feeling lies above the zero line."""
    row = view.map_layout.row("mood")
    assert row is not None
    return round(feeling * (row.h / 2 - 16) / 2 * view.camera.scale)


def bubbles(view: MapView) -> list[str]:
    return [mark.words for mark in (*view.mouse.marks, *resting_marks(view)) if isinstance(mark, Bubble)]


@pytest.fixture
def second(session: Session) -> str:
    """A second persona, with a feeling at c alone."""

    def edit(project: Project) -> tuple[Project, object]:
        project, tom = add_persona(project, name="Tom")
        return set_emotion(project, "c", tom, value=-1.0), tom

    return str(session.apply("second", edit))


def test_dragging_a_point_changes_the_feeling_in_one_step(view: MapView, session: Session) -> None:
    before = session.project
    start = at(view, "c")
    drag(view, start, start + QPoint(0, level(view, 2.5)))
    assert value(session, "c") == -1.5
    assert session.undo_label == "Changed the emotion of Mira"
    session.undo()
    assert session.project is before
    assert not session.can_undo


def test_the_curve_follows_while_a_point_is_dragged(view: MapView, session: Session) -> None:
    start = at(view, "c")
    carry(view, start, start - QPoint(0, level(view, 0.6)))
    assert bubbles(view) == ["Mira +1.5"]
    there = next(p for p in points(view.map_layout, "mood") if p.spot.at == "c")
    assert there.value == 1.5
    assert value(session, "c") == 1.0
    assert not session.can_undo


def test_escape_drops_the_drag_and_shows_the_map_as_it_was(view: MapView, session: Session, qtbot: QtBot) -> None:
    start = at(view, "c")
    carry(view, start, start + QPoint(0, level(view, 2.0)))
    qtbot.keyClick(view, K.Key_Escape)
    mouse(view, QEvent.Type.MouseButtonRelease, start, NONE, NO_KEY)
    assert not session.can_undo
    assert at(view, "c") == start


def test_a_drag_beyond_the_scale_ends_at_its_end(view: MapView, session: Session) -> None:
    start = at(view, "c")
    drag(view, start, start - QPoint(0, 300))
    assert value(session, "c") == 2.0


def test_a_drag_back_to_the_start_makes_no_step(view: MapView, session: Session) -> None:
    start = at(view, "c")
    carry(view, start, start + QPoint(0, 60))
    mouse(view, QEvent.Type.MouseMove, start, Qt.MouseButton.LeftButton, NO_KEY)
    mouse(view, QEvent.Type.MouseButtonRelease, start, NONE, NO_KEY)
    assert not session.can_undo


def test_a_hollow_point_shows_where_nothing_is_felt_and_a_click_sets_it(
    view: MapView, session: Session, second: str
) -> None:
    (there,) = open_spots(session, view.map_layout, "mood/s1")
    assert (there.spot.persona, there.value) == (second, -1.0)
    spot = view.camera.pixel(there.x, there.y).toPoint()
    mouse(view, QEvent.Type.MouseMove, spot, NONE, NO_KEY)
    assert [mark.hot for mark in view.mouse.marks if isinstance(mark, OpenPoint)] == [True]
    assert bubbles(view) == ["Tom \N{MINUS SIGN}1? Click or drag"]
    click(view, spot)
    assert value(session, "a", second) == -1.0
    assert session.undo_label == "Set the emotion of Tom"


def test_a_hollow_point_can_be_dragged_to_its_value(view: MapView, session: Session, second: str) -> None:
    (there,) = open_spots(session, view.map_layout, "mood/s1")
    spot = view.camera.pixel(there.x, there.y).toPoint()
    mouse(view, QEvent.Type.MouseMove, spot, NONE, NO_KEY)
    drag(view, spot, spot - QPoint(0, level(view, 2.0)))
    assert value(session, "a", second) == 1.0
    session.undo()
    assert value(session, "a", second) is None


def test_where_no_touchpoint_is_a_point_is_drawn_by_hand(view: MapView, session: Session, second: str) -> None:
    session.apply("empty", lambda project: delete_cards(project, ["c"]))
    spots = open_spots(session, view.map_layout, "mood/s2")
    there = next(p for p in spots if p.spot.persona == "mira")
    click(view, view.camera.pixel(there.x, there.y).toPoint())
    lane = find_lane(session.journey, "mood")
    assert isinstance(lane, EmotionLane)
    assert [(p.step, p.persona) for p in lane.points] == [("s2", "mira")]
    assert lane.points_from == "both"


def test_a_point_drawn_by_hand_is_dragged_along_its_lane_too(view: MapView, session: Session) -> None:
    session.apply("by hand", lambda project: set_lane(project, "mood", points_from="hand"))
    session.apply("point", lambda project: add_point(project, "mood", "s1", "mira", value=1.0))
    lane = find_lane(session.journey, "mood")
    assert isinstance(lane, EmotionLane)
    (point,) = lane.points
    target = middle(view, "mood/s3")
    drag(view, at(view, point.id), target)
    lane = find_lane(session.journey, "mood")
    assert isinstance(lane, EmotionLane)
    assert [(p.step, p.position, p.value) for p in lane.points] == [("s3", 0.5, 0.0)]


def test_what_was_expected_is_shown_beside_what_is_felt_and_dragged_by_itself(view: MapView, session: Session) -> None:
    session.apply("show", lambda project: set_lane(project, "mood", expectation=True))
    session.apply("say", lambda project: set_emotion(project, "c", "mira", expected=-1.0))
    start = at(view, "c", expected=True)
    drag(view, start, start + QPoint(0, level(view, 1.0)))
    assert (value(session, "c"), value(session, "c", expected=True)) == (1.0, -2.0)
    assert session.undo_label == "Changed the expectation of Mira"


def test_alt_drags_what_was_expected_where_it_is_the_same(view: MapView, session: Session) -> None:
    session.apply("show", lambda project: set_lane(project, "mood", expectation=True))
    session.apply("say", lambda project: set_emotion(project, "c", "mira", expected=1.0))
    start = at(view, "c")
    mouse(view, QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier)
    end = start + QPoint(0, level(view, 1.0))
    mouse(view, QEvent.Type.MouseMove, end, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier)
    mouse(view, QEvent.Type.MouseButtonRelease, end, NONE, Qt.KeyboardModifier.AltModifier)
    assert (value(session, "c"), value(session, "c", expected=True)) == (1.0, 0.0)


# The keyboard


def test_the_keyboard_walks_into_the_curve_and_changes_a_feeling(view: MapView, session: Session, qtbot: QtBot) -> None:
    view.stand_on("notes/s2")
    qtbot.keyClick(view, K.Key_Down)
    assert view.here == "mood/s2"
    qtbot.keyClick(view, K.Key_Return)
    assert any(isinstance(mark, HeldPoint) for mark in resting_marks(view))
    assert session.selection == ("c",)
    qtbot.keyClick(view, K.Key_Up)
    assert value(session, "c") == 1.5
    assert view.accessibleDescription() == "Mira +1.5 at “Card c”"
    for _ in range(3):
        qtbot.keyClick(view, K.Key_Down)
    assert value(session, "c") == 0.0
    qtbot.keyClick(view, K.Key_Escape)
    assert (view.here, view.curve.spot) == ("mood/s2", None)
    qtbot.keyClick(view, K.Key_Down)
    assert view.here == "figures/s2"


def test_key_presses_in_a_row_are_one_step(view: MapView, session: Session, qtbot: QtBot) -> None:
    before = session.project
    view.edit("mood/s2")
    for _ in range(4):
        qtbot.keyClick(view, K.Key_Down)
    assert value(session, "c") == -1.0
    session.undo()
    assert session.project is before


def test_left_and_right_go_along_the_curve_and_tab_to_the_next_one(
    view: MapView, session: Session, second: str, qtbot: QtBot
) -> None:
    view.edit("mood/s1")
    seen = []
    for _ in range(4):
        assert view.curve.spot is not None
        seen.append(view.curve.spot.at)
        qtbot.keyClick(view, K.Key_Right)
    assert seen == ["a", "b", "d", "c"]
    qtbot.keyClick(view, K.Key_Left)
    assert view.curve.spot is not None
    assert view.curve.spot.at == "c"
    qtbot.keyClick(view, K.Key_Tab)
    assert (view.curve.spot.persona, view.curve.spot.at) == (second, "c")
    qtbot.keyClick(view, K.Key_Left)
    assert (view.curve.spot.persona, view.curve.spot.at, view.here) == (second, "", "mood/s1")
    qtbot.keyClick(view, K.Key_Return)
    assert value(session, "a", second) == -1.0


def test_delete_removes_the_point_and_not_its_card(view: MapView, session: Session, qtbot: QtBot) -> None:
    click(view, at(view, "c"))
    assert session.selection == ("c",)
    qtbot.keyClick(view, K.Key_Delete)
    assert value(session, "c") is None
    assert find_card(session.journey, "c") is not None
    assert session.undo_label == "Deleted the emotion of Mira"
    session.undo()
    assert value(session, "c") == 1.0


def test_a_right_click_takes_a_point_in_hand_so_that_delete_means_it(view: MapView, session: Session) -> None:
    spot = at(view, "c")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, view.viewport().mapToGlobal(spot))
    QApplication.sendEvent(view.viewport(), event)
    assert session.selection == ("c",)
    assert view.curve.remove()
    assert value(session, "c") is None
    assert find_card(session.journey, "c") is not None


def test_a_double_click_on_a_point_leads_to_its_properties(view: MapView) -> None:
    wanted: list[str] = []
    view.edit_wanted.connect(wanted.append)
    mouse(view, QEvent.Type.MouseButtonDblClick, at(view, "c"), Qt.MouseButton.LeftButton, NO_KEY)
    assert wanted == ["c"]
    assert view.in_place.editor is None


def test_the_pointer_says_that_a_point_goes_up_and_down(view: MapView) -> None:
    mouse(view, QEvent.Type.MouseMove, at(view, "c"), NONE, NO_KEY)
    assert view.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor
    mouse(view, QEvent.Type.MouseMove, middle(view, "n"), NONE, NO_KEY)
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_point_is_grabbed_on_a_map_that_is_shown_small(view: MapView, session: Session) -> None:
    view.set_zoom(0.3)
    start = at(view, "c") + QPoint(4, 3)
    drag(view, start, start + QPoint(0, level(view, 3.0)))
    assert value(session, "c") == -2.0


def test_the_keys_of_a_point_in_hand_win_over_the_menus(view: MapView) -> None:
    def asked(key: Qt.Key) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, NO_KEY)
        event.ignore()
        QApplication.sendEvent(view, event)
        return event.isAccepted()

    assert not asked(K.Key_Delete)
    click(view, at(view, "c"))
    assert asked(K.Key_Delete)
    assert asked(K.Key_Up)
    assert not asked(K.Key_F5)


def test_a_point_in_hand_is_let_go_of_when_the_map_is_clicked_elsewhere(view: MapView) -> None:
    click(view, at(view, "c"))
    assert view.curve.spot is not None
    click(view, middle(view, "a"))
    assert view.curve.spot is None


def test_a_cell_of_the_curve_is_spoken_with_its_feelings(view: MapView) -> None:
    view.stand_on("mood/s1")
    assert view.accessibleDescription() == "Curve Mood, Notice: Mira +1, Mira +1, Mira +1"


def test_a_double_click_in_the_lane_sets_the_next_touchpoint_and_then_draws_a_point(
    view: MapView, session: Session
) -> None:
    def double_click(x: float, feeling: float) -> None:
        row = view.map_layout.row("mood")
        assert row is not None
        spot = view.camera.pixel(x, row.y + row.h / 2).toPoint() - QPoint(0, level(view, feeling))
        mouse(view, QEvent.Type.MouseButtonDblClick, spot, Qt.MouseButton.LeftButton, NO_KEY)

    column = view.map_layout.columns[0]
    bearers = [card for card in ("a", "b") if value(session, card) is None]
    before = len(points(view.map_layout, "mood"))
    for n in range(len(bearers) + 1):
        double_click(column.x + 20.0 + 25.0 * n, 1.0)
    assert [value(session, card) for card in bearers] == [1.0] * len(bearers)
    assert len(points(view.map_layout, "mood")) == before + len(bearers) + 1
    drawn = find_lane(session.journey, "mood")
    assert isinstance(drawn, EmotionLane)
    assert [(point.step, point.value) for point in drawn.points] == [(column.step, 1.0)]
    session.undo()
    assert len(points(view.map_layout, "mood")) == before + len(bearers)


def test_beside_a_computed_curve_points_are_drawn_by_hand(view: MapView, session: Session) -> None:
    session.apply("compare", lambda project: set_lane(project, "mood", points_from="compare"))
    (there,) = open_spots(session, view.map_layout, "mood/s1")
    assert there.spot.at == ""
    click(view, view.camera.pixel(there.x, there.y).toPoint())
    lane = find_lane(session.journey, "mood")
    assert isinstance(lane, EmotionLane)
    assert [(point.step, point.persona) for point in lane.points] == [("s1", "mira")]
    assert lane.points_from == "compare"
    assert not open_spots(session, view.map_layout, "mood/s1")
    point = lane.points[0].id
    session.apply("lower", lambda project: set_point(project, point, value=-1.0))
    said = spoken(session, "mood/s1")
    assert said == "Curve Mood, Notice: Mira: touchpoints +1, by hand −1, difference −2"
