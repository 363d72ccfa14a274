"""The view: zoom, scroll bars, following the session."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.canvas.camera import Camera
from journey_editor.canvas.empty import hint_of
from journey_editor.canvas.view import MapView
from journey_editor.edit.cards import set_card
from journey_editor.layout.result import Box
from journey_editor.model.columns import Phase, Step
from journey_editor.model.project import JourneyMap, Project
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded


def test_at_100_percent_a_point_is_as_large_as_on_paper(view: MapView) -> None:
    view.set_zoom(1.0)
    assert view.camera.pixel(72.0, 0.0).x() - view.camera.pixel(0.0, 0.0).x() == 96.0


def test_fitting_shows_the_whole_map_without_scroll_bars(view: MapView) -> None:
    view.set_zoom(4.0)
    view.fit()
    part, layout = view.visible_part(), view.map_layout
    assert part.holds(0.0, 0.0)
    assert part.holds(layout.width - 1, layout.height - 1)
    assert not view.verticalScrollBar().isVisible()
    assert not view.horizontalScrollBar().isVisible()


def test_a_map_that_fits_still_fits_when_the_view_has_another_size(view: MapView) -> None:
    view.fit()
    for size in ((700, 500), (1000, 620)):
        view.resize(*size)
        assert view.fitted
        assert view.camera.reach == (0, 0)
    view.set_zoom(0.77)
    view.resize(800, 640)
    assert view.zoom == 0.77


def test_zooming_keeps_the_middle_of_the_view(view: MapView) -> None:
    view.set_zoom(2.0)
    middle = QPointF(view.viewport().rect().center())
    before = view.camera.point(middle)
    view.set_zoom(3.3)
    assert view.camera.point(middle) == pytest.approx(before, abs=1.0)


def test_zoom_steps_lead_up_and_down_and_stop_at_the_ends(view: MapView) -> None:
    view.set_zoom(1.0)
    view.zoom_in()
    assert view.zoom == 1.1
    view.zoom_out()
    view.zoom_out()
    assert view.zoom == 0.9
    view.set_zoom(1000.0)
    assert view.zoom == 8.0
    view.zoom_in()
    assert view.zoom == 8.0


def test_the_zoom_is_told(view: MapView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.zoom_changed) as told:
        view.set_zoom(1.5)
    assert told.args == [1.5]


def test_revealing_scrolls_no_more_than_needed(view: MapView) -> None:
    view.set_zoom(3.0)
    view.pan(10_000, 10_000)
    here = QPoint(view.camera.scroll)
    view.reveal("shop")
    assert view.camera.scroll == here
    view.reveal("e")
    box = view.map_layout.card("e")
    assert box is not None
    assert view.visible_part().holds(box.x + box.w - 1, box.y + box.h - 1)


def test_fitting_the_selection_shows_it_large(view: MapView, session: Session) -> None:
    session.select(("e",))
    view.fit_selection()
    assert view.zoom == 2.0
    box = view.map_layout.card("e")
    assert box is not None
    assert view.visible_part().holds(box.x, box.y)


def test_an_edit_anywhere_is_followed(view: MapView, session: Session) -> None:
    before = view.map_layout
    session.apply("rename", lambda project: set_card(project, "a", title="Different"))
    assert view.map_layout is not before
    assert view.layout is view.map_layout
    assert not view.picture.bad.isEmpty()
    view.settle()
    assert view.picture.complete


class Painted(QObject):
    """What of a widget was painted since the map changed."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_an_edit_comes_to_the_screen_although_a_blinking_cursor_was_painted_first(view: MapView, qtbot: QtBot) -> None:
    QApplication.processEvents()
    view.picture.spoil_all()
    painted = Painted()
    view.viewport().installEventFilter(painted)
    view.viewport().repaint(QRect(500, 500, 2, 12))
    assert painted.region.boundingRect() == QRect(500, 500, 2, 12)
    qtbot.waitUntil(lambda: view.picture.complete)
    QApplication.processEvents()
    assert QRegion(view.viewport().rect()).subtracted(painted.region).isEmpty()


def test_a_switch_of_language_shows_the_translation(view: MapView, session: Session) -> None:
    before = view.map_layout
    session.set_language("de")
    assert view.map_layout.language == "de"
    assert view.map_layout is not before


def test_an_empty_map_says_where_to_begin(view: MapView, session: Session) -> None:
    assert hint_of(view) is None
    bare = JourneyMap(id="bare")
    session.new(Loaded(Project(id="new", maps=(bare,)), {}, ()))
    assert hint_of(view) is not None
    view.grab()  # and draws it
    phase = Phase(id="p", steps=(Step(id="s"),))
    session.new(Loaded(Project(id="new", maps=(bare.evolve(phases=(phase,)),)), {}, ()))
    hint = hint_of(view)
    assert hint is not None
    assert "lane" in hint[1]


def test_the_corner_of_the_map_falls_on_a_whole_device_pixel() -> None:
    camera = Camera()
    camera.size, camera.room, camera.dpr = (400.0, 300.0), QSize(777, 555), 1.25
    for zoom in (0.31, 1.0, 1.7, 4.0):
        camera.zoom_at(zoom, QPointF(333.3, 111.1))
        at = camera.pixel(0.0, 0.0)
        assert (at.x() * 1.25) % 1.0 == pytest.approx(0.0, abs=1e-9)
        assert camera.point(camera.pixel(12.5, 99.0)) == pytest.approx((12.5, 99.0))


def test_scroll_bars_come_only_when_they_are_needed() -> None:
    camera = Camera()
    camera.room, camera.bar = QSize(600, 400), 15
    camera.size = ((600 - 32) * 0.75, (400 - 32) * 0.75)
    assert camera.reach == (0, 0)
    camera.size = ((600 - 32) * 0.75, (400 - 31) * 0.75)
    assert camera.reach == (15, 16)  # the one bar takes what makes the other necessary
    camera.reveal(Box("card", "", 0.0, 0.0, 10.0, 10.0))
    assert camera.scroll == QPoint(0, 0)
