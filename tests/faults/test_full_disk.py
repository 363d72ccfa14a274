"""Saving on a real disk of 64 KiB that is full, in a folder that may not be written, and where the folder is gone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FULL = """
import os, subprocess, sys
from pathlib import Path
from journey_editor.storage.atomic import write_atomically
from journey_editor.storage.problem import FileProblem

folder = Path(sys.argv[1])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)], check=True)
file = folder / "a.journey"
full = written = 0
for size in range(100, 66_000, 500):
    old, new = b"o" * 20_000, b"n" * size
    write_atomically(file, old)
    try:
        write_atomically(file, new)
    except FileProblem as problem:
        full += 1
        assert problem.message.endswith("The disk is full. Make room, or choose another one."), problem.message
        assert problem.exit_code == 3
        assert file.read_bytes() == old, size
    else:
        written += 1
        assert file.read_bytes() == new, size
    assert os.listdir(folder) == [file.name], os.listdir(folder)
    file.unlink()
print(full, written)
"""


def _can_mount() -> bool:
    if not sys.platform.startswith("linux") or shutil.which("unshare") is None:
        return False
    tried = subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "-o", "size=64k", "none", "/mnt"], capture_output=True, check=False
    )
    return tried.returncode == 0


def test_a_full_disk_leaves_the_old_file_at_any_size(tmp_path: Path) -> None:
    if not _can_mount():
        pytest.skip("no disk of 64 KiB can be mounted here")
    environment = {**os.environ, "JOURNEY_EDITOR_LANGUAGE": "en"}
    done = subprocess.run(
        ["unshare", "-rm", sys.executable, "-c", FULL, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.stderr == ""
    full, written = map(int, done.stdout.split())
    assert full >= 40
    assert written >= 40
    assert full + written >= 100


DENIED = """
import os, sys
from pathlib import Path
from journey_editor.storage.atomic import write_atomically
from journey_editor.storage.problem import FileProblem

folder = Path(sys.argv[1])
file = folder / "a.journey"
file.write_bytes(b"old")
file.chmod(0o666)
folder.chmod(0o555)
if os.getuid() == 0:
    os.setuid(65534)  # nothing is forbidden to root
try:
    write_atomically(file, b"new")
except FileProblem as problem:
    print(problem.message.removeprefix(f"{file}: "))
assert file.read_bytes() == b"old"
assert os.listdir(folder) == [file.name]
"""


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="forbids as POSIX does")
def test_a_folder_that_may_not_be_written_is_said_and_stays() -> None:
    # not in pytest's folders, which nobody else may enter
    folder = Path(os.path.realpath("/tmp")) / f"journey-denied-{os.getpid()}"
    folder.mkdir(mode=0o755)
    try:
        done = subprocess.run(
            [sys.executable, "-c", DENIED, str(folder)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "JOURNEY_EDITOR_LANGUAGE": "en"},
        )
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
    assert done.stderr == ""
    assert done.stdout == "Here may not be written. Choose another folder, or ask for permission.\n"
