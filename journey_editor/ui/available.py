"""What there is for commands to work on: the session's state and selection in the words of `actions.Need`."""

from __future__ import annotations

from journey_editor.model.things import find_thing
from journey_editor.session import shaping
from journey_editor.session.counterpart_acts import load_of
from journey_editor.session.session import Session
from journey_editor.ui.insertion import Around, around


def place_around(session: Session, place: str) -> Around:
    """What is selected, or where the keyboard stands, as a place of the map."""
    return around(session.journey, session.selection or ((place,) if place else ()))


def available(session: Session, place: str) -> frozenset[str]:
    """All needs that are met; `place` is where the keyboard stands if nothing is selected."""
    journey, selection = session.journey, session.selection
    kinds = {thing.kind for key in selection[:200] if (thing := find_thing(session.project, key)) is not None}
    here = place_around(session, place)
    columns = len(shaping.columns_of(journey, selection)) if kinds & {"phase", "step"} else 0
    met = {
        "project": True,
        "selection": bool(selection),
        "undo": session.can_undo,
        "redo": session.can_redo,
        "maps": len(session.project.maps) > 1,
        "languages": len(session.languages) > 1,
        "place": bool(here.lane or here.phase),
        "lane": bool(here.lane),
        "phase": bool(here.phase),
        "phases": "phase" in kinds,
        "joinable": kinds in ({"phase"}, {"step"})
        and (len(journey.phases) > 1 if "phase" in kinds else len(_steps_beside(session, selection[0])) > 1),
        "inner step": "step" in kinds and selection[0] in _steps_beside(session, selection[0])[1:],
        "shaped": bool(kinds & {"phase", "lane"}),
        "sized": columns > 0 or "lane" in kinds,
        "lanes": "lane" in kinds,
        "hidden": bool(shaping.hidden(journey)),
        "carriable": "touchpoint" in kinds and bool(load_of(session, selection[:200]).ids),
    }
    return frozenset(need for need, there in met.items() if there)


def _steps_beside(session: Session, step: str) -> tuple[str, ...]:
    """The steps of the phase in which a step stands."""
    for phase in session.journey.phases:
        ids = tuple(known.id for known in phase.steps)
        if step in ids:
            return ids
    return ()
