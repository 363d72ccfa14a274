"""Templates: files like any other, from which a project in the language asked for is made."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import located, problems
from journey_editor.model.translatable import texts
from journey_editor.storage.codec import decode, encode
from journey_editor.storage.problem import FileProblem
from journey_editor.storage.templates import from_template, speaking, templates, with_fresh_ids
from tests.builders import everything

FILES = [info.path for info in templates("en")]
NOW = datetime(2026, 3, 22, 14, 5, 0, 999, tzinfo=UTC)


def test_the_blank_map_comes_first() -> None:
    assert templates("de")[0].name == "blank"
    assert templates("de")[0].title == "Leere Map"
    assert templates("en")[0].title == "Blank map"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_template_is_written_as_we_write_files(file: Path) -> None:
    data = file.read_bytes()
    loaded = decode(data, file.name)
    assert encode(loaded.project, loaded.images) == data
    assert loaded.report == ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_template_says_everything_in_german_and_english(file: Path) -> None:
    project = decode(file.read_bytes(), file.name).project
    assert project.language == "de"
    english = project.translations["en"]
    alike = re.compile(r"\W*\w*\W*")  # a single word may be the same in both: "Website", "%", "min"
    untranslated = {
        f"{node.id}.{field}": text  # type: ignore[attr-defined]  # all that are located have an id
        for _, node in located(project)
        for field, text in texts(node)
        if not english.get(f"{node.id}.{field}") and not alike.fullmatch(text)  # type: ignore[attr-defined]
    }
    assert not untranslated


@pytest.mark.parametrize("name", [info.name for info in templates("en")])
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_new_project_speaks_the_language_asked_for_and_is_sound(name: str, language: str) -> None:
    made = from_template(name, language, now=NOW)
    assert made.project.language == language
    assert problems(made.project) == ()
    assert made.project.created == "2026-03-22T14:05:00Z"
    assert made.project.modified == ""
    title = next(info.title for info in templates(language) if info.name == name)
    assert made.project.title == ("" if name == "blank" else title)
    assert decode(encode(made.project, made.images), name).project == made.project


def test_two_new_projects_share_no_id() -> None:
    one, other = (from_template("blank", "de").project for _ in range(2))
    assert not {node.id for _, node in located(one)} & {node.id for _, node in located(other)}  # type: ignore[attr-defined]


def test_a_template_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(FileProblem, match=r"^nope: There is no template of this name\. Choose one of: blank"):
        from_template("nope", "de")


def test_a_name_that_leads_elsewhere_is_no_template() -> None:
    with pytest.raises(FileProblem):
        from_template("../templates/blank", "de")


def test_a_project_speaks_the_other_language_and_keeps_the_words_of_the_first() -> None:
    english = speaking(everything(), "en")
    assert english.language == "en"
    assert english.maps[0].title == "Purchase"
    assert english.maps[0].lanes[0].cells[0].cards[0].tags == ("new", "important")  # type: ignore[union-attr]
    assert english.translations["de"]["tp-web.tags.1"] == "wichtig"
    assert english.maps[0].lanes[2].title == ""
    assert "en" not in english.translations
    assert problems(english) == ()


def test_swapping_the_language_twice_gives_the_first_project() -> None:
    assert speaking(speaking(everything(), "en"), "de") == everything()


def test_a_language_without_words_leaves_the_project_as_it_is() -> None:
    assert speaking(everything(), "fr") == everything()
    assert speaking(everything(), "de") is not None


def test_fresh_ids_keep_everything_connected() -> None:
    fresh = with_fresh_ids(everything(), counting_ids(100))
    assert problems(fresh) == ()
    assert not {node.id for _, node in located(fresh)} & {node.id for _, node in located(everything())}  # type: ignore[attr-defined]
    before, after = everything().maps[0], fresh.maps[0]
    assert after.band_below == after.lanes[0].id
    assert after.paths[0].source == after.lanes[0].cells[0].cards[0].id  # type: ignore[union-attr]
    assert [lane.kind for lane in after.lanes] == [lane.kind for lane in before.lanes]
    assert set(fresh.translations["en"].values()) == set(everything().translations["en"].values())


def test_a_text_that_reads_like_an_id_stays_a_text() -> None:
    named = everything().evolve(title="tp-web", author="pe-eva")
    fresh = with_fresh_ids(named, counting_ids(100))
    assert (fresh.title, fresh.author) == ("tp-web", "pe-eva")
