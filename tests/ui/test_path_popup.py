"""The field over a path on the map: choosing its kind, saying its condition, and leaving it again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.edit.paths import delete_path
from journey_editor.model.paths import Path
from journey_editor.model.queries import find_card
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.path_popup import PathPopup
from journey_editor.ui.workspace import Workspace

K = Qt.Key


@pytest.fixture
def workspace(open_window: MainWindow) -> Workspace:
    found = open_window.findChild(Workspace)
    assert isinstance(found, Workspace)
    return found


def the_path(workspace: Workspace) -> Path:
    shown = {line.id for line in workspace.view.map_layout.lines}
    return next(path for path in workspace.session.journey.paths if path.id in shown)


def opened(workspace: Workspace) -> PathPopup:
    workspace.view.edit(the_path(workspace).id)
    assert workspace.commands.path_popup is not None
    assert workspace.commands.path_popup.isVisible()
    return workspace.commands.path_popup


def test_a_condition_is_typed_over_the_path_and_kept_with_enter(workspace: Workspace, qtbot: QtBot) -> None:
    popup = opened(workspace)
    assert popup.line.hasFocus()
    qtbot.keyClicks(popup.line, "if it <b>snows</b>")
    qtbot.keyClick(popup.line, K.Key_Return)
    assert the_path(workspace).condition == "if it <b>snows</b>"
    assert not popup.isVisible()
    assert workspace.view.hasFocus()
    assert workspace.session.undo_label.startswith("Changed path from")


def test_escape_leaves_the_condition_as_it_was(workspace: Workspace, qtbot: QtBot) -> None:
    before = workspace.session.project
    popup = opened(workspace)
    qtbot.keyClicks(popup.line, "something else")
    qtbot.keyClick(popup.line, K.Key_Escape)
    assert workspace.session.project is before
    assert not popup.isVisible()


def test_each_kind_is_chosen_by_click_and_by_key_as_a_step(workspace: Workspace, qtbot: QtBot) -> None:
    popup = opened(workspace)
    qtbot.mouseClick(popup.group.button(2), Qt.MouseButton.LeftButton)
    assert the_path(workspace).kind == "loop"
    assert popup.isVisible()
    assert workspace.session.undo_label.startswith("Changed the kind: path from")
    button = popup.group.button(2)
    button.setFocus()
    qtbot.keyClick(button, K.Key_Right)
    assert the_path(workspace).kind == "handover"
    focus = QApplication.focusWidget()
    assert focus is popup.group.button(3)
    assert focus.accessibleName() == "Kind: handover"
    qtbot.keyClick(focus, K.Key_Tab)
    assert popup.line.hasFocus()


def test_a_condition_is_kept_when_something_else_is_selected(workspace: Workspace, qtbot: QtBot) -> None:
    popup = opened(workspace)
    qtbot.keyClicks(popup.line, "if it snows")
    workspace.session.select(())
    assert not popup.isVisible()
    assert the_path(workspace).condition == "if it snows"


def test_it_closes_when_its_path_goes(workspace: Workspace) -> None:
    popup = opened(workspace)
    path = popup.path
    workspace.session.apply("gone", lambda project: delete_path(project, path))
    assert not popup.isVisible()


def test_it_stays_within_the_view(workspace: Workspace) -> None:
    popup = opened(workspace)
    room = workspace.view.viewport().rect()
    workspace.view.pan(0, 4000)
    assert room.contains(popup.geometry())
    workspace.view.pan(-4000, -4000)
    assert room.contains(popup.geometry())


def test_the_path_command_begins_at_one_card_and_joins_several(workspace: Workspace, qtbot: QtBot) -> None:
    view, session = workspace.view, workspace.session
    path = the_path(workspace)
    before = len(session.journey.paths)
    session.select((path.source,))
    workspace.commands.insert_path()
    assert view.connecting.active
    view.connecting.cancel()
    session.select((path.target, path.source))
    workspace.commands.insert_path()
    assert len(session.journey.paths) == before + 1


def test_the_delete_command_means_the_point_in_hand_and_not_its_card(workspace: Workspace) -> None:
    view, session = workspace.view, workspace.session
    point = next(p for row in view.map_layout.rows for p in row.block.points if not p.drawn)
    cell = next(f"{row.lane}/{point.step}" for row in view.map_layout.rows if point in row.block.points)
    view.setFocus()
    assert view.curve.enter(cell)
    held = view.curve.spot
    assert held is not None
    workspace._actions["edit.delete"].trigger()
    assert session.undo_label.startswith("Deleted the emotion of")
    assert find_card(session.journey, held.at) is not None


def test_the_field_leaves_the_two_cards_in_sight(workspace: Workspace) -> None:
    workspace.view.fit()
    popup = opened(workspace)
    path = the_path(workspace)
    for card in (path.source, path.target):
        box = workspace.view.map_layout.card(card)
        assert box is not None
        assert not popup.geometry().intersects(workspace.view.place_of(box).toRect())
