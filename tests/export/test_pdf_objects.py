"""Outline, links and shapes that we write ourselves, read back by a program that knows nothing of us."""

from __future__ import annotations

import gc
import io
import weakref

import pikepdf
import pytest

from journey_editor.export.maps import export_map
from journey_editor.export.pdf import write_pdf
from journey_editor.export.pdf_objects import text
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import GlyphRun, Group, Item, Outline, Path, Tag
from journey_editor.layout.later import Later, in_passing
from journey_editor.layout.pages import Page, Pages, pages
from tests.builders import PIXEL, PIXEL_SHA, everything

RING = Outline(tuple(("L", float(i), float(i * i % 7)) if i else ("M", 0.0, 0.0) for i in range(20)))


def pages_of(*items: Item, count: int = 1) -> Pages:
    return Pages((Page(200.0, 100.0, Group(0.0, 0.0, 200.0, 100.0, items)),) * count)


@pytest.mark.parametrize("words", ["Plain", "(a) \\ )(", "Größe – „so“", "日本 👍🏽", "line\nbreak", "", "\\"])
def test_a_text_string_is_read_back_as_it_was(words: str) -> None:
    title = Group(0.0, 0.0, 9.0, 9.0, (), Tag("phase", "p", words or "x"))
    data = write_pdf(pages_of(title), title="Map").data
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        assert outline.root[0].children[0].children[0].title == " ".join((words or "x").split())
    assert str(pikepdf.Object.parse(text(words))) == words


def test_the_outline_counts_what_it_shows_and_its_lines_are_chained_both_ways() -> None:
    cards = tuple(Group(0.0, 9.0 * i, 9.0, 9.0, (), Tag("card", f"c{i}", f"Card {i}")) for i in range(5))
    lanes = tuple(
        Group(0.0, 40.0 * n, 9.0, 40.0, cards[2 * n : 3 * n + 2], Tag("lane", f"l{n}", f"L{n}")) for n in (0, 1)
    )
    band = Group(0.0, 0.0, 9.0, 9.0, (), Tag("phase", "p", "Phase"))
    with pikepdf.open(io.BytesIO(write_pdf(pages_of(band, *lanes), title="Map").data)) as pdf:
        root = pdf.Root.Outlines
        # The map; phases and one of them; lanes and two of them, closed.
        assert int(root.Count) == 1 + 1 + 1 + 1 + 2
        top = root.First
        assert top == root.Last
        lane_head = top.Last
        assert [int(lane_head.First.Count), int(lane_head.Last.Count)] == [-2, -3]
        line, seen = lane_head.Last.First, []
        while True:
            seen.append(str(line.Title))
            assert line.Parent == lane_head.Last
            if "/Next" not in line:
                break
            assert line.Next.Prev == line
            line = line.Next
        assert line == lane_head.Last.Last
        assert seen == ["Card 2", "Card 3", "Card 4"]


def test_a_shape_that_comes_often_is_written_once_and_used_by_every_page_that_draws_it() -> None:
    often = tuple(Path(RING, 9.0 * i, 5.0, fill="#FF0000" if i % 2 else "#00FF00") for i in range(20))
    data = write_pdf(pages_of(*often, count=2), title="Shapes").data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            assert len(page.Resources.XObject) == 1
        assert pdf.pages[1].Contents.read_bytes().count(b" Do") == 20
        (form,) = pdf.pages[0].Resources.XObject.values()
        left, _, right, _ = (float(edge) for edge in form.BBox)
        assert left <= 0.0
        assert right >= 19.0
        assert b"rg" not in form.read_bytes()  # it takes the colour from where it is drawn


def test_a_shape_that_comes_once_stays_where_it_is() -> None:
    with pikepdf.open(io.BytesIO(write_pdf(pages_of(Path(RING, fill="#FF0000")), title="Shape").data)) as pdf:
        assert "/XObject" not in pdf.pages[0].Resources


def _runs(root: Group) -> list[GlyphRun]:
    found: list[GlyphRun] = []
    for item in root.items:
        if isinstance(item, GlyphRun):
            found.append(item)
        elif isinstance(item, Group):
            found += _runs(item)
    return found


def test_writing_tells_of_the_type_what_looking_at_every_letter_tells() -> None:
    project = everything()
    composed = pages(project, "mp-one")
    written = write_pdf(composed, title="Map", images={PIXEL_SHA: PIXEL})
    assert written.type == composed.type
    assert written.type.smallest == min(run.size for page in composed.pages for run in _runs(page.root))


def test_what_is_made_in_passing_is_not_kept() -> None:
    made: list[int] = []
    later = Later(lambda: made.append(1) or len(made))
    with in_passing():
        assert [later(), later()] == [1, 2]
    assert [later(), later()] == [3, 3]


def test_an_export_leaves_nothing_behind() -> None:
    project, layouter = everything(), Layouter()
    shaper = weakref.ref(layouter.shaper)
    was_on = gc.isenabled()
    gc.disable()
    try:
        export_map(project, "mp-one", {PIXEL_SHA: PIXEL}, layouter=layouter)
        del layouter
        assert shaper() is None, "something leads back to the shaper: all that it keeps would stay"
    finally:
        if was_on:
            gc.enable()
