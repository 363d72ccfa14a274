"""A view that a panel left hardly any room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from journey_editor.canvas.view import MapView


@pytest.mark.parametrize(
    "size",
    [
        (0, 0),
        (400, 0),
        (0, 300),
        (30, 30),
        *((300, n) for n in range(20, 120, 3)),
        *((n, 300) for n in range(20, 200, 6)),
    ],
)
def test_a_view_without_room_is_scrolled_and_zoomed_without_a_complaint(view: MapView, size: tuple[int, int]) -> None:
    view.resize(*size)
    for zoom in (0.3, 3.0, 8.0, 1.0):
        view.set_zoom(zoom)
        view.pan(-250, -180)
        QApplication.processEvents()
        view.settle()
        view.grab()
        view.pan(90, 70)
        view.viewport().grab()
    assert view.point(QPoint(0, 0)) is not None
