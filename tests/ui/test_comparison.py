"""The window that compares two maps."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.edit.anything import set_any
from journey_editor.edit.cards import add_card, move_cards
from journey_editor.edit.map_copies import duplicate_map
from journey_editor.edit.maps import delete_map
from journey_editor.edit.remove import delete
from journey_editor.model.ids import counting_ids
from journey_editor.model.project import Project
from journey_editor.model.queries import find_map
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.comparison.window import ComparisonWindow
from journey_editor.ui.dialogs import messages
from tests.builders import PIXEL, PIXEL_SHA, everything

NEW = counting_ids(700)


def changed() -> tuple[Project, str, dict[str, str]]:
    """A map and its to-be with a card added, one removed, one moved and one changed."""
    project, copy = duplicate_map(everything(), "mp-one", "to-be", new=counting_ids(500))
    here = {origin: key for key, origin in find_map(project, copy).origins.items()}
    project, _ = add_card(project, here["ln-online"], here["st-see"], title="Chat", new=NEW)
    project = delete(project, [here["nt-quote"]])
    project = move_cards(project, [here["tp-web"]], here["ln-online"], here["st-use"], None)
    return set_any(project, here["tp-shop"], owner="Ida", title="Kund*innen <b>"), copy, here


@pytest.fixture
def compared(app: object, session: Session, qtbot: QtBot) -> ComparisonWindow:
    project, copy, _ = changed()
    session.new(Loaded(project, {PIXEL_SHA: PIXEL}, ()))
    session.go_to_map(copy)
    parent = QWidget()
    qtbot.addWidget(parent)
    window = ComparisonWindow(session, parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.kept = parent  # type: ignore[attr-defined]  # its owner must live as long
    return window


def listed(window: ComparisonWindow) -> list[str]:
    return [f"{entry.difference.sort} {entry.name}" for entry in window.list.shown()]


def test_it_begins_with_the_map_on_show_and_what_it_was_made_of(compared: ComparisonWindow) -> None:
    assert (compared.first.currentText(), compared.second.currentText()) == ("Kauf", "Kauf (Soll)")
    assert listed(compared) == [
        "removed So schön",
        "added Chat",
        "changed Kund*innen <b>",
        "moved Website",
    ]
    assert compared.foot.said.text() == "1 added, 1 removed, 1 moved, 1 changed"
    assert [button.text() for button in compared.sorts.values()] == ["Added: 1", "Removed: 1", "Moved: 1", "Changed: 1"]


def test_the_list_is_filtered_by_sort_and_words(compared: ComparisonWindow, qtbot: QtBot) -> None:
    compared.sorts["removed"].click()
    assert "removed So schön" not in listed(compared)
    assert compared.foot.said.text() == "3 of 4 differences"
    qtbot.keyClicks(compared.words, "ida")
    assert listed(compared) == ["changed Kund*innen <b>"]
    compared.words.clear()
    compared.sorts["removed"].click()
    assert len(listed(compared)) == 4


def test_keys_go_from_difference_to_difference_and_enter_shows_it_on_both_maps(
    compared: ComparisonWindow, qtbot: QtBot
) -> None:
    first, second = compared.maps.readers
    compared.list.setFocus()
    compared.list.choose("tp-shop", after=False)
    qtbot.keyClick(compared.list, Qt.Key.Key_Return)
    assert (first.zoom, second.zoom) == (1.0, 1.0)
    assert first.ringed is not None
    assert second.ringed is not None
    assert first.ringed.id == "tp-shop"
    numbers = []
    qtbot.keyClick(compared.list, Qt.Key.Key_Home)
    for _ in range(4):
        entry = compared.list.current()
        assert entry is not None
        numbers.append(entry.number)
        qtbot.keyClick(compared.list, Qt.Key.Key_Down)
    assert numbers == [1, 2, 3, 4]


def test_where_a_thing_is_missing_its_place_is_shown_without_a_ring(compared: ComparisonWindow, qtbot: QtBot) -> None:
    compared.list.setFocus()
    compared.list.choose("nt-quote", after=False)
    qtbot.keyClick(compared.list, Qt.Key.Key_Return)
    first, second = compared.maps.readers
    assert first.ringed is not None
    assert second.ringed is None
    mine, theirs = first.visible_part(), second.visible_part()
    assert abs(mine.y - theirs.y) < 200


def test_a_click_on_a_marked_thing_stands_on_its_difference(compared: ComparisonWindow, qtbot: QtBot) -> None:
    reader = compared.maps.before.reader
    box = reader.map_layout.card("tp-web")
    assert box is not None
    at = reader.camera.pixel(box.x + box.w / 2, box.y + box.h / 2).toPoint()
    qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=at)
    entry = compared.list.current()
    assert entry is not None
    assert entry.difference.before == "tp-web"


def test_both_maps_scroll_and_zoom_together(compared: ComparisonWindow, qtbot: QtBot) -> None:
    first, second = compared.maps.readers
    compared.maps.zoom_in()
    compared.maps.zoom_in()
    assert first.zoom == second.zoom
    first.set_zoom(2.0)
    assert second.zoom == 2.0
    before = second.visible_part()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.visible_part().x > before.x
    compared.maps.fit()
    assert first.zoom == second.zoom < 2.0


def test_swapping_sides_turns_what_is_found(compared: ComparisonWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(compared, Qt.Key.Key_F6)
    assert compared.first.currentText() == "Kauf (Soll)"
    assert compared.foot.said.text() == "1 added, 1 removed, 1 moved, 1 changed"
    assert "added So schön" in listed(compared)


def test_it_follows_the_work_in_the_editor(compared: ComparisonWindow, session: Session, qtbot: QtBot) -> None:
    compared.list.choose("tp-shop", after=False)
    session.apply("x", lambda project: set_any(project, "tp-mail", owner="Tom"))
    qtbot.waitUntil(lambda: "changed E-Mail" in listed(compared))
    entry = compared.list.current()
    assert entry is not None
    assert entry.difference.before == "tp-shop"


def test_it_closes_when_only_one_map_is_left(compared: ComparisonWindow, session: Session, qtbot: QtBot) -> None:
    session.apply("x", lambda project: delete_map(project, "mp-two"))
    qtbot.waitUntil(lambda: compared.first.count() == 2)
    session.apply("x", lambda project: delete_map(project, "mp-one"))
    qtbot.waitUntil(lambda: not compared.isVisible())


def test_a_difference_is_shown_in_the_editor(compared: ComparisonWindow, qtbot: QtBot) -> None:
    compared.list.setFocus()
    compared.list.choose("nt-quote", after=False)
    with qtbot.waitSignal(compared.shown_wanted) as told:
        qtbot.keyClick(compared.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["mp-one", "nt-quote"]


def test_the_maps_stand_beside_or_above_each_other(compared: ComparisonWindow) -> None:
    compared.stacked.click()
    assert compared.maps.orientation() == Qt.Orientation.Vertical
    first, second = compared.maps.readers
    assert first.zoom == second.zoom == min(r.camera.fitting(r.map_layout.width, 1.0) for r in (first, second))
    compared.beside.click()
    assert compared.maps.orientation() == Qt.Orientation.Horizontal
    assert compared.beside.isChecked()
    assert not compared.stacked.isChecked()


def test_it_is_saved_as_a_pdf(compared: ComparisonWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "comparison"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    compared.foot.paper.setCurrentText("A2")
    compared.export()
    compared.printing.background.finish()
    document = pypdfium2.PdfDocument((tmp_path / "comparison.pdf").read_bytes())
    assert len(document) == 3
    assert "Kund*innen <b>" in document[2].get_textpage().get_text_bounded()
    assert compared.foot.said.text() == "PDF saved: comparison.pdf"


def test_it_is_saved_in_sheets_and_in_grey(
    compared: ComparisonWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "sheets.pdf"), ""))
    compared.foot.paper.setCurrentText("A3")
    compared.foot.tile.setCurrentIndex(compared.foot.tile.findData("A4"))
    compared.foot.grey.setChecked(True)
    compared.export()
    compared.printing.background.finish()
    document = pypdfium2.PdfDocument((tmp_path / "sheets.pdf").read_bytes())
    assert len(document) > 6
    assert {round(max(page.get_size())) for page in document} == {round(297 * 72 / 25.4)}


def test_writing_goes_on_beside_the_window_and_can_be_stopped(
    compared: ComparisonWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "old.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    before = compared.foot.said.text()
    compared.export()
    foot = compared.foot
    assert foot.close_button.text() == "Stop"
    assert not foot.progress.isHidden()
    assert foot.export_button.isHidden()
    foot.close_button.click()
    compared.printing.background.finish()
    assert compared.isVisible()
    assert (foot.close_button.text(), foot.said.text()) == ("Close", before)
    assert foot.progress.isHidden()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_closing_it_while_it_writes_stops_that(
    compared: ComparisonWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "new.pdf"), ""))
    compared.export()
    background = compared.printing.background
    assert background.busy
    compared.close()
    assert not background.busy
    assert not list(tmp_path.iterdir())


def test_why_a_pdf_cannot_be_saved_is_said(
    compared: ComparisonWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages.Message, "exec", lambda self: told.append(self.accessibleDescription()))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "where.pdf"), ""))
    compared.export()
    compared.printing.background.finish()
    assert len(told) == 1


def test_type_that_nobody_can_read_is_printed_only_when_asked_for(
    compared: ComparisonWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "small.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    compared.foot.paper.setCurrentText("A4")
    for answer, written in (("cancel", False), ("anyway", True)):
        monkeypatch.setattr(messages.Message, "exec", lambda self, answer=answer: setattr(self, "answer", answer))
        compared.export()
        compared.printing.background.finish()
        assert target.exists() is written


def test_everything_in_the_window_has_a_name(compared: ComparisonWindow) -> None:
    for reader in compared.maps.readers:
        assert reader.accessibleName()
        assert reader.accessibleDescription()
    assert compared.list.accessibleName() == "Differences"
    row = compared.list.topLevelItem(0).child(0)  # type: ignore[union-attr]
    assert row is not None
    assert "So schön" in row.data(0, Qt.ItemDataRole.AccessibleTextRole)
    for button in (compared.swap, compared.beside, compared.stacked, compared.fit):
        assert button.accessibleName()
