"""Files that belong together are all written, or none."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from typing import Any

import pytest

from journey_editor import pulse
from journey_editor.storage.problem import FileProblem
from journey_editor.storage.together import write_together


def test_all_are_written(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"old")
    write_together([(tmp_path / "a", b"1"), (tmp_path / "b", b"2")])
    assert [(tmp_path / name).read_bytes() for name in "ab"] == [b"1", b"2"]


def test_when_one_fails_the_others_are_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"old")
    (tmp_path / "c").mkdir()
    with pytest.raises(FileProblem):
        write_together([(tmp_path / "a", b"1"), (tmp_path / "b", b"2"), (tmp_path / "c", b"3")])
    assert sorted(file.name for file in tmp_path.iterdir()) == ["b", "c"]
    assert (tmp_path / "b").read_bytes() == b"old"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def several(folder: Path) -> list[tuple[Path, bytes]]:
    """Three pages, of which the second is there already."""
    (folder / "b").write_bytes(b"old")
    return [(folder / name, b"new") for name in "abc"]


def is_as_before(folder: Path) -> bool:
    return names(folder) == ["b"] and (folder / "b").read_bytes() == b"old"


@pytest.mark.parametrize("call", ["write", "fsync", "open", "replace", "link"])
@pytest.mark.parametrize("at", range(1, 5))
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_whatever_fails_all_are_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, at: int, code: int
) -> None:
    files = several(tmp_path)
    real, count = getattr(os, call), 0

    def failing(*given: Any, **named: Any) -> Any:
        nonlocal count
        count += 1
        if count == at:
            raise OSError(code, os.strerror(code))
        return real(*given, **named)

    monkeypatch.setattr(os, call, failing)
    failed = ""
    try:
        write_together(files)
    except FileProblem as problem:
        failed = problem.message
    monkeypatch.undo()
    if failed:
        assert is_as_before(tmp_path)
    else:  # it was not called so often, or there was another way
        assert names(tmp_path) == ["a", "b", "c"]
        assert {file.read_bytes() for file in tmp_path.iterdir()} == {b"new"}


@pytest.mark.parametrize("beats", range(5))
def test_it_can_be_called_off_at_each_beat(tmp_path: Path, beats: int) -> None:
    files = several(tmp_path)
    felt_so_far = 0

    def feel(_done: int, _whole: int) -> None:
        nonlocal felt_so_far
        if felt_so_far == beats:
            raise pulse.CalledOff
        felt_so_far += 1

    with pulse.felt(feel):
        if beats < 4:
            with pytest.raises(pulse.CalledOff):
                write_together(files)
            assert is_as_before(tmp_path)
        else:  # all are beside, and take their names without a beat between
            write_together(files)
            assert names(tmp_path) == ["a", "b", "c"]


class Held(PermissionError):
    """What Windows says of a file that a viewer has open."""

    winerror = 32


@pytest.mark.parametrize("one", ["a", "b", "c"])
@pytest.mark.parametrize("waits", [True, False])
def test_a_file_that_a_viewer_holds_is_named_with_the_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one: str, waits: bool
) -> None:
    files, real = several(tmp_path), os.replace

    def holding(source: Path, target: Path) -> None:
        if Path(target).name == one and Path(source).read_bytes() == b"new":
            raise Held(errno.EACCES, "in use")
        real(source, target)

    def off(_done: int, _whole: int) -> None:
        if not waits and slept:
            raise pulse.CalledOff

    slept: list[float] = []
    monkeypatch.setattr(os, "replace", holding)
    monkeypatch.setattr(time, "sleep", slept.append)
    with pulse.felt(off), pytest.raises((FileProblem, pulse.CalledOff)) as caught:
        write_together(files)
    monkeypatch.undo()
    assert is_as_before(tmp_path)
    if waits:
        assert str(caught.value) == (
            f"{tmp_path / one}: Another program has this file open. Close it there, or choose another name."
        )
    else:
        assert caught.type is pulse.CalledOff


def test_a_drive_without_links_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_given: Any) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", no_links)
    files = several(tmp_path)
    (tmp_path / "c").mkdir()
    with pytest.raises(FileProblem):
        write_together(files)
    (tmp_path / "c").rmdir()
    assert is_as_before(tmp_path)
    write_together(files)
    assert names(tmp_path) == ["a", "b", "c"]
    assert (tmp_path / "b").read_bytes() == b"new"


def test_a_folder_that_is_gone_and_a_file_that_is_to_be_read_only(tmp_path: Path) -> None:
    files = several(tmp_path)
    with pytest.raises(FileProblem, match="folder does not exist"):
        write_together([*files, (tmp_path / "gone" / "d", b"new")])
    assert is_as_before(tmp_path)
    (tmp_path / "b").chmod(0o444)
    with pytest.raises(FileProblem, match="read-only"):
        write_together(files)
    (tmp_path / "b").chmod(0o644)
    assert is_as_before(tmp_path)
