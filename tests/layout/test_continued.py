"""What goes on over a page says so: a phase that began on the page before, a list, and its chapter."""

from __future__ import annotations

from journey_editor.edit.anything import set_any
from journey_editor.layout.compose import Layouter
from journey_editor.layout.excerpt import excerpt
from journey_editor.layout.pages import pages
from journey_editor.layout.parting import by_width
from journey_editor.layout.scaling import runs
from journey_editor.model.project import Project
from journey_editor.model.style import PageSetup
from tests.builders import large

SMALL = PageSetup(paper="A5", margin=10)


def said(project: Project, setup: PageSetup, language: str = "en") -> list[set[str]]:
    """The words of each page, line by line."""
    made = pages(project, project.maps[0].id, setup, language)
    return [{run.text for run in runs(page.root.items)} for page in made.pages]


def test_a_phase_that_goes_on_says_so_and_one_that_begins_does_not() -> None:
    project = large(lanes=2, steps=9, cards=1)
    first, other = (phase.title for phase in project.maps[0].phases)
    found = said(project, SMALL.evolve(fit="natural"))
    assert first in found[0]
    assert f"{first} (continued)" in found[1]
    assert not any(f"{first} (continued)" in page or first not in page for page in found[:1])
    begins = next(page for page in found if other in page)
    assert f"{other} (continued)" not in begins
    assert f"{first} (Fortsetzung)" in said(project, SMALL.evolve(fit="natural"), "de")[1]


def test_pages_that_go_on_downwards_repeat_the_phases_as_they_are() -> None:
    project = large(lanes=12, steps=3, cards=1)
    found = said(project, SMALL.evolve(fit="lanes", lanes_each=2))
    assert len(found) > 2
    assert not any("(continued)" in words for page in found for words in page)


def test_that_it_goes_on_is_said_where_it_costs_no_line() -> None:
    plain = large(lanes=2, steps=9, cards=1)
    phase = plain.maps[0].phases[0]
    told = 0
    for letters in range(2, 80, 6):
        project = set_any(plain, phase.id, title="ab " * (letters // 3))
        (journey,) = project.maps
        part = by_width(journey, 4)[1]
        goes_on = Layouter().layout(project, journey.id, shown=part)
        alone = Layouter().layout(excerpt(project, journey, part), journey.id)
        assert goes_on.height == alone.height
        told += "(Fortsetzung)" in " ".join(run.text for run in runs(goes_on.root.items))
    assert 0 < told < len(range(2, 80, 6))


def test_a_list_that_goes_on_names_itself_and_its_chapter() -> None:
    project = large(lanes=4, steps=6, cards=3)
    setup = SMALL.evolve(map_pages=False, appendix=True)
    found = said(project, setup)
    assert len(found) > 2
    heads = [[words for words in page if "(continued)" in words] for page in found]
    assert heads[0] == []
    assert all(len(head) == 1 for head in heads[1:])
    assert any(head[0].startswith("All texts of the map (continued) · p") for head in heads[1:])


def test_a_list_that_begins_has_its_own_head_and_no_other() -> None:
    found = said(large(lanes=1, steps=2, cards=1), PageSetup(map_pages=False, appendix=True))
    assert len(found) == 1
    assert not any("(continued)" in words for words in found[0])
