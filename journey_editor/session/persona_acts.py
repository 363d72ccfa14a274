"""What is done with personas in the list of them: each makes one step of history."""

from __future__ import annotations

from typing import cast

from journey_editor.edit.personas import assign_persona, delete_persona, duplicate_persona, move_persona
from journey_editor.model.persona_uses import uses_of
from journey_editor.model.queries import find_persona
from journey_editor.wording import tr, trn

from . import step_words
from .session import Session


def duplicate(session: Session, persona: str) -> str:
    """A copy of the card behind it; its id."""
    found = find_persona(session.project, persona)
    old = found.name if found is not None else ""
    name = tr("{name} (copy)", to=session.project.language, name=old) if old else ""
    label = step_words.duplicated(session, (persona,))
    return cast(str, session.apply(label, lambda project: duplicate_persona(project, persona, name=name)))


def move(session: Session, persona: str, by: int) -> None:
    """Up (-1) or down (1) by one place, if there is one."""
    keys = [one.id for one in session.project.personas]
    at = keys.index(persona) + by
    if not 0 <= at < len(keys):
        return
    before = keys[at] if by < 0 else next(iter(keys[at + 1 :]), None)
    label = step_words.moved_before(session, persona, before)
    session.apply(label, lambda project: move_persona(project, persona, before), select=session.selection)


def assign(session: Session, map_id: str, persona: str, on: bool) -> None:
    """Show the persona on a map, or no longer. Raises EditError where nobody would be left."""
    what = tr("Put on a map") if on else tr("Took off a map")
    label = step_words.about(session, what, (persona,))
    session.apply(label, lambda project: assign_persona(project, map_id, persona, on), select=session.selection)


def delete(session: Session, persona: str) -> None:
    label = step_words.deleted(session, (persona,))
    session.apply(label, lambda project: delete_persona(project, persona))


def hangs_on(session: Session, persona: str) -> str:
    """What goes with the persona and what is left, in sentences; "" if nothing hangs on it."""
    uses = uses_of(session.project, persona)
    sentences = []
    if uses.feelings or uses.points:
        felt = trn("the feelings at {n} touchpoint", "the feelings at {n} touchpoints", uses.feelings)
        drawn = trn("{n} point on a curve", "{n} points on curves", uses.points)
        parts = [words for words, n in ((felt, uses.feelings), (drawn, uses.points)) if n]
        sentences.append(tr("With it go {what}.", what=_and(parts)))
    if uses.notes or uses.paths:
        notes, paths = trn("{n} note", "{n} notes", uses.notes), trn("{n} path", "{n} paths", uses.paths)
        parts = [words for words, n in ((notes, uses.notes), (paths, uses.paths)) if n]
        sentences.append(tr("What stays belongs to nobody then: {what}.", what=_and(parts)))
    if uses.maps:
        sentences.append(trn("It is named on {n} map.", "It is named on {n} maps.", uses.maps))
    return " ".join(sentences)


def _and(parts: list[str]) -> str:
    return tr("{one} and {other}", one=parts[0], other=parts[1]) if len(parts) == 2 else parts[0]
