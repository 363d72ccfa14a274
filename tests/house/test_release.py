"""What has to agree before anything is given away: versions, licences, the folders at the top."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import journey_editor
from journey_editor.places import resource

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NOTICES = (ROOT / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8")


def test_the_version_is_the_same_wherever_it_stands() -> None:
    assert PROJECT["version"] == journey_editor.__version__


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_every_dependency_has_its_notice(requirement: str) -> None:
    name = re.split(r"[<>=\[ ]", requirement)[0].removesuffix("-Essentials")
    assert name.lower() in NOTICES.lower()


def test_every_dependency_carries_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    for requirement in PROJECT["dependencies"]:
        at = next(number for number, line in enumerate(lines) if f'"{requirement}"' in line)
        assert lines[at - 1].strip().startswith("#"), requirement


def test_every_font_has_its_notice_and_its_licence() -> None:
    for font in resource("fonts").glob("*.ttf"):
        patterns = re.findall(r"`resources/fonts/([\w*-]+)\.ttf`", NOTICES)
        assert any(Path(font.stem).match(pattern) for pattern in patterns), font.name
    for licence in re.findall(r"`(resources/[\w./-]*(?:licences/|LICENSE)[\w.-]*)`", NOTICES):
        assert (ROOT / licence).is_file(), licence


def test_the_texts_link_to_files_that_exist() -> None:
    for text in ROOT.glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", text.read_text(encoding="utf-8")):
            assert (ROOT / target).exists(), f"{text.name} links to {target}"


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout")
def test_nothing_lies_at_the_top_that_has_a_room_elsewhere() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("git cannot be asked here")
    folders = {line.split("/")[0] for line in listed.stdout.splitlines() if "/" in line}
    assert {name for name in folders if not name.startswith(".")} <= {
        "journey_editor",
        "packaging",
        "resources",
        "tests",
    }
