"""Who has a file open: one at a time, what was left behind does not count, and anything else is asked about."""

from __future__ import annotations

import json
import os
import subprocess
import sys
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
