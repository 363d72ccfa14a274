"""Maps, the project itself, its images, and deleting or changing whatever an id names."""

from __future__ import annotations

import pytest

from journey_editor.edit.anything import set_any
from journey_editor.edit.change import EditError
from journey_editor.edit.images import add_image
from journey_editor.edit.maps import add_map, delete_map, move_map, set_map
from journey_editor.edit.projects import set_project
from journey_editor.edit.remove import delete
from journey_editor.model.assets import AssetRef
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.things import things
from tests.builders import everything, two_by_two


def test_maps_are_added_renamed_moved_and_deleted() -> None:
    project, key = add_map(everything(), "Soll", "to-be", before="mp-two", new=counting_ids())
    assert [m.id for m in project.maps] == ["mp-one", key, "mp-two"]
    project = set_map(project, key, title="Ziel", goal="Weniger Anrufe")
    assert (project.maps[1].title, project.maps[1].kind) == ("Ziel", "to-be")
    project = move_map(project, key, None)
    assert [m.id for m in project.maps] == ["mp-one", "mp-two", key]
    assert delete_map(project, key) == everything()


def test_deleting_a_map_deletes_the_translations_of_all_it_held() -> None:
    project = delete_map(everything(), "mp-one")
    assert project.translations == {"en": {"pe-eva.goals.0": "Save time", "ch-shop.name": "Shop"}}
    assert problems(project) == ()


def test_the_only_map_stays() -> None:
    with pytest.raises(EditError, match="at least one map"):
        delete_map(two_by_two(), "map")


def test_a_map_names_personas_that_exist_and_each_once() -> None:
    with pytest.raises(EditError, match="no persona"):
        set_map(everything(), "mp-one", personas=("nobody",))
    with pytest.raises(EditError, match="twice"):
        set_map(everything(), "mp-one", personas=("pe-eva", "pe-eva"))


def test_the_band_can_be_set_with_the_other_fields_of_a_map() -> None:
    journey = set_map(everything(), "mp-one", band_below="", title="x").maps[0]
    assert (journey.band_below, journey.title) == ("", "x")


def test_a_map_keeps_page_and_theme() -> None:
    project = everything()
    page = project.maps[0].page.evolve(paper="A0", orientation="portrait")
    assert set_map(project, "mp-one", page=page).maps[0].page.paper == "A0"


def test_a_project_says_what_is_set() -> None:
    project = set_project(everything(), title="Neu", author="Ida")
    assert (project.title, project.author) == ("Neu", "Ida")
    assert set_project(project, title="Neu") is project


def test_a_project_refuses_a_logo_that_is_not_there() -> None:
    with pytest.raises(EditError, match="no image"):
        set_project(everything(), logo="f" * 64)


def test_an_image_is_listed_once() -> None:
    project = two_by_two()
    image = AssetRef(sha256="a" * 64, media_type="image/png", width=2, height=2)
    once = add_image(project, image)
    assert once.images == (image,)
    assert add_image(once, image) is once


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("pr-all", {"title": "x"}),
        ("pe-tom", {"name": "x"}),
        ("ch-web", {"name": "x"}),
        ("mp-one", {"title": "x"}),
        ("ph-after", {"title": "x"}),
        ("st-see", {"title": "x"}),
        ("ln-line", {"title": "x"}),
        ("tp-web", {"title": "x"}),
        ("nt-quote", {"text": "x"}),
        ("pc-one", {"text": "x"}),
        ("pt-one", {"label": "x"}),
        ("pa-one", {"condition": "x"}),
    ],
)
def test_whatever_an_id_names_can_be_changed(key: str, fields: dict[str, str]) -> None:
    project = set_any(everything(), key, **fields)
    (field, value) = next(iter(fields.items()))
    assert [getattr(thing.node, field) for thing in things(project) if thing.id == key] == [value]


@pytest.mark.parametrize("key", [thing.id for thing in things(everything()) if thing.kind not in ("project", "map")])
def test_whatever_an_id_names_can_be_deleted(key: str) -> None:
    project = everything()
    if key in ("st-use", "st-x"):
        with pytest.raises(EditError, match="at least one step"):
            delete(project, [key])
        return
    after = delete(project, [key])
    assert key not in {thing.id for thing in things(after)}
    assert problems(after) == ()


def test_a_mix_of_things_is_deleted_at_once() -> None:
    project = delete(everything(), ["st-use", "ph-after", "tp-web", "pa-one", "ln-line", "no-such-thing"])
    left = {thing.id for thing in things(project)}
    assert not left & {"ph-after", "st-use", "tp-web", "pa-one", "ln-line", "tp-mail", "pt-one"}
    assert problems(project) == ()


def test_the_project_itself_cannot_be_deleted() -> None:
    with pytest.raises(EditError, match="project itself"):
        delete(everything(), ["tp-web", "pr-all"])


def test_everything_else_can_be_deleted_but_one_map() -> None:
    project = everything()
    project = delete(project, [thing.id for thing in things(project) if thing.id not in ("pr-all", "mp-one")])
    assert [thing.id for thing in things(project)] == ["pr-all", "mp-one"]
    assert problems(project) == ()
