"""Copying cards and pasting them elsewhere."""

from __future__ import annotations

import pytest

from journey_editor.edit.cards import set_emotion
from journey_editor.edit.change import EditError
from journey_editor.edit.channels import add_channel, set_channel
from journey_editor.edit.clipboard import copy, paste
from journey_editor.edit.personas import add_persona
from journey_editor.model.cards import Touchpoint
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards, cards_at, find_card, find_lane
from journey_editor.storage.codec import decode, encode
from tests.builders import PIXEL, PIXEL_SHA, everything, two_by_two


def _titles(project: Project, lane: str, step: str) -> list[str]:
    return [card.title for card in cards_at(find_lane(project.maps[0], lane), step)]  # type: ignore[union-attr]


def test_a_card_is_pasted_at_the_end_of_a_cell_with_an_id_of_its_own() -> None:
    before = two_by_two()
    project, ids = paste(before, copy(before, ["a3"]), "map", "a", "s1", new=counting_ids())
    assert _titles(project, "a", "s1") == ["a1", "a2", "a3"]
    assert len(ids) == 1
    assert problems(project) == ()


def test_cards_keep_their_places_towards_each_other() -> None:
    before = two_by_two()
    project, _ = paste(before, copy(before, ["a1", "b1"]), "map", "a", "s2")
    assert _titles(project, "a", "s2") == ["a1"]
    assert _titles(project, "b", "s3") == ["b1"]


def test_cards_beyond_the_last_step_stay_in_it() -> None:
    before = two_by_two()
    project, _ = paste(before, copy(before, ["a1", "a3"]), "map", "b", "s2")
    assert _titles(project, "b", "s2") == ["b1", "a1"]
    assert _titles(project, "b", "s3") == ["a3"]
    project, _ = paste(before, copy(before, ["a1", "a3"]), "map", "a", "s3")
    assert _titles(project, "a", "s3") == ["a3", "a1", "a3"]


def test_a_phase_a_step_or_a_lane_stands_for_its_cards() -> None:
    project = two_by_two()
    for key, titles in (("p1", ["a1", "a2", "b1", None]), ("s3", ["a3"]), ("b", ["b1"])):
        fragment = copy(project, [key])
        assert fragment is not None
        assert [getattr(card, "title", None) for _, _, card in all_cards(fragment.maps[0])] == titles


def test_nothing_is_copied_where_there_are_no_cards() -> None:
    assert copy(everything(), ["ln-line", "pe-eva"]) is None
    with pytest.raises(EditError, match="no cards to paste"):
        paste(two_by_two(), None, "map", "a", "s1")


def test_a_path_is_copied_with_both_its_ends_and_never_with_one() -> None:
    before = everything()
    project, ids = paste(before, copy(before, ["tp-web", "tp-shop"]), "mp-one", "ln-online", "st-ask")
    assert {project.maps[0].paths[-1].source, project.maps[0].paths[-1].target} == set(ids)
    project, _ = paste(before, copy(before, ["tp-web"]), "mp-one", "ln-online", "st-ask")
    assert project.maps[0].paths == before.maps[0].paths


def test_translations_come_along() -> None:
    before = everything()
    project, ids = paste(before, copy(before, ["tp-web"]), "mp-one", "ln-offline", "st-use")
    assert project.translations["en"][f"{ids[0]}.tags.1"] == "important"
    assert problems(project) == ()


def test_a_fragment_is_a_sound_project_that_can_be_written_and_read() -> None:
    fragment = copy(everything(), ["tp-web", "nt-quote", "pc-one"])
    assert fragment is not None
    assert problems(fragment) == ()
    assert decode(encode(fragment, {PIXEL_SHA: PIXEL}), "clipboard").project == fragment


def test_into_another_project_come_the_channels_personas_and_images_that_are_missing() -> None:
    target, web = add_channel(two_by_two(), name="Website", new=counting_ids())
    target, eva = add_persona(target, name="Eva")
    fragment = copy(set_emotion(everything(), "tp-shop", "pe-tom", value=1.0), ["tp-web", "tp-shop"])
    project, ids = paste(target, fragment, "map", "a", "s1")
    first, second = (find_card(project.maps[0], key) for key in ids)
    assert isinstance(first, Touchpoint)
    assert isinstance(second, Touchpoint)
    assert first.channel == web, "one of the same name was there"
    assert [channel.name for channel in project.channels] == ["Website", "Laden"]
    assert [emotion.persona for emotion in first.emotions] == [eva, "pe-tom"]
    assert [persona.id for persona in project.personas] == [eva, "pe-tom"]
    assert [image.sha256 for image in project.images] == [PIXEL_SHA]
    assert problems(project) == ()


def test_a_channel_that_was_renamed_since_is_still_the_same() -> None:
    before = everything()
    project, ids = paste(
        set_channel(before, "ch-web", name="Internet"), copy(before, ["tp-web"]), "mp-one", "ln-offline", "st-see"
    )
    card = find_card(project.maps[0], ids[0])
    assert isinstance(card, Touchpoint)
    assert card.channel == "ch-web"
    assert len(project.channels) == 2


def test_cards_are_refused_by_a_lane_of_another_kind() -> None:
    project = everything()
    with pytest.raises(EditError, match="A note needs"):
        paste(project, copy(project, ["nt-quote"]), "mp-one", "ln-online", "st-see")
