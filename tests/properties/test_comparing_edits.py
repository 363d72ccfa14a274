"""Whatever is done to a copy of a map, comparing it with its source works, and names each card that was touched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import hypothesis.strategies as st
from hypothesis import given

from journey_editor.edit import cards, joining, lanes, paths, phases, steps
from journey_editor.edit.change import EditError
from journey_editor.edit.map_copies import duplicate_map
from journey_editor.edit.remove import delete
from journey_editor.model.comparing import compare
from journey_editor.model.ids import counting_ids
from journey_editor.model.pairing import Contents
from journey_editor.model.project import Project
from journey_editor.model.queries import find_map
from journey_editor.model.things import things_of
from tests.builders import everything, large, two_by_two

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)


@given(st.data(), st.sampled_from([everything, two_by_two, lambda: large(3, 6, 3)]), st.integers(1, 12))
def test_each_card_that_was_touched_is_named(data: st.DataObject, start: Callable[[], Project], times: int) -> None:
    new = counting_ids(5000)
    project = start()
    source = project.maps[0].id
    project, copy = duplicate_map(project, source, "to-be", new=new)
    origins = find_map(project, copy).origins
    for n in range(times):
        project = _edited(project, copy, data, new, n)
    result = compare(project, source, copy)
    named = {d.before for d in result.differences} | {d.after for d in result.differences}
    was, now = Contents(find_map(project, source)), Contents(find_map(project, copy))
    by_origin = {origins[key]: key for key in now.cards if key in origins}
    for key, card in was.cards.items():
        other = by_origin.get(key)
        if other is None:
            assert key in named
            continue
        moved = (origins.get(now.spots[other].lane), origins.get(now.spots[other].step)) != was.spots[key][:3:2]
        if moved or now.cards[other] != card.evolve(id=other):
            assert key in named
    assert named.issuperset(key for key in now.cards if key not in origins)
    assert named <= {"", source, copy} | {t.id for t in things_of(was.journey)} | {t.id for t in things_of(now.journey)}
    turned = compare(project, copy, source)
    back = {"added": "removed", "removed": "added"}
    assert len(turned.columns) == len(result.columns)
    for sort in ("added", "removed"):
        mine = {(d.kind, d.before, d.after) for d in result.differences if d.sort == sort}
        assert mine == {(d.kind, d.after, d.before) for d in turned.differences if d.sort == back[sort]}


def _edited(project: Project, copy: str, data: st.DataObject, new: Any, n: int) -> Project:
    """One edit of the copy; one that is refused leaves it as it was."""
    contents = Contents(find_map(project, copy))

    def one(ids: Any) -> str:
        return data.draw(st.sampled_from([*ids] or ["none"]))

    def before(ids: Any) -> str | None:
        return data.draw(st.sampled_from([None, *ids]))

    edits: list[Callable[[], Any]] = [
        lambda: cards.add_card(project, one(contents.lanes), one(contents.steps), new=new),
        lambda: cards.move_cards(
            project, [one(contents.cards)], one(contents.lanes), one(contents.steps), before(contents.cards)
        ),
        lambda: cards.set_cards(project, [one(contents.cards)], source=data.draw(WORDS)),
        lambda: delete(project, [one([*contents.cards, *contents.lanes, *contents.steps, *contents.phases])]),
        lambda: phases.add_phase(project, copy, title=f"neu {n}", before=before(contents.phases), new=new),
        lambda: phases.move_phase(project, one(contents.phases), before(contents.phases)),
        lambda: steps.add_step(project, one(contents.phases), title=f"Schritt {n}", new=new),
        lambda: steps.move_step(project, one(contents.steps), one(contents.phases), None),
        lambda: joining.join_phases(project, [*contents.phases][:2]),
        lambda: lanes.add_lane(project, copy, "touchpoints", title=f"Spur {n}", new=new),
        lambda: lanes.move_lane(project, one(contents.lanes), before(contents.lanes)),
        lambda: paths.add_path(project, copy, one(contents.cards), one(contents.cards), new=new),
    ]
    try:
        result = data.draw(st.sampled_from(edits))()
    except EditError:
        return project
    return result[0] if isinstance(result, tuple) else result
