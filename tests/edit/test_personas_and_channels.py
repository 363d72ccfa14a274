"""Personas and channels, which belong to the whole project."""

from __future__ import annotations

import pytest

from journey_editor.edit.cards import add_card
from journey_editor.edit.change import EditError
from journey_editor.edit.channels import (
    add_channel,
    delete_channel,
    merge_channels,
    move_channel,
    replace_channel,
    set_channel,
)
from journey_editor.edit.curves import add_point, delete_point, set_point
from journey_editor.edit.matrix import set_mark
from journey_editor.edit.personas import (
    add_persona,
    assign_persona,
    delete_persona,
    duplicate_persona,
    move_persona,
    set_persona,
)
from journey_editor.model.cards import Touchpoint
from journey_editor.model.channel_uses import Uses, channel_uses, touchpoints_of
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.lanes import ChannelLane, EmotionLane
from journey_editor.model.persona_uses import PersonaUses, uses_of
from journey_editor.model.project import Project
from journey_editor.model.queries import find_card, find_lane
from tests.builders import everything


def _touchpoint(project: Project, key: str) -> Touchpoint:
    card = find_card(project.maps[0], key)
    assert isinstance(card, Touchpoint)
    return card


def _emotions(project: Project) -> EmotionLane:
    lane = find_lane(project.maps[0], "ln-emotion")
    assert isinstance(lane, EmotionLane)
    return lane


def _matrix(project: Project) -> ChannelLane:
    lane = find_lane(project.maps[0], "ln-channels")
    assert isinstance(lane, ChannelLane)
    return lane


def test_personas_and_channels_are_added_in_place_and_moved() -> None:
    project, persona = add_persona(everything(), name="Ida", before="pe-tom", goals=("Ruhe",), new=counting_ids())
    project, channel = add_channel(project, name="Fax", icon="printer", new=counting_ids())
    assert [p.id for p in project.personas] == ["pe-eva", persona, "pe-tom"]
    assert [c.id for c in project.channels] == ["ch-web", "ch-shop", channel]
    assert [p.id for p in move_persona(project, "pe-eva", None).personas] == [persona, "pe-tom", "pe-eva"]
    assert [c.id for c in move_channel(project, channel, "ch-web").channels] == [channel, "ch-web", "ch-shop"]


def test_deleting_a_persona_takes_what_it_felt_and_where_it_is_named() -> None:
    project = delete_persona(everything(), "pe-eva")
    assert [e.persona for e in _touchpoint(project, "tp-web").emotions] == ["pe-tom"]
    assert _emotions(project).personas == ()
    assert _emotions(project).points == ()
    assert project.maps[0].personas == ("pe-tom",)
    assert [path.persona for path in project.maps[0].paths] == [""]
    assert not [key for key in project.translations["en"] if key.startswith(("pe-eva", "pt-one", "tp-web.emotions"))]
    assert problems(project) == ()


def test_deleting_a_persona_leaves_untouched_cards_as_they_are() -> None:
    before = everything()
    after = delete_persona(before, "pe-tom")
    assert find_card(after.maps[0], "tp-shop") is find_card(before.maps[0], "tp-shop")
    assert after.maps[1] is before.maps[1]


def test_a_persona_refuses_a_portrait_that_is_not_there() -> None:
    with pytest.raises(EditError, match="no image"):
        set_persona(everything(), "pe-eva", portrait="f" * 64)


def test_translations_of_goals_follow_their_order() -> None:
    project = set_persona(everything(), "pe-eva", goals=("Neues", "Zeit sparen"))
    assert project.translations["en"]["pe-eva.goals.1"] == "Save time"


def test_deleting_a_channel_clears_what_named_it() -> None:
    project = delete_channel(everything(), "ch-shop")
    assert _touchpoint(project, "tp-shop").channel == ""
    assert _matrix(project).channels == ("ch-web",)
    assert _matrix(project).marks == ()
    assert "ch-shop.name" not in project.translations["en"]
    assert problems(project) == ()


def test_deleting_a_channel_can_put_another_in_its_place() -> None:
    project = delete_channel(everything(), "ch-shop", replace_with="ch-web")
    assert _touchpoint(project, "tp-shop").channel == "ch-web"
    assert _matrix(project).channels == ("ch-web",)
    assert [(m.channel, m.step, m.importance) for m in _matrix(project).marks] == [("ch-web", "st-ask", 3)]


@pytest.mark.parametrize("other", ["ch-shop", "none"])
def test_a_channel_is_replaced_only_with_another_one(other: str) -> None:
    with pytest.raises(EditError):
        delete_channel(everything(), "ch-shop", replace_with=other)


def test_a_channel_can_be_renamed() -> None:
    assert set_channel(everything(), "ch-shop", name="Filiale").channels[1].name == "Filiale"


def test_a_point_of_a_curve_is_drawn_moved_and_deleted() -> None:
    project, key = add_point(everything(), "ln-emotion", "st-see", "pe-tom", value=-1.5, position=0.25)
    assert (_emotions(project).points[-1].value, _emotions(project).points[-1].position) == (-1.5, 0.25)
    project = set_point(project, key, value=1.0, step="st-ask")
    assert (_emotions(project).points[-1].value, _emotions(project).points[-1].step) == (1.0, "st-ask")
    assert delete_point(project, key) == everything()


@pytest.mark.parametrize(
    "place", [("ln-online", "st-see", "pe-eva"), ("ln-emotion", "st-x", "pe-eva"), ("ln-emotion", "st-see", "nobody")]
)
def test_a_point_needs_its_lane_step_and_persona(place: tuple[str, str, str]) -> None:
    with pytest.raises(EditError):
        add_point(everything(), *place)


def test_a_mark_is_set_weighed_and_taken_away() -> None:
    project = set_mark(everything(), "ln-channels", "ch-web", "st-see", 2)
    assert _matrix(project).marks[-1].importance == 2
    project = set_mark(project, "ln-channels", "ch-web", "st-see", 3)
    assert [mark.importance for mark in _matrix(project).marks] == [3, 3]
    assert set_mark(project, "ln-channels", "ch-web", "st-see", 0) == everything()


def test_a_mark_needs_a_channel_lane_and_an_importance_within_one_to_three() -> None:
    with pytest.raises(EditError, match="channel lane"):
        set_mark(everything(), "ln-online", "ch-web", "st-see", 1)
    with pytest.raises(EditError, match="3 at most"):
        set_mark(everything(), "ln-channels", "ch-web", "st-see", 4)


def test_several_channels_become_one_and_keep_their_touchpoints() -> None:
    project = merge_channels(everything(), ("ch-shop", "ch-web"), "ch-web")
    assert [channel.id for channel in project.channels] == ["ch-web"]
    assert _touchpoint(project, "tp-shop").channel == "ch-web"
    assert problems(project) == ()


def test_a_mark_of_the_channel_that_stays_wins() -> None:
    before = set_mark(everything(), "ln-channels", "ch-web", "st-ask", 1)
    after = merge_channels(before, ("ch-shop",), "ch-web")
    assert [(mark.channel, mark.importance) for mark in _matrix(after).marks] == [("ch-web", 1)]


@pytest.mark.parametrize(("ids", "into"), [(("ch-web",), "ch-web"), (("none",), "ch-web"), (("ch-web",), "none")])
def test_only_what_is_there_can_be_merged(ids: tuple[str, ...], into: str) -> None:
    with pytest.raises(EditError):
        merge_channels(everything(), ids, into)


def test_a_channel_can_be_replaced_in_one_map_and_stays_in_the_list() -> None:
    before, _ = add_card(everything(), "ln-x", "st-x", channel="ch-shop")
    here = replace_channel(before, "ch-shop", "ch-web", "mp-one")
    assert _touchpoint(here, "tp-shop").channel == "ch-web"
    assert channel_uses(here)["ch-shop"] == Uses(touchpoints=1, maps=1)
    assert here.channels is before.channels
    everywhere = replace_channel(before, "ch-shop", "ch-web")
    assert not channel_uses(everywhere)["ch-shop"].any
    assert problems(here) == problems(everywhere) == ()
    with pytest.raises(EditError):
        replace_channel(before, "ch-shop", "ch-shop")


def test_the_uses_of_a_channel_are_counted_over_all_maps() -> None:
    uses = channel_uses(everything())
    assert uses["ch-shop"] == Uses(touchpoints=1, maps=1, marks=1, lanes=1)
    assert uses["ch-web"] == Uses(touchpoints=2, maps=1, lanes=1)
    assert uses[""] == Uses(touchpoints=1, maps=1)
    assert touchpoints_of(everything(), "mp-one", {"ch-web"}) == ("tp-web", "tp-mail")


def test_a_copy_of_a_persona_stands_behind_it_on_the_same_maps_and_feels_nothing() -> None:
    project, copy = duplicate_persona(everything(), "pe-eva", name="Eva 2", new=counting_ids())
    assert [persona.id for persona in project.personas] == ["pe-eva", copy, "pe-tom"]
    assert project.maps[0].personas == tuple(
        key for named in everything().maps[0].personas for key in ((named, copy) if named == "pe-eva" else (named,))
    )
    assert [e.persona for e in _touchpoint(project, "tp-web").emotions] == ["pe-eva", "pe-tom"]
    assert project.translations["en"].get(f"{copy}.goals.0") == project.translations["en"].get("pe-eva.goals.0")
    assert f"{copy}.name" not in project.translations["en"]
    assert problems(project) == ()


def test_a_map_that_shows_all_personas_names_none() -> None:
    project = assign_persona(everything(), "mp-two", "pe-tom", False)
    assert project.maps[1].personas == ("pe-eva",)
    assert assign_persona(project, "mp-two", "pe-tom", True).maps[1].personas == ()
    with pytest.raises(EditError, match="needs a persona"):
        assign_persona(project, "mp-two", "pe-eva", False)
    with pytest.raises(EditError):
        assign_persona(project, "mp-two", "pe-nobody", True)


def test_what_hangs_on_a_persona_is_counted_over_all_maps() -> None:
    assert uses_of(everything(), "pe-eva") == PersonaUses(feelings=2, points=1, notes=1, paths=1, maps=1)
    assert uses_of(everything(), "pe-nobody") == PersonaUses(0, 0, 0, 0, 0)
