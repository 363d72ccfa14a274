"""The painter for PDF: a draw list as the operators of one page.

It gives strings, one after the other, to what becomes the page's content stream. State that the graphics state
already has (colour, line width, dash, font) is not set again; that and plain f-strings make it faster than a drawing
API.
Draw lists have y downwards, PDF has it upwards: each item is turned where it is written, so glyphs stand upright
without a matrix. `canvas/paint.py` is the twin of this module for the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Any, NamedTuple, Protocol

from journey_editor.export.pdf_fonts import EmbeddedFont, EmbeddedFonts
from journey_editor.export.pdf_structure import Element
from journey_editor.export.pdf_tags import PageTags
from journey_editor.export.pdf_text import show_text, stated_size
from journey_editor.layout.drawlist import GlyphRun, Group, Image, Item, Link, Outline, Path, Rect
from journey_editor.layout.pages import missing_in
from journey_editor.pulse import beat

#: The handle length that makes a cubic Bézier of a quarter circle (largest radial error 0.027 %).
_QUARTER = 0.5522847498307936

#: Draws the image of a sha256 into a rectangle of the page (x, y, w, h; y upwards), so much of it (0 to 1) being seen,
#: in grey or not, and gives its operators.
ImageSource = Callable[[str, float, float, float, float, float, bool], str]

#: Gives the operators that paint an outline (scale, operator that paints, width of the line).
ShapeSource = Callable[[Outline, float, str, float], str]


class LinkArea(NamedTuple):
    """A link with its rectangle on the page: left, bottom, right, top; and its element in what is read aloud."""

    target: str
    rect: tuple[float, float, float, float]
    element: Element


class Code(Protocol):
    """What takes operators, and may do away with those that it has when it is told to settle."""

    append: Callable[[str], None]

    def settle(self) -> None: ...


class PagePainter:
    """Paints onto one page. `code` gets the operators, `tags` knows what they belong to; `links` collects
    the links that were met, `sizes` the sizes of type (points), and `missing` the characters that no font has."""

    def __init__(
        self,
        code: Code,
        tags: PageTags,
        height: float,
        fonts: EmbeddedFonts,
        image: ImageSource,
        shape: ShapeSource,
    ) -> None:
        self._code = code
        self._tags = tags
        self._height = height
        self._fonts = fonts
        self._image = image
        self._shape = shape
        self.links: list[LinkArea] = []
        self.sizes: set[float] = set()
        self.missing: set[str] = set()
        self._fill = self._stroke = self._line = ""
        self._font: EmbeddedFont | None = None
        self._size = 0.0

    def items(self, items: Iterable[Item], x: float = 0.0, y: float = 0.0) -> None:
        """Paints items whose origin lies at (x, y) of the page, y downwards."""
        for item in items:
            _PAINT[type(item)](self, item, x, y)

    def _group(self, group: Group, x: float, y: float) -> None:
        beat()
        self._code.settle()
        x, y, tag = x + group.x, y + group.y, group.tag
        entered = tag is not None and self._tags.enter(group, tag, x, y)
        self.items(group.items, x, y)
        if entered:
            self._tags.leave()

    def _run(self, run: GlyphRun, x: float, y: float) -> None:
        font = self._fonts[run.font]
        together = self._tags.words(run, x, y)
        self._set_fill(run.color)
        if font is not self._font or run.size != self._size:
            self._font, self._size = font, run.size
            self._code.append(f"/{font.resource} {stated_size(run.size)} Tf")
            self.sizes.add(run.size)
        if 0 in run.glyphs:
            self.missing.update(missing_in(run))
        spaced = run.after == " " or (together and run.after != "")
        self._code.append(show_text(run, font, x + run.x, self._height - y - run.y, spaced=spaced))
        if run.after == "\n":
            self._tags.ended()

    def _rect(self, rect: Rect, x: float, y: float) -> None:
        operator = self._set_paint(rect.fill, rect.stroke, rect.width, rect.dash, "0 J 0 j")
        if operator:
            self._tags.shape()
            left, bottom = x + rect.x, self._height - y - rect.y - rect.h
            radius = min(rect.radius, rect.w / 2, rect.h / 2)
            if radius > 0:
                path = _rounded(round(rect.w, 3), round(rect.h, 3), round(radius, 3))
                self._code.append(f"q 1 0 0 1 {left:.3f} {bottom:.3f} cm {path} {operator} Q")
            else:
                self._code.append(f"{_rectangle(left, bottom, rect.w, rect.h)} {operator}")

    def _path(self, path: Path, x: float, y: float) -> None:
        operator = self._set_paint(path.fill, path.stroke, path.width, path.dash, "1 J 1 j")
        if operator:
            self._tags.shape()
            shape = self._shape(path.outline, path.scale, operator, 0.0 if path.stroke is None else path.width)
            self._code.append(f"q 1 0 0 1 {x + path.x:.3f} {self._height - y - path.y:.3f} cm {shape} Q")

    def _picture(self, image: Image, x: float, y: float) -> None:
        x, y, crop = x + image.x, y + image.y, image.crop
        self._tags.image(image.alt, _box(image, x, y))
        if crop is None:
            bottom = self._height - y - image.h
            self._code.append(self._image(image.sha256, x, bottom, image.w, image.h, image.opacity, image.grey))
            return
        left, bottom = x + crop.x, self._height - y - crop.y - crop.h
        shape = _rounded(round(crop.w, 3), round(crop.h, 3), round(min(crop.radius, crop.w / 2, crop.h / 2), 3))
        below = crop.y + crop.h - image.h  # of the image's lower edge under the crop's, y upwards
        drawn = self._image(image.sha256, -crop.x, below, image.w, image.h, image.opacity, image.grey)
        self._code.append(f"q 1 0 0 1 {left:.3f} {bottom:.3f} cm {shape} W n {drawn} Q")

    def _link(self, link: Link, x: float, y: float) -> None:
        left, top = x + link.x, self._height - y - link.y
        self.links.append(LinkArea(link.target, (left, top - link.h, left + link.w, top), self._tags.link()))

    def _set_fill(self, color: str) -> None:
        if color != self._fill:
            self._fill = color
            self._code.append(_color(color) + " rg")

    def _set_paint(self, fill: str | None, stroke: str | None, width: float, dash: tuple[float, ...], ends: str) -> str:
        """Sets what painting a shape needs and answers the operator that paints it, "" if nothing is to be seen."""
        if fill is not None:
            self._set_fill(fill)
        if stroke is None or width <= 0:
            return "f" if fill is not None else ""
        if stroke != self._stroke:
            self._stroke = stroke
            self._code.append(_color(stroke) + " RG")
        line = _line(width, dash, ends)
        if line != self._line:
            self._line = line
            self._code.append(line)
        return "B" if fill is not None else "S"


_PAINT: dict[type, Callable[[PagePainter, Any, float, float], None]] = {
    Group: PagePainter._group,
    Rect: PagePainter._rect,
    Path: PagePainter._path,
    GlyphRun: PagePainter._run,
    Image: PagePainter._picture,
    Link: PagePainter._link,
}


def _box(image: Image, x: float, y: float) -> tuple[float, float, float, float]:
    """What is seen of an image whose corner lies at (x, y)."""
    crop = image.crop
    return (x, y, image.w, image.h) if crop is None else (x + crop.x, y + crop.y, crop.w, crop.h)


@lru_cache(maxsize=1024)
def _line(width: float, dash: tuple[float, ...], ends: str) -> str:
    return f"{width:.3f} w [{' '.join([f'{part:.3f}' for part in dash])}] 0 d {ends}"


@cache
def _color(color: str) -> str:
    return " ".join(f"{int(color[i : i + 2], 16) / 255:.4g}" for i in (1, 3, 5))


def _rectangle(x: float, y: float, w: float, h: float) -> str:
    """A rectangle with sharp corners, as a path; (x, y) is its lower left corner."""
    return f"{x:.3f} {y:.3f} {w:.3f} {h:.3f} re"


@lru_cache(maxsize=4096)
def _rounded(w: float, h: float, radius: float) -> str:
    """A rectangle with round corners around its own lower left corner. Most cards are as large as many others."""
    handle = radius * (1 - _QUARTER)
    x2, x3, x4, x5 = handle, radius, w - radius, w - handle
    y2, y3, y4, y5 = handle, radius, h - radius, h - handle
    return (
        f"{x3:.3f} 0 m {x4:.3f} 0 l {x5:.3f} 0 {w:.3f} {y2:.3f} {w:.3f} {y3:.3f} c "
        f"{w:.3f} {y4:.3f} l {w:.3f} {y5:.3f} {x5:.3f} {h:.3f} {x4:.3f} {h:.3f} c "
        f"{x3:.3f} {h:.3f} l {x2:.3f} {h:.3f} 0 {y5:.3f} 0 {y4:.3f} c "
        f"0 {y3:.3f} l 0 {y2:.3f} {x2:.3f} 0 {x3:.3f} 0 c h"
    )
