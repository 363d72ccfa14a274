"""Maps as pixels: thumbnails for the start page, pages as PNG files, and pictures for tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from journey_editor.layout.drawlist import Group, Image, Item
from journey_editor.layout.later import in_passing
from journey_editor.layout.pages import Pages
from journey_editor.layout.result import Layout
from journey_editor.layout.written import Facts, PictureTooLarge, Writer, Written
from journey_editor.pulse import beat
from journey_editor.wording import tr

from .images import Images
from .paint import MapPainter
from .program import EXACT, Detail

#: Pixels per inch that look sharp on a screen and in a document.
USUAL_RESOLUTION = 200
#: Pixels of one picture: half a gigabyte while it is painted.
_MOST_PIXELS = 150_000_000
#: Qt paints no further from the corner.
_LONGEST_SIDE = 32_000


def render(
    what: Group | Layout,
    scale: float,
    *,
    images: Images | None = None,
    ground: str = "#FFFFFF",
    detail: Detail | None = None,
) -> QImage:
    """A group or a whole map at `scale` pixels per point, on a ground of one colour, in the `detail` that this is worth
    or in another one."""
    group = what.root if isinstance(what, Layout) else what
    size = QSize(max(1, round(group.w * scale)), max(1, round(group.h * scale)))
    return _rendered(group, scale, size, images, ground, detail)


def thumbnail(what: Group | Layout, size: QSize, *, images: Images | None = None, ground: str = "#FFFFFF") -> QImage:
    """A group or a whole map, as large as fits into `size` device pixels."""
    group = what.root if isinstance(what, Layout) else what
    scale = min(size.width() / max(group.w, 1.0), size.height() / max(group.h, 1.0))
    fitting = QSize(max(1, round(group.w * scale)), max(1, round(group.h * scale)))
    return _rendered(group, scale, fitting, images, ground)


def png_writer(resolution: float = USUAL_RESOLUTION) -> Writer:
    """Writes a PNG of each page at so many pixels per inch. It needs a QGuiApplication, and its thread: fonts of Qt
    belong to the one that made them."""

    def write(pages: Pages, facts: Facts, images: Mapping[str, bytes]) -> Written:
        for page in pages.pages:  # before any of them is painted
            check_size(page.width, page.height, resolution)
        known = Images(lambda: images)
        files = []
        for number, page in enumerate(pages.pages):
            beat(number, len(pages.pages))
            files.append(_png(page.root, resolution, facts, known))
        with in_passing():
            shown = {sha256 for page in pages.pages for sha256 in _shown(page.root.items)}
        return Written(tuple(files), frozenset(sha256 for sha256 in shown if known.image(sha256) is None))

    return write


def check_size(width: float, height: float, resolution: float) -> None:
    """Raises PictureTooLarge if a picture of so many points has too many pixels at so many of them per inch."""
    w, h = width * resolution / 72, height * resolution / 72
    if w * h <= _MOST_PIXELS and max(w, h) <= _LONGEST_SIDE:
        return
    fitting = min((_MOST_PIXELS / (width * height)) ** 0.5, _LONGEST_SIDE / max(width, height)) * 72
    raise PictureTooLarge(
        tr(
            "At {dpi} pixels per inch, the picture would have {w} × {h} pixels, which is too large; {fitting} pixels "
            "per inch would do.",
            dpi=f"{resolution:g}",
            w=round(w),
            h=round(h),
            fitting=int(fitting),
        )
    )


def _png(group: Group, resolution: float, facts: Facts, images: Images) -> bytes:
    picture = render(group, resolution / 72, images=images, detail=EXACT).convertToFormat(QImage.Format.Format_RGB32)
    return encoded(picture, resolution, facts)


def encoded(picture: QImage, resolution: float, facts: Facts) -> bytes:
    """A picture as a PNG file that knows its pixels per inch and what it shows. It draws nothing, so that any thread
    may do it."""
    for set_density in (picture.setDotsPerMeterX, picture.setDotsPerMeterY):
        set_density(round(resolution / 0.0254))
    for name, words in (("Title", facts.title), ("Author", facts.author), ("Description", facts.subject)):
        if words:
            picture.setText(name, words)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide's stubs want bytes, Qt a text
    return bytes(buffer.data().data())


def _shown(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group):
            yield from _shown(item.items)
        elif isinstance(item, Image):
            yield item.sha256


def _rendered(
    group: Group, scale: float, size: QSize, images: Images | None, ground: str, detail: Detail | None = None
) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.fillRect(image.rect(), ground)
        painter.scale(scale, scale)
        painter.translate(-group.x, -group.y)
        MapPainter(images).draw(painter, group, detail=detail)
    return image
