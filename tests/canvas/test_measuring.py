"""The figures of a measure are typed where they stand, by the habits of the map's language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from pytestqt.qtbot import QtBot

from journey_editor.canvas.measuring import figures_box
from journey_editor.canvas.names import spoken
from journey_editor.canvas.view import MapView
from journey_editor.edit.cards import add_card
from journey_editor.model.cards import Measure, Metric
from journey_editor.model.queries import find_card
from journey_editor.session.session import Session

from .hands import NO_KEY, NONE, middle, mouse

K, M = Qt.Key, Qt.KeyboardModifier


def metric(session: Session, key: str) -> Metric:
    card = find_card(session.journey, key)
    assert isinstance(card, Measure)
    return card.metric


@pytest.fixture
def load(session: Session) -> str:
    """A measure "Load time" of 3.25 s, where 2 s are wanted, with a source."""
    figures = Metric(name="Load time", value=3.25, unit="s", target=2.0, better="lower", source="Own test")
    return str(session.apply("made", lambda project: add_card(project, "figures", "s1", metric=figures)))


def type_over(view: MapView, qtbot: QtBot, text: str, key: Qt.Key = K.Key_Return) -> None:
    editor = view.in_place.editor
    assert editor is not None
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, key, M.ControlModifier if key == K.Key_Return else M.NoModifier)


def test_a_digit_on_a_measure_begins_its_value(view: MapView, session: Session, load: str, qtbot: QtBot) -> None:
    view.stand_on(load)
    qtbot.keyClicks(view, "4")
    assert view.in_place.editor is not None
    assert view.in_place.editor.text() == "4"
    type_over(view, qtbot, ".5")
    assert metric(session, load) == Metric(
        name="Load time", value=4.5, unit="s", target=2.0, better="lower", source="Own test"
    )
    assert session.undo_label == "Set metric “Load time” to “4.5”"
    session.undo()
    assert metric(session, load).value == 3.25


def test_a_letter_on_a_measure_begins_nothing(view: MapView, load: str, qtbot: QtBot) -> None:
    view.stand_on(load)
    qtbot.keyClicks(view, "x")
    assert view.in_place.editor is None


def test_tab_leads_from_the_name_to_the_figures_and_back(
    view: MapView, session: Session, load: str, qtbot: QtBot
) -> None:
    view.edit(load)
    type_over(view, qtbot, "Time to load", K.Key_Tab)
    assert view.in_place.editor is not None
    assert view.in_place.editor.text() == "3.25\N{NO-BREAK SPACE}s / 2"
    type_over(view, qtbot, "1.9 s / 1.5", K.Key_Backtab)
    assert view.in_place.editor is not None
    assert view.in_place.editor.text() == "Time to load"
    assert (metric(session, load).value, metric(session, load).target) == (1.9, 1.5)


def test_tab_leads_on_from_a_measure_that_was_just_made(view: MapView, session: Session, qtbot: QtBot) -> None:
    view.edit("figures/s2")
    type_over(view, qtbot, "Visits", K.Key_Tab)
    made = view.in_place.thing
    type_over(view, qtbot, "1200 / 1000 visits", K.Key_Tab)
    assert metric(session, made) == Metric(name="Visits", value=1200.0, unit="visits", target=1000.0)
    assert view.in_place.writing is not None
    assert view.in_place.writing.cell is not None
    assert view.in_place.writing.cell.step == "s3"


def test_a_double_click_opens_what_lies_there(view: MapView, load: str) -> None:
    box = figures_box(view.map_layout, load)
    assert box is not None
    at = view.camera.pixel(box.x + box.w - 4.0, box.y + 4.0).toPoint()
    mouse(view, QEvent.Type.MouseButtonDblClick, at, NONE, NO_KEY)
    assert view.in_place.writing is not None
    assert view.in_place.writing.field == "figures"
    view.in_place.cancel()
    card = view.map_layout.card(load)
    assert card is not None
    at = view.camera.pixel(card.x + 4.0, card.y + 4.0).toPoint()
    mouse(view, QEvent.Type.MouseButtonDblClick, at, NONE, NO_KEY)
    assert view.in_place.writing is not None
    assert view.in_place.writing.field == "metric.name"


def test_what_is_no_figure_is_refused_with_an_example(view: MapView, session: Session, load: str, qtbot: QtBot) -> None:
    view.edit(load, "figures")
    with qtbot.waitSignal(view.refused) as refused:
        type_over(view, qtbot, "many")
    assert refused.args == ["“many” is no figure. Write it like this: 42 % / 50"]
    assert metric(session, load).value == 3.25


def test_a_measure_is_spoken_with_all_that_its_signs_mean(view: MapView, session: Session, load: str) -> None:
    assert middle(view, load)
    assert spoken(session, load) == (
        "Metric: Load time. 3.25\N{NO-BREAK SPACE}s, target 2\N{NO-BREAK SPACE}s, target missed"
    )
