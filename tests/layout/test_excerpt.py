"""A part of a map that is drawn by itself tells what it tells in the whole."""

from __future__ import annotations

from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import Group
from journey_editor.layout.excerpt import excerpt, excerpt_line
from journey_editor.layout.pages import pages
from journey_editor.layout.scaling import runs
from journey_editor.model.lanes import ChannelLane, EmotionLane
from journey_editor.model.part import limited, part_of
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import find_map
from journey_editor.model.style import PageSetup
from tests.builders import everything

PROJECT = everything()
MAP = PROJECT.maps[0]


def drawn(project: Project, lane: str) -> list[str]:
    """The words of a lane."""
    root = Layouter().layout(project, MAP.id, title=False).root
    return [run.text for group in inside(root, "lane", lane) for run in runs(group.items)]


def inside(group: Group, kind: str, key: str) -> list[Group]:
    found = [group] if group.tag is not None and (group.tag.kind, group.tag.id) == (kind, key) else []
    return found + [one for item in group.items if isinstance(item, Group) for one in inside(item, kind, key)]


def alone(lane: str) -> Project:
    return excerpt(PROJECT, MAP, limited(MAP, (), (lane,)))


def test_a_curve_and_a_matrix_tell_the_same_when_they_stand_alone() -> None:
    lanes = [lane for lane in MAP.lanes if isinstance(lane, EmotionLane | ChannelLane) and not lane.hidden]
    assert {type(lane) for lane in lanes} == {EmotionLane, ChannelLane}
    for lane in lanes:
        for project in (alone(lane.id), excerpt(PROJECT, MAP, part_of(MAP, [lane.id]))):
            assert sorted(drawn(project, lane.id)) == sorted(drawn(PROJECT, lane.id))


def test_what_its_curves_tell_of_is_not_on_the_page_and_in_no_list() -> None:
    lane = next(lane for lane in MAP.lanes if isinstance(lane, EmotionLane))
    project = alone(lane.id)
    setup = PageSetup(appendix=True, findings=True, sources=True)
    words = {run.text for page in pages(project, MAP.id, setup).pages for run in runs(page.root.items)}
    assert not words & {"Website", "Laden", "Online", "Offline"}
    assert [one.id for one in find_map(project, MAP.id).lanes if not one.hidden] == [lane.id]


def test_a_page_counts_the_cards_that_it_shows() -> None:
    def line(part: JourneyMap) -> str:
        return excerpt_line(MAP, part, "en")

    assert line(MAP) == ""
    assert line(part_of(MAP, ["tp-web"])).startswith("A part of the map: 1 of ")
    assert (
        line(limited(MAP, (), [lane.id for lane in MAP.lanes if isinstance(lane, EmotionLane)])) == "A part of the map"
    )
