"""The painter for PDF: a draw list as the operators of one page.

It appends to a list of strings that becomes the page's content stream. State that the graphics state already has
(colour, line width, dash, font) is not set again; that and plain f-strings make it faster than a drawing API.
Draw lists have y downwards, PDF has it upwards: each item is turned where it is written, so glyphs stand upright
without a matrix. `canvas/paint.py` is the twin of this module for the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

from journey_editor.export.pdf_fonts import EmbeddedFonts
from journey_editor.export.pdf_text import show_text, stated_size
from journey_editor.layout.drawlist import Clip, GlyphRun, Group, Image, Item, Link, Outline, Path, Rect

#: The handle length that makes a cubic Bézier of a quarter circle (largest radial error 0.027 %).
_QUARTER = 0.5522847498307936

#: Draws the image of a sha256 into a rectangle of the page (x, y, w, h; y upwards) and gives its operators.
ImageSource = Callable[[str, float, float, float, float], str]


class LinkArea(NamedTuple):
    """A link with its rectangle on the page: left, bottom, right, top."""

    target: str
    rect: tuple[float, float, float, float]


class PagePainter:
    """Paints onto one page. `code` gets the operators; `links` collects the links that were met."""

    def __init__(self, code: list[str], height: float, fonts: EmbeddedFonts, image: ImageSource) -> None:
        self._code = code
        self._height = height
        self._fonts = fonts
        self._image = image
        self.links: list[LinkArea] = []
        self._outlines: dict[tuple[Outline, float], str] = {}
        self._fill = self._stroke = self._font = self._line = ""
        self._paint: dict[type, Callable[[Any, float, float], None]] = {
            Group: self._group,
            Rect: self._rect,
            Path: self._path,
            GlyphRun: self._run,
            Image: self._picture,
            Clip: self._clip,
            Link: self._link,
        }

    def items(self, items: Iterable[Item], x: float = 0.0, y: float = 0.0) -> None:
        """Paints items whose origin lies at (x, y) of the page, y downwards."""
        paint = self._paint
        for item in items:
            paint[type(item)](item, x, y)

    def _group(self, group: Group, x: float, y: float) -> None:
        self.items(group.items, x + group.x, y + group.y)

    def _run(self, run: GlyphRun, x: float, y: float) -> None:
        font = self._fonts[run.font]
        self._set_fill(run.color)
        selected = f"/{font.resource} {stated_size(run.size)} Tf"
        if selected != self._font:
            self._font = selected
            self._code.append(selected)
        self._code.append(show_text(run, font, x + run.x, self._height - y - run.y))

    def _rect(self, rect: Rect, x: float, y: float) -> None:
        operator = self._set_paint(rect.fill, rect.stroke, rect.width, rect.dash, "0 J 0 j")
        if operator:
            bottom = self._height - y - rect.y - rect.h
            self._code.append(f"{_rectangle(x + rect.x, bottom, rect.w, rect.h, rect.radius)} {operator}")

    def _path(self, path: Path, x: float, y: float) -> None:
        operator = self._set_paint(path.fill, path.stroke, path.width, path.dash, "1 J 1 j")
        if operator:
            key = (path.outline, path.scale)
            steps = self._outlines.get(key)
            if steps is None:
                steps = self._outlines[key] = _steps(path.outline, path.scale)
            self._code.append(f"q 1 0 0 1 {x + path.x:.3f} {self._height - y - path.y:.3f} cm {steps} {operator} Q")

    def _picture(self, image: Image, x: float, y: float) -> None:
        self._code.append(
            self._image(image.sha256, x + image.x, self._height - y - image.y - image.h, image.w, image.h)
        )

    def _clip(self, clip: Clip, x: float, y: float) -> None:
        before = self._fill, self._stroke, self._font, self._line
        bottom = self._height - y - clip.y - clip.h
        self._code.append(f"q {_rectangle(x + clip.x, bottom, clip.w, clip.h, clip.radius)} W n")
        self.items(clip.items, x, y)
        self._code.append("Q")
        self._fill, self._stroke, self._font, self._line = before

    def _link(self, link: Link, x: float, y: float) -> None:
        left, top = x + link.x, self._height - y - link.y
        self.links.append(LinkArea(link.target, (left, top - link.h, left + link.w, top)))

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
        line = f"{width:.3f} w [{' '.join([f'{part:.3f}' for part in dash])}] 0 d {ends}"
        if line != self._line:
            self._line = line
            self._code.append(line)
        return "B" if fill is not None else "S"


@cache
def _color(color: str) -> str:
    return " ".join(f"{int(color[i : i + 2], 16) / 255:.4g}" for i in (1, 3, 5))


def _rectangle(x: float, y: float, w: float, h: float, radius: float) -> str:
    """A rectangle with rounded corners, as a path; (x, y) is its lower left corner."""
    radius = min(radius, w / 2, h / 2)
    if radius <= 0:
        return f"{x:.3f} {y:.3f} {w:.3f} {h:.3f} re"
    handle = radius * (1 - _QUARTER)
    x1, x2, x3, x4, x5, x6 = x, x + handle, x + radius, x + w - radius, x + w - handle, x + w
    y1, y2, y3, y4, y5, y6 = y, y + handle, y + radius, y + h - radius, y + h - handle, y + h
    return (
        f"{x3:.3f} {y1:.3f} m {x4:.3f} {y1:.3f} l {x5:.3f} {y1:.3f} {x6:.3f} {y2:.3f} {x6:.3f} {y3:.3f} c "
        f"{x6:.3f} {y4:.3f} l {x6:.3f} {y5:.3f} {x5:.3f} {y6:.3f} {x4:.3f} {y6:.3f} c "
        f"{x3:.3f} {y6:.3f} l {x2:.3f} {y6:.3f} {x1:.3f} {y5:.3f} {x1:.3f} {y4:.3f} c "
        f"{x1:.3f} {y3:.3f} l {x1:.3f} {y2:.3f} {x2:.3f} {y1:.3f} {x3:.3f} {y1:.3f} c h"
    )


def _steps(outline: Outline, scale: float) -> str:
    """An outline around its own origin, y upwards."""
    parts = []
    for kind, *numbers in outline.steps:
        if kind == "Z":
            parts.append("h")
        else:
            turned = [float(n) * (-scale if i % 2 else scale) for i, n in enumerate(numbers)]
            parts.append(" ".join(f"{n:.3f}" for n in turned) + " " + str(kind).lower())
    return " ".join(parts)
