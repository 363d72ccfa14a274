"""The studio: what it shows is what it writes, and it says when type gets too small."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.export.maps import Export, export_map
from journey_editor.model.presets import PRESETS
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.dialogs.sizes import fit_on_screen
from journey_editor.ui.print_studio import saving
from journey_editor.ui.print_studio.composing import Advice
from journey_editor.ui.print_studio.studio import PrintStudio
from tests.builders import large


def write(studio: PrintStudio, path: Path) -> None:
    studio.write(path)
    studio.background.finish()


def test_it_writes_the_file_and_the_map_remembers_the_page(
    studio: PrintStudio, session: Session, said: list[str], tmp_path: Path
) -> None:
    studio.side.page.paper.setCurrentIndex(studio.side.page.paper.findData("A2"))
    write(studio, tmp_path / "map.pdf")
    assert not said
    assert studio.written == tmp_path / "map.pdf"
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")
    assert session.journey.page.paper == "A2"
    assert "map.pdf" in studio.sentence
    session.undo()
    assert session.journey.page.paper != "A2"


def test_a_map_printed_as_before_is_not_changed(studio: PrintStudio, session: Session, tmp_path: Path) -> None:
    before = session.project
    write(studio, tmp_path / "map.pdf")
    assert session.project is before


def test_a_given_setup_is_for_once(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    before = session.journey.page
    studio = PrintStudio(session, None, PRESETS["wall"])
    qtbot.addWidget(studio)
    assert studio.choices.setup == PRESETS["wall"]
    assert studio.side.presets.list.marked() == "wall"
    write(studio, tmp_path / "map.pdf")
    assert studio.written
    assert session.journey.page == before


def test_a_failing_export_says_why_and_leaves_the_old_file(
    studio: PrintStudio, said: list[str], tmp_path: Path
) -> None:
    old = tmp_path / "map.pdf"
    old.mkdir()
    write(studio, old)
    assert said
    assert studio.written is None
    assert old.is_dir()
    assert studio.side.isEnabled()
    studio.compose()
    assert studio.foot.save_button.isEnabled()


def test_type_that_nobody_can_read_takes_an_explicit_anyway(app: QApplication, session: Session, qtbot: QtBot) -> None:
    session.new(Loaded(large(lanes=6, steps=20, cards=2), {}, ()))
    studio = PrintStudio(session, None)
    qtbot.addWidget(studio)
    studio.choices.set(paper="A5")
    studio.compose()
    assert not studio.foot.save_button.isEnabled()
    assert not studio.foot.print_button.isEnabled()
    assert not studio.warnings.isHidden()
    studio.warnings.anyway.setChecked(True)
    assert studio.foot.save_button.isEnabled()


def test_the_language_of_the_print_can_be_chosen(studio: PrintStudio) -> None:
    studio.side.words.language.setCurrentIndex(studio.side.words.language.findData("en"))
    studio.compose()
    assert studio.language() == "en"
    assert "English" in studio.foot.summary.text()


def test_the_paper_that_is_advised_is_large_enough_and_says_the_size(studio: PrintStudio) -> None:
    studio.choices.set(paper="A5")
    studio.compose()
    studio.background.finish()
    (button,) = [button for button in studio.warnings.buttons if button.text().startswith("Use A")]
    promised = button.text()
    button.click()
    studio.compose()
    made = studio.composer.pages
    assert made is not None
    assert made.smallest >= 8
    assert promised == f"Use {studio.side.page.paper.currentData()}: {int(made.smallest * 10) / 10:.1f} pt"
    assert not studio.warnings.buttons


def test_hiding_descriptions_is_an_edit_that_can_be_undone(studio: PrintStudio, session: Session) -> None:
    studio.compose()
    studio.warnings.advise((Advice(studio.choices.setup, 8.5, plain=True),), studio.choices.setup)
    (button,) = studio.warnings.buttons
    assert button.text() == "Hide descriptions: 8.5 pt"
    button.click()
    studio.background.finish()
    assert not session.journey.theme.descriptions
    session.undo()
    assert session.journey.theme.descriptions


def test_it_opens_no_larger_than_the_screen(studio: PrintStudio) -> None:
    room = studio.screen().availableSize()
    wanted = QSize(1600, 980).boundedTo(room)
    assert studio.width() <= max(wanted.width(), studio.minimumSizeHint().width())
    fit_on_screen(studio, room.width() * 2, room.height() * 2)
    assert studio.width() < room.width()
    assert studio.height() < room.height()


@pytest.mark.parametrize("language", ["en", "de"])
def test_it_can_be_used_on_a_small_screen(session: Session, qtbot: QtBot, language: str) -> None:
    from journey_editor import wording

    wording.set_language(language)
    studio = PrintStudio(session, None)
    qtbot.addWidget(studio)
    needs = studio.minimumSizeHint()
    wording.set_language("en")
    assert needs.width() <= 1264
    assert needs.height() <= 672


def test_each_language_gets_a_file_of_its_own(studio: PrintStudio, session: Session, tmp_path: Path) -> None:
    from journey_editor.ui.print_studio.saving import suggested

    session.save(tmp_path / "house.journey")
    assert suggested(session, "de") == tmp_path / "house.pdf"
    assert suggested(session, "en") == tmp_path / "house-en.pdf"


def test_a_project_without_a_file_is_printed_under_its_title_in_that_language(session: Session) -> None:
    from journey_editor.ui.print_studio.saving import suggested

    assert suggested(session, "de").name == "Kauf.pdf"
    assert suggested(session, "en").name == "Purchase-en.pdf"


# The forms


def test_what_is_chosen_is_what_is_composed(studio: PrintStudio) -> None:
    page = studio.side.page
    page.paper.setCurrentIndex(page.paper.findData("custom"))
    assert not page.width_mm.parentWidget().isHidden()
    assert page.orientation.isHidden()
    page.width_mm.setValue(500)
    page.height_mm.setValue(300)
    page.margin.setValue(5)
    studio.side.contents.checks["legend"].setChecked(False)
    studio.side.words.grey.group.button(1).click()
    setup = studio.choices.setup
    assert (setup.paper, setup.width, setup.height, setup.margin) == ("custom", 500, 300, 5)
    assert (setup.legend, setup.grey) == (False, True)
    studio.compose()
    assert studio.composer.pages is not None
    assert round(studio.composer.pages.pages[0].width) == round(500 * 72 / 25.4)
    assert "500 × 300 mm" in studio.foot.summary.text()


def test_the_number_of_a_fit_is_asked_for_where_it_counts(studio: PrintStudio) -> None:
    page = studio.side.page
    numbers = {
        "pages": page.pages_wide,
        "phases": page.phases_each,
        "lanes": page.lanes_each,
        "readable": page.type_least,
    }
    for fit, control in numbers.items():
        page.fit.setCurrentIndex(page.fit.findData(fit))
        shown = [other for other in numbers.values() if not other.parentWidget().isHidden()]
        assert shown == [control]
        control.setValue(13)
    setup = studio.choices.setup
    assert (setup.pages_wide, setup.phases_each, setup.lanes_each, setup.type_least) == (13, 13, 13, 13)


def test_margins_that_leave_no_room_are_said_and_nothing_can_be_saved(studio: PrintStudio) -> None:
    studio.choices.set(paper="A5", margin=80)
    studio.compose()
    assert "leave no room" in studio.warnings.words.text()
    assert not studio.foot.save_button.isEnabled()
    studio.choices.set(margin=10)
    studio.compose()
    assert studio.warnings.isHidden() or "leave no room" not in studio.warnings.words.text()


def test_return_in_a_number_does_not_press_the_button(
    studio: PrintStudio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(PrintStudio, "choose_file", lambda _studio: asked.append(True))
    studio.show()
    studio.compose()
    qtbot.keyClick(studio.side.page.margin, Qt.Key.Key_Return)
    assert not asked
    assert studio.isVisible()


# The preview


def test_the_preview_names_the_page_and_turns(studio: PrintStudio, qtbot: QtBot) -> None:
    studio.choices.set(appendix=True)
    studio.compose()
    preview = studio.preview
    count = len(preview.pages)
    assert count > 1
    assert f"Page 1 of {count}" in preview.view.accessibleName()
    assert preview.thumbnails.item(1).text() == f"Page 2 of {count}"
    preview.on.click()
    assert f"Page 2 of {count}" in preview.view.accessibleName()
    assert preview.thumbnails.currentRow() == 1
    preview.thumbnails.setCurrentRow(0)
    assert preview.here == 0
    assert not preview.back.isEnabled()


def test_pages_are_drawn_small_when_they_come_into_view(studio: PrintStudio, qtbot: QtBot) -> None:
    studio.choices.set(appendix=True, persona_pages=True)
    studio.compose()
    studio.show()
    qtbot.waitUntil(lambda: len(studio.preview.thumbnails.drawn) == len(studio.preview.pages))


def test_zooming_keeps_to_its_limits_and_fitting_shows_the_page(studio: PrintStudio, qtbot: QtBot) -> None:
    studio.compose()
    studio.show()
    view = studio.preview.view
    view.set_zoom(100)
    assert view.zoom == 8
    assert view.verticalScrollBar().maximum() > 0
    view.grab()
    view.set_zoom(0)
    studio.activateWindow()
    qtbot.waitUntil(studio.isActiveWindow)
    assert view.zoom == 0.05
    qtbot.keyClick(studio, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert view.fitting
    assert view.verticalScrollBar().maximum() == view.horizontalScrollBar().maximum() == 0
    view.set_zoom(view.zoom * 1.2)  # what fits is as large as can be: the advice on small type may come in between
    assert view.verticalScrollBar().maximum() + view.horizontalScrollBar().maximum() > 0


def test_the_grey_preview_has_no_colour(studio: PrintStudio) -> None:
    studio.compose()
    studio.show()
    view = studio.preview.view

    def coloured() -> bool:
        image = view.grab().toImage()
        pixels = [image.pixelColor(x, y) for x in range(40, image.width() - 40, 7) for y in range(40, 300, 3)]
        return any(max(c.red(), c.green(), c.blue()) - min(c.red(), c.green(), c.blue()) > 40 for c in pixels)

    assert coloured()
    studio.preview.show_grey.setChecked(True)
    assert not coloured()


def test_what_is_printed_in_grey_is_seen_in_grey(studio: PrintStudio) -> None:
    studio.choices.set(grey=True)
    studio.compose()
    studio.show()
    image = studio.preview.view.grab().toImage()
    pixels = [image.pixelColor(x, y) for x in range(40, image.width() - 40, 7) for y in range(40, 300, 3)]
    assert not any(max(c.red(), c.green(), c.blue()) - min(c.red(), c.green(), c.blue()) > 40 for c in pixels)
    assert studio.foot.summary.text().endswith("grey")


# Beside the window


def test_a_choice_made_while_it_composes_drops_what_was_composed(studio: PrintStudio) -> None:
    shown: list[int] = []
    studio.composer.composed.connect(lambda: shown.append(round(studio.preview.pages[0].width)))
    for paper in ("A3", "A2", "A1"):
        studio.choices.set(paper=paper, orientation="portrait")
        studio._begin()
    studio.background.finish()
    assert shown == [round(594 * 72 / 25.4)]


def test_the_event_loop_turns_while_a_file_is_written(
    studio: PrintStudio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turned, heard = Event(), list[bool]()

    def export_when_the_window_has_turned(*given: Any, **named: Any) -> Export:
        heard.append(turned.wait(timeout=20))
        return export_map(*given, **named)

    monkeypatch.setattr(saving, "export_map", export_when_the_window_has_turned)
    studio.write(tmp_path / "map.pdf")
    QTimer.singleShot(0, turned.set)  # comes only when `write` has given the event loop back, and it goes round
    qtbot.waitUntil(lambda: studio.written is not None, timeout=30_000)
    assert heard == [True]


# Leaving


def test_closing_while_it_composes_is_safe(session: Session, qtbot: QtBot) -> None:
    session.new(Loaded(large(lanes=6, steps=20, cards=2), {}, ()))
    studio = PrintStudio(session, None)
    qtbot.addWidget(studio)
    studio.show()
    studio._begin()
    assert studio.background.busy
    studio.close()
    assert not studio.background.busy


def test_stopping_an_export_leaves_the_old_file_and_the_studio_open(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new(Loaded(large(lanes=6, steps=20, cards=2), {}, ()))
    studio = PrintStudio(session, None, PRESETS["poster"])
    qtbot.addWidget(studio)
    studio.show()
    studio.compose()
    old = tmp_path / "map.pdf"
    old.write_bytes(b"old")
    studio.write(old)
    assert not studio.side.isEnabled()
    assert studio.foot.cancel_button.text() == "Stop"
    studio.foot.cancel_button.click()
    studio.background.finish()
    assert old.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [old]
    assert studio.isVisible()
    assert studio.side.isEnabled()
    assert studio.written is None
    studio.close()


def test_what_a_worksheet_has_not_cannot_be_chosen(studio: PrintStudio) -> None:
    checks, page = studio.side.contents.checks, studio.side.page
    studio.choices.set(worksheet="map")
    assert not any(checks[field].isEnabled() for field in ("map_pages", "title_block", "persona_block", "legend"))
    assert checks["appendix"].isEnabled()
    assert page.fit.isHidden()
    assert page.columns.isHidden()
    studio.choices.set(worksheet="", title_block=False, map_pages=False)
    assert checks["map_pages"].isEnabled()
    assert not checks["persona_block"].isEnabled()
    assert not checks["legend"].isEnabled()
    studio.choices.set(title_block=True, map_pages=True)
    assert all(box.isEnabled() for box in checks.values())
    assert not page.fit.isHidden()


def test_papers_are_named_with_their_size_as_the_language_writes_it() -> None:
    from journey_editor import wording
    from journey_editor.ui.print_studio.page_form import papers

    assert "Letter, 215.9 × 279.4 mm" in [option.text for option in papers()]
    wording.set_language("de")
    german = [option.text for option in papers()]
    wording.set_language("en")
    assert "Letter, 215,9 × 279,4 mm" in german
    assert "16:9, 190,5 × 338,7 mm" in german


def test_an_empty_desk_says_what_it_waits_for(studio: PrintStudio) -> None:
    studio.show()
    studio._begin()
    studio._patience.timeout.emit()
    assert studio.preview.state.text() == "Composing ..."
    view = studio.preview.view
    waiting = view.grab().toImage()
    view.wait("")
    assert view.grab().toImage() != waiting
    studio.background.finish()
    assert studio.preview.state.text() == ""


def test_while_a_file_is_written_its_way_takes_the_room_and_buttons_keep_their_size(
    studio: PrintStudio, qtbot: QtBot
) -> None:
    studio.resize(1300, 700)
    studio.show()
    studio.compose()
    before = studio.foot.print_button.width()
    studio._work("map.pdf is being written ...")
    QApplication.processEvents()
    assert studio.foot.progress.isVisible()
    assert studio.foot.print_button.width() == before
    studio._work("")
