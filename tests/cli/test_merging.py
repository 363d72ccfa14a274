"""`diff` and `merge` on the command line; with git: test_git.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey_editor.cli import main
from journey_editor.edit.anything import set_any
from journey_editor.model.project import Project
from journey_editor.storage.files import load, save
from tests.builders import everything, two_by_two

from .lines import IMAGES


def three(folder: Path, base: Project, ours: Project, theirs: Project) -> list[str]:
    files = [folder / f"{name}.journey" for name in ("base", "ours", "theirs")]
    for file, project in zip(files, (base, ours, theirs), strict=True):
        save(file, project, IMAGES)
    return [str(file) for file in files]


def test_two_changes_join(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = everything()
    files = three(tmp_path, base, set_any(base, "tp-web", title="A"), set_any(base, "tp-web", description="B"))
    out = tmp_path / "out.journey"
    assert main(["merge", *files, "-o", str(out)]) == 0
    assert capsys.readouterr().err == ""
    loaded = load(out)
    assert loaded.images == IMAGES
    assert loaded.project == set_any(set_any(base, "tp-web", title="A"), "tp-web", description="B")


def test_a_conflict_is_listed_and_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = everything()
    files = three(tmp_path, base, set_any(base, "tp-web", title="A"), set_any(base, "tp-web", title="B"))
    out = tmp_path / "out.journey"
    assert main(["merge", *files, "-o", str(out)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{out}: Touchpoint “A”: Title: “A” | “B”; taken: “A”",
        "1 conflict",
    ]
    assert load(out).project == set_any(base, "tp-web", title="A")
    assert main(["merge", *files, "-o", str(out), "--prefer", "theirs"]) == 0
    assert load(out).project == set_any(base, "tp-web", title="B")


def test_other_projects_are_not_joined(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = three(tmp_path, everything(), everything(), two_by_two())
    assert main(["merge", *files, "-o", str(tmp_path / "out")]) == 1
    assert "not states of one project" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_diff_says_what_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = everything()
    after = set_any(set_any(base, "tp-web", title="A"), base.personas[0].id, name="Anna")
    files = three(tmp_path, base, after, base)
    assert main(["diff", *files[:2]]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["~ Changed: Persona “Anna”", "    Name: “Eva” → “Anna”"]
    assert "        Title: “Website” → “A”" in lines
    assert main(["diff", files[0], files[2]]) == 0
    assert capsys.readouterr().out == "There is no difference.\n"


def test_without_a_base_both_have_added_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = everything()
    files = three(tmp_path, base, base, set_any(base, "tp-web", title="B"))
    Path(files[0]).write_bytes(b"")
    out = tmp_path / "out.journey"
    assert main(["merge", *files, "-o", str(out), "--name", "maps/a.journey"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "maps/a.journey: Touchpoint “Website”: Title: “Website” | “B”; taken: “Website”",
        "1 conflict",
    ]
    assert load(out).project == base


def test_what_had_to_be_mended_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = everything()
    files = three(tmp_path, base, base, set_any(base, "tp-web", title="eins zwei"))
    Path(files[2]).write_bytes(Path(files[2]).read_bytes().replace(b"eins zwei", b"eins\\u0000zwei"))
    out = tmp_path / "out.journey"
    assert main(["merge", *files, "-o", str(out)]) == 0
    assert "Control characters were removed" in capsys.readouterr().err
    assert load(out).project == set_any(base, "tp-web", title="einszwei")
