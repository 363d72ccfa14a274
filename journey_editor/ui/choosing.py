"""Choosing the image of a picture on the map: the same as dropping the file onto it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QMenu, QWidget

from journey_editor.model.cards import Picture
from journey_editor.model.queries import find_card, place_of
from journey_editor.session.session import Session
from journey_editor.ui.icons import icon
from journey_editor.wording import tr

#: Takes what was dropped, and (lane, step, before, card).
Drop = Callable[[QMimeData, tuple[str, str, str, str]], object]


def choose_for(session: Session, card: str, parent: QWidget, drop: Drop) -> None:
    """Ask for an image file and put it onto a picture."""
    from journey_editor.ui.inspector.images import choose_image

    place = place_of(session.journey, card)
    path = choose_image(parent) if place is not None else None
    if place is None or path is None:
        return
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop(mime, (place.lane, place.step, "", card))


def offer_image(menu: QMenu, session: Session, choose: Callable[[str], object]) -> None:
    """Add the command for the picture that is selected; nothing for anything else."""
    if len(session.selection) != 1:
        return
    card = session.selection[0]
    if isinstance(find_card(session.journey, card), Picture):
        menu.addAction(icon("image"), tr("Choose image ..."), lambda: choose(card))
