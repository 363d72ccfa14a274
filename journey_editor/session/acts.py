"""What one movement of the hand does on a map: each of these makes one step of history, with a name for the menu.

Canvas, outline and menus share them, so that a drag, a key and a command do the same and are called the same. All raise
EditError with a sentence when it cannot be done.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, cast

from journey_editor.edit.cards import add_card, duplicate_cards, move_cards, refusal
from journey_editor.edit.change import EditError
from journey_editor.edit.lanes import add_lane, move_lane, set_band
from journey_editor.edit.maps import set_map
from journey_editor.edit.nudging import Way, moved
from journey_editor.edit.personas import add_persona
from journey_editor.edit.phases import add_phase, move_phase
from journey_editor.edit.remove import delete
from journey_editor.edit.steps import add_step, move_step
from journey_editor.edit.translations import set_text
from journey_editor.model.lane_words import lane_word
from journey_editor.model.lanes import LaneKind
from journey_editor.model.project import Project
from journey_editor.wording import tr

from . import step_words
from .session import Edit, Session
from .writing import in_shown_language

#: What all of these may raise, for those who call them.
Refused = EditError


def move(session: Session, ids: Sequence[str], lane: str, step: str, before: str | None) -> None:
    """Cards into a cell, before another card or to its end."""
    label = step_words.moved_cards(session, ids, lane, step)
    session.apply(label, lambda project: move_cards(project, ids, lane, step, before), select=tuple(ids))


def copy(session: Session, ids: Sequence[str], lane: str, step: str, before: str | None) -> tuple[str, ...]:
    """Copies of the cards into a cell; the originals stay."""

    def edit(project: Project) -> tuple[Project, object]:
        project, copies = duplicate_cards(project, ids)
        return move_cards(project, copies, lane, step, before), copies

    return cast(tuple[str, ...], session.apply(step_words.copied_cards(session, ids, step), edit))


def add_card_to(session: Session, lane: str, step: str, before: str | None, **fields: Any) -> str:
    """A new card of the lane's kind; its id."""
    label = step_words.added_card(session, lane, step, str(fields.get("title", "")))
    return _made(session, label, lambda project: add_card(project, lane, step, before=before, **fields))


def add_phase_before(session: Session, before: str | None) -> str:
    title = tr("New phase", to=session.language)
    map_id = session.map_id
    return _made(session, tr("Added a phase"), lambda project: add_phase(project, map_id, title=title, before=before))


def add_step_before(session: Session, phase: str, before: str | None) -> str:
    title = tr("New step", to=session.language)
    label = step_words.added_step(session, phase)
    return _made(session, label, lambda project: add_step(project, phase, title=title, before=before))


def add_lane_before(
    session: Session, kind: LaneKind, before: str | None, above_band: bool = False, line: str = ""
) -> str:
    """`line` says which one of a service blueprint a separator is; it needs no title, for it is called by that."""
    title, map_id = "" if line else lane_word(kind, session.language), session.map_id
    fields: dict[str, Any] = {"line": line} if line else {}
    return _made(
        session,
        step_words.added_lane(session, kind, line),
        lambda project: add_lane(project, map_id, kind, title=title, before=before, above_band=above_band, **fields),
    )


def add_persona_to_map(session: Session) -> str:
    """A new persona, among those of the map if it names its personas."""
    name, map_id, named = tr("New persona", to=session.language), session.map_id, session.journey.personas

    def edit(project: Project) -> tuple[Project, object]:
        project, persona = add_persona(project, name=name)
        if named:
            project = set_map(project, map_id, personas=(*named, persona))
        return project, persona

    return _made(session, tr("Added a persona"), edit)


def nudge(session: Session, ids: Sequence[str], way: Way) -> None:
    """Things by one place, as the arrow keys move them."""
    label = step_words.nudged(session, ids, way)
    session.apply(label, lambda project: moved(project, tuple(ids), way), select=ids)


def place_phase(session: Session, phase: str, before: str | None) -> None:
    label = step_words.moved_before(session, phase, before)
    session.apply(label, lambda project: move_phase(project, phase, before), select=(phase,))


def place_step(session: Session, step: str, phase: str, before: str | None) -> None:
    label = step_words.moved_step(session, step, phase, before)
    session.apply(label, lambda project: move_step(project, step, phase, before), select=(step,))


def place_lane(session: Session, lane: str, before: str | None, above_band: bool | None = None) -> None:
    """`above_band` says on which side of the phase band it goes where it comes to lie beside it."""
    label = step_words.moved_before(session, lane, before)
    session.apply(label, lambda project: move_lane(project, lane, before, above_band=above_band), select=(lane,))


def place_band(session: Session, below: str) -> None:
    """The phase band right below a lane, or at the top ("")."""
    map_id = session.map_id
    session.apply(tr("Moved the phase band"), lambda project: set_band(project, map_id, below))


def remove(session: Session, ids: Sequence[str]) -> None:
    session.apply(step_words.deleted(session, ids), lambda project: delete(project, ids), select=())


def write(session: Session, node: str, field: str, text: str, *, merge: Hashable | None = None) -> None:
    """A text, in the language that the map is shown in."""
    language = session.language
    label = step_words.wrote(session, node, field, text)
    session.apply(label, lambda project: set_text(project, language, node, field, text), merge=merge)


def why_not(session: Session, ids: Sequence[str], lane: str) -> str | None:
    """The sentence why these cards cannot go into that lane; None if they can."""
    return refusal(session.project, ids, lane)


def _made(session: Session, label: str, edit: Edit) -> str:
    """Apply an edit that answers the id of what it made; the session selects that."""
    return cast(str, session.apply(label, in_shown_language(session, edit)))
