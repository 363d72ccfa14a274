"""Files of unsaved work: how they are written, found, held, tried, and read as far as they are whole."""

from __future__ import annotations

import base64
import errno
import json
import os
import stat
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from journey_editor.edit.anything import set_any
from journey_editor.model.assets import AssetRef
from journey_editor.model.project import Project
from journey_editor.storage.codec import encode
from journey_editor.storage.problem import FileProblem
from journey_editor.storage.recovery import folder, journal
from journey_editor.storage.recovery import writer as writers
from journey_editor.storage.recovery.folder import Found
from journey_editor.storage.recovery.holding import hold, is_held
from journey_editor.storage.recovery.journal import Chain, Head, edit_part, head_part, read, read_head
from journey_editor.storage.recovery.writer import State, Writer
from tests.builders import PIXEL, PIXEL_SHA, everything, large, two_by_two

IMAGES = {PIXEL_SHA: PIXEL}
DAMAGED = "The file of unsaved work is damaged. Nothing of it can be restored."


def titled(title: str) -> dict[str, Any]:
    return {"at": ["title"], "set": title}


def file_of(path: Path, *edits: bytes | dict[str, Any], head: bytes | None = None, base: bytes | None = None) -> Path:
    """A file of unsaved work with these edits: bytes as they are, else as a patch."""
    chain = Chain()
    parts = [head_part(chain, Head("/a.journey")) if head is None else chain.part("head", head)]
    parts.append(chain.part("base", encode(two_by_two(), {}) if base is None else base))
    for edit in edits:
        parts.append(chain.part("edit", edit) if isinstance(edit, bytes) else edit_part(chain, [edit], {}, ""))
    path.write_bytes(b"".join(parts))
    return path


def refused(path: Path) -> str:
    with pytest.raises(FileProblem) as caught:
        read(path)
    assert caught.value.file == str(path)
    return caught.value.faults[0].message


def test_each_part_says_its_length_and_the_sum_of_all_before_it() -> None:
    chain = Chain()
    magic = b"journey-recovery 1\n"
    first = sha256(sha256(magic).digest() + b"head" + b"abc")
    second = sha256(first.digest() + b"edit" + b"")
    assert chain.part("head", b"abc") == magic + b"head 3 " + first.hexdigest().encode() + b"\nabc\n"
    assert chain.part("edit", b"") == b"edit 0 " + second.hexdigest().encode() + b"\n\n"


def test_what_was_typed_and_images_that_came_along_are_in_an_edit(tmp_path: Path) -> None:
    chain = Chain()
    with_image = [{"at": ["images"], "from": 0, "gone": 0, "come": [plain_image()]}, titled("x")]
    data = head_part(chain, Head("/ä.journey", "0" * 64, "Title", "old.recovery"))
    data += chain.part("base", encode(two_by_two(), {}))
    data += edit_part(chain, with_image, IMAGES, "first")
    data += edit_part(chain, [titled("y")], {}, "half \ud800 a character")
    path = tmp_path / "a"
    path.write_bytes(data)
    found = read(path)
    assert found.head == Head("/ä.journey", "0" * 64, "Title", "old.recovery")
    assert found.base.project == two_by_two()
    assert (found.now.project.title, found.now.images, found.typed) == ("y", IMAGES, "half ? a character")
    assert (found.edits, found.whole) == (2, True)
    path.write_bytes(data + edit_part(chain, [], {}, ""))
    assert read(path).typed == ""
    path.write_bytes(data + b"edit 5 000")
    assert (read(path).edits, read(path).whole) == (2, False)


def plain_image() -> dict[str, Any]:
    return {"sha256": PIXEL_SHA, "media_type": "image/png", "width": 1, "height": 1}


@pytest.mark.parametrize(
    "bad",
    [
        {"at": ["gone"], "drop": True},  # KeyError
        {"at": ["maps", 7, "title"], "set": "x"},  # IndexError
        {"at": ["title", "x"], "set": "x"},  # TypeError
        {"at": ["title"], "set": 5},  # FileProblem
        b"{",  # ValueError
    ],
)
def test_an_edit_that_does_not_fit_is_left_out_with_those_behind_it(
    tmp_path: Path, bad: bytes | dict[str, Any]
) -> None:
    found = read(file_of(tmp_path / "a", titled("one"), bad))
    assert (found.now.project.title, found.edits, found.whole) == ("one", 1, False)
    found = read(file_of(tmp_path / "a", titled("one"), *[bad] * 19))
    assert (found.now.project.title, found.edits, found.whole) == ("one", 1, False)
    assert refused(file_of(tmp_path / "a", titled("one"), *[bad] * 20)) == DAMAGED
    assert refused(file_of(tmp_path / "a", bad)) == DAMAGED


def test_parts_in_another_order_are_no_file_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for kinds in ("base head edit", "head base base", "head base", "head", "edit", "head base edit head"):
        chain = Chain()
        parts = {"head": json.dumps(Head()._asdict()).encode(), "base": encode(two_by_two(), {}), "edit": b"{}"}
        path.write_bytes(b"".join(chain.part(kind, parts[kind]) for kind in kinds.split()))
        assert refused(path) == DAMAGED
    assert refused(file_of(path, titled("x"), head=b"[]")) == DAMAGED
    assert refused(file_of(path, titled("x"), head=b"{")) == DAMAGED
    path.write_bytes(b"")
    assert refused(path) == DAMAGED
    path.unlink()
    assert refused(path) not in ("", DAMAGED)


def test_a_base_that_is_no_file_is_refused_as_a_file_is(tmp_path: Path) -> None:
    path = file_of(tmp_path / "a", titled("x"), base=b"{}")
    assert refused(path) != DAMAGED


def test_too_large_a_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file_of(tmp_path / "a", titled("x"))
    size = path.stat().st_size
    monkeypatch.setattr(journal, "_MOST_BYTES", size)
    assert read(path).now.project.title == "x"
    monkeypatch.setattr(journal, "_MOST_BYTES", size - 1)
    assert refused(path) == "The file of unsaved work is too large to be read."


def test_a_head_is_read_without_the_rest(tmp_path: Path) -> None:
    path = file_of(tmp_path / "a", titled("x"), base=b" " * 2**17)
    assert read_head(path) == Head("/a.journey")
    assert read_head(file_of(path, head=b'{"path": 5, "other": 1}')) == Head("5")
    for data in (b"", b"journey-recovery 2\n", b"journey-recovery 1\n", b"x" * 5000):
        path.write_bytes(data)
        assert read_head(path) is None
    path.write_bytes(Chain().part("base", b""))
    assert read_head(path) is None
    assert read_head(tmp_path / "nothing") is None
    assert read_head(file_of(path, head=b"[]")) is None


# The folder


def left(path: Path, when: float, head: Head | None = None) -> Path:
    """Unsaved work that was last written at a moment."""
    path.write_bytes(head_part(Chain(), head or Head()))
    os.utime(path, (when, when))
    return path


def name(n: int, suffix: str = "recovery") -> str:
    return f"{n:016x}-{n}-{n:08x}.{suffix}"


def test_a_file_is_begun_for_this_user_only_and_found_once_it_is_whole(tmp_path: Path) -> None:
    room = tmp_path / "some" / "where"
    file, descriptor = folder.begin(room, "/ä/b.journey")
    assert stat.S_IMODE(room.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    key, process, _ = file.stem.split("-")
    assert (key, process) == (sha256("/ä/b.journey".encode()).hexdigest()[:16], str(os.getpid()))
    assert folder.begin(room, "/\udcff.journey")[0].exists()  # a name that is no text
    os.write(descriptor, head_part(Chain(), Head("/ä/b.journey")))
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, b"more")
    assert file.read_bytes().endswith(b"\nmore")  # always at the end
    whole, descriptor = folder.publish(file, descriptor)
    assert (whole.suffix, file.exists(), is_held(whole)) == (".recovery", False, True)
    assert folder.unsaved_work(room) == []  # somebody is at it
    os.close(descriptor)
    assert [(one.file, one.head.path, one.tries) for one in folder.unsaved_work(room)] == [(whole, "/ä/b.journey", 0)]


def test_unsaved_work_is_listed_from_the_newest_without_what_was_gone_on_from(tmp_path: Path) -> None:
    first = left(tmp_path / name(1), 100.0, Head("/first"))
    second = left(tmp_path / name(2), 300.0, Head("/second"))
    followed = left(tmp_path / name(3), 400.0, Head("/third"))
    third = left(tmp_path / name(4), 200.0, Head("/third", follows=followed.name))
    broken = left(tmp_path / name(5), 50.0)
    broken.write_bytes(b"x")
    os.utime(broken, (50.0, 50.0))
    foreign = [left(tmp_path / odd, 500.0) for odd in ("a.recovery", "x" + name(6), name(6) + "x", name(7, "txt"))]
    begun = left(tmp_path / name(8, "begun"), 500.0)
    found = folder.unsaved_work(tmp_path)
    assert [(one.file, one.when) for one in found] == [(second, 300.0), (third, 200.0), (first, 100.0), (broken, 50.0)]
    assert found[-1].head == Head()
    assert all(file.exists() for file in foreign)
    assert not begun.exists()
    assert folder.unsaved_work(tmp_path / "nothing") == []


def test_tries_are_counted_on_the_disk(tmp_path: Path) -> None:
    file = left(tmp_path / name(1), 100.0)

    def given_up() -> tuple[int, bool]:
        (found,) = folder.unsaved_work(tmp_path)
        return found.tries, found.given_up

    assert given_up() == (0, False)
    folder.try_did_not_count(file)
    assert given_up() == (0, False)
    folder.try_begins(file)
    folder.try_did_not_count(file)
    assert given_up() == (0, False)
    folder.try_begins(file)
    assert given_up() == (1, False)
    folder.try_begins(file)
    assert given_up() == (2, True)
    folder.try_did_not_count(file)
    assert given_up() == (1, False)
    folder.try_begins(file)
    folder.try_ended_well(file)
    assert given_up() == (0, False)
    assert [one.name for one in tmp_path.iterdir()] == [file.name]
    folder.try_begins(file)
    folder.remove(file)
    assert list(tmp_path.iterdir()) == []
    folder.remove(file)  # gone already
    folder.try_ended_well(file)
    assert Found(file, Head(), 0.0, 3).given_up


def test_a_file_is_held_by_one_until_it_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "a"
    assert not is_held(file)
    file.touch()
    assert not is_held(file)
    one, other = (os.open(file, os.O_RDWR) for _ in range(2))
    assert hold(one)
    assert not hold(other)
    assert is_held(file)
    os.close(other)
    assert is_held(file)
    os.close(one)
    assert not is_held(file)


@pytest.mark.parametrize("looks", [1, 5, 1000])
def test_who_looks_whether_a_new_file_is_held_does_not_keep_us_from_holding_it(
    looks: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried, waited = [], []

    def looked_at(descriptor: int) -> bool:
        tried.append(descriptor)
        return len(tried) > looks and hold(descriptor)

    monkeypatch.setattr(folder, "hold", looked_at)
    monkeypatch.setattr(folder.time, "sleep", waited.append)
    file, descriptor = folder.begin(tmp_path, "/a.journey")
    assert is_held(file) == (looks < 1000)
    assert len(waited) == min(looks, 20)  # it is not waited for ever
    os.close(descriptor)


# The thread that writes


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(tmp_path / "kept")


def state(now: Project, base: Project | None = None, images: dict[str, bytes] | None = None, typed: str = "") -> State:
    return State(now if base is None else base, now, images or {}, typed, Head("/a.journey"))


def files(writer: Writer) -> list[str]:
    return sorted(one.name for one in writer._folder.iterdir())


def test_nothing_to_do_takes_no_thread(writer: Writer) -> None:
    writer.drop()
    assert writer.wait(0.0)
    writer.end()
    assert (writer.file, writer.problem) == (None, "")


def test_edits_are_added_to_one_file_until_the_base_is_another(writer: Writer) -> None:
    base = two_by_two()
    first = base.evolve(title="first")
    writer.keep(state(first, base))
    assert writer.wait()
    file = writer.file
    assert file is not None
    size = file.stat().st_size
    writer.keep(state(first.evolve(title="second"), base, typed="typed"))
    assert writer.wait()
    assert writer.file == file
    assert size < file.stat().st_size < size + 300  # what changed, not the project
    found = read(file)
    assert (found.now.project.title, found.typed, found.edits, found.whole) == ("second", "typed", 2, True)
    writer.keep(state(first))  # saved meanwhile: another base
    assert writer.wait()
    assert writer.file != file
    assert files(writer) == [writer.file.name]  # type: ignore[union-attr]
    assert read(writer.file).base.project == first  # type: ignore[arg-type]
    writer.end()
    assert len(files(writer)) == 1


def test_a_file_that_has_grown_is_begun_anew(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    base = two_by_two()
    writer.keep(state(base.evolve(title="first"), base))
    assert writer.wait()
    file = writer.file
    assert file is not None
    monkeypatch.setattr(writers, "_LARGEST", file.stat().st_size)
    writer.keep(state(base.evolve(title="second"), base))
    assert writer.wait()
    assert writer.file == file
    writer.keep(state(base.evolve(title="third"), base))
    assert writer.wait()
    assert writer.file is not None
    assert writer.file != file
    found = read(writer.file)
    assert (found.now.project.title, found.edits) == ("third", 1)
    assert files(writer) == [writer.file.name]
    writer.end()


def test_an_image_is_written_once_when_it_comes(writer: Writer) -> None:
    base = two_by_two()
    image = AssetRef(sha256=PIXEL_SHA, media_type="image/png", width=1, height=1, name="pixel.png")
    assert image in everything().images
    shown = base.evolve(images=(image,))
    writer.keep(state(shown, base, IMAGES))
    writer.wait()
    assert writer.file is not None
    assert read(writer.file).now.images == IMAGES
    size = writer.file.stat().st_size
    writer.keep(state(shown.evolve(title="x"), base, IMAGES))
    writer.wait()
    assert writer.file.read_bytes()[size:].count(b'"images"') == 0
    assert read(writer.file).now.images == IMAGES
    writer.keep(state(set_any(shown, shown.id, title="y"), shown, IMAGES))  # the base has it
    writer.wait()
    assert writer.file.read_bytes().count(b"iVBOR") == 1
    assert read(writer.file).base.images == IMAGES
    writer.end()


def test_what_is_dropped_is_gone_and_what_comes_then_is_kept(writer: Writer) -> None:
    base = two_by_two()
    writer.keep(state(base.evolve(title="x"), base))
    writer.wait()
    writer.drop()
    assert writer.wait()
    assert (writer.file, files(writer)) == (None, [])
    writer.keep(state(base.evolve(title="y"), base))
    assert writer.wait()
    assert writer.file is not None
    assert read(writer.file).now.project.title == "y"
    writer.end()


@pytest.mark.parametrize("where", ["begin", "publish", "sync"])
def test_a_failure_is_said_and_the_next_try_begins_a_whole_file(
    writer: Writer, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    base = two_by_two()
    writer.keep(state(base.evolve(title="one"), base))
    assert writer.wait()
    before = writer.file
    assert before is not None
    calls: list[int] = []

    def fails(*_: object) -> Any:
        calls.append(1)
        raise OSError("the disk is full" if where != "sync" else "")

    module: Any = writers if where == "sync" else folder
    with monkeypatch.context() as patched:
        patched.setattr(module, where, fails)
        writer.keep(state(base.evolve(title="two"), base.evolve(author="saved")))
        assert writer.wait()
        assert calls == [1]
        assert writer.problem == ("OSError" if where == "sync" else "the disk is full")
        assert files(writer) == [before.name]  # the last that was whole stays, and nothing half beside it
        assert read(before).now.project.title == "one"
    writer.keep(state(base.evolve(title="three"), base))
    assert writer.wait()
    assert writer.problem == ""
    assert writer.file is not None
    assert files(writer) == [writer.file.name]
    assert read(writer.file).now.project.title == "three"
    writer.end()
    assert not is_held(writer.file) if writer.file else True


def test_the_end_writes_what_is_waiting_and_lets_go(writer: Writer) -> None:
    base = two_by_two()
    writer.keep(state(base.evolve(title="last"), base))
    writer.end()
    (found,) = folder.unsaved_work(writer._folder)
    assert read(found.file).now.project.title == "last"
    writer.end()  # again is nothing


def test_waiting_ends_where_the_disk_does_not_answer(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    answer = Event()
    begin: Callable[..., Any] = folder.begin
    monkeypatch.setattr(folder, "begin", lambda *args: answer.wait(20.0) and begin(*args))
    writer.keep(state(two_by_two()))
    assert not writer.wait(0.01)
    answer.set()
    assert writer.wait()
    assert writer.file is not None
    writer.end()


def test_a_drive_that_cannot_sync_keeps_work_all_the_same(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(*_: object) -> None:
        raise OSError("invalid argument")

    monkeypatch.setattr(os, "fsync", cannot)
    file = left(writer._folder.parent / name(1), 100.0)
    folder.try_begins(file)
    assert folder.tries(file) == 1
    writer.keep(state(two_by_two().evolve(title="x"), two_by_two()))
    assert writer.wait()
    assert writer.problem == ""
    assert writer.file is not None
    assert read(writer.file).now.project.title == "x"
    writer.end()


def test_the_thread_keeps_no_program_from_ending(writer: Writer) -> None:
    writer.keep(state(two_by_two()))
    assert writer._thread is not None
    assert (writer._thread.name, writer._thread.daemon) == ("recovery", True)
    thread = writer._thread
    writer.end()
    assert not thread.is_alive()


def test_nothing_is_closed_that_was_never_opened(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("full")

    closed: list[int] = []
    monkeypatch.setattr(folder, "begin", full)
    monkeypatch.setattr(writers.os, "close", closed.append)  # type: ignore[attr-defined]
    writer.keep(state(two_by_two()))
    assert writer.wait()
    writer.drop()
    assert writer.wait()
    writer.end()
    assert closed == []


def test_each_image_is_written_once_whatever_comes_after_it(writer: Writer) -> None:
    base = two_by_two()
    kinds = [AssetRef(sha256=letter * 64, media_type="image/png", width=1, height=1) for letter in "ab"]
    images = {kinds[0].sha256: b"first picture", kinds[1].sha256: b"second picture"}
    for n, shown in enumerate((kinds[:1], kinds, kinds)):
        writer.keep(state(base.evolve(images=tuple(shown), title=str(n)), base, images))
        assert writer.wait()
    assert writer.file is not None
    data = writer.file.read_bytes()
    for picture in images.values():
        assert data.count(base64.b64encode(picture)) == 1
    writer.end()


def test_what_is_no_length_ends_the_file(tmp_path: Path) -> None:
    sound = file_of(tmp_path / "a", titled("x")).read_bytes()
    for length in (b"x", b"-5", b"", b"9" * 13, b"1 1"):
        damaged = tmp_path / "b"
        damaged.write_bytes(b"journey-recovery 1\nhead " + length + b" 00\n")
        assert read_head(damaged) is None
        damaged.write_bytes(sound + b"edit " + length + b" 00\n")
        assert (read(damaged).edits, read(damaged).whole) == (1, False)


def test_unsaved_work_at_a_large_project_is_read(tmp_path: Path) -> None:
    base = large(10, 50, 5)
    found = read(file_of(tmp_path / "a", titled("x"), base=encode(base, {})))
    assert found.base.project == base
    assert (tmp_path / "a").stat().st_size > 100_000


@pytest.mark.skipif(os.name == "nt", reason="another way of holding there")
def test_a_drive_that_knows_no_holding_keeps_nobody_from_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def fails(error: OSError) -> Callable[..., None]:
        def flock(*_: object) -> None:
            raise error

        return flock

    monkeypatch.setattr(fcntl, "flock", fails(OSError(errno.ENOLCK, "no locks")))
    assert hold(0)
    (tmp_path / "a").touch()
    assert not is_held(tmp_path / "a")
    monkeypatch.setattr(fcntl, "flock", fails(BlockingIOError()))
    assert not hold(0)
    assert is_held(tmp_path / "a")
