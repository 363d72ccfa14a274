"""Cards: adding, changing, moving, copying and deleting what lies in cells."""

from __future__ import annotations

import pytest

from journey_editor.edit.cards import (
    add_card,
    delete_cards,
    duplicate_cards,
    move_cards,
    refusal,
    set_card,
    set_cards,
    set_emotion,
)
from journey_editor.edit.change import EditError
from journey_editor.model.cards import ImageUse, Metric, Touchpoint, WebLink
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.lanes import CardLane
from journey_editor.model.project import Project
from journey_editor.model.queries import cards_at, find_card, find_lane
from tests.builders import everything, large, two_by_two


def _at(project: Project, lane: str, step: str) -> list[str]:
    return [card.id for card in cards_at(find_lane(project.maps[0], lane), step)]


def _touchpoint(project: Project, key: str) -> Touchpoint:
    card = find_card(project.maps[0], key)
    assert isinstance(card, Touchpoint)
    return card


# Adding


def test_a_card_is_added_before_another_one() -> None:
    project, key = add_card(two_by_two(), "a", "s1", before="a2", title="New", new=counting_ids())
    assert _at(project, "a", "s1") == ["a1", key, "a2"]
    assert _touchpoint(project, key).title == "New"


def test_a_card_in_an_empty_cell_makes_the_cell_in_step_order() -> None:
    project, key = add_card(two_by_two(), "a", "s2", new=counting_ids())
    assert _at(project, "a", "s2") == [key]
    assert problems(project) == ()


@pytest.mark.parametrize(
    ("lane", "kind"),
    [
        ("ln-online", "Touchpoint"),
        ("ln-notes", "Note"),
        ("ln-text", "Note"),
        ("ln-metrics", "Measure"),
        ("ln-images", "Picture"),
    ],
)
def test_a_lane_decides_which_kind_of_card_is_made(lane: str, kind: str) -> None:
    project, key = add_card(everything(), lane, "st-ask")
    assert type(find_card(project.maps[0], key)).__name__ == kind


@pytest.mark.parametrize("lane", ["ln-emotion", "ln-channels", "ln-line"])
def test_a_lane_without_cells_takes_no_card(lane: str) -> None:
    with pytest.raises(EditError, match="holds no cards"):
        add_card(everything(), lane, "st-ask")


def test_a_note_takes_the_tone_of_its_lane() -> None:
    project, key = add_card(two_by_two(), "n", "s2")
    card = find_card(project.maps[0], key)
    assert card is not None
    assert card.tone == "thought"  # type: ignore[union-attr]


def test_a_card_refuses_a_step_of_another_map() -> None:
    with pytest.raises(EditError, match="st-x"):
        add_card(everything(), "ln-online", "st-x")


def test_an_id_that_is_taken_is_not_given_again() -> None:
    project, first = add_card(two_by_two(), "a", "s1", new=counting_ids())
    _, second = add_card(project, "a", "s1", new=counting_ids())
    assert first != second


# Changing


def test_changing_one_card_of_ten_thousand_shares_all_others() -> None:
    before = large()
    after = set_card(before, "c7-20-3", title="New")
    old, new = before.maps[0], after.maps[0]
    assert new.phases is old.phases
    for i in range(20):
        if i != 7:
            assert new.lanes[i] is old.lanes[i]
    old_row, new_row = old.lanes[7], new.lanes[7]
    for was, now in zip(old_row.cells, new_row.cells, strict=True):  # type: ignore[union-attr]
        if was.step != "s20":
            assert now is was
        else:
            changed = [k for k, (x, y) in enumerate(zip(was.cards, now.cards, strict=True)) if x is not y]
            assert changed == [3]


def test_a_change_to_the_same_value_gives_the_same_project() -> None:
    project = everything()
    card = _touchpoint(project, "tp-web")
    assert set_card(project, "tp-web", title="Website", metrics=(Metric(**card.metrics[0].__dict__),)) is project


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"channel": "none"}, "no channel"),
        ({"images": (ImageUse(sha256="0" * 64),)}, "no image"),
        ({"color": "blue"}, "colour"),
        ({"title": "bell \a"}, "control characters"),
        ({"title": "half \ud83d"}, "control characters"),
        ({"title": 5}, "“title”"),
        ({"status": "maybe"}, "“status”"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_a_sentence(fields: dict[str, object], sentence: str) -> None:
    with pytest.raises(EditError, match=sentence):
        set_card(everything(), "tp-web", **fields)


def test_a_field_that_a_card_does_not_have_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(AttributeError):
        set_card(everything(), "tp-web", text="x")


def test_several_cards_get_the_same_field_as_far_as_they_have_it() -> None:
    project = set_cards(everything(), ["tp-web", "tp-shop", "nt-quote"], owner="Eva", device="Telefon")
    assert {_touchpoint(project, key).device for key in ("tp-web", "tp-shop")} == {"Telefon"}
    note = find_card(project.maps[0], "nt-quote")
    assert note is not None
    assert note.owner == "Eva"  # type: ignore[union-attr]


# Emotions


def test_an_emotion_is_set_changed_and_taken_away() -> None:
    project = set_emotion(everything(), "tp-mail", "pe-eva", value=1.0)
    assert [(e.persona, e.value) for e in _touchpoint(project, "tp-mail").emotions] == [("pe-eva", 1.0)]
    project = set_emotion(project, "tp-mail", "pe-eva", expected=2.0)
    assert _touchpoint(project, "tp-mail").emotions[0].expected == 2.0
    project = set_emotion(project, "tp-mail", "pe-eva", value=None, expected=None)
    assert _touchpoint(project, "tp-mail").emotions == ()


@pytest.mark.parametrize(
    ("value", "sentence"),
    [(2.5, "2"), (-3.0, "-2"), (0.3, "0.5"), (float("nan"), "number"), (float("inf"), "number")],
)
def test_an_emotion_stays_within_its_scale(value: float, sentence: str) -> None:
    with pytest.raises(EditError, match=sentence):
        set_emotion(everything(), "tp-mail", "pe-eva", value=value)


def test_only_a_persona_of_the_project_feels() -> None:
    with pytest.raises(EditError, match="no persona"):
        set_emotion(everything(), "tp-mail", "nobody", value=1.0)
    with pytest.raises(EditError, match="Only touchpoints"):
        set_emotion(everything(), "nt-quote", "pe-eva", value=1.0)


# Moving


def test_cards_move_into_another_cell_in_the_order_of_the_map() -> None:
    project = move_cards(two_by_two(), ["a3", "a2"], "b", "s2", before="b1")
    assert _at(project, "b", "s2") == ["a2", "a3", "b1"]
    assert _at(project, "a", "s1") == ["a1"]
    assert [cell.step for cell in _row(project, "a").cells] == ["s1"], "an empty cell goes"
    assert problems(project) == ()


def _row(project: Project, key: str) -> CardLane:
    return find_lane(project.maps[0], key)  # type: ignore[return-value]


def test_a_card_moves_within_its_cell() -> None:
    assert _at(move_cards(two_by_two(), ["a2"], "a", "s1", before="a1"), "a", "s1") == ["a2", "a1"]
    assert _at(move_cards(two_by_two(), ["a1"], "a", "s1", before=None), "a", "s1") == ["a2", "a1"]


def test_a_card_dropped_where_it_lies_is_no_change() -> None:
    project = two_by_two()
    assert move_cards(project, ["a1"], "a", "s1", before="a1") is project
    assert move_cards(project, ["a1"], "a", "s1", before="a2") is project
    assert move_cards(project, ["a1", "a2"], "a", "s1", before="a2") is project
    assert move_cards(project, [], "a", "s1") is project


def test_cards_gather_where_one_of_them_lies() -> None:
    project = move_cards(two_by_two(), ["a3", "a1"], "a", "s1", before="a1")
    assert _at(project, "a", "s1") == ["a1", "a3", "a2"]


def test_moving_a_card_keeps_it_the_same_object_with_its_paths() -> None:
    before = everything()
    after = move_cards(before, ["tp-web"], "ln-offline", "st-use")
    assert find_card(after.maps[0], "tp-web") is find_card(before.maps[0], "tp-web")
    assert after.maps[0].paths is before.maps[0].paths


def test_a_lane_refuses_cards_of_another_kind_with_a_sentence() -> None:
    project = everything()
    assert refusal(project, ["tp-web"], "ln-notes") == "A touchpoint needs a lane of touchpoints."
    assert refusal(project, ["nt-quote"], "ln-text") is None
    assert refusal(project, ["ms-nps"], "ln-line") == "This lane holds no cards."
    assert refusal(project, ["tp-x"], "ln-online") is not None
    with pytest.raises(EditError, match="needs a lane of touchpoints"):
        move_cards(project, ["tp-web", "nt-quote"], "ln-notes", "st-see")


def test_a_step_that_is_not_there_takes_no_cards() -> None:
    with pytest.raises(EditError, match="nowhere"):
        move_cards(two_by_two(), ["a1"], "a", "nowhere")


# Copying and deleting


def test_copies_lie_right_below_their_originals_and_keep_their_translations() -> None:
    project, copies = duplicate_cards(everything(), ["tp-shop", "tp-web"], new=counting_ids())
    assert _at(project, "ln-online", "st-see") == ["tp-web", copies[0]]
    assert _at(project, "ln-offline", "st-ask") == ["tp-shop", copies[1]]
    assert _touchpoint(project, copies[0]).evolve(id="tp-web") == _touchpoint(project, "tp-web")
    assert project.translations["en"][f"{copies[0]}.metrics.0.name"] == "Loading time"
    assert problems(project) == ()


def test_deleting_cards_deletes_their_paths_counterparts_and_translations() -> None:
    project = delete_cards(everything(), ["tp-shop", "tp-x"])
    assert project.maps[0].paths == ()
    assert project.maps[0].counterparts == ()
    assert not {"tp-shop.title", "pa-one.condition"} & project.translations["en"].keys()
    assert project.maps[1].lanes[0].cells == ()  # type: ignore[union-attr]
    assert problems(project) == ()


def test_a_card_that_is_gone_is_refused_by_name() -> None:
    project = delete_cards(two_by_two(), ["a1"])
    with pytest.raises(EditError, match="“a1”"):
        set_card(project, "a1", title="x")


# Translations follow


def test_translations_follow_the_items_of_a_list() -> None:
    project = set_card(everything(), "tp-web", tags=("wichtig", "dringend", "neu"))
    words = project.translations["en"]
    assert words["tp-web.tags.0"] == "important"
    assert words["tp-web.tags.2"] == "new"
    assert "tp-web.tags.1" not in words


def test_an_item_that_is_reworded_keeps_its_translation() -> None:
    project = set_card(everything(), "tp-web", tags=("ganz neu", "wichtig"))
    assert project.translations["en"]["tp-web.tags.0"] == "new"


def test_translations_go_with_the_item_that_was_removed() -> None:
    project = set_card(everything(), "tp-web", tags=("wichtig",), metrics=(), links=(WebLink(address="https://x.de"),))
    words = project.translations["en"]
    assert words["tp-web.tags.0"] == "important"
    assert "tp-web.tags.1" not in words
    assert "tp-web.metrics.0.name" not in words
    assert problems(project) == ()
