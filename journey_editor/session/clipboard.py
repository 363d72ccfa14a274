"""Cut, copy and paste of a session: each makes one step of history. What lies on the clipboard is a QMimeData.

Other windows and programs of this kind get a clipping; all others the words of the cards, as a table if they lie in
several cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QImage

from journey_editor.edit import clipboard, duplicate, tables
from journey_editor.edit.change import EditError
from journey_editor.edit.images import place_images
from journey_editor.edit.lines import add_lines
from journey_editor.edit.maps import add_map
from journey_editor.edit.pasting import Place, paste
from journey_editor.model.assets import AssetRef
from journey_editor.model.clipping import Clipping, count_cards
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import cards_at, find_lane, holds_cards, place_of, steps
from journey_editor.session import step_words
from journey_editor.session.as_text import as_rows, as_text
from journey_editor.session.contents import Pieces
from journey_editor.session.names import counted
from journey_editor.session.session import Session
from journey_editor.session.writing import in_shown_language
from journey_editor.storage import clippings, tsv
from journey_editor.storage.clippings import CLIPPING_MIME
from journey_editor.storage.jsontext import MOST_BYTES
from journey_editor.wording import tr, trn

TSV_MIME = "text/tab-separated-values"


def copied(session: Session, ids: Sequence[str]) -> QMimeData:
    """Cards, phases, steps or lanes for the clipboard. Raises EditError if there is nothing of these."""
    return _carried(session, _something(clipboard.copy(session.project, ids)))


def copied_as_text(session: Session, ids: Sequence[str]) -> QMimeData:
    """The same to read: names and descriptions in lines, nothing else. Raises EditError."""
    made = QMimeData()
    made.setText(as_text(_something(clipboard.copy(session.project, ids)), session.language))
    return made


def cut(session: Session, ids: Sequence[str]) -> QMimeData:
    """The same, and they leave the map. Raises EditError if they have to stay."""
    project, found = clipboard.cut(session.project, ids)
    clipping = _something(found)
    made = _carried(session, clipping)  # before anything is taken away
    session.apply(step_words.cut_out(session, ids), lambda _: project, select=())
    return made


def duplicated(session: Session, ids: Sequence[str]) -> tuple[str, ...]:
    """A copy of each beside itself; the ids of the copies."""
    _something(clipboard.copy(session.project, ids))  # or it is refused
    made = session.apply(step_words.duplicated(session, ids), lambda project: duplicate.duplicate(project, ids))
    return cast(tuple[str, ...], made)


def where(journey: JourneyMap, chosen: Sequence[str]) -> Place:
    """Where pasting begins if these things are chosen: below the lowest card of the topmost leftmost cell among them,
    else in the cell, else at the lane, and at the phase or step."""
    rows = {lane.id: n for n, lane in enumerate(journey.lanes)}
    columns = {step.id: n for n, step in enumerate(steps(journey))}
    cards = [(key, spot) for key in chosen if (spot := place_of(journey, key)) is not None]
    if cards:
        lane = min((spot.lane for _, spot in cards), key=lambda key: rows[key])
        step = min((spot.step for _, spot in cards), key=lambda key: columns[key])
        there = [(spot.depth, key) for key, spot in cards if (spot.lane, spot.step) == (lane, step)]
        if not there:
            return Place(journey.id, lane, step)
        depth, card = max(there)
        stack = cards_at(find_lane(journey, lane), step)
        before = stack[depth + 1].id if depth + 1 < len(stack) else ""
        return Place(journey.id, lane, step, before, card if len(cards) == 1 else "")
    place = Place(journey.id)
    last_of = {phase.id: phase.steps[-1].id for phase in journey.phases}
    for key in chosen:
        lane, _, step = key.partition("/")
        if lane in rows:
            place = place._replace(lane=lane)
        step = step or last_of.get(key, key)
        if step in columns:
            place = place._replace(step=step)
    return place


def cell_of(journey: JourneyMap, chosen: Sequence[str]) -> str:
    """The cell, as "LANE/STEP", in which pasting begins; "" if that is none."""
    place = where(journey, chosen)
    whole = place.lane and place.step and holds_cards(find_lane(journey, place.lane))
    return f"{place.lane}/{place.step}" if whole else ""


def paste_pieces(session: Session, pieces: Pieces, place: Place) -> None:
    """Raises EditError if they do not fit there; then nothing has changed."""
    clipping = pieces.clipping
    project, made = paste(session.project, clipping, place)
    for image in clipping.project.images:
        session.keep_image(image, pieces.images[image.sha256])
    session.apply(step_words.pasted(session, _counted(clipping), place.step), lambda _: (project, made))


def paste_words(session: Session, lines: Sequence[str], place: Place) -> None:
    """A card for each line. Raises EditError."""
    label = trn("Pasted text as a card", "Pasted text as {n} cards", len(lines))
    session.apply(label, in_shown_language(session, lambda project: add_lines(project, lines, place)))


def paste_table(session: Session, plan: tables.Plan, *, as_map: bool = False) -> None:
    """The table as it was planned, on the map that is shown or as a map of its own, which is shown then."""
    if not as_map:
        map_id = session.map_id
        put = in_shown_language(session, lambda project: tables.put(project, map_id, plan))
        session.apply(tr("Pasted a table"), put)
        return

    def edit(project: Project) -> tuple[Project, object]:
        project, made = add_map(project, tr("New map", to=session.language))
        return tables.put(project, made, plan)[0], made

    session.go_to_map(str(session.apply(tr("Pasted a table as a map"), in_shown_language(session, edit))))


def paste_images(session: Session, images: Sequence[tuple[AssetRef, bytes]], place: Place) -> None:
    """Raises EditError where no image can be."""
    project, made = place_images(session.project, [asset for asset, _ in images], place)
    for asset, data in images:
        session.keep_image(asset, data)
    session.apply(trn("Pasted an image", "Pasted {n} images", len(images)), lambda _: (project, made))


def image_of(mime: QMimeData) -> QImage:
    """The image that only Qt knows how to read; a null one if there is none."""
    found = mime.imageData()
    return found if isinstance(found, QImage) else QImage()


def _something(clipping: Clipping | None) -> Clipping:
    if clipping is None:
        raise EditError(tr("Select cards, phases, steps or lanes to copy them."))
    return clipping


def _carried(session: Session, clipping: Clipping) -> QMimeData:
    data = clippings.encode(clipping, session.images)
    if len(data) > MOST_BYTES:
        raise EditError(
            tr("This has more than {most} MB with its images. Copy less at once.", most=MOST_BYTES // 2**20)
        )
    made = QMimeData()
    made.setData(CLIPPING_MIME, QByteArray(data))
    words = tsv.written(as_rows(clipping, session.language))
    made.setText(words)
    made.setData(TSV_MIME, QByteArray(words.encode()))
    return made


def _counted(clipping: Clipping) -> str:
    """What is in it: "2 phases"."""
    journey = clipping.journey
    match clipping.what:
        case "phases":
            return counted("phase", len(journey.phases))
        case "steps":
            return counted("step", sum(1 for _ in steps(journey)))
        case "lanes":
            return counted("lane", len(journey.lanes))
        case _:
            n = count_cards(clipping)
            return trn("{n} card", "{n} cards", n)
