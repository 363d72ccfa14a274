"""Joining neighbouring columns into one, and beginning a new phase at a step: nothing that lies in them is lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journey_editor.edit import order, overlay
from journey_editor.edit.cells import with_stack
from journey_editor.edit.change import EditError, changed, fresh, with_map
from journey_editor.edit.phases import the_phase
from journey_editor.edit.steps import the_step
from journey_editor.edit.translations import set_text
from journey_editor.model.columns import Phase, Step
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import ChannelLane, ChannelMark, EmotionLane, Lane
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import cards_at, holds_cards, steps, text_in
from journey_editor.wording import tr

_BETWEEN = " / "


def join_phases(project: Project, ids: Sequence[str]) -> Project:
    """Phases that stand side by side become the first of them, with the steps of all.

    A phase that was not split leaves its title to its step, so that the column still says what it was. Raises EditError
    if there are less than two, or others between them.
    """
    if not ids:
        raise EditError(tr("There is no neighbour to join with."))
    journey, _ = the_phase(project, ids[0])
    ids = _side_by_side([phase.id for phase in journey.phases], ids)
    found = [phase for phase in journey.phases if phase.id in ids]
    for phase in found:
        if len(phase.steps) == 1 and not phase.steps[0].title:
            for language in _languages(project, (phase,), "title"):
                words = text_in(project, language, phase.id, "title", phase.title)
                project = set_text(project, language, phase.steps[0].id, "title", words)
    for field, between in (("title", _BETWEEN), ("goal", "\n"), ("description", "\n")):
        project = _with_words(project, found, field, between)
    journey, first = the_phase(project, ids[0])
    rest = [phase for phase in journey.phases if phase.id in ids[1:]]
    grown = first.evolve(
        steps=tuple(step for phase in (first, *rest) for step in phase.steps),
        hidden=all(phase.hidden for phase in found),
        collapsed=all(phase.collapsed for phase in found),
    )
    left = tuple(grown if phase.id == first.id else phase for phase in journey.phases if phase.id not in ids[1:])
    return overlay.forget(with_map(project, journey.evolve(phases=left)), ids[1:])


def join_steps(project: Project, ids: Sequence[str]) -> Project:
    """Steps of one phase that stand side by side become the first of them, with the cards, points and marks of all.

    Raises EditError if there are less than two, of several phases, or others between them.
    """
    if not ids:
        raise EditError(tr("There is no neighbour to join with."))
    _, phase, _ = the_step(project, ids[0])
    if not {step.id for step in phase.steps} >= set(ids):
        raise EditError(tr("Only steps of one phase can be joined."))
    ids = _side_by_side([step.id for step in phase.steps], ids)
    found = [step for step in phase.steps if step.id in ids]
    project = _with_words(project, found, "title", _BETWEEN)
    journey, phase, _ = the_step(project, ids[0])
    after = phase.evolve(steps=tuple(step for step in phase.steps if step.id not in ids[1:]))
    lanes = tuple(_joined_lane(journey, lane, ids) for lane in journey.lanes)
    journey = journey.evolve(phases=order.put(journey.phases, after), lanes=lanes)
    return overlay.forget(with_map(project, journey), ids[1:])


def split_off(project: Project, step_id: str, *, new: IdSource = random_id) -> tuple[Project, str]:
    """A new phase that begins with this step: it takes the step, those after it, and the step's title.

    Raises EditError for the first step of a phase, which begins one already.
    """
    journey, phase, step = the_step(project, step_id)
    at = order.index(phase.steps, step_id)
    if at == 0:
        raise EditError(tr("This step is the first of its phase already."))
    made = changed(
        Phase(id=fresh(project, "ph", new), steps=phase.steps[at:]), {"title": step.title}, fixed=frozenset()
    )
    phases = order.put(journey.phases, phase.evolve(steps=phase.steps[:at]))
    where = order.index(phases, phase.id) + 1
    project = with_map(project, journey.evolve(phases=(*phases[:where], made, *phases[where:])))
    return overlay.copied(project, {step_id: made.id}), made.id


def _side_by_side(row: list[str], ids: Iterable[str]) -> list[str]:
    """The ids in the order of their row."""
    wanted = set(ids)
    there = [key for key in row if key in wanted]
    if len(there) < 2 or len(there) < len(wanted):
        raise EditError(tr("There is no neighbour to join with."))
    first = row.index(there[0])
    if row[first : first + len(there)] != there:
        raise EditError(tr("Only what stands side by side can be joined."))
    return there


def _joined_lane(journey: JourneyMap, lane: Lane, ids: Sequence[str]) -> Lane:
    into, gone = ids[0], frozenset(ids[1:])
    if isinstance(lane, EmotionLane):
        share = 1.0 / len(ids)
        return lane.evolve(
            points=tuple(
                point.evolve(step=into, position=(ids.index(point.step) + point.position) * share)
                if point.step in ids
                else point
                for point in lane.points
            )
        )
    if isinstance(lane, ChannelLane):
        best: dict[tuple[str, str], ChannelMark] = {}
        for mark in lane.marks:
            mark = mark.evolve(step=into) if mark.step in gone else mark
            known = best.get((mark.channel, mark.step))
            if known is None or known.importance < mark.importance:
                best[mark.channel, mark.step] = mark
        return lane.evolve(marks=tuple(best.values()))
    if not holds_cards(lane):
        return lane
    cards = [card for step in ids for card in cards_at(lane, step)]
    left = lane.evolve(cells=tuple(cell for cell in lane.cells if cell.step not in gone))
    return with_stack(left, into, cards, {step.id: n for n, step in enumerate(steps(journey))}) if cards else lane


def _with_words(project: Project, found: Sequence[Phase] | Sequence[Step], field: str, between: str) -> Project:
    """The project in which the first of these has the words of all, in each language that they have words in."""
    for language in _languages(project, found, field):
        words = [text_in(project, language, thing.id, field, getattr(thing, field)) for thing in found]
        said = between.join(word for word in dict.fromkeys(words) if word)
        project = set_text(project, language, found[0].id, field, said)
    return project


def _languages(project: Project, found: Sequence[Phase] | Sequence[Step], field: str) -> list[str]:
    """The project's own language, and those into which this text of one of these is translated."""
    keys = {f"{thing.id}.{field}" for thing in found}
    others = [language for language, words in project.translations.items() if not keys.isdisjoint(words)]
    return [project.language, *others]
