"""What languages are called, which tag is meant, and which way they run."""

from __future__ import annotations

import re

import pytest

from journey_editor import wording
from journey_editor.model import languages
from journey_editor.model.base import LANGUAGE_PATTERN
from journey_editor.model.languages import as_tag, from_the_right, known_languages, language_name, own_name


def test_every_language_and_region_has_a_german_name_and_a_tag_that_a_file_may_have() -> None:
    german = wording.catalogue("de")
    for tag in known_languages():
        english, _ = languages._NAMES[tag]
        assert english in german
        assert re.match(LANGUAGE_PATTERN, tag)
    assert set(languages._REGIONS.values()) <= german.keys()


@pytest.mark.parametrize(
    ("tag", "english", "german"),
    [
        ("de", "German", "Deutsch"),
        ("pt-BR", "Portuguese (Brazil)", "Portugiesisch (Brasilien)"),
        ("de-CH", "German (Switzerland)", "Deutsch (Schweiz)"),
        ("fr-MA", "French (MA)", "Französisch (MA)"),
        ("tlh", "tlh", "tlh"),
    ],
)
def test_a_language_is_named_in_the_language_of_the_window(tag: str, english: str, german: str) -> None:
    assert language_name(tag, "en") == english
    assert language_name(tag, "de") == german


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("French", "fr"),
        ("französisch", "fr"),
        ("FRANCAIS", "fr"),
        ("العربية", "ar"),
        ("pt_br", "pt-BR"),
        ("ZH-HANT-tw", "zh-Hant-TW"),
        (" Portugiesisch  (Brasilien) ", "pt-BR"),
        ("tlh", "tlh"),
        ("", ""),
        ("Klingonisch", ""),
        ("<b>", ""),
        ("de-", ""),
    ],
)
def test_a_name_in_any_language_or_a_tag_in_any_spelling_says_which_is_meant(typed: str, tag: str) -> None:
    assert as_tag(typed) == tag


def test_every_known_language_is_meant_by_each_of_its_names() -> None:
    for tag in known_languages():
        for name in (tag, language_name(tag, "en"), language_name(tag, "de"), own_name(tag) or tag):
            assert as_tag(name) == tag, name


def test_some_languages_run_from_the_right() -> None:
    assert [tag for tag in known_languages() if from_the_right(tag)] == ["ar", "he", "fa", "ur"]
    assert from_the_right("ar-EG")
    assert from_the_right("ku-Arab")
    assert not from_the_right("az-Latn")
