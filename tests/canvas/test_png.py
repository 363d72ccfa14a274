"""PNG files of pages: their size and words, what they show, and what is too large."""

from __future__ import annotations

import io
from itertools import pairwise

import pypdfium2
import pytest
from PIL import Image as Picture
from PIL import ImageChops, ImageStat

from journey_editor.canvas.png import check_size, png_writer
from journey_editor.export.maps import ExportProblem, export_map
from journey_editor.layout.drawlist import Group, Image, Rect
from journey_editor.layout.pages import Page, Pages
from journey_editor.layout.written import Facts, PictureTooLarge
from journey_editor.model.style import PageSetup
from tests.builders import PIXEL, PIXEL_SHA, everything

pytestmark = pytest.mark.usefixtures("qapp")

IMAGES = {PIXEL_SHA: PIXEL}


def opened(data: bytes) -> Picture.Image:
    return Picture.open(io.BytesIO(data))


def test_a_picture_has_the_pixels_the_density_and_the_words() -> None:
    page = Page(144.0, 72.0, Group(0.0, 0.0, 144.0, 72.0, (Rect(72, 0, 72, 72, "#FF0000"),)))
    done = png_writer(100)(Pages((page,)), Facts("Title", "Me", "What"), {})
    picture = opened(done.files[0])
    assert (picture.size, picture.mode) == ((200, 100), "RGB")
    assert picture.info["dpi"] == pytest.approx((100, 100), abs=0.1)
    assert [picture.info[name] for name in ("Title", "Author", "Description")] == ["Title", "Me", "What"]
    assert [picture.getpixel(at) for at in ((50, 50), (150, 50))] == [(255, 255, 255), (255, 0, 0)]


def test_a_picture_shows_what_the_pdf_shows() -> None:
    project = everything()
    setup = PageSetup(appendix=True)
    pdf = export_map(project, project.maps[0].id, IMAGES, setup)
    png = export_map(project, project.maps[0].id, IMAGES, setup, writer=png_writer(96))
    assert (png.pages, png.smallest, png.warnings) == (pdf.pages, pdf.smallest, pdf.warnings)
    assert len(png.files) == pdf.pages > 1
    for number, file in enumerate(png.files):
        picture = opened(file).convert("RGB")
        printed = pypdfium2.PdfDocument(pdf.data)[number].render(scale=96 / 72).to_pil().convert("RGB")
        difference = ImageChops.difference(picture, printed.resize(picture.size))
        assert max(ImageStat.Stat(difference).mean) < 3


def test_images_that_cannot_be_read_are_reported() -> None:
    page = Page(9.0, 9.0, Group(0.0, 0.0, 9.0, 9.0, (Group(0.0, 0.0, 9.0, 9.0, (Image(0, 0, 5, 5, "gone"),)),)))
    assert png_writer()(Pages((page,)), Facts("T"), {}).unreadable == {"gone"}


def test_what_is_too_large_is_refused_with_a_resolution_that_does() -> None:
    check_size(2384, 3370, 300)  # A0
    with pytest.raises(PictureTooLarge, match=r"At 1200 .* 39733 × 56167 pixels.*; 311 pixels per inch would do"):
        check_size(2384, 3370, 1200)
    check_size(2384, 3370, 311)
    with pytest.raises(PictureTooLarge, match="160 pixels per inch would do"):
        check_size(14_400, 10, 200)  # long and thin: no side may be longer than Qt paints
    check_size(14_400, 10, 160)


def test_an_export_says_that_its_picture_would_be_too_large() -> None:
    project = everything()
    with pytest.raises(ExportProblem, match="pixels per inch would do"):
        export_map(project, project.maps[0].id, IMAGES, writer=png_writer(5000))


def test_type_is_drawn_as_letters_however_small() -> None:
    from journey_editor.layout.shape import Shaper, TextStyle

    line = Shaper().line("i l i l i l", TextStyle(2.0), "en")
    runs = tuple(run._replace(x=run.x + 2.0, y=run.y + 4.0) for run in line.runs)
    page = Page(20.0, 8.0, Group(0.0, 0.0, 20.0, 8.0, runs))
    picture = opened(png_writer(72 * 12)(Pages((page,)), Facts("", "", ""), {}).files[0]).convert("L")
    middle = [picture.getpixel((x, 42)) for x in range(picture.width)]
    gaps = sum(1 for left, right in pairwise(middle) if (left < 128) != (right < 128))
    assert gaps >= 12  # a bar in the place of small letters would have two edges
