"""Exporting a map: it says what the user should know, refuses what nobody could read, and knows the way out."""

from __future__ import annotations

from pathlib import Path as FilePath

import pytest

from journey_editor.export.maps import ExportProblem, export_map
from journey_editor.layout.advice import helps
from journey_editor.layout.pages import Pages, pages
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from journey_editor.model.style import PageSetup
from journey_editor.places import resource
from journey_editor.storage.files import load
from tests import builders
from tests.builders import PIXEL, PIXEL_SHA, everything, journey, lane, phase, project, tp
from tests.export import reading

IMAGES = {PIXEL_SHA: PIXEL}
TEMPLATES = sorted(resource("templates").glob("*.journey"))


def letters(text: str) -> str:
    """Without spaces and hyphens: at the end of a line, PDFium takes any hyphen for one that only breaks the word."""
    return "".join(text.split()).translate(dict.fromkeys(map(ord, "-\u00ad\u2011\ufffe\x02")))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_every_word_of_a_template_can_be_read_out_of_its_pdf(template: FilePath, language: str) -> None:
    project_ = load(template).project
    translated = project_.translations.get(language, {})
    for journey_map in project_.maps:
        found = letters(reading.text(export_map(project_, journey_map.id, {}, language=language).data))
        for _, _, card in all_cards(journey_map):
            for field in ("title", "description", "text", "call_to_action"):
                words = translated.get(f"{card.id}.{field}") or getattr(card, field, "")
                assert all(letters(word) in found for word in words.split()), words


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_prints_on_its_own_paper_without_a_warning(template: FilePath, language: str) -> None:
    loaded = load(template)
    for journey_map in loaded.project.maps:
        export = export_map(loaded.project, journey_map.id, loaded.images, language=language)
        assert export.warnings == ()
        assert export.smallest >= 8


def test_a_map_that_would_be_too_small_is_refused_with_a_way_out() -> None:
    with pytest.raises(ExportProblem, match=r"nobody can read; .*A[0-3]|split the map"):
        export_map(builders.large(6, 12, 3), "map", {}, PageSetup(paper="A4"))


def test_a_map_that_is_too_small_is_exported_if_one_insists() -> None:
    export = export_map(builders.large(6, 12, 3), "map", {}, PageSetup(paper="A4"), allow_small=True)
    assert export.smallest < 6
    assert "hard to read" in export.warnings[0]


def test_small_type_is_warned_of_with_its_size_and_larger_paper() -> None:
    template = load(next(path for path in TEMPLATES if path.stem == "five-phases"))
    export = export_map(template.project, template.project.maps[0].id, {}, PageSetup(paper="A4"))
    assert 6 <= export.smallest < 8
    (warning,) = export.warnings
    assert "on A3 it would be" in warning


def test_the_paper_that_a_warning_names_does_what_it_promises() -> None:
    template = load(next(path for path in TEMPLATES if path.stem == "five-phases"))
    export = export_map(template.project, template.project.maps[0].id, {}, PageSetup(paper="A4"))
    larger = export_map(template.project, template.project.maps[0].id, {}, PageSetup(paper="A3"))
    assert f"{int(larger.smallest * 10) / 10:.1f} pt." in export.warnings[0]


def test_more_pages_and_no_descriptions_are_named_where_they_help_and_do_what_they_promise() -> None:
    template = load(next(path for path in TEMPLATES if path.stem == "five-phases"))
    made, key = template.project, template.project.maps[0].id
    setup = PageSetup(paper="A4")

    def compose(its_project: Project, its_setup: PageSetup) -> Pages:
        return pages(its_project, key, its_setup)

    found = helps(made, key, setup, pages(made, key, setup), compose, 8.0)
    assert {"paper", "pages"} <= {one.kind for one in found}
    for one in found:
        assert one.size >= 8.0
        assert export_map(one.project, key, template.images, one.setup).smallest == pytest.approx(one.size)
    warning = export_map(made, key, {}, setup).warnings[0]
    assert "On 2 pages side by side it would be" in warning
    assert helps(made, key, found[0].setup, compose(made, found[0].setup), compose, 8.0) == ()


def test_characters_that_no_font_has_are_named() -> None:
    odd = project(journey([phase("p")], [lane("touchpoints", "l", {"ps": [tp("t", "rune \U00012000 end")]})]))
    (warning,) = export_map(odd, "map", {}).warnings
    assert "U+12000 CUNEIFORM SIGN A" in warning


def test_characters_that_no_font_has_are_named_at_every_export() -> None:
    odd = project(journey([phase("p")], [lane("touchpoints", "l", {"ps": [tp("t", "\U00012000")]})]))
    assert export_map(odd, "map", {}).warnings == export_map(odd, "map", {}).warnings != ()


def test_a_map_that_is_not_there_is_a_sentence() -> None:
    with pytest.raises(ExportProblem, match="no map gone"):
        export_map(everything(), "gone", {})


def test_margins_that_leave_no_room_are_a_sentence() -> None:
    with pytest.raises(ExportProblem, match="margins of 100 mm"):
        export_map(everything(), "mp-one", IMAGES, PageSetup(paper="A5", margin=100))


def test_a_map_without_anything_is_exported() -> None:
    assert export_map(project(journey()), "map", {}).pages == 1
