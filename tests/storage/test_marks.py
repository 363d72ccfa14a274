"""What became of a file: the same, changed, replaced, moved, gone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journey_editor.storage.marks import FileMark, Seen, look_at, mark_file


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
