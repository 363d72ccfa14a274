"""Texts on their way to a spreadsheet and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_editor.edit.change import EditError
from journey_editor.edit.languages import add_language, rename_language
from journey_editor.edit.text_tables import as_block, by_ids, has_ids, head_of, rows_of, stored
from journey_editor.edit.translations import Saying, set_text, set_texts
from journey_editor.model.invariants import problems
from journey_editor.model.project import Project
from journey_editor.model.translating import Entry, Texts
from journey_editor.storage import tsv
from tests.builders import everything

TONGUES = ("de", "en")


def _entries(project: Project) -> tuple[Entry, ...]:
    return Texts().entries(project)


def _table(project: Project) -> list[list[str]]:
    body = rows_of(project, _entries(project), TONGUES, lambda entry: ("somewhere", entry.field))
    return [list(row) for row in (head_of(TONGUES, "Where", "Field"), *body)]


def _back(project: Project, table: list[list[str]]) -> Project:
    rows = tsv.read(tsv.written(table))
    brought = by_ids(project, _entries(project), TONGUES, rows)
    return set_texts(project, [change.saying for change in brought.changes])


def test_a_table_that_comes_back_as_it_went_changes_nothing() -> None:
    project = everything()
    table = tsv.read(tsv.written(_table(project)))
    assert has_ids(table)
    brought = by_ids(project, _entries(project), TONGUES, table)
    assert brought.changes == ()
    assert brought.fits


def test_rows_come_back_to_their_texts_though_sorted_and_left_out() -> None:
    project = everything()
    table = _table(project)
    for row in table[1:]:
        row[4] = row[4] or f"EN {row[3]}"
    shuffled = [table[0], *sorted(table[1:], key=lambda row: row[3])[::-2]]
    after = _back(project, shuffled)
    said = after.translations["en"]
    assert all(said[row[0]] == row[4] for row in shuffled[1:])
    assert len(said) < len(table) - 1
    assert problems(after) == ()


def test_columns_are_known_by_their_head_in_any_order() -> None:
    project = everything()
    rows = (("English", "Notes of the translator", "ID"), ("Web page", "hm", "tp-web.title"))
    brought = by_ids(project, _entries(project), TONGUES, rows)
    assert [(c.entry.key, c.language, c.before, c.after) for c in brought.changes] == [
        ("tp-web.title", "en", "Web site", "Web page")
    ]


def test_empty_cells_take_nothing_away() -> None:
    rows = (("ID", "English [en]"), ("tp-web.title", "  "), ("tp-shop.title", ""))
    assert by_ids(everything(), _entries(everything()), TONGUES, rows).changes == ()


def test_rows_of_texts_that_are_gone_are_counted() -> None:
    rows = (("ID", "en"), ("tp-gone.title", "x"), ("", ""), ("tp-web.title", "y"))
    brought = by_ids(everything(), _entries(everything()), TONGUES, rows)
    assert (brought.left_over, len(brought.changes), brought.fits) == (1, 1, False)


def test_a_text_whose_first_words_are_others_by_now_is_named() -> None:
    rows = (("ID", "de", "en"), ("tp-web.title", "Webseite von früher", "Web page"))
    brought = by_ids(everything(), _entries(everything()), TONGUES, rows)
    assert [entry.key for entry in brought.reworded] == ["tp-web.title"]


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_survives_the_way_through_a_spreadsheet(text: str) -> None:
    words = stored(text)
    if not words.strip() or words != words.strip():
        return
    project = everything()
    after = _back(project, [["ID", "en"], ["tp-web.title", words]])
    assert after.translations["en"]["tp-web.title"] == words


def test_a_block_goes_down_and_across_from_where_one_stands() -> None:
    project = everything()
    entries = _entries(project)
    brought = as_block(project, entries, TONGUES, (("a", "b"), ("c", "d")), 3, 0)
    assert brought.fits
    assert [(c.entry.key, c.language, c.after) for c in brought.changes] == [
        (entries[3].key, "de", "a"),
        (entries[3].key, "en", "b"),
        (entries[4].key, "de", "c"),
        (entries[4].key, "en", "d"),
    ]


def test_what_of_a_block_has_no_place_is_counted() -> None:
    project = everything()
    entries = _entries(project)
    brought = as_block(project, entries, TONGUES, (("a", "b"), ("c", "d")), len(entries) - 1, 1)
    assert (brought.left_over, brought.too_wide, len(brought.changes), brought.fits) == (1, 1, 1, False)


def test_one_cell_fills_all_that_is_marked() -> None:
    brought = as_block(everything(), _entries(everything()), TONGUES, (("x",),), 0, 1, (3, 1))
    assert [change.after for change in brought.changes] == ["x", "x", "x"]


# Many texts at once


def test_many_texts_are_set_as_one_by_one() -> None:
    project = everything()
    sayings = [
        Saying("de", "tp-web", "tags.0", "frisch"),
        Saying("en", "tp-web", "tags.0", "fresh"),
        Saying("en", "tp-web", "title", ""),
        Saying("fr", "tp-shop", "title", "Magasin"),
    ]
    one_by_one = project
    for saying in sayings:
        one_by_one = set_text(one_by_one, *saying)
    assert set_texts(project, sayings) == one_by_one
    assert set_texts(project, []) is project
    assert set_texts(project, [Saying("en", "tp-shop", "title", "Shop")]) is project


def test_a_text_that_is_not_there_is_refused_and_nothing_is_changed() -> None:
    with pytest.raises(EditError):
        set_texts(everything(), [Saying("en", "tp-web", "title", "x"), Saying("en", "tp-web", "tags.9", "x")])


# The name of a language


def test_correcting_a_language_keeps_its_words() -> None:
    project = rename_language(everything(), "en", "en-GB")
    assert list(project.translations) == ["en-GB"]
    assert project.translations["en-GB"] == everything().translations["en"]
    assert rename_language(everything(), "de", "de-AT") == everything().evolve(language="de-AT")
    assert problems(project) == ()


def test_a_language_is_not_renamed_to_one_that_is_there() -> None:
    project = add_language(everything(), "fr")
    for there in ("de", "en"):
        with pytest.raises(EditError):
            rename_language(project, "fr", there)
    with pytest.raises(EditError):
        rename_language(project, "fr", "no tag")
    assert rename_language(project, "it", "es") is project
