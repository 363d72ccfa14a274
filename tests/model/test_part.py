"""A part of a map is what is selected, and it is sound."""

from __future__ import annotations

import pytest

from journey_editor.model.invariants import problems
from journey_editor.model.part import UnseenLane, limited, part_of
from journey_editor.model.queries import all_cards
from journey_editor.model.queries import steps as steps_of
from tests.builders import everything

PROJECT = everything()
MAP = PROJECT.maps[0]
CARDS = [card.id for _, _, card in all_cards(MAP)]


def test_nothing_selected_is_the_whole_map() -> None:
    for ids in ([], ["no such thing"], [MAP.id], [PROJECT.personas[0].id]):
        assert part_of(MAP, ids) is MAP


def test_a_card_comes_with_its_lane_and_step_and_nothing_else() -> None:
    for lane, step, card in all_cards(MAP):
        part = part_of(MAP, [card.id])
        assert [one.id for one in part.lanes] == [lane.id]
        assert [one.id for one in steps_of(part)] == [step]
        assert [one for _, _, one in all_cards(part)] == [card]
        assert part.paths == ()


def test_a_phase_comes_with_all_lanes_and_what_stands_in_them() -> None:
    phase = MAP.phases[1]
    part = part_of(MAP, [phase.id])
    assert part.phases == (phase,)
    assert [lane.id for lane in part.lanes] == [lane.id for lane in MAP.lanes]
    inside = {step.id for step in phase.steps}
    assert [card.id for _, _, card in all_cards(part)] == [c.id for _, step, c in all_cards(MAP) if step in inside]


def test_a_lane_comes_with_all_steps() -> None:
    for lane in MAP.lanes:
        part = part_of(MAP, [lane.id])
        assert tuple(one for one in part.lanes if not isinstance(one, UnseenLane)) == (lane,)
        assert part.phases == MAP.phases


def test_a_path_comes_with_both_its_ends() -> None:
    path = MAP.paths[0]
    part = part_of(MAP, [path.id])
    assert {card.id for _, _, card in all_cards(part)} == {path.source, path.target}
    assert path in part.paths


@pytest.mark.parametrize("together", [1, 2, 5])
def test_every_part_is_sound(together: int) -> None:
    things = [*CARDS, *(phase.id for phase in MAP.phases), *(lane.id for lane in MAP.lanes)]
    things += [step.id for step in steps_of(MAP)]
    for n in range(len(things)):
        part = part_of(MAP, [things[(n + k * 7) % len(things)] for k in range(together)])
        alone = PROJECT.evolve(maps=(part,), translations={})
        assert problems(alone) == ()


def test_some_phases_and_lanes_are_all_that_is_left() -> None:
    phase, lane = MAP.phases[0], next(lane for lane, _, _ in all_cards(MAP))
    part = limited(MAP, {phase.id}, {lane.id})
    assert part.phases == (phase,)
    assert [one.id for one in part.lanes] == [lane.id]
    inside = {step.id for step in phase.steps}
    expected = [card.id for own, step, card in all_cards(MAP) if own.id == lane.id and step in inside]
    assert [card.id for _, _, card in all_cards(part)] == expected
    assert not problems(PROJECT.evolve(maps=(part, *PROJECT.maps[1:]), translations={}))


def test_without_names_nothing_is_left_out() -> None:
    whole = limited(MAP)
    assert (whole.phases, whole.lanes, whole.paths) == (MAP.phases, MAP.lanes, MAP.paths)
    assert [lane.id for lane in limited(MAP, {MAP.phases[0].id}).lanes] == [lane.id for lane in MAP.lanes]
    assert [phase.id for phase in limited(MAP, (), {MAP.lanes[0].id}).phases] == [phase.id for phase in MAP.phases]


def test_what_is_named_shows_though_it_is_hidden() -> None:
    hidden = MAP.evolve(
        phases=tuple(phase.evolve(hidden=True) for phase in MAP.phases),
        lanes=tuple(lane.evolve(hidden=True) for lane in MAP.lanes),
    )
    part = limited(hidden, {MAP.phases[1].id}, {MAP.lanes[0].id})
    assert [(phase.id, phase.hidden) for phase in part.phases] == [(MAP.phases[1].id, False)]
    assert [(lane.id, lane.hidden) for lane in part.lanes] == [(MAP.lanes[0].id, False)]
