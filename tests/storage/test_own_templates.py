"""The user's own templates: kept whole, found beside those of the program, and never in their way."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey_editor.model.invariants import problems
from journey_editor.storage import own_templates
from journey_editor.storage.file_names import file_name
from journey_editor.storage.files import load
from journey_editor.storage.problem import FileProblem
from journey_editor.storage.template_files import template_files
from journey_editor.storage.templates import all_templates, from_template, templates
from tests.builders import PIXEL, PIXEL_SHA, everything

IMAGES = {PIXEL_SHA: PIXEL}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "templates"


def kept(folder: Path, title: str = "Erstgespräch", description: str = "Für Kund*innen") -> Path:
    return own_templates.keep(folder, everything(), IMAGES, title, description)


def test_a_template_is_kept_with_all_that_is_in_it(folder: Path) -> None:
    path = kept(folder)
    found = load(path)
    assert path == folder / "Erstgespräch.journey"
    assert (found.project.title, found.project.description) == ("Erstgespräch", "Für Kund*innen")
    assert found.project.maps == everything().maps
    assert found.images == IMAGES


def test_its_name_is_the_same_in_every_language(folder: Path) -> None:
    kept(folder)
    (own,) = (info for info in templates("en", folder) if info.own)
    assert (own.name, own.title, own.description) == ("Erstgespräch", "Erstgespräch", "Für Kund*innen")


def test_a_project_is_made_of_it_as_of_any_other(folder: Path) -> None:
    kept(folder)
    made = from_template("Erstgespräch", "en", own_folder=folder)
    assert made.project.language == "en"
    assert made.project.id != everything().id
    assert made.images == IMAGES
    assert problems(made.project) == ()


def test_own_templates_stand_behind_those_of_the_program(folder: Path) -> None:
    for title in ("b", "A"):
        kept(folder, title)
    files = template_files(folder)
    assert [file.name for file in files][-2:] == ["A", "b"]
    assert [file.own for file in files] == [False] * (len(files) - 2) + [True] * 2


def test_an_own_template_never_hides_one_of_the_program(folder: Path) -> None:
    kept(folder, "blank")
    assert [file.name for file in template_files(folder)][-1] == "own:blank"
    assert from_template("blank", "de", own_folder=folder).project.title == ""
    assert from_template("own:blank", "de", own_folder=folder).project.title == "blank"


def test_a_broken_file_is_told_of_and_the_others_are_there(folder: Path) -> None:
    kept(folder)
    (folder / "broken.journey").write_text("{", encoding="utf-8")
    found, broken = all_templates("de", folder)
    assert [info.name for info in found if info.own] == ["Erstgespräch"]
    assert [Path(fault.file).name for fault in broken] == ["broken.journey"]


def test_a_folder_that_is_not_there_has_no_templates(folder: Path) -> None:
    assert template_files(folder) == template_files()


def test_a_template_gets_another_name(folder: Path) -> None:
    old = kept(folder)
    new = own_templates.rename(old, "Zweitgespräch", "")
    assert not old.exists()
    assert new.name == "Zweitgespräch.journey"
    assert load(new).project.title == "Zweitgespräch"
    assert load(new).images == IMAGES


def test_a_template_gets_another_description_under_the_same_name(folder: Path) -> None:
    path = own_templates.rename(kept(folder), "Erstgespräch", "kurz")
    assert load(path).project.description == "kurz"
    assert [file.name for file in folder.iterdir()] == ["Erstgespräch.journey"]


def test_no_other_template_is_overwritten_by_a_new_name(folder: Path) -> None:
    one, other = kept(folder, "one"), kept(folder, "other")
    before = other.read_bytes()
    with pytest.raises(FileProblem, match="of this name already"):
        own_templates.rename(one, "other", "")
    assert one.exists()
    assert other.read_bytes() == before


def test_a_template_is_removed_and_a_second_time_harms_nobody(folder: Path) -> None:
    path = kept(folder)
    own_templates.remove(path)
    own_templates.remove(path)
    assert not path.exists()


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FileProblem, match="Check the name"):
        kept(tmp_path / "file" / "templates")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a/b: <c>?", "a b c"),
        ("..", "otherwise"),
        (" \n ", "otherwise"),
        ("Kund*innen", "Kund innen"),
        ("x" * 100_000, "x" * 80),
        ("../../etc/passwd", "etc passwd"),
    ],
)
def test_titles_become_names_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "otherwise") == name
