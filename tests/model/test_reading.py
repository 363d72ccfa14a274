"""Reading a project: finding things, their order, and their words."""

from __future__ import annotations

import pytest

from journey_editor.model import queries
from journey_editor.model.cards import Touchpoint
from journey_editor.model.lanes import TouchpointLane
from journey_editor.model.sides import without_counterpart
from journey_editor.model.things import find_thing, things
from journey_editor.model.translatable import text_at, texts, with_text
from tests.builders import everything, large, tp, two_by_two


def test_everything_that_has_an_id_is_found_by_it() -> None:
    project = everything()
    listed = list(things(project))
    assert len(listed) == len({thing.id for thing in listed})
    for thing in listed:
        assert find_thing(project, thing.id) == thing
    assert find_thing(project, "no-such-thing") is None


def test_a_thing_knows_its_map() -> None:
    project = everything()
    for key, owner in (("tp-x", "mp-two"), ("pt-one", "mp-one"), ("mp-two", "mp-two")):
        thing = find_thing(project, key)
        assert thing is not None
        assert thing.journey is not None
        assert thing.journey.id == owner
    persona = find_thing(project, "pe-eva")
    assert persona is not None
    assert persona.journey is None


def test_a_card_is_found_with_its_place() -> None:
    journey = two_by_two().maps[0]
    assert queries.place_of(journey, "a2") == ("a", "s1", 1)
    assert queries.place_of(journey, "p1") is None
    card = queries.find_card(journey, "b1")
    assert isinstance(card, Touchpoint)
    assert card.title == "b1"


def test_an_index_is_passed_on_to_a_lane_whose_cards_lie_the_same() -> None:
    old = large(1, 2, 3).maps[0].lanes[0]
    assert isinstance(old, TouchpointLane)
    index = queries.index_of(old)
    cell = old.cells[0]
    new = old.evolve(cells=(cell.evolve(cards=(cell.cards[0].evolve(title="x"), *cell.cards[1:])), *old.cells[1:]))
    queries.pass_on_index(old, new)
    assert queries.index_of(new) is index
    assert queries.index_of(old) == index


def test_indexes_do_not_pile_up() -> None:
    for _ in range(200):
        lane = large(1, 50, 10).maps[0].lanes[0]
        assert isinstance(lane, TouchpointLane)
        queries.index_of(lane)
    built = {id(index): len(index) for _, index, _ in queries._indexes.values()}
    assert sum(built.values()) <= 40_000
    for _ in range(1000):
        renamed = lane.evolve(title=lane.title + "x")
        queries.pass_on_index(lane, renamed)
        lane = renamed
    assert len(queries._indexes) <= 256


def test_a_map_without_named_personas_is_everybodys() -> None:
    project = everything()
    assert [p.id for p in queries.map_personas(project, project.maps[0])] == ["pe-eva", "pe-tom"]
    assert queries.map_personas(project, project.maps[1]) == project.personas


def test_the_mode_of_a_touchpoint_is_its_own_or_its_channels() -> None:
    project = everything()
    assert queries.mode_of(project, tp("x", channel="ch-shop")) == "offline"
    assert queries.mode_of(project, tp("x", channel="ch-shop", mode="both")) == "both"
    assert queries.mode_of(project, tp("x")) == ""


def test_offline_touchpoints_that_were_not_carried_over_are_found() -> None:
    project = everything()
    journey = project.maps[0]
    assert without_counterpart(project, journey) == ()
    alone = without_counterpart(project, journey.evolve(counterparts=()))
    assert [placed.card.id for placed in alone] == ["tp-shop"]
    assert [placed.card.id for placed in without_counterpart(project, journey, "online")] == ["tp-web"]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title", "Website"),
        ("tags.1", "wichtig"),
        ("metrics.0.source", "Lighthouse"),
        ("emotions.0.label", "froh"),
        ("links.0.title", "Seite"),
        ("images.0.caption", "Ein Pixel"),
        ("where", ""),
    ],
)
def test_a_text_is_named_by_its_field(field: str, text: str) -> None:
    card = queries.find_card(everything().maps[0], "tp-web")
    assert card is not None
    assert (field, text) in list(texts(card))
    assert text_at(card, field) == text
    changed = with_text(card, field, "anders")
    assert text_at(changed, field) == "anders"
    assert with_text(changed, field, text) == card


@pytest.mark.parametrize("field", ["id", "channel", "color", "tags", "tags.2", "tags.x", "metrics.0.value", "", "."])
def test_what_is_no_text_is_not_translated(field: str) -> None:
    card = queries.find_card(everything().maps[0], "tp-web")
    assert card is not None
    assert text_at(card, field) is None
    with pytest.raises(KeyError):
        with_text(card, field, "x")


def test_every_text_that_is_listed_can_be_read_and_replaced() -> None:
    for thing in things(everything()):
        for field, text in texts(thing.node):
            assert text_at(thing.node, field) == text
            assert text_at(with_text(thing.node, field, "neu"), field) == "neu"
