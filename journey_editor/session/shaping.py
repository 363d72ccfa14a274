"""The shape of a map by one command each: joining and splitting, size, colour, folding and hiding.

As in `acts`, each makes one labelled step, and raises EditError with a sentence when it cannot be done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal, cast

from journey_editor.edit.anything import set_any
from journey_editor.edit.change import changed
from journey_editor.edit.joining import join_phases, join_steps, split_off
from journey_editor.edit.maps import set_map
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import find_map, steps
from journey_editor.model.things import Kind, find_thing
from journey_editor.wording import tr

from . import step_words
from .session import Session

#: What of a map has a size that can be set: a column's width, a lane's height, the width of all lane heads.
Sized = Literal["step", "lane", "head"]


def of_kind(session: Session, ids: Iterable[str], *kinds: Kind) -> tuple[str, ...]:
    """Those of the ids that are things of these kinds, in their order."""
    return tuple(key for key in ids if (thing := find_thing(session.project, key)) is not None and thing.kind in kinds)


def join(session: Session, ids: Sequence[str], by: Literal[-1, 1] = 1) -> None:
    """Phases or steps become one; of a single one, with the neighbour to the right (by = 1) or left, if it has one."""
    phases = of_kind(session, ids, "phase")
    wanted = phases or of_kind(session, ids, "step")
    if len(wanted) == 1:
        wanted = _with_neighbour(session.journey, wanted[0], by)
    edit: Callable[[Project, Sequence[str]], Project] = join_phases if phases else join_steps
    first = min(wanted, key=_order(session.journey).index, default="")
    if first:
        label = tr("Joined {what}", what=step_words.things(session, wanted))
        session.apply(label, lambda project: edit(project, wanted), select=(first,))


def begin_phase_at(session: Session, step: str) -> str:
    """A new phase from this step on; its id."""
    return cast(
        str,
        session.apply(
            step_words.about(session, tr("Began a phase"), (step,)), lambda project: split_off(project, step)
        ),
    )


def fold(session: Session, ids: Iterable[str], folded: bool) -> None:
    """Show phases and lanes by their heads alone, or whole again."""
    wanted = of_kind(session, ids, "phase", "lane")
    what = step_words.things(session, wanted)
    label = tr("Folded {what}", what=what) if folded else tr("Unfolded {what}", what=what)
    _set(session, label, wanted, collapsed=folded)


def hide(session: Session, ids: Iterable[str]) -> None:
    """Take phases and lanes off the map; they stay in the project."""
    wanted = of_kind(session, ids, "phase", "lane")
    label = tr("Hid {what}", what=step_words.things(session, wanted))
    session.apply(label, lambda project: _all(project, wanted, hidden=True), select=())


def hidden(journey: JourneyMap) -> tuple[str, ...]:
    """The phases and lanes of a map that are hidden."""
    return tuple(thing.id for thing in (*journey.phases, *journey.lanes) if thing.hidden)


def show(session: Session, ids: Sequence[str]) -> None:
    """Bring hidden phases and lanes back on the map."""
    label = tr("Showed {what} again", what=step_words.things(session, ids))
    session.apply(label, lambda project: _all(project, ids, hidden=False), select=ids)


def paint(session: Session, ids: Iterable[str], color: str) -> None:
    """A colour for phases, lanes and cards; "" is the automatic one."""
    wanted = of_kind(session, ids, "phase", "lane", "touchpoint", "note", "measure", "picture")
    painted = [key for key in wanted if "color" in type(_node(session.project, key)).model_fields]
    _set(session, step_words.about(session, tr("Changed the colour"), painted), painted, color=color)


def resized(project: Project, map_id: str, sized: Sized, ids: Sequence[str], size: float) -> Project:
    """The project with columns of another width, lanes of another height, or a map with wider lane heads.
    Raises EditError for a size that nothing can have."""
    size = round(size)
    if sized == "head":
        return set_map(project, map_id, theme=changed(find_map(project, map_id).theme, {"head": size}))
    return _all(project, ids, **{"width" if sized == "step" else "height": size})


def resize(session: Session, sized: Sized, ids: Sequence[str], size: float, *, merge: bool = False) -> None:
    """Set a size in points; 0 makes it automatic. With `merge`, sizes set one after the other are one step."""
    map_id = session.map_id
    label = {
        "step": tr("Changed the column width"),
        "lane": tr("Changed the lane height"),
        "head": tr("Changed the width of the lane heads"),
    }[sized]
    if sized != "head":
        label = step_words.about(session, label, ids)
    key = ("resize", sized, tuple(ids)) if merge else None
    session.apply(label, lambda project: resized(project, map_id, sized, ids, size), select=None, merge=key)


def reset(session: Session, steps: Sequence[str], lanes: Sequence[str]) -> None:
    """Automatic sizes again, as one step; where lanes are named, for the width of their heads as well."""
    map_id = session.map_id

    def edit(project: Project) -> Project:
        project = resized(resized(project, map_id, "step", steps, 0), map_id, "lane", lanes, 0)
        return resized(project, map_id, "head", (), 0) if lanes else project

    session.apply(step_words.about(session, tr("Made the size automatic"), (*steps, *lanes)), edit)


def columns_of(journey: JourneyMap, ids: Iterable[str]) -> tuple[str, ...]:
    """The steps among these ids, and those of the phases among them."""
    wanted = set(ids)
    return tuple(step.id for phase in journey.phases for step in phase.steps if wanted & {phase.id, step.id})


def _set(session: Session, label: str, ids: Sequence[str], **fields: Any) -> None:
    session.apply(label, lambda project: _all(project, ids, **fields))


def _all(project: Project, ids: Iterable[str], **fields: Any) -> Project:
    for key in ids:
        project = set_any(project, key, **fields)
    return project


def _node(project: Project, key: str) -> Any:
    thing = find_thing(project, key)
    return thing.node if thing is not None else None


def _order(journey: JourneyMap) -> list[str]:
    return [*(phase.id for phase in journey.phases), *(step.id for step in steps(journey))]


def _with_neighbour(journey: JourneyMap, thing: str, by: int) -> tuple[str, ...]:
    """A phase or step and the one beside it; where there is none, only itself."""
    rows = [[phase.id for phase in journey.phases], *([step.id for step in phase.steps] for phase in journey.phases)]
    row = next(row for row in rows if thing in row)
    at = row.index(thing) + by
    return (thing, row[at]) if 0 <= at < len(row) else (thing,)
