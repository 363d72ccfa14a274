"""Files that belong together are all written, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey_editor.storage.problem import FileProblem
from journey_editor.storage.together import write_together


def test_all_are_written(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"old")
    write_together([(tmp_path / "a", b"1"), (tmp_path / "b", b"2")])
    assert [(tmp_path / name).read_bytes() for name in "ab"] == [b"1", b"2"]


def test_when_one_fails_the_others_are_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"old")
    (tmp_path / "c").mkdir()
    with pytest.raises(FileProblem):
        write_together([(tmp_path / "a", b"1"), (tmp_path / "b", b"2"), (tmp_path / "c", b"3")])
    assert sorted(file.name for file in tmp_path.iterdir()) == ["b", "c"]
    assert (tmp_path / "b").read_bytes() == b"old"
