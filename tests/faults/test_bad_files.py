"""No file crashes, hangs or loads half: those that somebody thought of, and those that chance makes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from time import process_time

import pytest

from journey_editor.cli.entry import main
from journey_editor.storage.codec import Loaded
from journey_editor.storage.problem import FileProblem

from .bad.heavy import heavy_files
from .bad.sound import Bad
from .bad_files import bad_files
from .mutate import Figures, Mutator
from .reading import read

SECONDS = 2
MEGABYTES = 500
CORPUS = list(bad_files())


def test_the_corpus_is_large_and_each_file_in_it_has_a_reason() -> None:
    reasons = Counter(bad.reason for bad in CORPUS)
    assert len(CORPUS) >= 900
    assert not [reason for reason, times in reasons.items() if times > 1]
    ends = Counter(bad.end for bad in CORPUS)
    assert ends["refused"] >= 800
    assert ends["reported"] >= 40


@pytest.mark.parametrize("bad", CORPUS, ids=lambda bad: ascii(bad.reason)[1:81])
def test_a_bad_file_is_refused_with_a_sentence_or_opened_with_a_report(bad: Bad) -> None:
    begun = process_time()
    end, found = read(bad.data)
    assert process_time() - begun < SECONDS
    assert end == bad.end, (bad.reason, found if isinstance(found, FileProblem) else found.report)
    if isinstance(found, Loaded) and end == "reported":
        assert len(found.report) == len({place for place, _ in found.report})


def test_reading_leaves_the_file_and_its_folder_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = [bad for bad in CORPUS if len(bad.data) < 200_000]
    files = [tmp_path / f"{n}.journey" for n in range(len(chosen))]
    for file, bad in zip(files, chosen, strict=True):
        file.write_bytes(bad.data)
        os.utime(file, (1_000_000_000, 1_000_000_000))
    before = {file: file.stat() for file in files}
    code = main(["validate", *map(str, files)])
    said = capsys.readouterr()
    assert code == 1
    for file, bad in zip(files, chosen, strict=True):
        assert file.read_bytes() == bad.data
        after = file.stat()
        assert (after.st_mtime_ns, after.st_ino, after.st_mode, after.st_size) == (
            before[file].st_mtime_ns, before[file].st_ino, before[file].st_mode, before[file].st_size,
        )  # fmt: skip
    assert sorted(tmp_path.iterdir()) == sorted(files)
    fine = [line.removesuffix(": fine") for line in said.out.splitlines()]
    assert fine == [str(file) for file, bad in zip(files, chosen, strict=True) if bad.end != "refused"]
    told = {line.split(": ", 1)[0] for line in said.err.splitlines()}
    assert told == {str(file) for file, bad in zip(files, chosen, strict=True) if bad.end != "opened"}


def test_10_000_damaged_projects_are_refused_or_opened_with_a_report() -> None:
    mutator, figures = Mutator(20260322), Figures()
    for _ in range(10_000):
        figures.read(mutator.next())
    assert sum(figures.ends.values()) == 10_000
    assert figures.ends["refused"] > 5_000
    assert figures.ends["opened"] > 500
    assert figures.ends["reported"] > 50
    assert figures.slowest < SECONDS


# A process for each file, so that its memory is its own.
READING = """
import json, os, resource, sys, time
from pathlib import Path
from journey_editor.storage.files import load
from journey_editor.storage.problem import FileProblem

for name in sys.stdin.read().splitlines():
    child = os.fork()
    if child == 0:
        begun = time.process_time()
        try:
            end = "reported" if load(Path(name)).report else "opened"
        except FileProblem as problem:
            end = "refused"
        used = resource.getrusage(resource.RUSAGE_SELF)
        print(json.dumps([end, time.process_time() - begun, used.ru_maxrss / 1024]), flush=True)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0, name
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is counted as Linux counts it")
def test_large_files_take_neither_long_nor_much_memory(tmp_path: Path) -> None:
    ends = []
    files = []
    for n, bad in enumerate(heavy_files()):
        files.append(tmp_path / f"{n}.journey")
        files[-1].write_bytes(bad.data)
        ends.append((bad.reason, bad.end))
    done = subprocess.run(
        [sys.executable, "-c", READING], input="\n".join(map(str, files)), capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    figures = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(figures) == len(ends) >= 20
    for (reason, wanted), (end, seconds, megabytes) in zip(ends, figures, strict=True):
        assert end == wanted, reason
        assert seconds < SECONDS, (reason, seconds)
        assert megabytes < MEGABYTES, (reason, megabytes)
