"""Pages as PNG files. Fonts of Qt belong to one thread, so pages are painted in that of the window, a strip at each
turn of the event loop; what takes longest, packing the pixels, is done beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from journey_editor.canvas.images import Images
from journey_editor.canvas.paint import MapPainter
from journey_editor.canvas.png import check_size, encoded
from journey_editor.canvas.program import EXACT
from journey_editor.export.names import file_names
from journey_editor.layout.pages import Page, Pages
from journey_editor.layout.written import Facts, Written
from journey_editor.storage.together import write_together
from journey_editor.ui.print_studio.background import Background
from journey_editor.ui.print_studio.composing import Wanted
from journey_editor.ui.print_studio.saving import Saved, exported
from journey_editor.ui.turns import Turns

_STRIP = 400  # pixels


class Prepared(NamedTuple):
    """What is to be painted, and what the files say of themselves."""

    pages: Pages
    facts: Facts


def prepared(wanted: Wanted, anyway: bool, resolution: int) -> Prepared:
    """The pages of a choice, checked like any export. Raises ExportProblem."""
    found: list[Prepared] = []

    def look(pages: Pages, facts: Facts, _images: Mapping[str, bytes]) -> Written:
        for page in pages.pages:
            check_size(page.width, page.height, resolution)
        found.append(Prepared(pages, facts))
        return Written((), frozenset())

    exported(wanted, {}, anyway, look)
    return found[0]


def strips(page: Page, resolution: int, images: Images, take: Callable[[QImage], None]) -> Iterator[None]:
    """Paint a page, a strip at each step; `take` is given the whole."""
    scale = resolution / 72
    size = QSize(max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill("#FFFFFF")
    painter = MapPainter(images)
    for top in range(0, size.height(), _STRIP):
        with QPainter(picture) as drawing:
            drawing.setClipRect(0, top, size.width(), _STRIP)
            drawing.scale(scale, scale)
            seen = QRectF(0, top / scale - 1, page.width, _STRIP / scale + 2)
            painter.draw(drawing, page.root, seen, detail=EXACT)
        yield
    take(picture.convertToFormat(QImage.Format.Format_RGB32))


class PictureJob:
    """Paints, packs and writes, page after page. `turns` paint, `background` packs; stopping both stops it."""

    def __init__(
        self,
        turns: Turns,
        background: Background,
        images: Images,
        path: Path,
        resolution: int,
        done: Callable[[Saved], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None],
    ) -> None:
        self._turns, self._background, self._images = turns, background, images
        self._path, self._resolution = path, resolution
        self._done, self._failed, self._progress = done, failed, progress
        self._made: list[bytes] = []

    def begin(self, wanted: Wanted, anyway: bool) -> None:
        resolution = self._resolution
        self._background.begin(lambda: prepared(wanted, anyway, resolution), self._paint, self._failed)

    def _paint(self, what: Prepared) -> None:
        """The next page, or the end."""
        n, whole = len(self._made), what.pages.pages
        self._progress(n, len(whole))
        if n < len(whole):
            self._turns.begin(strips(whole[n], self._resolution, self._images, lambda made: self._pack(made, what)))
        else:
            files = list(zip(file_names(self._path, n), self._made, strict=True))
            self._background.begin(lambda: _written(files), self._done, self._failed)

    def _pack(self, picture: QImage, what: Prepared) -> None:
        resolution, facts = self._resolution, what.facts

        def packed(data: bytes) -> None:
            self._made.append(data)
            self._paint(what)

        self._background.begin(lambda: encoded(picture, resolution, facts), packed, self._failed)


def _written(files: list[tuple[Path, bytes]]) -> Saved:
    write_together(files)
    return Saved(tuple(path for path, _ in files), len(files))
