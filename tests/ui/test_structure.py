"""The commands of structure in the window: menus, keys, and what they do to the map."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from journey_editor.model.cards import Touchpoint
from journey_editor.model.project import Project
from journey_editor.model.queries import cards_at, find_lane, find_phase
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.context_menu import context_menu
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.workspace import Workspace
from tests.builders import journey, lane, note, phase, project, tp


def small() -> Project:
    rows = (
        lane("touchpoints", "shop", {"s1": (tp("a"), tp("b")), "s2": (tp("c"),)}),
        lane("notes", "notes", {"s1": (note("n"),)}),
    )
    return project(journey((phase("p1", "s1"), phase("p2", "s2"), phase("p3", "s3", "s4")), rows), language="en")


@pytest.fixture
def workspace(window: MainWindow, qtbot: QtBot) -> Iterator[Workspace]:
    made = window.workspace
    made.session.new(Loaded(small(), {}, ()))
    window.show_workspace()
    made.view.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(made.view.hasFocus)
    yield made
    made.view.in_place.cancel()
    made.session.new(Loaded(small(), {}, ()))  # nothing to ask about


def do(workspace: Workspace, command: str) -> None:
    action: QAction = workspace._actions[command]
    assert action.isEnabled(), command
    action.trigger()


def phases(session: Session) -> list[str]:
    return [known.title for known in session.journey.phases]


def write(workspace: Workspace, qtbot: QtBot, words: str) -> None:
    editor = workspace.view.in_place.editor
    assert editor is not None
    qtbot.keyClicks(editor, words)
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_something_is_inserted_before_and_after_and_named_at_once(workspace: Workspace, qtbot: QtBot) -> None:
    session = workspace.session
    session.select(("p2",))
    do(workspace, "structure.before")
    write(workspace, qtbot, "Ask")
    session.select(("p2",))
    do(workspace, "structure.after")
    write(workspace, qtbot, "Try")
    assert phases(session) == ["p1", "Ask", "p2", "Try", "p3"]
    session.select(("notes",))
    do(workspace, "structure.before")
    write(workspace, qtbot, "Pain")
    assert [(known.kind, known.title) for known in session.journey.lanes] == [
        ("touchpoints", ""),
        ("notes", "Pain"),
        ("notes", ""),
    ]
    session.select(("b",))
    do(workspace, "structure.before")
    write(workspace, qtbot, "Between")
    stack = cards_at(find_lane(session.journey, "shop"), "s1")
    assert [card.title for card in stack if isinstance(card, Touchpoint)] == ["a", "Between", "b"]


def test_ctrl_enter_inserts_on_the_map_and_commits_in_a_field(workspace: Workspace, qtbot: QtBot) -> None:
    session, view = workspace.session, workspace.view
    view.stand_on("p1")
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    write(workspace, qtbot, "Next")
    assert view.in_place.editor is None
    assert phases(session) == ["p1", "Next", "p2", "p3"]


def test_phases_are_split_joined_and_begun(workspace: Workspace, qtbot: QtBot) -> None:
    session = workspace.session
    session.select(("p1",))
    do(workspace, "structure.split")
    write(workspace, qtbot, "Second")
    first = find_phase(session.journey, "p1")
    assert [step.title for step in first.steps] == ["", "Second"]
    session.select((first.steps[1].id,))
    do(workspace, "structure.begin")
    assert phases(session) == ["p1", "Second", "p2", "p3"]
    session.select(("p1",))
    do(workspace, "structure.join")
    assert phases(session)[0] == "p1 / Second"
    session.select((find_phase(session.journey, "p1").steps[1].id,))
    do(workspace, "structure.join_back")
    assert len(find_phase(session.journey, "p1").steps) == 1


def test_what_is_folded_unfolds_and_what_is_hidden_comes_back(workspace: Workspace) -> None:
    session = workspace.session
    session.select(("p1", "shop"))
    do(workspace, "structure.fold")
    assert find_phase(session.journey, "p1").collapsed
    assert find_lane(session.journey, "shop").collapsed
    do(workspace, "structure.fold")
    assert not find_phase(session.journey, "p1").collapsed
    do(workspace, "structure.hide")
    assert session.selection == ()
    assert workspace.view.map_layout.box("p1") is None
    do(workspace, "structure.show")
    assert session.selection == ("p1", "shop")
    assert not workspace._actions["structure.show"].isEnabled()


def test_sizes_change_by_keys_in_one_step_and_become_automatic_again(workspace: Workspace) -> None:
    session = workspace.session
    session.select(("p3",))
    for _ in range(3):
        do(workspace, "structure.wider")
    assert [step.width for step in find_phase(session.journey, "p3").steps] == [170, 170]
    session.undo()
    assert not session.can_undo
    session.select(("shop",))
    low = workspace.view.map_layout.row("shop")
    do(workspace, "structure.taller")
    do(workspace, "structure.wider")
    assert low is not None
    assert find_lane(session.journey, "shop").height > low.h
    assert session.journey.theme.head == 100
    do(workspace, "structure.automatic")
    assert (find_lane(session.journey, "shop").height, session.journey.theme.head) == (0, 0)


def test_a_colour_is_given_by_the_menu(workspace: Workspace) -> None:
    session = workspace.session
    session.select(("p1", "p2"))
    workspace.colours.aboutToShow.emit()
    wine = next(action for action in workspace.colours.actions() if action.text() == "Wine")
    wine.trigger()
    assert {find_phase(session.journey, key).color for key in ("p1", "p2")} == {"#8C384E"}
    workspace.colours.actions()[-1].trigger()
    assert find_phase(session.journey, "p1").color == ""


def test_all_cards_of_a_lane_or_phase_are_selected(workspace: Workspace) -> None:
    session = workspace.session
    session.select(("a",))
    do(workspace, "edit.select_lane")
    assert session.selection == ("a", "b", "c")
    session.select(("p1",))
    do(workspace, "edit.select_phase")
    assert session.selection == ("a", "b", "n")


def test_what_was_deleted_is_said_with_what_hung_on_it(workspace: Workspace, qtbot: QtBot) -> None:
    session = workspace.session
    session.select(("p1",))
    with qtbot.waitSignal(session.told) as told:
        do(workspace, "edit.delete")
    assert told.args == ["Deleted: Phase “p1”, with 3 cards. Undo brings it back."]


@pytest.mark.parametrize(
    ("thing", "there", "gone"),
    [
        ("a", {"structure.after", "edit.duplicate", "edit.select_lane"}, {"structure.fold", "structure.join"}),
        ("p1", {"structure.split", "structure.join", "structure.hide", "structure.wider"}, {"structure.taller"}),
        ("s4", {"structure.begin", "structure.join", "edit.rename"}, {"structure.fold"}),
        ("shop", {"structure.fold", "structure.taller", "edit.later"}, {"structure.join", "edit.left"}),
    ],
)
def test_the_menu_of_a_thing_offers_what_its_kind_can(
    workspace: Workspace, thing: str, there: set[str], gone: set[str]
) -> None:
    workspace.session.select((thing,))
    menu: QMenu = context_menu(workspace.session, thing, workspace._actions, workspace)
    names = {action.objectName() for action in menu.actions()}
    assert there <= names
    assert not gone & names


def test_the_menu_of_a_place_begins_with_what_can_be_put_there(workspace: Workspace) -> None:
    workspace.view.stand_on("shop/s3")
    menu = context_menu(workspace.session, "shop/s3", workspace._actions, workspace)
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names[:2] == ["insert.touchpoint", "insert.note"]


def test_a_new_touchpoint_is_written_before_it_is_made(workspace: Workspace, qtbot: QtBot) -> None:
    session, view = workspace.session, workspace.view
    view.stand_on("shop/s3")
    do(workspace, "insert.touchpoint")
    assert not session.can_undo
    write(workspace, qtbot, "Till")
    assert "Till" in session.undo_label
    session.undo()
    assert not session.can_undo
    session.redo()
    assert len(cards_at(find_lane(session.journey, "shop"), "s3")) == 1
