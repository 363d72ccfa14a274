"""Whatever two people do to a project: what they made of it joins to a sound one that has what either of them did."""

from __future__ import annotations

from random import Random
from typing import Any

import hypothesis.strategies as st
from hypothesis import given

from journey_editor.edit.merging.conflicts import OTHER
from journey_editor.edit.merging.flat import own_fields
from journey_editor.edit.merging.merge import merge
from journey_editor.model.invariants import problems
from journey_editor.model.project import Project
from journey_editor.model.things import things
from tests.builders import everything, large, two_by_two
from tests.random_edits import edited

STARTS = (everything, two_by_two, lambda: large(3, 6, 3))


def versions(seed: int) -> tuple[Project, Project, Project]:
    chance = Random(seed)
    base = edited(STARTS[seed % 3](), chance, chance.randrange(5), "b")
    ours, theirs = (edited(base, chance, chance.randrange(14), name) for name in ("o", "t"))
    return base, ours, theirs


def nodes(project: Project) -> dict[str, Any]:
    return {thing.id: thing.node for thing in things(project)}


@given(st.integers(0, 10**9))
def test_a_merge_is_sound_whatever_is_chosen_and_the_same_from_both_sides(seed: int) -> None:
    base, ours, theirs = versions(seed)
    merged = merge(base, ours, theirs)
    assert problems(merged.project) == ()
    chance = Random(seed)
    for _ in range(3):
        chosen = {conflict.key: chance.choice(["ours", "theirs"]) for conflict in merged.conflicts}
        again = merge(base, ours, theirs, chosen)  # type: ignore[arg-type]
        assert problems(again.project) == ()
    turned = merge(base, theirs, ours)
    assert {conflict.key for conflict in turned.conflicts} == {conflict.key for conflict in merged.conflicts}
    if not merged.conflicts:
        assert set(nodes(turned.project)) == set(nodes(merged.project))


@given(st.integers(0, 10**9))
def test_what_only_one_has_changed_is_as_that_one_made_it(seed: int) -> None:
    base, ours, theirs = versions(seed)
    assert merge(base, ours, base).project == ours
    assert merge(base, base, theirs).project == theirs
    assert merge(base, ours, ours) == (ours, ())


@given(st.integers(0, 10**9))
def test_what_either_has_done_is_in_it(seed: int) -> None:
    base, ours, theirs = versions(seed)
    merged = merge(base, ours, theirs)
    was, result = nodes(base), nodes(merged.project)
    decided = {conflict.key.thing for conflict in merged.conflicts}
    sides = {"ours": nodes(ours), "theirs": nodes(theirs)}
    for name, side in sides.items():
        other = sides[OTHER[name]]  # type: ignore[index]
        for key, node in side.items():
            before = was.get(key)
            if key in decided or (key not in result and key in was) or (before is not None and key not in other):
                continue
            if before is None:
                # new: there, unless the other one had taken away what it points at or lies in, which is asked about
                assert key in result or merged.conflicts or type(node).__name__ in ("Path", "Counterpart")
                continue
            for field in own_fields(node):
                mine, old = getattr(node, field), getattr(before, field)
                text = isinstance(mine, str) and field not in (
                    "channel",
                    "persona",
                    "band_below",
                    "portrait",
                    "modified",
                )
                if text and mine != old and getattr(other[key], field) == old:
                    assert getattr(result[key], field) == mine, (key, field)
