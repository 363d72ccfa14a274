"""Backups: each save is kept, the last ones all, older ones the fewer the older they are, and of each file its own."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_editor.storage.backups import MOST, Backup, backups, folder_for, keep, keep_what_is_there, thinned
from journey_editor.storage.jsontext import MOST_BYTES
from journey_editor.storage.marks import FileMark

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def test_a_save_is_kept_and_the_same_not_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    first = keep(tmp_path / "root", path, b"one", NOW)
    assert first is not None
    assert first.file.read_bytes() == b"one"
    assert keep(tmp_path / "root", path, b"one", NOW + timedelta(minutes=1)) is None
    assert keep(tmp_path / "root", path, b"two", NOW + timedelta(minutes=2)) is not None
    assert [one.file.read_bytes() for one in backups(tmp_path / "root", path)] == [b"two", b"one"]
    assert (folder_for(tmp_path / "root", path) / "path.txt").read_text() == str(path)


def test_two_files_of_one_name_have_backups_of_their_own(tmp_path: Path) -> None:
    keep(tmp_path, Path("/a/x.journey"), b"one", NOW)
    keep(tmp_path, Path("/b/x.journey"), b"two", NOW)
    assert [one.file.read_bytes() for one in backups(tmp_path, Path("/a/x.journey"))] == [b"one"]


def test_what_is_there_is_kept_before_it_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    keep_what_is_there(tmp_path / "root", path)  # nothing is
    path.write_bytes(b"somebody's")
    os.utime(path, (NOW.timestamp() - 5000,) * 2)
    for _ in range(2):
        keep_what_is_there(tmp_path / "root", path)
    found = backups(tmp_path / "root", path)
    assert [(one.file.read_bytes(), one.when) for one in found] == [(b"somebody's", NOW - timedelta(seconds=5000))]


def test_ten_are_kept_over_a_year_of_saves(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    moments = [NOW - timedelta(days=365) + timedelta(days=7 * n) for n in range(52)]
    moments += [NOW - timedelta(minutes=5 * n) for n in range(30, -1, -1)]
    for n, when in enumerate(moments):
        keep(tmp_path / "root", path, b"%d" % n, when)
    found = backups(tmp_path / "root", path)
    assert len(found) == MOST
    ages = [NOW - one.when for one in found]
    assert ages[:4] == [timedelta(minutes=5 * n) for n in range(4)]
    assert ages[-1] == timedelta(days=365)  # the first of all
    assert any(timedelta(days=5) < age < timedelta(days=300) for age in ages)
    assert sorted(os.listdir(folder_for(tmp_path / "root", path)))[-1] == "path.txt"  # nothing else is left


@given(st.lists(st.integers(0, 10**8), min_size=1, max_size=40, unique=True))
def test_thinning_keeps_the_last_ones_and_the_first(ages: list[int]) -> None:
    made = [Backup(Path(str(age)), NOW - timedelta(seconds=age), 0) for age in ages]
    gone = thinned(made, NOW)
    kept = sorted((one for one in made if one not in gone), key=lambda one: one.when, reverse=True)
    ordered = sorted(made, key=lambda one: one.when, reverse=True)
    assert len(kept) == min(len(made), MOST)
    assert kept[:4] == ordered[:4]
    assert kept[-1] == ordered[-1]


def test_foreign_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    keep(tmp_path / "root", path, b"one", NOW)
    folder = folder_for(tmp_path / "root", path)
    for name in ("99999999T999999Z-00000000.journey", "notes.txt", "20260101T000000Z-zz.journey"):
        (folder / name).touch()
    assert len(backups(tmp_path / "root", path)) == 1
    for n in range(20):
        keep(tmp_path / "root", path, b"%d" % n, NOW + timedelta(hours=n + 1))
    assert (folder / "notes.txt").exists()


def test_a_folder_that_cannot_be_made_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "root").touch()
    with pytest.raises(OSError, match="root"):
        keep(tmp_path / "root", tmp_path / "a", b"one", NOW)


def test_a_backup_tells_its_moment_and_its_size(tmp_path: Path) -> None:
    when = NOW.astimezone(timezone(timedelta(hours=5))).replace(microsecond=999)
    made = keep(tmp_path / "root", tmp_path / "a", b"four", when)
    assert made == Backup(folder_for(tmp_path / "root", tmp_path / "a") / made.file.name, NOW, 4)  # type: ignore[union-attr]
    assert made.file.name == f"20260601T120000Z-{sha256(b'four').hexdigest()[:8]}.journey"  # type: ignore[union-attr]
    assert backups(tmp_path / "root", tmp_path / "a") == (made,)
    assert made.file.parent.stat().st_mode & 0o777 == 0o700  # type: ignore[union-attr]
    assert made.file.parent.name == sha256(str(tmp_path / "a").encode()).hexdigest()[:16]  # type: ignore[union-attr]


def test_a_name_that_is_no_text_has_backups_too(tmp_path: Path) -> None:
    path = tmp_path / "\udcff.journey"
    assert keep(tmp_path / "root", path, b"one", NOW) is not None
    assert len(backups(tmp_path / "root", path)) == 1
    assert keep(tmp_path / "root", path, b"two", NOW) is not None


def test_the_same_state_at_another_time_is_a_backup_again(tmp_path: Path) -> None:
    path, root = tmp_path / "a", tmp_path / "root"
    for n, data in enumerate((b"one", b"two", b"one")):
        assert keep(root, path, data, NOW + timedelta(minutes=n)) is not None
    assert [one.file.read_bytes() for one in backups(root, path)] == [b"one", b"two", b"one"]
    # but what the disk holds was kept when it was saved, whenever that was
    path.write_bytes(b"two")
    keep_what_is_there(root, path)
    assert len(backups(root, path)) == 3
    path.write_bytes(b"")
    keep_what_is_there(root, path)
    assert len(backups(root, path)) == 3


def test_a_backup_that_cannot_be_written_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError("full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", fails)
        with pytest.raises(OSError, match="full"):
            keep(tmp_path / "root", tmp_path / "a", b"one", NOW)
    assert os.listdir(folder_for(tmp_path / "root", tmp_path / "a")) == []


def test_the_backup_whose_loss_leaves_the_smallest_gap_goes() -> None:
    ages = [0, 1, 2, 3, 60, 120, 180, 181, 10_000, 20_000, 40_000]
    made = [Backup(Path(str(age)), NOW - timedelta(seconds=age), 0) for age in ages]
    assert [NOW - one.when for one in thinned(made, NOW)] == [timedelta(seconds=180)]
    assert thinned(made[:10], NOW) == []


def test_an_old_backup_that_cannot_be_removed_keeps_no_save_from_being_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, root = tmp_path / "a", tmp_path / "root"
    for n in range(MOST):
        keep(root, path, b"%d" % n, NOW + timedelta(hours=n))

    def held(*_: object, **__: object) -> None:
        raise PermissionError("held")

    monkeypatch.setattr(Path, "unlink", held)
    assert keep(root, path, b"new", NOW + timedelta(days=1)) is not None
    assert len(backups(root, path)) == MOST + 1


def test_a_full_disk_is_named_as_what_went_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(Path, "write_bytes", full)  # so that there is nothing to clear away either
    with pytest.raises(OSError, match="full"):
        keep(tmp_path / "root", tmp_path / "a", b"one", NOW)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_what_is_no_file_of_a_project_s_size_is_no_backup_and_holds_nobody_up(tmp_path: Path) -> None:
    pipe, large = tmp_path / "pipe.journey", tmp_path / "large.journey"
    os.mkfifo(pipe)
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    for path in (pipe, large, tmp_path):
        keep_what_is_there(tmp_path / "root", path)
        assert backups(tmp_path / "root", path) == ()


def test_a_file_with_a_date_beyond_all_calendars_is_kept_as_of_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.journey"
    path.write_bytes(b"one")
    mark = FileMark(0, 0, 3, 2**40 * 10**9, sha256(b"one").hexdigest())
    monkeypatch.setattr("journey_editor.storage.backups.read_marked", lambda _: (b"one", mark))
    before = datetime.now(UTC).replace(microsecond=0)
    keep_what_is_there(tmp_path / "root", path)
    (one,) = backups(tmp_path / "root", path)
    assert before <= one.when <= datetime.now(UTC)
