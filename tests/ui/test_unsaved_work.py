"""Unsaved work in the window: kept while it is made, offered at the next start, and restored as a step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from journey_editor.edit.anything import set_any
from journey_editor.session.recorder import Recorder, recovery_folder
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.storage.files import save
from journey_editor.storage.recovery import folder
from journey_editor.storage.recovery.journal import read
from journey_editor.ui.dialogs import messages
from journey_editor.ui.keeping.recovery_dialog import RecoveryDialog
from journey_editor.ui.keeping.typed import typed_words
from journey_editor.ui.main_window import MainWindow
from tests.builders import PIXEL, PIXEL_SHA, everything


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Each test begins and ends without unsaved work."""

    def sweep() -> None:
        if recovery_folder().is_dir():
            for file in recovery_folder().iterdir():
                file.unlink()

    sweep()
    yield
    sweep()


def left_behind(path: Path | None = None, title: str = "Lost") -> Path:
    """What a program leaves that was killed: the file of its unsaved work, with nobody who holds it."""
    session = Session()
    session.new(Loaded(everything(), {PIXEL_SHA: PIXEL}, ()))
    if path is not None:
        session.save(path)
    recorder = Recorder(session, recovery_folder())
    session.apply("x", lambda project: set_any(project, "pr-all", title=title))
    assert recorder.keep_now()
    file = recorder.file
    assert file is not None
    recorder.end()
    return file


def test_edits_in_the_window_are_kept_and_go_with_a_save(open_window: MainWindow, tmp_path: Path) -> None:
    workspace = open_window.workspace
    recorder, session = workspace.documents.keeper.recorder, workspace.session
    session.apply("x", lambda project: set_any(project, "pr-all", title="New"))
    assert recorder.keep_now()
    assert recorder.file is not None
    assert read(recorder.file).now.project == session.project
    assert workspace.documents._save_to(tmp_path / "a.journey")
    assert recorder.keep_now()
    assert recorder.file is None
    assert list(recovery_folder().iterdir()) == []


def test_words_being_typed_on_the_map_are_kept(open_window: MainWindow) -> None:
    view, recorder = open_window.workspace.view, open_window.workspace.documents.keeper.recorder
    assert view.in_place.begin("tp-web")
    editor = view.in_place.editor
    assert editor is not None
    editor.setPlainText("half a wor")
    assert recorder.keep_now()
    assert recorder.file is not None
    assert b"half a wor" in recorder.file.read_bytes()
    editor.cancel()
    assert recorder.keep_now()
    assert read(recorder.file).now.project == open_window.workspace.session.project


def test_a_name_being_typed_in_a_list_is_kept(open_window: MainWindow, qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    field = QLineEdit(rows.viewport())
    rows.show()
    rows.activateWindow()
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert typed_words() == ""
    qtbot.keyClicks(field, "Anna")
    assert typed_words() == "Anna"


def test_the_start_page_offers_what_was_left(window: MainWindow, qtbot: QtBot) -> None:
    strip = window.restoring._strip
    assert strip is None
    left_behind(title="<b>Lost</b>")
    window.show_start_page()
    qtbot.waitUntil(lambda: window.restoring._strip is not None)
    strip = window.restoring._strip
    assert strip is not None
    assert strip.isVisible()
    assert "“<b>Lost</b>” was saved" in strip.text


def test_restoring_is_a_step_that_leads_back_to_the_saved_state(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, said: list[str]
) -> None:
    file = left_behind(tmp_path / "a.journey")
    assert window.workspace.documents.restore(file)
    session = window.workspace.session
    assert session.own_title == "Lost"
    assert session.path == tmp_path / "a.journey"
    assert session.dirty
    assert file.exists()
    assert folder.tries(file) == 1  # until it is on the screen for a while
    session.undo()
    assert not session.dirty
    session.redo()
    assert window.workspace.documents.save()
    assert not file.exists()
    assert said == []


def test_opening_a_file_asks_about_newer_unsaved_work(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.journey"
    left_behind(path)
    asked: list[str] = []

    def take(dialog: RecoveryDialog) -> int:
        asked.append(dialog.preview.toPlainText())
        dialog.restore.click()
        return 1

    monkeypatch.setattr(RecoveryDialog, "exec", take)
    window.open_path(path)
    qtbot.waitUntil(lambda: bool(asked) and window.workspace.session.dirty)
    assert "→ “Lost”" in asked[0]
    assert window.workspace.session.own_title == "Lost"


def test_after_two_tries_a_file_opens_clean_and_the_work_is_kept(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.journey"
    file = left_behind(path)
    for _ in range(2):
        folder.try_begins(file)
    monkeypatch.setattr(RecoveryDialog, "exec", lambda dialog: pytest.fail("asked"))
    window.open_path(path)
    qtbot.waitUntil(lambda: not window.opening and not window.at_start)
    QApplication.processEvents()
    assert not window.workspace.session.dirty
    assert file.exists()
    window.restoring._offer()
    assert window.restoring._strip is None
    dialog = RecoveryDialog(folder.unsaved_work(recovery_folder()), None, window)
    assert str(file) in dialog.about.text().replace("\u200b", "")


def test_looking_at_it_does_not_make_a_failed_try_good(window: MainWindow) -> None:
    file = left_behind()
    folder.try_begins(file)  # the first one ended the program
    RecoveryDialog(folder.unsaved_work(recovery_folder()), None, window)
    assert folder.tries(file) == 1
    folder.try_begins(file)  # so did the second
    RecoveryDialog(folder.unsaved_work(recovery_folder()), None, window)
    assert folder.unsaved_work(recovery_folder())[0].given_up


def test_what_cannot_be_read_is_said_and_kept(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    file = left_behind()
    file.write_bytes(file.read_bytes()[:200])
    dialog = RecoveryDialog(folder.unsaved_work(recovery_folder()), None, window)
    assert not dialog.restore.isEnabled()
    assert "damaged" in dialog.preview.toPlainText()
    assert not window.workspace.documents.restore(file)
    assert file.exists()
    assert "cannot be restored" in said[0]


def test_deleting_asks_first(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    file = left_behind()
    dialog = RecoveryDialog(folder.unsaved_work(recovery_folder()), None, window)
    answers = ["cancel", "go"]

    def answer(message: messages.Message) -> int:
        message.answer = answers.pop(0)
        return 0

    monkeypatch.setattr(messages.Message, "exec", answer)
    dialog.delete.click()
    assert file.exists()
    dialog.delete.click()
    assert not file.exists()
    assert dialog.list.count() == 0
    assert not dialog.delete.isEnabled()


def test_a_running_program_keeps_its_own(window: MainWindow) -> None:
    session = Session()
    recorder = Recorder(session, recovery_folder())
    session.apply("x", lambda project: set_any(project, project.id, title="Mine"))
    assert recorder.keep_now()
    assert folder.unsaved_work(recovery_folder()) == []
    recorder.end()


def test_saved_files_have_nothing_to_restore(tmp_path: Path) -> None:
    save(tmp_path / "a.journey", everything(), {PIXEL_SHA: PIXEL})
    assert folder.unsaved_work(tmp_path) == []


@pytest.mark.parametrize(("answer", "left"), [("keep", True), ("delete", False), ("", None)])
def test_restored_work_that_is_not_saved_is_kept_for_later_or_goes_for_good(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, left: bool | None
) -> None:
    file = left_behind(tmp_path / "a.journey")
    assert window.workspace.documents.restore(file)
    answers = ["discard", answer]

    def take(message: messages.Message) -> int:
        message.answer = answers.pop(0)
        return 0

    monkeypatch.setattr(messages.Message, "exec", take)
    window.files.leave()
    assert answers == []
    assert window.at_start is (left is not None)
    assert file.exists() is (left is not False)
    if left is not None:
        assert [one.file for one in folder.unsaved_work(recovery_folder())] == ([file] if left else [])
    else:
        window.workspace.session.undo()  # so that the window closes without asking


def test_work_that_was_not_restored_goes_without_a_second_question(
    open_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = open_window.workspace
    workspace.session.apply("x", lambda project: set_any(project, "pr-all", title="New"))
    asked: list[str] = []

    def take(message: messages.Message) -> int:
        asked.append(message.accessibleName())
        message.answer = "discard"
        return 0

    monkeypatch.setattr(messages.Message, "exec", take)
    open_window.files.leave()
    assert len(asked) == 1


@pytest.mark.parametrize("for_good", [False, True])
def test_enter_takes_nothing_away_for_good(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, for_good: bool) -> None:
    def enter(message: messages.Message) -> int:
        qtbot.addWidget(message)
        message.show()
        qtbot.keyClick(message, Qt.Key.Key_Return)
        return 0

    monkeypatch.setattr(messages.Message, "exec", enter)
    assert messages.confirm(None, "Head", "Text", "Delete", for_good=for_good) is not for_good  # type: ignore[arg-type]
