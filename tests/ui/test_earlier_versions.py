"""Backups in the window: made by each save, looked at, brought back as a step, or opened beside."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journey_editor.edit.anything import set_any
from journey_editor.session.data_folder import data_folder
from journey_editor.storage.backups import backups
from journey_editor.storage.files import load
from journey_editor.ui.keeping.backups_dialog import BackupsDialog
from journey_editor.ui.main_window import MainWindow
from tests.builders import everything


@pytest.fixture(autouse=True)
def no_backups() -> Iterator[None]:
    shutil.rmtree(data_folder("backups"), ignore_errors=True)
    yield
    shutil.rmtree(data_folder("backups"), ignore_errors=True)


@pytest.fixture
def saved(open_window: MainWindow, tmp_path: Path) -> Path:
    """A file that was saved with three titles, one after the other."""
    path = tmp_path / "a.journey"
    for title in ("one", "two", "three"):
        open_window.workspace.session.apply("x", lambda project, title=title: set_any(project, "pr-all", title=title))
        assert open_window.workspace.documents._save_to(path)
    return path


def test_each_save_is_a_backup(open_window: MainWindow, saved: Path) -> None:
    found = backups(data_folder("backups"), saved)
    assert sorted(load(one.file).project.title for one in found) == ["one", "three", "two"]


def test_what_another_program_has_written_is_kept_before_it_is_overwritten(
    open_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "b.journey"
    path.write_bytes(b"not ours")
    assert open_window.workspace.documents._save_to(path)
    assert b"not ours" in [one.file.read_bytes() for one in backups(data_folder("backups"), path)]


def test_an_earlier_version_is_shown_and_brought_back(
    open_window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[str] = []

    def take(dialog: BackupsDialog) -> int:
        for row in range(dialog.list.count()):
            dialog.list.setCurrentRow(row)
            shown.append(dialog.preview.toPlainText())
            assert not dialog.picture.pixmap().isNull()
            if dialog.loaded is not None and dialog.loaded.project.title == "one":
                dialog.restore.click()
                return 1
        return 0

    monkeypatch.setattr(BackupsDialog, "exec", take)
    session = open_window.workspace.session
    open_window.actions_["file.versions"].trigger()
    assert any("“three” → “one”" in text for text in shown)
    assert session.project.title == "one"
    assert session.dirty
    assert session.path == saved
    session.undo()
    assert session.project.title == "three"
    assert load(saved).project.title == "three"


def test_an_earlier_version_is_opened_beside(
    open_window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take(dialog: BackupsDialog) -> int:
        dialog.list.setCurrentRow(dialog.list.count() - 1)
        dialog.copy.click()
        return 1

    monkeypatch.setattr(BackupsDialog, "exec", take)
    assert open_window.workspace.documents.earlier_versions()
    assert open_window.workspace.session.path is None
    assert load(saved).project.title == "three"


def test_without_backups_and_with_broken_ones(open_window: MainWindow, saved: Path) -> None:
    dialog = BackupsDialog((), everything(), open_window)
    assert not dialog.restore.isEnabled()
    assert not dialog.copy.isEnabled()
    newest = backups(data_folder("backups"), saved)[0]
    newest.file.write_bytes(b"{")
    dialog = BackupsDialog((newest,), everything(), open_window)
    assert not dialog.restore.isEnabled()
    assert newest.file.name in dialog.preview.toPlainText()
