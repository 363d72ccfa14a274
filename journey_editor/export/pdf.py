"""PDF out of composed pages: vectors, real text, every font embedded, and byte for byte the same at every export.

ReportLab writes the file and its pages; outline and links are written by `pdf_objects`, what is on a page by
`pdf_painter`, what is read aloud by `pdf_tags` and `pdf_structure`, glyphs by `pdf_fonts`. No date of today and nothing
random enters the file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from math import inf
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.pdfgen.canvas import Canvas

from journey_editor.export.pdf_file import file_bytes
from journey_editor.export.pdf_fonts import EmbeddedFonts
from journey_editor.export.pdf_images import EmbeddedImages
from journey_editor.export.pdf_objects import Content, Line, Link, Outline, View
from journey_editor.export.pdf_painter import PagePainter
from journey_editor.export.pdf_shapes import Shapes
from journey_editor.export.pdf_sheets import Told, sheets
from journey_editor.export.pdf_structure import Marked, Structure
from journey_editor.export.pdf_tags import PageTags
from journey_editor.export.places import Place, outline, places
from journey_editor.layout.later import in_passing
from journey_editor.layout.pages import Page, Pages, Type
from journey_editor.pulse import beat
from journey_editor.wording import tr

#: How far (points) above and left of a thing its bookmark leads, so that it does not stick to the window's edge.
_AIR = 6.0
#: The version that has all we use (/Lang, /ActualText, soft masks) and that every reader knows.
_VERSION = (1, 7)


class Written(NamedTuple):
    """A finished PDF. `unreadable` are the images (sha256) that could not be read and are crossed boxes in it, `type`
    is what is to be known of its letters."""

    data: bytes
    unreadable: frozenset[str]
    type: Type


class _PlainCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas whose pages have a content of our own. ReportLab's begins with Helvetica, unembedded."""

    content: Content

    def _make_preamble(self) -> None:
        self._preamble = ""

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802 (ReportLab calls it by this name when a page ends)
        super()._setAnnotations(page)
        page.Contents = self.content
        page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
        page.StructParents = self.getPageNumber() - 1
        page.Tabs = PDFName("S")


class _Moment:
    """A moment as ReportLab asks for it when it writes dates; from "2026-03-22T14:05:00Z", or "" for the year 2000."""

    def __init__(self, moment: str) -> None:
        digits = "".join(c if c.isdigit() else " " for c in moment or "2000-01-01T00:00:00Z").split()
        self.YMDhms = tuple(int(part) for part in digits)
        self.dhh = self.dmm = 0


def write_pdf(
    pages: Pages,
    *,
    title: str,
    author: str = "",
    subject: str = "",
    language: str = "",
    modified: str = "",
    images: Mapping[str, bytes] | None = None,
) -> Written:
    """The PDF of some pages. `modified` is the project's, which becomes the file's date; `language` a language tag."""
    file = io.BytesIO()
    canvas = _PlainCanvas(file, pageCompression=1, invariant=1, lang=language or None, pdfVersion=_VERSION)
    document = canvas._doc
    document._timeStamp = _Moment(modified)
    document.format = partial(file_bytes, document)
    _describe(canvas, title, author, subject)
    fonts = EmbeddedFonts(document)
    pictures = EmbeddedImages(canvas, images or {})
    shapes = Shapes(canvas)
    structure = Structure(document, len(pages.pages))
    picture, untitled = tr("Image", to=language), tr("Untitled", to=language)
    found = places(pages.pages)
    entries = outline(found, title, tr("Phases", to=language), tr("Lanes", to=language))
    targets = {place.id: place for place in found}
    sizes, missing, told = {inf}, set[str](), Told()
    for number, (page, sheet) in enumerate(zip(pages.pages, sheets(pages.pages), strict=True)):
        beat(number, len(pages.pages))
        canvas.setPageSize((round(page.width, 3), round(page.height, 3)))
        _set_boxes(canvas, page)
        canvas.content = Content()
        tags = PageTags(canvas.content, picture, language, number, sheet, told)
        painter = PagePainter(canvas.content, tags, page.height, fonts, pictures, shapes)
        with in_passing():
            painter.items(page.root.items, page.root.x, page.root.y)
        sizes |= painter.sizes
        missing |= painter.missing
        links = []
        for area in painter.links:
            place = targets.get(area.target[1:]) if area.target.startswith("#") else None
            if place is None and area.target.startswith("#"):
                continue
            leads = _ascii_address(area.target) if place is None else _view(place, pages.pages)
            element = tags.over_card(area.target) or area.element
            words = area.target if place is None else " ".join(place.label.split()) or untitled
            link = Link(area.rect, leads, structure.link(element), words)
            canvas._addAnnotation(link)
            links.append((element, link))
        whole = tags.finish()
        canvas.content.finish()
        document.updateSignature(canvas.content.data)
        canvas.showPage()
        structure.add(Marked(number, tags.root, tags.owners, links), whole=whole)
    structure.finish()
    lines = [
        Line(entry.level, " ".join(entry.label.split()) or untitled, _view(entry.place, pages.pages), entry.closed)
        for entry in entries
    ]
    document.outline = document.Outlines = document.Catalog.Outlines = Outline(lines)
    canvas.addPageLabel(0, style="ARABIC", start=1)
    with _binary_streams():
        canvas.save()
    # ReportLab's objects lead to each other in circles. Without them, all goes at once that hangs on them, and the
    # collector need not look for it: that took an eighth of an export's time.
    document.__dict__.clear()
    canvas.__dict__.clear()
    return Written(file.getvalue(), frozenset(pictures.failed), Type(min(sizes), frozenset(missing)))


def _set_boxes(canvas: Any, page: Page) -> None:
    """Where a print shop cuts the page, and how far its ink runs out (ISO 32000-1, 14.11.2)."""
    trim = page.trim
    canvas._trimBox = canvas._bleedBox = None  # those of the page before
    if trim is not None:
        left, right, top, bottom = trim.x, trim.x + trim.w, page.height - trim.y, page.height - trim.y - trim.h
        canvas.setTrimBox((left, bottom, right, top))
        canvas.setBleedBox((left - trim.bleed, bottom - trim.bleed, right + trim.bleed, top + trim.bleed))


def _view(place: Place, pages: Sequence[Page]) -> View:
    height = pages[place.page].height
    return View(place.page, max(place.x - _AIR, 0.0), min(height - place.y + _AIR, height))


@contextmanager
def _binary_streams() -> Iterator[None]:
    """Streams go in as they are while this holds. As ASCII, ReportLab's default, they are a quarter larger, and making
    them so costs as much time as all the drawing. The switch is one for the whole library: it is put back."""
    was = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = was


def _describe(canvas: Any, title: str, author: str, subject: str) -> None:
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    canvas.setCreator("Journey Editor")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()


def _ascii_address(address: str) -> str:
    """An address as a PDF must state it, in ASCII (ISO 32000-1, 12.6.4.7): host in Punycode, the rest in %-escapes."""
    if address.isascii():
        return address
    parts = urlsplit(address)
    host = parts.netloc
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            host = quote(host, safe="@:[]")
    safe = "!#$%&'()*+,/:;=?@[]~"
    return urlunsplit((parts.scheme, host, *(quote(part, safe=safe) for part in parts[2:])))
