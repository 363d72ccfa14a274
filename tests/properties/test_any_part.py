"""Whatever is selected can be printed: each card of the part once, none of the others, by any preset."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import hypothesis.strategies as st
from hypothesis import given, settings

from journey_editor.layout.drawlist import Group, Item
from journey_editor.layout.excerpt import excerpt, excerpt_line
from journey_editor.layout.pages import pages
from journey_editor.model.part import limited, part_of
from journey_editor.model.presets import PRESETS
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import all_cards, find_map, shown_cards
from journey_editor.model.queries import steps as steps_of
from tests.builders import everything, large

PROJECTS = (everything(), large(lanes=4, steps=7, cards=2))


def ids_of(journey: JourneyMap) -> list[str]:
    """All of a map that can be selected and printed."""
    cards = [card.id for _, _, card in all_cards(journey)]
    parts = (journey.phases, steps_of(journey), journey.lanes, journey.paths)
    return [*cards, *(thing.id for things in parts for thing in things)]


def cards_in(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group):
            if item.tag is not None and item.tag.kind == "card":
                yield item.tag.id
            else:
                yield from cards_in(item.items)


@given(st.data())
@settings(max_examples=40)
def test_each_card_of_a_part_is_printed_once_and_no_other(data: st.DataObject) -> None:
    project = data.draw(st.sampled_from(PROJECTS))
    journey = project.maps[0]
    if data.draw(st.booleans()):
        part = part_of(journey, data.draw(st.sets(st.sampled_from(ids_of(journey)), max_size=6)))
    else:
        phases = data.draw(st.sets(st.sampled_from([phase.id for phase in journey.phases])))
        part = limited(journey, phases, data.draw(st.sets(st.sampled_from([lane.id for lane in journey.lanes]))))
    setup = PRESETS[data.draw(st.sampled_from(("handout", "wall", "slides")))]
    printed = excerpt(project, journey, part)
    made = pages(printed, journey.id, setup, filtered=excerpt_line(journey, part, "en"))
    expected = [card.id for card in shown_cards(find_map(printed, journey.id))]
    found = Counter(key for page in made.pages for key in cards_in(page.root.items))
    assert found == Counter(dict.fromkeys(expected, 1))


@given(st.data())
def test_a_part_holds_what_is_in_its_steps_and_lanes_and_keeps_its_order(data: st.DataObject) -> None:
    project = data.draw(st.sampled_from(PROJECTS))
    journey = project.maps[0]
    part = part_of(journey, data.draw(st.sets(st.sampled_from(ids_of(journey)))))
    for whole, some in (
        ([lane.id for lane in journey.lanes], [lane.id for lane in part.lanes]),
        ([step.id for step in steps_of(journey)], [step.id for step in steps_of(part)]),
        ([card.id for _, _, card in all_cards(journey)], [card.id for _, _, card in all_cards(part)]),
    ):
        assert some == [key for key in whole if key in some]
    ends = {card.id for card in shown_cards(part)} | {card.id for _, _, card in all_cards(part)}
    assert all({path.source, path.target} <= ends for path in part.paths)
