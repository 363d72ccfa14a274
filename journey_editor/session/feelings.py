"""What the hand does on an emotion curve: setting, changing and taking away what a persona feels, each as one step."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple, cast

from journey_editor.edit.curves import bearer_for, feel, unfeel
from journey_editor.model.lanes import EmotionLane
from journey_editor.model.project import Project
from journey_editor.model.queries import find_lane, find_persona, text_in
from journey_editor.wording import tr

from .session import Session


class Spot(NamedTuple):
    """A place on a persona's curve: where a point is, or (`at` "") where one could be.

    `at` is a touchpoint or a point drawn by hand; `position` (0 to 1 within the step) counts for the latter.
    """

    lane: str
    step: str
    persona: str
    at: str = ""
    expected: bool = False
    position: float = 0.5


def felt(project: Project, spot: Spot, value: float) -> tuple[Project, str]:
    """The project with that value there, and the id of what bears it: for looking at before it is done."""
    return feel(
        project,
        spot.lane,
        spot.step,
        spot.persona,
        value,
        at=spot.at,
        expected=spot.expected,
        position=spot.position,
    )


def set_feeling(session: Session, spot: Spot, value: float, *, merge: Hashable | None = None) -> Spot:
    """Put a value there; the spot with what bears it now. `merge` joins steps as in `Session.apply`."""
    who = persona_name(session, spot.persona)
    if spot.expected:
        label = tr("Changed the expectation of {persona}", persona=who)
    elif spot.at:
        label = tr("Changed the emotion of {persona}", persona=who)
    else:
        label = tr("Set the emotion of {persona}", persona=who)
    made = cast(str | None, session.apply(label, lambda project: felt(project, spot, value), merge=merge))
    return spot._replace(at=made or spot.at)


def take_feeling(session: Session, spot: Spot) -> None:
    """Take away what is felt or expected there."""
    who = persona_name(session, spot.persona)
    label = tr("Deleted the emotion of {persona}", persona=who)
    if spot.expected:
        label = tr("Deleted the expectation of {persona}", persona=who)
    session.apply(label, lambda project: unfeel(project, spot.lane, spot.at, spot.persona, expected=spot.expected))


def bearer(session: Session, spot: Spot) -> str:
    """The touchpoint that bears the value of a spot, or would; "" where a point is or would be drawn by hand."""
    lane = find_lane(session.journey, spot.lane)
    if not isinstance(lane, EmotionLane) or any(point.id == spot.at for point in lane.points):
        return ""
    return spot.at or bearer_for(session.journey, lane, spot.step, spot.persona)


def persona_name(session: Session, persona: str) -> str:
    """A persona's name in the language that is shown."""
    found = find_persona(session.project, persona)
    if found is None or not found.name:
        return tr("untitled")
    return text_in(session.project, session.language, persona, "name", found.name)
