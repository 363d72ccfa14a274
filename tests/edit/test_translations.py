"""Content in several languages."""

from __future__ import annotations

import pytest

from journey_editor.edit.change import EditError
from journey_editor.edit.languages import add_language, delete_language
from journey_editor.edit.projects import set_project
from journey_editor.edit.translations import set_text, set_translation
from journey_editor.model.invariants import problems
from journey_editor.model.queries import find_card, text_in
from journey_editor.model.things import find_thing, things
from journey_editor.model.translatable import text_at, texts
from tests.builders import everything


def test_a_text_in_the_projects_language_is_the_things_own() -> None:
    project = set_text(everything(), "de", "tp-web", "metrics.0.name", "Zeit zum Laden")
    card = find_card(project.maps[0], "tp-web")
    assert card is not None
    assert card.metrics[0].name == "Zeit zum Laden"  # type: ignore[union-attr]
    assert project.translations == everything().translations


def test_a_text_in_another_language_is_a_translation() -> None:
    before = everything()
    project = set_text(before, "en", "tp-web", "description", "The first page")
    assert project.translations["en"]["tp-web.description"] == "The first page"
    assert project.maps is not None
    assert find_card(project.maps[0], "tp-web") is find_card(before.maps[0], "tp-web")


def test_an_empty_translation_is_none() -> None:
    project = set_translation(everything(), "en", "tp-web", "title", "")
    assert "tp-web.title" not in project.translations["en"]
    assert text_in(project, "en", "tp-web", "title", "Website") == "Website"


def test_a_first_translation_begins_the_language() -> None:
    assert set_translation(everything(), "fr", "tp-web", "title", "Site").translations["fr"] == {"tp-web.title": "Site"}


def test_translating_to_the_same_is_no_change() -> None:
    project = everything()
    assert set_translation(project, "en", "tp-web", "title", "Web site") is project
    assert set_translation(project, "en", "tp-web", "source", "") is project


@pytest.mark.parametrize("field", ["channel", "tags.2", "tags", "metrics.0.value", "tags.00", "nothing", "id", ""])
def test_only_texts_are_translated(field: str) -> None:
    with pytest.raises(EditError):
        set_translation(everything(), "en", "tp-web", field, "x")


def test_a_language_is_a_language_tag() -> None:
    with pytest.raises(EditError, match="A language is written like"):
        set_translation(everything(), "English", "tp-web", "title", "x")
    with pytest.raises(EditError, match="own language"):
        set_translation(everything(), "de", "tp-web", "title", "x")


def test_making_a_translation_the_first_language_swaps_the_words_and_back_again() -> None:
    project = set_project(everything(), language="en")
    assert project.language == "en"
    assert text_at(project.maps[0], "title") == "Purchase"
    assert project.translations["de"]["mp-one.title"] == "Kauf"
    assert "en" not in project.translations
    assert problems(project) == ()
    assert set_project(project, language="de") == everything()


def test_every_text_reads_the_same_after_the_first_language_was_changed() -> None:
    before = everything()
    after = set_project(before, language="en")
    for thing in things(before):
        now = find_thing(after, thing.id)
        assert now is not None
        for field, own in texts(thing.node):
            words = text_at(now.node, field)
            assert words is not None
            for language in ("de", "en"):
                assert text_in(after, language, thing.id, field, words) == text_in(
                    before, language, thing.id, field, own
                )


def test_a_language_that_was_named_wrongly_only_changes_its_name() -> None:
    project = set_project(everything(), language="nl")
    assert project == everything().evolve(language="nl")


def test_a_language_is_begun_and_dropped() -> None:
    project = add_language(everything(), "fr")
    assert project.translations["fr"] == {}
    assert add_language(project, "fr") is project
    assert delete_language(project, "fr") == everything()
    assert delete_language(project, "it") is project
