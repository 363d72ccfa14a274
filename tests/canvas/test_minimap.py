"""The overview in the corner: when it shows, what it shows, and going elsewhere by it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from journey_editor.canvas.minimap import Minimap
from journey_editor.canvas.view import MapView
from journey_editor.edit.cards import set_card
from journey_editor.model.filtering import Filter
from journey_editor.session.session import Session


@pytest.fixture
def minimap(view: MapView) -> Minimap:
    view.set_zoom(2.5)
    return view.minimap


def test_it_shows_only_while_a_part_of_the_map_is_out_of_view(view: MapView) -> None:
    view.fit()
    assert view.minimap.isHidden()
    view.set_zoom(2.5)
    assert view.minimap.isVisible()
    assert view.rect().contains(view.minimap.geometry())
    view.fit()
    assert view.minimap.isHidden()


def test_it_is_not_in_the_way_while_nearly_all_of_the_map_is_in_view(view: MapView) -> None:
    view.fit()
    view.set_zoom(view.zoom * 1.05)
    assert view.camera.reach != (0, 0)
    assert view.minimap.isHidden()


def test_it_can_be_turned_off(minimap: Minimap, view: MapView) -> None:
    minimap.want(False)
    assert minimap.isHidden()
    view.pan(-50, -50)
    assert minimap.isHidden()
    minimap.want(True)
    assert minimap.isVisible()


def test_it_goes_in_a_small_view(minimap: Minimap, view: MapView) -> None:
    view.resize(300, 260)
    assert minimap.isHidden()


def test_the_frame_is_what_is_in_view(minimap: Minimap, view: MapView) -> None:
    view.pan(10_000, 10_000)
    first = minimap.frame()
    view.pan(-200, 0)
    moved = minimap.frame()
    assert moved.left() > first.left()
    assert moved.top() == first.top()
    assert 0 < moved.width() < minimap.width()


def test_a_click_brings_a_place_to_the_middle_and_dragging_follows(
    minimap: Minimap, view: MapView, qtbot: QtBot
) -> None:
    at = QPoint(minimap.width() // 2, minimap.height() // 2)
    qtbot.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=at)
    assert abs(minimap.frame().center().x() - at.x()) < 2.5
    assert abs(minimap.frame().center().y() - at.y()) < 2.5
    qtbot.mousePress(minimap, Qt.MouseButton.LeftButton, pos=at)
    before = view.camera.scroll.x()
    minimap._go(at.toPointF() + QPoint(10, 0).toPointF())
    assert view.camera.scroll.x() > before
    qtbot.mouseRelease(minimap, Qt.MouseButton.LeftButton)


def test_the_arrow_keys_move_the_view_and_escape_goes_back(minimap: Minimap, view: MapView, qtbot: QtBot) -> None:
    view.pan(10_000, 10_000)
    minimap.setFocus()
    qtbot.keyClick(minimap, Qt.Key.Key_Right)
    assert view.camera.scroll.x() > 0
    qtbot.keyClick(minimap, Qt.Key.Key_Escape)
    assert view.hasFocus()
    assert minimap.accessibleName()


def test_its_picture_is_kept_while_scrolling_and_made_anew_after_an_edit(
    minimap: Minimap, view: MapView, session: Session, qtbot: QtBot
) -> None:
    kept = minimap._picture.cacheKey()
    view.pan(-40, -40)
    assert minimap._picture.cacheKey() == kept
    session.apply("Title", lambda project: set_card(project, "a", description="Very much longer than before " * 9))
    qtbot.waitUntil(lambda: minimap._picture.cacheKey() != kept)


def test_cards_that_do_not_match_a_filter_are_pale(minimap: Minimap, session: Session, qtbot: QtBot) -> None:
    before = minimap._picture.toImage()
    session.filtering.want(Filter(status=frozenset(("possible",))))
    qtbot.waitUntil(lambda: minimap._picture.toImage() != before)


def test_it_makes_way_for_the_place_of_the_keyboard(minimap: Minimap, view: MapView) -> None:
    right = minimap.geometry()
    under = min(
        view.map_layout.cards(),
        key=lambda box: (view.camera.rect(box).center().toPoint() - right.center()).manhattanLength(),
    )
    rect = view.camera.rect(under).toRect()
    view.pan(right.center().x() - rect.center().x(), right.center().y() - rect.center().y())
    view.here = under.id
    minimap.follow()
    if view.camera.rect(under).toRect().intersects(right):
        assert not minimap.geometry().intersects(view.camera.rect(under).toRect())
