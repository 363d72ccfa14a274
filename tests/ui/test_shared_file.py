"""A file that others work on too: nobody's change is overwritten, and both can be joined."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journey_editor.edit.anything import set_any
from journey_editor.edit.merging.merge import merge
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.storage.files import load, save
from journey_editor.storage.locks import lock_file
from journey_editor.ui.dialogs import messages
from journey_editor.ui.documents import Documents
from journey_editor.ui.keeping.merge_dialog import MergeDialog
from journey_editor.ui.main_window import MainWindow
from tests.builders import PIXEL, PIXEL_SHA, everything, two_by_two

IMAGES = {PIXEL_SHA: PIXEL}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "a.journey"
    save(made, everything(), IMAGES)
    return made


@pytest.fixture
def opened(window: MainWindow, file: Path, qtbot: QtBot) -> MainWindow:
    window.open_path(file)
    qtbot.waitUntil(lambda: not window.opening and not window.at_start)
    return window


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is answered next; each message that is shown takes one."""
    given: list[str] = []

    def answer(message: messages.Message) -> int:
        message.answer = given.pop(0)
        return 0

    monkeypatch.setattr(messages.Message, "exec", answer)
    return given


def mine(window: MainWindow, **fields: Any) -> None:
    window.workspace.session.apply("x", lambda project: set_any(project, "tp-web", **fields))


def theirs(file: Path, **fields: Any) -> None:
    project = load(file).project
    save(file, set_any(project, "tp-web", **fields), IMAGES)


def field(project: Any, name: str) -> Any:
    from journey_editor.model.things import find_thing

    found = find_thing(project, "tp-web")
    assert found is not None
    return getattr(found.node, name)


def save_under(path: Path) -> Callable[..., tuple[str, str]]:
    return lambda *args, **named: (str(path), "")


def test_an_open_file_is_locked_and_let_go(opened: MainWindow, file: Path, tmp_path: Path) -> None:
    assert lock_file(file).exists()
    documents = opened.workspace.documents
    assert documents._save_to(tmp_path / "b.journey")
    assert not lock_file(file).exists()
    assert lock_file(tmp_path / "b.journey").exists()
    opened.workspace.session.new(Loaded(everything(), IMAGES, ()))
    assert not lock_file(tmp_path / "b.journey").exists()


def locked(file: Path) -> None:
    lock_file(file).write_text(json.dumps({"user": "<b>eva", "host": "there", "process": 7, "since": "?"}))


@pytest.mark.parametrize("answer", ["cancel", "read", "copy", "force"])
def test_a_file_that_somebody_has_open(
    answer: str,
    window: MainWindow,
    file: Path,
    tmp_path: Path,
    answers: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    locked(file)
    answers.append(answer)
    window.open_path(file)
    qtbot.waitUntil(lambda: not window.opening)
    session, documents = window.workspace.session, window.workspace.documents
    assert answers == []
    if answer == "cancel":
        assert session.path is None
        return
    assert session.project == everything()
    assert ("(read-only)" in window.windowTitle()) == (answer == "read")
    other = tmp_path / "mine.journey"
    monkeypatch.setattr("journey_editor.ui.documents.QFileDialog.getSaveFileName", save_under(other))
    mine(window, title="Mine")
    assert documents.save()
    if answer == "force":
        assert field(load(file).project, "title") == "Mine"
        assert not other.exists()
    else:
        assert load(file).project == everything()
        assert field(load(other).project, "title") == "Mine"
        assert session.path == other
        assert not documents.guard.read_only
        assert "eva" in lock_file(file).read_text()


def test_saving_into_a_file_that_was_changed_merges_both(opened: MainWindow, file: Path, answers: list[str]) -> None:
    mine(opened, title="Mine")
    theirs(file, description="Theirs")
    answers.append("merge")
    assert opened.workspace.documents.save()
    session = opened.workspace.session
    for project in (session.project, load(file).project):
        assert (field(project, "title"), field(project, "description")) == ("Mine", "Theirs")
    assert not session.dirty
    session.undo()
    assert field(session.project, "description") != "Theirs"


def test_conflicts_are_chosen_from(
    opened: MainWindow, file: Path, answers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine(opened, title="Mine", description="Also mine")
    theirs(file, title="Theirs", description="Also theirs")
    rows: list[list[str]] = []

    def choose(dialog: MergeDialog) -> int:
        table = dialog.table
        for row in range(table.rowCount()):
            rows.append([item.text() for column in range(4) if (item := table.item(row, column)) is not None])
        dialog.choose(0, "theirs")
        assert [table.item(0, column).checkState() for column in (2, 3)] == [  # type: ignore[union-attr]
            Qt.CheckState.Unchecked,
            Qt.CheckState.Checked,
        ]
        return 1

    monkeypatch.setattr(MergeDialog, "exec", choose)
    answers.append("merge")
    assert opened.workspace.documents.save()
    assert rows == [
        ["Touchpoint “Mine”", "Title", "“Mine”", "“Theirs”"],
        ["Touchpoint “Mine”", "Description", "“Also mine”", "“Also theirs”"],
    ]
    found = load(file).project
    assert (field(found, "title"), field(found, "description")) == ("Theirs", "Also mine")


@pytest.mark.parametrize("dialog_answer", ["cancel", "conflict cancelled"])
def test_cancelled_nothing_is_written(
    dialog_answer: str, opened: MainWindow, file: Path, answers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine(opened, title="Mine")
    theirs(file, title="Theirs")
    monkeypatch.setattr(MergeDialog, "exec", lambda dialog: 0)
    answers.append("cancel" if dialog_answer == "cancel" else "merge")
    assert not opened.workspace.documents.save()
    assert field(load(file).project, "title") == "Theirs"
    assert field(opened.workspace.session.project, "title") == "Mine"
    assert opened.workspace.session.dirty


def test_reload_can_be_undone(opened: MainWindow, file: Path, answers: list[str]) -> None:
    mine(opened, title="Mine")
    theirs(file, title="Theirs")
    answers.append("reload")
    assert opened.workspace.documents.save()
    session = opened.workspace.session
    assert field(session.project, "title") == "Theirs"
    assert not session.dirty
    session.undo()
    assert field(session.project, "title") == "Mine"
    assert session.dirty


def test_mine_is_kept_as_a_copy(
    opened: MainWindow, file: Path, tmp_path: Path, answers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def name(*args: Any, **named: Any) -> tuple[str, str]:
        asked.append(Path(args[2]).name)
        return str(tmp_path / "copy.journey"), ""

    monkeypatch.setattr("journey_editor.ui.documents.QFileDialog.getSaveFileName", name)
    mine(opened, title="Mine")
    theirs(file, title="Theirs")
    answers.append("copy")
    assert opened.workspace.documents.save()
    assert asked == ["a (copy).journey"]
    assert field(load(file).project, "title") == "Theirs"
    assert field(load(tmp_path / "copy.journey").project, "title") == "Mine"


def test_another_project_in_the_place_of_the_file_is_not_merged(
    opened: MainWindow, file: Path, answers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    original = messages.Message.__init__

    def listen(message: messages.Message, *args: Any, **named: Any) -> None:
        seen.append([answer.key for answer in args[3]])
        original(message, *args, **named)

    monkeypatch.setattr(messages.Message, "__init__", listen)
    mine(opened, title="Mine")
    save(file, everything().evolve(id="another"), IMAGES)
    answers.append("cancel")
    assert not opened.workspace.documents.save()
    assert seen == [["cancel", "reload", "copy"]]


@pytest.mark.parametrize("answer", ["again", "follow", "cancel"])
def test_a_file_that_was_moved(answer: str, opened: MainWindow, file: Path, answers: list[str]) -> None:
    moved = file.with_name("new.journey")
    file.rename(moved)
    mine(opened, title="Mine")
    answers.append(answer)
    assert opened.workspace.documents.save() == (answer != "cancel")
    assert file.exists() == (answer == "again")
    assert (field(load(moved).project, "title") == "Mine") == (answer == "follow")
    assert opened.workspace.session.path == (moved if answer == "follow" else file)


def test_a_file_that_somebody_opened_under_its_new_name_is_asked_about(
    opened: MainWindow, file: Path, answers: list[str]
) -> None:
    moved = file.with_name("new.journey")
    file.rename(moved)
    locked(moved)
    mine(opened, title="Mine")
    answers += ["follow", "cancel"]
    assert not opened.workspace.documents.save()
    assert answers == []
    assert load(moved).project == everything()
    answers.append("go")
    assert opened.workspace.documents.save()
    assert field(load(moved).project, "title") == "Mine"


def test_a_file_that_was_deleted_is_asked_about(opened: MainWindow, file: Path, answers: list[str]) -> None:
    file.unlink()
    mine(opened, title="Mine")
    answers += ["cancel", "again"]
    assert not opened.workspace.documents.save()
    assert not file.exists()
    assert opened.workspace.documents.save()
    assert field(load(file).project, "title") == "Mine"


def test_a_strip_tells_when_the_window_is_looked_at(
    opened: MainWindow, file: Path, answers: list[str], qtbot: QtBot
) -> None:
    strip = opened.workspace.disk_strip
    QApplication.sendEvent(opened, activation())
    assert not strip.isVisible()
    theirs(file, title="Theirs")
    QApplication.sendEvent(opened, activation())
    assert strip.isVisible()
    assert strip.text == "Somebody else has changed “a.journey”."
    answers.append("reload")
    strip.button.click()
    assert not strip.isVisible()
    assert field(opened.workspace.session.project, "title") == "Theirs"
    assert not opened.workspace.session.dirty


def activation() -> Any:
    from PySide6.QtCore import QEvent

    return QEvent(QEvent.Type.WindowActivate)


def test_our_own_saves_are_no_change(opened: MainWindow, file: Path) -> None:
    for n in range(3):
        mine(opened, title=str(n))
        assert opened.workspace.documents.save()
        assert opened.workspace.documents.guard.look() is None
    os.utime(file, (1, 1))
    assert opened.workspace.documents.guard.look() is None


def test_a_changed_file_that_cannot_be_read_is_left_alone(
    opened: MainWindow, file: Path, tmp_path: Path, answers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine(opened, title="Mine")
    file.write_bytes(b"<<<<<<< HEAD")
    monkeypatch.setattr("journey_editor.ui.documents.QFileDialog.getSaveFileName", save_under(tmp_path / "b.journey"))
    answers.append("ok")
    assert opened.workspace.documents.save()
    assert file.read_bytes() == b"<<<<<<< HEAD"
    assert field(load(tmp_path / "b.journey").project, "title") == "Mine"


def test_a_save_that_fails_at_its_last_step_is_known_as_our_own(
    qapp: QApplication, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journey_editor.storage import atomic
    from journey_editor.storage.marks import look_at
    from journey_editor.storage.problem import FileProblem, problem

    session = Session()
    session.open(file)
    session.apply("x", lambda project: set_any(project, "tp-web", title="Mine"))

    def fail(folder: Path, shown: str) -> None:
        raise problem(shown, "The drive fails.")

    monkeypatch.setattr(atomic, "_sync_folder", fail)
    with pytest.raises(FileProblem):
        session.save()
    assert session.dirty
    assert session.mark is not None
    assert look_at(file, session.mark).what == "same"


def test_a_lock_that_was_taken_over_is_asked_about(opened: MainWindow, file: Path, answers: list[str]) -> None:
    mine(opened, title="Mine")
    locked(file)  # somebody has taken it over
    answers += ["cancel", "go"]
    assert not opened.workspace.documents.save()
    assert load(file).project == everything()
    assert opened.workspace.documents.save()
    assert field(load(file).project, "title") == "Mine"


def test_a_change_between_looking_and_writing_is_not_overwritten_either(
    opened: MainWindow, file: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine(opened, title="Mine")
    documents = opened.workspace.documents

    def look_and_be_overtaken(path: Path) -> str:
        theirs(file, title="Theirs")
        return "write"

    monkeypatch.setattr(documents.guard, "may_save", look_and_be_overtaken)
    assert not documents.save()
    assert "has just changed the file" in said[0]
    assert field(load(file).project, "title") == "Theirs"
    assert sorted(os.listdir(file.parent)) == [lock_file(file).name, file.name, "settings.ini"]
    assert opened.workspace.session.dirty


def test_documents_close_lets_go(opened: MainWindow, file: Path) -> None:
    documents: Documents = opened.workspace.documents
    documents.close()
    assert not lock_file(file).exists()


def test_another_project_in_the_file_is_not_taken_over_by_enter(
    opened: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine(opened, title="Mine")
    save(file, two_by_two(), {})
    shown: list[dict[str, bool]] = []

    def look(message: messages.Message) -> int:
        shown.append({button.objectName(): button.isDefault() for button in message.findChildren(QPushButton)})
        return 0

    monkeypatch.setattr(messages.Message, "exec", look)
    assert not opened.workspace.documents.save()
    assert shown == [{"cancel": False, "reload": False, "copy": True}]


def test_conflicts_stand_in_rows_as_high_as_their_words(qtbot: QtBot) -> None:
    base = everything()
    ours, theirs = (set_any(base, "tp-web", title=word * 12) for word in ("long and longer ", "short "))
    dialog = MergeDialog(ours, theirs, merge(base, ours, theirs).conflicts, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    table = dialog.table
    assert table.rowHeight(0) < table.viewport().height()
    wide = table.rowHeight(0)
    dialog.resize(500, 520)
    QApplication.processEvents()
    assert table.rowHeight(0) > wide


@pytest.mark.parametrize(
    "name", ["x" * 250, "e\u0301" * 120, "/".join(["<b>folder</b>"] * 30), "\U0001f468\u200d\U0001f469" * 60]
)
def test_a_message_is_no_wider_for_a_long_name(qtbot: QtBot, name: str) -> None:
    message = messages.Message(None, f"“{name}” is open", f"{name}: gone", [messages.Answer("ok", "OK", default=True)])
    qtbot.addWidget(message)
    message.show()
    assert message.width() < 600
    assert message.accessibleName() == f"“{name}” is open"
    said = [line.text().replace("\u200b", "") for line in message.findChildren(QLabel)]
    assert f"{name}: gone" in said
