"""What the hand does with paths: drawing one, leading an end elsewhere, saying what kind it is; each is one step."""

from __future__ import annotations

from typing import cast

from journey_editor.edit.paths import add_path, set_path
from journey_editor.model.paths import PathKind
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import place_of
from journey_editor.wording import tr

from . import step_words
from .session import Session


def connect(session: Session, source: str, target: str) -> str:
    """A path from one touchpoint to another; its id. One that leads back to an earlier phase is a loop."""
    map_id, kind = session.map_id, kind_of_new(session.journey, source, target)
    label = step_words.connected(session, source, target)
    return cast(str, session.apply(label, lambda project: add_path(project, map_id, source, target, kind)))


def reconnect(session: Session, path: str, *, source: str | None = None, target: str | None = None) -> None:
    """Lead one end of a path, or both, to another touchpoint."""
    ends = {name: end for name, end in (("source", source), ("target", target)) if end is not None}
    session.apply(
        step_words.about(session, tr("Reconnected"), (path,)),
        lambda project: set_path(project, path, **ends),
        select=(path,),
    )


def set_kind(session: Session, path: str, kind: PathKind) -> None:
    session.apply(
        step_words.about(session, tr("Changed the kind"), (path,)), lambda project: set_path(project, path, kind=kind)
    )


def kind_of_new(journey: JourneyMap, source: str, target: str) -> PathKind:
    """What a new path is if nobody says more: a loop where it leads back to an earlier phase."""
    phases = {step.id: index for index, phase in enumerate(journey.phases) for step in phase.steps}
    start, end = place_of(journey, source), place_of(journey, target)
    if start is None or end is None:
        return "sequence"
    return "loop" if phases[end.step] < phases[start.step] else "sequence"
