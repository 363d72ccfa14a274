"""Carrying touchpoints over to their online counterparts, and linking those that are there."""

from __future__ import annotations

from typing import Any

import pytest

from journey_editor.edit.change import EditError
from journey_editor.edit.counterparts import carry_over, link_counterparts
from journey_editor.model.cards import Touchpoint
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.paths import Counterpart
from journey_editor.model.project import Channel, Project
from journey_editor.model.queries import find_card, place_of
from journey_editor.model.sides import without_counterpart
from tests.builders import everything, journey, lane, note, phase, project, tp

CHANNELS = (
    Channel(id="web", name="Website", mode="online"),
    Channel(id="mail", name="E-Mail", mode="online"),
    Channel(id="letter", name="Brief", mode="offline"),
    Channel(id="shop", name="Laden", mode="offline"),
)


def mirror(**fields: Any) -> Project:
    """Online lanes up (mail1 in s1) and sites (web1 in s2); offline lane low with letter1, bare (s1) and shop1 (s2)."""
    return project(
        journey(
            [phase("p1", "s1"), phase("p2", "s2")],
            [
                lane("touchpoints", "up", {"s1": [tp("mail1", channel="mail")]}, mode="online"),
                lane("touchpoints", "sites", {"s2": [tp("web1", channel="web")]}, mode="online"),
                lane(
                    "touchpoints",
                    "low",
                    {
                        "s1": [tp("letter1", "Angebot", channel="letter", content="Preise"), tp("bare")],
                        "s2": [tp("shop1", channel="shop")],
                    },
                    mode="offline",
                ),
                lane("notes", "notes", {"s1": [note("n1")]}),
            ],
            band_below="sites",
            **fields,
        ),
        channels=CHANNELS,
    )


def only(made: tuple[Project, tuple[str, ...]]) -> tuple[Project, Touchpoint]:
    """The project and the one counterpart."""
    after, (key,) = made
    card = find_card(after.maps[0], key)
    assert isinstance(card, Touchpoint)
    return after, card


def test_a_counterpart_lies_online_in_the_same_step_and_says_the_same() -> None:
    after, card = only(carry_over(mirror(), ["letter1"], channel="mail", new=counting_ids()))
    place = place_of(after.maps[0], card.id)
    assert place is not None
    assert (place.lane, place.step) == ("up", "s1")
    assert (card.title, card.content, card.channel) == ("Angebot", "Preise", "mail")
    assert (card.status, card.evidence, card.mode) == ("possible", "proposed", "")
    assert [(trace.source, trace.target) for trace in after.maps[0].counterparts] == [("letter1", card.id)]
    assert problems(after) == ()


def test_it_goes_to_the_lane_of_its_channel_and_else_to_the_nearest() -> None:
    for channel, row in (("mail", "up"), ("web", "sites"), ("", "sites")):
        after, card = only(carry_over(mirror(), ["letter1"], channel=channel))
        place = place_of(after.maps[0], card.id)
        assert place is not None
        assert place.lane == row


def test_a_counterpart_without_an_online_channel_is_online_by_itself() -> None:
    assert only(carry_over(mirror(), ["letter1"], channel=""))[1].mode == "online"


def test_what_was_carried_over_once_is_the_suggestion_for_the_next() -> None:
    before = mirror(counterparts=(Counterpart(id="cp", source="letter1", target="mail1"),))
    another, _ = carry_over(before, ["letter1"])
    assert find_card(another.maps[0], another.maps[0].counterparts[-1].target).channel == "mail"  # type: ignore[union-attr]
    assert only(carry_over(before, ["shop1"]))[1].channel == ""


def test_several_are_carried_over_at_once_each_to_its_own_channel() -> None:
    after, made = carry_over(mirror(), ["shop1", "letter1"], channel={"shop1": "web", "letter1": "mail"})
    cards = [find_card(after.maps[0], key) for key in made]
    assert [card.channel for card in cards if isinstance(card, Touchpoint)] == ["mail", "web"]  # in map order
    assert [placed.card.id for placed in without_counterpart(after, after.maps[0])] == ["bare"]


@pytest.mark.parametrize("band", ["", "low"])
def test_without_an_online_lane_one_is_made_above_the_offline_one(band: str) -> None:
    before = project(
        journey(
            [phase("p1", "s1")],
            [lane("notes", "notes"), lane("touchpoints", "low", {"s1": [tp("letter1", channel="letter")]})],
            band_below=band and "notes",
        ),
        channels=CHANNELS,
    )
    after, made = carry_over(before, ["letter1"], lane_title="Online", new=counting_ids())
    rows = after.maps[0].lanes
    assert [row.title for row in rows] == ["", "Online", ""]
    assert (rows[1].mode, len(made)) == ("online", 1)
    assert after.maps[0].band_below == (rows[1].id if band else "")


def test_the_first_online_lane_of_a_mirror_map_comes_to_lie_above_the_band() -> None:
    before = project(
        journey(
            [phase("p1", "s1")],
            [lane("touchpoints", "low", {"s1": [tp("letter1", channel="letter")]})],
            theme={"band": "funnel"},
        ),
        channels=CHANNELS,
    )
    after, _ = carry_over(before, ["letter1"])
    assert after.maps[0].band_below == after.maps[0].lanes[0].id
    back, _ = carry_over(after, [after.maps[0].counterparts[0].target], to="offline")
    assert len(back.maps[0].lanes) == 2


def test_a_lane_without_a_mode_counts_by_its_touchpoints() -> None:
    before = project(
        journey(
            [phase("p1", "s1")],
            [
                lane("touchpoints", "digital", {"s1": [tp("web1", channel="web")]}),
                lane("touchpoints", "low", {"s1": [tp("letter1", channel="letter")]}),
            ],
        ),
        channels=CHANNELS,
    )
    after, _ = carry_over(before, ["letter1"])
    assert len(after.maps[0].lanes) == 2


def test_a_touchpoint_of_the_offline_lane_is_offline_without_a_channel() -> None:
    found = without_counterpart(mirror(), mirror().maps[0])
    assert [placed.card.id for placed in found] == ["letter1", "bare", "shop1"]
    assert found[1].step == "s1"


@pytest.mark.parametrize(("key", "sentence"), [("web1", "online already"), ("n1", "Only touchpoints"), ("x", "not in")])
def test_what_cannot_be_carried_over_is_refused_with_all_the_others(key: str, sentence: str) -> None:
    with pytest.raises(EditError, match=sentence):
        carry_over(mirror(), ["letter1", key])


def test_translations_of_what_is_taken_over_come_along() -> None:
    after, made = carry_over(everything(), ["tp-shop"], channel="ch-web", new=counting_ids())
    assert after.translations["en"][f"{made[0]}.title"] == "Shop"
    named, made = carry_over(everything(), ["tp-shop"], title="Online-Laden", new=counting_ids())
    assert f"{made[0]}.title" not in named.translations["en"]
    assert problems(after) == problems(named) == ()


def test_fields_are_given_to_all_counterparts() -> None:
    _, card = only(carry_over(mirror(), ["letter1"], title="Newsletter", status="existing", evidence="observed"))
    assert (card.title, card.status, card.evidence) == ("Newsletter", "existing", "observed")


def test_several_can_be_linked_with_one_that_is_there() -> None:
    after, traces = link_counterparts(mirror(), ["shop1", "letter1"], "web1")
    assert [(trace.source, trace.target) for trace in after.maps[0].counterparts] == [
        ("letter1", "web1"),
        ("shop1", "web1"),
    ]
    assert len(set(traces)) == 2


@pytest.mark.parametrize(("ids", "target"), [(["web1"], "mail1"), (["letter1"], "shop1"), (["letter1"], "n1")])
def test_only_the_two_sides_can_be_linked(ids: list[str], target: str) -> None:
    with pytest.raises(EditError):
        link_counterparts(mirror(), ids, target)
