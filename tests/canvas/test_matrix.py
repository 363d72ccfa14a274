"""The channel matrix under the hand: clicks, keys, what it says, and that a drag with Space marks nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from pytestqt.qtbot import QtBot

from journey_editor.canvas.marks import Bubble, Hovered
from journey_editor.canvas.names import spoken
from journey_editor.canvas.view import MapView
from journey_editor.edit.channels import add_channel
from journey_editor.edit.lanes import add_lane, set_lane
from journey_editor.layout.hit import hit
from journey_editor.model.lanes import ChannelLane
from journey_editor.model.queries import find_lane
from journey_editor.session.session import Session

from .hands import NO_KEY, NONE, click, middle, mouse, pixel

K = Qt.Key


@pytest.fixture
def matrix(session: Session, view: MapView) -> str:
    """A matrix of the website, which touchpoints use, and the shop, which none does; its id."""
    session.apply("made", lambda project: add_channel(project, name="Shop floor", icon="store"))
    shop = session.project.channels[-1].id
    lane = str(session.apply("made", lambda project: add_lane(project, "map", "channels")))
    session.apply("made", lambda project: set_lane(project, lane, channels=("web", shop)))
    session.select(())
    view.settle()
    return lane


def place(session: Session, lane: str, step: str, channel: int) -> str:
    return f"{lane}/{step}/{session.project.channels[channel].id}"


def marks(session: Session, lane: str) -> list[tuple[str, int]]:
    found = find_lane(session.journey, lane)
    assert isinstance(found, ChannelLane)
    return [(mark.step, mark.importance) for mark in found.marks]


def test_clicks_go_through_the_importances_and_back_to_none(view: MapView, session: Session, matrix: str) -> None:
    there = place(session, matrix, "s2", 1)
    found = []
    for _ in range(4):
        click(view, middle(view, there))
        found.append(marks(session, matrix))
    assert found == [[("s2", 1)], [("s2", 2)], [("s2", 3)], []]
    assert view.here == there
    assert session.undo_label == "Deleted the mark of “Shop floor” in Compare"
    session.undo()
    assert session.undo_label == "Marked “Shop floor” in Compare: very important"
    assert marks(session, matrix) == [("s2", 3)]


def test_a_double_click_is_two_clicks(view: MapView, session: Session, matrix: str) -> None:
    at = middle(view, place(session, matrix, "s1", 1))
    click(view, at)
    mouse(view, QEvent.Type.MouseButtonDblClick, at, NONE, NO_KEY)
    mouse(view, QEvent.Type.MouseButtonRelease, at, NONE, NO_KEY)
    assert marks(session, matrix) == [("s1", 2)]


def test_keys_set_an_importance_and_take_it_away(view: MapView, session: Session, matrix: str, qtbot: QtBot) -> None:
    view.stand_on(place(session, matrix, "s3", 1))
    qtbot.keyClick(view, K.Key_Space)
    assert marks(session, matrix) == [("s3", 1)]
    qtbot.keyClick(view, K.Key_Return)
    assert marks(session, matrix) == [("s3", 2)]
    qtbot.keyClick(view, K.Key_3)
    assert marks(session, matrix) == [("s3", 3)]
    qtbot.keyClick(view, K.Key_Delete)
    assert marks(session, matrix) == []


def test_dragging_the_map_with_space_marks_nothing(view: MapView, session: Session, matrix: str, qtbot: QtBot) -> None:
    there = place(session, matrix, "s3", 1)
    view.stand_on(there)
    at = middle(view, there)
    qtbot.keyPress(view, K.Key_Space)
    mouse(view, QEvent.Type.MouseButtonPress, at, Qt.MouseButton.LeftButton, NO_KEY)
    mouse(view, QEvent.Type.MouseMove, at + QPoint(30, 0), Qt.MouseButton.LeftButton, NO_KEY)
    mouse(view, QEvent.Type.MouseButtonRelease, at + QPoint(30, 0), NONE, NO_KEY)
    qtbot.keyRelease(view, K.Key_Space)
    assert marks(session, matrix) == []


def test_arrows_go_through_the_places_and_tab_through_the_columns(
    view: MapView, session: Session, matrix: str, qtbot: QtBot
) -> None:
    view.stand_on(place(session, matrix, "s1", 0))
    ways = []
    for key in (K.Key_Down, K.Key_Right, K.Key_Up, K.Key_Left, K.Key_Left):
        qtbot.keyClick(view, key)
        ways.append(view.here)
    assert ways == [
        place(session, matrix, "s1", 1),
        place(session, matrix, "s2", 1),
        place(session, matrix, "s2", 0),
        place(session, matrix, "s1", 0),
        matrix,
    ]
    qtbot.keyClick(view, K.Key_Tab)
    assert view.here == place(session, matrix, "s1", 0)
    qtbot.keyClick(view, K.Key_Down)
    qtbot.keyClick(view, K.Key_Tab)
    assert view.here == place(session, matrix, "s2", 0)


def test_a_place_says_what_it_holds_and_where_that_comes_from(view: MapView, session: Session, matrix: str) -> None:
    touched, empty = place(session, matrix, "s1", 0), place(session, matrix, "s2", 1)
    assert spoken(session, touched) == "Website, Notice: very important, 3 touchpoints"
    assert spoken(session, empty) == "Shop floor, Compare: not touched"
    click(view, middle(view, touched))
    assert spoken(session, touched) == "Website, Notice: touched, set by hand, 3 touchpoints"
    mouse(view, QEvent.Type.MouseMove, middle(view, empty), NONE, NO_KEY)
    shown = view.mouse.marks
    assert any(isinstance(mark, Hovered) for mark in shown)
    assert any(isinstance(mark, Bubble) and mark.words == "Shop floor: not touched" for mark in shown)


def test_a_drag_on_the_matrix_selects_by_a_rectangle_and_marks_nothing(
    view: MapView, session: Session, matrix: str
) -> None:
    there = place(session, matrix, "s2", 1)
    start, end = pixel(view, there, 0.2, 0.5), pixel(view, there, 0.8, 0.5)
    mouse(view, QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton, NO_KEY)
    mouse(view, QEvent.Type.MouseMove, end, Qt.MouseButton.LeftButton, NO_KEY)
    mouse(view, QEvent.Type.MouseButtonRelease, end, NONE, NO_KEY)
    assert marks(session, matrix) == []


def test_every_place_is_hit_where_it_is_drawn(view: MapView, matrix: str) -> None:
    layout = view.map_layout
    for column in layout.columns:
        boxes = layout.marks_in(matrix, column.step)
        assert len(boxes) == 2
        for box in boxes:
            assert hit(layout, box.x + box.w / 2, box.y + box.h / 2) == box
            assert layout.box(box.id) == box
