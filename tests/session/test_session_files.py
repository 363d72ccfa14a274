"""A session and its file: saving, opening, what is unsaved, and images."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from journey_editor.edit import remove
from journey_editor.model.assets import AssetRef
from journey_editor.model.project import Project
from journey_editor.session.session import Session
from journey_editor.storage.codec import decode, encode
from journey_editor.storage.problem import FileProblem
from tests.builders import two_by_two

from .hearing import IMAGES, NOON, Heard, rename


def test_saving_writes_what_can_be_opened_again(session: Session, tmp_path: Path, heard: Heard) -> None:
    path = tmp_path / "Kauf.journey"
    session.apply("Rename", rename("Neu"))
    heard.now()
    assert session.save(path) == path
    assert not session.dirty
    assert (session.path, session.title) == (path, "Kauf.journey")
    assert session.window_title == "Kauf.journey[*] – Journey Editor"
    assert session.project.modified == "2026-03-22T11:00:30Z"
    assert heard.now() == ["project", "file"]
    other = Session()
    report = other.open(path).report
    assert report == ()
    assert other.project == session.project
    assert other.images == IMAGES


def test_saving_what_is_saved_leaves_its_date(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    session.save(path)
    assert session.project.modified == ""
    data = path.read_bytes()
    session.save()
    assert path.read_bytes() == data


def test_undo_after_saving_is_dirty_and_redo_is_clean(session: Session, tmp_path: Path) -> None:
    session.apply("Rename", rename("Neu"))
    session.save(tmp_path / "a.journey")
    session.undo()
    assert session.dirty
    session.redo()
    assert not session.dirty


def test_saving_under_another_name_makes_that_the_file(session: Session, tmp_path: Path) -> None:
    session.save(tmp_path / "a.journey")
    session.save_as(tmp_path / "b.journey")
    assert session.path == tmp_path / "b.journey"
    assert (tmp_path / "a.journey").exists()


def test_a_project_without_a_file_cannot_be_saved_to_it(session: Session) -> None:
    with pytest.raises(ValueError, match="no file"):
        session.save()


def test_a_save_that_fails_changes_nothing(session: Session, tmp_path: Path, heard: Heard) -> None:
    session.apply("Rename", rename("Neu"))
    before = session.project
    heard.now()
    with pytest.raises(FileProblem):
        session.save(tmp_path / "no such folder" / "a.journey")
    assert session.project is before
    assert session.dirty
    assert session.path is None
    assert heard.now() == []


def test_a_file_that_cannot_be_opened_leaves_the_project_open(session: Session, tmp_path: Path, heard: Heard) -> None:
    broken = tmp_path / "broken.journey"
    broken.write_text("{", encoding="utf-8")
    before = session.project
    for path in (broken, tmp_path / "missing.journey"):
        with pytest.raises(FileProblem):
            session.open(path)
    assert session.project is before
    assert heard.now() == []


def test_opening_a_file_begins_anew(session: Session, tmp_path: Path, heard: Heard) -> None:
    path = tmp_path / "other.journey"
    path.write_bytes(encode(two_by_two(), {}))
    session.apply("Rename", rename("Neu"))
    session.select(["tp-web"])
    session.set_language("en")
    heard.now()
    session.open(path)
    assert session.project == two_by_two()
    assert (session.map_id, session.selection, session.language, session.images) == ("map", (), "de", {})
    assert not session.can_undo
    assert not session.dirty
    assert sorted(heard.now()) == ["file", "language", "map", "project", "selection"]


def test_a_file_without_a_map_gets_an_empty_one(qapp: object) -> None:
    session = Session()
    session.new(decode(encode(Project(id="bare"), {}), "bare"))
    assert session.journey.phases == ()
    assert not session.dirty


def test_an_image_is_saved_as_long_as_something_shows_it(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.journey"

    def stop_showing(project: Project) -> Project:
        return remove.delete(project, ["tp-web", "pc-one", "pe-eva"])

    session.apply("Delete", stop_showing)
    session.save(path)
    other = Session()
    other.open(path)
    assert other.images == {}
    session.undo()
    session.save()
    other.open(path)
    assert other.images == IMAGES, "undo brought it back"


def test_the_bytes_of_a_new_image_are_kept(session: Session) -> None:
    image = AssetRef(sha256="b" * 64, media_type="image/png", width=1, height=1)
    session.keep_image(image, b"...")
    assert session.images["b" * 64] == b"..."


def test_the_date_of_a_change_is_utc(session: Session, tmp_path: Path) -> None:
    session.apply("Rename", rename("Neu"))
    session.save(tmp_path / "a.journey")
    assert datetime.fromisoformat(session.project.modified) == NOON.astimezone(UTC)
