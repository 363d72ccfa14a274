"""Cards on the system's clipboard: as a small project for us, as plain words for everybody else."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from journey_editor.canvas.names import name_of
from journey_editor.edit.change import EditError
from journey_editor.edit.clipboard import copy, paste
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards, card_lanes, steps
from journey_editor.session.session import Session
from journey_editor.storage.codec import decode, encode
from journey_editor.storage.files import FileProblem
from journey_editor.ui.insertion import around
from journey_editor.wording import tr

CARDS_MIME = "application/x-journey-cards"


def copy_cards(session: Session) -> bool:
    """Put the selected cards on the clipboard; whether there were any."""
    fragment = copy(session.project, session.selection)
    if fragment is None:
        return False
    wanted = {image.sha256 for image in fragment.images}
    load = QMimeData()
    load.setData(CARDS_MIME, QByteArray(encode(fragment, {k: v for k, v in session.images.items() if k in wanted})))
    names = (name_of(session, card.id) for _, _, card in all_cards(session.journey) if card.id in session.selection)
    load.setText("\n".join(names))
    QGuiApplication.clipboard().setMimeData(load)
    return True


def paste_cards(session: Session, selection: tuple[str, ...]) -> None:
    """Put the cards of the clipboard where the selection is. Raises EditError if there are none or they do not fit."""
    load = QGuiApplication.clipboard().mimeData()
    nothing = tr("There are no cards on the clipboard.")
    if not load.hasFormat(CARDS_MIME):
        raise EditError(nothing)
    try:
        found = decode(bytes(load.data(CARDS_MIME).data()), tr("Clipboard"))
    except FileProblem as problem:  # it may come from anywhere
        raise EditError(nothing) from problem
    lane, step = _target(session, found.project, selection)

    def edit(project: Project) -> tuple[Project, object]:
        return paste(project, found.project, session.map_id, lane, step)

    for image in found.project.images:
        if image.sha256 in found.images:
            session.keep_image(image, found.images[image.sha256])
    session.apply(tr("Paste"), edit)


def _target(session: Session, fragment: Project, selection: tuple[str, ...]) -> tuple[str, str]:
    """The cell where pasting begins: of the selection, else the first that can take the first card."""
    journey = session.journey
    here = around(journey, selection)
    lanes = list(card_lanes(journey))
    columns = [step.id for step in steps(journey)]
    if not lanes or not columns:
        raise EditError(tr("A card lies in a lane and a phase: add these first."))
    kinds = {lane.kind for lane in card_lanes(fragment.maps[0])}
    chosen = [lane.id for lane in lanes if lane.id == here.lane] or [lane.id for lane in lanes if lane.kind in kinds]
    return (chosen or [lanes[0].id])[0], here.step or columns[0]
