"""Grey on the screen and in the PDF: no pixel has a colour, and both show the same."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image as Picture
from PIL import ImageChops, ImageStat
from PySide6.QtGui import QImage

from journey_editor.canvas.images import Images
from journey_editor.canvas.png import render
from journey_editor.export.pdf import write_pdf
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import Crop, Group, Image, Item, Rect
from journey_editor.layout.grey import greyed
from journey_editor.layout.pages import Page, Pages, pages
from journey_editor.model.style import PageSetup
from tests.builders import PIXEL, PIXEL_SHA, everything

from .pictures import png

pytestmark = pytest.mark.usefixtures("qapp")


def on_screen(page: Page, scale: float, images: dict[str, bytes]) -> Picture.Image:
    shown = render(page.root, scale, images=Images(lambda: images)).convertToFormat(QImage.Format.Format_RGB888)
    rows = [bytes(shown.constScanLine(y))[: 3 * shown.width()] for y in range(shown.height())]
    return Picture.frombytes("RGB", (shown.width(), shown.height()), b"".join(rows))


def on_paper(composed: Pages, number: int, scale: float, images: dict[str, bytes]) -> Picture.Image:
    made = write_pdf(composed, title="", images=images)
    return pypdfium2.PdfDocument(made.data)[number].render(scale=scale).to_pil().convert("RGB")


def is_grey(picture: Picture.Image) -> bool:
    red, green, blue = picture.split()
    return not ImageChops.difference(red, green).getbbox() and not ImageChops.difference(green, blue).getbbox()


def test_a_map_in_grey_is_the_same_on_the_screen_and_on_paper() -> None:
    project = everything()
    composed = pages(project, project.maps[0].id, PageSetup(appendix=True, persona_pages=True), layouter=Layouter())
    assert not is_grey(on_screen(composed.pages[0], 1.0, {PIXEL_SHA: PIXEL}))
    composed = greyed(composed)
    for number, page in enumerate(composed.pages):
        shown, printed = on_screen(page, 1.0, {PIXEL_SHA: PIXEL}), on_paper(composed, number, 1.0, {PIXEL_SHA: PIXEL})
        assert is_grey(shown)
        assert is_grey(printed)
        printed = printed.resize(shown.size)
        assert ImageStat.Stat(ImageChops.difference(shown, printed).convert("L")).mean[0] < 3


def half_clear() -> bytes:
    """A picture that is red on its left and clear on its right."""
    made = Picture.new("RGBA", (8, 8), (255, 0, 0, 255))
    made.paste((0, 255, 0, 0), (4, 0, 8, 8))
    file = io.BytesIO()
    made.save(file, "PNG")
    return file.getvalue()


def test_images_lose_their_colours_and_keep_what_is_clear() -> None:
    images = {"i": png(8, 8, "#FF0000"), "c": half_clear()}
    items: tuple[Item, ...] = (
        Image(0, 0, 20, 20, "i"),
        Image(20, 0, 20, 20, "i", crop=Crop(5, 5, 10, 10, 2)),
        Image(0, 20, 40, 20, "c"),
    )
    composed = greyed(Pages((Page(40, 40, Group(0.0, 0.0, 40.0, 40.0, (Rect(0, 0, 40, 40, "#FFFFFF"), *items))),)))
    for picture in (on_screen(composed.pages[0], 2.0, images), on_paper(composed, 0, 2.0, images)):
        assert is_grey(picture)
        shades = [picture.getpixel(at)[0] for at in ((20, 20), (60, 20), (20, 60), (60, 60))]  # type: ignore[index]
        assert all(abs(shade - 127) < 3 for shade in shades[:3]), shades
        assert shades[3] == 255
