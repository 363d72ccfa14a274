"""All texts in all languages, and which of them are missing."""

from __future__ import annotations

from journey_editor.edit.languages import add_language
from journey_editor.edit.remove import delete
from journey_editor.edit.translations import set_text
from journey_editor.model.project import Project
from journey_editor.model.queries import find_map, text_in
from journey_editor.model.things import things
from journey_editor.model.translatable import texts
from journey_editor.model.translating import Entry, Texts, is_missing, missing, needs_words, of_map, said
from tests.builders import everything, large


def _keys(project: Project) -> set[str]:
    return {entry.key for entry in Texts().entries(project)}


def test_every_text_that_has_words_is_listed_once() -> None:
    project = everything()
    entries = Texts().entries(project)
    wanted = {f"{thing.id}.{field}" for thing in things(project) for field, own in texts(thing.node) if own}
    assert {entry.key for entry in entries} == wanted
    assert len(entries) == len(wanted)


def test_texts_stand_in_reading_order() -> None:
    keys = [entry.key for entry in Texts().entries(everything())]
    assert keys.index("mp-one.title") < keys.index("ph-before.title") < keys.index("tp-web.title")
    assert keys.index("tp-web.title") < keys.index("tp-shop.title") < keys.index("pa-one.condition")
    assert keys.index("tp-x.title") < keys.index("pe-eva.name")


def test_a_text_that_was_written_in_another_language_only_is_listed_in_its_place() -> None:
    project = set_text(everything(), "en", "tp-mail", "owner", "Sales")
    entry = next(entry for entry in Texts().entries(project) if entry.key == "tp-mail.owner")
    assert entry.own == ""
    assert said(project, "en", entry) == "Sales"
    assert is_missing(project, "de", entry)
    assert not is_missing(project, "en", entry)
    assert text_in(project, "de", "tp-mail", "owner", "") == "Sales"


def test_what_is_missing_is_what_has_words_elsewhere_and_none_here() -> None:
    project = everything()
    lacking = {entry.key for entry in missing(project, "en", Texts().entries(project))}
    assert "tp-web.description" in lacking
    assert "tp-web.title" not in lacking
    assert missing(project, "de", Texts().entries(project)) == []


def test_what_is_missing_one_by_one_is_what_is_missing_at_once() -> None:
    project = set_text(add_language(everything(), "fr"), "fr", "tp-mail", "owner", "Vente")
    entries = Texts().entries(project)
    for language in ("de", "en", "fr"):
        assert missing(project, language, entries) == [e for e in entries if is_missing(project, language, e)]


def test_figures_and_signs_need_no_translation() -> None:
    assert not any(map(needs_words, ("", "24 %", "42", "→", "🙂", " ")))
    assert all(map(needs_words, ("Stück", "Kund*innen", "読", "S")))


def test_names_of_people_and_signs_of_units_are_not_missing() -> None:
    project = set_text(everything(), "de", "pr-all", "author", "Petra Öztürk")
    lacking = {entry.key for entry in missing(project, "en", Texts().entries(project))}
    assert "pr-all.author" not in lacking
    assert "tp-web.metrics.0.unit" not in lacking  # "s"
    assert "pr-all.title" in lacking


def test_reading_again_after_an_edit_gives_what_reading_anew_gives() -> None:
    remembered, project = Texts(), everything()
    remembered.entries(project)
    for language, text in (("de", "Neu"), ("en", "New"), ("en", ""), ("de", "")):
        project = set_text(project, language, "tp-shop", "title", text)
        assert remembered.entries(project) == Texts().entries(project)
    project = delete(project, ["ph-before"])
    assert remembered.entries(project) == Texts().entries(project)


def test_the_same_project_is_read_once() -> None:
    remembered, project = Texts(), large(2, 5, 2)
    assert remembered.entries(project) is remembered.entries(project)


def test_a_map_has_to_do_with_its_own_texts_and_its_people_and_channels() -> None:
    project = everything()
    entries = Texts().entries(project)
    there = {entry.key for entry in of_map(project, find_map(project, "mp-one"), entries)}
    assert {"tp-web.title", "pe-eva.name", "ch-shop.name", "pr-all.title"} <= there
    assert "tp-x.title" not in there
    other = {entry.key for entry in of_map(project, find_map(project, "mp-two"), entries)}
    assert "ch-shop.name" not in other
    assert "tp-x.title" in other


def test_an_entry_says_its_key() -> None:
    assert Entry("a", "touchpoint", "m", "tags.0", "x").key == "a.tags.0"
