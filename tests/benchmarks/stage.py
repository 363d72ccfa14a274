"""A canvas of 1920 x 1080 pixels with a map on it, without a screen."""

from __future__ import annotations

import sys

from PySide6.QtCore import QPointF, QSize
from PySide6.QtWidgets import QApplication

from journey_editor.canvas.view import MapView
from journey_editor.layout.result import Box
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded

from . import maps

SIZE = QSize(1920, 1080)


def application() -> QApplication:
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(sys.argv[:1])


class Stage:
    """A view that shows a map of so many cards, as sharp as it gets."""

    def __init__(self, cards: int) -> None:
        self.application = application()
        self.session = Session()
        self.session.new(Loaded(maps.project(cards), {}, ()))
        self.view = MapView(self.session)
        self.view.resize(SIZE)
        self.view.show()
        self.application.processEvents()

    def at_full_size(self) -> None:
        """At 100 %, in the middle of the map."""
        layout = self.view.map_layout
        self.view.set_zoom(1.0)
        self.view.camera.centre(layout.width / 2, layout.height / 2)
        self.view._set_bars()
        self.view.settle()
        self.application.processEvents()

    def fitted(self) -> None:
        """The whole map in view."""
        self.view.fit()
        self.view.settle()
        self.application.processEvents()

    def cards_in_view(self) -> list[Box]:
        part = self.view.visible_part()
        return [
            box
            for box in self.view.map_layout.cards()
            if box.x < part.x + part.w and part.x < box.x + box.w and box.y < part.y + part.h and part.y < box.y + box.h
        ]

    def middle(self) -> QPointF:
        return QPointF(self.view.viewport().rect().center())

    def close(self) -> None:
        self.view.close()
        self.view.deleteLater()
        self.application.processEvents()
