"""Finding words in all that a project says."""

from __future__ import annotations

import pytest

from journey_editor.model.cards import Measure, Metric, Note, Touchpoint, WebLink
from journey_editor.model.columns import Phase, Step
from journey_editor.model.finding import Hit, Search
from journey_editor.model.lanes import (
    EmotionLane,
    EmotionPoint,
    MeasureCell,
    MetricLane,
    TouchpointCell,
    TouchpointLane,
)
from journey_editor.model.paths import Path
from journey_editor.model.project import Channel, JourneyMap, Persona, Project


def project() -> Project:
    shop = TouchpointLane(
        id="shop",
        kind="touchpoints",
        title="Große Straße",
        cells=(
            TouchpointCell(step="s2", cards=(Touchpoint(id="b", title="Café"),)),
            TouchpointCell(
                step="s1",
                cards=(
                    Touchpoint(
                        id="a",
                        title="Fußweg",
                        tags=("eilig", "Café"),
                        metrics=(Metric(name="Besuche", source="Zählung"),),
                        links=(WebLink(title="Plan", address="https://example.org/cafe"),),
                    ),
                ),
            ),
        ),
    )
    journey = JourneyMap(
        id="m1",
        title="Der Weg",
        phases=(Phase(id="p1", title="Suchen", steps=(Step(id="s1"), Step(id="s2", title="Danach"))),),
        lanes=(
            shop,
            EmotionLane(
                id="mood",
                kind="emotion",
                points=(EmotionPoint(id="pt", step="s1", persona="mira", value=1.0, label="endlich da"),),
            ),
            MetricLane(
                id="figures",
                kind="metrics",
                cells=(MeasureCell(step="s1", cards=(Measure(id="f", metric=Metric(name="Wege")),)),),
            ),
        ),
        paths=(Path(id="way", source="a", target="b", condition="wenn Zeit ist"),),
    )
    return Project(
        id="project",
        title="Stadt",
        personas=(Persona(id="mira", name="Mira", goals=("schnell zum Café",)),),
        channels=(Channel(id="web", name="Website"),),
        maps=(journey, JourneyMap(id="m2", title="Café im Netz")),
        translations={"en": {"a.title": "Footpath", "way.condition": "if there is time", "m2.title": "Café online"}},
    )


def found(wanted: str, language: str = "") -> list[tuple[str, str]]:
    return [(hit.thing, hit.field) for hit in Search().find(project(), wanted, language)]


def test_hits_come_in_reading_order_maps_first() -> None:
    assert found("cafe") == [
        ("a", "tags.1"),
        ("a", "links.0.address"),
        ("b", "title"),
        ("m2", "title"),
        ("mira", "goals.0"),
    ]


@pytest.mark.parametrize("wanted", ["CAFÉ", "cafe", "Cafe\u0301"])
def test_case_and_accents_make_no_difference(wanted: str) -> None:
    assert ("b", "title") in found(wanted)


@pytest.mark.parametrize("wanted", ["grosse strasse", "GROSSE STRASSE", "große straße", "Große  Straße "])
def test_sharp_s_and_ss_are_the_same(wanted: str) -> None:
    assert found(wanted) == [("shop", "title")]


@pytest.mark.parametrize(
    ("wanted", "hit"),
    [
        ("zählung", ("a", "metrics.0.source")),
        ("wege", ("f", "metric.name")),
        ("endlich", ("pt", "label")),
        ("zeit", ("way", "condition")),
        ("danach", ("s2", "title")),
        ("website", ("web", "name")),
        ("stadt", ("project", "title")),
    ],
)
def test_every_kind_of_text_is_found(wanted: str, hit: tuple[str, str]) -> None:
    assert hit in found(wanted)


def test_translations_are_found_and_say_their_language() -> None:
    assert Search().find(project(), "footpath") == (Hit("a", "touchpoint", "m1", "title", "en"),)


def test_a_text_that_is_found_in_two_languages_is_one_hit_in_the_one_that_is_shown() -> None:
    hits = [hit for hit in Search().find(project(), "café", "en") if hit.thing == "m2"]
    assert [hit.language for hit in hits] == ["en"]


@pytest.mark.parametrize("wanted", ["", "   ", "nirgends", "<b>", "\U0001f600"])
def test_nothing_is_found_for_nothing_and_for_what_is_not_there(wanted: str) -> None:
    assert found(wanted) == []


def test_a_search_follows_edits() -> None:
    search, before = Search(), project()
    assert len(search.find(before, "fussweg")) == 1
    lane = before.maps[0].lanes[0]
    assert isinstance(lane, TouchpointLane)
    lane = lane.evolve(cells=(lane.cells[0],))
    after = before.evolve(maps=(before.maps[0].evolve(lanes=(lane,)), before.maps[1]))
    assert search.find(after, "fussweg") == ()
    assert len(search.find(before, "fussweg")) == 1


def test_a_note_of_very_many_letters_is_searched() -> None:
    made = project()
    note = Note(id="long", text="a" * 100_000 + " Ende")
    assert note.text.endswith("Ende")
    persona = Persona(id="long", biography=note.text)
    assert [hit.thing for hit in Search().find(made.evolve(personas=(persona,)), "a ende")] == ["long"]
