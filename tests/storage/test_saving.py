"""Saving: what the new file keeps of the old one, and what is refused before anything is written."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from journey_editor.storage import atomic, jsontext
from journey_editor.storage.atomic import sweep, write_atomically
from journey_editor.storage.files import load, save
from journey_editor.storage.problem import EXIT_INPUT, EXIT_SYSTEM, FileProblem
from tests.builders import PIXEL, PIXEL_SHA, everything

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes or links")


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_saved_project_is_loaded_again(tmp_path: Path) -> None:
    file = tmp_path / "Käufe.journey"
    save(file, everything(), {PIXEL_SHA: PIXEL, "not listed": b"?"})
    loaded = load(file)
    assert loaded.project == everything()
    assert loaded.images == {PIXEL_SHA: PIXEL}
    assert names(tmp_path) == ["Käufe.journey"]


def test_a_file_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write_atomically(file, b"one")
    write_atomically(file, b"two")
    assert file.read_bytes() == b"two"
    assert names(tmp_path) == ["a"]


def test_a_name_without_a_folder_is_in_the_present_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomically(Path("a"), b"one")
    assert (tmp_path / "a").read_bytes() == b"one"


@posix
def test_the_mode_of_the_old_file_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"one")
    for mode in (0o600, 0o640, 0o664):
        file.chmod(mode)
        write_atomically(file, b"two")
        assert stat.S_IMODE(file.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_mode_that_the_user_wants(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a", b"one")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


@posix
def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "real").write_bytes(b"one")
    (tmp_path / "link").symlink_to("far/real")
    write_atomically(tmp_path / "link", b"two")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "far" / "real").read_bytes() == b"two"
    assert names(tmp_path / "far") == ["real"]


@posix
def test_a_link_to_nothing_yet_makes_its_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", b"one")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"one"


@posix
def test_a_link_that_leads_back_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(FileProblem) as caught:
        write_atomically(tmp_path / "a", b"one")
    assert "leads back to itself" in caught.value.message


def test_a_read_only_file_is_refused_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"one")
    file.chmod(0o444)
    with pytest.raises(FileProblem) as caught:
        write_atomically(file, b"two")
    assert caught.value.message == (f"{file}: The file is read-only. Choose another name, or allow writing to it.")
    assert caught.value.exit_code == EXIT_SYSTEM
    assert file.read_bytes() == b"one"
    assert names(tmp_path) == ["a"]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        write_atomically(tmp_path, b"one")
    assert caught.value.message == f"{tmp_path}: This is a folder. Choose the name of a file in it."
    assert caught.value.exit_code == EXIT_INPUT


def test_a_folder_that_does_not_exist_is_not_made(tmp_path: Path) -> None:
    file = tmp_path / "gone" / "a"
    with pytest.raises(FileProblem) as caught:
        write_atomically(file, b"one")
    assert caught.value.message == f"{file}: The folder does not exist. Make it, or choose another."
    assert caught.value.exit_code == EXIT_INPUT
    assert names(tmp_path) == []


@posix
def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="The name is too long"):
        write_atomically(tmp_path / ("a" * 300), b"one")


@posix
def test_a_long_name_that_is_allowed_is_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / ("a" * 255), b"one")
    assert names(tmp_path) == ["a" * 255]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
def test_a_pipe_is_refused_and_stays(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileProblem, match="This is a device or pipe"):
        write_atomically(tmp_path / "pipe", b"one")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_project_that_could_not_be_opened_again_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.journey"
    file.write_bytes(b"one")
    monkeypatch.setattr(jsontext, "MOST_BYTES", 100)
    with pytest.raises(FileProblem, match="more than the 0 MB a project may have"):
        save(file, everything(), {PIXEL_SHA: PIXEL})
    assert file.read_bytes() == b"one"


def test_what_killed_processes_left_is_swept_away_and_nothing_else(tmp_path: Path) -> None:
    ours, other_host = f".journey-{atomic._host()}", ".journey-" + "0" * 8
    kept = [
        f"{ours}-{os.getpid()}-0123abcd.tmp",  # being written
        f"{other_host}-999999999-0123abcd.tmp",  # of another machine on a shared drive
        f"{ours}-999999999-0123abcd.tmp.journey",
        ".journey-notes.tmp",
        "map.journey",
    ]
    dead = f"{ours}-999999999-0123abcd.tmp"  # no process has such a number
    for name in (*kept, dead):
        (tmp_path / name).touch()
    sweep(tmp_path)
    assert names(tmp_path) == sorted(kept)


def test_saving_sweeps_its_folder(tmp_path: Path) -> None:
    (tmp_path / f".journey-{atomic._host()}-999999999-0123abcd.tmp").touch()
    write_atomically(tmp_path / "a", b"one")
    assert names(tmp_path) == ["a"]


@posix
def test_a_new_file_may_be_used_by_whom_the_system_lets(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_atomically(tmp_path / "a", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o666


@posix
def test_the_owner_of_the_old_file_is_kept_where_the_system_allows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, int, int]] = []

    def changed(descriptor: int, user: int, group: int) -> None:
        seen.append((descriptor, user, group))
        raise PermissionError("only root may")

    monkeypatch.setattr(os, "fchown", changed)
    with (tmp_path / "a").open("wb") as file:
        now = os.fstat(file.fileno())
        atomic._dress(file.fileno(), now)
        assert seen == []
        for user, group in ((1, 0), (0, 1), (2, 3)):
            other = os.stat_result((0o100640, 0, 0, 1, now.st_uid + user, now.st_gid + group, 0, 0, 0, 0))
            atomic._dress(file.fileno(), other)
            assert seen[-1] == (file.fileno(), now.st_uid + user, now.st_gid + group)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


@posix
@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENOTSUP, errno.EBADF])
def test_a_folder_that_cannot_be_synced_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fails(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", fails)
        atomic._sync_folder(tmp_path, "a.journey")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fails)
        atomic._sync_folder(tmp_path, "a.journey")


@posix
def test_a_folder_that_the_disk_could_not_write_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(FileProblem) as caught:
        atomic._sync_folder(tmp_path, "a.journey")
    assert caught.value.file == "a.journey"


@posix
def test_a_drive_without_modes_takes_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for error in (PermissionError("no modes"), NotImplementedError()):

        def fails(*_: object, error: Exception = error) -> None:
            raise error

        (tmp_path / "a").write_bytes(b"old")
        monkeypatch.setattr(os, "fchmod", fails)
        write_atomically(tmp_path / "a", b"new")
        assert (tmp_path / "a").read_bytes() == b"new"


@posix
def test_nobody_else_may_read_what_is_written_until_it_is_as_open_as_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    opened: list[int] = []
    real = os.open

    def watched(path: str, flags: int, mode: int = 0o777, **more: int) -> int:
        if flags & os.O_CREAT:
            opened.append(mode)
        return real(path, flags, mode, **more)

    monkeypatch.setattr(os, "open", watched)
    write_atomically(tmp_path / "a", b"new")
    assert opened == [0o600]
