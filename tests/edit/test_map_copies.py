"""A map that is duplicated: fresh ids everywhere, nothing lost, and a trace from each thing to what it came from."""

from __future__ import annotations

import pytest

from journey_editor.edit.change import EditError
from journey_editor.edit.map_copies import duplicate_map
from journey_editor.edit.maps import delete_map, set_map
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import find_map
from journey_editor.model.things import things_of
from journey_editor.storage.codec import decode, encode
from journey_editor.storage.templates import with_fresh_ids
from tests.builders import PIXEL, PIXEL_SHA, everything


def to_be(project: Project, source: str = "mp-one", start: int = 500) -> tuple[Project, JourneyMap]:
    project, key = duplicate_map(project, source, "to-be", new=counting_ids(start))
    return project, find_map(project, key)


def test_a_duplicate_as_to_be_stands_behind_its_source_with_ids_of_its_own() -> None:
    project, copy = to_be(everything())
    assert [journey.id for journey in project.maps] == ["mp-one", copy.id, "mp-two"]
    assert copy.kind == "to-be"
    mine, theirs = ({thing.id for thing in things_of(journey)} for journey in (copy, project.maps[0]))
    assert len(mine) == len(theirs)
    assert not mine & theirs
    assert problems(project) == ()
    assert project.maps[0] == everything().maps[0]


def test_every_copied_thing_and_the_map_itself_know_what_they_came_from() -> None:
    project, copy = to_be(everything())
    source = project.maps[0]
    assert copy.origins.keys() == {copy.id} | {thing.id for thing in things_of(copy)}
    assert set(copy.origins.values()) == {source.id} | {thing.id for thing in things_of(source)}
    for thing in things_of(copy):
        origin = next(other for other in things_of(source) if other.id == copy.origins[thing.id])
        assert origin.kind == thing.kind


def test_a_copy_of_a_copy_leads_to_the_first_even_when_the_one_between_is_deleted() -> None:
    project, first = to_be(everything())
    project, second = to_be(project, first.id, 900)
    assert second.origins[second.id] == "mp-one"
    assert set(second.origins.values()) == set(first.origins.values())
    project = delete_map(project, first.id)
    assert find_map(project, second.id).origins == second.origins
    assert problems(project) == ()


def test_its_words_are_there_in_each_language_and_its_title_says_what_it_is() -> None:
    project, copy = to_be(everything())
    english = project.translations["en"]
    assert (copy.title, english[f"{copy.id}.title"]) == ("Kauf (Soll)", "Purchase (to be)")
    by_origin = {origin: key for key, origin in copy.origins.items()}
    assert english[f"{by_origin['tp-web']}.metrics.0.name"] == "Loading time"
    assert english[f"{by_origin['pa-one']}.condition"] == "if unsure"


@pytest.mark.parametrize(
    ("title", "kind", "wanted"),
    [
        ("Kauf", "to-be", "Kauf (Soll)"),
        ("Kauf (Ist)", "to-be", "Kauf (Soll)"),
        ("Kauf", "as-is", "Kauf (Kopie)"),
        ("", "to-be", "Journey Map ohne Titel (Soll)"),
        ("(Ist)", "to-be", "(Ist) (Soll)"),
    ],
)
def test_titles_of_copies(title: str, kind: str, wanted: str) -> None:
    project = set_map(everything(), "mp-one", title=title)
    project, key = duplicate_map(project, "mp-one", kind, new=counting_ids(500))  # type: ignore[arg-type]
    assert find_map(project, key).title == wanted


def test_a_second_copy_is_told_from_the_first_by_a_number() -> None:
    project, first = to_be(everything())
    project, second = to_be(project, "mp-one", 900)
    project, third = to_be(project, second.id, 1500)
    assert [first.title, second.title, third.title] == ["Kauf (Soll)", "Kauf (Soll 2)", "Kauf (Soll 2) (Kopie)"]


def test_traces_are_saved_and_read_again() -> None:
    project, _ = to_be(everything())
    data = encode(project, {PIXEL_SHA: PIXEL})
    loaded = decode(data, "test")
    assert loaded.project == project
    assert encode(loaded.project, loaded.images) == data


def test_traces_hold_within_a_project_that_gets_fresh_ids_throughout() -> None:
    project, _ = to_be(everything())
    fresh = with_fresh_ids(project, counting_ids(5000))
    copy = fresh.maps[1]
    assert copy.origins[copy.id] == fresh.maps[0].id
    assert copy.origins.keys() == {copy.id} | {thing.id for thing in things_of(copy)}


def test_a_map_that_is_not_there_cannot_be_duplicated() -> None:
    with pytest.raises(EditError):
        duplicate_map(everything(), "mp-none")
