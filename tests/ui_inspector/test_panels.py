"""The panels: one for each kind of thing, complete, named, in place, and following the session."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QWidget,
)

from journey_editor import wording
from journey_editor.edit.cards import set_card
from journey_editor.edit.change import EditError
from journey_editor.edit.remove import delete
from journey_editor.model.cards import Metric, Note, Touchpoint
from journey_editor.model.columns import Phase, Step
from journey_editor.model.invariants import problems
from journey_editor.model.lanes import LANE_OF_KIND
from journey_editor.model.paths import Path
from journey_editor.model.project import Channel, JourneyMap, Persona, Project
from journey_editor.model.queries import find_card
from journey_editor.model.style import PageSetup, Theme
from journey_editor.model.things import things
from journey_editor.session.session import Session
from journey_editor.ui.inspector.attributes import SEVERAL
from journey_editor.ui.inspector.choice_fields import CheckField, ChoiceField, SegmentField
from journey_editor.ui.inspector.field import Field
from journey_editor.ui.inspector.inspector import Inspector
from journey_editor.ui.inspector.item_rows import ItemRow
from journey_editor.ui.settings import Settings

Show = Callable[..., Inspector]
Find = Callable[[Inspector, str], Field]

CONTROLS = (QAbstractButton, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSlider)


def open_all(inspector: Inspector) -> None:
    for group in inspector.panel.groups:
        if not group.head.isChecked():
            group.head.click()


def controls(inspector: Inspector) -> list[QWidget]:
    return [
        widget
        for widget in inspector.panel.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisibleTo(inspector)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def keys(inspector: Inspector) -> set[str]:
    """The first part of the key of every field; lists count as theirs."""
    open_all(inspector)
    named = {field.attribute.key.split(".")[0] for field in inspector.panel.findChildren(Field)}
    parts = {type(widget).__name__ for widget in inspector.panel.findChildren(QWidget)}
    lists = {
        "Metrics": "metrics",
        "Links": "links",
        "Images": "images",
        "Steps": "steps",
        "PersonaBoxes": "personas",
        "ChannelBoxes": "channels",
        "Channels": "channels",
        "Points": "points",
        "Marks": "marks",
        "OneImage": "image",
        "Ends": "ends",
    }
    return named | {key for part, key in lists.items() if part in parts}


@pytest.mark.parametrize("language", ["en", "de"])
def test_everything_has_a_panel_whose_controls_all_have_names(session: Session, show: Show, language: str) -> None:
    wording.set_language(language)
    inspector = show()
    for thing in [*things(session.project)]:
        session.select([thing.id])
        open_all(inspector)
        assert inspector.head.title.text(), thing
        for control in controls(inspector):
            assert control.accessibleName(), (thing, control)
        assert inspector.panel.minimumSizeHint().width() <= inspector.width(), thing  # nothing is cut at the right
    wording.set_language("en")


def test_a_touchpoint_shows_all_its_attributes(show: Show) -> None:
    assert keys(show("advice")) >= set(Touchpoint.model_fields) - {"id"}


def test_a_metric_shows_all_its_attributes(show: Show) -> None:
    inspector = show("measure")
    shown = {field.attribute.key.removeprefix("metric.") for field in inspector.panel.findChildren(Field)}
    assert shown >= set(Metric.model_fields)


@pytest.mark.parametrize(
    ("thing", "kind"),
    [("idea", Note), ("meet", Phase), ("meet-2", Step), ("brandt", Persona), ("house", Channel), ("path", Path)],
)
def test_other_things_show_all_their_attributes(show: Show, thing: str, kind: type[Note]) -> None:
    left = set(kind.model_fields) - {"id", "source", "target"}
    assert keys(show(thing)) | {"portrait"} >= left


@pytest.mark.parametrize("lane", ["personal", "notes", "text", "curve", "metrics", "images", "matrix", "line"])
def test_lanes_show_all_attributes_of_their_kind(session: Session, show: Show, lane: str) -> None:
    kind = next(one.kind for one in session.journey.lanes if one.id == lane)
    left = set(LANE_OF_KIND[kind].model_fields) - {"id", "kind", "cells"}
    assert keys(show(lane)) >= left


def test_the_map_shows_itself_its_paper_and_its_project(show: Show) -> None:
    inspector = show()
    shown = keys(inspector)
    left = set(JourneyMap.model_fields) - {"id", "phases", "lanes", "paths", "counterparts", "origins"}
    assert shown >= left
    every = {field.attribute.key for field in inspector.panel.findChildren(Field)}
    assert every >= {f"page.{name}" for name in PageSetup.model_fields}
    assert every >= {f"theme.{name}" for name in Theme.model_fields if name != "name"}
    of_project = {"description", "language", "author", "organisation"}
    assert set(Project.model_fields) >= of_project
    assert shown >= of_project


def test_the_panel_stays_and_shows_the_next_thing_of_its_kind(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    panel, shown = inspector.panel, field(inspector, "title")
    session.select(["contract"])
    assert inspector.panel is panel
    assert field(inspector, "title") is shown
    assert shown.control.toPlainText() == "Vertrag"  # type: ignore[attr-defined]


def test_what_is_deleted_is_no_longer_shown(session: Session, show: Show) -> None:
    inspector = show("advice")
    session.apply("Delete", lambda project: delete(project, ("advice",)))
    assert inspector.head.title.text() == "Hausbau"


def test_a_change_elsewhere_is_shown(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    session.apply("Rename", lambda project: set_card(project, "advice", title="Anders", where="dort"))
    assert inspector.head.title.text() == "Anders"
    assert field(inspector, "where").control.toPlainText() == "dort"  # type: ignore[attr-defined]
    session.undo()
    assert inspector.head.title.text() == "Beratung"


def test_several_things_say_where_they_differ_and_take_one_value(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice", "contract", "tour")
    assert inspector.head.title.text() == "3 touchpoints"
    channel, status = field(inspector, "channel"), field(inspector, "status")
    assert isinstance(channel, ChoiceField)
    assert isinstance(status, SegmentField)
    assert channel.attribute.read(channel.scope) is SEVERAL
    assert channel.combo.without == "several values"
    assert status._group.checkedId() == 0
    typed = field(inspector, "call_to_action").control
    assert isinstance(typed, QPlainTextEdit)
    QTest.keyClicks(typed, "Termin")
    assert all(
        find_card(session.journey, card).call_to_action == "Termin"  # type: ignore[union-attr]
        for card in ("advice", "contract", "tour")
    )
    assert len(session.history.past) == 1
    session.undo()
    assert find_card(session.journey, "tour").call_to_action == ""  # type: ignore[union-attr]


def test_text_in_which_things_differ_stands_in_italics_until_something_is_entered(show: Show, field: Find) -> None:
    inspector = show("tour", "idea")
    assert inspector.head.title.text() == "2 things"
    inspector = show("brandt")
    inspector._session.select(["advice", "contract"])
    tags = field(inspector, "emotions.brandt.value").control
    assert tags is not None
    inspector._session.apply("where", lambda project: set_card(project, "advice", where="hier"))
    where = field(inspector, "where").control
    assert isinstance(where, QPlainTextEdit)
    assert where.toPlainText() == ""
    assert where.placeholderText() == "several values"
    assert where.property("several") is True
    QTest.keyClicks(where, "x")
    assert where.property("several") is False


def test_a_box_in_which_things_differ_is_partly_filled(session: Session, show: Show, field: Find) -> None:
    session.apply("star", lambda project: set_card(project, "advice", moment_of_truth=True))
    shown = field(show("advice", "contract"), "moment_of_truth")
    assert isinstance(shown, CheckField)
    assert shown.box.checkState() == Qt.CheckState.PartiallyChecked
    shown.box.click()
    assert find_card(session.journey, "contract").moment_of_truth is True  # type: ignore[union-attr]
    assert shown.box.checkState() == Qt.CheckState.Checked


def test_in_another_language_the_translation_is_edited(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    session.set_language("en")
    assert inspector.head.title.text() == "Advice"
    title, medium = field(inspector, "title").control, field(inspector, "where").control
    assert isinstance(title, QPlainTextEdit)
    assert isinstance(medium, QPlainTextEdit)
    assert title.toPlainText() == "Advice"
    assert medium.toPlainText() == ""
    title.selectAll()
    QTest.keyClick(title, Qt.Key.Key_Delete)
    assert title.placeholderText() == "Beratung"
    QTest.keyClicks(title, "Talk")
    assert session.project.translations["en"]["advice.title"] == "Talk"
    assert find_card(session.journey, "advice").title == "Beratung"  # type: ignore[union-attr]
    session.set_language("de")
    assert title.toPlainText() == "Beratung"
    assert title.placeholderText() == ""


def test_a_list_cannot_be_longer_in_another_language(session: Session, show: Show, field: Find) -> None:
    inspector = show("brandt")
    session.set_language("en")
    goals = field(inspector, "goals").control
    assert isinstance(goals, QPlainTextEdit)
    assert goals.placeholderText() == "ein Haus\nbald"
    goals.insertPlainText("a house\nsoon")
    assert session.project.translations["en"]["brandt.goals.1"] == "soon"
    goals.insertPlainText("\nwith a garden")
    assert field(inspector, "goals").complaint.startswith("The first language has 2 lines")
    assert session.project.personas[0].goals == ("ein Haus", "bald")


def test_the_label_of_a_feeling_is_translated(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    open_all(inspector)
    session.set_language("en")
    label = field(inspector, "emotions.brandt.label").control
    assert isinstance(label, QPlainTextEdit)
    assert label.placeholderText() == "endlich"
    QTest.keyClicks(label, "at last")
    assert session.project.translations["en"]["advice.emotions.0.label"] == "at last"


def test_the_tab_key_goes_from_top_to_bottom(show: Show) -> None:
    inspector = show("advice")
    last = -1
    first = inspector.panel.groups[0].head
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert inspector.isAncestorOf(focus)
        top = focus.mapTo(inspector, focus.rect().center()).y()
        assert top >= last - 1, focus.accessibleName()
        last = top


def test_labels_lead_to_their_fields(show: Show) -> None:
    inspector = show("advice")
    buddies = [label.buddy() for label in inspector.panel.findChildren(QLabel) if label.buddy() is not None]
    assert len(buddies) >= 12


def test_groups_stay_folded_as_they_were_left(show: Show, settings: Settings) -> None:
    inspector = show("advice")
    head = inspector.panel.groups[0].head
    assert head.isChecked()
    head.click()
    other = show("advice")
    assert not other.panel.groups[0].head.isChecked()
    assert other.panel.groups[1].head.isChecked()


def test_another_language_of_the_program_is_spoken_at_once(session: Session, show: Show) -> None:
    inspector = show("advice")
    wording.set_language("de")
    QApplication.sendEvent(inspector, QEvent(QEvent.Type.LanguageChange))
    assert inspector.head.under.text() == "Berührungspunkt · Kennenlernen · Persönlich"
    wording.set_language("en")


def test_an_inspector_that_is_hidden_catches_up_when_it_is_shown(session: Session, show: Show) -> None:
    inspector = show("advice")
    inspector.hide()
    session.select(["contract"])
    assert inspector.head.title.text() == "Beratung"
    inspector.show()
    assert inspector.head.title.text() == "Vertrag"


def test_leaving_a_field_while_the_window_loses_the_focus_is_no_error(
    session: Session, show: Show, field: Find
) -> None:
    control = field(show("advice"), "title").control
    before = control.toPlainText()  # type: ignore[attr-defined]  # a field of text
    QApplication.sendEvent(control, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    assert control.toPlainText() == before  # type: ignore[attr-defined]
    assert not session.can_undo


@pytest.mark.parametrize(
    ("thing", "key"), [("advice", "title"), ("idea", "text"), ("brandt", "name"), ("measure", "metric.name")]
)
def test_the_cursor_can_be_sent_to_the_name_of_what_is_shown(show: Show, field: Find, thing: str, key: str) -> None:
    inspector = show(thing)
    inspector.edit()
    assert field(inspector, key).control.hasFocus()


@pytest.mark.parametrize("seed", [1, 2])
def test_no_order_of_selecting_entering_deleting_and_undoing_breaks_the_panel(
    session: Session, show: Show, seed: int
) -> None:
    chance = random.Random(seed)
    inspector = show()
    for _ in range(120):
        ids = [thing.id for thing in things(session.project)]
        fields = [one for one in inspector.panel.findChildren(Field) if one.isVisibleTo(inspector)]
        rows = [row for row in inspector.panel.findChildren(ItemRow) if row.isVisibleTo(inspector)]
        match chance.randrange(8):
            case 0 | 1:
                session.select(chance.sample(ids, chance.choice((0, 1, 1, 1, 2))))
            case 2:
                with contextlib.suppress(EditError):
                    gone = chance.choice(ids)
                    session.apply("Delete", lambda project, gone=gone: delete(project, (gone,)))
            case 3:
                session.undo()
            case 4:
                session.set_language(chance.choice(("de", "en", "fr")))
            case 5 if rows:
                chance.choice(rows).click()
            case 6:
                chance.choice(inspector.panel.groups).head.click()
            case _ if fields:
                entry = chance.choice(fields).control
                if isinstance(entry, QPlainTextEdit):
                    entry.insertPlainText(chance.choice(("a", "b\nc", "<b>")))
                elif isinstance(entry, QAbstractButton):
                    entry.click()
                elif isinstance(entry, QComboBox) and entry.count():
                    entry.activated.emit(chance.randrange(entry.count()))
        assert problems(session.project) == ()
        shown = [node.id for node in inspector.panel.scope.nodes]
        assert shown in ([*session.selection], [session.map_id])
    while session.can_undo:
        session.undo()
    assert session.project.maps[0].title == "Hausbau"


def test_the_focus_stays_in_the_inspector_when_the_focused_panel_goes(
    session: Session, show: Callable[..., Inspector]
) -> None:
    inspector = show("advice")
    QTest.keyClick(inspector.panel.fields()[0].control, Qt.Key.Key_Home)
    inspector.panel.fields()[0].control.setFocus()
    session.select(())
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is inspector or inspector.isAncestorOf(focus)


def test_the_head_breaks_words_that_are_wider_than_it_at_syllables(
    session: Session, show: Callable[..., Inspector]
) -> None:
    inspector = show("advice")
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    for text in (word, "x" * 119):
        session.apply("Rename", lambda project, text=text: set_card(project, "advice", title=text))
        QApplication.processEvents()
        head = inspector.head.title
        assert head.accessibleName() == text
        assert head.minimumSizeHint().width() <= head.width()
