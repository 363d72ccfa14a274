"""The print studio: the first page of 1,000 cards on the screen, against one full frame of the canvas."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from journey_editor.canvas.images import no_images
from journey_editor.canvas.paint import MapPainter
from journey_editor.layout.compose import Layouter
from journey_editor.layout.pages import pages
from journey_editor.ui.print_studio.page_view import PageView
from journey_editor.ui.print_studio.proof import Proofs

from . import maps
from .figure import Reading, alternating, cpu
from .printing import SETUP
from .stage import SIZE, application

_CARDS = 1_000


def first_page() -> Reading:
    """Both are drawn as if for the first time: neither remembers how."""
    application()
    project = maps.project(_CARDS)
    page = pages(project, maps.MAP, SETUP, layouter=Layouter()).pages[0]
    layout = Layouter().layout(project, maps.MAP)
    scale = min(SIZE.width() / layout.width, SIZE.height() / layout.height)
    desk = QWidget()
    desk.resize(SIZE)

    def preview() -> None:
        view = PageView(Proofs(no_images()), desk)
        view.resize(SIZE)
        view.show_page(page)
        view.grab()
        view.deleteLater()

    def frame() -> None:
        image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
        with QPainter(image) as painter:
            painter.fillRect(image.rect(), "#FFFFFF")
            painter.scale(scale, scale)
            MapPainter().draw(painter, layout.root)

    return alternating(lambda: cpu(preview), lambda: cpu(frame), 5).reading()
