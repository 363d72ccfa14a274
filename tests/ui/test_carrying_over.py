"""Carrying over in the window: the picker, the list of what waits for it, and the mirror layout."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from journey_editor.model.cards import Touchpoint
from journey_editor.model.project import Channel, Project
from journey_editor.model.queries import find_card, find_channel
from journey_editor.model.sides import is_mirrored
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.counterparts.panel import CounterpartPanel
from journey_editor.ui.counterparts.picker import CarryOverPicker
from journey_editor.ui.list_rows import RowList
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.workspace import Workspace
from tests.builders import journey, lane, phase, project, tp
from tests.ui.conftest import show

K = Qt.Key


def shop() -> Project:
    return project(
        journey(
            (phase("p1", "s1"), phase("p2", "s2")),
            (
                lane("touchpoints", "up", {"s1": (tp("web", channel="ch-web"),), "s2": (tp("app", mode="online"),)}),
                lane(
                    "touchpoints",
                    "low",
                    {"s1": (tp("letter", channel="ch-letter"), tp("bare")), "s2": (tp("fair", channel="ch-fair"),)},
                    mode="offline",
                ),
            ),
        ),
        language="en",
        channels=(
            Channel(id="ch-web", name="Website", icon="globe", mode="online"),
            Channel(id="ch-mail", name="E-mail", icon="mail", mode="online"),
            Channel(id="ch-letter", name="Letter", mode="offline"),
            Channel(id="ch-fair", name="Trade fair", mode="offline"),
        ),
    )


@pytest.fixture
def workspace(window: MainWindow, qtbot: QtBot) -> Iterator[Workspace]:
    made = window.workspace
    show(window, shop(), qtbot)
    made.view.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(made.view.hasFocus)
    yield made
    picker = made.sides.carrying.picker
    if picker is not None and isValid(picker):
        picker.close()
    made.session.new(Loaded(shop(), {}, ()))
    QApplication.processEvents()


def begin(workspace: Workspace, *ids: str) -> CarryOverPicker:
    workspace.session.select(ids)
    workspace._actions["insert.counterpart"].trigger()
    picker = workspace.sides.carrying.picker
    assert picker is not None
    return picker


def names(rows: RowList) -> list[str]:
    return [row.name for row in rows.model_.rows]


def counterparts(session: Session) -> list[tuple[str, str]]:
    """What was carried over, and the name of the channel it was carried over to."""
    found = []
    for trace in session.journey.counterparts:
        card = find_card(session.journey, trace.target)
        assert isinstance(card, Touchpoint)
        channel = find_channel(session.project, card.channel)
        found.append((trace.source, channel.name if channel else ""))
    return found


def test_a_letter_is_carried_over_to_the_e_mail_with_two_keys(workspace: Workspace, qtbot: QtBot) -> None:
    picker = begin(workspace, "letter")
    assert names(picker.list)[:2] == ["New online touchpoint, by channel", "E-mail"]
    qtbot.keyClick(picker.field, K.Key_Return)
    session = workspace.session
    assert counterparts(session) == [("letter", "E-mail")]
    assert session.selection == (session.journey.counterparts[0].target,)
    assert session.undo_label == "Carried touchpoint “letter” over to online"
    session.undo()
    assert session.project == shop()


def test_a_channel_of_the_library_is_added_with_the_counterpart_in_one_step(workspace: Workspace, qtbot: QtBot) -> None:
    picker = begin(workspace, "letter")
    qtbot.keyClicks(picker.field, "messenger whatsapp")
    assert names(picker.list) == ["New online touchpoint, by channel", "Messenger"]
    qtbot.keyClick(picker.field, K.Key_Return)
    assert counterparts(workspace.session) == [("letter", "Messenger")]
    workspace.session.undo()
    assert workspace.session.project == shop()


def test_several_go_each_to_a_channel_that_suits(workspace: Workspace, qtbot: QtBot) -> None:
    picker = begin(workspace, "letter", "fair", "bare")
    assert names(picker.list)[1] == "Each by its likely channel"
    qtbot.keyClick(picker.field, K.Key_Return)
    assert counterparts(workspace.session) == [("letter", "E-mail"), ("bare", ""), ("fair", "Website")]
    assert workspace.session.undo_label == "Carried 3 touchpoints over to online"


def test_one_that_is_there_can_be_linked_instead(workspace: Workspace, qtbot: QtBot) -> None:
    picker = begin(workspace, "letter")
    qtbot.keyClicks(picker.field, "web")
    qtbot.keyClick(picker.field, K.Key_End)
    for _ in picker.list.model_.rows:
        qtbot.keyClick(picker.field, K.Key_Down)
    row = picker.list.current()
    assert row is not None
    assert (row.name, row.right) == ("web", "p1")
    qtbot.keyClick(picker.field, K.Key_Return)
    assert [(trace.source, trace.target) for trace in workspace.session.journey.counterparts] == [("letter", "web")]


def test_what_is_online_is_carried_over_the_other_way(workspace: Workspace, qtbot: QtBot) -> None:
    picker = begin(workspace, "app")
    qtbot.keyClicks(picker.field, "fair")
    qtbot.keyClick(picker.field, K.Key_Return)
    assert counterparts(workspace.session) == [("app", "Trade fair")]


def test_nothing_can_be_carried_over_where_no_touchpoint_is_selected(workspace: Workspace) -> None:
    workspace.session.select(("p1",))
    assert not workspace._actions["insert.counterpart"].isEnabled()
    workspace.session.select(("bare",))
    assert workspace._actions["insert.counterpart"].isEnabled()


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> CounterpartPanel:
    workspace._actions["view.counterparts"].trigger()
    qtbot.waitUntil(workspace.sides.panel.list.hasFocus)
    return workspace.sides.panel


def test_the_panel_lists_what_waits_by_phase(panel: CounterpartPanel) -> None:
    rows = panel.list.model_.rows
    assert [(row.key, row.name, row.right) for row in rows] == [
        ("", "p1", "2 of 2"),
        ("letter", "letter", "Touchpoints"),
        ("bare", "bare", "Touchpoints"),
        ("", "p2", "1 of 1"),
        ("fair", "fair", "Touchpoints"),
    ]
    assert panel.says.text() == "3 of 3 without counterpart"
    panel.sides.button(1).click()
    assert [row.key for row in panel.list.model_.rows if row.key] == ["web", "app"]


def test_enter_shows_one_on_the_map_and_the_keyboard_stays(
    panel: CounterpartPanel, workspace: Workspace, qtbot: QtBot
) -> None:
    qtbot.keyClick(panel.list, K.Key_Down)
    qtbot.keyClick(panel.list, K.Key_Down)
    qtbot.keyClick(panel.list, K.Key_Return)
    assert workspace.session.selection == ("fair",), "heads are passed over"
    assert panel.list.hasFocus()


def test_one_after_the_other_is_carried_over_from_the_panel(
    panel: CounterpartPanel, workspace: Workspace, qtbot: QtBot
) -> None:
    for left in (2, 1, 0):
        panel.window().activateWindow()  # nobody else does where there is no window system
        qtbot.waitUntil(panel.list.hasFocus)
        workspace._actions["insert.counterpart"].trigger()
        picker = workspace.sides.carrying.picker
        assert picker is not None
        qtbot.keyClick(picker.field, K.Key_Return)
        qtbot.waitUntil(lambda left=left: len([row for row in panel.list.model_.rows if row.key]) == left)  # type: ignore[misc]
    assert len(workspace.session.journey.counterparts) == 3
    assert panel._done.isVisible()
    workspace.session.undo()
    qtbot.waitUntil(lambda: names(panel.list) == ["p2", "fair"])


def test_a_hidden_panel_works_nothing_out(workspace: Workspace) -> None:
    panel = workspace.sides.panel
    workspace.session.select(("letter",))
    assert panel.list.model_.rows == ()


def test_the_map_becomes_a_mirror_and_back(workspace: Workspace) -> None:
    action, session = workspace._actions["map.mirror"], workspace.session
    assert not action.isChecked()
    action.trigger()
    assert is_mirrored(session.journey)
    assert session.journey.band_below == "up"
    assert action.isChecked()
    session.undo()
    assert not action.isChecked()
    session.redo()
    action.trigger()
    assert (session.journey.band_below, session.journey.theme.band) == ("", "chevrons")
