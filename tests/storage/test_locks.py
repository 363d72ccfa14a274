"""Who has a file open: one at a time, what was left behind does not count, and anything else is asked about."""

from __future__ import annotations

import errno
import getpass
import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from socket import gethostname

import pytest

from journey_editor.storage import locks
from journey_editor.storage.locks import Holder, Lock, holder_of, lock_file, take


def write(path: Path, **fields: object) -> None:
    lock_file(path).write_text(json.dumps({"user": "eva", "host": "there", "process": 7, "token": "x", **fields}))


def test_a_lock_is_taken_and_released(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    lock = take(path)
    assert isinstance(lock, Lock)
    assert os.listdir(tmp_path) == [".~a.journey.lock"]
    assert not lock.lost
    lock.release()
    assert os.listdir(tmp_path) == []
    lock.release()  # once more does nothing


def test_another_machine_keeps_it_until_it_is_taken_by_force(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    write(path)
    holder = take(path)
    assert isinstance(holder, Holder)
    assert (holder.user, holder.host) == ("eva", "there")
    assert holder_of(path) == holder
    lock = take(path, by_force=True)
    assert isinstance(lock, Lock)
    assert os.listdir(tmp_path) == [".~a.journey.lock"]
    write(path)  # taken back by the other one
    assert lock.lost
    lock.release()
    assert lock_file(path).exists()


def test_what_an_ended_program_of_this_machine_has_left_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    write(path, host=gethostname(), process=gone.pid)
    assert holder_of(path) is None
    assert isinstance(take(path), Lock)


def test_a_running_program_of_this_machine_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    running = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        write(path, host=gethostname(), process=running.pid)
        assert isinstance(take(path), Holder)
    finally:
        assert running.stdin is not None
        running.stdin.close()
        running.wait()


@pytest.mark.parametrize(
    "content", [b"", b"\xff\x00", b"[1]", b"{", b'{"process": "x", "user": 1}', b'{"process": 1e999}', b"9" * 10_000]
)
def test_a_lock_that_says_nothing_is_somebody_s(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    lock_file(path).write_bytes(content)
    assert isinstance(take(path), Holder)
    assert isinstance(take(path, by_force=True), Lock)


def test_where_no_lock_can_be_written_nobody_is_kept_from_anything(tmp_path: Path) -> None:
    lock = take(tmp_path / "nowhere" / "a.journey")
    assert isinstance(lock, Lock)
    assert not lock.lost
    lock.release()
    assert isinstance(take(tmp_path / ("a" * 255)), Lock)


@pytest.mark.skipif(os.name == "nt", reason="links")
def test_a_link_and_its_file_have_one_lock(tmp_path: Path) -> None:
    (tmp_path / "real").touch()
    (tmp_path / "link").symlink_to("real")
    assert lock_file(tmp_path / "link") == lock_file(tmp_path / "real")


def test_names_are_harmless(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    write(path, user="<b>" * 1000)
    holder = locks.holder_of(path)
    assert holder is not None
    assert len(holder.user) == 200


def test_a_lock_tells_who_when_and_where(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    before = datetime.now(UTC).replace(microsecond=0)
    take(path)
    told = json.loads(lock_file(path).read_text())
    assert list(told) == ["user", "host", "process", "since", "token"]
    assert (told["host"], told["process"]) == (gethostname(), os.getpid())
    assert before <= datetime.fromisoformat(told["since"]) <= datetime.now(UTC)
    assert re.fullmatch(r"[0-9]{4}-[0-9-]+T[0-9:]{8}\+00:00", told["since"])
    assert re.fullmatch("[0-9a-f]{16}", told["token"])
    assert holder_of(path) is None  # our own keeps nobody here from anything
    again = take(path)
    assert isinstance(again, Lock)
    assert not again.lost
    assert json.loads(lock_file(path).read_text())["token"] != told["token"]


@pytest.mark.parametrize(
    ("process", "read"), [(5, 5), (2**31 - 1, 2**31 - 1), (2**31, 0), (0, 0), (-5, 0), (True, 0), (1.5, 0), ("7", 0)]
)
def test_numbers_that_no_process_has_are_none(tmp_path: Path, process: object, read: int) -> None:
    path = tmp_path / "a.journey"
    write(path, process=process, since="x" * 300)
    assert holder_of(path) == Holder("eva", "there", read, "x" * 200, "x")


def test_a_lock_of_this_machine_without_a_process_is_somebody_s(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    write(path, host=gethostname(), process=0)
    assert isinstance(take(path), Holder)
    write(path, host="there", process=os.getpid())
    assert isinstance(take(path), Holder)
    lock_file(path).write_text("{}")
    assert holder_of(path) == Holder()
    lock_file(path).unlink()
    lock_file(path).mkdir()  # cannot be read
    assert holder_of(path) == Holder()
    assert take(path) == Holder()


def test_a_lock_that_cannot_be_taken_over_keeps_nobody_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.journey"
    write(path)

    def fails(*_: object) -> None:
        raise OSError("read-only")

    monkeypatch.setattr(os, "replace", fails)
    lock = take(path, by_force=True)
    assert isinstance(lock, Lock)
    assert not lock.lost
    lock.release()
    assert os.listdir(tmp_path) == [".~a.journey.lock"]
    assert json.loads(lock_file(path).read_text())["token"] == "x"


def test_a_lock_that_went_is_not_lost_to_anybody(tmp_path: Path) -> None:
    lock = take(tmp_path / "a.journey")
    assert isinstance(lock, Lock)
    lock_file(tmp_path / "a.journey").unlink()
    assert not lock.lost
    write(tmp_path / "a.journey")
    assert lock.lost
    lock.release()
    assert not lock.lost  # released: nothing to lose
    assert lock_file(tmp_path / "a.journey").exists()


def test_who_has_no_name_has_a_lock_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise OSError("no such user")

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert isinstance(take(tmp_path / "a.journey"), Lock)
    assert json.loads(lock_file(tmp_path / "a.journey").read_text())["user"] == ""


@pytest.mark.parametrize("much", [0, 5])
def test_a_full_disk_leaves_no_lock_that_names_nobody(
    much: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, data: bytes) -> int:
        if not much:
            raise OSError(errno.ENOSPC, "full")
        return much

    path = tmp_path / "a.journey"
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        lock = take(path)
    assert isinstance(lock, Lock)
    assert not lock.lost
    assert os.listdir(tmp_path) == []
    assert holder_of(path) is None
