"""Unsaved work is kept while somebody edits, and goes only with a real save or when the user has left it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.edit.anything import set_any
from journey_editor.session.recorder import EVERY_MS, Recorder
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.storage.recovery import folder as folders
from journey_editor.storage.recovery.journal import Head, Recovered, read
from tests.builders import PIXEL, PIXEL_SHA, everything


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Session:
    made = Session()
    made.new(Loaded(everything(), {PIXEL_SHA: PIXEL}, ()))
    return made


@pytest.fixture
def recorder(session: Session, tmp_path: Path) -> Iterator[Recorder]:
    made = Recorder(session, tmp_path / "recovery", session)
    yield made
    made.end()  # nobody asks it for unsaved work any more


def rename(session: Session, title: str) -> None:
    session.apply("renamed", lambda project: set_any(project, project.id, title=title))


def kept(recorder: Recorder) -> Recovered:
    assert recorder.keep_now()
    assert recorder.file is not None
    return read(recorder.file)


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


def test_what_is_not_edited_leaves_nothing(session: Session, recorder: Recorder, tmp_path: Path) -> None:
    assert recorder.keep_now()
    assert files(tmp_path / "recovery") == []


def test_a_project_that_was_never_saved_is_kept(session: Session, recorder: Recorder) -> None:
    rename(session, "one")
    assert kept(recorder).now.project == session.project
    assert kept(recorder).head == Head("", "", session.title, "")
    rename(session, "two")
    session.undo()
    session.redo()
    found = kept(recorder)
    assert found.now.project == session.project
    assert found.now.images == {PIXEL_SHA: PIXEL}
    assert found.base.project == everything()


def test_what_is_being_typed_is_kept_too(session: Session, recorder: Recorder) -> None:
    session.typing = set_any(session.project, session.project.id, title="half a wor")
    assert kept(recorder).now.project.title == "half a wor"
    session.typing = None  # Escape
    rename(session, "another")
    assert kept(recorder).now.project == session.project


def test_what_stands_in_a_field_of_no_project_is_kept_beside_it(session: Session, tmp_path: Path) -> None:
    words = [""]
    recorder = Recorder(session, tmp_path, session, typed=lambda: words[0])
    words[0] = "a name \ud800"
    assert kept(recorder).typed == "a name ?"
    recorder.end()


def test_a_save_removes_it_and_the_next_edit_begins_anew(session: Session, recorder: Recorder, tmp_path: Path) -> None:
    rename(session, "one")
    assert kept(recorder)
    session.save(tmp_path / "a.journey")
    recorder.saved()
    assert recorder.keep_now()
    assert files(tmp_path / "recovery") == []
    saved = session.project
    rename(session, "two")
    found = kept(recorder)
    assert found.base.project == saved
    assert session.mark is not None
    assert found.head[:2] == (str(tmp_path / "a.journey"), session.mark.sha256)


def test_a_failed_save_keeps_it(session: Session, recorder: Recorder, tmp_path: Path) -> None:
    rename(session, "one")
    assert kept(recorder)
    with pytest.raises(Exception, match="does not exist"):
        session.save(tmp_path / "nowhere" / "a.journey")
    assert kept(recorder).now.project.title == "one"


def test_what_was_restored_goes_with_the_next_save_only(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "recovery"
    first = Recorder(session, folder, session)
    rename(session, "lost")
    found = kept(first)
    left = first.file
    assert left is not None
    first.end()  # the program was killed
    assert [one.file for one in folders.unsaved_work(folder)] == [left]

    second = Recorder(session, folder, session)
    session.restore(found.base, found.now, None, None)
    second.go_on_from(left)
    assert session.dirty
    assert session.project == found.now.project
    rename(session, "lost and more")
    assert kept(second).head.follows == left.name
    assert left.exists()
    second.end()  # killed again: only the newer one is offered
    offered = folders.unsaved_work(folder)
    assert [read(one.file).now.project.title for one in offered] == ["lost and more"]

    third = Recorder(session, folder, session)
    third.go_on_from(left)
    third.left()  # closed without saving: it stays
    assert left.exists()
    third.go_on_from(left)
    session.save(tmp_path / "a.journey")
    third.saved()
    assert third.keep_now()
    assert not left.exists()
    third.end()


def test_what_was_given_up_goes_when_other_work_is_restored(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "recovery"
    left = []
    for title in ("one", "two"):
        recorder = Recorder(session, folder, session)
        rename(session, title)
        kept(recorder)
        left.append(recorder.file)
        recorder.end()
    one, two = left
    assert one is not None
    assert two is not None
    recorder = Recorder(session, folder, session)
    recorder.go_on_from(one)
    recorder.given_up = True
    recorder.go_on_from(one)  # chosen once more: it is wanted after all
    assert one.exists()
    recorder.given_up = True
    recorder.go_on_from(two)
    assert (one.exists(), two.exists()) == (False, True)
    recorder.go_on_from(two)
    assert two.exists()
    recorder.end()


def test_undo_of_what_was_restored_leads_to_what_was_saved(session: Session, recorder: Recorder) -> None:
    rename(session, "lost")
    found = kept(recorder)
    session.restore(found.base, found.now, None, None)
    assert session.undo_label == "Unsaved work restored"
    session.undo()
    assert session.project == found.base.project
    assert not session.dirty


def test_a_folder_that_cannot_be_written_is_said_once_and_tried_again(session: Session, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    recorder = Recorder(session, tmp_path / "file" / "folder", session)
    said: list[str] = []
    recorder.failed.connect(said.append)
    for n in range(3):
        rename(session, f"title {n}")
        assert not recorder.keep_now()
        recorder.look()
    assert len(said) == 1
    (tmp_path / "file").unlink()
    rename(session, "at last")
    assert kept(recorder).now.project.title == "at last"


def test_tries_are_counted_until_one_ends_well(tmp_path: Path) -> None:
    file = tmp_path / "a.recovery"
    for n in range(folders.MOST_TRIES):
        assert folders.tries(file) == n
        folders.try_begins(file)
    assert folders.Found(file, read_nothing(), 0.0, folders.tries(file)).given_up
    folders.try_ended_well(file)
    assert folders.tries(file) == 0


def read_nothing() -> folders.Head:
    return folders.Head()


def test_work_at_a_file_that_was_moved_belongs_to_its_new_place(
    session: Session, recorder: Recorder, tmp_path: Path
) -> None:
    session.save(tmp_path / "a.journey")
    recorder.saved()
    rename(session, "one")
    assert kept(recorder).head.path == str(tmp_path / "a.journey")
    (tmp_path / "a.journey").rename(tmp_path / "b.journey")
    session.moved(tmp_path / "b.journey")
    found = kept(recorder)
    assert found.head.path == str(tmp_path / "b.journey")
    assert (found.base.project, found.now.project) == (session.saved, session.project)
    assert len(files(tmp_path / "recovery")) == 1


def test_a_file_moved_while_its_work_is_still_being_written_is_followed_too(
    session: Session, recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.save(tmp_path / "a.journey")
    recorder.saved()
    assert recorder.keep_now()
    begun, goes_on = threading.Event(), threading.Event()
    begin = folders.begin

    def slowly(*place: Any) -> Any:
        begun.set()
        assert goes_on.wait(20)
        return begin(*place)

    monkeypatch.setattr(folders, "begin", slowly)
    rename(session, "one")
    recorder.look()
    assert begun.wait(20)
    assert recorder.file is None
    session.moved(tmp_path / "b.journey")
    recorder.look()
    goes_on.set()
    assert kept(recorder).head.path == str(tmp_path / "b.journey")


def test_it_looks_by_itself_so_often_that_at_most_a_second_is_lost(
    session: Session, recorder: Recorder, qtbot: QtBot
) -> None:
    assert EVERY_MS <= 500
    assert recorder._timer.isActive()
    assert recorder._timer.interval() == EVERY_MS
    rename(session, "one")
    qtbot.waitUntil(lambda: recorder.file is not None, timeout=20_000)
    recorder.end()
    assert not recorder._timer.isActive()


def test_a_failure_is_said_once_until_it_works_again(
    session: Session, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    recorder.failed.connect(said.append)
    recorder.look()
    assert said == []

    def full(*_: object) -> None:
        raise OSError("full")

    recorder._timer.stop()
    with monkeypatch.context() as patched:
        patched.setattr(folders, "begin", full)
        rename(session, "one")
        for _ in range(3):
            assert not recorder.keep_now()
        recorder.look()
        assert said == ["full"]
        recorder._writer.wait()
    assert recorder.keep_now()  # the disk is there again, and nobody had to edit anything for it
    assert recorder.file is not None
    assert read(recorder.file).now.project == session.project
    recorder.look()
    with monkeypatch.context() as patched:
        patched.setattr(folders, "begin", full)
        recorder.left()
        recorder._writer.wait()
        rename(session, "two")
        recorder.keep_now()
        recorder.look()
        recorder._writer.wait()
    assert said == ["full", "full"]
