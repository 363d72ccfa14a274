"""Presets of a project: kept under a name, renamed, replaced and deleted."""

from __future__ import annotations

import pytest

from journey_editor.edit.change import EditError
from journey_editor.edit.presets import delete_preset, keep_preset, rename_preset
from journey_editor.model.project import Project
from journey_editor.model.style import PageSetup
from tests.builders import everything

WALL, SLIDE = PageSetup(paper="A2"), PageSetup(paper="16:9")


def names(project: Project) -> list[str]:
    return [preset.name for preset in project.presets]


def test_a_setup_is_kept_under_its_name_and_replaced_under_the_same() -> None:
    bare = everything().evolve(presets=())
    kept = keep_preset(keep_preset(bare, "  Wall\n map ", WALL), "Slide", SLIDE)
    assert names(kept) == ["Wall map", "Slide"]
    replaced = keep_preset(kept, "Wall map", SLIDE)
    assert [preset.page for preset in replaced.presets] == [SLIDE, SLIDE]
    assert keep_preset(kept, "Slide", SLIDE) is kept


def test_a_preset_is_renamed_in_its_place() -> None:
    kept = keep_preset(keep_preset(everything().evolve(presets=()), "a", WALL), "b", SLIDE)
    assert names(rename_preset(kept, "a", "Kund*innen <b>")) == ["Kund*innen <b>", "b"]
    assert rename_preset(kept, "a", "a") is kept
    for wrong in (lambda: rename_preset(kept, "a", "b"), lambda: rename_preset(kept, "a", " ")):
        with pytest.raises(EditError):
            wrong()
    with pytest.raises(EditError, match="no preset"):
        rename_preset(kept, "gone", "c")


def test_a_preset_is_deleted() -> None:
    kept = keep_preset(everything().evolve(presets=()), "a", WALL)
    assert names(delete_preset(kept, "a")) == []
    with pytest.raises(EditError, match="no preset"):
        delete_preset(kept, "b")


def test_a_name_that_no_file_may_have_is_refused() -> None:
    with pytest.raises(EditError):
        keep_preset(everything(), "a\x00b", WALL)
