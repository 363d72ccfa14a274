"""Empty frames invite to choose an image: under the pointer, with a click, with Space; full ones do not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from pytestqt.qtbot import QtBot

from journey_editor.canvas.marks import Offer
from journey_editor.canvas.storyboard import frame_of
from journey_editor.canvas.view import MapView
from journey_editor.edit.cards import add_card, set_card
from journey_editor.edit.images import add_image
from journey_editor.edit.lanes import add_lane
from journey_editor.model.assets import AssetRef
from journey_editor.model.cards import ImageUse
from journey_editor.session.session import Session
from tests.builders import PIXEL_SHA

from .hands import NO_KEY, NONE, click, mouse

K = Qt.Key


@pytest.fixture
def frame(view: MapView, session: Session) -> str:
    """A picture without an image, with words."""
    lane = str(session.apply("made", lambda project: add_lane(project, "map", "images")))
    made = str(session.apply("made", lambda project: add_card(project, lane, "s1", text="She looks around")))
    session.select(())
    view.settle()
    return made


def middle_of(view: MapView, card: str) -> QPoint:
    box = frame_of(view.session, view.map_layout, card)
    assert box is not None
    return view.camera.pixel(box.x + box.w / 2, box.y + box.h / 2).toPoint()


def test_an_empty_frame_offers_to_choose_an_image(view: MapView, frame: str, qtbot: QtBot) -> None:
    at = middle_of(view, frame)
    mouse(view, QEvent.Type.MouseMove, at, NONE, NO_KEY)
    (offer,) = (mark for mark in view.mouse.marks if isinstance(mark, Offer))
    assert offer.words == "Choose an image"
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(view.image_wanted) as wanted:
        click(view, at)
    assert wanted.args == [frame]


def test_below_the_frame_nothing_is_offered(view: MapView, frame: str, qtbot: QtBot) -> None:
    box = view.map_layout.card(frame)
    assert box is not None
    mouse(view, QEvent.Type.MouseMove, middle_of(view, frame), NONE, NO_KEY)
    words = view.camera.pixel(box.x + 10.0, box.y + box.h - 3.0).toPoint()
    mouse(view, QEvent.Type.MouseMove, words, NONE, NO_KEY)
    assert not any(isinstance(mark, Offer) for mark in view.mouse.marks)
    with qtbot.assertNotEmitted(view.image_wanted):
        click(view, words)
    assert view.session.selection == (frame,)


def test_space_chooses_on_an_empty_frame_only(view: MapView, session: Session, frame: str, qtbot: QtBot) -> None:
    view.stand_on(frame)
    with qtbot.waitSignal(view.image_wanted):
        qtbot.keyClick(view, K.Key_Space)
    pixel = AssetRef(sha256=PIXEL_SHA, media_type="image/png", width=1, height=1)
    session.apply("made", lambda project: add_image(project, pixel))
    session.apply("made", lambda project: set_card(project, frame, image=ImageUse(sha256=PIXEL_SHA)))
    assert frame_of(session, view.map_layout, frame) is None
    with qtbot.assertNotEmitted(view.image_wanted):
        qtbot.keyClick(view, K.Key_Space)


def test_the_words_of_a_frame_without_any_are_written_below_it(view: MapView, session: Session, frame: str) -> None:
    session.apply("made", lambda project: set_card(project, frame, text=""))
    box = frame_of(session, view.map_layout, frame)
    view.edit(frame)
    assert view.in_place.editor is not None
    assert box is not None
    below = view.camera.pixel(box.x, box.y + box.h).y()
    assert view.in_place.editor.geometry().top() >= below - 6
