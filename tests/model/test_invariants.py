"""What must be true between the things of a project, and how a breach is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import hypothesis.strategies as st
import pytest
from hypothesis import given

from journey_editor import wording
from journey_editor.model.cards import Card, Emotion, ImageUse, Measure, Note, Picture, Touchpoint
from journey_editor.model.invariants import _cards, _cards_are_sound, _Known, problems
from journey_editor.model.lanes import ChannelMark, EmotionPoint, Lane, LaneKind
from journey_editor.model.paths import Counterpart, Path
from journey_editor.model.project import Channel, JourneyMap, Project
from journey_editor.model.references import references, targets
from tests.builders import everything, journey, lane, large, note, phase, project, tp, two_by_two


def test_a_sound_project_has_no_problems() -> None:
    assert problems(everything()) == ()
    assert problems(two_by_two()) == ()
    assert problems(large(4, 10, 5)) == ()
    assert problems(Project(id="empty")) == ()


def _with(**fields: Any) -> Callable[[JourneyMap], JourneyMap]:
    return lambda old: old.evolve(**fields)


def _with_lane(at: int, **fields: Any) -> Callable[[JourneyMap], JourneyMap]:
    def change(old: JourneyMap) -> JourneyMap:
        lanes: list[Lane] = list(old.lanes)
        lanes[at] = lanes[at].evolve(**fields)
        return old.evolve(lanes=tuple(lanes))

    return change


def _with_card(**fields: Any) -> Callable[[JourneyMap], JourneyMap]:
    def change(old: JourneyMap) -> JourneyMap:
        cell = old.lanes[0].cells[0]  # type: ignore[union-attr]
        cards = (cell.cards[0].evolve(**fields), *cell.cards[1:])
        cells = (cell.evolve(cards=cards), *old.lanes[0].cells[1:])  # type: ignore[union-attr]
        return _with_lane(0, cells=cells)(old)

    return change


CASES: list[tuple[Callable[[JourneyMap], JourneyMap], str, str]] = [
    (_with(band_below="none"), "/maps/0/band_below", "no lane “none”"),
    (_with(personas=("nobody",)), "/maps/0/personas/0", "no persona “nobody”"),
    (_with(personas=("pe-tom", "pe-tom")), "/maps/0/personas/1", "named twice"),
    (_with_card(channel="none"), "/maps/0/lanes/0/cells/0/cards/0/channel", "no channel “none”"),
    (
        _with_card(emotions=(Emotion(persona="nobody", value=1.0),)),
        "/maps/0/lanes/0/cells/0/cards/0/emotions/0/persona",
        "no persona",
    ),
    (
        _with_card(emotions=(Emotion(persona="pe-tom", value=1.0), Emotion(persona="pe-tom", value=0.0))),
        "/maps/0/lanes/0/cells/0/cards/0/emotions/1",
        "feels twice",
    ),
    (_with_card(images=(ImageUse(sha256="0" * 64),)), "/maps/0/lanes/0/cells/0/cards/0/images/0/sha256", "no image"),
    (_with_card(id="tp-mail"), "/maps/0/lanes/0/cells/1/cards/0/id", "“tp-mail” is used twice"),
    (_with(paths=(Path(id="p", source="tp-web", target="none"),)), "/maps/0/paths/0/target", "no touchpoint “none”"),
    (_with(paths=(Path(id="p", source="nt-quote", target="tp-web"),)), "/maps/0/paths/0/source", "no touchpoint"),
    (_with(paths=(Path(id="p", source="tp-web", target="tp-x"),)), "/maps/0/paths/0/target", "in this map"),
    (_with(paths=(Path(id="p", source="tp-web", target="tp-web"),)), "/maps/0/paths/0/target", "with itself"),
    (
        _with(
            counterparts=(
                Counterpart(id="c1", source="tp-shop", target="tp-mail"),
                Counterpart(id="c2", source="tp-shop", target="tp-mail"),
            )
        ),
        "/maps/0/counterparts/1",
        "listed twice",
    ),
    (_with_lane(6, personas=("pe-eva", "pe-eva")), "/maps/0/lanes/6/personas/1", "named twice"),
    (
        _with_lane(6, points=(EmotionPoint(id="pt", step="st-x", persona="pe-eva", value=0.0),)),
        "/maps/0/lanes/6/points/0/step",
        "no step “st-x” in this map",
    ),
    (_with_lane(7, channels=("ch-web", "none")), "/maps/0/lanes/7/channels/1", "no channel"),
    (_with_lane(7, channels=("ch-web", "ch-web")), "/maps/0/lanes/7/channels/1", "named twice"),
    (
        _with_lane(
            7, marks=(ChannelMark(channel="ch-web", step="st-see"), ChannelMark(channel="ch-web", step="st-see"))
        ),
        "/maps/0/lanes/7/marks/1",
        "marked twice",
    ),
]


@pytest.mark.parametrize(("damage", "pointer", "sentence"), CASES, ids=[case[1] for case in CASES])
def test_damage_is_found_at_its_place(damage: Callable[[JourneyMap], JourneyMap], pointer: str, sentence: str) -> None:
    sound = everything()
    broken = sound.evolve(maps=(damage(sound.maps[0]), *sound.maps[1:]), translations={})
    found = {problem.pointer: problem.message for problem in problems(broken)}
    assert pointer in found
    assert sentence in found[pointer]


def test_cells_stand_in_the_order_of_the_steps_and_once() -> None:
    phases = [phase("p1", "s1", "s2")]
    wrong = lane("touchpoints", "a", {"s2": [tp("a2")], "s1": [tp("a1")]})
    assert [p.pointer for p in problems(project(journey(phases, [wrong])))] == ["/maps/0/lanes/0/cells/1/step"]
    row = lane("touchpoints", "a", {"s1": [tp("a1")]})
    twice = row.evolve(cells=(row.cells[0], row.cells[0].evolve(cards=(tp("b"),))))  # type: ignore[union-attr]
    assert [p.pointer for p in problems(project(journey(phases, [twice])))] == ["/maps/0/lanes/0/cells/1/step"]


def test_a_cell_of_a_step_that_is_not_there_is_told_once() -> None:
    lost = lane("notes", "a", {"gone": [note("a1")], "s1": [note("a2")]})
    (problem,) = problems(project(journey([phase("p1", "s1")], [lost])))
    assert problem.pointer == "/maps/0/lanes/0/cells/0/step"
    assert "no step “gone”" in problem.message


def test_an_id_used_twice_is_told_at_the_second_place() -> None:
    broken = project(journey([phase("same")], [lane("notes", "same")]), channels=(Channel(id="x"),))
    (problem,) = problems(broken)
    assert problem.pointer == "/maps/0/lanes/0/id"


@pytest.mark.parametrize(
    "key", ["nobody.title", "tp-web.nothing", "tp-web.tags.9", "tp-web", "tp-web.", "tp-web.channel", "tp-web.tags.-1"]
)
def test_a_translation_belongs_to_a_text(key: str) -> None:
    broken = everything().evolve(translations={"en": {key: "x"}})
    (problem,) = problems(broken)
    assert problem.pointer == f"/translations/en/{key}"
    assert key in problem.message


def test_the_projects_own_language_is_no_translation() -> None:
    (problem,) = problems(everything().evolve(translations={"de": {"tp-web.title": "x"}}))
    assert problem.pointer == "/translations/de"


def test_a_problem_is_told_in_german_too() -> None:
    broken = everything().evolve(channels=())
    wording.set_language("de")
    try:
        message = problems(broken)[0].message
    finally:
        wording.set_language("en")
    assert message.startswith("Den Kanal „ch-web“ gibt es nicht.")


@given(
    cards=st.lists(
        st.builds(
            Touchpoint,
            id=st.just("x"),
            channel=st.sampled_from(["", "c1", "c2", "gone"]),
            emotions=st.lists(st.sampled_from(["p1", "p2", "gone"]).map(lambda key: Emotion(persona=key))).map(tuple),
            images=st.lists(st.sampled_from(["a", "b"]).map(lambda d: ImageUse(sha256=d * 64)), max_size=2).map(tuple),
        )
    )
    | st.lists(st.builds(Note, id=st.just("x"), persona=st.sampled_from(["", "p1", "gone"])))
    | st.lists(st.builds(Picture, id=st.just("x"), image=st.none() | st.just(ImageUse(sha256="a" * 64))))
    | st.lists(st.just(Measure(id="x")))
)
def test_cards_asked_at_once_answer_as_each_by_itself(cards: list[Card]) -> None:
    singly: dict[str, set[str]] = {}
    for card in cards:
        for reference in references(card):
            singly.setdefault(reference.target, set()).add(reference.id)
    assert {target: found for target, found in targets(cards).items() if found} == singly

    kind = {Note: "notes", Picture: "images", Measure: "metrics"}.get(type(cards[0]) if cards else Note, "touchpoints")
    row = lane(cast(LaneKind, kind), "row", {"s1": cards} if cards else {})
    known = _Known(frozenset(("c1", "c2")), frozenset(("p1", "p2")), frozenset(("a" * 64,)))
    faults = [problem for cell in row.cells for problem in _cards("", cell, known)]  # type: ignore[union-attr]
    assert _cards_are_sound(row, known) is (faults == [])  # type: ignore[arg-type]
