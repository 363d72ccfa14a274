"""Parts from the palette: a mark and words while they are dragged, one step of history when they are dropped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from pytestqt.qtbot import QtBot

from journey_editor.canvas.marks import DropLine, Refusal, Target, Tip
from journey_editor.canvas.parts import PART_MIME, Part, decode, encode
from journey_editor.canvas.view import MapView
from journey_editor.model.cards import Note, Touchpoint
from journey_editor.model.queries import cards_at, find_card, find_lane
from journey_editor.session.session import Session
from journey_editor.ui.meanings import lane_choices

from .hands import click, drop_part, hover_part, load, middle, pixel


def test_a_part_survives_its_journey_through_the_clipboard_format() -> None:
    part = Part("touchpoint", name="Häuser & Co.", channel="web", icon="globe")
    assert decode(load(part)) == part


@pytest.mark.parametrize("rubbish", [b"", b"\xff\xfe", b"[]", b'{"part": "bomb"}', b'{"part": 7}', b"[" * 5])
def test_rubbish_from_elsewhere_is_no_part(rubbish: bytes) -> None:
    mime = QMimeData()
    mime.setData(PART_MIME, rubbish)
    assert decode(mime) is None


def test_drags_that_hold_nothing_for_a_map_are_not_taken(view: MapView) -> None:
    mime = QMimeData()
    mime.setData("application/x-color", b"red")
    assert not hover_part(view, mime, middle(view, "shop/s3"))


def test_a_touchpoint_is_dropped_into_a_cell_with_its_channel(view: MapView, session: Session) -> None:
    before = session.project
    assert drop_part(view, Part("touchpoint", name="Website", channel="web"), middle(view, "shop/s3"))
    (card,) = cards_at(find_lane(session.journey, "shop"), "s3")
    assert isinstance(card, Touchpoint)
    assert (card.channel, card.title) == ("web", "Website")
    assert session.selection == (card.id,)
    session.undo()
    assert session.project is before


def test_why_a_part_cannot_lie_here_stands_beside_the_pointer(view: MapView) -> None:
    hover_part(view, load(Part("note")), middle(view, "shop/s2"))
    tip = next(mark for mark in view.dropping.marks if isinstance(mark, Tip))
    assert (tip.words, tip.refused) == ("Notes belong into a lane of notes or text", True)


def test_a_map_scrolls_while_a_part_rests_at_its_edge(view: MapView) -> None:
    view.set_zoom(3.0)
    before = view.camera.scroll
    hover_part(view, load(Part("touchpoint")), QPoint(view.viewport().width() - 3, 300))
    view.dropping._scroll()
    assert view.camera.scroll.x() > before.x()


def test_a_new_card_can_be_named_at_once(view: MapView, session: Session, qtbot: QtBot) -> None:
    drop_part(view, Part("touchpoint", name="Website", channel="web"), middle(view, "shop/s3"))
    qtbot.waitUntil(lambda: view.in_place.editor is not None)
    editor = view.in_place.editor
    assert editor is not None
    qtbot.keyClicks(editor, "Price list")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    card = find_card(session.journey, session.selection[0])
    assert isinstance(card, Touchpoint)
    assert card.title == "Price list"


def test_a_card_is_dropped_between_two_others(view: MapView, session: Session) -> None:
    drop_part(view, Part("touchpoint"), pixel(view, "b", 0.5, 0.1))
    ids = [card.id for card in cards_at(find_lane(session.journey, "shop"), "s1")]
    assert (ids[0], ids[2]) == ("a", "b")


def test_a_note_keeps_its_tone(view: MapView, session: Session) -> None:
    drop_part(view, Part("note", tone="idea"), middle(view, "notes/s2"))
    (card,) = cards_at(find_lane(session.journey, "notes"), "s2")
    assert isinstance(card, Note)
    assert card.tone == "idea"


def test_a_lane_of_another_kind_refuses_and_says_why(view: MapView, session: Session) -> None:
    said: list[str] = []
    view.hint_changed.connect(said.append)
    assert not hover_part(view, load(Part("touchpoint")), middle(view, "notes/s2"))
    assert isinstance(view.dropping.marks[0], Refusal)
    assert said[-1] == "Touchpoints belong into a lane of touchpoints"
    assert not drop_part(view, Part("touchpoint"), middle(view, "notes/s2"))
    assert not session.can_undo


def test_where_a_card_would_land_is_shown(view: MapView) -> None:
    said: list[str] = []
    view.hint_changed.connect(said.append)
    assert hover_part(view, load(Part("touchpoint", name="Shop visit", channel="web")), pixel(view, "b", 0.5, 0.1))
    assert [type(mark) for mark in view.dropping.marks] == [Target, DropLine]
    assert said[-1] == "Add “Shop visit” to Shop, Notice, before “Card b”"


def test_a_phase_a_step_and_a_lane_are_dropped(view: MapView, session: Session) -> None:
    drop_part(view, Part("phase"), pixel(view, "p2", 0.1, 0.5))
    assert [phase.id for phase in session.journey.phases][2] == "p2"
    drop_part(view, Part("step"), pixel(view, "p3", 0.9, 0.5))
    assert len(session.journey.phases[3].steps) == 2
    drop_part(view, Part("lane", kind="metrics"), pixel(view, "online", 0.5, 0.1))
    assert [lane.kind for lane in session.journey.lanes][:3] == ["touchpoints", "metrics", "touchpoints"]
    assert session.undo_label == "Added a lane: Metrics"


def test_a_persona_is_dropped_anywhere(view: MapView, session: Session) -> None:
    drop_part(view, Part("persona"), QPoint(5, 5))
    assert len(session.project.personas) == 2


def test_a_path_is_dropped_on_a_card_and_led_to_another(view: MapView, session: Session) -> None:
    drop_part(view, Part("path"), middle(view, "d"))
    click(view, middle(view, "e"))
    assert ("d", "e") in [(path.source, path.target) for path in session.journey.paths]


def test_leaving_the_view_takes_the_marks_away(view: MapView, session: Session) -> None:
    hover_part(view, load(Part("phase")), middle(view, "shop/s3"))
    assert view.dropping.marks
    view.dropping.leave()
    assert view.dropping.marks == ()
    assert not session.can_undo


def test_encoding_leaves_out_what_is_empty() -> None:
    assert bytes(encode(Part("phase")).data()) == b'{"part": "phase"}'


@pytest.mark.parametrize("key", list(lane_choices()))
def test_every_lane_of_the_palette_can_be_dropped_between_lanes(view: MapView, session: Session, key: str) -> None:
    part = lane_choices()[key].part
    row = view.map_layout.row("online")
    assert row is not None
    at = view.camera.pixel(view.map_layout.left + 5.0, row.y + 2.0).toPoint()
    assert drop_part(view, part, at)
    before = [lane.id for lane in session.journey.lanes].index("online") - 1
    made = session.journey.lanes[before]
    assert (made.kind, getattr(made, "line", "")) == (part.kind, part.line)
    session.undo()
    assert len(session.journey.lanes) == 5
