"""A save that fails at any of its steps leaves the old file whole, and nothing beside it, and says why."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journey_editor.storage import atomic
from journey_editor.storage.atomic import write_atomically
from journey_editor.storage.problem import EXIT_SYSTEM, FileProblem

OLD, NEW = b"old" * 50_000, b"new" * 60_000
CODES = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EFBIG, errno.EPERM, errno.EMFILE)
FUNCTIONS = ("open", "write", "fsync", "close", "replace", "stat", "fchmod")
MOST_CALLS = 6  # none of them is called more often by one save, as it writes here


class Faulty:
    """The module os, one of whose functions fails at its nth call; `os.write` writes a part only, as it may."""

    def __init__(self, function: str, nth: int, fault: BaseException) -> None:
        self.function, self.left, self.fault, self.failed = function, nth, fault, False

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._failing(name, real) if name in FUNCTIONS else real

    def _failing(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            if name == self.function:
                self.left -= 1
                if self.left == 0:
                    self.failed = True
                    if name == "close":
                        real(*arguments)  # the system closes, and fails nevertheless
                    raise self.fault
            if name == "write":
                return real(arguments[0], bytes(arguments[1])[: len(NEW) // 4])
            return real(*arguments, **named)

        return call


def problem_of(action: Callable[[], None]) -> FileProblem | None:
    try:
        action()
    except FileProblem as problem:
        return problem
    return None


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a.journey"
    file.write_bytes(OLD)
    return file


@pytest.mark.skipif(os.name == "nt", reason="the calls are those of POSIX")
@pytest.mark.parametrize("code", CODES, ids=lambda code: errno.errorcode[code])
@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_old_file_survives_a_fault_at_every_call(
    function: str, code: int, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = 0
    for nth in range(1, MOST_CALLS + 1):
        file.write_bytes(OLD)
        faulty = Faulty(function, nth, OSError(code, os.strerror(code)))
        monkeypatch.setattr(atomic, "os", faulty)
        problem = problem_of(lambda: write_atomically(file, NEW))
        # only the very last step, syncing the folder, comes after the new file is in place
        at_the_end = function in ("fsync", "open", "close") and nth == 2
        assert file.read_bytes() == (OLD if problem and not at_the_end else NEW)
        if problem:
            assert problem.exit_code == EXIT_SYSTEM
            assert problem.message.startswith(f"{file}: ")
        assert os.listdir(file.parent) == [file.name]
        faults += faulty.failed
    assert faults >= 1


@pytest.mark.skipif(os.name == "nt", reason="the calls are those of POSIX")
@pytest.mark.parametrize("function", ["write", "fsync", "close"])
def test_an_interrupted_save_leaves_the_old_file(function: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "os", Faulty(function, 1, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_atomically(file, NEW)
    assert file.read_bytes() == OLD
    assert os.listdir(file.parent) == [file.name]


def test_a_first_save_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "os", Faulty("write", 2, OSError(errno.ENOSPC, "no space")))
    with pytest.raises(FileProblem) as caught:
        write_atomically(tmp_path / "a", NEW)
    assert caught.value.message == f"{tmp_path / 'a'}: The disk is full. Make room, or choose another one."
    assert os.listdir(tmp_path) == []


def held() -> OSError:
    """What Windows says of a file that a virus scanner has open."""
    error = PermissionError(errno.EACCES, "used by another process")
    error.winerror = 32  # type: ignore[attr-defined]
    return error


def test_a_file_that_is_held_for_a_moment_is_waited_for(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "os", Faulty("replace", 1, held()))
    waited: list[float] = []
    write_atomically(file, NEW, sleep=waited.append)
    assert file.read_bytes() == NEW
    assert len(waited) == 1


def test_a_file_that_stays_held_leaves_the_work_in_a_copy(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Held(Faulty):
        def __getattr__(self, name: str) -> Any:
            return self._held if name == "replace" else getattr(os, name)

        def _held(self, *names: object) -> None:
            raise held()

    monkeypatch.setattr(atomic, "os", Held("replace", 0, held()))
    (file.parent / "a (1).journey").write_bytes(b"somebody's")
    waited: list[float] = []
    with pytest.raises(FileProblem) as caught:
        write_atomically(file, NEW, sleep=waited.append)
    assert sum(waited) == pytest.approx(atomic.PATIENCE, rel=0.1)
    assert caught.value.message == (
        f"{file}: Another program holds the file. Your work is saved as a (2).journey; close the other program and "
        "save again."
    )
    assert caught.value.exit_code == EXIT_SYSTEM
    assert file.read_bytes() == OLD
    assert (file.parent / "a (2).journey").read_bytes() == NEW
    assert len(os.listdir(file.parent)) == 3


KILLED = """
import os, signal, sys
from pathlib import Path
from journey_editor.storage import atomic

old, new = b"old" * 50_000, b"new" * 60_000
file = Path(sys.argv[1]) / "a.journey"

class Killing:
    def __init__(self, nth):
        self.left = nth
    def __getattr__(self, name):
        real = getattr(os, name)
        if name not in ("open", "write", "fsync", "close", "replace", "fchmod"):
            return real
        def call(*arguments, **named):
            self.left -= 1
            if self.left == 0:
                if name == "write":
                    real(arguments[0], bytes(arguments[1])[:1000])
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **named)
        return call

killed = 0
for nth in range(1, 20):
    file.write_bytes(old)
    child = os.fork()
    if child == 0:
        atomic.os = Killing(nth)
        atomic.write_atomically(file, new)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    killed += os.WIFSIGNALED(status)
    assert file.read_bytes() == (old if nth <= 6 else new), nth
    atomic.sweep(file.parent)
    assert os.listdir(file.parent) == [file.name], (nth, os.listdir(file.parent))
print("killed", killed)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed and forked as on POSIX")
def test_a_process_that_is_killed_while_saving_leaves_a_whole_file(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    # open, fchmod, write, fsync, close, replace; then open, fsync, close of the folder
    assert done.stdout == "killed 9\n"


FULL = """
import resource, sys
from pathlib import Path
from journey_editor.cli import main

resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
sys.exit(main(["new", "--template", "blank", "--language", "en", "--force", "-o", sys.argv[1]]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits the size of files as Linux does")
def test_the_command_line_ends_with_3_where_the_system_takes_no_more_bytes(file: Path) -> None:
    environment = {**os.environ, "JOURNEY_EDITOR_LANGUAGE": "en"}
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(file)], capture_output=True, text=True, check=False, env=environment
    )
    assert done.stderr == f"{file}: The file is too large for this drive. Choose another one.\n"
    assert done.returncode == 3
    assert file.read_bytes() == OLD
    assert os.listdir(file.parent) == [file.name]
