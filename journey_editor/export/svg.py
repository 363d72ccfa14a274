"""SVG out of composed pages, one file for each: real text in embedded fonts, the same bytes at every export.

A line of text is one `<text>`, so that it can be found, copied and changed. The fonts it needs lie in the file, cut
down to its letters; where a program does not read those (Inkscape), it takes the same font from the machine or another
one, and `textLength` keeps the line as long as it is on paper. Links within the document work within a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from math import inf
from typing import Any

from journey_editor.export.svg_fonts import UsedFonts
from journey_editor.export.svg_images import UsedImages
from journey_editor.export.xml_text import attribute, content
from journey_editor.layout.drawlist import GlyphRun, Group, Image, Item, Link, Outline, Path, Rect
from journey_editor.layout.later import in_passing
from journey_editor.layout.pages import Page, Pages, Type, missing_in
from journey_editor.layout.paper import POINTS_PER_MM
from journey_editor.layout.written import Facts, Written
from journey_editor.pulse import beat

#: What an address may begin with; anything else is no link.
_SCHEMES = ("https:", "http:", "mailto:")
_ROUND = ' stroke-linecap="round" stroke-linejoin="round"'


def write_svg(pages: Pages, facts: Facts, images: Mapping[str, bytes]) -> Written:
    """A file for each page."""
    files, unreadable, sizes, missing = [], set[str](), {inf}, set[str]()
    count = len(pages.pages)
    for number, page in enumerate(pages.pages, start=1):
        beat(number - 1, count)
        painter = _Painter(UsedFonts(), UsedImages(images))
        with in_passing():
            painter.group(page.root, 0.0, 0.0)
        painter.finish_links()
        title = f"{facts.title} ({number}/{count})" if count > 1 else facts.title
        files.append(_file(page, painter, facts._replace(title=title)))
        unreadable |= painter.images.failed
        sizes |= painter.sizes
        missing |= painter.missing
    return Written(tuple(files), frozenset(unreadable), Type(min(sizes), frozenset(missing)))


def _file(page: Page, painter: _Painter, facts: Facts) -> bytes:
    w, h = page.width, page.height
    language = f' xml:lang="{attribute(facts.language)}" lang="{attribute(facts.language)}"' if facts.language else ""
    about = " · ".join(filter(None, (facts.subject, facts.author)))
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" '
        f'width="{w / POINTS_PER_MM:.3f}mm" height="{h / POINTS_PER_MM:.3f}mm" viewBox="0 0 {w:.3f} {h:.3f}" '
        f'role="document" aria-label="{attribute(facts.title)}" font-family="{painter.fonts.usual}" '
        f'xml:space="preserve"{language}>\n'
    )
    parts = [
        head,
        f"<title>{content(facts.title)}</title>\n",
        f"<desc>{content(about)}</desc>\n" if about else "",
        painter.fonts.style(),
        painter.images.definitions(),
        f'<rect width="{w:.3f}" height="{h:.3f}" fill="#FFFFFF"/>\n',
        "\n".join(painter.code),
        "\n</svg>\n",
    ]
    return "".join(parts).encode("utf-8")


class _Painter:
    """Paints one page; `code` gets the elements."""

    def __init__(self, fonts: UsedFonts, images: UsedImages) -> None:
        self.fonts = fonts
        self.images = images
        self.code: list[str] = []
        self.sizes: set[float] = set()
        self.missing: set[str] = set()
        self._ids: set[str] = set()
        self._inside: list[tuple[int, str]] = []  # links within the document: where in the code, and to what
        self._shapes: dict[tuple[Outline, float], str] = {}

    def group(self, group: Group, x: float, y: float) -> None:
        beat()
        tag, x, y = group.tag, x + group.x, y + group.y
        if tag is None:
            self._items(group.items, x, y)
            return
        named = ""
        if tag.id and tag.id not in self._ids:
            self._ids.add(tag.id)
            named = f' id="{attribute(tag.id)}"'
        label = f' role="group" aria-label="{attribute(tag.label)}"' if tag.label else ""
        self.code.append(f'<g class="{tag.kind}"{named}{label}>')
        self._items(group.items, x, y)
        self.code.append("</g>")

    def _items(self, items: Iterable[Item], x: float, y: float) -> None:
        for item in items:
            _PAINT[type(item)](self, item, x, y)

    def _run(self, run: GlyphRun, x: float, y: float) -> None:
        self.sizes.add(run.size)
        if 0 in run.glyphs:
            self.missing.update(missing_in(run))
        text = run.text.replace("\u00ad", "-")  # the hyphen at which a word is broken
        font = self.fonts.used(run.font, text)
        left, turned = x + run.x, ""
        if run.rtl:
            # By its middle, which lies where it lies also for programs that do not know which way it runs.
            left += run.advance / 2
            turned = ' text-anchor="middle" direction="rtl" unicode-bidi="bidi-override"'
        # A space more or less is nothing that a length could be shared out to.
        length = f' textLength="{run.advance:.2f}" lengthAdjust="spacingAndGlyphs"' if len(text) > 1 else ""
        self.code.append(
            f'<text x="{left:.2f}" y="{y + run.y:.2f}" font-size="{run.size:.4g}"{font} fill="{run.color}"{length}'
            f"{turned}>{content(text)}</text>"
        )

    def _rect(self, rect: Rect, x: float, y: float) -> None:
        round_ = f' rx="{min(rect.radius, rect.w / 2, rect.h / 2):.2f}"' if rect.radius else ""
        self.code.append(
            f'<rect x="{x + rect.x:.2f}" y="{y + rect.y:.2f}" width="{rect.w:.2f}" height="{rect.h:.2f}"{round_}'
            f"{_paint(rect.fill, rect.stroke, rect.width, rect.dash, '')}/>"
        )

    def _path(self, path: Path, x: float, y: float) -> None:
        if not path.outline.steps:
            return
        key = (path.outline, path.scale)
        shape = self._shapes.get(key)
        if shape is None:
            shape = self._shapes[key] = _shape(*key)
        self.code.append(
            f'<path transform="translate({x + path.x:.2f} {y + path.y:.2f})" d="{shape}"'
            f"{_paint(path.fill, path.stroke, path.width, path.dash, _ROUND)}/>"
        )

    def _image(self, image: Image, x: float, y: float) -> None:
        self.code.append(self.images.drawn(image, x, y))

    def _link(self, link: Link, x: float, y: float) -> None:
        if link.target.startswith("#"):
            self._inside.append((len(self.code), link.target[1:]))
        if link.target.startswith(("#", *_SCHEMES)):
            self.code.append(
                f'<a xlink:href="{attribute(link.target)}"><rect x="{x + link.x:.2f}" y="{y + link.y:.2f}" '
                f'width="{link.w:.2f}" height="{link.h:.2f}" fill="none" pointer-events="all"/></a>'
            )

    def finish_links(self) -> None:
        """Take away the links that lead to another page, which is another file."""
        for at, target in self._inside:
            if target not in self._ids:
                self.code[at] = ""


_PAINT: dict[type, Callable[[_Painter, Any, float, float], None]] = {
    Group: _Painter.group,
    Rect: _Painter._rect,
    Path: _Painter._path,
    GlyphRun: _Painter._run,
    Image: _Painter._image,
    Link: _Painter._link,
}


@lru_cache(maxsize=4096)
def _paint(fill: str | None, stroke: str | None, width: float, dash: tuple[float, ...], ends: str) -> str:
    """The attributes by which a shape is painted."""
    painted = f' fill="{fill or "none"}"'
    if stroke is None or width <= 0:
        return painted
    dashes = f' stroke-dasharray="{" ".join(f"{part:.2f}" for part in dash)}"' if dash else ""
    return f'{painted} stroke="{stroke}" stroke-width="{width:.3f}"{dashes}{ends}'


def _shape(outline: Outline, scale: float) -> str:
    """An outline around its own origin."""
    parts = []
    for kind, *numbers in outline.steps:
        parts.append(str(kind) + " ".join([f"{float(number) * scale:.2f}" for number in numbers]))
    return "".join(parts)
