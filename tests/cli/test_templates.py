"""`templates` and `new`: what a project begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey_editor.places import resource
from journey_editor.storage.files import load
from journey_editor.storage.own_templates import keep
from tests.builders import everything

from .lines import IMAGES, Run


def test_templates_are_listed_one_a_line(run: Run) -> None:
    said = run("templates")
    assert said.code == 0
    assert said.out[0].split()[0] == "blank"
    assert len(said.out) == len(list(resource("templates").glob("*.journey")))


@pytest.mark.parametrize(("language", "title"), [("de", "Neue Journey Map"), ("en", "New journey map")])
def test_new_makes_a_project_in_a_language(run: Run, tmp_path: Path, language: str, title: str) -> None:
    file = tmp_path / "mine.journey"
    assert run("new", "--template", "blank", "--language", language, "-o", file) == (0, [], [])
    made = load(file).project
    assert (made.title, made.maps[0].title, made.language) == ("", title, language)


def test_new_replaces_nothing_unless_told(run: Run, sound: Path) -> None:
    before = sound.read_bytes()
    said = run("new", "-o", sound)
    assert said == (
        1,
        [],
        [f"{sound}: This file is there already. Choose another name, or add --force to replace it."],
    )
    assert sound.read_bytes() == before
    assert run("new", "--force", "-o", sound).code == 0
    assert load(sound).project.maps[0].title == "New journey map"


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    from journey_editor.session.template_folder import template_folder

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if not template_folder().is_relative_to(tmp_path):
        pytest.skip("this system does not let its folders be moved")
    return template_folder()


def test_own_templates_are_listed_and_broken_ones_named(run: Run, own_folder: Path) -> None:
    keep(own_folder, everything(), IMAGES, "First talk", "with\nlines")
    (own_folder / "broken.journey").write_text("{", encoding="utf-8")
    said = run("templates")
    assert said.code == 0
    assert said.out[-1] == "First talk          First talk (own): with lines"
    assert len(said.err) == 1
    assert "broken.journey" in said.err[0]


def test_new_takes_an_own_template(run: Run, own_folder: Path, tmp_path: Path) -> None:
    keep(own_folder, everything(), IMAGES, "First talk", "")
    file = tmp_path / "mine.journey"
    assert run("new", "--template", "First talk", "-o", file) == (0, [], [])
    assert load(file).project.title == "First talk"
    assert load(file).images == IMAGES


@pytest.mark.parametrize("language", ["de", "en"])
def test_new_takes_every_template_in_both_languages(run: Run, tmp_path: Path, language: str) -> None:
    for template in resource("templates").glob("*.journey"):
        file = tmp_path / template.name
        assert run("new", "--template", template.stem, "--language", language, "-o", file) == (0, [], [])
        assert load(file).project.language == language


def test_new_names_the_templates_that_there_are(run: Run, tmp_path: Path) -> None:
    said = run("new", "--template", "nope", "-o", tmp_path / "a.journey")
    assert said.code == 1
    assert said.err[0].startswith("nope: There is no template of this name. Choose one of: blank")


def test_new_wants_a_name_and_a_language_that_fit(run: Run, tmp_path: Path) -> None:
    said = run("new", "-o", tmp_path / "a.txt")
    assert said == (2, [], [f"{tmp_path / 'a.txt'}: the name of this file must end in .journey or .json."])
    said = run("new", "--language", "fr", "-o", tmp_path / "a.journey")
    assert said == (2, [], ["Templates speak de, en, not “fr”."])
    assert list(tmp_path.iterdir()) == []
