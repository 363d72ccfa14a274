"""The guided start: what is asked follows from what is there, and it goes on where an answer is missing."""

from __future__ import annotations

from journey_editor.model import guide
from journey_editor.model.cards import Emotion
from journey_editor.model.guide import Screen
from journey_editor.model.project import Channel, JourneyMap, Persona, Project
from tests.builders import journey, lane, note, phase, project, tp


def walked() -> tuple[Project, JourneyMap]:
    """Two phases with a touchpoint on each side in the first; the offline one hurts."""
    felt = (Emotion(persona="pe", value=-1.0),)
    made = journey(
        [phase("p1"), phase("p2")],
        [
            lane("touchpoints", "on", {"p1s": [tp("x")]}, mode="online"),
            lane("touchpoints", "off", {"p1s": [tp("a", emotions=felt)]}, mode="offline"),
        ],
        title="Kauf",
        goal="Mehr",
    )
    who = Persona(id="pe", name="Eva", role="baut", goals=("Zeit",), frustrations=("Preise",))
    return project(made, personas=(who,), channels=(Channel(id="ch", name="Web"),)), made


def test_on_an_empty_map_the_first_question_is_for_the_journey() -> None:
    whole = project(journey())
    assert guide.first_open(whole, whole.maps[0]) == Screen("goals", "title")
    assert [screen.topic for screen in guide.screens(whole, whole.maps[0])] == [
        "title",
        "goal",
        "persona",
        "channels",
        "phases",
    ]


def test_every_touchpoint_is_asked_for_its_way_and_its_feeling_and_where_it_hurts_for_the_reason() -> None:
    whole, made = walked()
    asked = guide.screens(whole, made)
    assert [screen for screen in asked if screen.step == "walk"] == [
        Screen("walk", "phases"),
        Screen("walk", "touchpoints", "p1"),
        Screen("walk", "way", "p1", "x"),
        Screen("walk", "way", "p1", "a"),
        Screen("walk", "touchpoints", "p2"),
    ]
    assert [screen for screen in asked if screen.step == "refine"] == [
        Screen("refine", "feeling", "p1", "x"),
        Screen("refine", "feeling", "p1", "a"),
        Screen("refine", "pains", "p1"),
    ]


def test_it_goes_on_at_the_first_question_without_an_answer() -> None:
    whole, made = walked()
    assert guide.first_open(whole, made) == Screen("walk", "way", "p1", "x")
    assert guide.entry(whole, made, "refine") == Screen("refine", "feeling", "p1", "x")
    assert guide.entry(whole, made, "goals") == Screen("goals", "title")
    noted = made.evolve(lanes=(*made.lanes, lane("notes", "n", {"p1s": [note("nt", tone="pain")]})))
    assert guide.answered(whole, noted, Screen("refine", "pains", "p1"))
    assert not guide.answered(whole, made, Screen("refine", "pains", "p1"))


def test_forward_and_back_are_each_others_reverse() -> None:
    whole, made = walked()
    asked = guide.screens(whole, made)
    at: Screen | None = asked[0]
    seen = []
    while at is not None:
        seen.append(at)
        after = guide.forward(whole, made, at)
        assert after is None or guide.back(whole, made, after) == at
        at = after
    assert tuple(seen) == asked


def test_a_question_about_something_that_is_gone_becomes_the_nearest() -> None:
    whole, made = walked()
    assert guide.settled(whole, made, Screen("refine", "feeling", "p1", "z")) == Screen("refine", "feeling", "p1", "x")
    bare = project(journey())
    assert guide.settled(bare, bare.maps[0], Screen("customers", "role")) == Screen("customers", "persona")
    assert guide.settled(bare, bare.maps[0], Screen("refine", "feeling", "p1", "x")) == Screen("goals", "title")
