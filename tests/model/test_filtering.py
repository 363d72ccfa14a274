"""Which cards stand out: any value of one attribute, all attributes together."""

from __future__ import annotations

import pytest

from journey_editor.model.cards import Emotion, Measure, Note, Touchpoint
from journey_editor.model.columns import Phase, Step
from journey_editor.model.filtering import ATTRIBUTES, NO_FILTER, Filter, choices, lit, without_others
from journey_editor.model.lanes import (
    EmotionLane,
    MeasureCell,
    MetricLane,
    NoteCell,
    NoteLane,
    TouchpointCell,
    TouchpointLane,
)
from journey_editor.model.paths import Counterpart, Path
from journey_editor.model.project import Channel, JourneyMap, Persona, Project

MIRA = (Emotion(persona="mira", value=1.0),)


def project() -> Project:
    shop = TouchpointLane(
        id="shop",
        kind="touchpoints",
        cells=(
            TouchpointCell(
                step="s",
                cards=(
                    Touchpoint(id="a", channel="web", emotions=MIRA, tags=("new",), owner="Kim"),
                    Touchpoint(id="b", channel="shop", status="possible", evidence="assumed", mode="online"),
                    Touchpoint(id="c", channel="web", status="possible", emotions=(Emotion(persona="tom"),)),
                ),
            ),
        ),
    )
    notes = NoteLane(
        id="notes", kind="notes", cells=(NoteCell(step="s", cards=(Note(id="n", persona="mira", tags=("new", "x")),)),)
    )
    figures = MetricLane(id="figures", kind="metrics", cells=(MeasureCell(step="s", cards=(Measure(id="f"),)),))
    journey = JourneyMap(
        id="map",
        phases=(Phase(id="p", steps=(Step(id="s"),)),),
        lanes=(shop, notes, figures),
        paths=(Path(id="ac", source="a", target="c"), Path(id="ab", source="a", target="b")),
        counterparts=(Counterpart(id="t", source="b", target="c"),),
    )
    return Project(
        id="project",
        personas=(Persona(id="mira", name="Mira"), Persona(id="tom", name="Tom")),
        channels=(Channel(id="web", mode="online"), Channel(id="shop", mode="offline")),
        maps=(journey,),
    )


def matching(**wanted: set[str]) -> str:
    made = project()
    found = lit(made, made.maps[0], Filter(**{name: frozenset(values) for name, values in wanted.items()}))
    assert found is not None
    return "".join(sorted(found.cards))


def test_without_a_filter_everything_stands_out() -> None:
    made = project()
    assert lit(made, made.maps[0], NO_FILTER) is None


@pytest.mark.parametrize(
    ("attribute", "values", "cards"),
    [
        ("persona", {"mira"}, "an"),
        ("persona", {"tom"}, ""),  # named, but without a feeling
        ("channel", {"web"}, "ac"),
        ("channel", {"web", "shop"}, "abc"),
        ("mode", {"online"}, "abc"),
        ("mode", {"offline"}, ""),
        ("status", {"possible"}, "bc"),
        ("evidence", {"assumed"}, "b"),
        ("evidence", {"observed"}, "acn"),
        ("tag", {"new"}, "an"),
        ("tag", {""}, "bcf"),
        ("owner", {"Kim"}, "a"),
        ("owner", {""}, "bcn"),
    ],
)
def test_one_attribute(attribute: str, values: set[str], cards: str) -> None:
    assert matching(**{attribute: values}) == cards


def test_several_attributes_must_all_match() -> None:
    assert matching(channel={"web"}, status={"possible"}) == "c"
    assert matching(channel={"web", "shop"}, tag={"new", "x"}) == "a"
    assert matching(channel={"shop"}, owner={"Kim"}) == ""


def test_the_choices_are_what_the_cards_have() -> None:
    made = project()
    found = choices(made, made.maps[0])
    assert set(found) == set(ATTRIBUTES)
    assert found["channel"] == (("web", 2), ("shop", 1))
    assert found["persona"] == (("mira", 2), ("tom", 0), ("", 2))  # of whom there may be a curve drawn by hand
    assert found["tag"] == (("new", 2), ("x", 1), ("", 3))
    assert found["status"] == (("existing", 1), ("possible", 2))


def test_each_choice_lets_as_many_cards_stand_out_as_it_says() -> None:
    made = project()
    for attribute, values in choices(made, made.maps[0]).items():
        for value, count in values:
            assert len(matching(**{attribute: {value}})) == count


def test_others_are_left_out_with_the_paths_at_them() -> None:
    made = project()
    found = lit(made, made.maps[0], Filter(channel=frozenset(("web",))))
    assert found is not None
    journey = without_others(made, "map", found).maps[0]
    assert [path.id for path in journey.paths] == ["ac"]
    assert journey.counterparts == ()
    assert [len(getattr(lane, "cells", ())) for lane in journey.lanes] == [1, 0, 0]


def test_a_persona_brings_out_her_own_paths_and_those_of_everybody() -> None:
    made = project()
    journey = made.maps[0]
    first, second = journey.paths
    made = made.evolve(maps=(journey.evolve(paths=(first.evolve(persona="tom"), second.evolve(persona="mira"))),))
    everywhere = frozenset("abcn")
    for wanted, others in ({"mira"}, {"ac"}), ({"tom"}, {"ab"}), ({"mira", "tom"}, set()):
        found = lit(made, made.maps[0], Filter(persona=frozenset(wanted)))
        assert found is not None
        assert found.others == others
        left = without_others(made, "map", found._replace(cards=everywhere)).maps[0]
        assert {path.id for path in left.paths} == {"ac", "ab"} - others


def test_curves_of_other_personas_are_left_out_with_their_lane_where_it_has_no_other() -> None:
    made = project()
    lanes = (EmotionLane(id="all", kind="emotion"), EmotionLane(id="toms", kind="emotion", personas=("tom",)))
    made = made.evolve(maps=(made.maps[0].evolve(lanes=lanes),))
    found = lit(made, made.maps[0], Filter(persona=frozenset(("mira",))))
    assert found is not None
    hers, toms = without_others(made, "map", found).maps[0].lanes
    assert (getattr(hers, "personas", None), hers.hidden) == (("mira",), False)
    assert toms.hidden
