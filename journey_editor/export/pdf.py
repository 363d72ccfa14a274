"""PDF out of composed pages: vectors, real text, every font embedded, and byte for byte the same at every export.

ReportLab writes the file: objects, pages, annotations, outline. What is on a page is written by `pdf_painter`, glyphs
by `pdf_fonts`. No date of today and nothing random enters the file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from journey_editor.export.pdf_fonts import EmbeddedFonts
from journey_editor.export.pdf_images import EmbeddedImages
from journey_editor.export.pdf_painter import LinkArea, PagePainter
from journey_editor.export.places import Place, bookmark, outline, places
from journey_editor.layout.pages import Pages
from journey_editor.wording import tr

#: How far (points) above and left of a thing its bookmark leads, so that it does not stick to the window's edge.
_AIR = 6.0
#: The version that has all we use (/Lang, /ActualText, soft masks) and that every reader knows.
_VERSION = (1, 7)


class Written(NamedTuple):
    """A finished PDF, and the images (sha256) that could not be read and are crossed boxes in it."""

    data: bytes
    unreadable: frozenset[str]


class _PlainCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas that begins a page without selecting a font. ReportLab's begins it with Helvetica, unembedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


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
    _describe(canvas, title, author, subject)
    fonts = EmbeddedFonts(document)
    pictures = EmbeddedImages(canvas, images or {})
    found = places(pages.pages)
    entries = outline(found, title, tr("Phases", to=language), tr("Lanes", to=language))
    named = {bookmark(place): place for place in found} | {entry.name: entry.place for entry in entries}
    by_page: dict[int, list[tuple[str, Place]]] = {}
    for name, place in named.items():
        by_page.setdefault(place.page, []).append((name, place))
    targets = {place.id: bookmark(place) for place in found}
    for number, page in enumerate(pages.pages):
        canvas.setPageSize((round(page.width, 3), round(page.height, 3)))
        painter = PagePainter(canvas._code, page.height, fonts, pictures)
        painter.items(page.root.items, page.root.x, page.root.y)
        for name, place in by_page.get(number, ()):
            top = round(min(page.height - place.y + _AIR, page.height), 2)
            canvas.bookmarkPage(name, fit="XYZ", left=round(max(place.x - _AIR, 0), 2), top=top)
        for link in painter.links:
            _add_link(canvas, link, targets)
        document.updateSignature("\n".join(canvas._code))
        canvas.showPage()
    for entry in entries:
        label = " ".join(entry.label.split()) or tr("Untitled", to=language)
        canvas.addOutlineEntry(label, entry.name, entry.level, entry.closed)
    canvas.addPageLabel(0, style="ARABIC", start=1)
    with _binary_streams():
        canvas.save()
    return Written(file.getvalue(), frozenset(pictures.failed))


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


def _add_link(canvas: Any, link: LinkArea, targets: Mapping[str, str]) -> None:
    rect = tuple(round(edge, 2) for edge in link.rect)
    if not link.target.startswith("#"):
        canvas.linkURL(_ascii_address(link.target), rect, relative=0, thickness=0)
    elif (name := targets.get(link.target[1:])) is not None:
        canvas.linkAbsolute("", name, rect, thickness=0)


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
