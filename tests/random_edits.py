"""Edits at random of any project, for tests of what has to hold whatever was done."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from journey_editor.edit import cards, channels, joining, lanes, maps, paths, personas, phases, steps, translations
from journey_editor.edit.anything import set_any
from journey_editor.edit.change import EditError
from journey_editor.edit.remove import delete
from journey_editor.model.pairing import Contents
from journey_editor.model.project import Project
from journey_editor.model.things import things


def edited(project: Project, chance: Random, times: int, name: str) -> Project:
    """The project after so many edits; ids and words of what is new begin with `name`."""
    count = 0

    def new(prefix: str) -> str:
        nonlocal count
        count += 1
        return f"{name}-{prefix}-{count}"

    for n in range(times):
        try:
            result = chance.choice(_edits(project, chance, new, f"{name}{n}"))()
        except (EditError, AttributeError, KeyError, IndexError):
            continue
        project = result[0] if isinstance(result, tuple) else result
    return project


def _edits(project: Project, chance: Random, new: Any, word: str) -> list[Callable[[], Any]]:
    journey = chance.choice(project.maps)
    contents = Contents(journey)

    def one(ids: Any) -> str:
        return chance.choice([*ids] or ["none"])

    def before(ids: Any) -> str | None:
        return chance.choice([None, *ids])

    everything = [thing.id for thing in things(project)]
    texts = ("title", "name", "text", "description", "source", "goal")
    return [
        lambda: cards.add_card(project, one(contents.lanes), one(contents.steps), new=new),
        lambda: cards.move_cards(
            project, [one(contents.cards)], one(contents.lanes), one(contents.steps), before(contents.cards)
        ),
        lambda: set_any(project, one(everything), **{chance.choice(texts): word}),
        lambda: set_any(project, one(everything), **{chance.choice(texts): word}),
        lambda: set_any(project, one(contents.cards), tags=(word, "x")),
        lambda: delete(project, [one(everything)]),
        lambda: delete(project, [one(contents.cards)]),
        lambda: phases.add_phase(project, journey.id, title=word, before=before(contents.phases), new=new),
        lambda: phases.move_phase(project, one(contents.phases), before(contents.phases)),
        lambda: steps.add_step(project, one(contents.phases), title=word, new=new),
        lambda: steps.move_step(project, one(contents.steps), one(contents.phases), None),
        lambda: joining.join_phases(project, [*contents.phases][:2]),
        lambda: lanes.add_lane(project, journey.id, "touchpoints", title=word, new=new),
        lambda: lanes.move_lane(project, one(contents.lanes), before(contents.lanes)),
        lambda: paths.add_path(project, journey.id, one(contents.cards), one(contents.cards), new=new),
        lambda: personas.add_persona(project, name=word, new=new),
        lambda: channels.add_channel(project, name=word, new=new),
        lambda: maps.add_map(project, word, new=new),
        lambda: set_any(project, one(contents.cards), channel=one(c.id for c in project.channels)),
        lambda: translations.set_text(project, "en", one(everything), chance.choice(texts), word),
    ]
