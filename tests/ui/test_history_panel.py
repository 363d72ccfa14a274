"""The history as a list: what it says of each step, and going to one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.edit import cards
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.history_panel import HistoryPanel, HistoryRows
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.words import in_lines
from tests.builders import PIXEL, PIXEL_SHA, everything

K = Qt.Key


@pytest.fixture
def session(qapp: object) -> Iterator[Session]:
    made = Session(now=lambda: datetime(2026, 3, 22, 14, 32, tzinfo=UTC))
    made.new(Loaded(everything(), {PIXEL_SHA: PIXEL}, ()))
    yield made
    made.deleteLater()


@pytest.fixture
def panel(app: QApplication, session: Session, qtbot: QtBot) -> HistoryPanel:
    for title in ("A", "B", "C"):
        rename(session, title)
    made = HistoryPanel(session)
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def rename(session: Session, title: str) -> None:
    session.apply(f"To {title}", lambda project: cards.set_card(project, "tp-web", title=title))


def labels(rows: HistoryRows) -> list[str]:
    return [str(rows.index(n, 0).data()) for n in range(rows.rowCount())]


def test_it_lists_all_steps_from_the_beginning(panel: HistoryPanel) -> None:
    rows = panel.list.rows
    assert labels(rows) == ["At the beginning", "To A", "To B", "To C"]
    assert rows.now == 3
    assert panel.list.currentIndex().row() == 3


def test_a_row_says_when_it_was_done_and_where_one_is(panel: HistoryPanel, session: Session, tmp_path: Path) -> None:
    session.undo()
    session.save(tmp_path / "a.journey")
    rows = panel.list.rows
    spoken = [rows.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(4)]
    clock = rows.clock(1)
    assert ":" in clock
    assert rows.clock(0) == ""
    assert spoken == [
        "At the beginning",
        f"To A, {clock}",
        f"To B, {clock}, here you are, saved",
        f"To C, {clock}, undone",
    ]


def test_enter_goes_to_a_step_and_the_arrows_only_look(panel: HistoryPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.list, K.Key_Up)
    qtbot.keyClick(panel.list, K.Key_Up)
    assert session.undo_label == "To C"
    qtbot.keyClick(panel.list, K.Key_Return)
    assert (session.undo_label, session.redo_label) == ("To A", "To B")
    qtbot.keyClick(panel.list, K.Key_End)
    qtbot.keyClick(panel.list, K.Key_Space)
    assert not session.can_redo


def test_a_click_goes_to_a_step(panel: HistoryPanel, session: Session, qtbot: QtBot) -> None:
    place = panel.list.visualRect(panel.list.rows.index(0, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not session.can_undo
    assert panel.list.rows.now == 0


def test_the_model_tells_truly_of_each_change(session: Session, qtbot: QtBot) -> None:
    rows = HistoryRows(session, session)
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    told: list[tuple[int, int]] = []
    rows.rowsInserted.connect(lambda _parent, first, last: told.append((first, last)))
    rows.follow()
    for title in ("A", "B", "C"):
        rename(session, title)
        rows.follow()
    session.go_to_step(1)
    rows.follow()
    rename(session, "D")
    rows.follow()
    assert labels(rows) == ["At the beginning", "To A", "To D"]
    assert told == [(0, 0), (1, 1), (2, 2), (3, 3), (2, 2)]
    assert rows.rowCount(rows.index(0, 0)) == 0
    assert rows.data(QModelIndex()) is None
    del tester


def test_a_thousand_steps_are_followed_without_being_told_anew(panel: HistoryPanel, session: Session) -> None:
    panel.hide()  # a panel that nobody sees costs nothing
    for n in range(1000):
        rename(session, f"t{n}")
    assert panel.list.rows.rowCount() == 4
    panel.show()
    inserted: list[tuple[int, int]] = []
    panel.list.rows.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    rename(session, "last")
    assert inserted == [(1004, 1004)]
    session.go_to_step(0)
    assert panel.list.rows.now == 0
    assert panel.list.rows.rowCount() == 1005


def test_nothing_is_built_before_the_panel_is_shown(open_window: MainWindow) -> None:
    dock = open_window.workspace.docks["history"]
    assert not dock.isVisible()
    panel = dock.body
    assert isinstance(panel, HistoryPanel)
    assert panel._list is None
    open_window.actions_["view.history"].trigger()
    assert dock.isVisible()
    assert panel._list is not None
    open_window.actions_["view.history"].trigger()
    assert not dock.isVisible()


def test_undo_and_redo_in_the_menu_say_what(open_window: MainWindow) -> None:
    session = open_window.session
    assert session is not None
    rename(session, "A")
    undo, redo = open_window.actions_["edit.undo"], open_window.actions_["edit.redo"]
    assert undo.text() == "&Undo: To A"
    assert undo.toolTip() == "Undo: To A (Ctrl+Z)"
    session.undo()
    assert (undo.text(), redo.text()) == ("&Undo", "&Redo: To A")


def test_a_name_with_an_ampersand_is_no_mnemonic(open_window: MainWindow) -> None:
    session = open_window.session
    assert session is not None
    rename(session, "Q & A")
    assert open_window.actions_["edit.undo"].text() == "&Undo: To Q && A"
    assert "To Q &amp; A" in open_window.actions_["edit.undo"].toolTip()  # as markup that says just that


def test_a_long_step_takes_two_lines_and_ends_with_an_ellipsis(app: QApplication) -> None:
    font = QFont()
    width = QFontMetricsF(font).horizontalAdvance("Path from here to there")
    text = "Path from here to there and further on, <b>past</b> all that anybody could ever read"
    lines = in_lines(text, font, width, 2).split("\n")
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= width + 1 for line in lines)
    assert in_lines("Path\n\nfrom", font, width, 2) == "Path from"
    assert in_lines("", font, width, 2) == ""
