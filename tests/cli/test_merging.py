"""`diff` and `merge` on the command line, and as the merge driver of git."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
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


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not there")
def test_git_merges_with_it(tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    file = repository / "a.journey"
    base = everything()
    root = Path(__file__).parents[2]
    environment = {
        **os.environ,
        "PYTHONPATH": str(root),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{f"GIT_{who}_{what}": "nobody" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }

    def git(*words: str) -> int:
        done = subprocess.run(
            ["git", *words], cwd=repository, env=environment, capture_output=True, text=True, check=False
        )
        return done.returncode

    def commit(project: Project) -> None:
        save(file, project, IMAGES)
        assert git("commit", "-qam", "x") == 0

    assert git("init", "-q", "-b", "main") == 0
    program = f"{sys.executable} -m journey_editor"
    assert git("config", "merge.journey.driver", f"{program} merge %O %A %B -o %A") == 0
    (repository / ".gitattributes").write_text("*.journey merge=journey\n")
    save(file, base, IMAGES)
    assert git("add", ".") == 0
    commit(base.evolve(title="Base"))
    assert git("checkout", "-q", "-b", "theirs") == 0
    theirs = set_any(base.evolve(title="Base"), "tp-web", title="B", description="B")
    commit(theirs)
    assert git("checkout", "-q", "main") == 0
    commit(set_any(base.evolve(title="Base"), "tp-web", where="here"))
    assert git("merge", "-q", "theirs", "-m", "x") == 0
    assert load(file).project == set_any(theirs, "tp-web", where="here")
    commit(set_any(load(file).project, "tp-web", title="Ours"))
    assert git("checkout", "-q", "theirs") == 0
    commit(set_any(theirs, "tp-web", title="Theirs"))
    assert git("checkout", "-q", "main") == 0
    assert git("merge", "theirs") == 1  # a conflict, with our side in the file
    assert load(file).project == set_any(set_any(theirs, "tp-web", where="here"), "tp-web", title="Ours")
