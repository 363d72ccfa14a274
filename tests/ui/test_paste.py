"""Cut, copy, paste and drop in the window, with its keys, questions and the dialog for tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.canvas.marks import Refusal, Target
from journey_editor.edit.pasting import Place
from journey_editor.model.queries import all_cards, cards_at, find_lane
from journey_editor.model.queries import steps as steps_of
from journey_editor.session.session import Session
from journey_editor.storage.clippings import CLIPPING_MIME
from journey_editor.storage.codec import Loaded
from journey_editor.ui.clipboard import ASK_FROM
from journey_editor.ui.dialogs import messages
from journey_editor.ui.dialogs.paste_table import PasteTable
from journey_editor.ui.main_window import MainWindow
from tests.builders import PIXEL, PIXEL_SHA, everything, journey, large, project, two_by_two
from tests.canvas.hands import LEFT, NO_KEY, middle

from .conftest import show

TABLE = (("", "Notice", "Buy"), ("Online", "Site\nSearch", "Cart"), ("Shop", "", "Advice"))


@pytest.fixture
def small_window(window: MainWindow, qtbot: QtBot) -> MainWindow:
    show(window, two_by_two(), qtbot)
    window.workspace.view.setFocus()
    return window


def stack(session: Session, lane: str, step: str) -> list[str]:
    return [getattr(card, "title", "") or card.text for card in cards_at(find_lane(session.journey, lane), step)]  # type: ignore[union-attr]


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    qtbot.keyClick(window.workspace.view, key, Qt.KeyboardModifier.ControlModifier)


def lay(text: str = "", **data: bytes) -> None:
    mime = QMimeData()
    if text:
        mime.setText(text)
    for name, value in data.items():
        mime.setData(name.replace("__", "/"), value)
    QGuiApplication.clipboard().setMimeData(mime)


def test_keys_copy_cut_paste_and_duplicate(small_window: MainWindow, qtbot: QtBot) -> None:
    session, view = small_window.workspace.session, small_window.workspace.view
    session.select(("a1",))
    press(qtbot, small_window, Qt.Key.Key_C)
    press(qtbot, small_window, Qt.Key.Key_V)
    press(qtbot, small_window, Qt.Key.Key_V)
    assert stack(session, "a", "s1") == ["a1", "a1", "a1", "a2"]
    press(qtbot, small_window, Qt.Key.Key_D)
    assert session.undo_label == "Duplicated touchpoint “a1”"
    for _ in range(3):
        session.undo()
    session.select(("b1",))
    press(qtbot, small_window, Qt.Key.Key_X)
    assert stack(session, "b", "s2") == []
    assert view.here == "b/s2"
    press(qtbot, small_window, Qt.Key.Key_V)
    assert [card.id for card in cards_at(find_lane(session.journey, "b"), "s2")] == ["b1"]


def test_a_lane_goes_through_the_clipboard_by_its_head(small_window: MainWindow, qtbot: QtBot) -> None:
    session = small_window.workspace.session
    session.select(("a",))
    press(qtbot, small_window, Qt.Key.Key_C)
    press(qtbot, small_window, Qt.Key.Key_V)
    assert len(session.journey.lanes) == 4
    assert session.selection == (session.journey.lanes[1].id,)


def test_without_a_cell_pasting_says_to_choose_one(small_window: MainWindow, said: list[str]) -> None:
    session, editing = small_window.workspace.session, small_window.workspace.editing
    small_window.workspace.view.here = ""
    session.select(())
    lay("one")
    editing.paste()
    assert said == ["This cannot be done: Cards go into a cell: choose a cell or a card first."]
    assert not session.can_undo


@pytest.mark.parametrize(
    "rubbish", [b"", b"{}", b"\xff\x00\xff", b'{"format":"journey-clipping","version":1,"clipping":{}}', b"[" * 9999]
)
def test_rubbish_on_the_clipboard_is_one_sentence(small_window: MainWindow, said: list[str], rubbish: bytes) -> None:
    session = small_window.workspace.session
    session.select(("a1",))
    lay("harmless text", **{CLIPPING_MIME: rubbish})
    small_window.workspace.editing.paste()
    assert said == ["This cannot be done: What was copied is damaged and cannot be pasted. Copy it again."]
    assert not session.can_undo


def test_where_nothing_was_ever_copied_pasting_says_so(small_window: MainWindow, said: list[str]) -> None:
    QGuiApplication.clipboard().clear()
    small_window.workspace.session.select(("a1",))
    small_window.actions_["edit.paste"].trigger()
    assert len(said) == 1
    assert not small_window.workspace.session.dirty


def test_lines_become_cards_and_many_are_asked_about(small_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    session, editing = small_window.workspace.session, small_window.workspace.editing
    session.select(("a1",))
    lay("one\ntwo")
    editing.paste()
    assert stack(session, "a", "s1") == ["a1", "one", "two", "a2"]
    asked: list[str] = []

    def answer(message: messages.Message) -> int:
        asked.append(message.accessibleName())
        message.answer = answers.pop()
        return 1

    answers = ["go", "cancel"]
    monkeypatch.setattr(messages.Message, "exec", answer)
    lay("\n".join(f"line {n}" for n in range(ASK_FROM)))
    editing.paste()
    assert len(stack(session, "a", "s1")) == 4
    editing.paste()
    assert len(stack(session, "a", "s1")) == 4 + ASK_FROM
    assert asked == [f"Make {ASK_FROM} cards of the text?"] * 2


def test_a_table_is_pasted_after_a_look_at_it(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(window, project(journey()), qtbot)
    session, editing = window.workspace.session, window.workspace.editing
    seen: list[str] = []

    def answer(dialog: PasteTable) -> int:
        seen.append(dialog.summary.text())
        return answers.pop()

    answers = [1, 0]
    monkeypatch.setattr(PasteTable, "exec", answer)
    lay('\tNotice\tBuy\r\nOnline\t"Site\r\nSearch"\tCart\r\nShop\t\tAdvice\r\n')
    editing.paste()
    assert not session.can_undo
    editing.paste()
    assert seen == ["4 cards, 2 new phases, 2 new lanes"] * 2
    assert [phase.title for phase in session.journey.phases] == ["Notice", "Buy"]
    assert session.undo_label == "Pasted a table"
    session.undo()
    assert session.journey == journey()


def test_the_dialog_shows_what_each_choice_makes(small_window: MainWindow, qtbot: QtBot) -> None:
    session = small_window.workspace.session
    dialog = PasteTable(session, TABLE, Place("map", "b", "s2"), small_window)
    qtbot.addWidget(dialog)
    dialog.show()
    model = dialog.preview.model()
    assert dialog.into.isChecked()
    assert model.headerData(0, Qt.Orientation.Horizontal) == "p1"
    assert model.data(model.index(0, 0)) == "Site\nSearch"
    assert dialog.summary.text() == "4 cards"
    dialog.split.setChecked(False)
    assert dialog.summary.text() == "3 cards"
    dialog.anew.setChecked(True)
    model = dialog.preview.model()
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Buy"
    assert model.headerData(0, Qt.Orientation.Vertical) == "Online"
    dialog.heads.setChecked(False)
    dialog.sides.setChecked(False)
    assert (dialog.preview.model().rowCount(), dialog.preview.model().columnCount()) == (3, 3)
    assert dialog.kind.isEnabled()
    dialog.accept()
    assert dialog.plan is not None
    assert dialog.plan.new_lanes == 3


def test_a_table_becomes_a_map_of_its_own_beside_one_that_is_full(
    small_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, editing = small_window.workspace.session, small_window.workspace.editing
    session.select(())
    small_window.workspace.view.here = ""
    monkeypatch.setattr(PasteTable, "exec", lambda dialog: dialog.alone.isChecked())
    lay("\tNotice\nOnline\tSite")
    editing.paste()
    assert session.map_id == session.project.maps[1].id
    assert [phase.title for phase in session.journey.phases] == ["Notice"]
    assert [lane.title for lane in session.journey.lanes] == ["Online"]
    session.undo()
    assert session.project == two_by_two()


def test_a_table_too_large_cannot_be_pasted_and_says_why(small_window: MainWindow, qtbot: QtBot) -> None:
    dialog = PasteTable(small_window.workspace.session, (("x",) * 70,), Place("map"), small_window)
    qtbot.addWidget(dialog)
    assert dialog.plan is None
    assert not dialog.paste_button.isEnabled()
    assert not dialog.into.isEnabled()


def test_every_control_of_the_dialog_has_a_name(small_window: MainWindow, qtbot: QtBot) -> None:
    dialog = PasteTable(small_window.workspace.session, TABLE, Place("map"), small_window)
    qtbot.addWidget(dialog)
    for control in (dialog.anew, dialog.into, dialog.heads, dialog.sides, dialog.split, dialog.paste_button):
        assert control.text() or control.accessibleName()
    assert dialog.kind.accessibleName() == "New lanes hold"
    assert dialog.preview.accessibleName() == "Preview"


def test_an_image_is_pasted_onto_the_selected_card(small_window: MainWindow, said: list[str]) -> None:
    session, editing = small_window.workspace.session, small_window.workspace.editing
    session.select(("a1",))
    lay(image__png=PIXEL)
    editing.paste()
    assert session.images == {PIXEL_SHA: PIXEL}
    picture = QImage(8, 6, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(picture)
    editing.paste()
    (card,) = [card for _, _, card in all_cards(session.journey) if card.id == "a1"]
    assert len(card.images) == 2  # type: ignore[union-attr]
    lay(image__png=PIXEL[:40])
    editing.paste()
    assert said == [
        "This cannot be done: Image from the clipboard is damaged: the image in it cannot be read.",
    ]


def hover(window: MainWindow, mime: QMimeData, place: str) -> bool:
    view, copy = window.workspace.view, Qt.DropAction.CopyAction
    at = middle(view, place)
    view.dragEnterEvent(QDragEnterEvent(at, copy, mime, LEFT, NO_KEY))
    moved = QDragMoveEvent(at, copy, mime, LEFT, NO_KEY)
    view.dragMoveEvent(moved)
    return moved.isAccepted()


def drop(window: MainWindow, mime: QMimeData, place: str) -> bool:
    taken = hover(window, mime, place)
    view = window.workspace.view
    event = QDropEvent(QPointF(middle(view, place)), Qt.DropAction.CopyAction, mime, LEFT, NO_KEY)
    view.dropEvent(event)
    QApplication.processEvents()
    return taken and event.isAccepted()


def test_words_and_images_are_dropped_from_other_programs(
    small_window: MainWindow, tmp_path: Path, said: list[str]
) -> None:
    session, view = small_window.workspace.session, small_window.workspace.view
    mime = QMimeData()
    mime.setText("dropped\nhere")
    assert drop(small_window, mime, "a/s2")
    assert stack(session, "a", "s2") == ["dropped", "here"]
    path = tmp_path / "photo.png"
    path.write_bytes(PIXEL)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    assert hover(small_window, files, "a1")
    assert isinstance(view.dropping.marks[0], Target)
    assert drop(small_window, files, "a1")
    assert session.images == {PIXEL_SHA: PIXEL}
    assert not hover(small_window, files, "n/s3")
    assert isinstance(view.dropping.marks[0], Refusal)
    view.dropping.cancel()
    path.write_bytes(b"no image")
    assert drop(small_window, files, "a1")
    assert said == [
        "This cannot be done: photo.png: This is not a PNG, JPEG, GIF or WebP image. Convert it to one of these."
    ]


def test_two_windows_exchange_phases(small_window: MainWindow, qtbot: QtBot) -> None:
    session, editing = small_window.workspace.session, small_window.workspace.editing
    session.new(Loaded(everything(), {PIXEL_SHA: PIXEL}, ()))
    session.select(("ph-before",))
    editing.copy()
    session.new(Loaded(two_by_two(), {}, ()))
    editing.paste()
    assert [phase.title for phase in session.journey.phases] == ["p1", "p2", "ph-before"]
    assert len(list(steps_of(session.journey))) == 5
    assert session.images == {PIXEL_SHA: PIXEL}


def test_what_was_pasted_is_brought_into_view(window: MainWindow, qtbot: QtBot) -> None:
    show(window, large(lanes=8, steps=30, cards=1), qtbot)
    session, view = window.workspace.session, window.workspace.view
    view.set_zoom(1.0)
    session.select(("p0",))
    window.workspace.editing.copy()
    session.select(())
    view.here = ""
    window.workspace.editing.paste()
    made, seen = view.map_layout.box(session.selection[0]), view.visible_part()
    assert made is not None
    assert seen.x <= made.x < seen.x + seen.w
