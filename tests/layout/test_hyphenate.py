"""Syllables of words that are wider than their line."""

from __future__ import annotations

from itertools import pairwise

import pyphen
import pytest

from journey_editor.layout.hyphenate import hyphenation
from journey_editor.layout.patterns import patterns


def split(word: str, language: str = "de") -> str:
    places = [0, *hyphenation(word, language), len(word)]
    return "|".join(word[a:b] for a, b in pairwise(places))


def test_the_patterns_are_read_as_pyphen_reads_them() -> None:
    words = "Kundenzufriedenheitsbefragung Urinstinkt Straßenbahn understanding recommendation Ärgernis Schifffahrt"
    for tag, name in (("de", "de_DE"), ("en", "en_US"), ("fr", "fr")):
        reference, ours = pyphen.Pyphen(lang=name, left=1, right=1), patterns(tag)
        assert ours is not None
        for word in words.split():
            assert ours.places(word) == [p for p in reference.positions(word) if 0 < p < len(word)]


def test_a_german_word_breaks_at_its_syllables() -> None:
    assert split("Kundenzufriedenheit") == "Kun|den|zu|frie|den|heit"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Newsletteranmeldung", "News|let|ter|an|mel|dung"),
        ("Preisvergleichsportal", "Preis|ver|gleichs|por|tal"),
        ("Warenkorbabbruch", "Waren|korb|ab|bruch"),
        ("Kreditentscheidungen", "Kre|dit|ent|schei|dun|gen"),
        ("Websitebesuch", "Web|site|be|such"),
        ("Arbeitsvermittlung", "Arbeits|ver|mitt|lung"),
        ("Nutzerinnen", "Nut|ze|rin|nen"),
    ],
)
def test_compounds_break_at_their_joint_where_the_patterns_would_not(word: str, expected: str) -> None:
    assert split(word) == expected


def test_no_syllable_is_a_single_letter_or_has_no_vowel() -> None:
    assert split("Kundenservicemitarbeiter") == "Kun|den|ser|vice|mit|ar|bei|ter"
    assert split("Bedarfsgerechtes") == "Bedarfs|ge|rech|tes"


def test_three_letters_stay_on_each_side() -> None:
    assert split("Angebot") == "Ange|bot"
    assert split("Emotionskurve").startswith("Emo|")
    assert split("Idee") == "Idee"


def test_kund_innen_survives() -> None:
    for word in ("Kund*innen", "Kund:innen", "Mitarbeiter_innen", "Verbraucher*innen"):
        assert split(word) == word


def test_nothing_comes_beside_a_hyphen_that_is_there() -> None:
    assert split("Beratungs-Termin") == "Bera|tungs-Ter|min"


def test_each_language_has_its_own_patterns_and_an_unknown_one_none() -> None:
    assert split("understanding", "en") == "under|stand|ing"
    assert split("understanding", "en-GB") == "under|stand|ing"
    assert split("Бесконечность", "ru") != "Бесконечность"
    assert split("Kundenzufriedenheit", "xx") == "Kundenzufriedenheit"
    assert split("Kundenzufriedenheit", "") == "Kundenzufriedenheit"


def test_what_ends_a_sentence_keeps_no_word_whole() -> None:
    whole = hyphenation("Datenmanagement", "de")
    assert whole
    assert [hyphenation(f"Datenmanagement{mark}", "de") for mark in (":", ".", "’", ".)")] == [whole] * 4
    assert hyphenation("‚Datenmanagement’", "de") == tuple(place + 1 for place in whole)
    assert hyphenation("Datenmanagement:innen", "de") == hyphenation("Datenmanagement2", "de") == ()
