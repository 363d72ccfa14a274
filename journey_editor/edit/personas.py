"""Personas: whose journey it is."""

from __future__ import annotations

from typing import Any

from journey_editor.edit import order, overlay
from journey_editor.edit.change import EditError, changed, checked, fresh, the_map, with_map
from journey_editor.edit.rewriting import each_card, each_lane
from journey_editor.model.cards import Card, Note, Touchpoint
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import EmotionLane, Lane
from journey_editor.model.project import Persona, Project
from journey_editor.wording import tr


def add_persona(
    project: Project, *, name: str = "", before: str | None = None, new: IdSource = random_id, **fields: Any
) -> tuple[Project, str]:
    persona = changed(Persona(id=fresh(project, "pe", new)), {"name": name, **fields})
    checked(project, persona, fields)
    return project.evolve(personas=order.insert(project.personas, persona, before)), persona.id


def set_persona(project: Project, persona_id: str, **fields: Any) -> Project:
    old = project.personas[order.index(project.personas, persona_id)]
    persona = checked(project, changed(old, fields), fields)
    return overlay.follow(project.evolve(personas=order.put(project.personas, persona)), [(old, persona)])


def move_persona(project: Project, persona_id: str, before: str | None) -> Project:
    return project.evolve(personas=order.move(project.personas, persona_id, before))


def duplicate_persona(
    project: Project, persona_id: str, *, name: str, new: IdSource = random_id
) -> tuple[Project, str]:
    """A copy of the card, under a name of its own, behind the persona and on the same maps; what was felt stays."""
    at = order.index(project.personas, persona_id)
    copy = changed(project.personas[at].evolve(id=fresh(project, "pe", new)), {"name": name})
    maps = tuple(
        journey.evolve(personas=_behind(journey.personas, persona_id, copy.id))
        if persona_id in journey.personas
        else journey
        for journey in project.maps
    )
    personas = (*project.personas[: at + 1], copy, *project.personas[at + 1 :])
    project = overlay.copied(project.evolve(personas=personas, maps=maps), {persona_id: copy.id})
    return overlay.forget_text(project, copy.id, "name"), copy.id


def _behind(keys: tuple[str, ...], key: str, added: str) -> tuple[str, ...]:
    at = keys.index(key) + 1
    return (*keys[:at], added, *keys[at:])


def assign_persona(project: Project, map_id: str, persona_id: str, on: bool) -> Project:
    """Show the persona on a map, or no longer. A map that shows all personas names none, so that it shows new ones too.

    Raises EditError where nobody would be left.
    """
    journey, every = the_map(project, map_id), tuple(persona.id for persona in project.personas)
    order.index(project.personas, persona_id)
    named = set(journey.personas or every) - {persona_id}
    if on:
        named.add(persona_id)
    if not named:
        raise EditError(tr("A map needs a persona; choose another one for it first."))
    kept = tuple(key for key in journey.personas or every if key in named)
    kept += tuple(key for key in every if key in named and key not in kept)
    return with_map(project, journey.evolve(personas=() if len(kept) == len(every) else kept))


def delete_persona(project: Project, persona_id: str) -> Project:
    """The persona goes from maps, lanes, notes and paths, and what it felt goes with it."""
    project = project.evolve(personas=order.remove(project.personas, persona_id))
    points: set[str] = set()

    def from_lane(lane: Lane) -> Lane:
        if not isinstance(lane, EmotionLane):
            return lane
        points.update(point.id for point in lane.points if point.persona == persona_id)
        return lane.evolve(
            personas=tuple(key for key in lane.personas if key != persona_id),
            points=tuple(point for point in lane.points if point.persona != persona_id),
        )

    def from_card(card: Card) -> Card:
        if isinstance(card, Note):
            return card.evolve(persona="") if card.persona == persona_id else card
        if isinstance(card, Touchpoint) and any(emotion.persona == persona_id for emotion in card.emotions):
            return card.evolve(emotions=tuple(felt for felt in card.emotions if felt.persona != persona_id))
        return card

    project = project.evolve(
        maps=tuple(
            journey.evolve(
                personas=tuple(key for key in journey.personas if key != persona_id),
                paths=tuple(path.evolve(persona="") if path.persona == persona_id else path for path in journey.paths),
            )
            for journey in project.maps
        )
    )
    project = each_card(each_lane(project, from_lane), from_card)
    return overlay.forget(project, (persona_id, *points))
