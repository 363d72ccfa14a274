"""Opening a large map: the view shows what there is, goes on when there is time, and has all at once for who asks."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journey_editor.canvas import laid_out
from journey_editor.canvas.view import MapView
from journey_editor.edit.cards import set_card
from journey_editor.layout.compose import Layouter
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from tests.benchmarks import generator

from .pictures import image_of, same, sheet_from_scratch

PROJECT = generator.project(300)


@pytest.fixture
def large(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MapView:
    monkeypatch.setattr(laid_out, "_AT_ONCE", 0.0)
    session = Session()
    view = MapView(session)
    qtbot.addWidget(view)
    view.resize(900, 700)
    session.new(Loaded(PROJECT, {}, ()))
    return view


def test_it_is_shown_in_parts_until_it_is_whole(large: MapView, qtbot: QtBot) -> None:
    assert not large.shown_layout.complete
    with qtbot.waitSignal(large.drawn):
        large.show()
    qtbot.waitUntil(lambda: large.shown_layout.complete)
    large.settle()
    sheet = large.picture.sheet
    whole = Layouter().layout(PROJECT, PROJECT.maps[0].id)
    assert [row.h for row in large.shown_layout.rows] == [row.h for row in whole.rows]
    colors = large.picture._colors
    assert same(
        image_of(sheet), image_of(sheet_from_scratch(whole, sheet.scale, sheet.origin, sheet.size, colors=colors))
    )


def test_who_asks_for_the_whole_map_gets_it(large: MapView) -> None:
    last = list(large.map_layout.cards())[-1]
    assert large.shown_layout.complete
    large.show()
    large.centre_on(last.id)
    assert large.visible_part().holds(last.x + 1, last.y + 1)


def test_it_is_not_sharp_while_a_lane_in_view_waits_for_its_cards(large: MapView, qtbot: QtBot) -> None:
    large.fit()
    large.picture.finish()
    assert not large.laid_out.sharp()
    large.settle()
    large.come_to_rest()
    large.settle()
    assert large.laid_out.sharp()


def test_a_map_that_was_fitted_is_fitted_when_its_height_is_known(large: MapView) -> None:
    large.fit()
    assert not large.shown_layout.complete
    whole = large.map_layout
    assert large.zoom == large.camera.fitting(whole.width, whole.height)


def test_a_zoom_of_the_users_own_stays(large: MapView) -> None:
    large.fit()
    large.set_zoom(0.77)
    assert large.map_layout.complete
    assert large.zoom == 0.77


def test_an_edit_of_a_map_that_is_open_is_shown_at_once(large: MapView) -> None:
    large.settle()
    card = next(large.map_layout.cards()).id
    large.session.apply("Rename", lambda project: set_card(project, card, tags=("neu",)))
    assert large.shown_layout.complete


def test_nothing_moves_under_a_text_that_is_being_edited(large: MapView) -> None:
    card = next(large.shown_layout.cards()).id
    assert large.in_place.begin(card)
    large.laid_out.layout = before = Layouter().layout(PROJECT, PROJECT.maps[0].id, seconds=0.0)
    assert large.laid_out.more()
    assert large.shown_layout is before
    large.in_place.cancel()
    large.laid_out.more()
    assert large.shown_layout is not before
