"""The palette: its channels, the keyboard, and what a drag carries."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.canvas.parts import Part, decode
from journey_editor.edit.channels import add_channel
from journey_editor.model.lanes import LANE_OF_KIND
from journey_editor.model.queries import find_lane
from journey_editor.model.separators import LINES, line_word
from journey_editor.session.names import name_of
from journey_editor.session.session import Session
from journey_editor.ui.insertion import insert
from journey_editor.ui.meanings import lane_choices
from journey_editor.ui.palette import Palette


@pytest.fixture
def palette(app: QApplication, session: Session, qtbot: QtBot) -> Palette:
    made = Palette(session)
    qtbot.addWidget(made)
    made.resize(240, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def names(palette: Palette) -> list[str]:
    return [item.entry.name for item in palette.items()]


def test_it_offers_the_channels_of_the_project_as_they_come(palette: Palette, session: Session) -> None:
    assert {"Website", "Laden"} <= set(names(palette))
    session.apply("x", lambda project: add_channel(project, name="Fax & <i>Telex</i>"))
    assert "Fax & <i>Telex</i>" in names(palette)


def test_an_edit_elsewhere_leaves_it_as_it_is(palette: Palette, session: Session) -> None:
    from journey_editor.session import acts

    before = palette.items()
    acts.write(session, "tp-web", "title", "Neu")
    assert palette.items() == before


def test_arrows_move_and_enter_inserts(palette: Palette, qtbot: QtBot) -> None:
    first = palette.items()[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    second = palette.items()[1]
    assert second.hasFocus()
    with qtbot.waitSignal(palette.insert_wanted) as wanted:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert wanted.args == [Part("step")]
    qtbot.keyClick(second, Qt.Key.Key_Down)
    assert palette.items()[3].hasFocus()


def test_tab_enters_the_palette_once(palette: Palette) -> None:
    takers = [item for item in palette.items() if item.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(takers) == 1


def test_a_drag_carries_the_part_and_a_click_does_not_drag(
    palette: Palette, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[Part | None] = []

    def noted(drag: QDrag, *_: object) -> Qt.DropAction:
        load = drag.mimeData()
        assert isinstance(load, QMimeData)
        carried.append(decode(load))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", noted)
    item = next(item for item in palette.items() if item.entry.name == "Laden")
    with qtbot.waitSignal(palette.insert_wanted):
        qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    assert carried == []
    qtbot.mousePress(item, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.mouseMove(item, QPoint(60, 20))
    assert [part.channel for part in carried if part] == ["ch-shop"]


def test_every_part_says_what_it_is_for(palette: Palette, qtbot: QtBot) -> None:
    for item in palette.items():
        assert item.says.endswith("."), item.entry.name
        assert item.accessibleDescription().startswith(item.says)
        assert item.says in item.toolTip()
    first, second = palette.items()[:2]
    first.setFocus()
    with qtbot.waitSignal(palette.explained) as explained:
        second.setFocus()
    assert explained.args == [""]
    assert palette.items()[1].says == second.says


def test_there_is_a_lane_of_every_kind_and_a_line_of_every_sort(palette: Palette) -> None:
    lanes = [item.entry.part for item in palette.items() if item.entry.part.part == "lane"]
    assert {part.kind for part in lanes} == set(LANE_OF_KIND)
    assert [part.line for part in lanes if part.kind == "separator"] == ["", *LINES]


def test_every_lane_can_be_inserted_as_it_is_offered(session: Session) -> None:
    for choice in lane_choices().values():
        made = insert(session, (), choice.part)
        lane = find_lane(session.journey, made)
        assert (lane.kind, getattr(lane, "line", "")) == (choice.part.kind, choice.part.line)
        if choice.part.line:
            assert name_of(session, made) == line_word(choice.part.line, session.language)
            assert session.undo_label == f"Added a lane: {choice.name}"
