"""Cutting and copying: what is selected as a small project of its own, with all that it needs elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from journey_editor.edit.cells import without_cards
from journey_editor.edit.change import EditError
from journey_editor.edit.columns import without_steps, without_ways
from journey_editor.edit.overlay import forget
from journey_editor.edit.remove import delete
from journey_editor.model.base import Node
from journey_editor.model.clipping import Clipping, What
from journey_editor.model.lanes import ChannelLane, EmotionLane, Lane
from journey_editor.model.paths import Counterpart, Path
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import all_cards, card_lanes, holds_cards, index_of, steps
from journey_editor.model.references import references
from journey_editor.model.things import ids as ids_in
from journey_editor.wording import tr


def copy(project: Project, ids: Iterable[str]) -> Clipping | None:
    """What these ids name of one map: cards, or whole phases, steps or lanes; None if there is nothing of these.

    The first map in which there are any counts. Raises EditError for a mix, such as a phase and a lane.
    """
    found = _found(project, ids)
    return _clipping(project, *found) if found is not None else None


def cut(project: Project, ids: Iterable[str]) -> tuple[Project, Clipping | None]:
    """The project without what these ids name, and that as a clipping. Raises EditError if it has to stay."""
    found = _found(project, ids)
    if found is None:
        return project, None
    journey, what, keys = found
    clipping = _clipping(project, journey, what, keys)
    held = frozenset(card.id for _, _, card in all_cards(clipping.journey))

    def leads_out(way: Path | Counterpart) -> bool:
        return (way.source in held) != (way.target in held)

    paths = tuple(path for path in journey.paths if leads_out(path))
    traces = tuple(trace for trace in journey.counterparts if leads_out(trace))
    named = {path.id for path in paths} | {trace.id for trace in traces}
    words = {
        language: {key: text for key, text in texts.items() if key.partition(".")[0] in named}
        for language, texts in project.translations.items()
    }
    words = {language: texts for language, texts in words.items() if texts}
    clipping = clipping.evolve(cut=True, paths=paths, counterparts=traces, words=words)
    return delete(project, keys), clipping


def _found(project: Project, ids: Iterable[str]) -> tuple[JourneyMap, What, tuple[str, ...]] | None:
    """The map, what is taken of it, and the ids of that."""
    wanted = frozenset(ids)
    for journey in project.maps:
        phases = [phase for phase in journey.phases if phase.id in wanted]
        inside = {step.id for phase in phases for step in phase.steps}
        columns = [step.id for step in steps(journey) if step.id in wanted and step.id not in inside]
        rows = [lane.id for lane in journey.lanes if lane.id in wanted]
        taken = inside | set(columns)
        cards = [
            lane.cells[c].cards[k].id
            for lane in card_lanes(journey)
            for key, (c, k) in index_of(lane).items()
            if key in wanted and lane.id not in wanted and lane.cells[c].step not in taken
        ]
        kinds: dict[What, list[str]] = {
            "phases": [phase.id for phase in phases],
            "steps": columns,
            "lanes": rows,
            "cards": cards,
        }
        present: list[What] = [what for what, keys in kinds.items() if keys]
        if len(present) > 1:
            raise EditError(tr("Select only cards, only phases, only steps or only lanes to copy them."))
        if present:
            return journey, present[0], tuple(kinds[present[0]])
    return None


def _clipping(project: Project, journey: JourneyMap, what: What, keys: tuple[str, ...]) -> Clipping:
    trimmed = JourneyMap(
        id=journey.id,
        phases=journey.phases,
        lanes=journey.lanes,
        paths=journey.paths,
        counterparts=journey.counterparts,
    )
    trimmed = _TRIM[what](trimmed, frozenset(keys))
    left_out = {card.id for _, _, card in all_cards(journey)} - {card.id for _, _, card in all_cards(trimmed)}
    trimmed, _ = without_ways(trimmed, left_out)
    kept: list[Node] = [card for _, _, card in all_cards(trimmed)]
    kept += [*(lane for lane in trimmed.lanes if not holds_cards(lane)), *trimmed.paths]
    named = {(reference.target, reference.id) for node in kept for reference in references(node)}
    personas = tuple(persona for persona in project.personas if ("persona", persona.id) in named)
    named |= {("image", persona.portrait) for persona in personas}
    fragment = Project(
        id=project.id,
        language=project.language,
        channels=tuple(channel for channel in project.channels if ("channel", channel.id) in named),
        personas=personas,
        maps=(trimmed,),
        images=tuple(image for image in project.images if ("image", image.sha256) in named),
        translations=project.translations,
    )
    if any(project.translations.values()):
        there = set(ids_in(fragment)) - {project.id, journey.id}
        fragment = forget(fragment, set(ids_in(project)) - there)
    return Clipping(what=what, project=fragment)


def _cards(journey: JourneyMap, keys: frozenset[str]) -> JourneyMap:
    rows: list[Lane] = []
    for lane in card_lanes(journey):
        row = without_cards(lane, index_of(lane).keys() - keys)
        if row.cells:
            rows.append(row)
    return journey.evolve(lanes=tuple(rows))


def _lanes(journey: JourneyMap, keys: frozenset[str]) -> JourneyMap:
    return journey.evolve(lanes=tuple(lane for lane in journey.lanes if lane.id in keys))


def _columns(journey: JourneyMap, keys: frozenset[str]) -> JourneyMap:
    """Only the phases or steps of these ids, and the lanes in which anything lies there."""
    phases = []
    for phase in journey.phases:
        columns = phase.steps if phase.id in keys else tuple(step for step in phase.steps if step.id in keys)
        if columns:
            phases.append(phase.evolve(steps=columns))
    staying = {step.id for phase in phases for step in phase.steps}
    gone = {step.id for step in steps(journey)} - staying
    after, _ = without_steps(journey.evolve(phases=tuple(phases)), gone)
    return after.evolve(lanes=tuple(lane for lane in after.lanes if _holds_anything(lane)))


def _holds_anything(lane: Lane) -> bool:
    if isinstance(lane, EmotionLane):
        return bool(lane.points)
    if isinstance(lane, ChannelLane):
        return bool(lane.marks)
    return holds_cards(lane) and bool(lane.cells)


_TRIM = {"cards": _cards, "lanes": _lanes, "phases": _columns, "steps": _columns}
