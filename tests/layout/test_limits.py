"""The limits of paper: what is too small to write on is refused, and words keep off an edge that is cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from journey_editor.layout.drawlist import GlyphRun, Group, Item, Rect
from journey_editor.layout.finishing import finished
from journey_editor.layout.pages import Page, pages
from journey_editor.layout.paper import POINTS_PER_MM, PageProblem
from journey_editor.model.style import PageSetup
from tests.builders import everything, large

PROJECT = everything()
MAP = PROJECT.maps[0].id


def flat(items: Iterable[Item], x: float = 0.0, y: float = 0.0) -> Iterator[tuple[Item, float, float]]:
    """Every item that draws, with the origin that it stands at."""
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items, x + item.x, y + item.y)
        else:
            yield item, x, y


def foot_top(page: Page) -> float:
    (foot,) = [g for g in page.root.items if isinstance(g, Group) and g.tag is not None and g.tag.kind == "footer"]
    return foot.y


def tried(setup: PageSetup) -> tuple[tuple[Page, ...], str]:
    """The pages, or none and why."""
    try:
        return pages(PROJECT, MAP, setup).pages, ""
    except PageProblem as problem:
        return (), str(problem)


@pytest.mark.parametrize("kind", ["map", "phases"])
def test_a_worksheet_keeps_off_its_foot_or_is_refused(kind: str) -> None:
    refused = []
    for width in range(70, 240, 24):
        for height in range(70, 320, 35):
            setup = PageSetup(paper="custom", width=width, height=height, margin=7).evolve(worksheet=kind)
            made, why = tried(setup)
            if why:
                refused.append((width, height))
                assert "too small to write on; a worksheet needs A5" in why or "no room" in why
            for page in made:
                body = [g for g in page.root.items if isinstance(g, Group) and not (g.tag and g.tag.kind == "footer")]
                lowest = max((y + item.y for item, _, y in flat(body) if isinstance(item, GlyphRun)), default=0.0)
                assert lowest < foot_top(page), (width, height)
    assert refused
    assert all(min(sides) < 148 or max(sides) < 210 for sides in refused)


@pytest.mark.parametrize("kind", ["map", "phases"])
def test_margins_that_leave_no_room_for_a_hand_are_refused_as_smaller_paper_is(kind: str) -> None:
    wide = PageSetup(paper="A3", orientation="landscape", margin=100, worksheet=kind)
    made, why = tried(wide)
    assert not made
    assert "margins of 20 mm at most" in why
    made, why = tried(wide.evolve(margin=20))
    assert made
    assert not why


@pytest.mark.parametrize("paper", ["A5", "Letter", "A4", "16:9"])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_no_paper_that_has_a_name_is_too_small_for_a_worksheet(paper: str, orientation: str) -> None:
    for kind in ("map", "phases"):
        for project in (PROJECT, large(lanes=3, steps=6, cards=1)):
            setup = PageSetup().evolve(paper=paper, orientation=orientation, margin=10, worksheet=kind)
            assert pages(project, project.maps[0].id, setup).pages


@pytest.mark.parametrize("margin", [0, 3, 5, 12])
def test_words_keep_off_an_edge_that_is_cut(margin: float) -> None:
    setup = PageSetup(paper="A3", margin=margin, bleed=3, appendix=True)
    made = finished(pages(PROJECT, MAP, setup), PROJECT, MAP, setup)
    least = max(margin, 5.0) * POINTS_PER_MM - 0.5
    ran_out = False
    for page in made.pages:
        trim = page.trim
        assert trim is not None
        for item, x, y in flat(page.root.items):
            if isinstance(item, GlyphRun):
                assert x + item.x >= trim.x + least
                assert trim.y + least <= y + item.y <= trim.y + trim.h - least
            elif isinstance(item, Rect) and item.h < 2.0 and item.w > trim.w:
                ran_out = True
                assert x + item.x == pytest.approx(trim.x - trim.bleed)
                assert x + item.x + item.w == pytest.approx(trim.x + trim.w + trim.bleed)
    assert ran_out is (margin == 0)


def test_without_a_bleed_the_margin_is_what_was_chosen() -> None:
    for setup in (PageSetup(margin=2), PageSetup(margin=2, bleed=3, tile="A4")):
        xs = [
            x + item.x
            for page in pages(PROJECT, MAP, setup).pages
            for item, x, _ in flat(page.root.items)
            if isinstance(item, GlyphRun)
        ]
        assert min(xs) < 3 * POINTS_PER_MM
