"""A file of unsaved work that was cut off or damaged at any byte gives a state that the project really had, or nothing,
and says which of both."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journey_editor.edit.anything import set_any
from journey_editor.model.project import Project
from journey_editor.storage.problem import FileProblem
from journey_editor.storage.recovery import folder
from journey_editor.storage.recovery.journal import Head, Recovered, read, read_head
from journey_editor.storage.recovery.writer import State, Writer
from tests.builders import PIXEL, PIXEL_SHA, two_by_two

IMAGES = {PIXEL_SHA: PIXEL}


@pytest.fixture
def written(tmp_path: Path) -> tuple[bytes, list[Project]]:
    """A file of unsaved work, and the states that it tells of."""
    base = two_by_two()
    states = [base]
    writer = Writer(tmp_path / "made")
    for n in range(3):
        states.append(set_any(states[-1], base.id, title=f"“{n}” ä 😀"))
        writer.keep(State(base, states[-1], IMAGES, "still typing" if n == 2 else "", Head("/a/b.journey", "0" * 64)))
        assert writer.wait()
    assert writer.file is not None
    data = writer.file.read_bytes()
    writer.end()
    return data, states


def outcome(file: Path, data: bytes) -> Recovered | None:
    file.write_bytes(data)
    read_head(file)  # must not fail either
    try:
        return read(file)
    except FileProblem:
        return None


def test_the_whole_file(tmp_path: Path, written: tuple[bytes, list[Project]]) -> None:
    data, states = written
    found = outcome(tmp_path / "a", data)
    assert found is not None
    assert (found.base.project, found.now.project) == (states[0], states[-1])
    assert found.whole
    assert found.typed == "still typing"
    assert found.head == Head("/a/b.journey", "0" * 64)


def test_cut_at_every_byte(tmp_path: Path, written: tuple[bytes, list[Project]]) -> None:
    data, states = written
    told = wrong = 0
    for size in range(len(data)):
        found = outcome(tmp_path / "a", data[:size])
        if found is not None:
            told += 1
            wrong += found.now.project != states[found.edits] or found.base.project != states[0]
            # cut between two parts, nothing tells that another one followed
            assert not found.whole or data[:size].endswith(b"\n")
    assert wrong == 0
    assert told > 100
    assert len(data) - told > 900  # so many cuts left nothing


def test_every_byte_flipped(tmp_path: Path, written: tuple[bytes, list[Project]]) -> None:
    data, states = written
    told = 0
    for at in range(len(data)):
        damaged = bytearray(data)
        damaged[at] ^= 1 << at % 8
        found = outcome(tmp_path / "a", bytes(damaged))
        if found is not None:
            told += 1
            assert found.now.project == states[found.edits]
            assert found.edits < len(states) - 1 or found.now.project == states[-1]
            assert not found.whole
    assert told > 100


def test_parts_of_another_file_do_not_fit(tmp_path: Path, written: tuple[bytes, list[Project]]) -> None:
    data, states = written
    first, second = data.find(b"\nedit "), data.find(b"\nedit ", data.find(b"\nedit ") + 1)
    found = outcome(tmp_path / "a", data[: first + 1] + data[second + 1 :])  # one edit left out
    assert found is None
    twice = outcome(tmp_path / "a", data + data[second + 1 :])
    assert twice is not None
    assert twice.now.project == states[-1]
    assert not twice.whole


def test_two_programs_never_share_a_file(tmp_path: Path) -> None:
    one, first = folder.begin(tmp_path, "/a/b.journey")
    other, second = folder.begin(tmp_path, "/a/b.journey")
    assert one != other
    assert one.name.split("-")[0] == other.name.split("-")[0]
    assert folder.unsaved_work(tmp_path) == []
    os.close(first)
    os.close(second)
    assert folder.unsaved_work(tmp_path) == []
    assert list(tmp_path.iterdir()) == []  # begun, and never whole
