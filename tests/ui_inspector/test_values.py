"""Fields for figures, days, choices and feelings: they speak the language, and store nothing that is wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QComboBox, QLineEdit, QSlider

from journey_editor.model.cards import Metric, Touchpoint
from journey_editor.model.queries import find_card
from journey_editor.session.session import Session
from journey_editor.ui.inspector.choice_fields import CheckField, ChoiceField, ColourField, SegmentField, Swatch
from journey_editor.ui.inspector.emotion_field import EmotionField
from journey_editor.ui.inspector.field import Field
from journey_editor.ui.inspector.figures import number_from
from journey_editor.ui.inspector.inspector import Inspector
from journey_editor.ui.inspector.line_field import LineField
from journey_editor.ui.inspector.metrics import Metrics
from journey_editor.ui.inspector.number_fields import DayField

Show = Callable[..., Inspector]
Find = Callable[[Inspector, str], Field]


def enter(field: Field, text: str) -> QLineEdit:
    assert isinstance(field, LineField)
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, text)
    return field.line


def advice(session: Session) -> Touchpoint:
    found = find_card(session.journey, "advice")
    assert isinstance(found, Touchpoint)
    return found


def metric(session: Session) -> Metric:
    return advice(session).metrics[0]


def opened(inspector: Inspector) -> Metrics:
    table = inspector.findChild(Metrics)
    assert isinstance(table, Metrics)
    table.rows[0].click()
    return table


@pytest.mark.usefixtures("german")
def test_german_figures_have_a_comma(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    opened(inspector)
    line = enter(field(inspector, "metrics.0.value"), "1.234,5")
    assert metric(session).value == 1234.5
    session.select(["contract"])
    session.select(["advice"])
    opened(inspector)
    shown = field(inspector, "metrics.0.value")
    assert isinstance(shown, LineField)
    assert shown.line.text() == "1234,5"
    assert line is not None


def test_english_figures_have_a_point(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    opened(inspector)
    enter(field(inspector, "metrics.0.value"), "6.25")
    assert metric(session).value == 6.25


@pytest.mark.parametrize("text", ["viel", "1e999", "nan", "--3", "<b>"])
def test_what_is_no_figure_is_said_and_not_stored(session: Session, show: Show, field: Find, text: str) -> None:
    inspector = show("advice")
    opened(inspector)
    line = enter(field(inspector, "metrics.0.target"), text)
    shown = field(inspector, "metrics.0.target")
    assert shown.complaint == "A number such as 1.5."
    assert line.property("wrong") is True
    assert line.accessibleDescription() == shown.complaint
    assert metric(session).target == 8.0
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert shown.complaint == ""
    assert line.text() == "8"


def test_an_empty_figure_is_no_figure(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    opened(inspector)
    line = field(inspector, "metrics.0.value").control
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert metric(session).value is None


@pytest.mark.parametrize(("text", "value"), [("−1.5", -1.5), ("+2", 2.0), (" 1,234.5 ", 1234.5), ("0", 0.0)])
def test_figures_are_read_as_people_write_them(text: str, value: float) -> None:
    assert number_from(text) == value


@pytest.mark.usefixtures("german")
def test_a_day_is_read_as_german_writes_it(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    opened(inspector)
    QTest.keyClick(enter(field(inspector, "metrics.0.date"), "3.4.2026"), Qt.Key.Key_Return)
    assert metric(session).date == "2026-04-03"
    enter(field(inspector, "metrics.0.date"), "31.02.2026")
    assert field(inspector, "metrics.0.date").complaint == "Ein Tag wie 22.03.2026."
    assert metric(session).date == "2026-04-03"


def test_a_feeling_beyond_the_scale_is_refused_in_words(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    shown = field(inspector, "emotions.brandt.value")
    enter(shown, "+3")
    assert shown.complaint == "From −2 to +2 in steps of 0.5."
    assert advice(session).emotions[0].value == 1.5
    enter(shown, "-2")
    assert shown.complaint == ""
    assert advice(session).emotions[0].value == -2.0
    session.select(["contract"])
    session.select(["advice"])
    assert shown.control.accessibleDescription() == "−2"


def test_the_slider_sets_a_feeling_in_half_steps_as_one_step(session: Session, show: Show, field: Find) -> None:
    shown = field(show("advice"), "emotions.brandt.value")
    assert isinstance(shown, EmotionField)
    shown.slider.setFocus()
    QTest.keyClick(shown.slider, Qt.Key.Key_Left)
    QTest.keyClick(shown.slider, Qt.Key.Key_Left)
    assert advice(session).emotions[0].value == 0.5
    assert shown.line.text() == "+0.5"
    session.undo()
    assert shown.slider.value() == 3
    assert shown.line.text() == "+1.5"


def test_emptying_all_of_a_feeling_takes_it_away(session: Session, show: Show, field: Find) -> None:
    shown = field(show("advice"), "emotions.brandt.value")
    assert isinstance(shown, EmotionField)
    shown.line.setFocus()
    shown.line.selectAll()
    QTest.keyClick(shown.line, Qt.Key.Key_Delete)
    assert advice(session).emotions[0].value is None
    assert advice(session).emotions[0].label == "endlich"


def test_the_wheel_changes_nothing(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    controls = [*inspector.findChildren(QComboBox), *inspector.findChildren(QSlider)]
    assert controls
    for control in controls:
        control.setFocus()
        at = QPointF(control.rect().center())
        turn = QWheelEvent(
            at,
            control.mapToGlobal(at),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(control, turn)
    assert session.history.past == ()


def test_choosing_a_channel_sets_it(session: Session, show: Show, field: Find) -> None:
    shown = field(show("advice"), "channel")
    assert isinstance(shown, ChoiceField)
    assert shown.combo.currentText() == "Musterhaus · offline"
    shown.combo.setFocus()
    QTest.keyClick(shown.combo, Qt.Key.Key_Down)
    assert advice(session).channel == "web"
    session.undo()
    assert shown.combo.currentText() == "Musterhaus · offline"


def test_segments_and_boxes_set_their_values(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    status, truth = field(inspector, "status"), field(inspector, "moment_of_truth")
    assert isinstance(status, SegmentField)
    assert isinstance(truth, CheckField)
    status._group.button(1).click()
    truth.box.click()
    assert advice(session).status == "possible"
    assert advice(session).moment_of_truth
    assert len(session.history.past) == 2


def test_a_phase_takes_a_colour_of_the_eight_or_the_automatic_one(session: Session, show: Show, field: Find) -> None:
    shown = field(show("meet"), "color")
    assert isinstance(shown, ColourField)
    swatches = shown.findChildren(Swatch)
    assert len(swatches) == 8
    swatches[2].click()
    assert session.journey.phases[0].color == "#007688"
    shown._group.button(0).click()
    assert session.journey.phases[0].color == ""


def test_a_width_is_automatic_when_empty(session: Session, show: Show, field: Find) -> None:
    shown = field(show("meet-2"), "width")
    line = enter(shown, "150")
    assert session.journey.phases[0].steps[1].width == 150
    enter(shown, "20000")
    assert shown.complaint == "A number from 0 to 14400."
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert session.journey.phases[0].steps[1].width == 0


def test_segments_are_chosen_with_the_arrow_keys_and_are_one_stop_for_tab(
    session: Session, show: Show, field: Find
) -> None:
    inspector = show("advice")
    status = field(inspector, "status")
    assert isinstance(status, SegmentField)
    status.control.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(status.control, Qt.Key.Key_Right)
    assert advice(session).status == "possible"
    assert status.control.hasFocus()
    QTest.keyClick(status.control, Qt.Key.Key_Tab)
    assert field(inspector, "mode").control.hasFocus()
    QTest.keyClick(field(inspector, "mode").control, Qt.Key.Key_Backtab)
    assert status.control.hasFocus()
    assert status.control is status._group.button(1)


def test_a_day_is_picked_in_a_calendar(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    opened(inspector)
    shown = field(inspector, "metrics.0.date")
    assert isinstance(shown, DayField)
    shown._open_calendar()
    calendar = shown.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    calendar.clicked.emit(QDate(2026, 3, 22))
    assert metric(session).date == "2026-03-22"
    assert shown.line.text() == "3/22/2026"
