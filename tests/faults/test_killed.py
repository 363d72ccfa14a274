"""A process that is killed while it saves: at every system call of a save (strace), and at random moments."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

#: How often a saving process is killed at random; set it higher for a long look.
KILLS = int(os.environ.get("JOURNEY_EDITOR_KILLS", "100"))

# A process for each save, which waits for a signal before it begins, so that it can be traced from there on.
SAVING = """
import os, signal, sys
from pathlib import Path
from journey_editor.storage import atomic

signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
file = Path(sys.argv[1])
new = file.with_suffix(".new").read_bytes()
while sys.stdin.readline() == "next\\n":
    child = os.fork()
    if child == 0:
        signal.sigwait([signal.SIGUSR1])
        atomic.write_atomically(file, new)
        os._exit(7)
    print(child, flush=True)
    print(os.waitpid(child, 0)[1], flush=True)
"""


class Saver:
    """Makes processes that save once, each traced by strace."""

    def __init__(self, file: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", SAVING, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def _say(self, word: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(word + "\n")
        self._process.stdin.flush()

    def _number(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())

    def save(self, *options: str, log: Path) -> int | None:
        """Let one process save; its wait status, or None where strace may not look."""
        self._say("next")
        child = self._number()
        tracer = subprocess.Popen(
            ["strace", "-o", str(log), *options, "-p", str(child)], stderr=subprocess.PIPE, text=True
        )
        assert tracer.stderr is not None
        attached = "attached" in tracer.stderr.readline()
        os.kill(child, signal.SIGUSR1)
        status = self._number()
        tracer.communicate()
        return status if attached else None

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not there")
def test_killed_at_every_system_call_of_a_save(tmp_path: Path) -> None:
    old, new = b"old" * 5000, b"new" * 6000
    file, log = tmp_path / "folder" / "a.journey", tmp_path / "log"
    file.parent.mkdir()
    file.with_suffix(".new").write_bytes(new)
    file.write_bytes(old)
    saver = Saver(file)
    try:
        status = saver.save(log=log)
        if status is None:
            pytest.skip("strace may not look at other processes here")
        calls = [found[1] for line in log.read_text().splitlines() if (found := re.match(r"(\w+)\(", line))]
        assert {"fsync", "rename"} <= set(calls)
        kept = made = 0
        seen: dict[str, int] = {}
        for name in calls[: calls.index("exit_group")]:
            seen[name] = seen.get(name, 0) + 1
            file.write_bytes(old)
            status = saver.save("-e", f"inject={name}:signal=SIGKILL:when={seen[name]}", log=log)
            if status is None or not os.WIFSIGNALED(status):
                continue
            found = file.read_bytes()
            kept += found == old
            made += found == new
            assert found in (old, new), (name, seen[name])
    finally:
        saver.end()
    assert kept + made >= 15  # so many processes were really killed
    assert kept >= 8
    assert made >= 3


LOOP = """
import os, sys
from pathlib import Path
from journey_editor.storage import atomic

file = Path(sys.argv[1])
texts = [b"a" * 200_000, b"b" * 300_000]
while sys.stdin.readline() == "next\\n":
    child = os.fork()
    if child == 0:
        n = 0
        while True:
            atomic.write_atomically(file, texts[n % 2])
            n += 1
            if n == 2:
                print("saving", flush=True)
    print(child, flush=True)
    os.waitpid(child, 0)
    print("ended", flush=True)
"""

KILLING = """
import os, random, signal, subprocess, sys, time
from pathlib import Path
from journey_editor.storage.atomic import sweep

file, kills, program = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
chance = random.Random(1)
saver = subprocess.Popen([sys.executable, "-c", program, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                         text=True, start_new_session=True)
torn = left = 0
try:
    for _ in range(kills):
        saver.stdin.write("next\\n")
        saver.stdin.flush()
        heard = [saver.stdout.readline().strip(), saver.stdout.readline().strip()]
        child = int(next(word for word in heard if word != "saving"))
        time.sleep(chance.random() * 0.01)
        os.kill(child, signal.SIGKILL)
        assert saver.stdout.readline() == "ended\\n"
        data = file.read_bytes()
        torn += data not in (b"a" * 200_000, b"b" * 300_000)
        left += len(os.listdir(file.parent)) > 1
        sweep(file.parent)
        assert os.listdir(file.parent) == [file.name]
except BaseException:
    os.killpg(saver.pid, signal.SIGKILL)  # or what it has made would save for ever, and hold the pipe open
    raise
print(torn, left)
saver.stdin.close()
saver.wait()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed and forked as on POSIX")
def test_killed_at_random_moments(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLING, str(tmp_path / "a.journey"), str(KILLS), LOOP],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    torn, left = map(int, done.stdout.split())
    assert torn == 0
    assert left >= KILLS // 20  # so many were killed in the middle of writing
