"""What became of a file: the same, changed, replaced, moved, gone."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from journey_editor.storage import marks
from journey_editor.storage.marks import FileMark, Seen, look_at, mark_file, sum_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "a.journey"
    made.write_bytes(b"one")
    return made


def marked(file: Path) -> FileMark:
    mark = mark_file(file, file.read_bytes())
    assert mark is not None
    return mark


def test_nothing_happened(file: Path) -> None:
    mark = marked(file)
    assert look_at(file, mark).what == "same"
    os.utime(file, (1, 1))  # only touched
    assert look_at(file, mark).what == "same"


def test_written_into(file: Path) -> None:
    mark = marked(file)
    file.write_bytes(b"two")
    os.utime(file, (1, 1))
    assert look_at(file, mark) == Seen("changed", file)


def test_replaced_by_another_and_by_the_same(file: Path) -> None:
    mark = marked(file)
    other = file.with_name("b")
    other.write_bytes(b"two")
    os.replace(other, file)
    assert look_at(file, mark).what == "changed"
    other.write_bytes(b"one")
    os.replace(other, file)  # as sync clients do
    assert look_at(file, mark).what == "same"


def test_gone_and_moved(file: Path) -> None:
    mark = marked(file)
    (file.parent / "copy").write_bytes(b"one")  # another file with the same content
    moved = file.with_name("new name.journey")
    file.rename(moved)
    assert look_at(file, mark) == Seen("moved", moved)
    moved.unlink()
    assert look_at(file, mark) == Seen("gone", file)


def test_a_mark_without_a_place_goes_by_content(file: Path) -> None:
    mark = FileMark(0, 0, 0, 0, marked(file).sha256)
    assert look_at(file, mark).what == "same"
    file.write_bytes(b"two")
    assert look_at(file, mark).what == "changed"


def test_a_link_that_leads_nowhere_does_not_hide_what_was_moved(file: Path) -> None:
    mark = marked(file)
    for name in "0b":
        file.with_name(f"{name}.journey").symlink_to("nowhere")
    file.with_name("folder").mkdir()
    moved = file.with_name("z.journey")
    file.rename(moved)
    assert look_at(file, mark) == Seen("moved", moved)


def test_what_was_moved_out_of_sight_or_changed_on_the_way_is_gone(file: Path) -> None:
    mark = marked(file)
    hidden = file.rename(file.with_name(".a.journey"))
    assert look_at(file, mark) == Seen("gone", file)
    seen = hidden.rename(file.with_name("b.journey"))
    assert look_at(file, mark).what == "moved"
    seen.write_bytes(b"two")
    assert look_at(file, mark) == Seen("gone", file)
    assert look_at(file.parent / "no folder" / "a", mark).what == "gone"
    assert mark_file(file, b"one") is None


def test_a_mark_tells_the_file_and_what_is_in_it(file: Path) -> None:
    status = file.stat()
    assert marked(file) == (
        status.st_dev,
        status.st_ino,
        3,
        status.st_mtime_ns,
        "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
    )
    assert sum_of(file) == marked(file).sha256
    assert sum_of(file.parent) is None
    large = b"x" * (2**20 + 5)
    file.write_bytes(large)
    assert sum_of(file) == sha256(large).hexdigest()


def test_a_file_that_cannot_be_read_counts_as_the_same(file: Path) -> None:
    mark = marked(file)
    assert look_at(file / "x", mark).what == "same"  # a file where a folder should be
    loop = file.with_name("loop")
    loop.symlink_to("loop")
    assert look_at(loop, mark).what == "same"
    folder = file.with_name("folder")
    folder.mkdir()
    assert look_at(folder, mark).what == "same"


def test_a_file_whose_date_and_place_are_the_same_is_not_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = marked(file)
    read: list[Path] = []
    monkeypatch.setattr(marks, "sum_of", lambda path: read.append(path))
    assert look_at(file, mark).what == "same"
    assert read == []
    os.utime(file, (1, 1))
    assert look_at(file, mark).what == "same"
    assert read == [file]
