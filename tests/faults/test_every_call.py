"""A save of which any one call of the operating system fails: all calls in turn, with each of six errors."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from journey_editor.storage import atomic
from journey_editor.storage.codec import encode
from journey_editor.storage.files import save
from journey_editor.storage.problem import FileProblem
from tests.builders import PIXEL, PIXEL_SHA, everything

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EINTR)

#: Asks nothing of the system, or nothing that can fail.
_HARMLESS = frozenset(("getpid", "strerror", "fspath"))


class FailingSystem:
    """The module os, whose nth call fails, whichever it is; each write takes a part only, as the system may."""

    def __init__(self, nth: int, code: int) -> None:
        self.calls: list[str] = []
        self._nth, self._code = nth, code
        self.path = SimpleNamespace(realpath=self._counted("realpath", os.path.realpath))

    @property
    def fired(self) -> str:
        """The call that failed, or ""."""
        return self.calls[self._nth - 1] if len(self.calls) >= self._nth else ""

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._counted(name, real) if callable(real) and name not in _HARMLESS else real

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self.calls.append(name)
            if len(self.calls) == self._nth:
                if name == "close":
                    real(*arguments)  # the system closes, and fails nevertheless
                raise OSError(self._code, os.strerror(self._code))
            if name == "write":
                return real(arguments[0], bytes(arguments[1])[:2000])
            return real(*arguments, **named)

        return call


@pytest.mark.skipif(os.name == "nt", reason="the calls are those of POSIX")
@pytest.mark.parametrize("code", ERRORS, ids=lambda code: errno.errorcode[code])
@pytest.mark.parametrize("there", [True, False], ids=["replacing", "new"])
def test_a_save_fails_at_any_call_and_says_so(
    there: bool, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.journey"
    project = everything()
    old, new = b"old" * 1000, encode(project, {PIXEL_SHA: PIXEL})
    failed: list[str] = []
    silent: set[str] = set()
    for nth in range(1, 200):
        file.unlink(missing_ok=True)
        if there:
            file.write_bytes(old)
        system = FailingSystem(nth, code)
        with monkeypatch.context() as patched:
            patched.setattr(atomic, "os", system)
            problem = None
            try:
                save(file, project, {PIXEL_SHA: PIXEL})
            except FileProblem as fault:
                problem = fault
        if not system.fired:
            assert problem is None
            break
        failed.append(system.fired)
        found = file.read_bytes() if file.exists() else None
        # after "replace" only the folder is still to be synced; the new file is in place
        in_place = "replace" in system.calls[: nth - 1]
        if problem is None:
            silent.add(system.fired)
            assert found == new
        elif in_place:
            assert found == new
        else:
            assert found == (old if there else None)
            assert problem.message.startswith(f"{file}: ")
        assert os.listdir(tmp_path) == ([file.name] if found is not None else [])
    else:
        pytest.fail("there was no end of calls")
    # each call was hit once, and several of them for writing in parts
    assert len(failed) == len(system.calls) >= 12
    assert failed.count("write") >= 3
    assert set(failed) >= {"realpath", "stat", "open", "write", "fsync", "close", "replace"}
    # a save may do without these: looking for what others left behind, the owner and mode, syncing a folder
    assert silent <= {"scandir", "fchmod", "fchown", "open", "close", "fsync", "stat"}
