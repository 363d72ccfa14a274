"""The export dialog: what it shows is what it writes, and it says when type gets too small."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.dialogs.export_pdf import ExportDialog
from journey_editor.ui.dialogs.sizes import fit_on_screen
from tests.builders import large


@pytest.fixture
def dialog(app: QApplication, session: Session, qtbot: QtBot) -> ExportDialog:
    made = ExportDialog(session, None)
    qtbot.addWidget(made)
    return made


def test_it_writes_the_file_and_the_map_remembers_the_page(
    dialog: ExportDialog, session: Session, said: list[str], tmp_path: Path
) -> None:
    dialog._paper.setCurrentIndex(dialog._paper.findData("A2"))
    assert dialog.write(tmp_path / "map.pdf"), said
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")
    assert session.journey.page.paper == "A2"
    assert "map.pdf" in dialog.sentence


def test_a_failing_export_says_why_and_leaves_the_old_file(
    dialog: ExportDialog, said: list[str], tmp_path: Path
) -> None:
    old = tmp_path / "map.pdf"
    old.mkdir()
    assert not dialog.write(old)
    assert said
    assert old.is_dir()


def test_type_that_nobody_can_read_takes_an_explicit_anyway(app: QApplication, session: Session, qtbot: QtBot) -> None:
    session.new(Loaded(large(lanes=6, steps=20, cards=2), {}, ()))
    dialog = ExportDialog(session, None)
    qtbot.addWidget(dialog)
    dialog._paper.setCurrentIndex(dialog._paper.findData("A5"))
    dialog.compose()
    assert not dialog.save_button.isEnabled()
    assert not dialog._notice.isHidden()
    dialog._anyway.setChecked(True)
    assert dialog.save_button.isEnabled()


def test_the_language_of_the_print_can_be_chosen(dialog: ExportDialog) -> None:
    dialog._language.setCurrentIndex(dialog._language.findData("en"))
    dialog.compose()
    assert dialog.language() == "en"
    assert "English" in dialog._summary.text()


def test_the_paper_that_is_advised_is_large_enough_and_says_the_size(dialog: ExportDialog, session: Session) -> None:
    dialog._paper.setCurrentIndex(dialog._paper.findData("A5"))
    dialog.compose()
    assert not dialog._larger.isHidden()
    promised = dialog._larger.text()
    dialog._larger.click()
    dialog.compose()
    assert dialog._pages is not None
    assert dialog._pages.smallest >= 8
    assert promised == f"Use {dialog._paper.currentData()}: {int(dialog._pages.smallest * 10) / 10:.1f} pt"
    assert dialog._larger.isHidden()


def test_it_opens_no_larger_than_the_screen(dialog: ExportDialog) -> None:
    room = dialog.screen().availableSize()
    wanted = QSize(1180, 740).boundedTo(room)
    assert dialog.width() <= max(wanted.width(), dialog.minimumSizeHint().width())
    fit_on_screen(dialog, room.width() * 2, room.height() * 2)
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()


def test_each_language_gets_a_file_of_its_own(dialog: ExportDialog, session: Session, tmp_path: Path) -> None:
    session.save(tmp_path / "house.journey")
    assert dialog.suggested() == tmp_path / "house.pdf"
    dialog._language.setCurrentIndex(dialog._language.findData("en"))
    assert dialog.suggested() == tmp_path / "house-en.pdf"


def test_a_project_without_a_file_is_printed_under_its_title_in_that_language(dialog: ExportDialog) -> None:
    assert dialog.suggested().name == "Kauf.pdf"
    dialog._language.setCurrentIndex(dialog._language.findData("en"))
    assert dialog.suggested().name == "Purchase.pdf"
