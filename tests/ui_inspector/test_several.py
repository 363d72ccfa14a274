"""Several things at once: what they have in common, lists included, and what only some have."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journey_editor.edit.cards import set_card
from journey_editor.model.cards import Metric, Note, Touchpoint
from journey_editor.model.queries import find_card
from journey_editor.session.session import Session
from journey_editor.ui.inspector.attributes import SEVERAL
from journey_editor.ui.inspector.choice_fields import CheckField
from journey_editor.ui.inspector.field import Field
from journey_editor.ui.inspector.inspector import Inspector
from journey_editor.ui.inspector.items import ItemList
from journey_editor.ui.inspector.several_kinds import SeveralLinks, SeveralMetrics, SeveralTags
from journey_editor.ui.inspector.several_list import shared
from tests.ui_inspector.everything import open_groups, part

Show = Callable[..., Inspector]
Find = Callable[[Inspector, str], Field]


def card(session: Session, key: str) -> Touchpoint:
    found = find_card(session.journey, key)
    assert isinstance(found, Touchpoint)
    return found


def names(found: ItemList) -> list[str]:
    return [row.accessibleName() for row in found.rows]


def keys(inspector: Inspector) -> set[str]:
    open_groups(inspector)
    return {field.attribute.key for field in inspector.panel.findChildren(Field)}


def test_tags_say_how_many_have_them_and_can_be_given_to_all(session: Session, show: Show) -> None:
    session.apply("tag", lambda project: set_card(project, "tour", tags=("Budget", "Haus")))
    tags = part(show("advice", "tour"), SeveralTags)
    assert names(tags) == ["Budget, all 2", "Beratung, 1 of 2", "Haus, 1 of 2"]
    assert isinstance(tags, SeveralTags)
    tags.give("advice.0")
    assert card(session, "tour").tags == ("Budget", "Haus", "Beratung")
    assert card(session, "advice").tags == ("Beratung", "Budget")
    assert names(tags)[:2] == ["Beratung, all 2", "Budget, all 2"]
    assert session.undo_label.startswith("Tag given to all")


def test_a_tag_is_entered_for_all_and_only_where_it_is_missing(session: Session, show: Show) -> None:
    tags = part(show("advice", "tour"), SeveralTags)
    assert isinstance(tags, SeveralTags)
    QTest.keyClicks(tags.entry.line, "Budget")
    QTest.keyClick(tags.entry.line, Qt.Key.Key_Return)
    assert card(session, "advice").tags == ("Beratung", "Budget")
    assert card(session, "tour").tags == ("Budget",)
    assert tags.entry.line.text() == ""
    QTest.keyClick(tags.entry.line, Qt.Key.Key_Return)
    assert tags.entry.complaint == "Enter a word first."


def test_deleting_a_tag_takes_it_from_all_in_one_step(session: Session, show: Show) -> None:
    session.apply("tag", lambda project: set_card(project, "tour", tags=("Haus", "Budget")))
    tags = part(show("advice", "tour"), SeveralTags)
    before = len(session.history.past)
    tags.rows[0].setFocus()
    QTest.keyClick(tags.rows[0], Qt.Key.Key_Delete)
    assert card(session, "advice").tags == ("Beratung",)
    assert card(session, "tour").tags == ("Haus",)
    assert len(session.history.past) == before + 1
    assert tags.rows[0].hasFocus()


def test_a_metric_of_several_is_changed_in_all_that_have_it(session: Session, show: Show, field: Find) -> None:
    same = Metric(name="Termine", value=6.0, target=8.0, source="Kalender")
    session.apply("metric", lambda project: set_card(project, "tour", metrics=(Metric(name="x"), same)))
    inspector = show("advice", "tour", "contract")
    metrics = part(inspector, SeveralMetrics)
    assert names(metrics)[0] == "Termine · 6, 2 of 3"
    metrics.rows[0].click()
    unit = field(inspector, "metrics.each.unit").control
    QTest.keyClicks(unit, "Tage")
    assert card(session, "advice").metrics[0].unit == "Tage"
    assert card(session, "tour").metrics[1].unit == "Tage"
    assert card(session, "tour").metrics[0].unit == ""
    assert metrics.open_form is not None
    session.undo()
    assert card(session, "tour").metrics[1] == same


def test_a_new_metric_of_several_opens_and_is_named_in_all(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice", "tour")
    metrics = part(inspector, SeveralMetrics)
    assert metrics.add_button is not None
    metrics.add_button.click()
    name = field(inspector, "metrics.each.name").control
    assert name.hasFocus()
    QTest.keyClicks(name, "Dauer")
    assert card(session, "advice").metrics[-1].name == card(session, "tour").metrics[-1].name == "Dauer"


def test_in_another_language_the_words_of_shared_items_are_translated(
    session: Session, show: Show, field: Find
) -> None:
    session.apply("tag", lambda project: set_card(project, "tour", tags=("Budget",)))
    inspector = show("advice", "tour")
    session.set_language("en")
    tags = part(inspector, SeveralTags)
    tags.rows[0].click()
    text = field(inspector, "tags.each").control
    QTest.keyClicks(text, "Money")
    assert session.project.translations["en"]["advice.tags.1"] == "Money"
    assert session.project.translations["en"]["tour.tags.0"] == "Money"
    assert card(session, "tour").tags == ("Budget",)


def test_links_of_several_are_checked_like_any(session: Session, show: Show) -> None:
    links = part(show("advice", "tour"), SeveralLinks)
    assert isinstance(links, SeveralLinks)
    QTest.keyClicks(links.entry.line, "javascript:alert(1)")
    QTest.keyClick(links.entry.line, Qt.Key.Key_Return)
    assert links.entry.complaint == "An address begins with https://, http:// or mailto:"
    assert links.entry.line.text() == "javascript:alert(1)"
    links.entry.line.setText("https://example.org/neu")
    links.entry.enter()
    assert card(session, "tour").links[0].address == "https://example.org/neu"
    assert card(session, "advice").links[1].address == "https://example.org/neu"


def test_feelings_in_which_cards_differ_say_so_and_take_one_value(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice", "contract")
    shown = field(inspector, "emotions.brandt.value")
    assert shown.attribute.read(shown.scope) is SEVERAL
    assert shown.control.accessibleDescription() == "several values"
    shown.control.setFocus()
    QTest.keyClick(shown.control, Qt.Key.Key_Right)
    assert card(session, "advice").emotions[0].value == card(session, "contract").emotions[0].value


def test_cards_of_different_kinds_share_what_both_have(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice", "idea")
    assert keys(inspector) >= {"evidence", "source", "owner", "color"}
    assert "channel" not in keys(inspector)
    owner = field(inspector, "owner").control
    QTest.keyClicks(owner, "Verkauf")
    note = find_card(session.journey, "idea")
    assert isinstance(note, Note)
    assert note.owner == card(session, "advice").owner == "Verkauf"
    assert inspector.several.text() == "New values are set for all 2."
    assert names(part(inspector, SeveralTags)) == ["Beratung, 1 of 2", "Budget, 1 of 2"]


@pytest.mark.parametrize(
    ("ids", "shared_keys"),
    [
        (("meet", "notes"), {"color", "collapsed", "hidden"}),
        (("house", "notes"), {"mode", "icon", "color"}),
        (("path", "idea"), {"persona"}),
        (("idea", "point"), {"persona"}),
        (("idea", "measure"), set()),
    ],
)
def test_any_mixture_shows_its_common_attributes(show: Show, ids: tuple[str, ...], shared_keys: set[str]) -> None:
    assert keys(show(*ids)) == shared_keys


def test_a_phase_and_a_lane_are_hidden_together(session: Session, show: Show, field: Find) -> None:
    shown = field(show("meet", "notes"), "hidden")
    assert isinstance(shown, CheckField)
    shown.box.click()
    assert session.journey.phases[0].hidden
    assert next(lane for lane in session.journey.lanes if lane.id == "notes").hidden


def test_lanes_of_one_kind_share_what_is_of_their_kind(show: Show) -> None:
    assert "points_from" not in keys(show("curve", "notes"))
    assert keys(show("personal", "own")) >= {"mode", "icon", "color", "height", "collapsed", "hidden"}


def test_an_item_that_is_there_twice_counts_twice() -> None:
    one, other = Touchpoint(id="a", tags=("x", "x")), Touchpoint(id="b", tags=("x", "y"))
    rows = shared((one, other), "tags")
    assert [(row.value, row.places) for row in rows] == [
        ("x", {"a": 0, "b": 0}),
        ("x", {"a": 1}),
        ("y", {"b": 1}),
    ]
