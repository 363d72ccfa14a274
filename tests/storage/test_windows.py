"""What is done differently on Windows, run here against what that system would answer.

The modules are read as they are read there (`sys.platform`, `os.name`), with a `msvcrt` and a `kernel32` of ours. That
shows that each branch runs and asks for what it should, not that Windows answers so.
"""

from __future__ import annotations

import ctypes
import errno
import importlib.util
import ntpath
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from journey_editor.storage import alive as alive_module
from journey_editor.storage import atomic
from journey_editor.storage.file_names import file_name
from journey_editor.storage.problem import FileProblem
from journey_editor.storage.recovery import folder as folders
from journey_editor.storage.recovery import holding as holding_module

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the real thing is tried by all other tests")


def as_there(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module as Windows would read it."""
    monkeypatch.setattr(sys, "platform", "win32")
    assert module.__spec__ is not None
    assert module.__spec__.origin is not None
    spec = importlib.util.spec_from_file_location("as_on_windows", module.__spec__.origin)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    monkeypatch.undo()
    return made


class Msvcrt(ModuleType):
    """Locks of stretches of files, which end with their descriptor."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self._held: dict[tuple[int, int, int], int] = {}

    def locking(self, descriptor: int, mode: int, many: int) -> None:
        assert (mode, many) == (self.LK_NBLCK, 1)
        at = os.lseek(descriptor, 0, os.SEEK_CUR)
        if at + many >= 2**31:  # the position is asked for as a `long`, which has 32 bits there
            raise OSError(errno.EINVAL, "Invalid argument")
        place = (*self._file(descriptor), at)
        holder = self._held.get(place)
        if holder is not None and holder != descriptor and self._file(holder) == place[:2]:
            raise PermissionError(errno.EACCES, "Permission denied")
        self._held[place] = descriptor

    @staticmethod
    def _file(descriptor: int) -> tuple[int, int]:
        try:
            status = os.fstat(descriptor)
        except OSError:
            return (-1, -1)
        return status.st_dev, status.st_ino


@pytest.fixture
def holding(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt())
    return as_there(holding_module, monkeypatch)


def test_a_file_is_held_until_it_is_closed_and_written_on_meanwhile(holding: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "a.recovery"
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(descriptor, b"head ")
    assert not holding.is_held(file)
    assert holding.hold(descriptor)
    assert holding.is_held(file)
    os.write(descriptor, b"and more")
    assert file.read_bytes() == b"head and more"
    os.close(descriptor)
    assert not holding.is_held(file)
    assert file.stat().st_size == 13  # what is held lies behind the end, and makes the file no longer
    assert not holding.is_held(tmp_path / "nowhere")


class Kernel:
    """What `kernel32` says of one process."""

    def __init__(self, handle: int, code: int = 0, *, tells: bool = True) -> None:
        self._handle, self._code, self._tells = handle, code, tells
        self.closed: list[int] = []

    def OpenProcess(self, access: int, _inherits: bool, process: int) -> int:
        assert (access, process) == (0x1000, 4242)
        return self._handle

    def GetExitCodeProcess(self, handle: int, code: object) -> int:
        assert handle == self._handle
        code._obj.value = self._code  # type: ignore[attr-defined]
        return int(self._tells)

    def CloseHandle(self, handle: int) -> None:
        self.closed.append(handle)


@pytest.mark.parametrize(
    ("kernel", "error", "lives"),
    [
        (Kernel(0), 87, False),  # there is no such process
        (Kernel(0), 5, True),  # it is somebody else's
        (Kernel(7, 259), 0, True),
        (Kernel(7, 0), 0, False),
        (Kernel(7, 0, tells=False), 0, True),
    ],
)
def test_whether_a_process_lives_is_asked_without_ending_it(
    monkeypatch: pytest.MonkeyPatch, kernel: Kernel, error: int, lives: bool
) -> None:
    there = as_there(alive_module, monkeypatch)
    monkeypatch.setattr(ctypes, "WinDLL", lambda *_, **__: kernel, raising=False)
    monkeypatch.setattr(ctypes, "get_last_error", lambda: error, raising=False)
    monkeypatch.setattr(os, "kill", lambda *_: pytest.fail("it would have been ended"))
    assert there.alive(4242) is lives
    assert kernel.closed == ([7] if kernel._handle else [])


def windows(**differently: Callable[..., object]) -> SimpleNamespace:
    """`os` as it is there."""
    without = ("fchown", "fchmod", "O_NOFOLLOW", "O_NONBLOCK")
    own = {name: value for name, value in vars(os).items() if name not in without}
    return SimpleNamespace(**{**own, "name": "nt", "O_BINARY": 0, **differently})


def error_of(winerror: int) -> OSError:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = winerror  # type: ignore[attr-defined]
    return error


def test_no_folder_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(path: object, *rest: object) -> int:
        assert not os.path.isdir(str(path)), "folders cannot be opened there"
        return os.open(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(atomic, "os", windows(open=opened))
    file = tmp_path / "a.journey"
    for data in (b"one", b"two"):
        atomic.write_atomically(file, data)
        assert file.read_bytes() == data
    assert os.listdir(tmp_path) == [file.name]


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_is_held_for_a_while_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    file = tmp_path / "a.journey"
    file.write_bytes(b"old")
    waits: list[float] = []

    def replaced(old: object, new: object) -> None:
        if len(waits) < 3:
            raise error_of(winerror)
        os.replace(old, new)  # type: ignore[arg-type]

    monkeypatch.setattr(atomic, "os", windows(replace=replaced))
    atomic.write_atomically(file, b"new", sleep=waits.append)
    assert (file.read_bytes(), len(waits)) == (b"new", 3)


def test_a_file_that_stays_held_leaves_the_work_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.journey"
    file.write_bytes(b"old")

    def held(*_: object) -> None:
        raise error_of(32)

    monkeypatch.setattr(atomic, "os", windows(replace=held))
    with pytest.raises(FileProblem, match=r"a \(1\)\.journey"):
        atomic.write_atomically(file, b"new", sleep=lambda _: None)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"a.journey": b"old", "a (1).journey": b"new"}


def test_unsaved_work_gets_its_name_while_it_is_closed_and_is_held_again(
    holding: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: set[int] = set()

    def opening(*what: object) -> int:
        descriptor = os.open(*what)  # type: ignore[arg-type]
        opened.add(descriptor)
        return descriptor

    def closing(descriptor: int) -> None:
        opened.discard(descriptor)
        os.close(descriptor)

    def renaming(old: object, new: object) -> None:
        assert not opened, "an open file cannot be renamed there"
        os.rename(old, new)  # type: ignore[arg-type]

    monkeypatch.setattr(folders, "os", windows(open=opening, close=closing, rename=renaming))
    monkeypatch.setattr(folders, "hold", holding.hold)
    begun, descriptor = folders.begin(tmp_path, "C:\\maps\\a.journey")
    os.write(descriptor, b"head")
    file, descriptor = folders.publish(begun, descriptor)
    os.write(descriptor, b" more")
    assert file.read_bytes() == b"head more"
    assert holding.is_held(file)
    os.close(descriptor)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CON", "CON_"),
        ("nul", "nul_"),
        ("Nul.2026", "Nul_.2026"),
        ("COM1 . x", "COM1_. x"),
        ("lpt9", "lpt9_"),
        ("COM¹", "COM¹_"),
        ("Console", "Console"),
        ("COM10", "COM10"),
        ("Map. . .", "Map"),
        ("C:\\maps\\..\\a", "C maps .. a"),
        ("\\\\server\\share", "server share"),
        ("a/b:c*d?e", "a b c d e"),
        ("...", "otherwise"),
    ],
)
def test_a_name_is_one_that_windows_takes(title: str, name: str) -> None:
    found = file_name(title, "otherwise")
    assert found == name
    assert ntpath.splitdrive(found)[0] == ""
    assert ntpath.basename(found) == found
    assert not found.endswith((".", " "))
