"""Deleting, and the sentence that says afterwards what went: the things themselves, and what hung on them."""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from journey_editor.model.things import CARD_KINDS, find_thing
from journey_editor.session import acts
from journey_editor.session.session import Session
from journey_editor.wording import tr, trn

from .names import kind_of, name_of


def remove(session: Session, ids: Sequence[str]) -> None:
    """Delete things as one step, and tell what went in one sentence. Raises acts.Refused."""
    before = session.project
    there = [key for key in ids if find_thing(before, key) is not None]
    if not there:
        return
    kinds = {thing.kind for key in there if (thing := find_thing(before, key)) is not None}
    first = tr("{kind} “{name}”", kind=kind_of(session, there[0]), name=name_of(session, there[0]))
    acts.remove(session, ids)
    after = session.project
    cards, ways = _cards(before) - _cards(after), _ways(before) - _ways(after)
    if kinds <= CARD_KINDS:
        cards -= len(there)
    if "path" in kinds or "counterpart" in kinds:
        ways = 0
    what = first if len(there) == 1 else trn("{n} thing", "{n} things", len(there))
    if kinds <= CARD_KINDS and len(there) > 1:
        what = trn("{n} card", "{n} cards", len(there))
    along = []
    if cards:
        along.append(trn("{n} card", "{n} cards", cards))
    if ways:
        along.append(trn("{n} path", "{n} paths", ways))
    if along:
        said = tr("Deleted: {what}, with {along}. Undo brings it back.", what=what, along=", ".join(along))
    else:
        said = tr("Deleted: {what}. Undo brings it back.", what=what)
    session.told.emit(said)


def _cards(project: Project) -> int:
    return sum(1 for journey in project.maps for _ in all_cards(journey))


def _ways(project: Project) -> int:
    return sum(len(journey.paths) + len(journey.counterparts) for journey in project.maps)
