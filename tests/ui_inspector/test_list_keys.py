"""Lists by keyboard: along the rows, an item moved, an item taken away; and links that ask before they lead away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journey_editor.edit.matrix import set_mark
from journey_editor.edit.translations import set_translation
from journey_editor.model.cards import Touchpoint
from journey_editor.model.lanes import ChannelLane, ChannelMark
from journey_editor.model.project import Project
from journey_editor.model.queries import find_card, find_lane
from journey_editor.session.session import Session
from journey_editor.ui.dialogs.messages import Message
from journey_editor.ui.inspector import visiting
from journey_editor.ui.inspector.choice_fields import ChoiceField, SegmentField
from journey_editor.ui.inspector.column_panels import Steps
from journey_editor.ui.inspector.connection_panels import PathEnds
from journey_editor.ui.inspector.field import Field
from journey_editor.ui.inspector.inspector import Inspector
from journey_editor.ui.inspector.lane_panels import Marks
from journey_editor.ui.inspector.metrics import Metrics
from journey_editor.ui.inspector.visiting import host_of, question
from tests.ui_inspector.everything import part

Show = Callable[..., Inspector]
Find = Callable[[Inspector, str], Field]

ALT = Qt.KeyboardModifier.AltModifier


def advice(session: Session) -> Touchpoint:
    found = find_card(session.journey, "advice")
    assert isinstance(found, Touchpoint)
    return found


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key, held)


def test_a_metric_is_moved_with_alt_and_arrow_and_its_translation_follows(session: Session, show: Show) -> None:
    session.apply("say", lambda project: set_translation(project, "en", "advice", "metrics.0.name", "Dates"))
    table = part(show("advice"), Metrics)
    press(table.rows[0], Qt.Key.Key_Down, ALT)
    assert [metric.name for metric in advice(session).metrics] == ["Folgetermin", "Termine"]
    assert session.project.translations["en"]["advice.metrics.1.name"] == "Dates"
    assert table.rows[1].hasFocus()
    assert session.undo_label == "Metric moved: touchpoint “Beratung”"
    press(table.rows[1], Qt.Key.Key_Down, ALT)  # it is the last one
    assert [metric.name for metric in advice(session).metrics] == ["Folgetermin", "Termine"]


def test_a_moved_item_stays_open(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    table = part(inspector, Metrics)
    table.rows[0].click()
    table.shift("0", 1)
    assert field(inspector, "metrics.1.name").control.toPlainText() == "Termine"  # type: ignore[attr-defined]


def test_arrows_go_along_the_rows_and_delete_takes_one_away(session: Session, show: Show) -> None:
    table = part(show("advice"), Metrics)
    press(table.rows[0], Qt.Key.Key_Down)
    assert table.rows[1].hasFocus()
    QTest.keyClick(table.rows[1], Qt.Key.Key_Delete)
    assert [metric.name for metric in advice(session).metrics] == ["Termine"]
    assert table.rows[0].hasFocus()
    QTest.keyClick(table.rows[0], Qt.Key.Key_Delete)
    assert advice(session).metrics == ()
    assert session.selection == ("advice",)


def test_steps_are_moved_within_their_phase(session: Session, show: Show) -> None:
    steps = part(show("meet"), Steps)
    press(steps.rows[1], Qt.Key.Key_Up, ALT)
    assert [step.id for step in session.journey.phases[0].steps] == ["meet-2", "meet-1"]
    press(steps.rows[0], Qt.Key.Key_Down, ALT)
    assert [step.id for step in session.journey.phases[0].steps] == ["meet-1", "meet-2"]


def test_undo_names_the_part_and_the_thing(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    part(inspector, Metrics).rows[0].click()
    QTest.keyClicks(field(inspector, "metrics.0.unit").control, "x")
    assert session.undo_label == "Metric · Unit changed: touchpoint “Beratung”"


def test_a_line_of_a_list_is_moved_with_alt_and_arrow(session: Session, show: Show, field: Find) -> None:
    goals = field(show("brandt"), "goals").control
    assert isinstance(goals, QPlainTextEdit)
    goals.moveCursor(QTextCursor.MoveOperation.Start)
    press(goals, Qt.Key.Key_Down, ALT)
    assert session.project.personas[0].goals == ("bald", "ein Haus")
    assert goals.toPlainText() == "bald\nein Haus"
    assert goals.textCursor().blockNumber() == 1
    press(goals, Qt.Key.Key_Down, ALT)
    assert goals.toPlainText() == "bald\nein Haus"
    press(goals, Qt.Key.Key_Up, ALT)
    assert session.project.personas[0].goals == ("ein Haus", "bald")


def test_the_place_of_a_mark_is_changed_but_not_onto_another(session: Session, show: Show, field: Find) -> None:
    def marks() -> tuple[ChannelMark, ...]:
        lane = find_lane(session.journey, "matrix")
        assert isinstance(lane, ChannelLane)
        return lane.marks

    inspector = show("matrix")
    part(inspector, Marks).rows[0].click()
    channel = field(inspector, "marks.0.channel")
    assert isinstance(channel, ChoiceField)
    channel.combo.activated.emit(0)
    assert not channel.complaint
    assert marks()[0].channel == "house"
    session.apply("mark", _second_mark)
    channel.combo.activated.emit(1)
    assert channel.complaint == "There is a mark for this channel and step already."
    assert marks()[0].channel == "house"


def _second_mark(project: Project) -> Project:
    return set_mark(project, "matrix", "web", "decide-1", 2)


def test_a_path_is_turned_round_and_led_elsewhere(session: Session, show: Show) -> None:
    ends = part(show("path"), PathEnds)
    assert isinstance(ends, PathEnds)
    ends._turn()
    assert (session.journey.paths[0].source, session.journey.paths[0].target) == ("contract", "advice")
    ends._lead("Path led elsewhere", target="tour")
    assert session.journey.paths[0].target == "tour"
    assert session.selection == ("path",)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://example.org/plan?x=1", "example.org"),
        ("https://bank.example@evil.example/login", "evil.example"),
        ("mailto:info@example.org", "info@example.org"),
        ("HTTP://Example.ORG", "example.org"),
    ],
)
def test_a_question_shows_the_host_before_a_link_is_opened(show: Show, address: str, host: str) -> None:
    assert host_of(address) == host
    asked = question(show("advice"), address)
    assert host in asked.accessibleName()
    assert asked.accessibleDescription().startswith(address)
    assert ("not encrypted" in asked.accessibleDescription()) == address.lower().startswith("http:")


@pytest.mark.parametrize(("answer", "opened"), [("open", 1), ("cancel", 0), ("", 0)])
def test_a_link_is_opened_only_if_one_says_so(
    show: Show, monkeypatch: pytest.MonkeyPatch, answer: str, opened: int
) -> None:
    seen: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url))

    def answered(message: Message) -> int:
        message.answer = answer
        return 1

    monkeypatch.setattr(Message, "exec", answered)
    visiting.visit(show("advice"), "https://example.org/plan")
    visiting.visit(show("advice"), "javascript:alert(1)")
    assert len(seen) == opened


def test_the_importance_of_a_mark_is_changed(session: Session, show: Show, field: Find) -> None:
    inspector = show("matrix")
    part(inspector, Marks).rows[0].click()
    importance = field(inspector, "marks.0.importance")
    assert isinstance(importance, SegmentField)
    importance._group.button(2).click()
    lane = find_lane(session.journey, "matrix")
    assert isinstance(lane, ChannelLane)
    assert lane.marks[0].importance == 3
