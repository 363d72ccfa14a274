"""Writing on the map: from card to card and cell to cell, in the place of the words, with any input method."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.canvas.marks import Focused, Offer, Selected
from journey_editor.canvas.selected import resting_marks
from journey_editor.canvas.text_editor import TextEditor
from journey_editor.canvas.view import MapView
from journey_editor.canvas.words_place import words_place
from journey_editor.edit.lanes import add_lane, set_lane
from journey_editor.edit.phases import set_phase
from journey_editor.model.queries import cards_at, find_card, find_lane
from journey_editor.session.session import Session

from .hands import NO_KEY, NONE, click, middle, mouse, pixel

K, M = Qt.Key, Qt.KeyboardModifier


def titles(session: Session, lane: str, step: str) -> list[str]:
    return [getattr(card, "title", "") for card in cards_at(find_lane(session.journey, lane), step)]


def editor(view: MapView) -> TextEditor:
    assert view.in_place.editor is not None
    return view.in_place.editor


def compose(widget: object, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)  # type: ignore[arg-type]


def test_enter_goes_from_card_to_card_and_an_empty_one_ends_it(view: MapView, session: Session, qtbot: QtBot) -> None:
    view.stand_on("online/s2")
    view.edit("online/s2")
    for title in ("One", "Two", "Three"):
        qtbot.keyClicks(editor(view), title)
        qtbot.keyClick(editor(view), K.Key_Return)
    qtbot.keyClick(editor(view), K.Key_Return)
    assert view.in_place.editor is None
    assert titles(session, "online", "s2") == ["One", "Two", "Three"]
    assert session.undo_label == "Added “Three” in Compare"
    session.undo()
    assert titles(session, "online", "s2") == ["One", "Two"]


def test_enter_adds_right_below_the_card_that_was_written(view: MapView, session: Session, qtbot: QtBot) -> None:
    view.edit("a")
    qtbot.keyClick(editor(view), K.Key_Return)
    qtbot.keyClicks(editor(view), "Between")
    qtbot.keyClick(editor(view), K.Key_Return, M.ControlModifier)
    assert view.in_place.editor is None
    assert titles(session, "shop", "s1") == ["Card a", "Between", "Card b"]
    assert view.here == session.selection[0]


def test_a_new_card_that_is_left_without_words_was_never_there(view: MapView, session: Session, qtbot: QtBot) -> None:
    before = session.project
    view.edit("online/s2")
    assert any(isinstance(mark, Selected) for mark in resting_marks(view))
    qtbot.keyClicks(editor(view), "No")
    qtbot.keyClick(editor(view), K.Key_Escape)
    assert session.project is before
    assert not session.can_undo
    assert view.map_layout.cards_in("online", "s2") == ()
    assert view.here == "online/s2"


def test_tab_goes_on_in_the_next_cell_and_shift_tab_back(view: MapView, session: Session, qtbot: QtBot) -> None:
    view.edit("c")
    qtbot.keyClick(editor(view), K.Key_Tab)  # an empty cell: a new card
    qtbot.keyClicks(editor(view), "Till")
    qtbot.keyClick(editor(view), K.Key_Tab)  # on to the first cell of the next lane
    assert view.in_place.thing == "d"
    qtbot.keyClick(editor(view), K.Key_Backtab, M.ShiftModifier)
    assert editor(view).text() == "Till"
    qtbot.keyClick(editor(view), K.Key_Backtab, M.ShiftModifier)
    assert view.in_place.thing == "c"
    assert titles(session, "shop", "s3") == ["Till"]


def test_tab_goes_from_phase_to_phase_and_from_lane_to_lane(view: MapView, qtbot: QtBot) -> None:
    for start, end in (("p1", "p2"), ("shop", "online"), ("map", "p1")):
        view.edit(start)
        qtbot.keyClick(editor(view), K.Key_Tab)
        assert view.in_place.thing == end
    view.edit("p3")
    qtbot.keyClick(editor(view), K.Key_Tab)
    assert view.in_place.editor is None
    assert view.here == "p3"


def test_folded_lanes_and_phases_are_passed_over(view: MapView, session: Session, qtbot: QtBot) -> None:
    session.apply("Fold", lambda project: set_lane(set_phase(project, "p2", collapsed=True), "online", collapsed=True))
    view.edit("b")
    qtbot.keyClick(editor(view), K.Key_Tab)
    assert view.in_place.writing is not None
    assert view.in_place.writing.cell is not None
    assert view.in_place.writing.cell[:2] == ("shop", "s3")
    qtbot.keyClick(editor(view), K.Key_Tab)
    assert view.in_place.thing == "n"


def test_a_letter_on_an_empty_cell_begins_a_card_with_it(view: MapView, session: Session, qtbot: QtBot) -> None:
    view.stand_on("online/s2")
    qtbot.keyClick(view, "M")
    assert editor(view).text() == "M"
    qtbot.keyClicks(editor(view), "ail")
    qtbot.keyClick(editor(view), K.Key_Return, M.ControlModifier)
    assert titles(session, "online", "s2") == ["Mail"]
    session.undo()
    assert not session.can_undo


def test_a_letter_elsewhere_begins_nothing(view: MapView, qtbot: QtBot) -> None:
    for place in ("a", "p1", "shop", "mood/s1"):
        view.stand_on(place)
        qtbot.keyClick(view, "x")
        assert view.in_place.editor is None
    view.stand_on("online/s2")
    qtbot.keyClick(view, K.Key_X, M.AltModifier)
    assert view.in_place.editor is None


def test_an_input_method_composes_a_new_card_without_losing_its_first_letter(
    view: MapView, session: Session, qtbot: QtBot
) -> None:
    view.stand_on("online/s2")
    assert view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    compose(view, "に")
    assert view.hasFocus()  # to take the keyboard away now would end the composition
    compose(view, "にほ")
    compose(view, "", "日本")
    assert editor(view).hasFocus()
    assert editor(view).text() == "日本"
    compose(editor(view), "ご")
    assert editor(view).text() == "日本"
    compose(editor(view), "", "語")
    qtbot.keyClick(editor(view), K.Key_Return, M.ControlModifier)
    assert titles(session, "online", "s2") == ["日本語"]


def test_a_dead_key_on_an_empty_cell_makes_one_letter(view: MapView, qtbot: QtBot) -> None:
    view.stand_on("online/s2")
    compose(view, "^")
    compose(view, "", "ê")
    assert editor(view).text() == "ê"


def test_an_input_method_is_not_wanted_on_a_card(view: MapView) -> None:
    view.stand_on("a")
    assert not view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    compose(view, "x", "y")
    assert view.in_place.editor is None


def test_arabic_is_written_from_the_right_and_kept(view: MapView, session: Session, qtbot: QtBot) -> None:
    view.edit("a")
    editor(view).setPlainText("متجر")
    assert editor(view).document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft
    qtbot.keyClick(editor(view), K.Key_Return, M.ControlModifier)
    assert getattr(find_card(session.journey, "a"), "title", "") == "متجر"


def test_what_is_typed_is_kept_as_it_is(view: MapView, session: Session, qtbot: QtBot) -> None:
    words = "Kund*innen\N{NO-BREAK SPACE}& <b>Co</b>"
    view.edit("a")
    editor(view).setPlainText(words)
    qtbot.keyClick(editor(view), K.Key_Return, M.ControlModifier)
    assert getattr(find_card(session.journey, "a"), "title", "") == words


def test_pasted_markup_is_plain_text(view: MapView) -> None:
    mime = QMimeData()
    mime.setHtml("<h1>Big</h1>")
    mime.setText("Big")
    view.edit("a")
    editor(view).insertFromMimeData(mime)
    assert editor(view).text() == "Big"
    assert editor(view).textCursor().charFormat().fontPointSize() in (0.0, editor(view).font().pointSizeF())


def test_lines_pasted_into_a_new_card_go_into_the_cell_and_one_line_is_its_words(view: MapView, qtbot: QtBot) -> None:
    line, lines = QMimeData(), QMimeData()
    line.setText("One line\n")
    lines.setText("One\nTwo")
    view.edit("online/s2")
    with qtbot.waitSignal(view.dropped) as dropped:
        editor(view).insertFromMimeData(lines)
    assert dropped.args is not None
    assert dropped.args[1] == ("online", "s2", "", "")
    assert view.in_place.editor is None
    view.edit("online/s2")
    editor(view).insertFromMimeData(line)
    assert editor(view).text().strip() == "One line"
    editor(view).insertFromMimeData(lines)
    assert editor(view).text().endswith("One\nTwo")


def test_the_map_makes_room_while_one_types_and_nothing_jumps_in_the_end(
    view: MapView, session: Session, qtbot: QtBot
) -> None:
    view.set_zoom(1.0)
    low = view.map_layout.box("b")
    view.edit("a")
    qtbot.keyClicks(editor(view), "A title that is much too long for a single line of this card")
    card, lower = view.map_layout.box("a"), view.map_layout.box("b")
    assert low is not None
    assert lower is not None
    assert lower.y > low.y
    assert editor(view).geometry().bottom() < view.camera.rect(lower).top()
    assert not session.can_undo
    qtbot.keyClick(editor(view), K.Key_Return, M.ControlModifier)
    assert view.map_layout.box("a") == card
    assert view.map_layout.box("b") == lower
    view.edit("a")
    qtbot.keyClicks(editor(view), "Short")
    qtbot.keyClick(editor(view), K.Key_Escape)
    assert view.map_layout.box("a") == card


@pytest.mark.parametrize("thing", ["a", "n", "p2", "shop", "map"])
def test_the_field_stands_in_the_place_of_the_words_in_their_type(view: MapView, thing: str) -> None:
    view.set_zoom(2.0)
    box = view.map_layout.box(thing)
    assert box is not None
    words = words_place(view.map_layout, thing, box)
    assert words is not None
    view.reveal(thing)
    view.edit(thing)
    field = editor(view)
    pinned = view.place_of(box).topLeft() - view.camera.rect(box).topLeft()
    corner = view.camera.pixel(words.x, words.y) + pinned
    assert abs(field.geometry().left() + 2 - corner.x()) <= 1
    assert abs(field.geometry().top() + 2 - corner.y()) <= 3
    assert field.font().pointSizeF() * field.logicalDpiY() / 72 == pytest.approx(
        words.style.size * 2 * 96 / 72, abs=0.2
    )
    assert field.font().bold() == words.style.bold


def test_a_map_zoomed_far_out_is_edited_in_type_that_can_be_read(view: MapView) -> None:
    view.set_zoom(0.3)
    view.edit("a")
    assert editor(view).font().pointSizeF() * editor(view).logicalDpiY() / 72 == pytest.approx(12.0, abs=0.2)
    assert editor(view).width() >= 150


def test_a_click_on_the_plus_of_an_empty_cell_adds_a_card(view: MapView, session: Session, qtbot: QtBot) -> None:
    at = pixel(view, "online/s2", 0.5, 0.2)
    mouse(view, QEvent.Type.MouseMove, at, NONE, NO_KEY)
    assert any(isinstance(mark, Offer) for mark in view.mouse.marks)
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    click(view, at)
    qtbot.keyClicks(editor(view), "Chat")
    click(view, middle(view, "mood/s2"))
    assert titles(session, "online", "s2") == ["Chat"]
    assert view.in_place.editor is None


def test_the_cell_where_the_keyboard_stands_shows_after_a_click_as_well(view: MapView) -> None:
    click(view, middle(view, "mood/s2"))
    assert view.here == "mood/s2"
    assert any(isinstance(mark, Focused) for mark in resting_marks(view))


def test_a_long_text_does_not_hold_the_map_up(view: MapView, session: Session, qtbot: QtBot) -> None:
    view.edit("n")
    editor(view).setPlainText("word " * 20_000)
    qtbot.keyClick(editor(view), K.Key_Return, M.ControlModifier)
    assert len(getattr(find_card(session.journey, "n"), "text", "")) == 99_999


def test_the_label_of_a_line_is_written_where_it_stands_and_shows_what_it_is_called(
    view: MapView, session: Session, qtbot: QtBot
) -> None:
    line = str(session.apply("made", lambda p: add_lane(p, "map", "separator", line="visibility", height=60)))
    box = view.map_layout.box(line)
    assert box is not None
    place = words_place(view.map_layout, line, box)
    assert place is not None
    assert abs(place.y + place.style.size * 0.7 - (box.y + box.h / 2)) < 3.0
    view.edit(line)
    assert editor(view).text() == ""
    assert editor(view).placeholderText() == "Line of visibility"
    qtbot.keyClicks(editor(view), "Counter")
    qtbot.keyClick(editor(view), K.Key_Return)
    assert find_lane(session.journey, line).title == "Counter"
