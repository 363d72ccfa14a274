"""The phase band and the lane heads stay at the edge of the view by which they have left it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QImage

from journey_editor.canvas.heads import Heads, head_of
from journey_editor.canvas.selected import resting_marks
from journey_editor.canvas.tucked import staying, tucked
from journey_editor.canvas.view import MapView
from journey_editor.edit.lanes import set_band
from journey_editor.layout.drawlist import Group
from journey_editor.layout.hit import card_slot, hit
from journey_editor.session import shaping
from journey_editor.session.session import Session

from .hands import carry, click, drag


@pytest.fixture
def close_view(view: MapView) -> MapView:
    """At 180 %, so that the map reaches far beyond the view."""
    view.resize(700, 500)
    view.set_zoom(1.8)
    return view


def heads_of(view: MapView) -> Heads:
    return view.frames.heads


def shown(view: MapView, thing: str, across: float = 0.5, down: float = 0.5) -> QPoint:
    """The pixel at a share of the place where a thing is shown."""
    box = view.map_layout.box(thing)
    assert box is not None
    rect = view.place_of(box)
    return QPointF(rect.x() + rect.width() * across, rect.y() + rect.height() * down).toPoint()


def picture(view: MapView) -> QImage:
    view.settle()
    return view.viewport().grab().toImage()


def scroll_away(view: MapView, dx: float = 190.0, dy: float = 150.0) -> None:
    view.camera.scroll_to(QPointF(dx, dy))
    view._set_bars()


def test_heads_that_are_in_view_stay_where_they_belong(view: MapView) -> None:
    view.fit()
    assert heads_of(view).band is None
    assert heads_of(view).lanes is None


def test_the_band_stays_at_the_top_and_the_lane_heads_at_the_left(close_view: MapView) -> None:
    scroll_away(close_view)
    band, lanes = heads_of(close_view).band, heads_of(close_view).lanes
    assert band is not None
    assert band.rect.top() == 0
    assert lanes is not None
    assert lanes.rect.left() == 0
    box = close_view.map_layout.box("p2")
    assert box is not None
    assert close_view.place_of(box).top() >= 0
    assert close_view.camera.rect(box).top() < 0


def test_a_band_between_the_lanes_stays_at_whichever_edge_it_left(close_view: MapView, session: Session) -> None:
    session.apply("Band", lambda project: set_band(project, "map", "online"))
    scroll_away(close_view, 0.0, 0.0)
    band = heads_of(close_view).band
    assert band is not None
    assert band.rect.bottom() == close_view.viewport().height() - 1
    scroll_away(close_view, 0.0, 100_000.0)
    band = heads_of(close_view).band
    assert band is not None
    assert band.rect.top() == 0


def test_what_is_seen_at_the_edge_is_what_is_hit(close_view: MapView) -> None:
    scroll_away(close_view)
    view = close_view
    for thing in ("p1", "p2", "shop", "online"):
        at = QPointF(shown(view, thing))
        if view.viewport().rect().contains(at.toPoint()) and heads_of(view).covers(at):
            box = hit(view.map_layout, *view.point(at))
            assert box is not None
            assert box.id == thing
    corner = view.point(QPointF(50, 20))
    head = view.map_layout.head_of("")
    assert head is not None
    assert head.holds(*corner)


def test_a_click_selects_the_head_and_not_the_card_under_it(close_view: MapView, session: Session) -> None:
    scroll_away(close_view)
    click(close_view, shown(close_view, "p2"))
    assert session.selection == ("p2",)
    click(close_view, shown(close_view, "online", 0.5, 0.5))
    assert session.selection == ("online",)


def test_a_phase_is_dragged_by_its_head_at_the_edge(close_view: MapView, session: Session) -> None:
    scroll_away(close_view, 200.0)
    view = close_view
    start = shown(view, "p1", 0.9)
    drag(view, start, start + QPoint(340, 0))
    assert session.journey.phases[0].id == "p2"


def test_dragging_a_phase_does_not_scroll_the_map_up(close_view: MapView) -> None:
    scroll_away(close_view)
    view = close_view
    carry(view, shown(view, "p2", 0.3), shown(view, "p2", 0.5))
    before = QPoint(view.camera.scroll)
    view.mouse._scroll_at_edge()
    assert view.camera.scroll.y() == before.y()
    view.mouse.cancel()


def test_a_card_cannot_be_dropped_into_a_cell_that_a_head_covers(close_view: MapView, session: Session) -> None:
    view = close_view
    view.stand_on("d")
    cell = view.map_layout.cell("shop", "s1")
    assert cell is not None
    scroll_away(view, 0.0, view.camera.scroll.y() + view.camera.rect(cell).top() + 10.0)
    before = session.project
    under = QPoint(round(view.camera.rect(cell).right()) - 20, 30)
    assert card_slot(view.map_layout, *view.camera.point(QPointF(under))) is not None
    drag(view, shown(view, "d"), under)
    assert session.project is before


def test_the_keyboard_comes_out_from_under_the_heads(close_view: MapView) -> None:
    view = close_view
    scroll_away(view, 100_000.0, 100_000.0)
    for thing in ("e", "a", "c", "d", "shop/s3", "n"):
        view.stand_on(thing)
        box = view.map_layout.box(thing)
        assert box is not None
        rect = view.camera.rect(box)
        assert rect.left() >= view.insets.left(), thing
        if rect.height() < view.viewport().height() - view.insets.top() - view.insets.bottom():
            assert rect.top() >= view.insets.top(), thing
            assert rect.bottom() <= view.viewport().height() - view.insets.bottom(), thing


def test_a_head_at_the_edge_is_renamed_there(close_view: MapView) -> None:
    scroll_away(close_view)
    before = QPoint(close_view.camera.scroll)
    close_view.edit("p2")
    assert close_view.camera.scroll.y() == before.y()
    editor = close_view.in_place.editor
    assert editor is not None
    assert close_view.viewport().rect().contains(editor.geometry().center())
    close_view.in_place.cancel()


def test_the_edge_shows_the_heads_own_drawing(close_view: MapView) -> None:
    view = close_view
    scroll_away(view, 0.0, 0.0)
    box = view.map_layout.box("p1")
    assert box is not None
    where = view.camera.rect(box).toRect().adjusted(60, 2, -60, -2) & view.viewport().rect()
    unpinned = picture(view).copy(where)
    scroll_away(view, 0.0, 200.0)
    there = view.place_of(box).toRect().adjusted(60, 2, -60, -2) & view.viewport().rect()
    assert there.top() < where.top()
    assert picture(view).copy(there) == unpinned


def test_the_name_of_a_tall_lane_stays_in_view(close_view: MapView, session: Session) -> None:
    view = close_view
    scroll_away(view, 0.0, 0.0)
    row = view.map_layout.row("shop")
    assert row is not None
    scroll_away(view, 0.0, row.y * view.camera.scale + 60.0)
    top = round(view.insets.top())
    image = picture(view)
    left = round(view.camera.pixel(view.map_layout.left, 0).x())
    name = image.copy(left, top, round(view.map_layout.head * view.camera.scale), 40)
    dark = sum(name.pixelColor(x, y).lightness() < 100 for x in range(name.width()) for y in range(name.height()))
    assert dark > 50


def test_zooming_out_lets_the_heads_go(close_view: MapView) -> None:
    scroll_away(close_view)
    close_view.fit()
    assert close_view.insets.isNull()


def test_heads_that_would_cover_most_of_the_view_do_not_stay(close_view: MapView) -> None:
    close_view.resize(260, 200)
    scroll_away(close_view, 300.0, 300.0)
    assert heads_of(close_view).lanes is None


def test_panning_with_heads_at_the_edge_gives_the_same_picture_as_drawing_anew(close_view: MapView) -> None:
    view = close_view
    scroll_away(view)
    picture(view)
    for dx, dy in ((-30.0, 0.0), (0.0, -25.0), (12.0, 9.0)):
        view.pan(dx, dy)
        view.settle()
        view.viewport().grab()
    panned = picture(view)
    view.frames.pinned.spoil_all()
    view.picture.spoil_all()
    assert picture(view) == panned


def test_the_name_of_the_band_stays_in_the_corner(close_view: MapView, session: Session) -> None:
    view = close_view
    session.apply("Band", lambda project: set_band(project, "map", "online"))
    scroll_away(view, 190.0, 100_000.0)
    edge, lanes = heads_of(view).band, heads_of(view).lanes
    assert edge is not None
    assert lanes is not None
    row = view.map_layout.row("")
    assert row is not None
    named = any(isinstance(item, Group) for item in head_of(view.map_layout, row).items)
    corner = picture(view).copy(lanes.rect & edge.rect)
    dark = sum(corner.pixelColor(x, y).lightness() < 100 for x in range(corner.width()) for y in range(corner.height()))
    assert (dark > 20) == named


def test_the_mark_of_something_hidden_stays_with_the_heads_and_can_be_clicked(
    close_view: MapView, session: Session
) -> None:
    shaping.hide(session, ("p2", "mood"))
    scroll_away(close_view, 60.0)
    band, lanes = heads_of(close_view).band, heads_of(close_view).lanes
    assert band is not None
    assert lanes is not None

    def place(thing: str) -> QPointF:
        marks = [staying(heads_of(close_view), mark) for mark in tucked(session.journey, close_view.map_layout)]
        mark = next(mark for mark in marks if mark is not None and mark.ids == (thing,))
        return close_view.camera.pixel(mark.x, mark.y)

    for thing, edge in (("mood", lanes), ("p2", band)):
        at = place(thing)
        assert QRectF(edge.rect).contains(at * close_view.camera.dpr)
        click(close_view, at.toPoint())
    assert shaping.hidden(session.journey) == ()


def test_the_mark_of_a_border_that_lies_under_heads_is_not_shown(close_view: MapView, session: Session) -> None:
    shaping.hide(session, ("p1", "online"))
    phase, lane = tucked(session.journey, close_view.map_layout)
    close_view.resize(700, 340)
    scroll_away(close_view, dy=250.0)
    assert staying(heads_of(close_view), phase) is None
    assert staying(heads_of(close_view), lane) is None
    assert resting_marks(close_view)  # which are there to be scrolled to
