"""A PDF as a file: its fonts, its description, its outline and links; the same bytes for the same map."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image as Picture

from journey_editor.export.maps import export_map
from journey_editor.export.pdf import write_pdf
from journey_editor.layout.drawlist import Crop, Group, Image, Item, Link, Outline, Path, Rect, Tag
from journey_editor.layout.pages import Page, Pages
from journey_editor.model.cards import Touchpoint, WebLink
from journey_editor.model.project import Project
from tests import builders
from tests.builders import PIXEL, PIXEL_SHA, everything
from tests.export import reading

IMAGES = {PIXEL_SHA: PIXEL}


def pages_of(*items: Item, count: int = 1) -> Pages:
    root = Group(0.0, 0.0, 200.0, 100.0, items)
    return Pages((Page(200.0, 100.0, root),) * count)


def content(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return pdf.pages[0].Contents.read_bytes().decode("latin-1")


@pytest.fixture(scope="module")
def exported() -> bytes:
    return export_map(everything(), "mp-one", IMAGES).data


def test_two_exports_of_the_same_map_are_byte_identical(exported: bytes) -> None:
    assert export_map(everything(), "mp-one", IMAGES).data == exported


def test_every_font_is_embedded_and_says_what_its_glyphs_mean(exported: bytes) -> None:
    with pikepdf.open(io.BytesIO(exported)) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert len(descriptor.FontFile2.read_bytes()) > 100
            assert b"beginbfchar" in font.ToUnicode.read_bytes()
            assert str(font.BaseFont)[7] == "+"
            assert 0 < int(descriptor.CapHeight) <= int(descriptor.Ascent) < 2000
            assert int(descriptor.FontBBox[1]) <= int(descriptor.Descent) < 0


def test_the_file_is_described_by_the_project() -> None:
    project = everything().evolve(author="Ada", modified="2026-03-22T14:05:00Z")
    with pikepdf.open(io.BytesIO(export_map(project, "mp-one", IMAGES, language="en").data)) as pdf:
        assert str(pdf.docinfo.Title) == "Purchase"
        assert str(pdf.docinfo.Author) == "Ada"
        assert str(pdf.docinfo.CreationDate).startswith("D:20260322140500")
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert pdf.pages[0].label == "1"


def _entries(items: object, depth: int = 0) -> Iterator[tuple[int, str]]:
    for item in items:  # type: ignore[attr-defined]
        yield depth, item.title
        yield from _entries(item.children, depth + 1)


def test_the_outline_goes_by_phases_and_lanes(exported: bytes) -> None:
    with pikepdf.open(io.BytesIO(exported)) as pdf, pdf.open_outline() as outline:
        entries = list(_entries(outline.root))
    assert entries[0] == (0, "Kauf")
    phases = entries.index((1, "Phasen"))
    assert entries[phases + 1 : phases + 3] == [(2, "ph-before"), (2, "ph-after")]
    assert (1, "Spuren") in entries
    assert (3, "Website") in entries


def test_the_outline_leads_to_where_things_are() -> None:
    tagged = Group(40.0, 30.0, 10.0, 10.0, (), Tag("phase", "p1", "Kennenlernen"))
    with pikepdf.open(io.BytesIO(write_pdf(pages_of(tagged), title="Map").data)) as pdf, pdf.open_outline() as outline:
        phase = outline.root[0].children[0].children[0]
        assert phase.title == "Kennenlernen"
        page, _, left, top, _ = list(phase.destination)
        assert page == pdf.pages[0].obj
        assert (float(left), float(top)) == (34.0, 76.0)


def test_links_lead_out_and_inside() -> None:
    target = Group(10.0, 50.0, 20.0, 20.0, (), Tag("card", "c1", "Card"))
    links = (
        Link(10.0, 10.0, 30.0, 20.0, "https://bücher.example/straße?q=ä#ü"),
        Link(60.0, 10.0, 5.0, 5.0, "#c1"),
        Link(80.0, 10.0, 5.0, 5.0, "#gone"),
    )
    with pikepdf.open(io.BytesIO(write_pdf(pages_of(target, *links), title="Links").data)) as pdf:
        out, inside = pdf.pages[0].Annots
        assert str(out.A.URI) == "https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A4#%C3%BC"
        assert [float(edge) for edge in out.Rect] == [10.0, 70.0, 40.0, 90.0]
        assert inside.Dest is not None


def test_text_of_users_is_never_markup() -> None:
    title = "(x) Tj ET <b> \\ %PDF /Helvetica ) <img src='/etc/passwd'>"
    project = builders.project(
        builders.journey(
            [builders.phase("p")], [builders.lane("touchpoints", "l", {"ps": [builders.tp("t", title)]})], title=title
        ),
        title=title,
    )
    data = export_map(project, "map", {}).data
    assert "".join(title.split()) in "".join(reading.text(data).split())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.docinfo.Title) == title


def test_a_rectangle_is_drawn_where_it_stands() -> None:
    data = write_pdf(pages_of(Rect(10.0, 20.0, 30.0, 40.0, fill="#FF0000")), title="Rect").data
    assert "1 0 0 rg" in content(data)
    assert "10.000 40.000 30.000 40.000 re f" in content(data)


def test_colour_and_line_are_set_only_when_they_change() -> None:
    same = Rect(1.0, 1.0, 5.0, 5.0, "#102030", "#405060", 0.75, 2.0, (3.0, 2.0))
    code = content(write_pdf(pages_of(same, same._replace(x=9.0)), title="Rects").data)
    assert code.count(" rg") == code.count(" RG") == code.count(" w [3.000 2.000] 0 d") == 1


def test_a_shape_without_paint_draws_nothing() -> None:
    nothing = (Rect(0.0, 0.0, 9.0, 9.0), Path(Outline((("M", 0.0, 0.0), ("L", 1.0, 1.0))), stroke="#000000", width=0.0))
    assert content(write_pdf(pages_of(*nothing), title="Nothing").data).split() == []


def _image(mode: str, size: tuple[int, int], form: str, **options: object) -> bytes:
    file = io.BytesIO()
    Picture.new(mode, size, 0 if mode in "LP" else (10, 200, 30, 128)[: len(mode)]).save(file, form, **options)
    return file.getvalue()


def _embedded(data: bytes) -> dict[str, object]:
    """The one image of the first page: its width, and whether it has a soft mask."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        return {"width": int(image.Width), "mask": "/SMask" in image}


@pytest.mark.parametrize(
    ("mode", "form"), [("RGB", "PNG"), ("RGB", "JPEG"), ("RGB", "WEBP"), ("P", "GIF"), ("L", "PNG")]
)
def test_images_of_every_kind_are_drawn(mode: str, form: str) -> None:
    written = write_pdf(pages_of(Image(0, 0, 40, 40, "i")), title="Image", images={"i": _image(mode, (8, 8), form)})
    assert not written.unreadable
    assert _embedded(written.data)["width"] == 8


def test_transparency_becomes_a_soft_mask() -> None:
    written = write_pdf(pages_of(Image(0, 0, 40, 40, "i")), title="Image", images={"i": _image("RGBA", (8, 8), "PNG")})
    assert _embedded(written.data)["mask"]


def test_of_a_cropped_image_only_the_crop_is_seen() -> None:
    cropped = Image(0, 0, 80, 80, "i", crop=Crop(20.0, 10.0, 40.0, 50.0, 6.0))
    data = write_pdf(pages_of(cropped), title="Crop", images={"i": _image("RGB", (8, 8), "PNG")}).data
    with closing(pdfium.PdfDocument(data)) as pdf:
        shown = pdf[0].render().to_pil().convert("RGB")
    white = (255, 255, 255)
    at = ((19, 30), (20, 10), (40, 9), (40, 61), (61, 30))  # beside it, and in its round corner
    assert [shown.getpixel(place) for place in at] == [white] * len(at)
    assert [shown.getpixel(place) for place in ((21, 30), (58, 30), (40, 11), (40, 58))] == [(10, 200, 30)] * 4


def test_a_pale_image_is_translucent_and_nothing_after_it_is() -> None:
    images = {"i": _image("RGB", (8, 8), "PNG")}
    pale, full = Image(0, 0, 40, 40, "i", opacity=0.28), Image(50, 0, 40, 40, "i")
    written = write_pdf(pages_of(pale, full, pale), title="Image", images=images)
    with pikepdf.open(io.BytesIO(written.data)) as pdf:
        (state,) = pdf.pages[0].Resources.ExtGState.values()
        assert float(state.ca) == 0.28
    operators = content(written.data).split()
    assert operators.count("gs") == 2
    assert operators.count("q") == operators.count("Q")
    assert operators[: operators.index("gs")].count("q") == 1  # the state ends with the image


def test_an_image_is_no_finer_than_paper_can_show() -> None:
    big = _image("RGB", (2000, 1000), "PNG")
    written = write_pdf(pages_of(Image(0, 0, 72, 36, "i")), title="Image", images={"i": big})
    assert _embedded(written.data)["width"] <= 400


@pytest.mark.parametrize("bad", [b"", b"no image", PIXEL[:30], b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"])
def test_an_image_that_cannot_be_read_is_a_crossed_box_and_is_reported(bad: bytes) -> None:
    written = write_pdf(pages_of(Image(5, 5, 40, 40, "i")), title="Image", images={"i": bad})
    assert written.unreadable == {"i"}
    assert "5.000 55.000 40.000 40.000 re" in content(written.data)


def test_an_image_that_unpacks_to_too_much_is_not_unpacked() -> None:
    file = io.BytesIO()
    Picture.new("1", (8000, 8000)).save(file, "PNG")
    written = write_pdf(pages_of(Image(5, 5, 40, 40, "i")), title="Image", images={"i": file.getvalue()})
    assert written.unreadable == {"i"}


def test_an_unreadable_image_is_named_in_the_warnings() -> None:
    assert any("image" in warning for warning in export_map(everything(), "mp-one", {}).warnings)


def test_the_links_of_a_card_are_in_the_file() -> None:
    project: Project = everything()
    card = next(c for lane in project.maps[0].lanes for cell in getattr(lane, "cells", ()) for c in cell.cards)
    assert isinstance(card, Touchpoint)
    assert card.links == (WebLink(title="Seite", address="https://example.org/"),)
    with pikepdf.open(io.BytesIO(export_map(project, "mp-one", IMAGES).data)) as pdf:
        assert [str(link.A.URI) for link in pdf.pages[0].Annots] == ["https://example.org/"]
