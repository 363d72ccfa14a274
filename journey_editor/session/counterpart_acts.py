"""Carrying touchpoints over and laying a map out as a mirror, each as one step of history with a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from journey_editor.edit.counterparts import carry_over as _carry_over
from journey_editor.edit.counterparts import link_counterparts
from journey_editor.edit.mirror import Arrangement
from journey_editor.edit.mirror import arrange as _arrange
from journey_editor.model.project import Project
from journey_editor.model.sides import Side
from journey_editor.wording import tr

from . import step_words
from .session import Session


def carry_over(
    session: Session,
    ids: Sequence[str],
    *,
    to: Side = "online",
    channel: str | Mapping[str, str] | None = None,
    select: bool = True,
    **fields: Any,
) -> tuple[str, ...]:
    """The counterparts of touchpoints on the other side; `edit.counterparts.carry_over` says what they are like.

    They are selected afterwards, unless the list that one works through shall keep its place.
    """
    title = side_title(to, session.language)

    def edit(project: Project) -> tuple[Project, object]:
        return _carry_over(project, ids, to=to, channel=channel, lane_title=title, **fields)

    label, keep = carried(session, ids, to), None if select else session.selection
    return cast(tuple[str, ...], session.apply(label, edit, select=keep))


def link(session: Session, ids: Sequence[str], target: str, *, to: Side = "online") -> None:
    """One touchpoint that is there already as the counterpart of these."""
    if len(ids) == 1:
        label = step_words.linked(session, ids[0], target)
    else:
        label = tr(
            "Linked {what} with “{target}”",
            what=step_words.things(session, ids),
            target=step_words.called(session, target),
        )
    session.apply(label, lambda project: link_counterparts(project, ids, target, to=to)[0])


def arrange(session: Session, arrangement: Arrangement) -> None:
    """The map that is shown as a mirror map, or with the phase band at the top."""
    map_id = session.map_id
    label = tr("Laid out as a mirror map") if arrangement == "mirror" else tr("Phase band at the top")
    session.apply(label, lambda project: _arrange(project, map_id, arrangement))


def carried(session: Session, ids: Sequence[str], to: Side) -> str:
    """What the step is called."""
    what = step_words.things(session, ids)
    if to == "online":
        return tr("Carried {what} over to online", what=what)
    return tr("Carried {what} over to offline", what=what)


def side_title(side: Side, language: str) -> str:
    """What a new lane of a side is called, in a language of the map."""
    return tr("Online", to=language) if side == "online" else tr("Offline", to=language)
