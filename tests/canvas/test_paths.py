"""Paths under mouse and keyboard: pulling, reconnecting, walking along and deleting them; each is one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.canvas import walk
from journey_editor.canvas.marks import Refusal, Rope, SelectedLine, Sketch, Target
from journey_editor.canvas.selected import resting_marks
from journey_editor.canvas.view import MapView
from journey_editor.model.paths import Path
from journey_editor.session.session import Session

from .hands import NO_KEY, NONE, carry, click, drag, middle, mouse, pixel

K = Qt.Key


def paths(session: Session) -> list[tuple[str, str, str]]:
    return [(path.source, path.target, path.kind) for path in session.journey.paths]


def handle(view: MapView, card: str) -> QPoint:
    """The handle at a card's right edge, with the pointer over the card so that it shows."""
    mouse(view, QEvent.Type.MouseMove, middle(view, card), NONE, NO_KEY)
    return pixel(view, card, 1.0, 0.5)


def ends(view: MapView, path: str) -> tuple[QPoint, QPoint]:
    line = next(line for line in view.map_layout.lines if line.id == path)
    return view.camera.pixel(*line.corners[0]).toPoint(), view.camera.pixel(*line.corners[-1]).toPoint()


@pytest.fixture
def asked(view: MapView) -> list[str]:
    """The paths whose kind and condition were asked for."""
    said: list[str] = []
    view.path_wanted.connect(said.append)
    return said


def test_pulling_a_handle_to_another_card_draws_a_path_and_asks_for_more(
    view: MapView, session: Session, asked: list[str]
) -> None:
    before = session.project
    drag(view, handle(view, "b"), middle(view, "e"))
    assert paths(session)[1:] == [("b", "e", "sequence")]
    assert session.selection == (session.journey.paths[1].id,)
    assert asked == [session.journey.paths[1].id]
    assert session.undo_label == "Drew a path from “Card b” to “Card e”"
    session.undo()
    assert session.project is before


def test_a_path_back_to_an_earlier_phase_is_a_loop(view: MapView, session: Session) -> None:
    drag(view, handle(view, "e"), middle(view, "a"))
    assert paths(session)[1:] == [("e", "a", "loop")]


def test_while_it_is_pulled_the_line_runs_as_it_would_be_drawn(view: MapView) -> None:
    start = handle(view, "b")
    carry(view, start, middle(view, "notes/s3"))
    assert any(isinstance(mark, Rope) for mark in view.mouse.marks)
    mouse(view, QEvent.Type.MouseMove, middle(view, "e"), Qt.MouseButton.LeftButton, NO_KEY)
    kinds = [type(mark) for mark in view.mouse.marks]
    assert kinds == [Target, Sketch]
    sketch = next(mark for mark in view.mouse.marks if isinstance(mark, Sketch))
    target = view.map_layout.card("e")
    assert target is not None
    assert sketch.corners[-1][0] == target.x


@pytest.mark.parametrize("place", ["notes/s3", "b", "n"])
def test_a_drop_on_nothing_on_the_card_itself_or_on_a_note_draws_none(
    view: MapView, session: Session, asked: list[str], place: str
) -> None:
    start = handle(view, "b")
    carry(view, start, middle(view, place))
    assert any(isinstance(mark, Refusal) for mark in view.mouse.marks) == (place == "n")
    mouse(view, QEvent.Type.MouseButtonRelease, middle(view, place), NONE, NO_KEY)
    assert not session.can_undo
    assert asked == []


def test_escape_lets_go_of_the_line(view: MapView, session: Session, qtbot: QtBot) -> None:
    carry(view, handle(view, "b"), middle(view, "e"))
    qtbot.keyClick(view, K.Key_Escape)
    mouse(view, QEvent.Type.MouseButtonRelease, middle(view, "e"), NONE, NO_KEY)
    assert not session.can_undo


def test_the_handle_stays_while_the_pointer_is_on_its_outer_half(view: MapView, session: Session) -> None:
    edge = handle(view, "b")
    mouse(view, QEvent.Type.MouseMove, edge + QPoint(3, 0), NONE, NO_KEY)
    drag(view, edge + QPoint(3, 0), middle(view, "e"))
    assert len(paths(session)) == 2


def test_an_end_of_a_selected_path_is_led_to_another_card(view: MapView, session: Session) -> None:
    session.select(("way",))
    _, tip = ends(view, "way")
    drag(view, tip, middle(view, "e"))
    assert paths(session) == [("a", "e", "sequence")]
    assert session.undo_label == "Reconnected: path from “Card a” to “Card c”"
    assert session.selection == ("way",)
    start, _ = ends(view, "way")
    drag(view, start, middle(view, "d"))
    assert paths(session) == [("d", "e", "sequence")]
    session.undo()
    session.undo()
    assert paths(session) == [("a", "c", "sequence")]


def test_an_end_that_is_led_back_or_to_the_other_end_changes_nothing(view: MapView, session: Session) -> None:
    session.select(("way",))
    _, tip = ends(view, "way")
    drag(view, tip, middle(view, "a"))
    drag(view, tip, middle(view, "c"))
    drag(view, tip, middle(view, "notes/s3"))
    assert not session.can_undo


def test_a_selected_path_shows_its_ends_and_delete_removes_it(view: MapView, session: Session, qtbot: QtBot) -> None:
    session.select(("way",))
    assert [mark.knobs for mark in resting_marks(view) if isinstance(mark, SelectedLine)] == [True]
    qtbot.keyClick(view, K.Key_Delete)
    assert paths(session) == []
    session.undo()
    assert paths(session) == [("a", "c", "sequence")]


def test_a_double_click_on_a_path_asks_for_kind_and_condition(view: MapView, asked: list[str]) -> None:
    line = view.map_layout.lines[0]
    x, y, w, h = line.label
    at = view.camera.pixel(x + w / 2, y + h / 2).toPoint()
    click(view, at)
    mouse(view, QEvent.Type.MouseButtonDblClick, at, Qt.MouseButton.LeftButton, NO_KEY)
    assert asked == ["way"]


# The keyboard


def test_arrows_choose_where_a_path_ends_and_enter_draws_it(
    view: MapView, session: Session, asked: list[str], qtbot: QtBot
) -> None:
    session.select(("b",))
    assert view.connecting.begin("b")
    assert [type(mark) for mark in view.connecting.marks()] == [Target, Sketch]
    qtbot.keyClick(view, K.Key_Right)
    qtbot.keyClick(view, K.Key_Down)
    assert "to “Card e”" in view.accessibleDescription()
    qtbot.keyClick(view, K.Key_Return)
    assert paths(session)[1:] == [("b", "e", "sequence")]
    assert asked == [session.journey.paths[1].id]
    assert view.here == session.journey.paths[1].id
    assert not view.connecting.active


def test_tab_goes_through_all_touchpoints_but_the_first_end(view: MapView, qtbot: QtBot) -> None:
    view.connecting.begin("c")
    seen = []
    for _ in range(4):
        qtbot.keyClick(view, K.Key_Tab)
        seen.append(view.accessibleDescription().partition(" to ")[2][6:7])
    assert sorted(seen) == ["a", "b", "d", "e"]


def test_escape_draws_no_path(view: MapView, session: Session, qtbot: QtBot) -> None:
    session.select(("b",))
    view.connecting.begin("b")
    qtbot.keyClick(view, K.Key_Escape)
    assert not view.connecting.active
    assert session.selection == ("b",)
    assert not session.can_undo


def test_only_touchpoints_are_connected(view: MapView) -> None:
    said: list[str] = []
    view.refused.connect(said.append)
    assert not view.connecting.begin("n")
    assert said == ["Paths join touchpoints only"]


def test_undo_while_a_path_is_drawn_lets_go_of_it(view: MapView, session: Session, qtbot: QtBot) -> None:
    view.stand_on("b")
    qtbot.keyClick(view, K.Key_Right, Qt.KeyboardModifier.AltModifier)
    view.connecting.begin("b")
    session.undo()
    assert not view.connecting.active


def test_the_keys_of_a_path_being_drawn_win_over_the_menus(view: MapView) -> None:
    view.connecting.begin("b")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, K.Key_Return, NO_KEY)
    event.ignore()
    QApplication.sendEvent(view, event)
    assert event.isAccepted()


def test_tab_leads_from_a_card_to_its_paths_and_arrows_along_them(
    view: MapView, session: Session, qtbot: QtBot
) -> None:
    session.apply(
        "more",
        lambda project: project.evolve(
            maps=(session.journey.evolve(paths=(*session.journey.paths, Path(id="other", source="a", target="e"))),)
        ),
    )
    view.stand_on("a")
    qtbot.keyClick(view, K.Key_Tab)
    assert (view.here, session.selection) == ("way", ("way",))
    assert view.accessibleDescription() == "Path from “Card a” to “Card c”, sequence, if it rains"
    layout = view.map_layout
    assert walk.step(layout, "way", "down") == "other"
    assert walk.step(layout, "way", "up") is None
    assert walk.step(layout, "other", "right") == "e"
    qtbot.keyClick(view, K.Key_Left)
    assert view.here == "a"
