"""Making a map ready for a workshop."""

from __future__ import annotations

from journey_editor.edit.workshop import phase_names, prepare
from journey_editor.model.invariants import problems
from journey_editor.model.project import Persona
from journey_editor.model.workshop import lanes_of, ready
from tests.builders import everything, journey, lane, phase, project, tp


def test_an_empty_map_becomes_a_mirror_map_with_neutral_phases_in_its_language() -> None:
    for language, first in (("de", "Aufmerksam werden"), ("en", "Becoming aware")):
        made = prepare(project(journey(), language=language), "map")
        found = made.maps[0]
        assert [one.title for one in found.phases] == list(phase_names(language))
        assert found.phases[0].title == first
        assert [one.mode for one in found.lanes] == ["online", "offline", ""]
        assert found.band_below == found.lanes[0].id
        assert found.theme.band == "funnel"
        assert len(made.personas) == 1
        assert ready(made, found)
        assert not problems(made)


def test_a_map_that_is_ready_stays_the_same_object() -> None:
    made = prepare(project(journey()), "map")
    assert prepare(made, "map") is made


def test_an_empty_lane_of_touchpoints_on_no_side_becomes_the_offline_lane() -> None:
    whole = project(journey([phase("p")], [lane("touchpoints", "t"), lane("notes", "n")]))
    made = prepare(whole, "map").maps[0]
    assert [one.id for one in lanes_of(project(made), made, "offline")] == ["t"]
    assert made.lanes[1].id == "t"


def test_what_lies_on_the_map_stays_as_it_is() -> None:
    whole = project(
        journey([phase("p")], [lane("touchpoints", "t", {"ps": [tp("a")]})]), personas=(Persona(id="pe", name="Eva"),)
    )
    made = prepare(whole, "map")
    assert whole.maps[0].lanes[0] in made.maps[0].lanes
    assert made.personas == whole.personas
    assert made.maps[0].phases == whole.maps[0].phases
    assert prepare(everything(), "mp-one") == everything()


def test_a_map_without_anybody_gets_somebody_to_feel() -> None:
    whole = project(journey([phase("p")]))
    assert [one.name for one in prepare(whole, "map").personas] == ["Kundin"]
