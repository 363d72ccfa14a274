"""Empty frames of a storyboard: where one lies, and what invites to choose its image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from journey_editor.layout.cards import empty_frame
from journey_editor.layout.result import Box, Layout
from journey_editor.model.cards import Picture
from journey_editor.model.queries import find_card
from journey_editor.session.session import Session
from journey_editor.wording import tr

from .marks import Offer

if TYPE_CHECKING:
    from .view import MapView


def is_picture(session: Session, thing: str) -> bool:
    return isinstance(find_card(session.journey, thing), Picture)


def frame_of(session: Session, layout: Layout, card: str) -> Box | None:
    """The frame of a picture that has no image yet."""
    node, box = find_card(session.journey, card), layout.card(card)
    if box is None or not isinstance(node, Picture) or node.image is not None:
        return None
    w, h = empty_frame(box.w)
    return Box("frame", card, box.x, box.y, w, h)


def invitation(view: MapView, card: str, at: QPointF) -> tuple[Offer, ...]:
    """The offer to choose an image, if the pointer is over an empty frame."""
    frame = frame_of(view.session, view.shown_layout, card)
    if frame is None or not frame.holds(*view.point(at)):
        return ()
    return (Offer(frame, tr("Choose an image"), whole=True),)


def tapped(view: MapView) -> bool:
    """Space was tapped on an empty frame: its image is to be chosen. False elsewhere."""
    if frame_of(view.session, view.map_layout, view.here) is None:
        return False
    view.image_wanted.emit(view.here)
    return True
