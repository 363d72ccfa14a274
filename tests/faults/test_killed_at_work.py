"""A program that is killed in the middle of the work leaves a file from which all but the last moment is restored."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

#: How often a program is killed; 200 times with JOURNEY_EDITOR_KILLS=800, for a long look.
KILLS = int(os.environ.get("JOURNEY_EDITOR_KILLS", "100")) // 4

# Edits numbered through, half of them only typed; after each look at what is new, the number is told. A program of its
# own for each kill, forked from one that has imported all.
WORK = """
import os, signal, sys, time
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication

from journey_editor.edit.anything import set_any
from journey_editor.session.recorder import Recorder
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from tests.builders import PIXEL, PIXEL_SHA, everything

folder, kills = Path(sys.argv[1]), int(sys.argv[2])
chance = Random(7)

def work(folder, told):
    application = QCoreApplication([])
    session = Session()
    session.new(Loaded(everything(), {PIXEL_SHA: PIXEL}, ()))
    recorder = Recorder(session, folder)
    for n in range(1, 100_000):
        if n % 2:
            session.typing = set_any(session.project, "pr-all", title=str(n))
        else:
            session.apply("x", lambda project: set_any(project, "pr-all", title=str(n)))
        if n % 5 == 0:
            recorder.keep_now()  # as it does twice a second
            os.write(told, b"%d " % n)

for kill in range(kills):
    read, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        work(folder / str(kill), told)
    os.close(told)
    heard = os.read(read, 1000) if kill % 5 else b""  # most are well on their way, on a slow machine too
    time.sleep(chance.random() * 0.06)
    os.kill(child, signal.SIGKILL)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    while part := os.read(read, 1000):
        heard += part
    os.close(read)
    print((heard.split() or [b"0"])[-1].decode(), flush=True)
"""

# What the program that starts next finds.
LOOK = """
import sys
from pathlib import Path
from journey_editor.storage.recovery.folder import unsaved_work
from journey_editor.storage.recovery.journal import read

for kill in range(int(sys.argv[2])):
    found = [read(found.file).now.project.title for found in unsaved_work(Path(sys.argv[1]) / str(kill))]
    print(*(found or ["0"]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed and forked as on POSIX")
def test_killed_at_random_moments_of_the_work(tmp_path: Path) -> None:
    looks, restored = _numbers(WORK, tmp_path), _numbers(LOOK, tmp_path)
    assert len(looks) == len(restored) == KILLS
    lost = [(told, found) for told, found in zip(looks, restored, strict=True) if found < told]
    assert lost == []  # what one look has seen is on the disk before the next
    wrong = [found for found in restored if found % 5]
    assert wrong == []  # whole looks only
    assert sum(1 for found in restored if found) >= KILLS // 2  # so many were killed in the middle of the work


def _numbers(program: str, folder: Path) -> list[int]:
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder), str(KILLS)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.stderr == ""
    return [int(line) for line in done.stdout.splitlines()]
