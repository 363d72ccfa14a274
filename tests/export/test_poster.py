"""A poster glued from sheets is the poster: the sheets as they are printed, put together by their overlap."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops, ImageFilter

from journey_editor.export.maps import export_map
from journey_editor.layout.paper import POINTS_PER_MM
from journey_editor.layout.tile_grid import SAFE, STRIP, TileGrid, tile_grid
from journey_editor.model.style import PAPER_MM, PageSetup, PaperName, TilePaper
from journey_editor.storage.files import load

BRANDT = load(Path(__file__).parents[1] / "data" / "brandt.journey")
#: Pixels for a millimetre: one is 0.1 mm, and as all lengths here are whole millimetres, no sheet is shifted by less.
DENSE = 10
#: How much a pixel's grey may differ besides, out of 255: each drawing has its own rounding at slanted edges.
_SHADES = 24


def pdf(paper: PaperName, tile: TilePaper = "", **changes: float) -> bytes:
    setup = PageSetup(paper=paper, tile=tile, **changes)  # type: ignore[arg-type]
    return export_map(BRANDT.project, BRANDT.project.maps[0].id, BRANDT.images, setup, allow_small=True).data


def picture(document: pdfium.PdfDocument, number: int) -> Image.Image:
    page = document[number]
    # A hair less, or a side that is a hair too long would be rounded up and the page stretched to it.
    drawn = page.render(scale=DENSE / POINTS_PER_MM * 0.99999, grayscale=True).to_pil().convert("L")
    page.close()
    return drawn


def glued(data: bytes, grid: TileGrid) -> Image.Image:
    """The sheets behind the plan, each cut out and laid where its code says."""
    document = pdfium.PdfDocument(data)
    assert len(document) == 1 + grid.columns * grid.rows
    whole = Image.new("L", tuple(round(side / POINTS_PER_MM * DENSE) for side in grid.poster), 255)
    for number, at in enumerate(grid.places(), start=1):
        x, y, w, h = (round(length / POINTS_PER_MM * DENSE) for length in grid.window(*at))
        edge = round((SAFE + STRIP) / POINTS_PER_MM * DENSE)
        whole.paste(picture(document, number).crop((edge, edge, edge + w, edge + h)), (x, y))
    return whole


def off(glued_together: Image.Image, poster: Image.Image) -> int:
    """How many pixels of one have no match in the other within one pixel around, which is 0.1 mm."""
    found = 0
    for one, other in ((glued_together, poster), (poster, glued_together)):
        darkest, lightest = other.filter(ImageFilter.MinFilter(3)), other.filter(ImageFilter.MaxFilter(3))
        for beyond in (ImageChops.subtract(darkest, one), ImageChops.subtract(one, lightest)):
            found += sum(beyond.histogram()[_SHADES:])
    return found


#: By hand: the poster that people glue. It takes a minute.
LARGE = pytest.param("A0", "A4", marks=pytest.mark.skipif("POSTER" not in os.environ, reason="POSTER=1 tries it"))


@pytest.mark.parametrize(("paper", "tile"), [("A3", "A5"), LARGE])
def test_the_glued_sheets_are_the_poster_within_a_tenth_of_a_millimetre(paper: PaperName, tile: TilePaper) -> None:
    width, height = (side * POINTS_PER_MM for side in reversed(PAPER_MM[paper]))
    poster = picture(pdfium.PdfDocument(pdf(paper)), 0)
    together = glued(pdf(paper, tile, overlap=10), tile_grid(tile, 10, width, height))
    assert together.size == poster.size
    assert off(together, poster) == 0
    moved = ImageChops.offset(together, 3, 0)
    assert off(moved, poster) > 1000, "three tenths of a millimetre would not be seen"


def test_a_page_for_a_print_shop_says_where_it_is_cut() -> None:
    with pikepdf.open(io.BytesIO(pdf("A4", bleed=3))) as document:
        page = document.pages[0]
        media, bleed, trim = ([float(v) for v in page[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox"))
    size = [trim[2] - trim[0], trim[3] - trim[1]]
    assert size == pytest.approx([297 * POINTS_PER_MM, 210 * POINTS_PER_MM], abs=0.01)
    out = [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]]
    assert out == pytest.approx([3 * POINTS_PER_MM] * 4, abs=0.01)
    assert media[0] <= bleed[0] - 5 * POINTS_PER_MM  # room for the marks


def test_a_page_for_office_paper_is_whole() -> None:
    with pikepdf.open(io.BytesIO(pdf("A4"))) as document:
        assert "/TrimBox" not in document.pages[0]
        assert "/BleedBox" not in document.pages[0]


@pytest.mark.parametrize(("margin", "bleed", "tile", "said"), [(5, 0, "", True), (7, 0, "", False), (5, 3, "", False)])
def test_margins_that_printers_do_not_have_are_said(margin: float, bleed: float, tile: TilePaper, said: bool) -> None:
    setup = PageSetup(margin=margin, bleed=bleed, tile=tile)
    made = export_map(BRANDT.project, BRANDT.project.maps[0].id, BRANDT.images, setup)
    assert any("7 mm" in warning for warning in made.warnings) is said
