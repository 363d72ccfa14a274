"""Posters from office paper: the sheets overlap as chosen, cover the poster, and keep off the edge of their paper."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journey_editor.layout.drawlist import GlyphRun, Group, Item, Link, Rect, Tag
from journey_editor.layout.finishing import finished
from journey_editor.layout.pages import Page, Pages, pages
from journey_editor.layout.print_words import Setting
from journey_editor.layout.scaling import runs
from journey_editor.layout.shape import Shaper
from journey_editor.layout.tile_grid import SAFE, STRIP, code, tile_grid
from journey_editor.layout.tiles import tiled
from journey_editor.layout.windows import Window, has_ink, seen
from journey_editor.model.style import PAPER_MM, PageSetup
from tests.builders import everything, large
from tests.drawn import flat

MM = 72 / 25.4
SHAPER = Shaper()


def sheets_of(root: Group, width: float, height: float, **setup: object) -> Pages:
    page = Page(width, height, root)
    setting = Setting(everything(), "en", SHAPER)
    return tiled(Pages((page,)), PageSetup(**setup), setting, "Poster")  # type: ignore[arg-type]


def codes(made: Pages) -> list[str]:
    return [page.root.tag.label for page in made.pages if page.root.tag and page.root.tag.label]


def words(page: Page) -> list[str]:
    return [run.text for run in runs(page.root.items)]


FULL = Group(0, 0, 420 * MM, 297 * MM, (Rect(0, 0, 420 * MM, 297 * MM, fill="#336699"),))


def test_codes_go_by_row_and_column() -> None:
    assert [code(0, 0), code(1, 0), code(0, 1), code(11, 25), code(0, 26), code(2, 27)] == [
        "A1",
        "A2",
        "B1",
        "Z12",
        "AA1",
        "AB3",
    ]


@settings(max_examples=150, deadline=None)
@given(
    paper=st.sampled_from(["A5", "A4", "A3", "Letter", "Legal", "Tabloid"]),
    overlap=st.floats(0, 50),
    width=st.floats(150, 14_400),
    height=st.floats(150, 14_400),
)
def test_the_parts_cover_the_poster_and_neighbours_share_the_overlap(
    paper: str, overlap: float, width: float, height: float
) -> None:
    grid = tile_grid(paper, overlap, width, height)  # type: ignore[arg-type]
    row = [grid.window(column, 0) for column in range(grid.columns)]
    column = [grid.window(0, row) for row in range(grid.rows)]
    assert row[0].x == column[0].y == 0.0
    assert row[-1].x + row[-1].w == pytest.approx(width, abs=0.02)
    assert column[-1].y + column[-1].h == pytest.approx(height, abs=0.02)
    for left, right in pairwise(row):
        assert left.x + left.w - right.x == pytest.approx(overlap * MM, abs=1e-6)
        assert right.w > grid.overlap  # it shows more than its neighbour does
    for upper, lower in pairwise(column):
        assert upper.y + upper.h - lower.y == pytest.approx(overlap * MM, abs=1e-6)
        assert lower.h > grid.overlap
    border = SAFE + STRIP
    assert all(window.w <= grid.width - 2 * border + 1e-6 for window in row)
    other = tile_grid(paper, overlap, height, width)  # type: ignore[arg-type]
    assert grid.columns * grid.rows == other.columns * other.rows


def test_an_a0_needs_25_sheets_of_a4() -> None:
    short, long = (side * MM for side in PAPER_MM["A0"])
    upright, lying = tile_grid("A4", 10, short, long), tile_grid("A4", 10, long, short)
    assert (upright.columns, upright.rows, lying.columns, lying.rows) == (5, 5, 5, 5)
    assert upright.height > upright.width
    assert lying.width > lying.height


def test_pages_that_fit_the_paper_stay_as_they_are() -> None:
    composed = pages(everything(), "mp-one", PageSetup(paper="A4"))
    assert finished(composed, everything(), "mp-one", PageSetup(paper="A4", tile="A4")) is composed
    assert finished(composed, everything(), "mp-one", PageSetup(paper="A4")) is composed


def test_the_plan_comes_first_and_names_the_sheets() -> None:
    made = sheets_of(FULL, 420 * MM, 297 * MM, tile="A4")
    assert codes(made) == ["A1", "A2", "B1", "B2"]
    assert len(made.pages) == 5
    plan = words(made.pages[0])
    assert {"Assembly plan", "A1", "A2", "B1", "B2"} <= set(plan)
    assert "4 sheets A4: 2 across, 2 down" in " ".join(plan)


def test_of_very_many_sheets_the_plan_names_as_many_as_can_be_read() -> None:
    wall = Group(0, 0, 14_000.0, 14_000.0, (Rect(0, 0, 14_000.0, 14_000.0, fill="#336699"),))
    made = sheets_of(wall, 14_000.0, 14_000.0, tile="A5", overlap=0.0)
    plan, known = list(runs(made.pages[0].root.items)), set(codes(made))
    assert min(run.size for run in plan) >= 8.0
    assert 20 < sum(run.text in known for run in plan) < len(known)


def test_neighbours_are_named_at_the_edges() -> None:
    made = sheets_of(FULL._replace(w=840 * MM), 840 * MM, 594 * MM, tile="A5", overlap=0.0)
    middle = made.pages[1 + codes(made).index("B2")]
    page = {run.text: (x + run.x, y + run.y) for run, x, y in flat(middle.root.items) if isinstance(run, GlyphRun)}
    assert page["A2"][1] < page["B1"][1] < page["C2"][1]
    assert page["B1"][0] < page["A2"][0] < page["B3"][0]


@pytest.mark.parametrize("tile", ["A5", "A4", "A3", "Letter"])
@pytest.mark.parametrize("overlap", [0.0, 10.0, 50.0])
def test_nothing_is_printed_where_printers_do_not_print(tile: str, overlap: float) -> None:
    made = sheets_of(FULL, 420 * MM * 2, 297 * MM * 2, tile=tile, overlap=overlap)
    for page in made.pages[1:]:
        white: list[Window] = []
        drawn = [(item, x, y) for item, x, y in flat(page.root.items)]
        cover = [
            number for number, (item, _, _) in enumerate(drawn) if isinstance(item, Rect) and item.fill == "#FFFFFF"
        ]
        assert len(cover) == 4  # over the poster, under the marks
        white = [Window(i.x, i.y, i.w, i.h) for i, _, _ in (drawn[n] for n in cover) if isinstance(i, Rect)]
        for edge in ((1.0, 1.0), (page.width - 1, 1.0), (1.0, page.height - 1), (page.width / 2, SAFE - 0.1)):
            assert any(w.x <= edge[0] <= w.x + w.w and w.y <= edge[1] <= w.y + w.h for w in white)
        for item, x, y in drawn[cover[-1] + 1 :]:
            if isinstance(item, GlyphRun):
                assert x + item.x >= SAFE - 0.01
                assert x + item.x + item.advance <= page.width - SAFE + 0.01
                assert SAFE <= y + item.y <= page.height - SAFE
            elif isinstance(item, Rect):
                assert x + item.x >= SAFE - 0.01
                assert y + item.y >= SAFE - 0.01
                assert x + item.x + item.w <= page.width - SAFE + 0.01
                assert y + item.y + item.h <= page.height - SAFE + 0.01


def test_a_sheet_has_no_text_that_is_not_on_it_and_every_text_is_on_some_sheet() -> None:
    base = large(4, 6, 2)
    composed = pages(base, "map", PageSetup(paper="A3"))
    made = finished(composed, base, "map", PageSetup(paper="A3", tile="A5"))
    everywhere = [set(words(page)) & set(words(composed.pages[0])) for page in made.pages[1:]]
    whole = words(composed.pages[0])
    assert set(whole) <= set().union(*everywhere)
    assert max(len(one) for one in everywhere) < len(set(whole))


def test_sheets_at_the_end_without_ink_are_left_out_and_those_amid_others_stay() -> None:
    spots = (
        Rect(5, 5, 9, 9, fill="#000000"),
        Rect(600, 5, 9, 9, fill="#000000"),
        Rect(0, 0, 1200, 800, fill="#FFFFFF"),
    )
    made = sheets_of(Group(0, 0, 1200, 800, spots), 1200, 800, tile="A5", overlap=0.0)
    assert codes(made) == ["A1", "A2"]
    apart = (spots[0], Rect(1195, 5, 3, 3, fill="#000000"))
    kept = codes(sheets_of(Group(0, 0, 1200, 800, apart), 1200, 800, tile="A5", overlap=0.0))
    assert kept == [code(column, 0) for column in range(tile_grid("A5", 0.0, 1200, 800).columns)]


def test_several_posters_each_have_a_plan() -> None:
    setting = Setting(everything(), "en", SHAPER)
    small = Page(100.0, 100.0, Group(0, 0, 100, 100, ()))
    posters = Pages((Page(420 * MM, 297 * MM, FULL), small, Page(420 * MM, 297 * MM, FULL)))
    made = tiled(posters, PageSetup(tile="A4"), setting, "Poster")
    assert [("Assembly plan" in words(page)) for page in made.pages].count(True) == 2
    assert len(made.pages) == 11
    assert any("2/2" in word for word in words(made.pages[-1]))


def test_a_link_leads_only_from_where_it_is_seen() -> None:
    link = Group(0, 0, 200, 100, (Link(10, 10, 100, 20, "https://example.org/"),))
    assert seen(link, Window(50, 0, 20, 100)).items == (Link(50, 10, 20, 20, "https://example.org/"),)
    assert seen(link, Window(150, 0, 20, 100)).items == ()


def test_cards_elsewhere_are_not_even_drawn() -> None:
    from journey_editor.layout.later import Later

    def never() -> tuple[Item, ...]:
        raise AssertionError("drawn")

    card = Group(500, 0, 50, 50, Later(never), Tag("card", "c"))
    assert not has_ink(seen(Group(0, 0, 600, 100, (card,)), Window(0, 0, 100, 100)).items)
