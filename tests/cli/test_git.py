"""`merge` as the merge driver of git, set up as the README says."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journey_editor.edit.anything import set_any
from journey_editor.model.project import Project
from journey_editor.storage.files import load, save
from tests.builders import PIXEL, PIXEL_SHA, everything, two_by_two

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not there")

ROOT = Path(__file__).parents[2]
IMAGES = {PIXEL_SHA: PIXEL}
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(ROOT),
    "LC_ALL": "C",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "nobody" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


class Repository:
    """A repository with a file, on the branch "main"."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "-q", "-b", "main")
        for line in setup_lines():
            self._run(line.replace("journey-editor", f"{sys.executable} -m journey_editor"))
        self.git("add", ".")
        self.git("commit", "-qm", "x")

    def _run(self, line: str) -> None:
        subprocess.run(line, shell=True, cwd=self.folder, env=ENVIRONMENT, check=True)

    def git(self, *words: str, ends: int = 0) -> str:
        done = subprocess.run(
            ["git", *words], cwd=self.folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
        )
        assert done.returncode == ends, (shlex.join(words), done.stdout, done.stderr)
        return done.stdout + done.stderr

    def commit(self, project: Project, name: str = "a.journey", before: bytes = b"") -> None:
        file = self.folder / name
        save(file, project, IMAGES)
        if before:
            file.write_bytes(before + file.read_bytes())
        self.git("add", ".")
        self.git("commit", "-qm", "x")

    def load(self, name: str = "a.journey") -> Project:
        return load(self.folder / name).project


def setup_lines() -> list[str]:
    """The lines of the README that set it up."""
    found = re.findall(
        r"^git config merge\.journey.*$|^echo .*\.gitattributes$", (ROOT / "README.md").read_text(), re.M
    )
    assert len(found) == 2
    return [str(line) for line in found]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def parted(repository: Repository, ours: Project, theirs: Project, base: Project | None = None) -> None:
    """Ours is on the branch that is checked out, theirs on "theirs"; without a base, both have added the file."""
    if base is not None:
        repository.commit(base)
    repository.git("checkout", "-q", "-b", "theirs")
    repository.commit(theirs)
    repository.git("checkout", "-q", "main")
    repository.commit(ours)


def test_what_each_has_changed_joins(repository: Repository) -> None:
    base = everything()
    theirs = set_any(base, "tp-web", title="B", description="B")
    parted(repository, set_any(base, "tp-web", where="here"), theirs, base)
    repository.git("merge", "-q", "theirs", "-m", "x")
    assert repository.load() == set_any(theirs, "tp-web", where="here")
    assert repository.git("status", "--porcelain") == ""


def test_a_conflict_is_one_of_git_too_with_our_side_in_the_file(repository: Repository) -> None:
    base = everything()
    ours = set_any(base, "tp-web", title="Ours")
    parted(repository, ours, set_any(base, "tp-web", title="Theirs", where="there"), base)
    said = repository.git("merge", "theirs", ends=1)
    assert "a.journey: Touchpoint “Ours”: Title: “Ours” | “Theirs”; taken: “Ours”" in said
    assert repository.git("status", "--porcelain") == "UU a.journey\n"
    assert repository.load() == set_any(ours, "tp-web", where="there")


def test_a_file_renamed_by_one_gets_what_the_other_has_changed(repository: Repository) -> None:
    base = everything()
    repository.commit(base)
    repository.git("checkout", "-q", "-b", "theirs")
    repository.commit(set_any(base, "tp-web", where="there"))
    repository.git("checkout", "-q", "main")
    repository.git("mv", "a.journey", "b.journey")
    repository.commit(set_any(base, "tp-web", title="Ours"), "b.journey")
    repository.git("merge", "-q", "theirs", "-m", "x")
    assert repository.load("b.journey") == set_any(base, "tp-web", title="Ours", where="there")
    assert not (repository.folder / "a.journey").exists()


def test_a_file_that_both_have_added_joins_thing_by_thing(repository: Repository) -> None:
    base = everything()
    parted(repository, base, set_any(base, "tp-web", title="Theirs"))
    assert "taken: “Website”" in repository.git("merge", "theirs", ends=1)
    assert repository.load() == base


def test_two_projects_of_one_name_are_left_to_git_as_they_are(repository: Repository) -> None:
    parted(repository, everything(), two_by_two())
    assert "not states of one project" in repository.git("merge", "theirs", ends=1)
    assert repository.load() == everything()
    assert repository.git("status", "--porcelain") == "AA a.journey\n"


def test_a_file_that_cannot_be_read_is_left_to_git_as_it_is(repository: Repository) -> None:
    base = everything()
    parted(repository, set_any(base, "tp-web", title="Ours"), base.evolve(title="Theirs"), base)
    repository.git("checkout", "-q", "theirs")
    (repository.folder / "a.journey").write_bytes(b"\0\xff\r\n{")
    repository.git("commit", "-qam", "x")
    repository.git("checkout", "-q", "main")
    before = (repository.folder / "a.journey").read_bytes()
    repository.git("merge", "theirs", ends=1)
    assert (repository.folder / "a.journey").read_bytes() == before


def test_a_mark_of_the_byte_order_is_no_difference(repository: Repository) -> None:
    base = everything()
    repository.commit(base)
    repository.git("checkout", "-q", "-b", "theirs")
    repository.commit(set_any(base, "tp-web", where="there"), before=b"\xef\xbb\xbf")
    repository.git("checkout", "-q", "main")
    repository.commit(set_any(base, "tp-web", title="Ours"))
    repository.git("merge", "-q", "theirs", "-m", "x")
    assert repository.load() == set_any(base, "tp-web", title="Ours", where="there")
    assert (repository.folder / "a.journey").read_bytes()[:1] == b"{"
