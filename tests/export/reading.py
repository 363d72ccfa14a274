"""Reads our PDFs the way a viewer does, from the specification alone: which glyph stands where, by ISO 32000-1, 9.4."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c


class Shown(NamedTuple):
    """A glyph on a page; (x, y) is its origin in points from the lower left corner."""

    page: int
    font: str
    glyph: int
    size: float
    x: float
    y: float


class _Font:
    """A Type0 font as the PDF states it: the width of each code, and the glyph that it leads to."""

    def __init__(self, font: Any) -> None:
        self.name = str(font.BaseFont).split("+")[-1]
        descendant = font.DescendantFonts[0]
        self.widths: dict[int, float] = {}
        entries = list(descendant.W)
        for first, widths in zip(entries[::2], entries[1::2], strict=True):
            for i, width in enumerate(widths):
                self.widths[int(first) + i] = float(width)
        table = descendant.CIDToGIDMap
        self._table = table.read_bytes() if isinstance(table, pikepdf.Stream) else b""

    def glyph(self, code: int) -> int:
        return int.from_bytes(self._table[2 * code : 2 * code + 2], "big") if self._table else code


def glyphs(data: bytes) -> list[Shown]:
    """All glyphs of a PDF in the order in which they are drawn."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [shown for number, page in enumerate(pdf.pages) for shown in _on_page(number, page)]


def _on_page(number: int, page: Any) -> Iterator[Shown]:
    fonts = {name: _Font(font) for name, font in page.Resources.Font.items()}
    font, size, rise, x, y = next(iter(fonts.values())), 0.0, 0.0, 0.0, 0.0
    saved: list[tuple[_Font, float]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                saved.append((font, size))
            case "Q":
                font, size = saved.pop()
            case "BT":
                x = y = 0.0
            case "Td":
                x, y = x + float(operands[0]), y + float(operands[1])
            case "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            case "Ts":
                rise = float(operands[0])
            case "Tj" | "TJ":
                for part in operands[0] if str(operator) == "TJ" else operands:
                    if not isinstance(part, pikepdf.String):
                        x -= float(part) / 1000 * size
                        continue
                    codes = bytes(part)
                    for i in range(0, len(codes), 2):
                        code = int.from_bytes(codes[i : i + 2], "big")
                        yield Shown(number, font.name, font.glyph(code), size, x, y + rise)
                        x += font.widths[code] / 1000 * size
            case "Tm" | "T*" | "TL" | "Tc" | "Tw" | "Tz" | "'" | '"':
                raise AssertionError(f"{operator} is not known to this reader")


def text(data: bytes) -> str:
    """The text of all pages as PDFium extracts it."""
    pages = pdfium.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pages)
    finally:
        pages.close()


def character_origins(data: bytes) -> list[tuple[str, float, float]]:
    """The characters of the first page with their origins, as PDFium sees them."""
    from ctypes import byref, c_double

    document = pdfium.PdfDocument(data)
    try:
        page = document[0].get_textpage()
        found = []
        for i in range(page.count_chars()):
            x, y = c_double(), c_double()
            if not pdfium_c.FPDFText_IsGenerated(page, i):
                assert pdfium_c.FPDFText_GetCharOrigin(page, i, byref(x), byref(y))
                found.append((chr(pdfium_c.FPDFText_GetUnicode(page, i)), x.value, y.value))
        return found
    finally:
        document.close()
