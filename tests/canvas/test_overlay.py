"""The overlay: what is only of the moment, drawn over the picture in the accent colour and never into it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from journey_editor.canvas.marks import (
    Band,
    DropLine,
    Focused,
    Ghost,
    Hovered,
    Mark,
    Offer,
    Origin,
    Refusal,
    Rope,
    Selected,
    SelectedLine,
    Target,
)
from journey_editor.canvas.overlay import ACCENT, ERROR, INK, Overlay
from journey_editor.canvas.paint import MapPainter
from journey_editor.canvas.selected import resting_marks
from journey_editor.canvas.view import MapView
from journey_editor.layout.drawlist import Group, Rect
from journey_editor.layout.result import Box
from journey_editor.session.session import Session

from .hands import CTRL, carry, middle, mouse

BOX = Box("card", "a", 20.0, 20.0, 60.0, 30.0)


def drawn(*marks: Mark, scale: float = 1.0) -> QImage:
    image = QImage(140, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    overlay = Overlay(MapPainter())
    overlay.scale = scale
    with QPainter(image) as painter:
        overlay.draw(painter, marks)
    return image


def colors(image: QImage) -> set[str]:
    found = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    return found - {"#FFFFFF"}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("mark", "color"),
    [
        (Selected(BOX, True), ACCENT),
        (SelectedLine(((10.0, 10.0), (60.0, 10.0), (60.0, 50.0)), None, True), ACCENT),
        (Focused(BOX), INK),
        (DropLine(10.0, 40.0, 100.0, 40.0), ACCENT),
        (Target(10.0, 10.0, 60.0, 60.0, True), ACCENT),
        (Refusal(5.0, 5.0, 120.0, 80.0, "Metrics"), ERROR),
        (Origin(BOX), ACCENT),
        (Ghost(Group(0, 0, 60, 30, (Rect(0, 0, 60, 30, "#FFFFFF"),)), 30.0, 30.0, 3), ACCENT),
        (Rope(10.0, 10.0, 100.0, 60.0), ACCENT),
        (Band(10.0, 10.0, 60.0, 40.0), ACCENT),
    ],
)
def test_each_mark_is_drawn_in_its_colour(mark: Mark, color: str) -> None:
    near = QColor(color)
    found = [QColor(name) for name in colors(drawn(mark, scale=1.3))]
    assert any(abs(near.hue() - c.hue()) < 4 and abs(near.lightness() - c.lightness()) < 8 for c in found)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("mark", [Hovered(BOX, True), Offer(BOX, "Touchpoint")])
def test_quiet_marks_use_no_accent_for_their_edge(mark: Mark) -> None:
    image = drawn(mark)
    assert colors(image)
    assert image.pixelColor(40, 20).name().upper() != ACCENT


@pytest.mark.usefixtures("qapp")
def test_a_selection_is_seen_however_small_the_map_is() -> None:
    assert colors(drawn(Selected(BOX, False), scale=0.05))
    assert colors(drawn(DropLine(10.0, 40.0, 100.0, 40.0), scale=0.1))


@pytest.mark.usefixtures("qapp")
def test_a_line_is_not_drawn_over_the_phases() -> None:
    line = ((50.0, 5.0), (50.0, 90.0))
    image = drawn(SelectedLine(line, Box("band", "", 0.0, 40.0, 140.0, 20.0), False))
    assert image.pixelColor(50, 20).lightness() < 200
    assert image.pixelColor(50, 50).name().upper() == "#FFFFFF"


def test_selection_and_drag_leave_the_picture_alone(view: MapView, session: Session) -> None:
    before = view.picture.sheet.pixmap.toImage()
    session.select(("a", "c"))
    carry(view, middle(view, "a"), middle(view, "shop/s3"))
    view.grab()
    assert view.picture.bad.isEmpty()
    assert view.picture.sheet.pixmap.toImage() == before


def test_a_selected_card_shows_its_dot_and_handles(view: MapView, session: Session) -> None:
    session.select(("a",))
    marks = [mark for mark in resting_marks(view) if isinstance(mark, Selected)]
    assert [(mark.box.kind, mark.handles) for mark in marks] == [("card", True), ("point", False)]


def test_the_origin_of_a_drag_takes_the_place_of_the_selection(view: MapView) -> None:
    carry(view, middle(view, "a"), middle(view, "shop/s3"))
    assert any(isinstance(mark, Origin) for mark in view.mouse.marks)
    mouse(view, QEvent.Type.MouseMove, middle(view, "shop/s3"), Qt.MouseButton.LeftButton, CTRL)
    assert not any(isinstance(mark, Origin) for mark in view.mouse.marks)  # a copy leaves no gap


def test_a_change_from_elsewhere_ends_a_drag(view: MapView, session: Session, qtbot: QtBot) -> None:
    carry(view, middle(view, "a"), middle(view, "shop/s3"))
    session.apply("elsewhere", lambda project: project.evolve(title="Renamed meanwhile"))
    mouse(view, QEvent.Type.MouseButtonRelease, middle(view, "shop/s3"), Qt.MouseButton.NoButton, CTRL)
    assert session.undo_label == "elsewhere"
