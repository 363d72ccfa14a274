"""The map with the keyboard alone: walking, editing, moving, deleting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journey_editor.canvas import walk
from journey_editor.canvas.marks import Focused, Offer
from journey_editor.canvas.selected import resting_marks
from journey_editor.canvas.view import MapView
from journey_editor.edit.steps import add_step
from journey_editor.model.ids import counting_ids
from journey_editor.model.queries import cards_at, find_lane
from journey_editor.session.session import Session

K, M = Qt.Key, Qt.KeyboardModifier


def cards(session: Session, lane: str, step: str) -> tuple[str, ...]:
    return tuple(card.id for card in cards_at(find_lane(session.journey, lane), step))


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        ("a", "down", "b"),
        ("b", "down", "d"),
        ("d", "up", "b"),
        ("b", "right", "c"),
        ("c", "right", "shop/s3"),
        ("a", "left", "shop"),
        ("shop", "down", "online"),
        ("a", "up", "p1"),
        ("p1", "right", "p2"),
        ("p1", "up", "map"),
        ("map", "up", None),
        ("p3", "right", None),
        ("online/s2", "up", "c"),
        ("notes/s2", "down", "mood/s2"),
        ("mood/s2", "down", "figures/s2"),
        ("notes", "down", "mood"),
        ("gone", "down", "a"),
    ],
)
def test_arrows_lead_to_what_lies_next(view: MapView, start: str, way: walk.Way, end: str | None) -> None:
    assert walk.step(view.map_layout, start, way) == end


def test_the_heads_of_steps_lie_under_their_phase(view: MapView, session: Session, qtbot: QtBot) -> None:
    session.apply("Split", lambda project: add_step(project, "p2", title="Ask", new=counting_ids()))
    (new,) = [column.step for column in view.map_layout.columns if column.step not in ("s1", "s2", "s3")]
    ways = [("p2", "down", "s2"), ("s2", "right", new), (new, "right", "p3"), ("s2", "left", "p1"), (new, "up", "p2")]
    ways += [("s2", "down", "c"), ("c", "up", "s2"), (new, "down", f"shop/{new}"), (f"shop/{new}", "up", new)]
    for start, way, end in ways:
        assert walk.step(view.map_layout, start, way) == end  # type: ignore[arg-type]
    order = list(walk.in_order(view.map_layout))
    assert order[order.index("p2") : order.index("p3")] == ["p2", "s2", new]
    assert walk.step(view.map_layout, "map", "down") == "p1"


def test_shift_f10_asks_for_the_menu_of_what_the_keyboard_is_on(view: MapView, qtbot: QtBot) -> None:
    view.stand_on("p2")
    with qtbot.waitSignal(view.context_menu_wanted) as asked:
        qtbot.keyClick(view, K.Key_F10, M.ShiftModifier)
    assert asked.args is not None
    assert asked.args[1] == ("p2",)


def test_an_arrow_selects_what_it_reaches_and_shows_the_focus(view: MapView, session: Session, qtbot: QtBot) -> None:
    session.select(("a",))
    qtbot.keyClick(view, K.Key_Down)
    assert session.selection == ("b",)
    assert any(isinstance(mark, Focused) for mark in resting_marks(view))
    qtbot.keyClick(view, K.Key_Right)
    qtbot.keyClick(view, K.Key_Right)
    assert (session.selection, view.here) == ((), "shop/s3")
    assert any(isinstance(mark, Offer) for mark in resting_marks(view))


def test_shift_and_arrows_select_several(view: MapView, session: Session, qtbot: QtBot) -> None:
    session.select(("a",))
    qtbot.keyClick(view, K.Key_Down, M.ShiftModifier)
    qtbot.keyClick(view, K.Key_Down, M.ShiftModifier)
    assert session.selection == ("a", "b", "d")


def test_tab_goes_through_everything_and_leaves_at_the_end(view: MapView, session: Session, qtbot: QtBot) -> None:
    order = list(walk.in_order(view.map_layout))
    view.stand_on(order[0])
    for thing in order[1:]:
        qtbot.keyClick(view, K.Key_Tab)
        assert view.here == thing
    assert walk.next_of(view.map_layout, order[-1], 1) is None
    qtbot.keyClick(view, K.Key_Backtab)
    assert view.here == order[-2]


def test_home_and_end_go_to_the_ends_of_a_row(view: MapView, qtbot: QtBot) -> None:
    view.stand_on("c")
    qtbot.keyClick(view, K.Key_Home)
    assert view.here == "shop"
    qtbot.keyClick(view, K.Key_End)
    assert view.here == "shop/s3"
    qtbot.keyClick(view, K.Key_Home, M.ControlModifier)
    assert view.here == "map"


def test_enter_edits_a_card_and_keeps_the_text(view: MapView, session: Session, qtbot: QtBot) -> None:
    session.select(("a",))
    qtbot.keyClick(view, K.Key_Return)
    editor = view.in_place.editor
    assert editor is not None
    qtbot.keyClicks(editor, "Poster")
    qtbot.keyClick(editor, K.Key_Return)
    assert getattr(cards_at(find_lane(session.journey, "shop"), "s1")[0], "title", "") == "Poster"
    qtbot.keyClick(view.in_place.editor, K.Key_Escape)
    assert view.in_place.editor is None
    assert view.hasFocus()
    assert session.selection == ("a",)


def test_enter_in_an_empty_cell_adds_a_card(view: MapView, session: Session, qtbot: QtBot) -> None:
    view.stand_on("online/s2")
    qtbot.keyClick(view, K.Key_Return)
    assert view.in_place.editor is not None
    qtbot.keyClicks(view.in_place.editor, "Call us")
    qtbot.keyClick(view.in_place.editor, K.Key_Return)
    assert len(cards(session, "online", "s2")) == 1


def test_delete_takes_away_what_is_selected_and_undo_brings_it_back(
    view: MapView, session: Session, qtbot: QtBot
) -> None:
    session.select(("a", "c"))
    qtbot.keyClick(view, K.Key_Delete)
    assert cards(session, "shop", "s1") == ("b",)
    assert session.journey.paths == ()
    session.undo()
    assert session.selection == ("a", "c")


def test_what_cannot_be_deleted_says_why(view: MapView, session: Session, qtbot: QtBot) -> None:
    session.select(("s1",))
    with qtbot.waitSignal(view.refused) as refused:
        qtbot.keyClick(view, K.Key_Delete)
    assert refused.args is not None
    assert "phase" in refused.args[0]


def test_alt_and_arrows_move_a_card(view: MapView, session: Session, qtbot: QtBot) -> None:
    session.select(("a",))
    qtbot.keyClick(view, K.Key_Down, M.AltModifier)
    assert cards(session, "shop", "s1") == ("b", "a")
    qtbot.keyClick(view, K.Key_Down, M.AltModifier)
    assert cards(session, "online", "s1") == ("a", "d")
    qtbot.keyClick(view, K.Key_Right, M.AltModifier)
    assert cards(session, "online", "s2") == ("a",)
    qtbot.keyClick(view, K.Key_Up, M.AltModifier)
    assert cards(session, "shop", "s2") == ("c", "a")
    assert session.selection == ("a",)


def test_alt_and_arrows_move_a_phase_and_a_lane(view: MapView, session: Session, qtbot: QtBot) -> None:
    session.select(("p1",))
    qtbot.keyClick(view, K.Key_Right, M.AltModifier)
    assert [phase.id for phase in session.journey.phases] == ["p2", "p1", "p3"]
    qtbot.keyClick(view, K.Key_Left, M.AltModifier)
    assert [phase.id for phase in session.journey.phases] == ["p1", "p2", "p3"]
    session.select(("shop",))
    qtbot.keyClick(view, K.Key_Down, M.AltModifier)
    assert [lane.id for lane in session.journey.lanes][:2] == ["online", "shop"]
    qtbot.keyClick(view, K.Key_Up, M.AltModifier)
    qtbot.keyClick(view, K.Key_Up, M.AltModifier)
    assert [lane.id for lane in session.journey.lanes][:2] == ["shop", "online"]


def test_ctrl_a_selects_all_cards_and_escape_none(view: MapView, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(view, K.Key_A, M.ControlModifier)
    assert set(session.selection) == {"a", "b", "c", "d", "e", "n"}
    qtbot.keyClick(view, K.Key_Escape)
    assert session.selection == ()


def test_every_place_can_be_reached_with_the_arrows(view: MapView) -> None:
    layout = view.map_layout
    seen, waiting = set(), [walk.first(layout)]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        ways: tuple[walk.Way, ...] = ("left", "right", "up", "down")
        waiting += [there for way in ways if (there := walk.step(layout, here, way)) is not None]
    paths = {line.id for line in layout.lines}  # Tab leads to these, after the card that they leave
    assert set(walk.in_order(layout)) - paths <= seen


def test_a_screen_reader_hears_where_the_keyboard_is(view: MapView) -> None:
    view.stand_on("b")
    assert view.accessibleDescription() == "Touchpoint: Card b. Opens at nine, closes late"
    view.stand_on("online/s2")
    assert view.accessibleDescription() == "Cell Online, Compare, empty"
    assert view.accessibleName() == "Journey map"
